/**
 * The receipt of an objection. Number and look-up code follow from the click that sent it, so a form that is sent twice
 * gets the same receipt; the click itself is kept only as a digest, or the ledger could tell the code.
 */
import { createHash, timingSafeEqual } from 'node:crypto'
import { LENGTH, LETTERS } from '#steps/notice/objection-number.ts'
import { tidyNumber } from '#typed/line.ts'

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Eight letters, near enough evenly spread: 2^64 is far above 30^8. */
function letters(seed: string): string {
  let rest = digest(seed).readBigUInt64BE()
  let text = ''
  for (let i = 0; i < LENGTH; i++) {
    text += LETTERS[Number(rest % BigInt(LETTERS.length))]
    rest /= BigInt(LETTERS.length)
  }
  return text
}

export type Receipt = { readonly objection: string; readonly code: string; readonly click: string }

/** @param click unique, and known to nobody but who sends the objection */
export const receiptFor = (batch: string, n: number, click: string): Receipt => ({
  objection: `${batch}-${n}-${letters(`number|${click}`)}`,
  code: letters(`code|${click}`),
  click: `objection ${digest(`click|${click}`).toString('hex')}`,
})

/** What the ledger keeps of the code. */
export const codeDigest = (objection: string, code: string): string => digest(`${objection}|${code}`).toString('hex')

export const isCode = (objection: string, given: string, kept: string): boolean => {
  const [a, b] = [digest(codeDigest(objection, given)), digest(kept)]
  return timingSafeEqual(a, b)
}

/** As people type a receipt’s number: width, blanks, and small letters at its end do not count. Undefined when it is none. */
export function readNumber(typed: string): { objection: string; batch: string; n: string } | undefined {
  const [, batch, n, last] = /^(.+)-([1-9]\d{0,3})-([^-]{8})$/.exec(tidyNumber(typed)) ?? []
  return batch && n && last ? { objection: `${batch}-${n}-${last.toUpperCase()}`, batch, n } : undefined
}
export const readCode = (typed: string): string => tidyNumber(typed).replaceAll('-', '').toUpperCase()
