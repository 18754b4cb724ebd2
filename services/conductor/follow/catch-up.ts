import { caseKind } from '#case/case.ts'
import { type Ledger, readStream } from '#ledger/ledger.ts'
import { followNotice } from './follow-notice.ts'
import type { Followed } from './followed.ts'

/** News of two streams comes in any order: a case may still stand in a notice that has closed. */
export const catchUp =
  (deps: { ledger: Ledger; followed: Followed; now: () => Date }) =>
  async (stream: string): Promise<void> => {
    const { state } = await readStream(deps.ledger, caseKind, stream)
    if (state.notice) await followNotice(deps)(state.notice.stream)
  }
