import type { Batch } from '#batch/batch.ts'
import type { BatchRow } from './row.ts'

/** What of a batch waits for approval, or for whoever prepared it; undefined where nothing does. */
export function inHand({ amendment, cancelling }: Batch): BatchRow['prepared'] {
  if (!amendment && !cancelling) return undefined
  return {
    ...(amendment && { amendment: { ...preparedBy(amendment), steps: Object.keys(amendment.prepared.dates) } }),
    ...(cancelling && { cancelling: preparedBy(cancelling) }),
  }
}
/** Who has prepared something and when, and why it went back to them. */
export const preparedBy = ({
  prepared: { by, at },
  returned,
}: {
  readonly prepared: { readonly by: string; readonly at: string }
  readonly returned?: { readonly reason: string } | undefined
}) => ({ by, at, ...(returned && { returned: returned.reason }) })
