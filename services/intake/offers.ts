import { dismissForm, extendForm, nothing, vetoForm, withdrawForm } from '#contracts/case-forms.ts'
import { intakeEndpoints as at } from '#contracts/intake.ts'
import type { Todo } from '#steps/todo-shape.ts'
import { besideOffers } from './beside-offers.ts'
import { formOffers } from './form-offers.ts'
import { judgementOffers } from './judgement-offers.ts'
import type { Offer, OfferFrame } from './offer.ts'

/** The ways in which a to-do is given. */
export function offersOf(todo: Todo, frame: OfferFrame): readonly Offer[] {
  switch (todo.command) {
    case 'open-case':
    case 'save-form':
    case 'sign-form':
    case 'decline-signing':
    case 'submit-form':
    case 'recall-form':
      return formOffers(todo, frame)
    case 'draft-decision':
    case 'decide-step':
    case 'return-draft':
    case 'draft-correction':
    case 'sign-correction':
      return judgementOffers(todo, frame)
    case 'report-progress':
    case 'guide-unit':
    case 'record-method':
    case 'end-method':
    case 'settle-inquiry':
      return besideOffers(todo, frame)
    default:
      return atAnyStep(todo, frame)
  }
}

function atAnyStep({ command }: Todo, { looked: { terms } }: OfferFrame): readonly Offer[] {
  const danger = true
  switch (command) {
    case 'enter-withdrawal':
      return [
        {
          endpoint: at.enterWithdrawal,
          form: withdrawForm,
          confirm: '主要负责人确认后，或者上传了盖章的书面申请的，本件即告办结，本批次不能再申请。确定录入吗？',
          danger,
        },
      ]
    case 'confirm-withdrawal':
      return [
        {
          endpoint: at.confirmWithdrawal,
          form: nothing,
          confirm: '确认后本件即告办结，本批次不能再申请。确定退出吗？',
          danger,
        },
      ]
    case 'cancel-withdrawal':
      return [{ endpoint: at.cancelWithdrawal, form: nothing }]
    case 'raise-veto':
      return [{ endpoint: at.raiseVeto, form: vetoForm(terms.vetoes?.items ?? []), danger }]
    case 'confirm-veto':
      return [
        {
          endpoint: at.confirmVeto,
          form: nothing,
          confirm: '确认后本件即按“一票否决”办结，是否确认？',
          danger,
        },
      ]
    case 'dismiss-veto':
      return [{ endpoint: at.dismissVeto, form: dismissForm }]
    case 'extend-case':
      return [{ endpoint: at.extendCase, form: extendForm }]
    default:
      return []
  }
}
