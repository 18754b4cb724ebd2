import { expect, it } from 'vitest'
import { isSound, parseRoot, sealRoot } from './root.ts'
import { rootDigest, sm3 } from './root-digest.ts'

const heads = [{ stream: 'case/2018-2/dazhuang', number: 2, hash: 'a'.repeat(64) }]
const both = sealRoot('2018-05-01', heads, '', 'sha256+sm3')

it('is SM3 as the standard shows it', () => {
  // GB/T 32905, example 1.
  expect(sm3('abc')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0')
})

it('stands beside SHA-256 only where the county asks for it', () => {
  expect(rootDigest.parse(undefined)).toBe('sha256')
  expect(sealRoot('2018-05-01', heads, '')).not.toHaveProperty('sm3')
  expect(both).toMatchObject({
    root: sealRoot('2018-05-01', heads, '').root,
    sm3: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
  expect(parseRoot(JSON.stringify(both))).toEqual(both)
})

it('and has to fit as well as SHA-256', () => {
  expect(isSound(both)).toBe(true)
  expect(isSound({ ...both, sm3: 'b'.repeat(64) })).toBe(false)
  expect(isSound({ ...both, root: 'b'.repeat(64) })).toBe(false)
  expect(isSound({ ...both, date: '2018-05-02' })).toBe(false)
})

it('stops with a sentence where this Node has none', () => {
  expect(() => sm3('abc', ['sha256'])).toThrow(/没有国密SM3，不能封存或核对带SM3的每日摘要；请换用带有SM3的Node/)
})
