/** Objections about a unit whose case has ended: they are received and answered, and change nothing of the case. */
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

/** Whether an objection about the unit came after its end, or is not settled at it. */
export const isAfterEnd = ({ objections }: Notice, unit: string, since = ''): boolean =>
  Object.values(objections).some(({ about, at, result }) => about === unit && (!result || at > since))
