import { saidDay } from '#calendar/said.ts'
import { ChainBroken, verifyChain } from './chain.ts'
import type { Commit, Ledger } from './ledger.ts'
import { isSound, type Root } from './root.ts'

/** What does not fit. `date`: of the first root that shows it; absent where the stream contradicts itself. */
export type Finding = { readonly stream?: string; readonly date?: string; readonly sentence: string }

type Witness = { readonly date: string; readonly number: number; readonly hash: string }

/**
 * Compares a ledger with the roots of its days. What was appended after the newest root is witnessed by nothing yet
 * but its own chain.
 * @returns nothing when every root follows the one before and every stream still begins as each root saw it
 */
export async function verifyRoots(
  ledger: Ledger,
  roots: AsyncIterable<Root> | Iterable<Root>,
): Promise<readonly Finding[]> {
  const findings: Finding[] = []
  const witnesses = new Map<string, Witness[]>()
  let before: Root | undefined
  for await (const root of roots) {
    findings.push(...wrongIn(root, before))
    before = root
    for (const { stream, number, hash } of root.heads) {
      const seen = witnesses.get(stream) ?? []
      const last = seen.at(-1)
      if (last?.number !== number || last.hash !== hash) seen.push({ date: root.date, number, hash })
      witnesses.set(stream, seen)
    }
  }
  const streams = new Set([...witnesses.keys(), ...(await Array.fromAsync(ledger.streams(), ({ stream }) => stream))])
  for (const stream of [...streams].toSorted()) {
    const wrong = await wrongWith(ledger, stream, witnesses.get(stream) ?? [])
    if (wrong) findings.push({ stream, ...wrong })
  }
  return findings
}

function wrongIn(root: Root, before: Root | undefined): Finding[] {
  const { date, previous } = root
  const day = saidDay(date)
  if (!isSound(root)) return [{ date, sentence: `${day}的每日摘要与其所列内容不符；请与存储桶中的原件核对。` }]
  if (previous === (before?.root ?? '')) return []
  const sentence = before
    ? `${day}的每日摘要没有接在${saidDay(before.date)}之后；其间有摘要缺失或被换掉。`
    : `最早的每日摘要（${day}）之前还应有摘要，现已缺失。`
  return [{ date, sentence }]
}

async function wrongWith(
  ledger: Ledger,
  stream: string,
  witnesses: readonly Witness[],
): Promise<Omit<Finding, 'stream'> | undefined> {
  try {
    const { commits } = await ledger.read(stream)
    const witness = witnesses.find(({ number, hash }) => commits[number - 1]?.hash !== hash)
    if (witness) return { date: witness.date, sentence: sentenceOn(stream, commits, witness) }
    verifyChain(commits)
    return undefined
  } catch (error) {
    if (error instanceof ChainBroken) return { sentence: error.message }
    throw error
  }
}

const sentenceOn = (stream: string, { length }: readonly Commit[], { date, number }: Witness): string =>
  length < number
    ? `记录流“${stream}”在${saidDay(date)}有${number}次提交，现在只有${length}次，其后的被截去；请停止写入并与备份核对。`
    : `记录流“${stream}”的第${number}次提交与${saidDay(date)}的每日摘要不符，此后被改过；请停止写入并与备份核对。`
