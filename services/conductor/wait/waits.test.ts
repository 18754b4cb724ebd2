import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTable, type Engine, engines } from '../../../test/contract/dynamo-engine.ts'
import { dynamoWaits } from './dynamo-waits.ts'
import { memoryWaits } from './memory-waits.ts'
import type { Waits } from './waits.ts'

type Opened = { waits: Waits; close(): Promise<void> }
const memory = async (): Promise<Opened> => ({ waits: memoryWaits(), close: async () => {} })
const dynamo = (open: () => Promise<Engine>) => async (): Promise<Opened> => {
  const engine = await open()
  const client = engine.connect()
  const table = `waits-${crypto.randomUUID()}`
  await createTable(client, table, { case: 'S', step: 'S' })
  return { waits: dynamoWaits({ client, table }), close: engine.close }
}

describe.each([['memory', memory], ...engines.map(([name, open]) => [name, dynamo(open)] as const)] as const)(
  'waits in %s',
  (_, open) => {
    let waits: Waits
    let close: () => Promise<void>
    let stream: string
    let n = 0
    beforeAll(async () => {
      ;({ waits, close } = await open())
    })
    afterAll(() => close())
    const fresh = () => {
      stream = `case/2018-2/unit${n++}`
      return (step: string, token: string, seen = 1) => ({ case: stream, step, token, seen })
    }

    it('keeps the waits of a case, one a step, and of no other', async () => {
      const other = fresh()('notice', 't0')
      const wait = fresh()
      await waits.store(other)
      await waits.store(wait('hearing', 't1'))
      await waits.store(wait('notice', 't2', 5))
      await waits.store(wait('notice', 't3', 6))
      expect(await waits.of(stream)).toEqual([wait('hearing', 't1'), wait('notice', 't3', 6)])
      expect(await waits.of(other.case)).toEqual([other])
    })

    it('forgets a wait only while it holds the token that was answered', async () => {
      const wait = fresh()
      await waits.store(wait('review', 'old'))
      await waits.store(wait('review', 'new'))
      await waits.forget(wait('review', 'old'))
      expect(await waits.of(stream)).toEqual([wait('review', 'new')])
      await waits.forget(wait('review', 'new'))
      await waits.forget(wait('review', 'new'))
      expect(await waits.of(stream)).toEqual([])
    })

    it('counts generations, which are no waits', async () => {
      fresh()
      expect(await waits.generation(stream)).toBeUndefined()
      expect(await waits.advance(stream, undefined)).toBe(1)
      expect(await waits.advance(stream, 1)).toBe(2)
      expect(await waits.generation(stream)).toBe(2)
      expect(await waits.of(stream)).toEqual([])
    })

    it('knows which cases were begun until they are done with, and those that are begun again', async () => {
      fresh()
      const began = stream
      await waits.advance(began, undefined)
      fresh()
      await waits.advance(stream, undefined)
      expect(await waits.unfinished()).toEqual(expect.arrayContaining([began, stream]))
      await waits.finish(began)
      await waits.finish(began)
      expect(await waits.unfinished()).toContain(stream)
      expect(await waits.unfinished()).not.toContain(began)
      await waits.advance(began, 1)
      expect(await waits.unfinished()).toContain(began)
    })

    it('lets one of many callers advance a generation, and tells all of them which', async () => {
      fresh()
      await waits.advance(stream, undefined)
      expect(await Promise.all(Array.from({ length: 8 }, () => waits.advance(stream, 1)))).toEqual(Array(8).fill(2))
      expect(await waits.advance(stream, undefined)).toBe(2)
      expect(await waits.advance(stream, 2)).toBe(3)
      expect(await waits.advance(stream, 1)).toBe(3)
    })
  },
)
