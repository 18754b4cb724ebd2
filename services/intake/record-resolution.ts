import { type Attendance, resolutionKind, resolutionStream, resolve } from '#acts/resolution.ts'
import { dateOf } from '#calendar/deadline.ts'
import { caseKind, caseStream } from '#case/case.ts'
import type { intakeEndpoints, ResolutionBody, ResolutionPage } from '#contracts/intake.ts'
import type { Call } from '#edge/use-case.ts'
import { OFFICE } from '#evidence/evidence.ts'
import { execute, readStream } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import { titleOf } from '#procedure/procedure.ts'
import { askedBy, type IntakeDeps } from './intake-deps.ts'
import { keptFile } from './kept-evidence.ts'
import { type MeetingStep, meetingStep } from './meeting-step.ts'
import { readTerms, readUnit } from './read-frame.ts'
import { showResolutions } from './read-resolutions.ts'

/** One decision of a meeting over many cases: one commit, which the cases follow. */
export const recordResolution =
  (deps: IntakeDeps) =>
  async (call: Call<typeof intakeEndpoints.recordResolution>): Promise<ResolutionPage> => {
    const { params, body, command, received } = call
    const { batch, step } = params
    const terms = await readTerms(deps.ledger, batch)
    const meeting = meetingStep(terms, step)
    const frame = { batch, terms, meeting, received }
    const stream = resolutionStream(batch, step)
    const { present, absent, recusals } = body
    const wrong = {
      ...wrongLines(body, meeting),
      ...(body.date > dateOf(received) && { date: '会议日期不能晚于今天' }),
    }
    if (Object.keys(wrong).length > 0) throw new Refused('incomplete', '会议决定有几处需要修改。', wrong)

    const resolution = {
      batch,
      step,
      trial: terms.trial,
      meeting: body.meeting,
      number: body.number,
      date: body.date,
      minutes: body.minutes,
      attendance: await deps.contents.put({ present, absent, recusals } satisfies Attendance),
      how: body.how,
      lines: linesOf(body),
    }
    const decide = resolve(resolution, { outcome: meeting.limited, quota: terms.quota }, askedBy(call))
    const before = await readStream(deps.ledger, resolutionKind, stream)
    const entered = before.commits.some((commit) => commit.command === command) || decide(before.state).length === 0
    // Entered again, its cases have gone on already.
    if (entered) return showResolutions(deps, frame, before.state)
    await mustBeDecidable(deps, batch, meeting, body)
    const { state } = await execute(deps.ledger, resolutionKind, { stream, command, by: call.caller.person, decide })
    return showResolutions(deps, frame, state)
  }

const linesOf = ({ cases, outcome, exceptions }: ResolutionBody) =>
  cases.map((unit) => {
    const exception = exceptions.find((one) => one.case === unit)
    return exception ? { case: unit, outcome: exception.outcome, reason: exception.reason } : { case: unit, outcome }
  })

/** What is wrong in the lines themselves, by field. */
function wrongLines(
  { cases, outcome, exceptions, recusals }: ResolutionBody,
  { outcomes, procedure, step }: MeetingStep,
) {
  const known = (one: string) => Object.hasOwn(outcomes, one)
  const no = `“${titleOf(procedure, step)}”环节没有这一结论；请从列出的结论中选择`
  return {
    ...(!known(outcome) && { outcome: no }),
    ...Object.fromEntries(
      exceptions.flatMap((one, at) => [
        ...(known(one.outcome) ? [] : [[`exceptions.${at}.outcome`, no]]),
        ...(cases.includes(one.case) ? [] : [[`exceptions.${at}.case`, '该单位不在本次会议决定中']]),
      ]),
    ),
    ...Object.fromEntries(
      recusals.flatMap((one, at) =>
        cases.includes(one.case) ? [] : [[`recusals.${at}.case`, '该单位不在本次会议决定中']],
      ),
    ),
  }
}

/** Every case stands at the step now, and the minutes are kept. @throws Refused naming those that do not, and where they stand */
async function mustBeDecidable(
  { ledger }: IntakeDeps,
  batch: string,
  { step, procedure }: MeetingStep,
  body: ResolutionBody,
) {
  const elsewhere: string[] = []
  for (const unit of new Set(body.cases)) {
    const { state } = await readStream(ledger, caseKind, caseStream(batch, unit))
    if (state.step === step) continue
    const { name } = state.visit === 0 ? { name: unit } : await readUnit(ledger, unit)
    elsewhere.push(`${name}${state.visit === 0 ? '没有申报件' : `现处“${titleOf(procedure, state.step)}”`}`)
  }
  const { wrong } = await keptFile(ledger, OFFICE, body.minutes)
  const fields = {
    ...(elsewhere.length > 0 && { cases: `${elsewhere.join('；')}；请从名单中去掉` }),
    ...(wrong && { minutes: wrong }),
  }
  if (Object.keys(fields).length > 0)
    throw new Refused('incomplete', `会议决定还不能登记：${Object.values(fields).join('；')}。`, fields)
}
