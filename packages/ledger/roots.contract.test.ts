import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testFront } from '#local-cloud/s3/s3-front-for-tests.ts'
import { memoryRoots } from './memory-roots.ts'
import { type Roots, sealRoot } from './root.ts'
import { s3Roots } from './s3-roots.ts'

type Opened = { roots: Roots; close(): Promise<void> }

/** The laptop's front: of those who put at once it lets one win, as S3 does. */
async function s3(): Promise<Opened> {
  const { front, client, data } = await testFront({ buckets: ['roots'] })
  return {
    roots: s3Roots({ client: client('clerk'), bucket: 'roots' }),
    close: () => front.close().then(() => rm(data, { recursive: true })),
  }
}
const engines: [string, () => Promise<Opened>][] = [
  ['memory', async () => ({ roots: memoryRoots(), close: async () => {} })],
  ['S3', s3],
]
const head = (stream: string, number: number) => ({ stream, number, hash: 'a'.repeat(64) })

describe.each(engines)('%s roots', (_name, open) => {
  let opened: Opened
  let roots: Roots
  beforeAll(async () => {
    opened = await open()
    roots = opened.roots
  })
  afterAll(() => opened.close())

  it('has none at first', async () => {
    expect(await roots.newest()).toBeUndefined()
    expect(await Array.fromAsync(roots.all())).toEqual([])
  })

  it('keeps one a day, gives them in the order of their days, and the newest at once', async () => {
    const [may, june] = [sealRoot('2018-05-31', [head('b', 2), head('a', 1)], ''), sealRoot('2018-06-01', [], '')]
    expect(await roots.keep(june)).toBe(true)
    expect(await roots.keep(may)).toBe(true)
    expect(await Array.fromAsync(roots.all())).toEqual([may, june])
    expect(await roots.newest()).toEqual(june)
    expect(await roots.dates()).toEqual(['2018-05-31', '2018-06-01'])
    expect(await roots.on('2018-05-31')).toEqual(may)
  })

  it('never replaces a root, whoever comes second', async () => {
    const told = await Promise.all([1, 2, 3].map((n) => roots.keep(sealRoot('2018-07-01', [head('a', n)], ''))))
    expect(told.filter(Boolean)).toHaveLength(1)
    expect(await roots.keep(sealRoot('2018-07-01', [head('z', 1)], ''))).toBe(false)
    expect((await roots.newest())?.heads[0]?.stream).toBe('a')
  })
})

it('on S3 a root that lies under another day, or says more than a root, is none of that day', async () => {
  const { front, client, data } = await testFront({ buckets: ['roots'] })
  const roots = s3Roots({ client: client('clerk'), bucket: 'roots' })
  const may = sealRoot('2018-05-31', [head('a', 1)], '')
  const put = (day: string, root: object) =>
    front.putObject('roots', `roots/${day}.json`, JSON.stringify(root), 'application/json')
  await put('2018-05-31', may)
  await put('2018-06-01', may)
  await put('2018-06-02', { ...sealRoot('2018-06-02', [], may.root), keptUntil: '2018-06-09' })
  expect(await roots.on('2018-05-31')).toEqual(may)
  expect(await roots.on('2018-06-01')).toBeUndefined()
  expect(await roots.on('2018-06-02')).toBeUndefined()
  await front.close()
  await rm(data, { recursive: true })
})

it('a root is the same in whatever order the heads come', () => {
  const heads = [head('case/1', 1), head('batch/1', 2), head('person/1', 3)]
  expect(sealRoot('2018-05-01', heads, '')).toEqual(sealRoot('2018-05-01', heads.toReversed(), ''))
})
