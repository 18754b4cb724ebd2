/** Which rows of personal data the record says may be gone, and which it says are. */
import { storedCommit } from '#ledger/dynamo-ledger.ts'
import { fold } from '#ledger/ledger.ts'
import { approvedLines, isRetention, retentionKind } from '#retention/erasure.ts'
import { readAs } from './read-as.ts'
import { wrongInChain } from './wrong-in-chain.ts'

/** `digest`: none of what no event named, which so excuses nothing that one names. */
type Reference = { readonly id: string; readonly digest?: string | undefined }
const nameOf = ({ id, digest }: Reference): string => `${id} ${digest}`

/** `approved`: it may be gone; `erased`: it was, and must be. */
export type Erasing = 'approved' | 'erased'

/** @param items of each stream, as they lie there; an erasure counts only where its stream is as it was written */
export function approvedErasures(
  items: ReadonlyMap<string, readonly unknown[]>,
): (named: Reference) => Erasing | undefined {
  const known = new Map<string, Erasing>()
  for (const [stream, own] of items)
    for (const [name, how] of isRetention(stream) ? erasuresIn(stream, own) : [])
      if (known.get(name) !== 'erased') known.set(name, how)
  return (named) => known.get(nameOf(named))
}

function erasuresIn(stream: string, items: readonly unknown[]): (readonly [string, Erasing])[] {
  const read = items.map((item) => storedCommit.safeParse(item))
  const commits = read.flatMap(({ data }) => data ?? []).toSorted((a, b) => a.number - b.number)
  const find = () => undefined
  if (commits.length < items.length || wrongInChain({ stream, commits, seen: new Map(), find }).length > 0) return []
  const parsed = readAs(retentionKind, commits)
  // Whoever judges the commit says that it holds no such event; nothing was erased by it.
  if (!parsed) return []
  const state = fold(retentionKind, parsed)
  const erased = new Set(state.erased?.ids)
  return approvedLines(state).map((line) => [nameOf(line), erased.has(line.id) ? 'erased' : 'approved'] as const)
}
