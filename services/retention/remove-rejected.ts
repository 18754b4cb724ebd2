/** Once a day: files that were never kept leave the store a week after they were rejected. */
import { instantOf } from '#calendar/instant.ts'
import { evidenceKind } from '#evidence/evidence.ts'
import { DAYS_OF_REJECTED, rejectedSince } from '#evidence/rejected.ts'
import { Altered } from '#ledger/altered.ts'
import { type Ledger, readStream } from '#ledger/ledger.ts'

export interface RejectedFiles {
  /** The keys of all that lies there, which are the names of their streams. */
  keys(): AsyncIterable<string>
  remove(key: string): Promise<void>
}
type Deps = { readonly ledger: Ledger; readonly files: RejectedFiles; readonly now: () => Date }
const DAY_MS = 86_400_000

/**
 * Asks the file's own stream just before it removes it; of what the record does not call rejected nothing goes: bytes
 * that nobody promised, and whatever has a stream that is not as it was written.
 */
export const removeRejected =
  ({ ledger, files, now }: Deps) =>
  async (): Promise<{ readonly files: number; readonly removed: number }> => {
    const until = instantOf(now().getTime() - DAYS_OF_REJECTED * DAY_MS)
    let [looked, removed] = [0, 0]
    for await (const key of files.keys()) {
      looked++
      const since = await whenRejected(ledger, key)
      if (since === undefined || since > until) continue
      await files.remove(key)
      removed++
    }
    return { files: looked, removed }
  }

async function whenRejected(ledger: Ledger, stream: string): Promise<string | undefined> {
  try {
    const { commits } = await readStream(ledger, evidenceKind, stream)
    return rejectedSince(commits.flatMap(({ events }) => events))
  } catch (error) {
    if (error instanceof Altered) return undefined
    throw error
  }
}
