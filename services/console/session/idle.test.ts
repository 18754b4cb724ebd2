import { expect, it } from 'vitest'
import { standingOf } from './idle.ts'

const MINUTE = 60_000
const LIMIT = 20 * MINUTE

it.each([
  [0, 'in use'],
  [19 * MINUTE - 1, 'in use'],
  [19 * MINUTE, 'about to end'],
  [LIMIT - 1, 'about to end'],
  [LIMIT, 'over'],
  // A PC that slept.
  [600 * MINUTE, 'over'],
  // Its clock was set back.
  [-600 * MINUTE, 'in use'],
])('after %i ms without anybody it is %s', (idle, standing) => {
  expect(standingOf(idle, LIMIT).standing).toBe(standing)
})

it('says how long somebody has to come back', () => {
  expect(standingOf(LIMIT - 30_000, LIMIT)).toEqual({ standing: 'about to end', leftMs: 30_000 })
})

it('warns for the last third of what is shorter than three minutes', () => {
  expect(standingOf(59_000, 90_000).standing).toBe('in use')
  expect(standingOf(60_000, 90_000).standing).toBe('about to end')
})
