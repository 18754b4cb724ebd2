/** The period of a notice as its batch counts it. */
import type { CallTerms } from '#batch/batch.ts'
import { addDays, dateOf, firstLateInstant } from '#calendar/deadline.ts'
import { lastDayOf, YearNotCovered } from '#calendar/period.ts'
import { Refused } from '#ledger/refused.ts'
import type { Period } from './said-period.ts'

/**
 * The period of a notice that stands since `on`.
 * @param lateFrom only in a trial: the first late instant instead of a number of days
 * @throws Refused when the period reaches into a year whose holidays nobody knows yet, or ends before it begins
 */
export function periodOf({ notice: { days, convention } }: CallTerms, on: string, lateFrom?: string): Period {
  const rule = { days, convention }
  if (lateFrom) {
    if (lateFrom <= new Date(`${on}T00:00:00+08:00`).toISOString())
      throw new Refused('incomplete', '公示截止时刻早于发布日期。', { lateFrom: '请填写发布日期之后的时刻' })
    const lastDay = dateOf(new Date(Date.parse(lateFrom) - 1).toISOString())
    return { ...rule, firstDay: on, lastDay, lateFrom }
  }
  try {
    const lastDay = lastDayOf({ publish: on, ...rule })
    const firstDay = convention === 'B' ? addDays(on, 1) : lastDayOf({ publish: on, days: 1, convention })
    return { ...rule, firstDay, lastDay, lateFrom: firstLateInstant(lastDay) }
  } catch (error) {
    if (error instanceof YearNotCovered)
      throw new Refused('incomplete', error.message, {
        'publication.on': '从这一天起算，公示期会进入节假日安排未公布的年份',
      })
    throw error
  }
}
