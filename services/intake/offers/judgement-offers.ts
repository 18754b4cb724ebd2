import { addDays, dateOf } from '#calendar/deadline.ts'
import { seenIn } from '#case/case.ts'
import type { CorrectionDrafted, Drafted } from '#case/case-events.ts'
import { correctingForm, judgingForm, nothing, returnDraftForm, takeBackForm } from '#contracts/case-forms.ts'
import { caseEndpoints as at } from '#contracts/intake/case-endpoints.ts'
import { forms } from '#procedure/forms.ts'
import { stepOf, titleOf } from '#procedure/procedure.ts'
import type { Todo } from '#steps/todo-shape.ts'
import type { Looked } from '../case/look-at-case.ts'
import { asReturned } from '../form/self-assessment.ts'
import type { Offer, OfferFrame } from './offer.ts'

const CORRECTING: ReadonlySet<string> = new Set(['draft-correction', 'sign-correction', 'return-correction'])

/** What is done about a judgement or its correction. Mostly one; a draft may be signed as it stands, or decided otherwise. */
export function judgementOffers(
  { command, step }: Todo,
  { call: { caller }, looked, facts }: OfferFrame,
): readonly Offer[] {
  const { read, terms, procedure } = looked
  const { draft, draftReturned, correctionReturned } = read.state
  const correction = read.state.correction ?? correctionReturned?.correction
  const judged = CORRECTING.has(command) ? (correction ?? facts.corrigible)?.step : step
  const value = judged === undefined ? undefined : stepOf(procedure, judged, 'judgement')
  const form = value && forms[value.form]
  if (judged === undefined || !value || !form) return []
  const judging = judgingForm(value, asReturned(looked, form), terms.conditions?.items ?? [])
  const drafted = draft && { drafted: seenIn(read.state, draft) }
  // What a decision on the form names as seen, beside a draft that it leaves aside.
  const seen = { visit: facts.visit, ...(draft && { replaces: seenIn(read.state, draft) }) }
  const params = { step: judged }
  switch (command) {
    case 'draft-decision':
      return [
        {
          endpoint: at.draftDecision,
          title: `拟办“${value.title}”`,
          form: judging,
          values: { ...(!draft && draftReturned && valuesOf(draftReturned.draft)), ...seen },
        },
      ]
    case 'return-draft':
      return drafted ? [{ endpoint: at.returnDraft, form: returnDraftForm, values: drafted }] : []
    case 'decide-step': {
      const confirm = `“${value.title}”结论作出后，单位即可看到。是否办理？`
      const decide = { endpoint: at.decideStep, title: `办理“${value.title}”`, form: judging, values: seen, confirm }
      if (!drafted) return [decide]
      const sign = { endpoint: at.signDraft, title: `签发“${value.title}”`, form: nothing, values: drafted, confirm }
      return [sign, { ...decide, title: `另行办理“${value.title}”` }]
    }
    case 'draft-correction':
      return [
        {
          endpoint: at.draftCorrection,
          params,
          title: `拟更正“${value.title}”结论`,
          form: correctingForm(value, asReturned(looked, form)),
          // What went back is mended, not thought out anew.
          values: {
            ...(correction && (facts.correction ? { replaces: seenIn(read.state, correction) } : valuesOf(correction))),
            corrects: facts.corrigible?.visit,
          },
        },
      ]
    case 'return-correction':
      return correction
        ? [
            {
              ...{ endpoint: at.returnCorrection, params },
              ...(correction.by === caller.person
                ? { form: takeBackForm, title: facts.correction ? '收回更正' : '不再更正' }
                : { form: returnDraftForm }),
              values: { drafted: seenIn(read.state, correction) },
            },
          ]
        : []
    default:
      return facts.correction && correction
        ? [
            {
              endpoint: at.signCorrection,
              params,
              title: `签发“${value.title}”结论的更正`,
              form: nothing,
              values: { drafted: seenIn(read.state, correction) },
              confirm: `${whatFollows(looked)}原结论仍留在办理过程中，并注明已更正。是否签发？`,
            },
          ]
        : []
  }
}

/** What was drafted, as it is filled in: whoever drafts again begins from what went back. */
const valuesOf = ({ outcome, reason, checklist, reopens, indicators, lateFrom }: Drafted | CorrectionDrafted) => ({
  outcome,
  reason,
  ...(checklist && { checklist }),
  ...(reopens && { reopens }),
  ...(indicators && { indicators }),
  ...(lateFrom && { lastDay: addDays(dateOf(lateFrom), -1) }),
})

/** What follows from a correction, by where the first version has led. */
function whatFollows({ read: { state }, procedure }: Looked): string {
  const { last } = state
  const value = last && stepOf(procedure, last.step, 'judgement')
  const way = last && value?.outcomes[last.outcome]
  const title = titleOf(procedure, last?.step ?? '')
  if (way?.end) return '更正后本件不再是办结状态，按新的结论继续办理。'
  if (way?.back)
    return `更正后按新的结论办理：不再退回的，单位不能再修改，表格恢复为“${title}”时的内容；单位已保存的修改仍留在办理过程中。`
  return '更正后按新的结论办理：退回补正的，单位即可修改；不予通过的，本件办结。'
}
