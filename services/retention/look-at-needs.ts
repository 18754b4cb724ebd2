import { batchKind, batchStream } from '#batch/batch.ts'
import type { Retention } from '#county/retention.ts'
import { Altered } from '#ledger/altered.ts'
import { verifyChain } from '#ledger/chain.ts'
import { type Ledger, readStream } from '#ledger/ledger.ts'
import { batchBehind, needsIn } from '#retention/needs.ts'
import { longest, type Retained, retainedBy } from '#retention/retained.ts'

type Looked = {
  readonly retained: ReadonlyMap<string, Retained>
  /** Streams that are not as they were written: what they name is neither blocked nor erased. */
  readonly altered: readonly string[]
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
  const look = async (stream: string) => {
    try {
      const { commits } = await ledger.read(stream)
      verifyChain(commits, stream)
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
  return { retained: longest(retained), altered: altered.toSorted() }
}
