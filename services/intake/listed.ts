import type { Case } from '#case/case.ts'
import { readStream } from '#ledger/ledger.ts'
import { stepAt } from '#procedure/procedure.ts'
import { LISTS } from '#rows/row.ts'
import { rowsOf } from '#rows/rows.ts'
import { announcementKind } from '#steps/announcement/announcement.ts'
import { noticeKind } from '#steps/notice/notice.ts'
import { resolutionKind, resolutionStream, submittedCases } from '#steps/resolution/resolution.ts'
import type { CaseCall, IntakeDeps } from './intake-deps.ts'

/**
 * Whether a published act, or a list that was submitted to a body, names the unit at the step where its case stands. A
 * case follows an act a moment later, so it may not know yet; should the act come between this look and a correction,
 * it finds the case elsewhere and sets its line aside.
 */
export async function isListed(
  { ledger, rows }: Pick<IntakeDeps, 'ledger' | 'rows'>,
  { params: { batch, unit } }: Pick<CaseCall, 'params'>,
  { procedure, step, taken }: Case,
): Promise<boolean> {
  const names = (row: { step: string; state: string; units: readonly string[] }) =>
    row.step === step && (row.state === 'published' || row.state === 'closed') && row.units.includes(unit)
  switch (stepAt(procedure, step)?.kind) {
    case 'notice': {
      const open = await rowsOf(rows, 'notice', LISTS.open, { prefix: LISTS.openOf(batch, 'notice/') })
      for (const { stream } of open.filter(names)) {
        const { setAside } = (await readStream(ledger, noticeKind, stream)).state
        if (!setAside.some((line) => line.case === unit)) return true
      }
      return false
    }
    case 'announcement': {
      const published = await rowsOf(rows, 'announcement', LISTS.batch(batch), { prefix: 'decision/' })
      for (const { stream } of published.filter(names)) {
        const { setAside } = (await readStream(ledger, announcementKind, stream)).state
        if (!setAside.some((line) => line.case === unit)) return true
      }
      return false
    }
    case 'resolution': {
      const stream = resolutionStream(batch, step)
      const { state } = await readStream(ledger, resolutionKind, stream)
      const isFollowed = (number: number) => taken.some((act) => act.stream === stream && act.number === number)
      const isAside = (number: number) => state.setAside.some((line) => line.number === number && line.case === unit)
      const isDecided = state.meetings.some(
        ({ commit, lines }) => lines.some((line) => line.case === unit) && !isFollowed(commit) && !isAside(commit),
      )
      return isDecided || submittedCases(state).includes(unit)
    }
    default:
      return false
  }
}
