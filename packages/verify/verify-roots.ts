/** The daily roots: whether each follows the one before, and what they saw of every stream. */
import { dateOf } from '#calendar/deadline.ts'
import { after, instantOf, msOf } from '#calendar/instant.ts'
import { said, saidDay } from '#calendar/said.ts'
import { canonicalJson, digestOf, type Hashed } from '#ledger/chain.ts'
import type { Commit, Newest } from '#ledger/ledger.ts'
import { isSound, type Root } from '#ledger/root.ts'
import { sm3 } from '#ledger/root-digest.ts'
import { type Difference, differences } from './differences.ts'
import type { Finding } from './finding.ts'
import { flippedBack } from './flipped-back.ts'

/** The first root that saw a stream with this commit at its end. */
export type Witness = { readonly date: string; readonly number: number; readonly hash: string }
export type Witnesses = ReadonlyMap<string, readonly Witness[]>

/**
 * @param roots the oldest first; undefined stands for one that cannot be read
 * @param begins whether the first of them is the very first that there was
 */
export function wrongInRoots(roots: readonly (Root | undefined)[], begins = true): Finding[] {
  return roots.flatMap((root, i) => {
    if (!root) return []
    const { date, previous } = root
    const day = saidDay(date)
    const before = roots[i - 1]
    if (!isSound(root)) {
      const { path, ...values } = changedIn(root, before, roots[i + 1])
      const sentence = `${day}的每日摘要与其所列内容不符（${path}）；请与存储桶中的原件核对。`
      return [{ kind: 'root' as const, date, field: path, sentence, ...values }]
    }
    const isUnknown = i === 0 ? !begins : !before
    if (isUnknown || previous === (before?.root ?? '')) return []
    const sentence = before
      ? `${day}的每日摘要没有接在${saidDay(before.date)}之后；其间有摘要缺失或被换掉。`
      : `最早的每日摘要（${day}）之前还应有摘要，现已缺失。`
    return [{ kind: 'root' as const, date, field: 'previous', sentence }]
  })
}

type Changed = Pick<Difference, 'path'> & Partial<Difference>
/** What was changed in a root that does not fit its own digest, as a bit that was flipped or its neighbours show it. */
function changedIn(root: Root, before: Root | undefined, after: Root | undefined): Changed {
  const { root: is, sm3: second, ...content } = root
  if (second !== undefined && is === digestOf(content))
    return { path: 'sm3', is: second, was: sm3(canonicalJson(content)) }
  if (after && isSound({ ...root, root: after.previous })) return { path: 'root', is, was: after.previous }
  const text = flippedBack(canonicalJson(content), is)
  const [flipped] = text === undefined ? [] : differences(content, JSON.parse(text))
  if (flipped) return flipped
  if (before && isSound({ ...root, previous: before.root }))
    return { path: 'previous', is: root.previous, was: before.root }
  const unlike = root.heads.findIndex(({ stream, number, hash }) =>
    [before, after].every((other) => {
      const same = other?.heads.find((head) => head.stream === stream)
      return same !== undefined && (same.number !== number || same.hash !== hash)
    }),
  )
  return { path: unlike < 0 ? 'heads' : `heads[${unlike}]，记录流“${root.heads[unlike]?.stream}”` }
}

/** @param roots sound ones, the oldest first: one that does not fit its own digest accuses nobody */
export function witnessesOf(roots: readonly Root[]): Witnesses {
  const witnesses = new Map<string, Witness[]>()
  for (const root of roots) {
    for (const { stream, number, hash } of root.heads) {
      const seen = witnesses.get(stream) ?? []
      const last = seen.at(-1)
      if (last?.number !== number || last.hash !== hash) seen.push({ date: root.date, number, hash })
      witnesses.set(stream, seen)
    }
  }
  return witnesses
}

/** The first root that saw something else of a stream than what lies there now. */
export function wrongByRoots(stream: string, commits: readonly Hashed[], witnesses: readonly Witness[]): Finding[] {
  const last = commits.at(-1)?.number ?? 0
  for (const { date, number, hash } of witnesses) {
    const commit = commits.find((one) => one.number === number)
    if (commit?.hash === hash) continue
    // That one before the last is missing, the chain says itself.
    if (!commit && number <= last) continue
    return [cutOrChanged({ stream, number: last }, { date, number, hash })]
  }
  return []
}

/** Clocks differ, and a write may be on its way. */
export const MARGIN_MS = 15 * 60_000

/** Whoever answers a request reads and writes at once: a function of ours is given seconds, and its clock is the cloud's. */
export const MOMENT_MS = 60_000

/**
 * The first commit that was there, by what it says, before the day began on which a root was taken, and that the root
 * does not have: it was written later and dated back. A root says its day and no instant, and is taken at eight or, by
 * hand, at any time of it, so what is dated on that day itself is asked of the next root.
 * @param days of the sound roots, the oldest first
 */
export function datedBack(
  stream: string,
  commits: readonly Commit[],
  witnesses: readonly Witness[],
  days: readonly string[],
): Finding[] {
  for (const { number, at } of commits) {
    if (!isInstant(at)) return [oddInstant(stream, number)]
    const day = firstAfter(days, dateOf(after(at, MARGIN_MS)))
    if (day === undefined || number <= (witnesses.findLast(({ date }) => date <= day)?.number ?? 0)) continue
    const how = `写的是${said(at)}，${saidDay(day)}的每日摘要中却没有它，是后来补写、倒填了时间`
    const sentence = `记录流“${stream}”的第${number}次提交${how}；请停止写入并与备份核对。`
    return [{ kind: 'ledger', stream, commit: number, field: 'at', date: day, sentence }]
  }
  return []
}

const isInstant = (at: string): boolean => !Number.isNaN(msOf(at)) && instantOf(msOf(at)) === at
const oddInstant = (stream: string, commit: number): Finding => ({
  ...{ kind: 'ledger', stream, commit, field: 'at' },
  sentence: `记录流“${stream}”的第${commit}次提交的时间不是本系统写得出的；请停止写入并与备份核对。`,
})

/** @param days in order; there may be thousands for each of many commits */
function firstAfter(days: readonly string[], day: string): string | undefined {
  let [from, to] = [0, days.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((days[middle] ?? '') > day) to = middle
    else from = middle + 1
  }
  return days[from]
}

/** The same, of a stream of which only the newest commit was looked at. */
export const wrongByHead = (head: Omit<Newest, 'hash'> & { hash?: string }, witness: Witness): Finding[] =>
  head.number < witness.number || (head.number === witness.number && head.hash !== witness.hash)
    ? [cutOrChanged(head, witness)]
    : []

function cutOrChanged({ stream, number: last }: Omit<Newest, 'hash'>, { date, number }: Witness): Finding {
  const found = { kind: 'ledger', stream, date } as const
  if (last >= number)
    return {
      ...found,
      commit: number,
      field: 'hash',
      sentence: `记录流“${stream}”的第${number}次提交与${saidDay(date)}的每日摘要不符，此后被改过；请停止写入并与备份核对。`,
    }
  const how = last === 0 ? '现在整个不见了' : `现在只有${last}次，其后的被截去`
  return {
    ...found,
    commit: last + 1,
    field: 'number',
    sentence: `记录流“${stream}”在${saidDay(date)}有${number}次提交，${how}；请停止写入并与备份核对。`,
  }
}
