import { expect, it } from 'vitest'
import { z } from 'zod/mini'
import { inOrder, together } from './in-order.ts'
import { onEvent } from './on-event.ts'

const record = (stream: string, number: string) => ({
  dynamodb: { SequenceNumber: number, Keys: { stream: { S: stream } } },
})
const quiet = () => {}

it('goes one after the other, once for each stream, and says so when all is done', async () => {
  const seen: string[] = []
  const act = async (stream: string) => {
    await new Promise((soon) => setImmediate(soon))
    seen.push(stream)
  }
  const answer = await inOrder(act, quiet)({ Records: [record('a', '1'), record('b', '2'), record('a', '3')] })
  expect({ seen, answer }).toEqual({ seen: ['a', 'b'], answer: { batchItemFailures: [] } })
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

it('deals with all streams of a call at once, each once', async () => {
  const calls: (readonly string[])[] = []
  const act = async (streams: readonly string[]) => void calls.push(streams)
  const answer = await together(act, quiet)({ Records: [record('a', '1'), record('b', '2'), record('a', '3')] })
  expect({ calls, answer }).toEqual({ calls: [['a', 'b']], answer: { batchItemFailures: [] } })
  await together(act, quiet)({ Records: [] })
  expect(calls).toHaveLength(1)
})

it('goes one after the other where all at once failed, and reports the record that fails', async () => {
  const done: string[] = []
  const lines: object[] = []
  const act = async (streams: readonly string[]) => {
    if (streams.includes('b')) throw new Error('poison')
    done.push(...streams)
  }
  const event = { Records: [record('a', '1'), record('b', '2'), record('c', '3')] }
  const answer = await together(act, (line) => lines.push(line))(event)
  expect({ done, answer }).toEqual({ done: ['a'], answer: { batchItemFailures: [{ itemIdentifier: '2' }] } })
  expect(lines).toMatchObject([
    { streams: 3, message: 'poison' },
    { stream: 'b', record: '2' },
  ])
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
