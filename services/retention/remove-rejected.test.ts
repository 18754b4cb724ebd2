import { rm } from 'node:fs/promises'
import { PutObjectCommand } from '@aws-sdk/client-s3'
import { expect, it } from 'vitest'
import { memoryLedger } from '#ledger/memory-ledger.ts'
import { testFront } from '#local-cloud/s3/s3-front-for-tests.ts'
import { sha } from '../../test/given/cases.ts'
import { removeRejected } from './remove-rejected.ts'
import { s3Rejected } from './s3-rejected.ts'

const AT = '2018-05-01T02:00:00.000Z'
const promised = { type: 'promised', v: 1, at: AT, by: 'p', name: '甲.pdf', size: 3, contentType: 'application/pdf' }
const rejected = { type: 'rejected', v: 1, at: AT, reason: '不是PDF。' }
const kept = { type: 'kept', v: 1, at: AT, contentType: 'application/pdf', size: 3 }
const infected = { type: 'scanned', v: 1, at: AT, by: 'p', clean: false }
const key = (digit: string) => `evidence/dazhuang/${sha(digit)}`

async function county(now: string) {
  const ledger = memoryLedger(() => new Date(now))
  const streams: Record<string, readonly object[]> = {
    [key('1')]: [promised, rejected],
    [key('2')]: [promised, kept],
    [key('3')]: [promised, kept, infected],
    [key('4')]: [promised, { ...kept, type: 'held' }, infected],
    [key('5')]: [promised, rejected, { ...promised, at: now }],
  }
  for (const [stream, events] of Object.entries(streams))
    await ledger.append((await ledger.read(stream)).head, events, 'c', 'p')
  const there = new Set([...Object.keys(streams), key('6')])
  const files = {
    async *keys() {
      yield* [...there]
    },
    remove: async (gone: string) => void there.delete(gone),
  }
  const remove = removeRejected({ ledger, files, now: () => new Date(now) })
  return { there, remove, ledger, files }
}

it('removes what was never kept a week after it was rejected, and nothing else', async () => {
  const { there, remove } = await county('2018-05-08T02:00:00.000Z')
  expect(await remove()).toEqual({ files: 6, removed: 2 })
  expect([...there]).toEqual([key('2'), key('3'), key('5'), key('6')])
  expect(await remove()).toEqual({ files: 4, removed: 0 })
})

it('removes nothing in that week', async () => {
  const { remove } = await county('2018-05-08T01:59:59.999Z')
  expect(await remove()).toEqual({ files: 6, removed: 0 })
})

it('removes nothing on the word of a stream that is not as it was written', async () => {
  const { ledger, files } = await county('2018-06-01T00:00:00.000Z')
  const forged: typeof ledger = {
    ...ledger,
    read: async (stream) => {
      const found = await ledger.read(stream)
      return { ...found, commits: found.commits.map((commit) => ({ ...commit, events: [promised, rejected] })) }
    },
  }
  const remove = removeRejected({ ledger: forged, files, now: () => new Date('2018-06-01T00:00:00.000Z') })
  // What two of them say has not changed.
  expect((await remove()).removed).toBe(1)
})

it('lists a bucket page after page, and removes from it', async () => {
  const { front, client, data } = await testFront()
  try {
    const s3 = client('clerk')
    const keys = ['1', '2', '3', '4', '5', '6'].map(key)
    for (const Key of [...keys, 'other/1'])
      await s3.send(new PutObjectCommand({ Bucket: 'evidence', Key, Body: 'x', IfNoneMatch: '*' }))
    const files = s3Rejected({ client: s3, bucket: 'evidence' }, 2)
    await files.remove(key('2'))
    await files.remove(key('2'))
    expect((await Array.fromAsync(files.keys())).toSorted()).toEqual(keys.filter((one) => one !== key('2')))
  } finally {
    await front.close()
    await rm(data, { recursive: true })
  }
})
