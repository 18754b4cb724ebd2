import {
  declineForm,
  explainForm,
  nothing,
  onlineSignForm,
  paperSignForm,
  sealedSignForm,
} from '#contracts/case-forms.ts'
import { schemaOf } from '#contracts/forms.ts'
import { caseEndpoints as at } from '#contracts/intake/case-endpoints.ts'
import { forms, labelOf } from '#procedure/forms.ts'
import { titleOf } from '#procedure/procedure.ts'
import { MODE_WORDS } from '#procedure/sign-off-mode.ts'
import { boxesOf, modeFor } from '#steps/entry/sign-form.ts'
import type { Todo } from '#steps/todo-shape.ts'
import type { Offer, OfferFrame } from './offer.ts'

const SIGN_FORMS = { online: onlineSignForm, paper: paperSignForm, sealed: sealedSignForm }
const NOT_MADE_BY_ONESELF = '您就不能再审核本件，由其他人员审核'

/** What is done about a form, by the unit or by whoever enters it from paper. */
export function formOffers({ command, form: name = '', signOff = '' }: Todo, frame: OfferFrame): readonly Offer[] {
  const { looked, facts, values, ofUnit } = frame
  const form = forms[name]
  const digest = facts.papers[name]?.digest ?? ''
  if (command === 'open-case') {
    const title = titleOf(looked.procedure, looked.procedure.start)
    const byOffice = { title: `代录纸质“${title}”`, confirm: `开始代录后，${NOT_MADE_BY_ONESELF}。是否开始？` }
    return [{ endpoint: at.openCase, form: nothing, ...(!ofUnit && byOffice) }]
  }
  if (!form) return []
  const signing = { signOff, covers: digest }
  switch (command) {
    case 'save-form':
      return [{ endpoint: at.saveForm, form: schemaOf(form), values: { ...values, base: digest } }]
    case 'sign-form': {
      const box = boxesOf(name).find((one) => one.name === signOff)
      const by = { by: frame.call.caller.person, ...(!ofUnit && { byOffice: true as const }) }
      const editors = facts.papers[name]?.editors ?? []
      const mode = box ? modeFor(box, looked.terms.signOffs[name] ?? {}, by, editors) : 'online'
      return [
        {
          endpoint: at.signForm,
          title: `${MODE_WORDS[mode].enter}：${labelOf(form, signOff)}`,
          form: SIGN_FORMS[mode],
          values: signing,
        },
      ]
    }
    case 'decline-signing':
      return [{ endpoint: at.declineSigning, form: declineForm, values: signing }]
    case 'submit-form':
      return [
        {
          endpoint: at.submitForm,
          form: facts.papers[name]?.explains ? explainForm : nothing,
          values: { covers: digest },
          confirm: ofUnit
            ? '提交后，在审核开始前可以撤回；审核开始后，除退回补正外不能再修改。是否提交？'
            : `代录的${form.title}提交后，${NOT_MADE_BY_ONESELF}。是否提交？`,
        },
      ]
    default:
      return [
        {
          endpoint: at.recallForm,
          form: nothing,
          values: { visit: facts.visit },
          confirm: '撤回后可以修改，须在截止前重新提交，否则按逾期未报办理。是否撤回？',
        },
      ]
  }
}
