import type { Case } from '#case/case.ts'
import { readStream } from '#ledger/ledger.ts'
import { stepAt } from '#procedure/procedure.ts'
import { LISTS } from '#rows/row.ts'
import { rowsOf } from '#rows/rows.ts'
import { announcementKind } from '#steps/announcement/announcement.ts'
import { isListedBy, namedByAnnouncement, namedByNotice, namedByResolution } from '#steps/listed.ts'
import { noticeKind } from '#steps/notice/notice.ts'
import { resolutionKind, resolutionStream } from '#steps/resolution/resolution.ts'
import type { CaseCall, IntakeDeps } from '../intake-deps.ts'

/**
 * Whether a published act, or a list that was submitted to a body, names the unit at the step where its case stands. A
 * case follows an act a moment later, so it may not know yet; should the act come between this look and a correction,
 * it finds the case elsewhere and sets its line aside.
 */
export async function isListed(
  { ledger, rows }: Pick<IntakeDeps, 'ledger' | 'rows'>,
  { params: { batch, unit } }: Pick<CaseCall, 'params'>,
  { procedure, step, visit, taken }: Case,
): Promise<boolean> {
  const about = { unit, step, visit, taken }
  const mayName = (row: { step: string; units: readonly string[] }) => row.step === step && row.units.includes(unit)
  switch (stepAt(procedure, step)?.kind) {
    case 'notice': {
      const open = await rowsOf(rows, 'notice', LISTS.open, { prefix: LISTS.openOf(batch, 'notice/') })
      const published = await Promise.all(
        open.filter(mayName).map(async ({ stream }) => ({
          step,
          named: namedByNotice((await readStream(ledger, noticeKind, stream)).state),
        })),
      )
      return isListedBy({ published, resolutions: [] }, about)
    }
    case 'announcement': {
      const known = await rowsOf(rows, 'announcement', LISTS.batch(batch), { prefix: 'decision/' })
      const published = await Promise.all(
        known.filter(mayName).map(async ({ stream }) => ({
          step,
          named: namedByAnnouncement((await readStream(ledger, announcementKind, stream)).state),
        })),
      )
      return isListedBy({ published, resolutions: [] }, about)
    }
    case 'resolution': {
      const stream = resolutionStream(batch, step)
      const { state } = await readStream(ledger, resolutionKind, stream)
      return isListedBy({ published: [], resolutions: [namedByResolution(stream, step, state)] }, about)
    }
    default:
      return false
  }
}
