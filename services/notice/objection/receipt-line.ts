import { Refused } from '#ledger/refused.ts'
import type { FoundNotice } from '../notice/read-notices.ts'

/** @throws Refused when the notice has no such receipt line */
export function receiptLine({ notice }: FoundNotice, objection: string) {
  const line = Object.hasOwn(notice.objections, objection) ? notice.objections[objection] : undefined
  if (!line) throw new Refused('unknown', '这一期公示没有这件异议；请核对编号。')
  return line
}
