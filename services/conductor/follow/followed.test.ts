import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTable, type Engine, engines } from '../../../test/contract/dynamo-engine.ts'
import { dynamoWaits } from '../wait/dynamo-waits.ts'
import { dynamoFollowed } from './dynamo-followed.ts'
import type { Followed } from './followed.ts'
import { memoryFollowed } from './memory-followed.ts'

type Opened = { followed: Followed; waitsOf(stream: string): Promise<readonly unknown[]>; close(): Promise<void> }
const memory = async (): Promise<Opened> => ({
  followed: memoryFollowed(),
  waitsOf: async () => [],
  close: async () => {},
})
const dynamo = (open: () => Promise<Engine>) => async (): Promise<Opened> => {
  const engine = await open()
  const client = engine.connect()
  const table = `waits-${crypto.randomUUID()}`
  await createTable(client, table, { case: 'S', step: 'S' })
  const waits = dynamoWaits({ client, table })
  return { followed: dynamoFollowed({ client, table }), waitsOf: waits.of, close: engine.close }
}

describe.each([['memory', memory], ...engines.map(([name, open]) => [name, dynamo(open)] as const)] as const)(
  'how far acts were followed, in %s',
  (_, open) => {
    let opened: Opened
    beforeAll(async () => {
      opened = await open()
    })
    afterAll(() => opened.close())
    const MEETING = 'resolution/2018-2/selection'

    it('is nowhere before the first look', async () => {
      expect(await opened.followed.upTo('notice/2018-2/7')).toBe(0)
    })

    it('goes forward only, each act for itself', async () => {
      const { followed } = opened
      await followed.reached(MEETING, 3)
      await followed.reached(MEETING, 2)
      expect([await followed.upTo(MEETING), await followed.upTo('resolution/2018-2/candidacy')]).toEqual([3, 0])
      await Promise.all([9, 5, 12, 7].map((number) => followed.reached(MEETING, number)))
      expect(await followed.upTo(MEETING)).toBe(12)
    })

    it('is no wait', async () => {
      await opened.followed.reached(MEETING, 13)
      expect(await opened.waitsOf(MEETING)).toEqual([])
    })
  },
)
