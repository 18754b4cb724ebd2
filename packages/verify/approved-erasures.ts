/** Which rows of personal data the record says may be gone. */
import { storedCommit } from '#ledger/dynamo-ledger.ts'
import { fold } from '#ledger/ledger.ts'
import { approvedLines, isRetention, retentionKind } from '#retention/erasure.ts'
import { wrongInChain } from './wrong-in-chain.ts'

type Reference = { readonly id: string; readonly digest: string }
const nameOf = ({ id, digest }: Reference): string => `${id} ${digest}`

/** @param items of each stream, as they lie there; an approval counts only where its stream is as it was written */
export function approvedErasures(items: ReadonlyMap<string, readonly unknown[]>): (named: Reference) => boolean {
  const approved = new Set([...items].flatMap(([stream, own]) => (isRetention(stream) ? approvedIn(stream, own) : [])))
  return (named) => approved.has(nameOf(named))
}

function approvedIn(stream: string, items: readonly unknown[]): string[] {
  const read = items.map((item) => storedCommit.safeParse(item))
  const commits = read.flatMap(({ data }) => data ?? []).toSorted((a, b) => a.number - b.number)
  const find = () => undefined
  if (commits.length < items.length || wrongInChain({ stream, commits, seen: new Map(), find }).length > 0) return []
  return approvedLines(
    fold(
      retentionKind,
      commits.map((commit) => ({ ...commit, events: commit.events.map(retentionKind.parse) })),
    ),
  ).map(nameOf)
}
