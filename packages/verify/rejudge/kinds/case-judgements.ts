/** Judgements of a case, drafted and signed or decided at once, and their corrections. */
import { dayBeforeLate } from '#calendar/deadline.ts'
import type { Case } from '#case/case.ts'
import type { CaseEvent, EventOf } from '#case/case-events.ts'
import type { Deciding } from '#case/standing.ts'
import { confirmVeto } from '#case/veto.ts'
import { confirmWithdrawal } from '#case/withdraw.ts'
import { judgingForm } from '#contracts/case-forms.ts'
import { wrongFields } from '#contracts/field-errors.ts'
import { Refused } from '#ledger/refused.ts'
import { forms } from '#procedure/forms.ts'
import { exitBy, stepOf } from '#procedure/procedure.ts'
import { ASSESSMENT } from '#procedure/self-assessment.ts'
import { submitForm } from '#steps/entry/fill-in-form.ts'
import { chosenEnd } from '#steps/judgement/chosen-end.ts'
import { draftCorrection, returnCorrection, signCorrection } from '#steps/judgement/correct-decision.ts'
import { decideStep, draftDecision, returnDraft, signDraft } from '#steps/judgement/decide-step.ts'
import { returnTermsOf } from '../calls.ts'
import { mustBeIndicator } from '../published.ts'
import { type AboutCase, asked, type Call, type Doing, isAssessed, type Of, replacing, seen } from './case-doings.ts'

export function judgements(event: CaseEvent, about: AboutCase, call: Call): readonly Doing[] {
  const { state } = about
  const terms = returnTermsOf(call)
  switch (event.type) {
    case 'drafted': {
      const judged = { ...event, despite: true as const, ...replacing(state, state.draft) }
      const draft = draftDecision(event.step, judged, asked(event))
      return [{ command: 'draft-decision', decide: asAsked(event, about, call, toChosenDay(event, call, draft)) }]
    }
    case 'draftReturned': {
      const told = { drafted: seen(state, state.draft), reason: event.reason }
      return [{ command: 'return-draft', decide: returnDraft(event.step, told, asked(event)) }]
    }
    case 'correctionDrafted': {
      const judged = { ...event, listed: false, ...replacing(state, state.correction) }
      const draft = draftCorrection(event.step, judged, asked(event), terms)
      return [{ command: 'draft-correction', decide: asAsked(event, about, call, toChosenDay(event, call, draft)) }]
    }
    case 'correctionReturned': {
      const drafted = seen(state, state.correction ?? state.correctionReturned?.correction)
      const told = { drafted, reason: event.reason }
      const command = 'return-correction'
      return [
        { command, decide: returnCorrection(event.step, told, asked(event), false) },
        { command: 'sign-correction', decide: returnCorrection(event.step, told, asked(event), true) },
      ]
    }
    case 'corrected': {
      const told = { drafted: seen(state, state.correction), listed: false }
      return [{ command: 'sign-correction', decide: signCorrection(event.step, told, asked(event), terms) }]
    }
    default:
      return []
  }
}

export const deciders: Of<'decided'> = (event, about, call) => {
  const { state } = about
  const { step, outcome, reason, lateFrom: _end, ...more } = event
  const { procedure } = state
  const by = asked(event)
  const entry = stepOf(procedure, step, 'entry')
  if (entry && outcome === entry.submits)
    return [{ command: 'submit-form', decide: submitForm(entry.form, by, reason) }]
  if (outcome === exitBy(procedure, 'veto'))
    return [{ command: 'confirm-veto', decide: confirmVeto(seen(state, state.veto), by) }]
  if (outcome === exitBy(procedure, 'withdrawal'))
    return [{ command: 'confirm-withdrawal', decide: confirmWithdrawal(seen(state, state.withdrawal), by) }]
  const terms = returnTermsOf(call)
  const judged = { ...more, outcome, reason: reason ?? '', despite: true as const, ...replacing(state, state.draft) }
  const command = 'decide-step'
  const decide = (said: typeof judged & Pick<typeof event, 'lateFrom'>) =>
    asAsked(event, about, call, decideStep(step, said, by, terms))
  return [
    ...(state.draft ? [{ command, decide: signDraft(step, seen(state, state.draft), by, terms) } as const] : []),
    { command, decide: decide(judged) },
    // The day of a return is chosen, or follows from the call.
    { command, decide: toChosenDay(event, call, decide({ ...judged, lateFrom: event.lateFrom })) },
  ]
}

type Judged = Pick<EventOf<'drafted'>, 'step' | 'outcome' | 'checklist' | 'reopens' | 'indicators'>
/** A return to a day that may be chosen: whoever chooses says a day, and its end follows. */
const toChosenDay =
  (
    { step, outcome, lateFrom, at }: Judged & Pick<EventOf<'drafted'>, 'lateFrom' | 'at'>,
    call: Call,
    decide: Deciding,
  ) =>
  (state: Case): ReturnType<Deciding> => {
    const value = stepOf(state.procedure, step, 'judgement')
    const lastDay = lateFrom && dayBeforeLate(lateFrom)
    if (value && lateFrom !== chosenEnd(value, { outcome, lastDay }, returnTermsOf(call), at))
      throw new Refused('incomplete', '补正期限不是一日终了')
    return decide(state)
  }

/** A judgement that answers what its step and the call ask, and reopens questions of its form, indicators of its standard. */
const asAsked =
  ({ step, outcome, checklist, reopens, indicators }: Judged, { elsewhere }: AboutCase, call: Call, decide: Deciding) =>
  (state: Case): ReturnType<Deciding> => {
    const judgement = stepOf(state.procedure, step, 'judgement')
    const form = judgement && forms[judgement.form]
    if (!judgement || !form) return decide(state)
    const fields = [...form.fields, ...(isAssessed(call, state.procedure, form.name) ? [ASSESSMENT] : [])]
    const schema = judgingForm(judgement, { fields }, call.conditions?.items ?? [])
    const given = { outcome, ...(checklist && { checklist }), ...(reopens && { reopens }) }
    const wrong = Object.entries(wrongFields(schema, given)).find(([at]) => /^(checklist|reopens)/.test(at))
    if (wrong) throw new Refused('incomplete', `核对的项目或者退回的栏目不是本环节的：${wrong[1]}`)
    for (const item of indicators ?? []) mustBeIndicator(elsewhere, call, item)
    return decide(state)
  }
