/** Whom a case waits for, by the one rule of to-dos: appointments, and nobody by name. */

import type { CaseFacts } from '#case/facts.ts'
import { APPOINTMENTS, type Appointment, appointmentName, isInsideUnit } from '#procedure/appointments.ts'
import { isListStep } from '#procedure/kinds.ts'
import type { Holding } from '#procedure/permissions.ts'
import { stepAt } from '#procedure/procedure.ts'
import { procedureOf } from '#procedure/procedures.ts'
import { ACTORS } from '#typed/reserved-ids.ts'
import { type ListFacts, listTodosOf } from './list-todo.ts'
import { todosOf } from './todo.ts'
import type { Looking, TodoFrame } from './todo-shape.ts'

/**
 * Where one act decides many cases it is not known here how far it is: whoever has a part in it is named.
 * @param now an instant
 */
export function waitsFor(facts: CaseFacts, frame: TodoFrame, now: string): readonly Appointment[] {
  if (facts.ended) return []
  return appointmentName.options.filter((appointment) => {
    const holding = { appointment, ...(isInsideUnit(appointment) && { unit: facts.unit }) }
    const looking: Looking = { person: '', holdings: [holding] }
    return (
      todosOf(facts, frame, looking, now).some(({ must }) => must) ||
      (!isInsideUnit(appointment) && carriesPaper(facts, frame, holding, now)) ||
      actsInList(facts, looking)
    )
  })
}

/** A form that the office has begun to enter from paper 代录 is carried on by whoever did, and by nobody else there. */
function carriesPaper(facts: CaseFacts, frame: TodoFrame, holding: Holding, now: string): boolean {
  const makers = Object.values(facts.papers).flatMap((paper) => (paper.byOffice ? paper.makers : []))
  return makers.some((person) =>
    todosOf(facts, frame, { person, holdings: [holding] }, now).some(({ must, form }) => must && form !== undefined),
  )
}

function actsInList({ procedure: variant, step, unit, notice }: CaseFacts, looking: Looking): boolean {
  const procedure = procedureOf(variant)
  const value = stepAt(procedure, step)
  if (!value || !isListStep(value)) return false
  const act = { n: 1, units: [unit] }
  const over = [{ ...act, title: value.title, waiting: 0 }]
  const nothing: ListFacts = { step, waiting: [], submitted: [], prepared: [], returned: [], over: [] }
  // A notice that runs is closed when its period is over.
  const facts: ListFacts = notice
    ? { ...nothing, over }
    : { ...nothing, waiting: [unit], submitted: [unit], prepared: [{ ...act, by: ACTORS.anybody, at: '' }] }
  return listTodosOf(facts, procedure, looking).length > 0
}

export const titlesOf = (appointments: readonly Appointment[]): readonly string[] =>
  appointments.map((appointment) => APPOINTMENTS[appointment])
