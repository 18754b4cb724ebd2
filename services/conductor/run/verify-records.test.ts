import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { dateOf } from '#calendar/deadline.ts'
import { evidenceKind, evidenceStream, keep, promise } from '#evidence/evidence.ts'
import { canonicalJson } from '#ledger/chain.ts'
import { alteredLedger } from '#ledger/fixtures/altered-ledger.ts'
import { execute, Head, type Ledger } from '#ledger/ledger.ts'
import { memoryRoots } from '#ledger/memory-roots.ts'
import { type Root, type Roots, sealRoot } from '#ledger/root.ts'
import type { Bodies } from '#verify/bodies.ts'
import { textsNamedBy } from '#verify/references.ts'
import { conducted } from '../fixtures/conducted.ts'
import { linesOf } from './log-findings.ts'
import { sealHeads } from './seal-heads.ts'
import { DAYS, isTurnOf, verifyRecords } from './verify-records.ts'

const FILE = Buffer.from('%PDF-1.7')
const SHA = createHash('sha256').update(FILE).digest('hex')
const EVIDENCE = evidenceStream('a', SHA)

/** A county in which yesterday was sealed, and what lies beside its ledger. */
async function sealedCounty() {
  const county = conducted()
  await county.underReview('a', 'b')
  const roots = memoryRoots()
  const at = county.now().toISOString()
  const asked = { stream: EVIDENCE, by: 'clerk' }
  const file = { name: '方案.pdf', size: FILE.length, contentType: 'application/pdf' }
  await execute(county.ledger, evidenceKind, {
    ...asked,
    command: 'promise',
    decide: promise(file, { by: 'clerk', received: at }),
  })
  await execute(county.ledger, evidenceKind, {
    ...asked,
    command: 'keep',
    decide: keep({ contentType: 'application/pdf', size: FILE.length }, at),
  })
  await sealHeads({ ...county.deps, roots })()
  county.move(1)
  const files = new Map([[EVIDENCE, FILE]])
  const bodies: Bodies = {
    // The fixture's forms name a text that nobody kept; it stands for all that are as they were.
    text: async (sha256) => (sha256.length === 64 ? texts.get(sha256) : undefined),
    file: async (key) => {
      const bytes = files.get(key)
      return bytes && { sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length }
    },
    attachment: async () => undefined,
  }
  const texts = new Map<string, string>()
  const verify = (
    ledger: Ledger = county.ledger,
    more: Partial<{ roots: Roots; row: (stream: string) => Promise<unknown>; hour: string }> = {},
  ) =>
    verifyRecords({
      ledger,
      records: {
        items: async (stream) => (await ledger.read(stream)).commits,
        row: more.row ?? ((stream) => county.deps.rows.get(stream)),
      },
      roots: more.roots ?? roots,
      bodies,
      // By its schedule it runs when that day is being sealed: at eight.
      now: () => new Date(`${dateOf(county.now().toISOString())}T${more.hour ?? '08'}:00:00+08:00`),
    })
  return { county, roots, files, texts, verify }
}
/** All but kept texts, of which the fixture has none. */
const placesIn = ({ findings }: Awaited<ReturnType<ReturnType<typeof verifyRecords>>>) =>
  findings.flatMap(({ kind, stream, commit, field, date }) =>
    kind === 'content' ? [] : [[kind, stream ?? date, commit, field]],
  )

it('finds nothing where nothing was touched, and reads all but what is not due', async () => {
  const { county, verify } = await sealedCounty()
  const all = await verify()({ everything: true })
  expect([all.streams, all.looked, placesIn(all)]).toEqual([3, 3, []])
  const due = (await Array.fromAsync(county.ledger.streams())).filter(({ stream }) => isTurnOf(stream, '2018-05-02'))
  expect((await verify()()).looked).toBe(due.length)
})

it('reads what has changed since the last root, and within thirty days everything else, once each', async () => {
  const { county, roots, verify } = await sealedCounty()
  await county.accept('a')
  const looked = new Map<string, number>()
  const watching: Ledger = {
    ...county.ledger,
    read: (stream) => {
      looked.set(stream, (looked.get(stream) ?? 0) + 1)
      return county.ledger.read(stream)
    },
  }
  await verify(watching)()
  expect(looked.get('case/2018-2/a')).toBe(1)
  await sealHeads({ ...county.deps, roots })()
  looked.clear()
  for (let day = 0; day < DAYS; day++) {
    county.move(1)
    await verify(watching)()
  }
  expect(Object.fromEntries(looked)).toEqual({ 'case/2018-2/a': 1, 'case/2018-2/b': 1, [EVIDENCE]: 1 })
})

it('names a commit that was altered, by its field where a bit was flipped', async () => {
  const { county, verify } = await sealedCounty()
  const all = await verify(alteredLedger(county.ledger, 'case/2018-2/a'))({ everything: true })
  expect(placesIn(all)).toEqual([['ledger', 'case/2018-2/a', 1, 'events、command、by、at之一']])
})

it('names on the very day, due or not, a stream that was cut, is gone, or ends otherwise', async () => {
  const { county, verify } = await sealedCounty()
  const cut = (stream: string, to: number): Ledger => ({
    ...county.ledger,
    async read(name) {
      const { head, commits } = await county.ledger.read(name)
      return { head, commits: name === stream ? commits.slice(0, to) : commits }
    },
    async *streams() {
      for await (const one of county.ledger.streams())
        if (one.stream !== stream) yield one
        else if (to > 0) yield { ...one, number: to, hash: (await county.ledger.read(stream)).commits[to - 1]!.hash }
    },
  })
  const length = (await county.ledger.read('case/2018-2/b')).commits.length
  expect(placesIn(await verify(cut('case/2018-2/b', length - 1))())).toContainEqual([
    'ledger',
    'case/2018-2/b',
    length,
    'number',
  ])
  expect(placesIn(await verify(cut('case/2018-2/b', 0))())).toContainEqual(['ledger', 'case/2018-2/b', 1, 'number'])
  const otherwise: Ledger = {
    ...county.ledger,
    async *streams() {
      for await (const one of county.ledger.streams())
        yield one.stream === EVIDENCE ? { ...one, hash: 'f'.repeat(64) } : one
    },
  }
  // The index says something else than the item: whoever reads it finds the item whole, and the day still says so.
  expect(placesIn(await verify(otherwise)())).toContainEqual(['ledger', EVIDENCE, 2, 'hash'])
})

it('names a row that says something else, not one that lags or is not there', async () => {
  const { county, verify } = await sealedCounty()
  const of = (change: (row: any) => unknown) => ({
    row: async (stream: string) => {
      const row = await county.deps.rows.get(stream)
      return stream === 'case/2018-2/a' ? change(row) : row
    },
  })
  const everything = { everything: true }
  expect(
    placesIn(
      await verify(
        undefined,
        of((row) => ({ ...row, step: 'notice' })),
      )(everything),
    ),
  ).toEqual([['row', 'case/2018-2/a', expect.any(Number), 'step']])
  expect(
    placesIn(
      await verify(
        undefined,
        of(() => undefined),
      )(everything),
    ),
  ).toEqual([])
})

it('names a kept text that is gone, or says something else', async () => {
  const { county, texts, verify } = await sealedCounty()
  const found = async () =>
    (await verify()({ everything: true })).findings.flatMap(({ kind, stream, field }) =>
      kind === 'content' ? [[stream, field]] : [],
    )
  const gone = await found()
  expect(gone).toContainEqual(['case/2018-2/a', 'events[0].content'])
  const commits = (await county.ledger.read('case/2018-2/a')).commits
  const [named] = textsNamedBy('case/2018-2/a', commits)
  texts.set(named!.sha256, '{"reason":"另一个理由"}')
  expect(await found()).toContainEqual(['case/2018-2/a', 'events[0].content → 内容'])
})

it('names a file that was changed, and one that is gone', async () => {
  const { files, verify } = await sealedCounty()
  files.set(EVIDENCE, Buffer.from('%PDF-1.6'))
  expect(placesIn(await verify()({ everything: true }))).toEqual([['evidence', EVIDENCE, 2, '正文']])
  files.delete(EVIDENCE)
  expect(placesIn(await verify()({ everything: true }))).toEqual([['evidence', EVIDENCE, 2, '正文']])
})

it('names a root that was changed, damaged or left out, and looks at each once in thirty days', async () => {
  const { county, roots, verify } = await sealedCounty()
  for (let day = 2; day <= 36; day++) {
    await sealHeads({ ...county.deps, roots })()
    county.move(1)
  }
  // As on the seventh day, and on each of the thirty that come.
  county.move(-30)
  const kept = new Map((await Array.fromAsync(roots.all())).map((root) => [root.date, root] as const))
  const having = (change: (kept: Map<string, Root>) => unknown): Roots => {
    const own = new Map(kept)
    change(own)
    return { ...roots, dates: async () => [...own.keys()], on: async (date) => own.get(date) }
  }
  const days = async (changed: Roots) => {
    const found = new Set<string>()
    for (let day = 0; day < 30; day++) {
      for (const [kind, date, , field] of placesIn(await verify(undefined, { roots: changed })()))
        if (kind === 'root') found.add(`${date} ${field}`)
      county.move(1)
    }
    county.move(-30)
    return [...found].sort()
  }
  expect([...kept.keys()]).toHaveLength(36)
  expect(await days(roots)).toEqual([])
  const newest = kept.get('2018-05-06')!
  expect(await days(having((own) => own.set('2018-05-06', { ...newest, heads: [] })))).toEqual(['2018-05-06 heads'])
  expect(await days(having((own) => own.set('2018-05-03', sealRoot('2018-05-03', [], ''))))).toEqual([
    '2018-05-03 previous',
    '2018-05-04 previous',
  ])
  expect(await days(having((own) => own.delete('2018-05-02')))).toEqual(['2018-05-03 previous'])
  const unreadable = having(() => {})
  const none: Roots = { ...unreadable, on: async (date) => (date === '2018-05-06' ? undefined : kept.get(date)) }
  expect(await days(none)).toEqual(['2018-05-06 全文'])
  const noOld: Roots = { ...unreadable, on: async (date) => (date === '2018-05-03' ? undefined : kept.get(date)) }
  expect(await days(noOld)).toEqual(['2018-05-03 全文'])
})

it('names on the next day a newest root that is gone, from which the chain would go on as if nothing were lacking', async () => {
  const { county, roots, verify } = await sealedCounty()
  for (let day = 2; day <= 4; day++) {
    await sealHeads({ ...county.deps, roots })()
    county.move(1)
  }
  const kept = new Map((await Array.fromAsync(roots.all())).map((root) => [root.date, root] as const))
  const without = (...days: string[]): Roots => {
    const dates = [...kept.keys()].filter((date) => !days.includes(date))
    return { ...roots, dates: async () => dates, on: async (date) => kept.get(date) }
  }
  const said = async (gone: Roots, everything = false) =>
    (await verify(undefined, { roots: gone })({ everything })).findings.flatMap(({ kind, sentence }) =>
      kind === 'root' ? [sentence] : [],
    )
  expect(await said(roots)).toEqual([])
  // Whoever asks from nine on, asks for that day's as well.
  const later = await verify(undefined, { roots, hour: '09' })()
  expect(later.findings.map(({ date }) => date)).toContain('2018-05-05')
  expect(await said(without('2018-05-04'))).toEqual([
    '2018年5月4日没有每日摘要：当天没有生成，或者后来被删去；请与存储桶中的原件核对。',
  ])
  expect(await said(without('2018-05-03', '2018-05-04'))).toEqual([
    '2018年5月3日至2018年5月4日没有每日摘要：当天没有生成，或者后来被删去；请与存储桶中的原件核对。',
  ])
  expect(await said(without('2018-05-03'))).toEqual([
    '2018年5月3日没有每日摘要：已被删去，2018年5月4日的摘要接在其后；请与存储桶中的原件核对。',
  ])
  // All of them: what was written before yesterday shows that there were some.
  expect(await said(without(...kept.keys()))).toEqual([
    expect.stringContaining('2018年5月2日至2018年5月4日没有每日摘要'),
  ])
  // A day that was missed is told of for two days, and to whoever asks for everything.
  const missed = await sealedCounty()
  for (let day = 2; day <= 6; day++) {
    if (day !== 3) await sealHeads({ ...missed.county.deps, roots: missed.roots })()
    missed.county.move(1)
    const found = async (everything: boolean) =>
      (await missed.verify()({ everything })).findings.filter(({ kind }) => kind === 'root').map(({ date }) => date)
    expect([day, await found(false)]).toEqual([day, day === 3 || day === 4 ? ['2018-05-03'] : []])
    expect([day, await found(true)]).toEqual([day, day >= 3 ? ['2018-05-03'] : []])
  }
})

it('says in the log how much it looked at, and each finding without what the field said', () => {
  const finding = {
    kind: 'row',
    stream: 'unit/a',
    commit: 2,
    field: 'name',
    sentence: '不符。',
    was: '甲',
    is: '乙',
  } as const
  const lines = linesOf({ streams: 9, looked: 3, findings: [finding] })
  expect(lines).toEqual([
    { event: 'verify-records', streams: 9, looked: 3, found: 1 },
    { event: 'verify-records', kind: 'row', stream: 'unit/a', commit: 2, field: 'name', sentence: '不符。' },
  ])
  expect(canonicalJson(lines)).not.toMatch(/甲|乙/)
})

it('names on the day after a commit that is dated before a root that does not have it', async () => {
  const { county, verify } = await sealedCounty()
  const stream = 'case/2018-2/a'
  const { commits } = await county.ledger.read(stream)
  const at = '2018-04-28T00:00:00.000Z'
  const event = { ...Object(commits[0]?.events[0]), at }
  const back = new Head(stream, commits).next([event], 'back', 'somebody', new Date(at))
  const all = [...commits, back]
  const ledger: Ledger = {
    ...county.ledger,
    read: async (name) => (name === stream ? { head: new Head(name, all), commits: all } : county.ledger.read(name)),
    async *streams() {
      for await (const one of county.ledger.streams())
        yield one.stream === stream ? { stream, number: back.number, hash: back.hash } : one
    },
  }
  expect(placesIn(await verify(ledger)())).toEqual([['ledger', stream, back.number, 'at']])
})
