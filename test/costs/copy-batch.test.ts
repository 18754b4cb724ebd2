import { expect, test } from 'vitest'
import { evidenceKind, evidenceStream, keep, promise } from '#evidence/evidence.ts'
import { digestOf, verifyChain } from '#ledger/chain.ts'
import { type Commit, execute, Head } from '#ledger/ledger.ts'
import { memoryLedger } from '#ledger/memory-ledger.ts'
import { registerUnit, unitKind, unitStream } from '#roster/unit.ts'
import { confer, titleKind, titleStream } from '#title/title.ts'
import { copyBatch, lotsOfUnits } from './copy-batch.ts'
import { PATTERN } from './past-batch.ts'
import type { Pattern } from './pattern.ts'
import { pastName } from './rename.ts'

const at = '2018-01-10T01:00:00.000Z'
const sha256 = 'ab'.repeat(32)
const text = JSON.stringify({ creationPlan: [sha256], reason: '基础较好。' })
const object = { file: '', size: 1, etag: '', lastModified: at, headers: {}, checksums: {}, tags: {}, announced: true }

async function pattern(): Promise<Pattern> {
  const ledger = memoryLedger(() => new Date(at))
  const asked = { command: 'c', by: 'r001' }
  const file = { name: '创建方案.pdf', size: 3, contentType: 'application/pdf' }
  const evidence = evidenceStream('dunji', sha256)
  await execute(ledger, evidenceKind, {
    ...asked,
    stream: evidence,
    decide: promise(file, { by: 'r001', received: at }),
  })
  await execute(ledger, evidenceKind, { ...asked, command: 'd', stream: evidence, decide: keep(file, at) })
  const title = titleStream('dunji', PATTERN)
  const act = { stream: `resolution/${PATTERN}/executiveMeeting`, number: 1 }
  const named = confer({ unit: 'dunji', batch: PATTERN, on: '2018-02-05', act }, at)
  await execute(ledger, titleKind, { ...asked, stream: title, decide: named })
  const streams = new Map<string, readonly Commit[]>()
  for (const stream of [evidence, title]) streams.set(stream, (await ledger.read(stream)).commits)
  const unit = unitStream('dunji')
  const facts = { name: '墩集镇人民政府', kind: 'town', inScope: true } as const
  const registered = registerUnit('dunji', facts, { by: 'r048', received: at })
  await execute(ledger, unitKind, { ...asked, stream: unit, decide: registered })
  const units = new Map([[unit, (await ledger.read(unit)).commits]])
  const answers = digestOf(JSON.parse(text))
  streams.set('answered/dunji', [new Head('answered/dunji', []).next([{ answers }], 'e', 'r001', new Date(at))])
  return {
    streams,
    units,
    texts: [{ bucket: 'contents', object: { ...object, key: answers }, text }],
  }
}

test('a copy has names and files of its own, and chains that hold', async () => {
  const { commits, rows } = copyBatch(await pattern(), 42)
  const streams = Map.groupBy(commits, ({ stream }) => stream)
  expect([...streams.keys()]).toEqual([
    expect.stringMatching(/^evidence\/dunji-2\/(?!abab)[0-9a-f]{64}$/),
    'title/dunji-2/2009-3',
    'answered/dunji-2',
  ])
  for (const all of streams.values()) verifyChain(all)
  expect(JSON.stringify(commits)).not.toContain(PATTERN)
  expect(streams.get('title/dunji-2/2009-3')?.[0]?.events).toMatchObject([
    { unit: 'dunji-2', batch: '2009-3', on: '2018-02-05' },
  ])
  expect(rows.map(({ kind, number }) => [kind, number])).toEqual([
    ['evidence', 2],
    ['title', 1],
  ])
})

test('a text that cites a file is named by its own digest', async () => {
  const { commits, texts } = copyBatch(await pattern(), 42)
  const [kept] = texts
  const file = commits[0]?.stream.split('/').at(-1)
  expect(JSON.parse(kept?.text ?? '')).toEqual({ creationPlan: [file], reason: '基础较好。' })
  expect(kept?.object.key).toBe(digestOf(JSON.parse(kept?.text ?? '')))
  expect(commits.at(-1)?.events).toEqual([{ answers: kept?.object.key }])
})

test('a hundred copies share no stream', async () => {
  const made = await pattern()
  const streams = Array.from({ length: 100 }, (_, i) => copyBatch(made, i).rows.map(({ stream }) => stream))
  expect(new Set(streams.flat()).size).toBe(200)
  expect([pastName(0), pastName(4), pastName(5), pastName(99)]).toEqual(['2017-1', '2017-5', '2016-1', '1998-5'])
})

test('units of ten lots are there whatever batches there were', async () => {
  const { rows, commits } = lotsOfUnits(await pattern())
  expect(rows.map(({ stream }) => stream)).toEqual(Array.from({ length: 10 }, (_, lot) => `unit/dunji-${lot}`))
  expect(commits).toHaveLength(10)
})
