/** A case: by which click, act or end of a period each commit of it came. */
import { mustNotBeCancelled } from '#batch/approve-change.ts'
import { datesOf } from '#batch/batch.ts'
import { isInvited, whyNotInvited } from '#batch/designated.ts'
import { publishedDates } from '#batch/published-dates.ts'
import { isEndOfDay } from '#calendar/deadline.ts'
import { caseKind } from '#case/case.ts'
import type { CaseEvent, EventOf } from '#case/case-events.ts'
import { extendCase } from '#case/extend.ts'
import { lapse } from '#case/lapse.ts'
import { deciding } from '#case/reschedule.ts'
import type { Deciding } from '#case/standing.ts'
import { dismissVeto, raiseVeto } from '#case/veto.ts'
import { cancelWithdrawal, enterWithdrawal } from '#case/withdraw.ts'
import { Refused } from '#ledger/refused.ts'
import type { Command } from '#procedure/commands.ts'
import { stepOf } from '#procedure/procedure.ts'
import { ASSESSMENT } from '#procedure/self-assessment.ts'
import { unitStream } from '#roster/unit.ts'
import { openCase, recallForm, saveForm } from '#steps/entry/fill-in-form.ts'
import { digestOfForm } from '#steps/entry/form-content.ts'
import { declineSigning } from '#steps/entry/sign-form.ts'
import { ACTORS } from '#typed/reserved-ids.ts'
import { callsAt, procedureOfCall } from '../calls.ts'
import { judging } from '../judging.ts'
import { following } from '../lists.ts'
import { byRight, mustSayForWhom } from '../rights.ts'
import { askedByAct } from './case-acts.ts'
import { type AboutCase, asked, type Call, type Doing, isAssessed, type Of, seen } from './case-doings.ts'
import { deciders, judgements } from './case-judgements.ts'
import { mustBeSigner, signing } from './case-signing.ts'

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
              ...(state.visit > 0 && { step: correctedStepOf(first) ?? state.step }),
            }),
          ),
        )
  }
})

/** A correction is given where its decision was, wherever the case has gone by then. */
const correctedStepOf = (event: CaseEvent): string | undefined => ('corrects' in event ? event.step : undefined)

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

/** Whoever extends says a day, in a trial too. */
const toEndOfDay =
  (lateFrom: string, decide: Deciding): Deciding =>
  (state) => {
    if (!isEndOfDay(lateFrom)) throw new Refused('incomplete', '新的期限不是一日终了')
    return decide(state)
  }

/** What a save says of itself: the digest that is signed follows from it, and whether it lacks a self-assessment from the call. */
const saying =
  (event: EventOf<'saved'>, call: Call, decide: Deciding): Deciding =>
  (state) => {
    const { form, digest, missing, selfAssessment, answers } = event
    const before = state.papers[form]?.form?.selfAssessment
    const isAsked = isAssessed(call, state.procedure, form)
    if (digest !== digestOfForm(event)) throw new Refused('conflict', '表格的摘要与其内容不符')
    if (missing.includes(ASSESSMENT.name) !== (isAsked && !selfAssessment) || (!isAsked && selfAssessment))
      throw new Refused('conflict', '自评是否定稿与所写的不符')
    if (before && isAsked && !selfAssessment) throw new Refused('conflict', '表格已有的自评定稿，保存时不会去掉')
    if (answers[ASSESSMENT.name] !== selfAssessment?.manifest)
      throw new Refused('conflict', '填写情况中的自评与所附的自评定稿不符')
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
      const decline = declineSigning({ form, signOff, reason, covers }, call.signOffs[form] ?? {}, asked(event))
      const decide: Deciding = (state) => {
        const [, unit = ''] = about.ids
        mustBeSigner(event, { unit, state, elsewhere: about.elsewhere, mode: 'online' })
        return decline(state)
      }
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
      const extend = extendCase({ batch, unit, step, lateFrom, reason }, frame, asked(event))
      return [{ command: 'extend-case', decide: ofInvited(event, about, call, toEndOfDay(lateFrom, extend)) }]
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

const opening: Of<'opened'> = (event, about, call) => {
  const [batch = '', unit = ''] = about.ids
  const { trial, procedure } = call
  const open = openCase({ batch, unit, trial, procedure, dates: datesOf(call) }, asked(event))
  return [{ command: 'open-case', decide: ofInvited(event, about, call, open) }]
}

/** Of a unit that was in the roster, and in the scope of its batch. */
const ofInvited =
  ({ at }: CaseEvent, { ids, elsewhere }: AboutCase, call: Call, decide: Deciding): Deciding =>
  (state) => {
    const [, unit = ''] = ids
    const known = elsewhere.units.at(unitStream(unit), at)
    const [{ name = unit, kind = 'town' } = {}] = known
    if (!known.some(({ inScope = false }) => isInvited(call, { unit, inScope })))
      throw new Refused('conflict', whyNotInvited({}, { name, kind }))
    return decide(state)
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
