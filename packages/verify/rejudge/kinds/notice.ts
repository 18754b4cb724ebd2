/** A notice: prepared by one, approved by another, over cases that stood there, closed after a period as the call counts it. */
import { mustNotBeCancelled } from '#batch/approve-change.ts'
import type { StandingCall } from '#batch/batch.ts'
import { dateOf, firstLateInstant } from '#calendar/deadline.ts'
import type { Entered } from '#calendar/period.ts'
import { caseStream } from '#case/case.ts'
import type { Decision } from '#ledger/kind.ts'
import { Refused } from '#ledger/refused.ts'
import { seenAs } from '#ledger/seen.ts'
import type { Command } from '#procedure/commands.ts'
import type { StepOf } from '#procedure/kinds.ts'
import { type Procedure, stepOf } from '#procedure/procedure.ts'
import {
  approveNotice,
  closeNotice,
  noticeKind,
  noticeStream,
  prepareNotice,
  receiveObjection,
  recordProof,
  returnPreparation,
  settleObjection,
} from '#steps/notice/notice.ts'
import {
  type Notice,
  type NoticeEvent,
  type ObjectionReceived,
  type ObjectionResult,
  objectionResult,
  type Prepared,
} from '#steps/notice/notice-events.ts'
import { type Objection, objectionStream } from '#steps/notice/objection.ts'
import { isNumberFor } from '#steps/notice/objection-number.ts'
import { mustBeCountedAlike, mustLeaveTime, periodToPrepare } from '#steps/notice/period-of-notice.ts'
import { ACTORS } from '#typed/reserved-ids.ts'
import { callsAt, procedureOfCall } from '../calls.ts'
import { holidaysThen } from '../holidays-then.ts'
import { type About, judging } from '../judging.ts'
import { isFree, mustFollow, mustFollowAs, mustHaveListRight, mustStandThere, settingAside } from '../lists.ts'
import type { By } from '../rights.ts'

type AboutNotice = About<NoticeEvent, Notice>
type Deciding = Decision<NoticeEvent, Notice>
type Step = { readonly call: StandingCall; readonly procedure: Procedure; readonly value: StepOf<'notice'> }
type Doing = { readonly command: Command; readonly decide: Deciding; readonly unit?: string }

export const judgeNotice = judging(noticeKind, function* candidates(about): Iterable<Deciding> {
  const { ids, events, elsewhere, commit, stream } = about
  const [batch = '', n = ''] = ids
  const [event] = events
  mustFollow(n, elsewhere.notices.commits(noticeStream(batch, Number(n) - 1)), commit.at)
  if (event.type === 'setAside') {
    yield settingAside(elsewhere, event, { stream, batch, commit })
    return
  }
  for (const call of callsAt(elsewhere, batch, event.at)) {
    const step = stepOfNotice(about, call)
    if (event.type === 'objectionSettled') yield settling(about, event.objection, step)
    else
      for (const doing of doings(event, about, step))
        yield whoMay(about, { by: commit.by, received: event.at }, step, doing)
  }
})

/** What the notice shows, or is to show. */
const shownIn = ({ events: [event], state }: AboutNotice) =>
  state.published ??
  (event.type === 'prepared' || event.type === 'published' ? event : (state.prepared ?? state.returned?.notice))

function stepOfNotice(about: AboutNotice, call: StandingCall): Step {
  const procedure = procedureOfCall(call)
  const value = stepOf(procedure, shownIn(about)?.step ?? '', 'notice')
  if (!value) throw new Refused('unknown', '本批次的程序没有这一公示环节')
  return { call, procedure, value }
}

const whoMay =
  (about: AboutNotice, by: By, { call, procedure }: Step, { command, decide, unit }: Doing): Deciding =>
  (state) => {
    const shown = shownIn(about)
    const events = decide(state)
    if (events.length === 0) return events
    // What comes from the public page asks for no appointment, and takes no list's part.
    if (by.by !== ACTORS.public) {
      const units = unit === undefined ? (shown?.cases ?? []) : [unit]
      mustHaveListRight(about.elsewhere, command, by, {
        procedure,
        step: shown?.step ?? '',
        units: APART.has(command) ? units : [],
      })
    }
    if (unit === undefined) mustNotBeCancelled(call)
    return events
  }
/** What decides on the units that a notice names, or on the one that an objection is about. */
const APART: ReadonlySet<Command> = new Set(['prepare-notice', 'approve-notice', 'close-notice', 'enter-objection'])

function doings(event: NoticeEvent, about: AboutNotice, step: Step): readonly Doing[] {
  const { stream, state } = about
  if (!('by' in event)) return []
  const by = { by: event.by, received: event.at }
  switch (event.type) {
    case 'prepared':
      return preparations(event, about, step).map((decide) => ({ command: 'prepare-notice', decide }))
    case 'preparationReturned': {
      const told = { prepared: state.prepared ? seenAs(state.prepared, stream) : '', reason: event.reason }
      return [{ command: 'approve-notice', decide: returnPreparation(stream, told, by) }]
    }
    case 'published':
      return holidaysThen(about.elsewhere, event.publication.on, event.at).map((entered) => ({
        command: 'approve-notice',
        decide: approval(about, step, by, entered),
      }))
    case 'objectionReceived': {
      const { type, v, at, by: _who, ...received } = event
      const objection = { ...received, anonymous: received.objector === undefined }
      mustHaveCome(event, about)
      return [{ command: 'enter-objection', decide: receiveObjection(objection, by), unit: event.about }]
    }
    case 'proofRecorded':
      return [{ command: 'record-proof', decide: recordProof(event.when, event.proof, by) }]
    case 'closed':
      return [{ command: 'close-notice', decide: closeNotice({ checked: event.checked, outcomes: step.value }, by) }]
    default:
      return []
  }
}

/** A click of its own, by which its number and its code are made, and a day that its channel may have. @throws Refused */
function mustHaveCome({ objection, code, channel, on, by, at }: ObjectionReceived, about: AboutNotice): void {
  const { stream, commit, state } = about
  if (!isNumberFor(stream, objection) || !/^[0-9a-f]{64}$/.test(code))
    throw new Refused('incomplete', `“${objection}”不是这一期公示的异议编号，或者没有查询码`)
  if (!/^objection [0-9a-f]{64} =[0-9a-f]{32}$/.test(commit.command))
    throw new Refused('incomplete', '异议不是由一次提交登记的')
  if ((channel === 'page') !== (by === ACTORS.public))
    throw new Refused('forbidden', '网页异议只由群众提交，其他异议只由法制办录入')
  if (channel === 'page' ? on !== dateOf(at) : state.published && on < state.published.publication.on)
    throw new Refused('incomplete', `收到日期${on}不是这一途径可以有的`)
}

function preparations(event: Prepared, about: AboutNotice, { call }: Step): readonly Deciding[] {
  const { ids, stream, state, elsewhere } = about
  const [batch = ''] = ids
  const { type, v, at, by, ...content } = event
  const { publication, period, step, cases } = content
  const asked = { by, received: at }
  const { trial, replyDays } = call
  const ways = holidaysThen(elsewhere, publication.on, at).flatMap((entered) =>
    [undefined, period.lateFrom].map((lateFrom) => ({ lateFrom, entered })),
  )
  return ways.map(({ lateFrom, entered }) => (before) => {
    const own = periodToPrepare(call, { publication, lateFrom }, at, entered)
    mustStandThere(elsewhere, { batch, step, units: cases, on: publication.on, received: at }, isFree)
    mustBeUnlisted(about, cases, at)
    const replaces = state.prepared && seenAs(state.prepared, stream)
    return prepareNotice(stream, { ...content, batch, trial, replyDays, period: own, replaces }, asked)(before)
  })
}

const numberOf = (stream: string): number => Number(stream.split('/').at(-1))

/** @throws Refused naming a unit that another notice names for certain, since its case came to its step */
function mustBeUnlisted(
  { ids: [batch = ''], stream, elsewhere }: AboutNotice,
  units: readonly string[],
  at: string,
): void {
  const { streams, notices, cases } = elsewhere
  const others = streams.filter((one) => one !== stream && one.startsWith(noticeStream(batch, 0).slice(0, -1)))
  const statesOf = (other: string) => {
    const reads = notices.reads(other, at)
    // Whoever takes a number has read the ones before it.
    const written = numberOf(other) < numberOf(stream) ? reads.filter(({ commits }) => commits.length > 0) : reads
    return (written.length > 0 ? written : reads).map(({ state }) => state)
  }
  for (const unit of units) {
    const since = cases.at(caseStream(batch, unit), at).map(({ last }) => last?.at ?? '')
    const names = ({ prepared, published, setAside }: Notice) =>
      published
        ? since.every((came) => published.at >= came) &&
          published.cases.includes(unit) &&
          !setAside.some((one) => one.case === unit && !one.waits)
        : prepared?.cases.includes(unit) === true
    if (others.some((one) => statesOf(one).every(names))) throw new Refused('conflict', `${unit}已列入另一期公示`)
  }
}

const approval =
  (about: AboutNotice, { call }: Step, by: By, entered: Entered): Deciding =>
  (state) => {
    const { ids, stream, elsewhere } = about
    const [batch = ''] = ids
    const { prepared } = state
    if (prepared && !state.published) {
      const { publication, period, step, cases } = prepared
      mustLeaveTime(prepared, by.received, 'approves')
      if (period.lateFrom === firstLateInstant(period.lastDay)) mustBeCountedAlike(prepared, call, entered)
      mustStandThere(
        elsewhere,
        { batch, step, units: cases, on: publication.on, received: by.received },
        (one) => isFree(one) && !(one.last && one.last.at > prepared.at),
      )
      mustBeUnlisted(about, cases, by.received)
    }
    const seen = prepared ? seenAs(prepared, stream) : ''
    return approveNotice(stream, { prepared: seen, secrecyChecked: true }, by)(state)
  }

/** What an objection's own stream decided comes here with whoever decided it. */
const resultOf = (status: Objection['status']): ObjectionResult | undefined =>
  status === 'declined' ? 'notAdmitted' : objectionResult.safeParse(status).data

const settling =
  ({ elsewhere, commit, stream }: AboutNotice, objection: string, { value }: Step): Deciding =>
  (state) => {
    const own = objectionStream(objection)
    const commits = elsewhere.objections.commits(own)
    const { status, notice } = elsewhere.objections.before(own, commits.length + 1)
    const decided = commits.flatMap(({ events }) => events).find(({ type }) => type === 'declined' || type === 'found')
    const result = resultOf(status)
    if (!decided || !('by' in decided) || !result || notice !== stream)
      throw new Refused('unknown', `异议${objection}自己的记录没有这样的结果`)
    if (decided.by !== commit.by) throw new Refused('forbidden', `异议${objection}不是由${commit.by}办结的`)
    mustFollowAs(commit, `settle ${objection}`)
    return settleObjection({ objection, result }, value, { by: decided.by ?? '', received: decided.at })(state)
  }
