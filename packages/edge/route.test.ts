import middy from '@middy/core'
import { expect, it } from 'vitest'
import { memoryLedger } from '#ledger/memory-ledger.ts'
import { send } from './http-event.ts'
import { serve } from './serve.ts'

// The trap that route.ts is written around: an arrow without braces that happens to return something.
it('middy ends a request at the first hook that returns anything', async () => {
  let reached = 0
  const handler = async () => {
    reached += 1
    return 'answered'
  }
  const context = {} as never
  const trap = middy(handler).before((request) => ((request.event as { at?: number }).at = 1))
  expect([await trap({}, context), reached]).toEqual([1, 0])
  const braces = middy(handler).before((request) => {
    ;(request.event as { at?: number }).at = 1
  })
  expect([await braces({}, context), reached]).toEqual(['answered', 1])
})

it('our own hooks return nothing, so every request reaches its use case and every answer its sender', async () => {
  let reached = 0
  const handler = serve({}, {}, { ledger: memoryLedger(() => new Date(0)), log: () => (reached += 1) })
  expect((await send(handler, { path: '/api/none', at: '2018-01-01T00:00:00.000Z' })).status).toBe(404)
  expect(reached).toBe(1)
})
