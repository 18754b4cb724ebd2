import { addDays, dateOf } from '#calendar/deadline.ts'
import { seenIn } from '#case/case.ts'
import type { CorrectionDrafted, Drafted } from '#case/case-events.ts'
import { judgingForm, nothing, returnDraftForm } from '#contracts/case-forms.ts'
import { caseEndpoints as at } from '#contracts/intake/case-endpoints.ts'
import { forms } from '#procedure/forms.ts'
import { stepOf } from '#procedure/procedure.ts'
import type { Todo } from '#steps/todo-shape.ts'
import { asReturned } from '../form/self-assessment.ts'
import type { Offer, OfferFrame } from './offer.ts'

/** What is done about a judgement. Mostly one; a draft may be signed as it stands, or decided otherwise. */
export function judgementOffers({ command, step }: Todo, { looked, facts }: OfferFrame): readonly Offer[] {
  const { read, terms, procedure } = looked
  const { draft, draftReturned } = read.state
  const value = stepOf(procedure, step, 'judgement')
  const form = value && forms[value.form]
  if (!value || !form) return []
  const judging = judgingForm(value, asReturned(looked, form), terms.conditions?.items ?? [])
  const drafted = draft && { drafted: seenIn(read.state, draft) }
  // What a decision on the form names as seen, beside a draft that it leaves aside.
  const seen = { visit: facts.visit, ...(draft && { replaces: seenIn(read.state, draft) }) }
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
    default:
      return []
  }
}

/** What was drafted, as it is filled in: whoever drafts again begins from what went back. */
export const valuesOf = ({
  outcome,
  reason,
  checklist,
  reopens,
  indicators,
  lateFrom,
  ...more
}: Drafted | CorrectionDrafted) => ({
  outcome,
  reason,
  ...(checklist && { checklist }),
  ...(reopens && { reopens }),
  ...(indicators && { indicators }),
  ...(lateFrom && { lastDay: addDays(dateOf(lateFrom), -1) }),
  ...('inMinutes' in more && { inMinutes: more.inMinutes }),
})
