/**
 * What came with the public form. It was looked into when it came and lies among the texts of objections; where the
 * county scans, its verdict stands in `evidence/office.sent/<sha256>`, and the same bytes sent twice have one.
 */
import type { Decision } from '#ledger/kind.ts'
import { ACTORS } from '#typed/reserved-ids.ts'
import type { Evidence, EvidenceEvent } from './evidence.ts'

export type SentFile = {
  /** How it is named in the bucket of texts, below `attachments/`. */
  readonly object: string
  readonly size: number
  readonly contentType: string
}
export const keyOfAttachment = (object: string): string => `attachments/${object}`
/** Its own name may tell who objected. */
const UNNAMED = '附件'

/** It waits for the scanner from now on; what does so already, or was judged, is left as it is. */
export const holdSent =
  ({ object, size, contentType }: SentFile, received: string): Decision<EvidenceEvent, Evidence> =>
  ({ status }) =>
    status === 'unknown'
      ? [
          { type: 'promised', v: 1, at: received, by: ACTORS.public, name: UNNAMED, size, contentType, object },
          { type: 'held', v: 1, at: received, contentType, size },
        ]
      : []
