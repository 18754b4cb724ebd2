/** One unit's deadline is moved, with a reason, by the office's head: before it, or after it has lapsed. */
import { addDays, dateOf } from '#calendar/deadline.ts'
import { saidEnd } from '#calendar/said.ts'
import { Refused } from '#ledger/refused.ts'
import { datedSteps, lapseOf, type Procedure, stepAt, titleOf } from '#procedure/procedure.ts'
import { type Case, lapsedAt } from './case.ts'
import { laterDates } from './later-dates.ts'
import { type Asked, asked, type Deciding, mustNotHaveMade } from './standing.ts'

/** How many days after the batch's own date of a step one unit's may be at most. */
const LONGEST = 365

type Frame = { readonly procedure: Procedure; readonly dates: Readonly<Record<string, string>> }
type Extension = {
  readonly batch: string
  readonly unit: string
  readonly step: string
  readonly lateFrom: string
  readonly reason: string
}

/**
 * Whether one unit may be given a later day than the one it has: none lies more than a year after the batch's own.
 * @param lateFrom the first late instant that holds for the unit
 * @param now an instant
 */
export const mayBeGivenLonger = (lateFrom: string, now: string): boolean =>
  dateOf(now) < addDays(dateOf(lateFrom), LONGEST)

/** The first late instant of each step for one unit. @param dates the batch's own */
export const unitDates = (dates: Frame['dates'], state: Pick<Case, 'visit' | 'dates'>): Frame['dates'] =>
  state.visit === 0 ? laterDates(dates, state.dates) : { ...dates, ...state.dates }

/**
 * @param frame the procedure of the batch and its dates, for a unit that has not begun
 */
export const extendCase =
  (extension: Extension, frame: Frame, by: Asked): Deciding =>
  (state) => {
    const { step, lateFrom, reason } = extension
    const { procedure } = frame
    const title = titleOf(procedure, step)
    const dates = unitDates(frame.dates, state)
    const now = dates[step]
    if (!lapseOf(stepAt(procedure, step)) || now === undefined)
      throw new Refused('incomplete', `“${title}”环节没有期限，不能延长。`, { step: '请选择有期限的环节' })
    // The same day once it has passed would give no time at all.
    if (now === lateFrom && lateFrom > by.received) {
      if (isRepeated(state.extension, extension, by.by)) return []
      throw new Refused('incomplete', `“${title}”的期限现在就是${saidEnd(now)}，没有改动，延长理由也没有登记。`, {
        lastDay: `期限现在就是${saidEnd(now)}；要延长的，请填写更晚的日期`,
      })
    }
    mustNotHaveMade(state, by.by, '不能延长它的期限')
    if (lateFrom < now || lateFrom <= by.received)
      throw new Refused('incomplete', `新的期限（${saidEnd(lateFrom)}）应当晚于现在和原期限（${saidEnd(now)}）。`, {
        lastDay: '请填写更晚的日期',
      })
    const lapsed = lapsedAt(state) === step
    const unopened = state.visit === 0 && step === procedure.start
    if (state.step !== step && !lapsed && !unopened)
      throw new Refused('elsewhere', `本件现处“${titleOf(procedure, state.step)}”，“${title}”的期限不能再延长。`)
    const limit = limitOf(extension, frame, dates, by.received)
    if (limit) throw new Refused('incomplete', `新的期限（${saidEnd(lateFrom)}）${limit}。`, { lastDay: limit })
    return [{ type: 'extended', ...asked(by), ...extension, reason }]
  }

/** Whether the same person has given the same extension last, with the same reason. */
const isRepeated = (last: Case['extension'], { step, lateFrom, reason }: Extension, by: string): boolean =>
  last?.by === by && last.step === step && last.lateFrom === lateFrom && last.reason === reason

/**
 * Why the new date is too late: the step that comes next begins by a date of its own, unless that is over: a case that
 * was assessed anew may stand before both, and is given one date after the other.
 *
 * @param dates the unit's
 * @param now when it is asked for
 */
function limitOf(
  { step, lateFrom }: Extension,
  { procedure, dates: ofBatch }: Frame,
  dates: Readonly<Record<string, string>>,
  now: string,
): string | undefined {
  const dated = datedSteps(procedure)
  const next = dated[dated.indexOf(step) + 1]
  const before = next && dates[next]
  if (next && before && before > now && lateFrom >= before)
    return `应早于“${titleOf(procedure, next)}”的截止日期（${saidEnd(before)}）`
  const own = ofBatch[step] ?? lateFrom
  return dateOf(lateFrom) > addDays(dateOf(own), LONGEST) ? `最多比原定期限（${saidEnd(own)}）晚一年` : undefined
}
