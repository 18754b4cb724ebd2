/** The to-dos of a case as commands with their forms: what somebody may do is asked of the one rule and nothing else. */
import type { CaseFacts } from '#case/facts.ts'
import type { OfferedCommand } from '#contracts/case-page.ts'
import { pathOf } from '#contracts/client.ts'
import { fieldsOf } from '#contracts/forms.ts'
import { startTodos } from '#steps/start-todo.ts'
import { todosOf } from '#steps/todo.ts'
import type { Todo } from '#steps/todo-shape.ts'
import type { Looked } from '../case/look-at-case.ts'
import { type CaseCall, isOfUnit } from '../intake-deps.ts'
import type { Offer, OfferFrame } from './offer.ts'
import { offersOf } from './offers.ts'
import { startFactsOf } from './start-facts.ts'
import { todoFrameOf } from './todo-frame.ts'

/**
 * @param listed whether an act names the case that it has not followed yet
 * @param values the form's, as this caller sees them
 */
export function offeredCommands(
  call: CaseCall,
  looked: Looked,
  { facts, listed }: { readonly facts: CaseFacts; readonly listed: boolean },
  values: Readonly<Record<string, unknown>>,
): OfferedCommand[] {
  const frame = { call, looked, facts, values, ofUnit: isOfUnit(call.caller, call.params.unit) }
  return todosFor(call, looked, facts, listed).flatMap((todo) =>
    offersOf(todo, frame).map((offer, i) => offered(offer, todo, frame, i === 0)),
  )
}

function todosFor(call: CaseCall, looked: Looked, facts: CaseFacts, listed: boolean): readonly Todo[] {
  const { caller, received } = call
  const { read, terms } = looked
  if (terms.cancelled) return []
  const looking = { person: caller.person, holdings: caller.holdings }
  if (read.state.visit === 0) return startTodos(startFactsOf(call.params.unit, looked), looking, received)
  return todosOf(facts, todoFrameOf(looked, listed), looking, received)
}

/** @param isFirst of several ways to do the same the first is what is to be done */
function offered(offer: Offer, todo: Todo, { call }: OfferFrame, isFirst: boolean): OfferedCommand {
  const { endpoint, params = {}, form, title, values = {}, confirm, danger } = offer
  const { must, text, form: about, signOff, method, period } = todo
  return {
    name: todo.command,
    title: title ?? endpoint.title,
    path: pathOf(endpoint, { ...call.params, step: todo.step, ...(about && { form: about }), ...params }),
    fields: fieldsOf(form),
    values: { ...values },
    ...(confirm && { confirm }),
    danger: danger ?? false,
    ...(must && isFirst && { todo: text }),
    ...(about && { form: about }),
    ...(signOff && { signOff }),
    ...(method && { method }),
    ...(period && { period }),
  }
}
