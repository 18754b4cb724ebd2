/** One stream from the inside: its chain, what the roots saw of it, and its row. */
import { z } from 'zod/mini'
import { storedCommit } from '#ledger/dynamo-ledger.ts'
import type { Commit } from '#ledger/ledger.ts'
import { pathOf } from './differences.ts'
import type { FindField } from './find-field.ts'
import type { Finding } from './finding.ts'
import { undecidable } from './undecidable.ts'
import { datedBack, type Witness, wrongByRoots } from './verify-roots.ts'
import { lackingRow, wrongRow } from './verify-row.ts'
import { wrongInChain } from './wrong-in-chain.ts'

export type Looking = {
  readonly stream: string
  /** Its items, as they lie there. */
  readonly items: readonly unknown[]
  readonly witnesses: readonly Witness[]
  /** Of the sound roots, the oldest first. */
  readonly days: readonly string[]
  readonly find: FindField
  /** Its row as it lies there; `unasked` where rows are not looked at, or are known to lag. */
  readonly row: { readonly is: unknown } | 'unasked'
}
export type Looked = {
  readonly findings: readonly Finding[]
  readonly commits: readonly Commit[]
  /** Neither its chain nor the roots say anything against it. */
  readonly isWhole: boolean
}

/** @returns `commits`: those that can be read; what they name may be looked at where `findings` has nothing on them */
export function verifyStream({ stream, items, witnesses, days, find, row }: Looking): Looked {
  const read = items.map((item) => ({ item, parsed: storedCommit.safeParse(item) }))
  const commits = read
    .flatMap(({ parsed }) => (parsed.success ? [parsed.data] : []))
    .toSorted((a, b) => a.number - b.number)
  const unreadable = read.flatMap(({ item, parsed }) =>
    parsed.success ? [] : [notACommit(stream, item, parsed.error)],
  )
  const seen = new Map(witnesses.map(({ number, hash }) => [number, hash]))
  // One that cannot be read is no gap besides.
  const lost = new Set(unreadable.map(({ commit }) => commit))
  const chain = wrongInChain({ stream, commits, seen, find }).filter(({ commit }) => !lost.has(commit))
  const inside = [...unreadable, ...chain, ...read.flatMap(({ item }) => besideACommit(stream, item))]
  const told = new Set(inside.map(({ commit }) => commit))
  const outside = wrongByRoots(stream, commits, witnesses).filter(({ commit }) => !told.has(commit))
  const whole = [...inside, ...outside]
  const back = datedBack(stream, commits, witnesses, days)
  const isTold = ({ commit, field }: Finding) => field === 'at' && back.some((one) => one.commit === commit)
  const odd = undecidable(stream, commits).filter((one) => !isTold(one))
  const isWhole = whole.length === 0
  const findings = isWhole ? [...back, ...odd] : whole
  if (findings.length > 0 || row === 'unasked') return { findings, commits, isWhole }
  const ofRow = row.is === undefined ? lackingRow(stream, commits) : wrongRow(stream, commits, row.is)
  return { findings: ofRow, commits, isWhole }
}

const PARTS = new Set(Object.keys(storedCommit.shape))
const attributes = z.record(z.string(), z.unknown())
/** Attributes that no hash covers, since no commit has them. */
const besideACommit = (stream: string, item: unknown): Finding[] =>
  Object.keys(attributes.safeParse(item).data ?? {}).flatMap((name) => {
    if (PARTS.has(name)) return []
    const { data } = placed.safeParse(item)
    const which = data ? `第${data.number}次提交` : '有一次提交'
    const sentence = `记录流“${stream}”的${which}多出一项${name}，不是本系统所写，也不在摘要之内；请停止写入并与备份核对。`
    return [{ kind: 'ledger', stream, ...(data && { commit: data.number }), field: name, sentence }]
  })

const placed = z.object({ number: z.int() })
function notACommit(stream: string, item: unknown, { issues }: z.core.$ZodError): Finding {
  const { data } = placed.safeParse(item)
  const field = pathOf(issues[0]?.path ?? [])
  const which = data ? `第${data.number}次提交` : '有一次提交'
  return {
    kind: 'ledger',
    stream,
    ...(data && { commit: data.number }),
    field,
    sentence: `记录流“${stream}”的${which}缺少${field}或其格式不对，被改过；请停止写入并与备份核对。`,
  }
}
