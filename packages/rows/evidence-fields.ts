import type { Evidence } from '#evidence/evidence.ts'
import { LISTS, type Row } from './row.ts'

type EvidenceRow = Extract<Row, { readonly kind: 'evidence' }>

/** The row of a file; undefined where nobody has promised one. */
export function evidenceFields(
  { status, promised, held, kept, reason, finding }: Evidence,
  owner: string,
  sha256: string,
): Omit<EvidenceRow, 'stream' | 'number' | 'shape'> | undefined {
  if (status === 'unknown' || !promised) return undefined
  const found = kept ?? held
  const isScanned = status === 'waiting' || status === 'infected'
  return {
    kind: 'evidence',
    list: isScanned ? LISTS.scans : LISTS.evidence(owner),
    order: isScanned ? `${owner}/${promised.at}` : promised.at,
    owner,
    sha256,
    by: promised.by,
    name: promised.name,
    size: found?.size ?? promised.size,
    contentType: found?.contentType ?? promised.contentType,
    status,
    since: found?.at ?? promised.at,
    ...(found?.note && { note: found.note }),
    ...(reason && { reason }),
    ...(finding && { finding }),
  }
}
