/** The to-dos of a case as commands with their forms: what somebody may do is asked of the one rule and nothing else. */
import { datesOf } from '#batch/batch.ts'
import type { CaseFacts } from '#case/facts.ts'
import type { OfferedCommand } from '#contracts/case-page.ts'
import { pathOf } from '#contracts/client.ts'
import { fieldsOf } from '#contracts/forms.ts'
import { permissionFor } from '#procedure/permissions.ts'
import { stepOf, titleOf } from '#procedure/procedure.ts'
import { todosOf } from '#steps/todo.ts'
import { holds, type Todo } from '#steps/todo-shape.ts'
import { type CaseCall, isOfUnit } from './intake-deps.ts'
import type { Looked } from './look-at-case.ts'
import type { Offer, OfferFrame } from './offer.ts'
import { offersOf } from './offers.ts'

/**
 * @param facts of the case, without what an act that it has not followed yet has made final
 * @param values the form's, as this caller sees them
 */
export function offeredCommands(
  call: CaseCall,
  looked: Looked,
  facts: CaseFacts,
  values: Readonly<Record<string, unknown>>,
): OfferedCommand[] {
  const frame = { call, looked, facts, values, ofUnit: isOfUnit(call.caller, call.params.unit) }
  return todosFor(call, looked, facts)
    .filter(({ command }) => command !== 'raise-veto' || looked.terms.vetoes !== undefined)
    .flatMap((todo) => offersOf(todo, frame).map((offer, i) => offered(offer, todo, frame, i === 0)))
}

function todosFor(call: CaseCall, looked: Looked, facts: CaseFacts): readonly Todo[] {
  const { caller, received } = call
  const { read, terms, progress, panel } = looked
  const looking = { person: caller.person, holdings: caller.holdings }
  if (read.state.visit === 0) return beginning(call, looked)
  const frame = {
    signOffs: terms.signOffs,
    ...(progress && { reported: progress.state.reports.map(({ n }) => n) }),
    ...(panel && { ended: panel.state.ended, settled: panel.state.settled !== undefined }),
  }
  return todosOf(facts, frame, looking, received)
}

/** A unit in scope begins before the date of the first step; until then, and after it, that date may be moved for it. */
function beginning({ caller, params, received }: CaseCall, { read, terms, procedure, unit }: Looked): Todo[] {
  if (!unit.inScope) return []
  const step = procedure.start
  const { title, fills } = stepOf(procedure, step, 'entry') ?? { title: titleOf(procedure, step), fills: '' }
  const lateFrom = read.state.dates[step] ?? datesOf(terms)[step]
  const isIn = lateFrom === undefined || received < lateFrom
  const all: Todo[] = [
    ...(isIn
      ? [
          {
            command: 'open-case',
            step,
            text: `开始填写“${title}”`,
            must: holds({ person: caller.person, holdings: caller.holdings }, fills, params.unit),
          } as const,
        ]
      : []),
    { command: 'extend-case', step, text: '延长期限', must: false },
  ]
  return all.filter(({ command }) => permissionFor(command, caller.holdings, { unit: params.unit, procedure }))
}

/** @param isFirst of several ways to do the same the first is what is to be done */
function offered(offer: Offer, todo: Todo, { call }: OfferFrame, isFirst: boolean): OfferedCommand {
  const { endpoint, params = {}, form, title, values = {}, confirm, danger } = offer
  const { must, text, form: about, signOff, method } = todo
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
  }
}
