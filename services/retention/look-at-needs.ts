import { batchKind, batchStream } from '#batch/batch.ts'
import type { Retention } from '#county/retention.ts'
import { Altered } from '#ledger/altered.ts'
import { verifyChain } from '#ledger/chain.ts'
import { type Ledger, readStream } from '#ledger/ledger.ts'
import { personsNamedBy } from '#persons/named-persons.ts'
import type { Kept, Persons } from '#persons/persons.ts'
import type { Line } from '#retention/erasure.ts'
import { batchBehind, needsIn } from '#retention/needs.ts'
import { longest, type Retained, retainedBy } from '#retention/retained.ts'
import { unnamedIn } from '#retention/unnamed.ts'

type Looked = {
  readonly retained: ReadonlyMap<string, Retained>
  /** Streams that are not as they were written: what they name is neither blocked nor erased. */
  readonly altered: readonly string[]
  /** Whatever they name, needed or not. */
  readonly named: ReadonlySet<string>
}
/** Streams read side by side: each is mostly waiting. */
const AT_ONCE = 16

/** What these streams say of the personal data that they name. */
export async function lookAtNeeds(
  { ledger, terms }: { readonly ledger: Ledger; readonly terms: Retention },
  streams: readonly string[],
): Promise<Looked> {
  const retained: Retained[] = []
  const altered: string[] = []
  const named = new Set<string>()
  const look = async (stream: string) => {
    try {
      const { commits } = await ledger.read(stream)
      verifyChain(commits, stream)
      for (const { id } of personsNamedBy(commits)) named.add(id)
      const batch = batchBehind(stream)
      const cancelled = batch && (await readStream(ledger, batchKind, batchStream(batch))).state.cancelled
      retained.push(
        ...needsIn(stream, commits, cancelled ? cancelled.at : undefined).map((need) => retainedBy(need, terms)),
      )
    } catch (error) {
      if (!(error instanceof Altered)) throw error
      altered.push(stream)
    }
  }
  for (let from = 0; from < streams.length; from += AT_ONCE)
    await Promise.all(streams.slice(from, from + AT_ONCE).map(look))
  return { retained: longest(retained), altered: altered.toSorted(), named }
}

/** The same with the rows that no stream names: those that are there are asked of, and not what they say. */
export async function withUnnamed(persons: Pick<Persons, 'all'>, looked: Looked): Promise<Looked> {
  const rows: Kept[] = []
  for await (const row of persons.all()) rows.push(row)
  return { ...looked, retained: longest([...looked.retained.values(), ...unnamedIn(rows, looked)]) }
}

/** What the streams of these lines say of them now. A line that no stream named is as it was, unless one does since. */
export async function lookAtLines(
  deps: { readonly ledger: Ledger; readonly terms: Retention },
  lines: readonly Line[],
): Promise<Looked> {
  const looked = await lookAtNeeds(deps, [...new Set(lines.map(({ stream }) => stream))])
  const still = lines.flatMap(({ id, kind, stream, because, due }): Retained[] =>
    because === 'unnamed' && !looked.named.has(id) && !looked.altered.includes(stream)
      ? [{ id, kind, stream, because, blockFrom: due, due }]
      : [],
  )
  return { ...looked, retained: longest([...looked.retained.values(), ...still]) }
}
