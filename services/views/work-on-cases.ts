import type { WorkItem } from '#contracts/views.ts'
import { outcomeTitle, stepOf } from '#procedure/procedure.ts'
import type { CaseRow } from '#rows/row.ts'
import { isListedBy } from '#steps/listed.ts'
import { todosOf } from '#steps/todo.ts'
import { isOfUnit, type Todo, type TodoFrame } from '#steps/todo-shape.ts'
import type { BatchWork } from './batch-work.ts'
import { assessmentPath, casePath, isJudging, judgePath, paperPath, reportPath } from './paths.ts'
import { type Watching, workItem } from './work-item.ts'

/** What waits for this person at the cases of a batch. */
export const workOnCases = (watching: Watching, work: BatchWork): WorkItem[] =>
  work.cases.flatMap((row) =>
    todosOf(row, frameOf(work, row), watching, watching.now)
      .filter(({ must }) => must)
      .map((todo) =>
        workItem(watching, work, {
          kind: 'case',
          command: todo.command,
          step: todo.step,
          unit: row.unit,
          todo: todo.text,
          path: pathOf(watching, row, todo),
          lateFrom: todo.lateFrom ?? (todo.since === undefined ? row.lateFrom : undefined),
          since: todo.since ?? row.since,
          ...draftOf(work, row, todo),
          ...(isJudging(todo.command) && { visit: row.visit }),
          ...pendingBeside(row, todo),
        }),
      ),
  )

function frameOf(work: BatchWork, row: CaseRow): TodoFrame {
  const { batch, panels, duties, notices, announcements, resolutions } = work
  const { unit, visit, step } = row
  const panel = panels.find((one) => one.unit === unit && one.visit === visit)
  const sent = duties.find((one) => one.unit === unit && one.step === step)
  return {
    signOffs: batch.signOffs,
    vetoes: batch.terms?.vetoes !== undefined,
    listed: isListedBy({ published: [...notices, ...announcements], resolutions }, row),
    ended: panel?.ended ?? [],
    settled: panel?.settled ?? false,
    reported: sent?.reported ?? [],
  }
}

/** Judging has a screen of its own; so have assessing, and what the office enters from paper. */
function pathOf(watching: Watching, row: CaseRow, { command, form, step, period, method }: Todo): string {
  if (isJudging(command)) return judgePath(row, step)
  if (command === 'record-method' && method) return assessmentPath(row, method)
  if (period !== undefined) return reportPath(row, period)
  return form && !isOfUnit(watching, row) ? paperPath(row) : casePath(row)
}

/** The draft that is to be signed. */
function draftOf(work: BatchWork, { draft }: CaseRow, { command, step }: Todo): Pick<WorkItem, 'draft'> {
  if (!draft || command !== 'decide-step') return {}
  const { at, outcome, reason, seenAs = at, unchecked } = draft
  return {
    draft: {
      drafted: seenAs,
      outcomeTitle: outcomeTitle(work.procedure, step, outcome),
      reason,
      ...(unchecked && hasChecklist(work, step) && { unchecked }),
    },
  }
}

/** Whether the judgement asks for points of its own, or for the conditions that the call froze. */
const hasChecklist = ({ procedure, batch }: BatchWork, step: string): boolean =>
  Object.keys(stepOf(procedure, step, 'judgement')?.points ?? {}).length > 0 ||
  (batch.terms?.conditions?.items.length ?? 0) > 0

/** Whoever judges reads what is still to be decided beside; who decides that reads of it in their own line. */
function pendingBeside({ veto, withdrawal, held }: CaseRow, { command }: Todo): Pick<WorkItem, 'pending'> {
  const pending = [
    ...(veto ? ['有待确认的一票否决'] : []),
    ...(withdrawal ? ['有待确认的退出申请'] : []),
    ...(held.length > 0 ? ['有未办结的期内异议'] : []),
  ]
  return isJudging(command) && pending.length > 0 ? { pending: pending.join('、') } : {}
}
