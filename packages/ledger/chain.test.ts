import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ChainBroken, digestOf, hashOf, verifyChain } from './chain.ts'
import { alteredLedger } from './fixtures/altered-ledger.ts'
import type { Kind } from './kind.ts'
import { type Commit, execute, Head, type Ledger, readStream } from './ledger.ts'
import { memoryLedger } from './memory-ledger.ts'
import { Refused } from './refused.ts'

const now = () => new Date('2018-03-01T01:00:00.000Z')
const chain = (length: number, stream = 'case/2018-2/dazhuang'): Commit[] => {
  const commits: Commit[] = []
  for (let n = 1; n <= length; n++)
    commits.push(new Head(stream, commits).next([{ type: 'added', n }], `c${n}`, '王经办', now()))
  return commits
}
const resealed = (commit: Commit): Commit => ({ ...commit, hash: hashOf(commit) })

describe('the chain of a stream', () => {
  it('verifies what was written, and nothing', () => {
    verifyChain(chain(4))
    verifyChain([])
  })

  it.each([
    [
      'a changed event',
      (c: Commit[]) => c.with(1, { ...c[1]!, events: [{ type: 'added', n: 9 }] }),
      2,
      '内容与摘要不符',
    ],
    ['a changed name', (c: Commit[]) => c.with(2, { ...c[2]!, by: '李经办' }), 3, '内容与摘要不符'],
    ['a changed time', (c: Commit[]) => c.with(0, { ...c[0]!, at: '2018-01-01T00:00:00.000Z' }), 1, '内容与摘要不符'],
    [
      'a change sealed again',
      (c: Commit[]) => c.with(1, resealed({ ...c[1]!, events: [{ type: 'added', n: 9 }] })),
      3,
      '前一次提交的摘要',
    ],
    ['a removed first commit', (c: Commit[]) => c.slice(1), 1, '此处应为第1次提交，实为第2次'],
    ['a removed commit', (c: Commit[]) => c.toSpliced(1, 1), 2, '此处应为第2次提交，实为第3次'],
    [
      'a removed commit, numbered again',
      (c: Commit[]) => c.toSpliced(1, 1).map((one, i) => resealed({ ...one, number: i + 1 })),
      2,
      '前一次提交的摘要',
    ],
    ['an inserted commit', (c: Commit[]) => c.toSpliced(2, 0, c[1]!), 3, '此处应为第3次提交，实为第2次'],
    ['two commits exchanged', (c: Commit[]) => [c[0]!, c[2]!, c[1]!, c[3]!], 2, '此处应为第2次提交'],
    ['a commit of another stream', (c: Commit[]) => c.with(3, chain(4, 'case/2018-2/xiaoliang')[3]!), 4, '另一记录流'],
  ])('does not pass %s', (_what, forge, number, sentence) => {
    const forged = forge(chain(4))
    expect(() => verifyChain(forged)).toThrow(ChainBroken)
    expect(() => verifyChain(forged)).toThrow(`记录流“case/2018-2/dazhuang”的第${number}次提交校验不通过`)
    expect(() => verifyChain(forged)).toThrow(sentence)
  })

  it('hashes the canonical form: the order of names does not count', () => {
    expect(digestOf({ b: 1, a: '示' })).toBe(digestOf({ a: '示', b: 1 }))
    // SHA-256 of the bytes of {"a":"示","b":1}, computed elsewhere.
    expect(digestOf({ a: '示', b: 1 })).toBe('1cf13b5c46e08ba64bcb5f3d139125d68119ae4709d131f4cf4cc8068e0654bf')
  })
})

type Added = { type: 'added'; n: number }
const sum: Kind<Added, number> = { parse: (e) => e as Added, initial: 0, evolve: (total, { n }) => total + n }

it('is asked of every stream that is read: an altered one is not shown, and nothing is decided on it', async () => {
  const real = memoryLedger(now)
  const ask = { stream: 's', command: 'a', by: 'wang', decide: (): Added[] => [{ type: 'added', n: 1 }] }
  await execute(real, sum, ask)
  const altered = alteredLedger(real, 's')
  await expect(readStream(altered, sum, 's')).rejects.toThrow(ChainBroken)
  let asked = 0
  const decide = () => {
    asked += 1
    return [{ type: 'added', n: 2 } as const]
  }
  await expect(execute(altered, sum, { ...ask, command: 'b', decide })).rejects.toThrow('第1次提交校验不通过')
  expect([asked, (await real.read('s')).commits.length]).toEqual([0, 1])
})

it('does not take the commits of one stream for those of another', async () => {
  const real = memoryLedger(now)
  await real.append((await real.read('s')).head, [{ type: 'added', n: 1 }], 'a', 'wang')
  const astray: Ledger = { ...real, read: () => real.read('s') }
  await expect(readStream(astray, sum, 't')).rejects.toThrow('它属于另一记录流“s”')
})

const refused = (error: unknown) => {
  if (!(error instanceof Refused)) throw error
}

it('holds under any interleaving of writers: the chain verifies, and each command has one commit, of one person', async () => {
  // Command ids from a small set, so that writers double and race one another's clicks.
  const commands = fc.array(fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e'), n: fc.nat(9) }), { maxLength: 4 })
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.array(commands, { minLength: 1, maxLength: 4 }), async (s, writers) => {
      const real = memoryLedger(now)
      const ledger: Ledger = {
        read: s.scheduleFunction((stream: string) => real.read(stream)),
        append: s.scheduleFunction((...args: Parameters<Ledger['append']>) => real.append(...args)),
        streams: real.streams,
      }
      const told: { id: string; by: string; events: readonly Added[] }[] = []
      const elses: { id: string; by: string }[] = []
      const all = writers.map(async (clicks, writer) => {
        for (const { id, n } of clicks) {
          const decide = (total: number): Added[] => (n === 0 ? [] : [{ type: 'added', n: total + n }])
          // Writers 0 and 2 are one person in two windows; 1 and 3 another.
          const by = `${writer % 2}`
          const answer = await execute(ledger, sum, { stream: 's', command: id, by, decide }, 50).catch(refused)
          if (!answer) elses.push({ id, by })
          else if (answer.events.length > 0) told.push({ id, by, events: answer.events })
        }
      })
      await s.waitFor(Promise.all(all))
      const { commits } = await real.read('s')
      verifyChain(commits)
      const ids = commits.map(({ command }) => command)
      expect(new Set(ids).size).toBe(ids.length)
      const commitOf = (id: string) => commits.find(({ command }) => command === id)
      for (const { id, by, events } of told) expect(commitOf(id)).toMatchObject({ by, events })
      for (const { id, by } of elses) expect(commitOf(id)?.by).not.toBe(by)
      expect(new Set(told.map(({ id }) => id)).size).toBe(ids.length)
    }),
    { numRuns: 200 },
  )
})
