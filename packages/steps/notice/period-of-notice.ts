/** The period of a notice as its batch counts it. */

import type { z } from 'zod/mini'
import type { CallTerms } from '#batch/batch.ts'
import { addDays, dateOf, firstLateInstant } from '#calendar/deadline.ts'
import { after } from '#calendar/instant.ts'
import { type Entered, lastDayOf, sourcesOf, YearNotCovered } from '#calendar/period.ts'
import { saidDay } from '#calendar/said.ts'
import { Refused } from '#ledger/refused.ts'
import type { period, publication } from './notice-events.ts'

export type Period = z.infer<typeof period>

/**
 * The period of a notice that stands since `on`.
 * @param lateFrom only in a trial: the first late instant instead of a number of days
 * @param entered holidays that the county has entered itself
 * @throws Refused when the period cannot be counted without holidays that nobody has entered, or ends before it begins
 */
export function periodOf(
  { notice: { days, convention } }: Pick<CallTerms, 'notice'>,
  on: string,
  { lateFrom, entered = [] }: { readonly lateFrom?: string | undefined; readonly entered?: Entered } = {},
): Period {
  const rule = { days, convention }
  if (lateFrom) {
    if (lateFrom <= firstLateInstant(addDays(on, -1)))
      throw new Refused('incomplete', '公示截止时刻早于发布日期。', { lateFrom: '请填写发布日期之后的时刻' })
    const lastDay = dateOf(after(lateFrom, -1))
    return { ...rule, firstDay: on, lastDay, lateFrom }
  }
  try {
    const counted = { publish: on, ...rule, entered }
    const lastDay = lastDayOf(counted)
    const firstDay = convention === 'B' ? addDays(on, 1) : lastDayOf({ ...counted, days: 1 })
    const holidays = [...sourcesOf(counted)]
    return {
      ...{ ...rule, firstDay, lastDay, lateFrom: firstLateInstant(lastDay) },
      ...(holidays.length > 0 && { holidays }),
    }
  } catch (error) {
    if (error instanceof YearNotCovered)
      throw new Refused('incomplete', error.message, {
        'publication.on': `从这一天起算，公示期要用系统里还没有的${error.year}年节假日安排`,
      })
    throw error
  }
}

type Publication = z.infer<typeof publication>

/**
 * The period of a notice that is prepared now.
 * @throws Refused as `mustLeaveTime` does, for a day to come, and for an instant outside a trial
 */
export function periodToPrepare(
  terms: CallTerms,
  { publication, lateFrom }: { readonly publication: Publication; readonly lateFrom?: string | undefined },
  received: string,
  entered: Entered,
): Period {
  const today = dateOf(received)
  if (publication.on > today)
    throw new Refused('incomplete', `发布日期${saidDay(publication.on)}还没有到，今天是${saidDay(today)}。`, {
      'publication.on': '发布日期不能晚于今天',
    })
  if (lateFrom && !terms.trial)
    throw new Refused('incomplete', '只有演练批次可以用时刻作公示截止时间。', { lateFrom: '请留空，公示期按天数计算' })
  const period = periodOf(terms, publication.on, { lateFrom, entered })
  mustLeaveTime({ publication, period }, received, 'prepares')
  return period
}

/**
 * The public has the whole period: it is not over, and it began before today only where the page of that day is proved.
 * @param who whoever prepares it can mend it; whoever approves it can send it back only
 * @throws Refused
 */
export function mustLeaveTime(
  { publication: { on, proof }, period }: { readonly publication: Publication; readonly period: Period },
  received: string,
  who: 'prepares' | 'approves',
): void {
  const back = who === 'approves' ? '退回经办人，' : ''
  if (period.lateFrom <= received)
    throw new Refused(
      'incomplete',
      `自${saidDay(on)}起算的公示期到${saidDay(period.lastDay)}已经结束，公众来不及提出异议；请${back}重新公示，按重新发布的日期登记。`,
      { 'publication.on': '自这一天起算的公示期已经结束' },
    )
  const today = dateOf(received)
  if (on < today && !proof)
    throw new Refused(
      'incomplete',
      `所填的发布日期是${saidDay(on)}，今天是${saidDay(today)}，而公示期从实际发布之日起算；请${back}改为今天，已在${saidDay(on)}发布的，附当日的网页截图。`,
      { 'publication.on': `请${back}改为今天，或附发布当日的网页截图` },
    )
}

/** What was prepared says the last day that follows from the holidays as they are known now. @throws Refused */
export function mustBeCountedAlike(
  { publication, period }: { readonly publication: Publication; readonly period: Period },
  terms: Pick<CallTerms, 'notice'>,
  entered: Entered,
): void {
  // A trial's ends at the instant that it states.
  if (period.lateFrom !== firstLateInstant(period.lastDay)) return
  const { lastDay } = periodOf(terms, publication.on, { entered })
  if (lastDay !== period.lastDay)
    throw new Refused(
      'conflict',
      `拟制以后，节假日安排有变动：稿件写的公示期到${saidDay(period.lastDay)}，现在应到${saidDay(lastDay)}；请退回经办人，重新拟制。`,
    )
}
