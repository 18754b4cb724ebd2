import { datesOf } from '#batch/batch.ts'
import { addDays, dateOf } from '#calendar/deadline.ts'
import { saidEnd } from '#calendar/said.ts'
import { seenIn } from '#case/case.ts'
import { unitDates } from '#case/extend.ts'
import { declinedOf } from '#case/withdrawals.ts'
import {
  disagreeForm,
  dismissForm,
  extendFormAfter,
  nothing,
  vetoForm,
  withdrawForm,
  withdrawOnPaperForm,
} from '#contracts/case-forms.ts'
import { caseEndpoints as at } from '#contracts/intake/case-endpoints.ts'
import { permissionFor } from '#procedure/permissions.ts'
import { titleOf } from '#procedure/procedure.ts'
import type { Todo } from '#steps/todo-shape.ts'
import { besideOffers } from './beside-offers.ts'
import { correctionOffers } from './correction-offers.ts'
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
      return judgementOffers(todo, frame)
    case 'draft-correction':
    case 'sign-correction':
    case 'return-correction':
      return correctionOffers(todo, frame)
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

function atAnyStep({ command, step }: Todo, frame: OfferFrame): readonly Offer[] {
  const { terms, read } = frame.looked
  const { withdrawal, veto } = read.state
  const declined = declinedOf(read.state, frame.call.caller.person)
  const seen = withdrawal && { values: { entered: seenIn(read.state, withdrawal) } }
  const raised = veto && { values: { raised: seenIn(read.state, veto) } }
  const danger = true
  switch (command) {
    case 'enter-withdrawal':
      return [
        {
          endpoint: at.enterWithdrawal,
          // A second one without the paper would only repeat the first.
          ...(withdrawal
            ? {
                title: '改为上传盖章的书面退出申请',
                form: withdrawOnPaperForm,
                values: { reason: withdrawal.reason },
                confirm: '上传盖章的书面申请后，本件即告办结，本批次不能再申请。是否退出？',
              }
            : {
                form: withdrawForm,
                confirm: '主要负责人确认后，或者上传了盖章的书面申请的，本件即告办结，本批次不能再申请。是否录入？',
              }),
          danger,
        },
      ]
    case 'confirm-withdrawal':
      return [
        {
          endpoint: at.confirmWithdrawal,
          form: nothing,
          confirm: '确认后本件即告办结，本批次不能再申请。是否退出？',
          danger,
          ...seen,
        },
      ]
    case 'cancel-withdrawal':
      return [
        ...(declined
          ? [
              {
                endpoint: at.cancelWithdrawal,
                title: '已知悉，继续办理',
                form: nothing,
                values: { entered: seenIn(read.state, declined) },
              },
            ]
          : []),
        ...(withdrawal ? [cancelling()] : []),
      ]
    case 'raise-veto':
      return [{ endpoint: at.raiseVeto, form: vetoForm(terms.vetoes?.items ?? []), danger }]
    case 'confirm-veto':
      return [
        {
          endpoint: at.confirmVeto,
          form: nothing,
          confirm: '确认后本件即按“一票否决”办结，是否确认？',
          danger,
          ...raised,
        },
      ]
    case 'dismiss-veto':
      return [{ endpoint: at.dismissVeto, form: dismissForm, ...raised }]
    case 'extend-case':
      return [extending(step, frame)]
    default:
      return []
  }

  function cancelling(): Offer {
    return disagrees(frame)
      ? {
          endpoint: at.cancelWithdrawal,
          title: '不同意退出',
          form: disagreeForm,
          confirm: '不同意的，退出申请即告撤销，本件继续办理。是否确认不同意？',
          ...seen,
        }
      : {
          endpoint: at.cancelWithdrawal,
          title: '撤销退出申请',
          form: nothing,
          confirm: '撤销后本件继续办理，主要负责人不再确认。是否撤销？',
          ...seen,
        }
  }
}

/** A longer date is another right of the unit's: it is asked first, with the day that holds and the new one. */
function extending(step: string, { looked: { read, terms, procedure } }: OfferFrame): Offer {
  const now = unitDates(datesOf(terms), read.state)[step]
  const from = now === undefined ? '' : `由${saidEnd(now)}`
  return {
    endpoint: at.extendCase,
    form: extendFormAfter(now && addDays(dateOf(now), -1)),
    values: { visit: read.state.visit },
    confirm: `“${titleOf(procedure, step)}”的期限${from}延长至{lastDay}24时。延长后只能再延长，不能缩短。是否延长？`,
  }
}

/** Whoever would confirm what somebody else has entered does not agree; whoever entered it takes it back. */
const disagrees = ({ call: { caller, params }, looked: { read, procedure } }: OfferFrame): boolean =>
  read.state.withdrawal?.by !== caller.person &&
  permissionFor('confirm-withdrawal', caller.holdings, { unit: params.unit, procedure, step: read.state.step }) !==
    undefined
