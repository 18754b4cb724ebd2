import { saidEnd as said } from '#calendar/said.ts'
import type { WorkItem } from '#contracts/views.ts'
import { titleOf } from '#procedure/procedure.ts'
import type { Looking } from '#steps/todo-shape.ts'
import type { BatchWork } from './batch-work.ts'

/** Who looks at their worklist, when (an instant), and what units are called. */
export type Watching = Looking & { readonly now: string; readonly names: ReadonlyMap<string, string> }

export const dueAt = (lateFrom: string): { lateFrom: string; said: string } => ({ lateFrom, said: said(lateFrom) })

type Work = Pick<WorkItem, 'kind' | 'command' | 'step' | 'todo' | 'path' | 'draft' | 'pending' | 'visit'> & {
  unit?: string
  lateFrom?: string | undefined
  since?: string | undefined
}

/** One line of a worklist, with names and dates as people read them. */
export function workItem(
  { names }: Watching,
  { batch, procedure }: BatchWork,
  { unit, lateFrom, since, ...work }: Work,
): WorkItem {
  const name = unit && (names.get(unit) ?? unit)
  return {
    ...work,
    title: `${batch.trial ? '【演练】' : ''}${name ?? batch.title}`,
    batch: batch.batch,
    trial: batch.trial,
    stepTitle: titleOf(procedure, work.step),
    ...(unit && name && { unit: { id: unit, name } }),
    ...(lateFrom && { due: dueAt(lateFrom) }),
    ...(since && { since }),
  }
}
