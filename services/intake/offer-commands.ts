import type { CallTerms } from '#batch/batch.ts'
import { openCase, saveApplication, submitApplication } from '#case/apply-for-creation.ts'
import type { Case } from '#case/case.ts'
import { SIGN_OFFS } from '#case/case-events.ts'
import { decideReview } from '#case/review.ts'
import { signApplication } from '#case/sign-application.ts'
import type { Asked, Deciding } from '#case/standing.ts'
import { confirmVeto, dismissVeto, raiseVeto } from '#case/veto.ts'
import { withdraw } from '#case/withdraw.ts'
import {
  applicationForm,
  dismissForm,
  nothing,
  onlineSignForm,
  paperSignForm,
  reviewForm,
  vetoForm,
  withdrawForm,
} from '#contracts/case-forms.ts'
import type { OfferedCommand } from '#contracts/case-page.ts'
import { type FormSchema, fieldsOf } from '#contracts/forms.ts'
import { intakeEndpoints } from '#contracts/intake.ts'
import { Refused } from '#ledger/refused.ts'
import { permissionFor } from '#procedure/permissions.ts'
import { askedBy, type CaseCall, enteredBy } from './intake-deps.ts'
import { correctionOffer } from './offer-correction.ts'
import { applicationLateFrom } from './read-frame.ts'
import { maySign, modeOf, nextSignOff } from './who-signs.ts'

type Frame = {
  readonly terms: CallTerms
  readonly inScope: boolean
  readonly values: Readonly<Record<string, unknown>>
  /** Whether a published notice names the case, though it may not have followed yet. */
  readonly listed: boolean
}
type Offer = {
  readonly endpoint: (typeof intakeEndpoints)[keyof typeof intakeEndpoints]
  readonly form: FormSchema
  /** Asked as far as it can be without the form's content: what is only incomplete may be completed. */
  readonly decide: Deciding
  readonly when?: boolean
  readonly title?: string
  readonly values?: Readonly<Record<string, unknown>>
  readonly confirm?: string
  readonly danger?: true
}

/** What this caller may do now: where a permission row allows it at this step and the decider would not refuse it. */
export function offerCommands(call: CaseCall, state: Case, frame: Frame): OfferedCommand[] {
  const { batch, unit } = call.params
  return offers(call, state, frame).flatMap(
    ({ endpoint, form, decide, when = true, title, values = {}, confirm, danger }) => {
      const { access, path } = endpoint
      const allowed = when && permissionFor(access.command, call.caller.holdings, { unit, step: state.step })
      if (!allowed || !wouldDecide(decide, state)) return []
      const offered = {
        name: access.command,
        title: title ?? endpoint.title,
        path: path.replace('{batch}', batch).replace('{unit}', unit),
        fields: fieldsOf(form),
        values: { ...values },
        danger: danger ?? false,
      }
      return [confirm ? { ...offered, confirm } : offered]
    },
  )
}

function wouldDecide(decide: Deciding, state: Case): boolean {
  try {
    return decide(state).length > 0
  } catch (error) {
    if (error instanceof Refused) return error.code === 'incomplete'
    throw error
  }
}

function offers(call: CaseCall, state: Case, frame: Frame): readonly Offer[] {
  return [...ofTheUnit(call, state, frame, enteredBy(call)), ...ofTheOffice(state, frame, askedBy(call))]
}

function ofTheUnit({ params, caller }: CaseCall, state: Case, frame: Frame, asked: Asked): readonly Offer[] {
  const { terms, inScope, values } = frame
  const { trial, procedure } = terms
  const { digest = '', answers = {} } = state.form ?? {}
  const signOff = nextSignOff(state)
  const mode = modeOf(signOff, terms.signOffs, asked.byOffice)
  const edited = { content: '', answers, attachments: [], missing: [], digest: '' }
  const personal = { id: '', digest: '' }
  return [
    {
      endpoint: intakeEndpoints.openCase,
      ...(asked.byOffice && {
        title: '代录纸质申请',
        confirm: '开始代录后，您就不能再审核本件，由其他经办人审核。确定开始吗？',
      }),
      form: nothing,
      when: inScope,
      decide: openCase({ ...params, trial, procedure, lateFrom: applicationLateFrom(terms) }, asked),
    },
    {
      endpoint: intakeEndpoints.saveApplication,
      form: applicationForm,
      values,
      decide: saveApplication(edited, asked),
    },
    {
      endpoint: intakeEndpoints.signApplication,
      title: `${mode === 'paper' ? '录入纸质签署' : '签署'}：${SIGN_OFFS[signOff]}`,
      form: mode === 'paper' ? paperSignForm : onlineSignForm,
      when: maySign(signOff, mode, caller, params.unit),
      values: { signOff, covers: digest },
      decide: signApplication(
        { signOff, on: '', opinion: '', covers: digest, signer: personal, scan: '' },
        terms.signOffs,
        asked,
      ),
    },
    {
      endpoint: intakeEndpoints.submitApplication,
      form: nothing,
      confirm: asked.byOffice
        ? '代录的申请提交后由其他经办人审核，您不能再审核本件。确定提交吗？'
        : '提交后，除法制办退回补正外不能再修改。确定提交吗？',
      decide: submitApplication(asked),
    },
    {
      endpoint: intakeEndpoints.withdraw,
      form: withdrawForm,
      confirm: '退出后本件即告办结，本批次不能再申请。确定退出吗？',
      danger: true,
      decide: withdraw('', asked),
    },
  ]
}

const ofTheOffice = (state: Case, { listed }: Frame, asked: Asked): readonly Offer[] => [
  {
    endpoint: intakeEndpoints.decideReview,
    form: reviewForm,
    confirm: '初审结论作出后，单位即可看到。确定办理吗？',
    decide: decideReview({ outcome: 'accepted', reason: '' }, asked),
  },
  correctionOffer(state, listed, asked),
  {
    endpoint: intakeEndpoints.raiseVeto,
    form: vetoForm,
    danger: true,
    decide: raiseVeto({ item: 0, source: '' }, asked),
  },
  {
    endpoint: intakeEndpoints.confirmVeto,
    form: nothing,
    confirm: '确认后本件即按“一票否决”办结。确定确认吗？',
    danger: true,
    decide: confirmVeto(asked),
  },
  { endpoint: intakeEndpoints.dismissVeto, form: dismissForm, decide: dismissVeto('', asked) },
]
