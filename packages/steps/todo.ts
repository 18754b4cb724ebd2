/** The one rule of what somebody may and must do about a case; each kind of step contributes its part. */
import { type CaseFacts, correctedStep } from '#case/facts.ts'
import type { Command } from '#procedure/commands.ts'
import { type Holding, permissionFor } from '#procedure/permissions.ts'
import { lapseOf, type Procedure, stepAt } from '#procedure/procedure.ts'
import { procedureOf } from '#procedure/procedures.ts'
import { anyStepTodos } from './any-step-todo.ts'
import { entryTodos } from './entry/todo.ts'
import { inquiryTodos } from './inquiry/todo.ts'
import { correctionTodos, judgementTodos } from './judgement/todo.ts'
import type { Looking, SomeTodo, Todo, TodoFrame } from './todo-shape.ts'
import { workTodos } from './work/todo.ts'

/**
 * What this person may do about a case now, and what waits for them.
 * @param now an instant: after a step's end nobody acts there any more, time decides in a moment
 */
export function todosOf(facts: CaseFacts, frame: TodoFrame, looking: Looking, now: string): readonly Todo[] {
  const procedure = procedureOf(facts.procedure)
  const step = stepAt(procedure, facts.step)
  const some = [
    ...(step ? ofStep(facts, frame, looking, now) : []),
    ...correctionTodos(facts, procedure, frame, looking),
    ...anyStepTodos(facts, procedure, frame, looking),
  ]
  return some
    .filter((todo) => isAllowed(todo, facts, procedure, looking.holdings))
    .map((todo) => ({ step: facts.step, ...todo }))
}

function ofStep(facts: CaseFacts, frame: TodoFrame, looking: Looking, now: string): readonly SomeTodo[] {
  const step = stepAt(procedureOf(facts.procedure), facts.step)
  if (!step || (lapseOf(step) && facts.lateFrom && now >= facts.lateFrom)) return []
  switch (step.kind) {
    case 'entry':
      return entryTodos(step, facts, frame, looking)
    case 'judgement':
      return judgementTodos(step, facts, looking, now)
    case 'work':
      return workTodos(step, facts, frame, looking, now)
    case 'inquiry':
      return inquiryTodos(step, facts, frame, looking)
    case 'resolution':
    case 'notice':
    case 'announcement':
      return []
  }
}

/** A correction is given where its decision was, which the case has left. */
const CORRECTING: ReadonlySet<Command> = new Set(['draft-correction', 'sign-correction', 'return-correction'])

const isAllowed = (
  { command }: { command: Command },
  facts: CaseFacts,
  procedure: Procedure,
  holdings: readonly Holding[],
): boolean => {
  const step = CORRECTING.has(command) ? correctedStep(facts) : facts.step
  return permissionFor(command, holdings, { unit: facts.unit, procedure, step }) !== undefined
}
