import { expect, it } from 'vitest'
import { lane } from './lane.ts'

it('lets a few work at once, in the order of asking, all of them in the end', async () => {
  const within = lane(3)
  const began: number[] = []
  let now = 0
  let most = 0
  const work = (n: number) =>
    within(async () => {
      began.push(n)
      most = Math.max(most, ++now)
      await new Promise((soon) => setTimeout(soon, 1))
      now--
      if (n % 5 === 0) throw new Error('one fails')
      return n
    }).catch(() => -1)
  const done = await Promise.all(Array.from({ length: 30 }, (_, n) => work(n)))
  expect(most).toBe(3)
  expect(began).toEqual(Array.from({ length: 30 }, (_, n) => n))
  expect(done.filter((n) => n === -1)).toHaveLength(6)
})
