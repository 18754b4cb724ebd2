import fc from 'fast-check'
import { expect, it } from 'vitest'
import { after } from '#calendar/instant.ts'
import { hashOf } from '#ledger/chain.ts'
import { type Commit, Head, type Ledger } from '#ledger/ledger.ts'
import { memoryLedger } from '#ledger/memory-ledger.ts'
import { memoryRoots } from '#ledger/memory-roots.ts'
import { type Root, sealRoot } from '#ledger/root.ts'
import { verifyCounty } from './verify-county.ts'

/** All that is found in a ledger that lies beside these roots. */
async function verifyRoots(ledger: Ledger, roots: readonly Root[], until?: string) {
  const names = await Array.fromAsync(ledger.streams(), ({ stream }) => stream)
  const all = await Promise.all(names.map(async (stream) => (await ledger.read(stream)).commits))
  const none = () => Promise.reject(new Error('nothing is named'))
  const { findings } = await verifyCounty({
    ledger: all.flat(),
    rows: [],
    persons: [],
    lagging: new Set(names),
    roots: roots.map((root) => ({ name: `roots/${root.date}.json`, text: JSON.stringify(root) })),
    until,
    texts: [],
    bodies: { text: none, file: none, attachment: none },
  })
  // What these streams say no decider has written.
  return findings.filter(({ byRules }) => !byRules)
}

const START = '2018-05-01T00:00:00.000Z'
const now = () => new Date(START)

/** A ledger of three streams on whose days roots were taken, and hands that reach round it. */
async function witnessed() {
  let at = START
  const ledger = memoryLedger(() => new Date(at))
  const roots = memoryRoots()
  const append = async (stream: string, n: number) => {
    const { head } = await ledger.read(stream)
    await ledger.append(head, [{ n }], `c${head.number}-${n}`, 'wang')
  }
  const seal = async (date: string) => {
    const heads = await Array.fromAsync(ledger.streams())
    await roots.keep(sealRoot(date, heads, (await roots.newest())?.root ?? ''))
    at = after(at, 86_400_000)
  }
  for (const stream of ['case/a', 'case/b', 'batch/x']) await append(stream, 1)
  await seal('2018-05-01')
  await append('case/a', 2)
  await seal('2018-05-02')
  await append('case/a', 3)
  await seal('2018-05-03')
  await append('case/b', 2)
  return { ledger, roots: await Array.fromAsync(roots.all()) }
}

/** The ledger as it would be had somebody with every right changed one stream. */
const tampered = (
  ledger: Ledger,
  stream: string,
  change: (commits: readonly Commit[]) => readonly Commit[],
): Ledger => ({
  ...ledger,
  async read(name) {
    const { commits } = await ledger.read(name)
    const shown = name === stream ? change(commits) : commits
    return { head: new Head(name, shown), commits: shown }
  },
  async *streams() {
    for await (const newest of ledger.streams())
      if (newest.stream !== stream || change((await ledger.read(stream)).commits).length > 0) yield newest
  },
})
/** Every hash right again, from the first commit on. */
function rewritten(commits: readonly Commit[], changed: number): readonly Commit[] {
  const made: Commit[] = []
  for (const { stream, number, events, command, by, at } of commits)
    made.push(new Head(stream, made).next(number === changed ? [{ n: 99 }] : events, command, by, new Date(at)))
  return made
}

it('finds nothing where nothing was touched, however much came after the last root', async () => {
  const { ledger, roots } = await witnessed()
  expect(await verifyRoots(ledger, roots)).toEqual([])
  expect(await verifyRoots(ledger, [])).toEqual([])
})

it('names a stream that was cut short, though its chain holds, and the first day that shows it', async () => {
  const { ledger, roots } = await witnessed()
  expect(
    await verifyRoots(
      tampered(ledger, 'case/a', (all) => all.slice(0, 1)),
      roots,
    ),
  ).toMatchObject([
    {
      stream: 'case/a',
      date: '2018-05-02',
      commit: 2,
      sentence: '记录流“case/a”在2018年5月2日有2次提交，现在只有1次，其后的被截去；请停止写入并与备份核对。',
    },
  ])
})

it('names a stream that is gone as a whole', async () => {
  const { ledger, roots } = await witnessed()
  expect(
    await verifyRoots(
      tampered(ledger, 'batch/x', () => []),
      roots,
    ),
  ).toMatchObject([{ stream: 'batch/x', date: '2018-05-01', sentence: expect.stringContaining('现在整个不见了') }])
})

it('names a stream that was written anew from a commit on, every hash right again', async () => {
  const { ledger, roots } = await witnessed()
  expect(
    await verifyRoots(
      tampered(ledger, 'case/a', (all) => rewritten(all, 2)),
      roots,
    ),
  ).toMatchObject([
    {
      stream: 'case/a',
      date: '2018-05-02',
      commit: 2,
      sentence: expect.stringContaining('第2次提交与2018年5月2日的每日摘要不符'),
    },
  ])
})

it('names a commit whose content no longer fits its own hash, also where no root has seen it', async () => {
  const { ledger, roots } = await witnessed()
  const forged = (all: readonly Commit[]) => all.map((one) => (one.number === 2 ? { ...one, by: 'li' } : one))
  expect(await verifyRoots(tampered(ledger, 'case/b', forged), roots)).toMatchObject([
    { stream: 'case/b', commit: 2, field: 'by', was: 'wang', is: 'li' },
  ])
})

it('names a root that was changed, one that was left out, and the first that is gone', async () => {
  const { ledger, roots } = await witnessed()
  const [first, second, third] = roots as [Root, Root, Root]
  const changed = { ...second, heads: second.heads.slice(1) }
  expect(await verifyRoots(ledger, [first, changed, third])).toMatchObject([
    { date: '2018-05-02', sentence: expect.stringContaining('与其所列内容不符') },
  ])
  expect(await verifyRoots(ledger, [first, third])).toMatchObject([
    { date: '2018-05-02', sentence: expect.stringContaining('已被删去，2018年5月3日的摘要接在其后') },
  ])
  expect(await verifyRoots(ledger, [second, third])).toMatchObject([
    { date: '2018-05-02', sentence: expect.stringContaining('之前还应有摘要') },
  ])
})

it('names the days that have no root: between two, since the last one, and all of them', async () => {
  const { ledger, roots } = await witnessed()
  const [first, second, third] = roots as [Root, Root, Root]
  // Half an hour after that day's sealing began, which may still be under way.
  const at = '2018-05-05T00:30:00.000Z'
  const said = async (kept: readonly Root[], until = at) =>
    (await verifyRoots(ledger, kept, until)).map(({ kind, date, sentence }) => [kind, date, sentence])
  const found = (date: string, days: string) => [
    'root',
    date,
    `${days}没有每日摘要：当天没有生成，或者后来被删去；请与存储桶中的原件核对。`,
  ]
  expect(await said(roots, '2018-05-04T00:30:00.000Z')).toEqual([])
  expect(await said(roots)).toEqual([found('2018-05-04', '2018年5月4日')])
  expect(await said([first, second])).toEqual([found('2018-05-03', '2018年5月3日至2018年5月4日')])
  // At nine it is done.
  expect(await said(roots, '2018-05-04T00:59:59.999Z')).toEqual([])
  expect(await said(roots, '2018-05-04T01:00:00.000Z')).toEqual([found('2018-05-04', '2018年5月4日')])
  // Sealed after the newest one was deleted: the chain says nothing.
  const onward = sealRoot('2018-05-04', third.heads, second.root)
  expect(await said([first, second, onward])).toEqual([found('2018-05-03', '2018年5月3日')])
  // What was written on the first of May was sealed on the second at the latest.
  expect(await said([])).toEqual([found('2018-05-02', '2018年5月2日至2018年5月4日')])
  expect(await said([sealRoot('2018-05-04', third.heads, '')])).toEqual([
    found('2018-05-02', '2018年5月2日至2018年5月3日'),
  ])
})

it('names what a root says beside what its digest covers', async () => {
  const { ledger, roots } = await witnessed()
  const more = { ...roots[0]!, keptUntil: '2018-05-09' }
  expect(await verifyRoots(ledger, [more, ...roots.slice(1)])).toMatchObject([
    { kind: 'root', date: '2018-05-01', field: 'keptUntil' },
  ])
})

it('sees every cut below a sealed head, and no cut above it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 8 }),
      fc.integer({ min: 0, max: 8 }),
      fc.nat(16),
      async (sealed, more, keep) => {
        const ledger = memoryLedger(now)
        const append = async (n: number) => {
          for (let i = 0; i < n; i++) {
            const { head } = await ledger.read('s')
            await ledger.append(head, [{ i }], `c${head.number}`, 'wang')
          }
        }
        await append(sealed)
        const root = sealRoot('2018-05-01', await Array.fromAsync(ledger.streams()), '')
        await append(more)
        const cut = tampered(ledger, 's', (all) => all.slice(0, keep))
        expect((await verifyRoots(cut, [root])).length).toBe(keep < sealed ? 1 : 0)
      },
    ),
  )
})

it('names what was written after the roots and dated before them, and nothing that was written just before', async () => {
  const { ledger, roots } = await witnessed()
  const day = { kind: 'ledger', field: 'at', date: '2018-05-02' }
  const written = async (stream: string, at: string) => {
    const { commits } = await ledger.read(stream)
    const late = new Head(stream, commits).next([{ n: 9 }], 'late', 'wang', new Date(at))
    const all = [...commits, late]
    return verifyRoots(
      {
        ...ledger,
        read: async (name) => (name === stream ? { head: new Head(name, all), commits: all } : ledger.read(name)),
        async *streams() {
          yield { ...late }
          for await (const one of ledger.streams()) if (one.stream !== stream) yield one
        },
      },
      roots,
    )
  }
  expect(await written('unit/ghost', '2018-05-01T03:00:00.000Z')).toMatchObject([
    {
      ...{ ...day, stream: 'unit/ghost', commit: 1 },
      sentence:
        '记录流“unit/ghost”的第1次提交写的是2018年5月1日11时00分，2018年5月2日的每日摘要中却没有它，是后来补写、倒填了时间；请停止写入并与备份核对。',
    },
  ])
  expect(await written('batch/x', '2018-05-01T03:00:00.000Z')).toMatchObject([{ ...day, stream: 'batch/x', commit: 2 }])
  // A root has to have what is dated a quarter of an hour before its day; it may lack what is dated later.
  expect(await written('unit/ghost', '2018-05-02T15:44:59.999Z')).toMatchObject([{ ...day, date: '2018-05-03' }])
  expect(await written('unit/ghost', '2018-05-02T15:45:00.000Z')).toEqual([])
  expect(await written('unit/ghost', '2018-05-03T12:00:00.000Z')).toEqual([])
})

it('names an instant that no clock of ours has written', async () => {
  const { ledger } = await witnessed()
  const odd = (all: readonly Commit[]) => {
    const { hash: _own, ...rest } = { ...all[0]!, at: '2018-05-01' }
    return [{ ...rest, hash: hashOf(rest) }]
  }
  expect(await verifyRoots(tampered(ledger, 'case/b', odd), [])).toMatchObject([
    { stream: 'case/b', commit: 1, field: 'at' },
  ])
})
