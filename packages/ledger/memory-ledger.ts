import { type Commit, Head, type Ledger, MovedOn } from './ledger.ts'
import { mustBeKey } from './sizes.ts'

/** A ledger for tests, under the same contract as the real one. */
export function memoryLedger(now: () => Date): Ledger {
  const kept = new Map<string, readonly Commit[]>()
  return {
    async read(stream) {
      mustBeKey(stream)
      const commits = structuredClone(kept.get(stream) ?? [])
      return { head: new Head(stream, commits), commits }
    },
    async append(head, events, command, by) {
      const commit = head.next(events, command, by, now())
      const commits = kept.get(head.stream) ?? []
      if (commits.length !== head.number) throw new MovedOn(head)
      kept.set(head.stream, [...commits, structuredClone(commit)])
      return commit
    },
    async *streams() {
      for (const [stream, commits] of kept) yield { stream, number: commits.length, hash: commits.at(-1)?.hash ?? '' }
    },
  }
}
