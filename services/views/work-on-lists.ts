import type { WorkItem } from '#contracts/views.ts'
import { procedureNamed } from '#procedure/procedures.ts'
import type { BatchRow, CaseRow, NoticeRow } from '#rows/row.ts'
import { holds, type Looking, workItem } from './work.ts'

/** The one list step that a notice decides; every other is decided by a resolution. */
const BY_NOTICE = 'notice'

/** What waits for this person at the steps that one act decides for many cases: a line per step, not per case. */
export function workOnLists(
  looking: Looking,
  batch: BatchRow,
  cases: readonly CaseRow[],
  notices: readonly NoticeRow[],
): WorkItem[] {
  const running = new Set(notices.filter(({ closed }) => !closed).flatMap(({ units }) => units))
  return Object.entries(procedureNamed(batch.procedure).steps).flatMap(([step, { decided, actor }]) => {
    const waiting = cases.filter(
      // The notice's own row may be ahead of its cases' rows.
      (row) => row.step === step && !(step === BY_NOTICE && (row.notice || running.has(row.unit))),
    ).length
    if (decided !== 'list' || waiting === 0 || !holds(looking, actor)) return []
    const at = `/console/batches/${batch.batch}`
    return step === BY_NOTICE
      ? workItem(looking, batch, {
          kind: 'notice',
          step,
          todo: `${waiting}家单位等待公示，请准备公示`,
          path: `${at}/notices/new`,
        })
      : workItem(looking, batch, {
          kind: 'resolution',
          step,
          todo: `${waiting}家单位等待会议审议，请登记会议决定`,
          path: `${at}/resolutions/${step}`,
        })
  })
}
