import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Work } from '#local-cloud/time/work.ts'
import { StreamConsumer, type StreamRecord } from './stream-consumer.ts'

const record = (name: string, at = 0): StreamRecord => ({
  eventID: name,
  eventName: 'INSERT',
  eventVersion: '1.1',
  eventSource: 'aws:dynamodb',
  awsRegion: 'eu-west-1',
  dynamodb: {
    ApproximateCreationDateTime: at,
    Keys: { stream: { S: name } },
    SequenceNumber: name,
    SizeBytes: 1,
    StreamViewType: 'KEYS_ONLY',
  },
  eventSourceARN: 'arn',
})
const names = (records: readonly StreamRecord[]) => records.map(({ eventID }) => eventID)

/** A consumer that handles records in order and stops at one it cannot bear. */
function consumer({
  bisect = true,
  retries = 2,
  partial = true,
  poison = [] as string[],
  batchSize = 10,
  now = () => 0,
  maxAgeMs = 86_400_000,
}) {
  const calls: string[][] = []
  const handled: string[] = []
  const done: string[] = []
  const given: { records: string[]; condition: string; attempts: number }[] = []
  const work = new Work()
  const one = new StreamConsumer({
    what: 'test',
    batchSize,
    retries,
    bisect,
    maxAgeMs,
    enabled: true,
    shuffle: undefined,
    work,
    now,
    call: async (records) => {
      calls.push(names(records))
      const bad = records.findIndex(({ eventID }) => poison.includes(eventID))
      handled.push(...names(records.slice(0, bad < 0 ? records.length : partial ? bad : 0)))
      return { failed: bad < 0 ? undefined : partial ? records[bad]!.eventID : 'all' }
    },
    done: (records) => void done.push(...names(records)),
    giveUp: async (records, condition, attempts) => void given.push({ records: names(records), condition, attempts }),
  })
  const run = async (records: readonly StreamRecord[]) => {
    one.switch(false)
    for (const each of records) one.push(each)
    one.switch(true)
    await work.idle()
    return { calls, handled, given, done }
  }
  return { run, one, work, handled }
}
const abcd = ['a', 'b', 'c', 'd'].map((name) => record(name))

test('records arrive in order, in batches of the size that was declared', async () => {
  expect((await consumer({ batchSize: 3 }).run(abcd)).calls).toEqual([['a', 'b', 'c'], ['d']])
})

test('a batch goes on at the record reported as failed; alone it is given up after its attempts', async () => {
  const { handled, given, calls } = await consumer({ poison: ['b'] }).run(abcd)
  expect(handled).toEqual(['a', 'c', 'd'])
  expect(given).toEqual([{ records: ['b'], condition: 'RetryAttemptsExhausted', attempts: 3 }])
  expect(calls.slice(0, 3)).toEqual([
    ['a', 'b', 'c', 'd'],
    ['b', 'c', 'd'],
    ['b', 'c'],
  ])
})

test('without halving, everything from the poison record on is given up', async () => {
  const { handled, given } = await consumer({ poison: ['b'], bisect: false }).run(abcd)
  expect([handled, given[0]?.records]).toEqual([['a'], ['b', 'c', 'd']])
})

test('what is older than the mapping allows goes where failures go; what is older than a day is gone', async () => {
  const now = () => 30 * 3_600_000
  const old = [record('gone', 0), record('old', 10 * 3600), record('young', 29 * 3600)]
  const { handled, given, done } = await consumer({ now, maxAgeMs: 12 * 3_600_000 }).run(old)
  expect([handled, given]).toEqual([['young'], [{ records: ['old'], condition: 'RecordAgeExceeded', attempts: 0 }]])
  expect(done).toEqual(['gone', 'old', 'young'])
})

test('switched off it keeps what comes and begins nothing', async () => {
  const { one, work, handled } = consumer({})
  one.switch(false)
  one.push(record('kept'))
  expect([work.begun, handled]).toEqual([0, []])
  one.switch(true)
  await work.idle()
  expect(handled).toEqual(['kept'])
})

test('whatever is poison: each other record is handled, each poison one given up alone', async () => {
  const ten = Array.from('abcdefghij')
  await fc.assert(
    fc.asyncProperty(
      fc.subarray(ten),
      fc.boolean(),
      fc.integer({ min: 1, max: 10 }),
      async (poison, partial, batchSize) => {
        const { handled, given, done } = await consumer({ poison, partial, batchSize }).run(
          ten.map((name) => record(name)),
        )
        expect(handled).toEqual(ten.filter((name) => !poison.includes(name)))
        expect(given.map(({ records }) => records)).toEqual(poison.map((name) => [name]))
        expect(done).toEqual(ten)
      },
    ),
    { numRuns: 60 },
  )
})
