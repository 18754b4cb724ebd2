/** The panel of one visit, and an objection from its receipt to its finding. */
import { mustNotBeCancelled } from '#batch/approve-change.ts'
import type { StandingCall } from '#batch/batch.ts'
import { countsPointsOf } from '#batch/scoring/scoring.ts'
import { addDays, dateOf } from '#calendar/deadline.ts'
import { whyWaiting } from '#case/apply-line.ts'
import { type Case, caseStream, makersOf } from '#case/case.ts'
import type { Decision } from '#ledger/kind.ts'
import { Refused } from '#ledger/refused.ts'
import type { Command } from '#procedure/commands.ts'
import type { StepOf } from '#procedure/kinds.ts'
import { stepOf } from '#procedure/procedure.ts'
import { endMethod, type Panel, type PanelEvent, panelKind, recordMethod, settleInquiry } from '#steps/inquiry/panel.ts'
import type { NoticedObjection, NoticeEvent } from '#steps/notice/notice-events.ts'
import {
  admit,
  decline,
  find,
  type Objection,
  type ObjectionEvent,
  objectionKind,
  openObjection,
} from '#steps/notice/objection.ts'
import { findsWith } from '#tally/measure.ts'
import { callsAt, procedureOfCall } from '../calls.ts'
import { type About, judging } from '../judging.ts'
import { mustFollowAs, mustStandThere, settingAside } from '../lists.ts'
import { mustHaveRight } from '../rights.ts'
import { mustTakeIn } from './sheet.ts'

type AboutPanel = About<PanelEvent, Panel>
type Deciding = Decision<PanelEvent, Panel>

export const judgePanel = judging(panelKind, function* candidates(about): Iterable<Deciding> {
  const { ids, events, elsewhere, commit, stream } = about
  const [batch = '', unit = '', visit = ''] = ids
  const [event] = events
  if (event.type === 'setAside') {
    yield settingAside(elsewhere, event, { stream, batch, commit })
    return
  }
  const there = elsewhere.cases.at(caseStream(batch, unit), event.at).filter((one) => String(one.visit) === visit)
  if (there.length === 0) throw new Refused('elsewhere', `${unit}当时不在这一次考核`)
  for (const call of callsAt(elsewhere, batch, event.at)) for (const state of there) yield atPanel(about, call, state)
})

const atPanel =
  (about: AboutPanel, call: StandingCall, state: Case): Deciding =>
  (panel) => {
    const { ids, events, elsewhere, commit } = about
    const [batch = '', unit = ''] = ids
    const [event] = events
    const procedure = procedureOfCall(call)
    const inquiry = stepOf(procedure, state.step, 'inquiry')
    if (!inquiry || event.type === 'setAside') throw new Refused('elsewhere', `${unit}当时不在考核环节`)
    mustNotBeCancelled(call)
    const right = { unit, procedure, step: state.step }
    mustHaveRight(elsewhere, OF_PANEL[event.type], { by: commit.by, received: event.at }, right)
    if (event.type === 'recorded') {
      if (event.on > dateOf(event.at)) throw new Refused('incomplete', '所写的日期晚于登记之日')
      mustStandThere(elsewhere, { batch, step: state.step, units: [unit], on: event.on, received: event.at })
      mustTakeIn(elsewhere, ids, event)
    }
    return decideAt(about, call, inquiry, state)(panel)
  }
const OF_PANEL = {
  recorded: 'record-method',
  methodEnded: 'end-method',
  settled: 'settle-inquiry',
} as const satisfies Partial<Record<PanelEvent['type'], Command>>

function decideAt(
  { events: [event], state: panel }: AboutPanel,
  { scoring, standard }: StandingCall,
  inquiry: StepOf<'inquiry'>,
  state: Case,
): Deciding {
  if (event.type === 'setAside') return () => []
  const by = { by: event.by, received: event.at }
  if (event.type === 'recorded') {
    const { type, v, at, by: _who, ...record } = event
    const finds = findsWith(inquiry.methods[event.method]?.finds ?? 'indicators', standard !== undefined)
    const measuring = { finds, counts: countsPointsOf(scoring, event.method) }
    return recordMethod(inquiry, { ...record, step: state.step }, by, measuring)
  }
  if (event.type === 'methodEnded') {
    const seen = panel.records.filter((one) => one.method === event.method).length
    return endMethod(inquiry, { method: event.method, seen }, by)
  }
  const { outcome, reason } = event
  return settleInquiry(inquiry, { step: state.step, outcome, reason }, by, makersOf(state), whyWaiting(state))
}

type AboutObjection = About<ObjectionEvent, Objection>
type Objecting = Decision<ObjectionEvent, Objection>

export const judgeObjection = judging(objectionKind, function* candidates(about): Iterable<Objecting> {
  const { events, ids, state, elsewhere, commit } = about
  const [event] = events
  const [id = ''] = ids
  const notice = event.type === 'received' ? event.notice : (state.notice ?? '')
  const { published, objections } = elsewhere.notices.before(notice, elsewhere.notices.commits(notice).length + 1)
  const line = objections[id]
  if (!published || !line) throw new Refused('unknown', `公示“${notice}”没有收到这件异议`)
  const { about: unit } = line
  if (event.type === 'received') {
    if (commit.by !== line.by) throw new Refused('forbidden', `这件异议不是由${commit.by}录入的`)
    const number = elsewhere.notices
      .commits(notice)
      .find(({ events: all }) => all.some((one) => isReceiptOf(one, id)))?.number
    mustFollowAs(commit, `receive ${notice}#${number}`)
    const answerBy = addDays(receivedOn(line), published.replyDays)
    yield openObjection({ notice, about: unit, answerBy, by: line.by }, line.at)
    return
  }
  for (const call of callsAt(elsewhere, published.batch, event.at))
    yield (before) => {
      const right = { unit, procedure: procedureOfCall(call), step: published.step }
      mustHaveRight(elsewhere, OF_OBJECTION[event.type], { by: commit.by, received: event.at }, right)
      if (event.type !== 'admitted') mustNotHaveMade(about, published.batch, unit)
      if (event.type === 'found' && event.result === 'reassess') mustReassess(call, published.step)
      return objecting(event, line)(before)
    }
})
const OF_OBJECTION = {
  admitted: 'admit-objection',
  declined: 'decline-objection',
  found: 'find-objection',
} as const satisfies Partial<Record<ObjectionEvent['type'], Command>>

const isReceiptOf = (event: NoticeEvent, id: string): boolean =>
  event.type === 'objectionReceived' && event.objection === id

/** A letter counts by its postmark, but is answered from the day it came. */
const receivedOn = ({ channel, on, at }: NoticedObjection): string => (channel === 'letter' ? dateOf(at) : on)

/** @throws Refused where nothing of the procedure, or of the batch any more, is assessed again */
function mustReassess(call: StandingCall, step: string): void {
  if (!stepOf(procedureOfCall(call), step, 'notice')?.reassess)
    throw new Refused('incomplete', '本批次的程序没有重新考核这一结果')
  mustNotBeCancelled(call)
}

function mustNotHaveMade({ elsewhere, events: [event], commit }: AboutObjection, batch: string, unit: string): void {
  const made = elsewhere.cases.at(caseStream(batch, unit), event.at).map(makersOf)
  if (made.every((makers) => makers.includes(commit.by)))
    throw new Refused('forbidden', `${commit.by}填写、代录、签署或提交过本件`)
}

function objecting(
  event: Exclude<ObjectionEvent, { type: 'received' }>,
  { by: enteredBy }: NoticedObjection,
): Objecting {
  const by = { by: event.by, received: event.at }
  switch (event.type) {
    case 'admitted':
      return admit(by, enteredBy)
    case 'declined':
      return decline(event.reason, by, enteredBy)
    case 'found': {
      const { result, reason, reply } = event
      return find({ result, reason, reply }, by)
    }
  }
}
