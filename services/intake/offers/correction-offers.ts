import { seenIn } from '#case/case.ts'
import { correctedStep } from '#case/facts.ts'
import { correctingForm, correctingLineForm, nothing, returnDraftForm, takeBackForm } from '#contracts/case-forms.ts'
import { correctionEndpoints as at } from '#contracts/intake/correction-endpoints.ts'
import { forms } from '#procedure/forms.ts'
import { stepAt } from '#procedure/procedure.ts'
import type { Todo } from '#steps/todo-shape.ts'
import type { Looked } from '../case/look-at-case.ts'
import { asReturned } from '../form/self-assessment.ts'
import { valuesOf } from './judgement-offers.ts'
import type { Offer, OfferFrame } from './offer.ts'
import { whatFollows } from './what-follows.ts'

/** What is done about the correction of a judgement, or of a line of a meeting. */
export function correctionOffers({ command }: Todo, { call: { caller }, looked, facts }: OfferFrame): readonly Offer[] {
  const { read, procedure } = looked
  const { correctionReturned } = read.state
  const correction = read.state.correction ?? correctionReturned?.correction
  const step = correctedStep(facts)
  const value = step === undefined ? undefined : stepAt(procedure, step)
  const form = correcting(looked, value)
  if (step === undefined || !value || !form) return []
  const params = { step }
  switch (command) {
    case 'draft-correction':
      return [
        {
          endpoint: at.draftCorrection,
          params,
          title: `拟更正“${value.title}”结论`,
          form,
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
              confirm: `${whatFollows(looked.procedure, { last: read.state.last, step, outcome: correction.outcome })}原结论仍留在办理过程中，并注明已更正。是否签发？`,
            },
          ]
        : []
  }
}

function correcting(looked: Looked, value: ReturnType<typeof stepAt>) {
  if (value?.kind === 'resolution') return correctingLineForm(value)
  const form = value?.kind === 'judgement' ? forms[value.form] : undefined
  return value?.kind === 'judgement' && form ? correctingForm(value, asReturned(looked, form)) : undefined
}
