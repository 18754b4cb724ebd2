import type { EvidenceEvent } from './evidence.ts'

/** The unit is told at once; a week is for looking into a rejection that should not have been. */
export const DAYS_OF_REJECTED = 7

/**
 * Since which instant a file is one that was never kept and is not to be: rejected, or found bad by the malware scanner
 * before it was kept. Undefined for every other: what was kept once is the record's.
 */
export function rejectedSince(events: readonly EvidenceEvent[]): string | undefined {
  const last = events.findLast(({ type }) => type === 'promised' || type === 'rejected' || type === 'scanned')
  if (events.some(({ type }) => type === 'kept')) return undefined
  if (last?.type === 'rejected') return last.at
  return last?.type === 'scanned' && !last.clean ? last.at : undefined
}
