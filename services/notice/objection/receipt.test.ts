import fc from 'fast-check'
import { expect, it } from 'vitest'
import { codeDigest, isCode, readCode, readNumber, receiptFor } from './receipt.ts'

it('is the same for the same click and another for any other', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.uuid(), (one, other) => {
      expect(receiptFor('2018-2', 1, one)).toEqual(receiptFor('2018-2', 1, one))
      if (one === other) return
      expect(receiptFor('2018-2', 1, one).objection).not.toBe(receiptFor('2018-2', 1, other).objection)
    }),
  )
})

it('has no letter that is read as another, and tells neither code nor click', () => {
  fc.assert(
    fc.property(fc.uuid(), (sent) => {
      const { objection, code, click } = receiptFor('2018-2', 12, sent)
      expect(objection).toMatch(/^2018-2-12-[2-9A-HJKMNP-TV-Z]{8}$/)
      expect(code).toMatch(/^[2-9A-HJKMNP-TV-Z]{8}$/)
      expect(click).not.toContain(sent)
      expect(codeDigest(objection, code)).not.toContain(code)
    }),
  )
})

it('is known again as people type it', () => {
  const { objection, code } = receiptFor('2018-2', 12, 'click-0001')
  expect(readNumber(` ${objection.toLowerCase()} `)).toEqual({ objection, batch: '2018-2', n: '12' })
  const wide = (text: string) =>
    text.replace(/[!-~]/g, (one) => String.fromCodePoint((one.codePointAt(0) ?? 0) + 0xfee0))
  for (const typed of [
    wide(objection),
    objection.replaceAll('-', '—'),
    `\u200B${objection}`,
    objection.replaceAll('-', ' － '),
  ])
    expect(readNumber(typed)?.objection).toBe(objection)
  expect(readNumber('2018-2')).toBeUndefined()
  const kept = codeDigest(objection, code)
  expect(isCode(objection, readCode(`${code.slice(0, 4)} ${code.slice(4).toLowerCase()}`), kept)).toBe(true)
  for (const typed of [wide(code), `${code.slice(0, 4)}—${code.slice(4)}`])
    expect(isCode(objection, readCode(typed), kept)).toBe(true)
  expect(isCode(objection, 'AAAAAAAA', kept)).toBe(false)
  expect(isCode(objection, '', kept)).toBe(false)
})
