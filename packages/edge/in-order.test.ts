import { expect, it } from 'vitest'
import { z } from 'zod/mini'
import { inOrder } from './in-order.ts'
import { onEvent } from './on-event.ts'

const record = (stream: string, number: string) => ({
  dynamodb: { SequenceNumber: number, Keys: { stream: { S: stream } } },
})
const quiet = () => {}

it('goes one after the other and says so when all is done', async () => {
  const seen: string[] = []
  const act = async (stream: string) => {
    await new Promise((soon) => setImmediate(soon))
    seen.push(stream)
  }
  const answer = await inOrder(act, quiet)({ Records: [record('a', '1'), record('b', '2'), record('a', '3')] })
  expect({ seen, answer }).toEqual({ seen: ['a', 'b', 'a'], answer: { batchItemFailures: [] } })
})

it('stops at the first failure and reports that one', async () => {
  const seen: string[] = []
  const act = async (stream: string) => {
    seen.push(stream)
    if (stream === 'b') throw new Error('poison')
  }
  const answer = await inOrder(act, quiet)({ Records: [record('a', '1'), record('b', '2'), record('c', '3')] })
  expect({ seen, answer }).toEqual({ seen: ['a', 'b'], answer: { batchItemFailures: [{ itemIdentifier: '2' }] } })
})

it('logs an event by name, and hands a failure on to whoever called', async () => {
  const lines: object[] = []
  const handler = onEvent(
    'arrive',
    z.object({ case: z.string() }),
    async ({ case: name }) => {
      if (name === 'bad') throw new Error('broken')
      return { step: name }
    },
    (line) => lines.push(line),
  )
  expect(await handler({ case: 'review' })).toEqual({ step: 'review' })
  await expect(handler({ case: 'bad' })).rejects.toThrow('broken')
  await expect(handler({ other: 1 })).rejects.toThrow()
  expect(lines).toMatchObject([
    { event: 'arrive', done: true },
    { event: 'arrive', done: false, message: 'broken' },
    { event: 'arrive', done: false },
  ])
})
