/** The period of a notice in words; apart from its counting, which carries the holidays of all years. */
import type { z } from 'zod/mini'
import type { Convention } from '#calendar/period.ts'
import { saidDay, saidEnd } from '#calendar/said.ts'
import type { period } from '#steps/notice/notice-events.ts'

export type Period = z.infer<typeof period>

const EXPLAINED: Readonly<Record<Convention, (days: number) => string>> = {
  A: (days) => `按自然日计算，发布当日计入，共${days}日；期满日为休息日的不顺延。`,
  B: (days) =>
    `按自然日计算，发布当日不计入，自次日起共${days}日；期满日为法定休假日或周末的，顺延至其后第一个工作日（《民法典》第二百零一条、第二百零三条）。`,
  C: (days) => `按工作日计算，发布当日不计入，自其后第一个工作日起共${days}个工作日；调休上班的周末计为工作日。`,
  D: (days) =>
    `按工作日计算，发布当日为工作日的计入，否则自其后第一个工作日起，共${days}个工作日；调休上班的周末计为工作日。`,
}
const UNIT: Readonly<Record<Convention, string>> = { A: '个自然日', B: '个自然日', C: '个工作日', D: '个工作日' }

/** “2018年11月19日至2018年11月25日24时，共7个自然日”. */
export function saidPeriod({ firstDay, lateFrom, days, convention }: Period): string {
  const end = saidEnd(lateFrom)
  return `${saidDay(firstDay)}至${end}${end.endsWith('24时') ? `，共${days}${UNIT[convention]}` : ''}`
}

type Explained = Pick<Period, 'days' | 'convention' | 'holidays'>

/** How the days are counted and by which holidays, in sentences; an end moved past days off is longer than its days. */
export const explainedPeriod = ({ days, convention, holidays = [] }: Explained): string =>
  `${EXPLAINED[convention](days)}${holidays.length > 0 ? `节假日和调休依据：${holidays.join('；')}。` : ''}`
