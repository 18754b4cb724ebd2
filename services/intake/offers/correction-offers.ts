import { seenIn } from '#case/case.ts'
import { correctedStep } from '#case/facts.ts'
import { correctingForm, correctingLineForm, nothing, returnDraftForm, takeBackForm } from '#contracts/case-forms.ts'
import { correctionEndpoints as at } from '#contracts/intake/correction-endpoints.ts'
import { forms } from '#procedure/forms.ts'
import { stepAt, titleOf } from '#procedure/procedure.ts'
import type { Todo } from '#steps/todo-shape.ts'
import type { Looked } from '../case/look-at-case.ts'
import { asReturned } from '../form/self-assessment.ts'
import { valuesOf } from './judgement-offers.ts'
import type { Offer, OfferFrame } from './offer.ts'

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
              confirm: `${whatFollows(looked)}原结论仍留在办理过程中，并注明已更正。是否签发？`,
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

/** What follows from a correction, by where the first version has led. */
function whatFollows({ read: { state }, procedure }: Looked): string {
  const { last } = state
  const value = last && stepAt(procedure, last.step)
  const way = last && value?.outcomes[last.outcome]
  const title = titleOf(procedure, last?.step ?? '')
  if (way?.end) return '更正后本件不再是办结状态，按新的结论继续办理。'
  if (way?.back)
    return `更正后按新的结论办理：不再退回的，单位不能再修改，表格恢复为“${title}”时的内容；单位已保存的修改仍留在办理过程中。`
  if (value?.kind === 'resolution') return '更正后按新的结论继续办理；新的结论是终止的，本件办结。'
  return '更正后按新的结论办理：退回补正的，单位即可修改；不予通过的，本件办结。'
}
