/** A case: by which click, act or end of a period each commit of it came. */
import { mustNotBeCancelled } from '#batch/approve-change.ts'
import { datesOf } from '#batch/batch.ts'
import { isInvited, whyNotInvited } from '#batch/designated.ts'
import { publishedDates } from '#batch/published-dates.ts'
import { type Case, caseKind, seenIn } from '#case/case.ts'
import type { CaseEvent, EventOf } from '#case/case-events.ts'
import { extendCase } from '#case/extend.ts'
import { lapse } from '#case/lapse.ts'
import { deciding } from '#case/reschedule.ts'
import type { Asked, Deciding } from '#case/standing.ts'
import { confirmVeto, dismissVeto, raiseVeto } from '#case/veto.ts'
import { cancelWithdrawal, confirmWithdrawal, enterWithdrawal } from '#case/withdraw.ts'
import { judgingForm } from '#contracts/case-forms.ts'
import { wrongFields } from '#contracts/field-errors.ts'
import { Refused } from '#ledger/refused.ts'
import type { Command } from '#procedure/commands.ts'
import { forms } from '#procedure/forms.ts'
import { exitBy, type Procedure, stepOf } from '#procedure/procedure.ts'
import { ASSESSMENT } from '#procedure/self-assessment.ts'
import { assessingEntry } from '#procedure/ways.ts'
import { unitStream } from '#roster/unit.ts'
import { openCase, recallForm, saveForm, submitForm } from '#steps/entry/fill-in-form.ts'
import { digestOfForm } from '#steps/entry/form-content.ts'
import { declineSigning } from '#steps/entry/sign-form.ts'
import { draftCorrection, returnCorrection, signCorrection } from '#steps/judgement/correct-decision.ts'
import { decideStep, draftDecision, returnDraft, signDraft } from '#steps/judgement/decide-step.ts'
import { ACTORS } from '#typed/reserved-ids.ts'
import { callsAt, procedureOfCall, returnTermsOf } from '../calls.ts'
import { type About, judging } from '../judging.ts'
import { following } from '../lists.ts'
import { mustBeIndicator } from '../published.ts'
import { byRight, mustSayForWhom } from '../rights.ts'
import { askedByAct } from './case-acts.ts'
import { signing } from './case-signing.ts'

type AboutCase = About<CaseEvent, Case>
type Call = ReturnType<typeof callsAt>[number]
type Doing = { readonly command: Command; readonly decide: Deciding }
type Of<Type extends CaseEvent['type']> = (event: EventOf<Type>, about: AboutCase, call: Call) => readonly Doing[]

export const judgeCase = judging(caseKind, function* candidates(about): Iterable<Deciding> {
  const { ids, events, elsewhere, commit } = about
  const [batch = '', unit = ''] = ids
  const [first] = events
  if ('act' in first && first.act) {
    const { act } = first
    for (const { by, decide, about: name } of askedByAct(elsewhere, { act, batch, unit }))
      if (by === commit.by) yield following(commit, `line ${act.stream}#${act.number}${name ? ` ${name}` : ''}`, decide)
    return
  }
  for (const call of callsAt(elsewhere, batch, first.at)) {
    const amendments = publishedDates(call.amendments)
    if (first.type === 'decided' && first.by === ACTORS.time)
      yield following(commit, `lapse ${first.step} ${first.visit}`, deciding(lapse(first.at), amendments))
    else
      for (const { command, decide } of doingsOf(first, about, call))
        yield entered(
          command,
          () => mustSayForWhom(elsewhere, { by: commit.by, received: first.at }, unit, 'byOffice' in first),
          byRight(
            elsewhere,
            command,
            { by: commit.by, received: first.at },
            whileItRuns(call, deciding(decide, amendments)),
            (state) => ({
              unit,
              procedure: state.visit > 0 ? state.procedure : procedureOfCall(call),
              ...(state.visit > 0 && { step: state.step }),
            }),
          ),
        )
  }
})

const ENTERED: ReadonlySet<Command> = new Set(['open-case', 'save-form', 'finish-dossier', 'submit-form'])
/** What a unit enters itself says when the office has entered it. */
const entered =
  (command: Command, mustSay: () => void, decide: Deciding): Deciding =>
  (state) => {
    const made = decide(state)
    if (made.length > 0 && ENTERED.has(command)) mustSay()
    return made
  }

const whileItRuns =
  (call: Call, decide: Deciding): Deciding =>
  (state) => {
    mustNotBeCancelled(call)
    return decide(state)
  }

const asked = ({ by, at, ...event }: { by: string; at: string; byOffice?: true | undefined }): Asked => ({
  ...{ by, received: at },
  ...(event.byOffice && { byOffice: true }),
})
/** What somebody must have seen to do it: what stood there. */
const seen = (state: Case, event: { readonly type: string } | undefined): string => (event ? seenIn(state, event) : '')
const replacing = (state: Case, event: { readonly type: string } | undefined) =>
  event && { replaces: seenIn(state, event) }

const isAssessed = ({ standard }: Call, procedure: Procedure, form: string): boolean =>
  standard !== undefined && assessingEntry(procedure)?.form === form

type Judged = Pick<EventOf<'drafted'>, 'step' | 'outcome' | 'checklist' | 'reopens' | 'indicators'>
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

/** What a save says of itself: the digest that is signed follows from it, and whether it lacks a self-assessment from the call. */
const saying =
  (event: EventOf<'saved'>, call: Call, decide: Deciding): Deciding =>
  (state) => {
    const { form, digest, missing, selfAssessment } = event
    const isAsked = isAssessed(call, state.procedure, form)
    if (digest !== digestOfForm(event)) throw new Refused('conflict', '表格的摘要与其内容不符')
    if (missing.includes(ASSESSMENT.name) !== (isAsked && !selfAssessment) || (!isAsked && selfAssessment))
      throw new Refused('conflict', '自评是否定稿与所写的不符')
    return decide(state)
  }

function doingsOf(event: CaseEvent, about: AboutCase, call: Call): readonly Doing[] {
  switch (event.type) {
    case 'opened':
      return opening(event, about, call)
    case 'saved': {
      const { type, v, at, by, form, byOffice, ...content } = event
      const base = about.state.papers[form]?.form?.digest ?? ''
      const decide = saying(event, call, saveForm(form, content, asked(event), base))
      // What was finished of a self-assessment is kept in the form.
      return [
        { command: 'save-form', decide },
        { command: 'finish-dossier', decide },
      ]
    }
    case 'signed':
      return [{ command: 'sign-form', decide: signing(event, about, call) }]
    case 'signingDeclined': {
      const { form, signOff, reason } = event
      const covers = about.state.papers[form]?.form?.digest ?? ''
      const decide = declineSigning({ form, signOff, reason, covers }, call.signOffs[form] ?? {}, asked(event))
      return [{ command: 'decline-signing', decide }]
    }
    case 'recalled': {
      const form = stepOf(about.state.procedure, event.step, 'entry')?.form ?? ''
      return [{ command: 'recall-form', decide: recallForm(form, asked(event)) }]
    }
    case 'decided':
      return deciders(event, about, call)
    case 'extended': {
      const [batch = '', unit = ''] = about.ids
      const { step, lateFrom, reason } = event
      const frame = { procedure: procedureOfCall(call), dates: datesOf(call) }
      return [
        { command: 'extend-case', decide: extendCase({ batch, unit, step, lateFrom, reason }, frame, asked(event)) },
      ]
    }
    case 'withdrawalEntered':
      return [{ command: 'enter-withdrawal', decide: enterWithdrawal(event, asked(event)) }]
    case 'withdrawalCancelled':
      return cancelling(event, about)
    case 'vetoRaised': {
      const { item, source, evidence } = event
      const veto = { item, source, ...(evidence && { evidence }) }
      return [{ command: 'raise-veto', decide: ofCatalogue(item, call, raiseVeto(veto, asked(event))) }]
    }
    case 'vetoDismissed': {
      const raised = seen(about.state, about.state.veto)
      return [{ command: 'dismiss-veto', decide: dismissVeto({ raised, reason: event.reason }, asked(event)) }]
    }
    default:
      return judgements(event, about, call)
  }
}

function judgements(event: CaseEvent, about: AboutCase, call: Call): readonly Doing[] {
  const { state } = about
  const terms = returnTermsOf(call)
  switch (event.type) {
    case 'drafted': {
      const judged = { ...event, despite: true as const, ...replacing(state, state.draft) }
      const draft = draftDecision(event.step, judged, asked(event))
      return [{ command: 'draft-decision', decide: asAsked(event, about, call, draft) }]
    }
    case 'draftReturned': {
      const told = { drafted: seen(state, state.draft), reason: event.reason }
      return [{ command: 'return-draft', decide: returnDraft(event.step, told, asked(event)) }]
    }
    case 'correctionDrafted': {
      const judged = { ...event, listed: false, ...replacing(state, state.correction) }
      const draft = draftCorrection(event.step, judged, asked(event), terms)
      return [{ command: 'draft-correction', decide: asAsked(event, about, call, draft) }]
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

const opening: Of<'opened'> = (event, { ids, elsewhere }, call) => {
  const [batch = '', unit = ''] = ids
  const { trial, procedure } = call
  const open = openCase({ batch, unit, trial, procedure, dates: datesOf(call) }, asked(event))
  const decide: Deciding = (state) => {
    const known = elsewhere.units.at(unitStream(unit), event.at)
    const invited = known.some(({ inScope = false }) => isInvited(call, { unit, inScope }))
    const [{ name = unit, kind = 'town' } = {}] = known
    if (!invited) throw new Refused('conflict', whyNotInvited({}, { name, kind }))
    return open(state)
  }
  return [{ command: 'open-case', decide }]
}

const deciders: Of<'decided'> = (event, about, call) => {
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
    { command, decide: decide({ ...judged, lateFrom: event.lateFrom }) },
  ]
}

const cancelling = (event: EventOf<'withdrawalCancelled'>, { state }: AboutCase): readonly Doing[] =>
  [state.withdrawal, ...state.withdrawalsDeclined].map((one) => ({
    command: 'cancel-withdrawal',
    decide: cancelWithdrawal({ entered: seen(state, one), reason: event.reason }, asked(event)),
  }))

const ofCatalogue =
  (item: string, { vetoes }: Call, decide: Deciding): Deciding =>
  (state) => {
    if (!vetoes?.items.some(({ id }) => id === item))
      throw new Refused('incomplete', '本批次的通知没有选定这一种一票否决情形')
    return decide(state)
  }
