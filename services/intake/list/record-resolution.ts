import { mustNotBeCancelled } from '#batch/approve-change.ts'
import { dateOf } from '#calendar/deadline.ts'
import type { Case } from '#case/case.ts'
import type { intakeEndpoints } from '#contracts/intake.ts'
import type { ResolutionBody, ResolutionPage } from '#contracts/meeting.ts'
import { mustBeApart } from '#edge/check-permission.ts'
import type { Call } from '#edge/use-case.ts'
import { ownersFor } from '#evidence/file-owner.ts'
import { digestOf } from '#ledger/chain.ts'
import { doneBy, execute } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import { COMMANDS } from '#procedure/commands.ts'
import { openedOn } from '#rows/known-call.ts'
import { cameThrough, type RestsOn, sinceCall, whyTooEarly } from '#steps/act-days.ts'
import { wrongOrder } from '#steps/resolution/ranks.ts'
import {
  type Attendance,
  type Resolution,
  resolutionKind,
  resolutionStream,
  resolve,
} from '#steps/resolution/resolution.ts'
import { votersOf } from '#steps/resolution/votes.ts'
import { unsureNames, withoutNotes } from '#steps/resolution/who-was-there.ts'
import { isSameName } from '#typed/names.ts'
import { mustBeAllowed } from '../allow.ts'
import { askedBy, type IntakeDeps } from '../intake-deps.ts'
import { forDeciding, keptFileOfAny } from '../kept-evidence.ts'
import { readCases, whyUndecidable } from './list-step.ts'
import { type MeetingStep, rulesOf } from './meeting-step.ts'
import { hasLeftOf, type LookedAtMeetings, lookAtMeetings, showResolutions } from './read-resolutions.ts'

/** One decision of a meeting over many cases: one commit, which the cases follow. */
export const recordResolution =
  (deps: IntakeDeps) =>
  async (call: Call<typeof intakeEndpoints.recordResolution>): Promise<ResolutionPage> => {
    const { params, command, received, caller } = call
    const body = withoutNotes(call.body)
    const { batch, step } = params
    const { cases, minutes } = body
    const looked = await lookAtMeetings(deps, params, { by: caller.person, cases, files: [minutes] })
    const { read, meeting } = looked
    mustBeAllowed('record-resolution', caller.holdings, meeting)
    mustBeApart(COMMANDS['record-resolution'], caller, cases, looked.nameOf)
    const frame = { looked, caller, received }
    const stream = resolutionStream(batch, step)
    const { present, absent, recusals } = body
    const early = whyTooEarly('会议日期', body.date, [sinceCall(await openedOn(deps.ledger, batch, looked.known))])
    const wrong = {
      ...unsureNames(call.body),
      ...wrongLines(body, meeting),
      ...wrongRanks(body, meeting),
      ...(body.date > dateOf(received) && { date: '会议日期不能晚于今天' }),
      ...(early && { date: early }),
    }
    if (Object.keys(wrong).length > 0)
      throw new Refused('incomplete', `会议决定有${Object.keys(wrong).length}处需要修改。`, wrong)

    const attendance: Attendance = { present, absent, recusals }
    const resolution = {
      batch,
      step,
      trial: meeting.terms.trial,
      meeting: body.meeting,
      number: body.number,
      date: body.date,
      minutes,
      attendance: digestOf(attendance),
      how: body.how,
      lines: linesOf(body),
    }
    const found = await readCases(deps, batch, cases)
    const followed = followedOf(found, stream)
    const visitOf = (unit: string) => found.get(unit)?.visit ?? 0
    const hasLeft = hasLeftOf(looked)
    const rules = {
      ...rulesOf(meeting),
      followed,
      visitOf,
      hasLeft,
      ...votersOf(body),
    }
    const decide = resolve(resolution, rules, askedBy(call))
    // Entered again, its cases have gone on already.
    const by = caller.person
    if (doneBy(read.commits, { command, by })) return showResolutions(deps, frame, read.state)
    if (decide(read.state).length === 0) return showResolutions(deps, frame, read.state)
    mustNotBeCancelled(meeting.terms)
    await mustBeDecidable(deps, looked, found, body)
    await deps.contents.put(attendance)
    const { state } = await execute(deps.ledger, resolutionKind, { stream, command, by, decide, first: read })
    return showResolutions(deps, frame, state)
  }

/** Of a case the newest commit of the meetings' stream whose line it has taken; 0 for none. */
const followedOf =
  (cases: ReadonlyMap<string, Case>, stream: string) =>
  (unit: string): number =>
    Math.max(0, ...(cases.get(unit)?.taken ?? []).filter((act) => act.stream === stream).map(({ number }) => number))

const linesOf = ({ cases, outcome, exceptions, ranks = {} }: ResolutionBody) =>
  cases.map((unit) => {
    const exception = exceptions.find((one) => one.case === unit)
    const rank = Object.hasOwn(ranks, unit) ? ranks[unit] : undefined
    return {
      case: unit,
      ...(exception ? { outcome: exception.outcome, reason: exception.reason } : { outcome }),
      ...(rank !== undefined && { rank }),
    }
  })

/** What is wrong in the ranks, by field. */
function wrongRanks(body: ResolutionBody, meeting: MeetingStep): Readonly<Record<string, string>> {
  const { ranked } = rulesOf(meeting)
  const strange = Object.keys(body.ranks ?? {}).filter((unit) => !body.cases.includes(unit))
  const wrong = wrongOrder(linesOf(body), ranked, meeting.value.title)
  return Object.fromEntries([
    ...Object.entries(wrong).map(([unit, why]) => [`ranks.${unit}`, why]),
    ...strange.map((unit) => [`ranks.${unit}`, '该单位不在本次会议决定中，请去掉名次']),
  ])
}

/** What is wrong in the lines themselves, by field. */
function wrongLines({ cases, outcome, exceptions, recusals, present }: ResolutionBody, { value }: MeetingStep) {
  const known = (one: string) => Object.hasOwn(value.outcomes, one)
  const no = `“${value.title}”环节没有这一结论；请从列出的结论中选择`
  const decides = (unit: string) =>
    present.some((who) => !recusals.some((one) => one.case === unit && isSameName(one.person, who)))
  const isAgain = (one: string, at: number) => exceptions.slice(0, at).some((before) => before.case === one)
  return {
    ...(!known(outcome) && { outcome: no }),
    ...Object.fromEntries(
      exceptions.flatMap((one, at) => [
        ...(known(one.outcome) ? [] : [[`exceptions.${at}.outcome`, no]]),
        ...(cases.includes(one.case) ? [] : [[`exceptions.${at}.case`, '该单位不在本次会议决定中']]),
        ...(isAgain(one.case, at) ? [[`exceptions.${at}.case`, '该单位已另有一项例外，请去掉重复的']] : []),
      ]),
    ),
    ...Object.fromEntries(
      recusals.flatMap((one, at) =>
        cases.includes(one.case)
          ? decides(one.case)
            ? []
            : [[`recusals.${at}.person`, '出席人员全部回避，没有人决定该单位，请核对']]
          : [[`recusals.${at}.case`, '该单位不在本次会议决定中']],
      ),
    ),
  }
}

/** When a body was given what it decides: it decides nothing before that. */
const givenOn = ({ value }: MeetingStep, { prepared }: Resolution, cases: readonly string[]): readonly RestsOn[] =>
  value.prepares
    ? cases.flatMap((unit) => {
        const list = prepared.findLast((one) => one.cases.includes(unit))
        return list ? [{ what: '提请审议之日', day: dateOf(list.at) }] : []
      })
    : []

/** Every case stands at the step now and stood there on the day, and the minutes are kept. @throws Refused naming what is not so */
async function mustBeDecidable(
  deps: IntakeDeps,
  { meeting, known, nameOf, read }: LookedAtMeetings,
  cases: ReadonlyMap<string, Case>,
  { date, minutes }: ResolutionBody,
) {
  const elsewhere = whyUndecidable(cases, meeting, nameOf, 'set aside')
  const { wrong } = await keptFileOfAny(deps.ledger, ownersFor('minutes'), minutes, forDeciding(deps, known))
  const early = whyTooEarly('会议日期', date, [
    ...givenOn(meeting, read.state, [...cases.keys()]),
    ...(await cameThrough(deps.ledger, cases, { on: date, nameOf })),
  ])
  const fields = {
    ...(elsewhere ? { cases: elsewhere } : early && { date: early }),
    ...(wrong && { minutes: wrong }),
  }
  if (Object.keys(fields).length > 0)
    throw new Refused('incomplete', `会议决定还不能登记：${Object.values(fields).join('；')}。`, fields)
}
