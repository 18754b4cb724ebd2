import { expect, it } from 'vitest'
import { isToMend } from './to-mend.ts'

const [BEFORE, AT, AFTER] = ['2018-12-01T01:00:00.000Z', '2018-12-05T01:00:00.000Z', '2018-12-06T01:00:00.000Z']
const back = { at: AT, indicators: ['s-1', 's-2'] }

it('waits until it is written anew, where a return names it', () => {
  expect([undefined, BEFORE, AT, AFTER].map((written) => isToMend(back, 's-1', { at: written }))).toEqual([
    true,
    true,
    false,
    false,
  ])
  expect(isToMend(back, 's-3', { at: BEFORE })).toBe(false)
})
it('is told of none where the return names none, or there was no return', () => {
  expect([isToMend({ at: AT }, 's-1', { at: BEFORE }), isToMend(undefined, 's-1', { at: BEFORE })]).toEqual([
    false,
    false,
  ])
})
it('waits again once what was written is taken back to what had come back, and not to what was said before that', () => {
  const stood = (from: string, to: string) => isToMend(back, 's-1', { at: AFTER, alike: [{ from, to }] })
  const WELL_BEFORE = '2018-11-30T01:00:00.000Z'
  expect([stood(BEFORE, AFTER), stood(BEFORE, AT), stood(AT, AFTER), stood(WELL_BEFORE, BEFORE)]).toEqual([
    true,
    true,
    false,
    false,
  ])
})
