import { Refused } from '#ledger/refused.ts'
import type { FoundNotice } from './read-notices.ts'

/**
 * The number of the notice that is prepared at a step: the one whose place it takes, that of a preparation that went
 * back, or the next one, so that numbers have no gaps.
 * @throws Refused when the one named is none that can be replaced
 */
export function numberFor(notices: readonly FoundNotice[], step: string, asked?: number): number {
  const unpublished = notices.filter(({ shown, notice }) => shown.step === step && !notice.published)
  if (asked === undefined) return unpublished.find(({ notice }) => !notice.prepared)?.n ?? notices.length + 1
  if (!unpublished.some(({ n }) => n === asked))
    throw new Refused('elsewhere', `第${asked}期公示已经发布，或者没有这一期，不能再改；请刷新后再办。`)
  return asked
}
