import { saidEnd as said } from '#calendar/said.ts'
import type { WorkItem } from '#contracts/views.ts'
import { type Appointment, titleOf } from '#procedure/procedure.ts'
import { procedureNamed } from '#procedure/procedures.ts'
import type { Held } from '#roster/person.ts'
import type { BatchRow } from '#rows/row.ts'

/** Who looks at their worklist, when, and what units are called. */
export type Looking = {
  readonly person: string
  readonly holdings: readonly Held[]
  readonly now: string
  readonly names: ReadonlyMap<string, string>
}

export const holds = ({ holdings }: Looking, appointment: Appointment): boolean =>
  holdings.some((held) => held.appointment === appointment)
export const holdsIn = ({ holdings }: Looking, appointment: Appointment, unit: string): boolean =>
  holdings.some((held) => held.appointment === appointment && held.unit === unit)
/** Nobody decides on their own unit. */
export const isOfUnit = ({ holdings }: Looking, unit: string): boolean => holdings.some((held) => held.unit === unit)

export const dueAt = (lateFrom: string): { lateFrom: string; said: string } => ({ lateFrom, said: said(lateFrom) })

type Todo = Pick<WorkItem, 'kind' | 'step' | 'todo' | 'path'> & {
  unit?: string
  lateFrom?: string | undefined
  since?: string | undefined
}

/** One line of a worklist, with names and dates as people read them. */
export function workItem({ names }: Looking, batch: BatchRow, { unit, lateFrom, since, ...todo }: Todo): WorkItem {
  const stepTitle = titleOf(procedureNamed(batch.procedure), todo.step)
  const name = unit && (names.get(unit) ?? unit)
  return {
    ...todo,
    title: `${batch.trial ? '【演练】' : ''}${name ?? batch.title}`,
    batch: batch.batch,
    trial: batch.trial,
    stepTitle,
    ...(unit && name && { unit: { id: unit, name } }),
    ...(lateFrom && { due: dueAt(lateFrom) }),
    ...(since && { since }),
  }
}
