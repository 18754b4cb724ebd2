import { expect, it } from 'vitest'
import { askAgain, hasCaughtUp } from './ask-again.ts'

type Page = Parameters<typeof hasCaughtUp>[0]
const page = (status: string, waits?: string): Page => ({
  lines: [{ unit: 'dazhuang', name: '大庄镇人民政府', ...(waits && { waits }) }],
  objections: [
    {
      ...{ objection: 'yi-1', about: 'dazhuang', aboutName: '大庄镇人民政府', channel: 'phone', on: '2018-06-11' },
      ...{ anonymous: false, status, statusTitle: status, commands: [], others: [] },
    },
  ],
})
const WAITS = '异议（yi-1）还没有办结，办结后给出公示结果。'
const answered = page('upheld', WAITS)

it('a look that knows what was settled has caught up', () => {
  expect(hasCaughtUp(page('upheld'), answered)).toBe(true)
  expect(hasCaughtUp(page('upheld', '异议（yi-2）还没有办结'), answered)).toBe(true)
})
it('one with the objection still open has not, nor one whose line still waits for it', () => {
  expect(hasCaughtUp(page('admitted'), answered)).toBe(false)
  expect(hasCaughtUp(page('upheld', WAITS), answered)).toBe(false)
})
it('is asked until it has, through a look that fails', async () => {
  const looks = [() => Promise.reject(new Error('断网')), async () => answered, async () => page('upheld')]
  expect(await askAgain(() => (looks.shift() ?? Promise.reject)(), answered, 1)).toEqual(page('upheld'))
  expect(looks).toEqual([])
})
it('is given up after a few looks', async () => {
  let asked = 0
  const ask = async () => {
    asked++
    return answered
  }
  expect(await askAgain(ask, answered, 1)).toBe(undefined)
  expect(asked).toBe(6)
})
