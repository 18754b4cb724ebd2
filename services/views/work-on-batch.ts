import { isInvited } from '#batch/designated.ts'
import type { WorkItem } from '#contracts/views.ts'
import type { CallRow, UnitRow } from '#rows/row.ts'
import { type BatchFacts, batchTodos, callTodos, takesPart } from '#steps/batch-todo.ts'
import type { BatchWork } from './batch-work.ts'
import { boardPath, callPath } from './paths.ts'
import { type Watching, workItem } from './work-item.ts'

function batchFactsOf({ batch, procedure, cases }: BatchWork, units: readonly UnitRow[]): BatchFacts {
  const open = new Set(cases.filter(({ ended }) => !ended).map(({ unit }) => unit))
  return {
    procedure,
    cancelled: batch.cancelled !== undefined,
    ...batch.prepared,
    units: units
      .filter(({ unit, inScope }) =>
        takesPart({ inScope: isInvited(batch.terms ?? {}, { unit, inScope }), isOpen: open.has(unit) }),
      )
      .map(({ unit }) => unit),
  }
}

/** What waits for this person about the batch as a whole. @param units of the roster */
export const workOnBatch = (watching: Watching, work: BatchWork, units: readonly UnitRow[]): WorkItem[] => {
  const { batch, procedure } = work
  return batchTodos(batchFactsOf(work, units), watching)
    .filter(({ must }) => must)
    .map(({ command, text, since }) =>
      workItem(watching, work, {
        ...{ kind: 'batch', command, todo: text, since, path: boardPath(batch.batch) },
        // It is about no step alone; an amendment about the first whose date moves.
        step: (command === 'approve-amendment' && batch.prepared?.amendment?.steps[0]) || procedure.start,
      }),
    )
}

/** What waits for this person about calls that are not opened yet, of which there is no batch. */
export const workOnCalls = (watching: Watching, calls: readonly CallRow[]): WorkItem[] =>
  calls.flatMap((call) =>
    callTodos(call, watching)
      .filter(({ must }) => must)
      .map(({ command, text, since }): WorkItem => {
        const { batch, title, trial } = call
        return {
          ...{ kind: 'batch', command, batch, trial, title: `${trial ? '【演练】' : ''}${title}`, todo: text },
          ...{ step: '', stepTitle: '创建通知', path: callPath(batch) },
          ...(since && { since }),
        }
      }),
  )
