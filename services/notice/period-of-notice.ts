/** The period of a notice as its batch counts it, and the same in words. */
import type { z } from 'zod/mini'
import type { period } from '#acts/notice.ts'
import type { CallTerms } from '#batch/batch.ts'
import { addDays, dateOf, firstLateInstant } from '#calendar/deadline.ts'
import { type Convention, lastDayOf, YearNotCovered } from '#calendar/period.ts'
import { saidDay, saidEnd } from '#calendar/said.ts'
import { Refused } from '#ledger/refused.ts'

export type Period = z.infer<typeof period>

const EXPLAINED: Readonly<Record<Convention, (days: number) => string>> = {
  A: (days) => `按自然日计算,发布当日计入,共${days}日;期满日为休息日的不顺延。`,
  B: (days) =>
    `按自然日计算,发布当日不计入,自次日起共${days}日;期满日为法定休假日或周末的,顺延至其后第一个工作日(《民法典》第二百零一条、第二百零三条)。`,
  C: (days) => `按工作日计算,发布当日不计入,自其后第一个工作日起共${days}个工作日;调休上班的周末计为工作日。`,
  D: (days) =>
    `按工作日计算,发布当日为工作日的计入,否则自其后第一个工作日起,共${days}个工作日;调休上班的周末计为工作日。`,
}
const UNIT: Readonly<Record<Convention, string>> = { A: '个自然日', B: '个自然日', C: '个工作日', D: '个工作日' }

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
        'publication.on': '从这一天起算,公示期会进入节假日安排未公布的年份',
      })
    throw error
  }
}

/** “2018年11月19日至2018年11月25日24时,共7个自然日”. */
export function saidPeriod({ firstDay, lateFrom, days, convention }: Period): string {
  const end = saidEnd(lateFrom)
  return `${saidDay(firstDay)}至${end}${end.endsWith('24时') ? `,共${days}${UNIT[convention]}` : ''}`
}

/** How the days are counted, in a sentence; an end moved past days off is longer than its days. */
export const explainedPeriod = ({ days, convention }: { days: number; convention: Convention }): string =>
  EXPLAINED[convention](days)
