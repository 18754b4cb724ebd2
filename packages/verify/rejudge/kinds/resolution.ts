/** A body's decisions of a step: lists that were submitted to it, and meetings over cases that stood there. */
import { mustNotBeCancelled } from '#batch/approve-change.ts'
import type { StandingCall } from '#batch/batch.ts'
import { dateOf } from '#calendar/deadline.ts'
import { caseStream } from '#case/case.ts'
import type { Decision } from '#ledger/kind.ts'
import { Refused } from '#ledger/refused.ts'
import type { StepOf } from '#procedure/kinds.ts'
import { stepOf } from '#procedure/procedure.ts'
import { correctLine } from '#steps/resolution/correct-line.ts'
import {
  isSubmitted,
  prepareList,
  type Resolution,
  type ResolutionEvent,
  type ResolutionRules,
  resolutionKind,
  resolve,
  submittedCases,
} from '#steps/resolution/resolution.ts'
import { callsAt, procedureOfCall } from '../calls.ts'
import { LAG_MS } from '../elsewhere.ts'
import { type About, judging } from '../judging.ts'
import { hasLeft, isFree, mustHaveListRight, mustStandThere, settingAside } from '../lists.ts'
import { mustHaveRight } from '../rights.ts'
import { correctedLine } from './case-acts.ts'

type AboutMeetings = About<ResolutionEvent, Resolution>
type Deciding = Decision<ResolutionEvent, Resolution>

export const judgeResolution = judging(resolutionKind, function* candidates(about): Iterable<Deciding> {
  const { ids, events, elsewhere, commit, stream } = about
  const [batch = ''] = ids
  const [event] = events
  if (event.type === 'setAside') {
    yield settingAside(elsewhere, event, { stream, batch, commit })
    return
  }
  for (const call of callsAt(elsewhere, batch, event.at)) yield deciding(about, call)
})

const deciding =
  (about: AboutMeetings, call: StandingCall): Deciding =>
  (state) => {
    const { ids, events, elsewhere, commit } = about
    const [batch = '', step = ''] = ids
    const [event] = events
    if (event.type === 'setAside') return []
    if (event.type === 'lineCorrected') return correcting(event, about, call)(state)
    const procedure = procedureOfCall(call)
    const value = stepOf(procedure, step, 'resolution')
    if (!value) throw new Refused('unknown', '本批次的程序没有由会议决定的这一环节')
    const by = { by: event.by, received: event.at }
    const units = event.type === 'resolved' ? event.lines.map((line) => line.case) : event.cases
    const command = event.type === 'resolved' ? 'record-resolution' : 'prepare-list'
    mustHaveListRight(elsewhere, command, { ...by, by: commit.by }, { procedure, step, units })
    mustNotBeCancelled(call)
    const { trial } = call
    if (event.type === 'resolved') {
      const { type, v, at, by: _who, ...meeting } = event
      if (meeting.date > dateOf(at)) throw new Refused('incomplete', '会议日期晚于登记之日')
      const strange = meeting.lines.find(({ outcome }) => !Object.hasOwn(value.outcomes, outcome))
      if (strange) throw new Refused('incomplete', `这一环节没有“${strange.outcome}”这一结论`)
      mustStandThere(elsewhere, { batch, step, units, on: meeting.date, received: at })
      mustBeGiven(state, value, units, meeting.date)
      return resolve({ ...meeting, batch, step, trial }, rulesOf(about, value, call), by)(state)
    }
    if (!value.prepares) throw new Refused('unknown', '这一环节不需要提请审议')
    const { type, v, at, by: _who, ...list } = event
    const isSeen = (one: { readonly unit: string; readonly visit: number }) => list.visits?.[one.unit] === one.visit
    mustStandThere(elsewhere, { batch, step, units, on: dateOf(at), received: at }, (one) => isFree(one) && isSeen(one))
    return prepareList({ ...list, batch, step, trial }, by)(state)
  }

/** One line is corrected as it was drafted in its case, which stood so that it could take it. */
const correcting =
  (event: Extract<ResolutionEvent, { type: 'lineCorrected' }>, about: AboutMeetings, call: StandingCall): Deciding =>
  (state) => {
    const { ids, elsewhere, stream, commit } = about
    const [batch = '', step = ''] = ids
    const { type, v, at, by, ...signed } = event
    const procedure = procedureOfCall(call)
    const value = stepOf(procedure, step, 'resolution')
    if (!value) throw new Refused('unknown', '本批次的程序没有由会议决定的这一环节')
    const { case: unit } = signed
    mustHaveRight(elsewhere, 'sign-correction', { by: commit.by, received: at }, { unit, procedure, step })
    mustNotBeCancelled(call)
    const { decide } = correctedLine(event, { stream, number: commit.number })
    const mayBe = elsewhere.cases.at(caseStream(batch, unit), at)
    const takes = mayBe.flatMap((one) => {
      try {
        return decide(one)
      } catch (error) {
        if (error instanceof Refused) return []
        throw error
      }
    })
    const isSo = takes.some(
      (one) =>
        one.type === 'corrected' &&
        one.outcome === signed.outcome &&
        one.reason === signed.reason &&
        one.inMinutes === signed.inMinutes &&
        one.draftedBy === signed.draftedBy,
    )
    if (!isSo) throw new Refused('elsewhere', `${unit}当时没有这样拟订的、可以签发的更正`)
    return correctLine(signed, rulesOf(about, value, call), { by, received: at })(state)
  }

/** A body decides nothing before it was given it. */
function mustBeGiven(
  { prepared }: Resolution,
  { prepares }: StepOf<'resolution'>,
  units: readonly string[],
  on: string,
) {
  for (const unit of prepares ? units : []) {
    const list = prepared.findLast((one) => one.cases.includes(unit))
    if (list && dateOf(list.at) > on) throw new Refused('incomplete', `会议日期早于${unit}提请审议之日`)
  }
}

/** How many were there stands among the private texts. */
const UNKNOWN = Number.POSITIVE_INFINITY

function rulesOf(about: AboutMeetings, value: StepOf<'resolution'>, { quota }: StandingCall): ResolutionRules {
  const { ids, stream, events, state, elsewhere } = about
  const [batch = ''] = ids
  const [{ at }] = events
  const mayBe = (unit: string, lag?: number) => elsewhere.cases.at(caseStream(batch, unit), at, lag)
  const outcome = Object.entries(value.outcomes).find(([, { limited }]) => limited)?.[0]
  const submitted = submittedCases(state)
  return {
    votes: value.votes,
    ...{ present: UNKNOWN, voters: UNKNOWN },
    prepared: value.prepares !== undefined,
    limited: outcome !== undefined && quota !== undefined ? { outcome, quota } : undefined,
    ranked: value.ranked && outcome,
    followed: (unit) =>
      Math.max(
        0,
        ...mayBe(unit).flatMap(({ taken }) => taken.flatMap((act) => (act.stream === stream ? [act.number] : []))),
      ),
    visitOf: (unit) => {
      const visits = mayBe(unit).map(({ visit }) => visit)
      return visits.find((visit) => isSubmitted(submitted, unit, visit)) ?? visits[0] ?? 0
    },
    // A row says so, which lags.
    hasLeft: (unit) => mayBe(unit, LAG_MS).some(hasLeft),
  }
}
