/** Objections about a unit whose case has ended, or whose batch is cancelled: they are answered, and change nothing of the case. */
import { saidCancelled } from '#batch/approve-change.ts'
import type { Cancelled } from '#batch/change-events.ts'
import { caseStream } from '#case/case.ts'
import { type Procedure, titleOf } from '#procedure/procedure.ts'
import { type Known, knownAs } from '#rows/known.ts'
import type { Notice } from '#steps/notice/notice-events.ts'

/** How the case has ended, and the instant at which it did; undefined while it goes on, or nobody knows it yet. */
export function endOf(known: Known, batch: string, unit: string): { step: string; since?: string } | undefined {
  const row = knownAs(known, 'case', caseStream(batch, unit))
  return row?.ended ? { step: row.step, ...(row.since && { since: row.since }) } : undefined
}

export const saidAfterEnd = (procedure: Procedure, ending: string): string =>
  `该单位已办结（${titleOf(procedure, ending)}），异议照常受理、答复；办理结果不改变本批次的结论${
    procedure.endings[ending]?.confers ? '，是否影响称号另行处理' : ''
  }。`

/** Whether an objection about the unit was settled after its end, or is still open. */
export const isAfterEnd = ({ objections }: Notice, unit: string, since = ''): boolean =>
  Object.values(objections).some(({ about, settledAt }) => about === unit && (!settledAt || settledAt > since))

/** What the office reads on the page of a notice whose batch is cancelled. */
export function saidWithBatch({ published, closed }: Notice, cancelled: Cancelled): string {
  const ends = closed ? '' : published ? '，本次公示随之终止' : '，本次公示不再发布'
  const answers = published ? '，不再接收异议；已经收到的异议照常受理、答复，办理结果不改变本批次的结论' : ''
  return `${saidCancelled(cancelled)}${ends}${answers}。理由：${cancelled.reason}`
}
