/** A batch in the middle of its year, around the day on which it is looked at. */
import { addDays, dateOf } from '#calendar/deadline.ts'
import { fillIn, openCall, publishNotice, review, signAndSubmit } from '../rehearsal/acts.ts'
import type { Act } from '../rehearsal/year.ts'

/** How long before today the demonstration's call was opened. */
export const DAYS_BEFORE = 30
const UNITS = {
  dazhuang: '大庄镇人民政府',
  caogou: '草沟镇人民政府',
  changgou: '长沟镇人民政府',
  dunji: '墩集镇人民政府',
  pingshan: '屏山镇人民政府',
  chengguan: '县城市管理局',
} as const

export type Demonstration = { readonly batch: string; readonly acts: readonly Act[] }

/** @param now an ISO instant: the day that is "today" in the demonstration */
export function demonstration(now: string): Demonstration {
  const today = dateOf(now)
  const day = (offset: number) => addDays(today, offset)
  const on = (offset: number, hour: number, what: string, act: Act['act']): Act => ({
    at: `${day(offset)}T${String(hour).padStart(2, '0')}:00:00+08:00`,
    what,
    act,
  })
  const apply = (unit: keyof typeof UNITS, offset: number): Act[] => [
    on(offset, 10, `${UNITS[unit]}填写申请表`, fillIn(unit, UNITS[unit])),
    on(offset, 15, `${UNITS[unit]}签署并提交`, signAndSubmit(unit, day(offset))),
  ]
  const accepted = { outcome: 'accepted', reason: '符合基本条件,材料齐全。' }
  const acts = [
    on(
      -DAYS_BEFORE,
      9,
      '发布创建通知',
      openCall({
        title: `泗县${today.slice(0, 4)}年依法行政示范单位创建`,
        approval: {
          reference: `泗政办秘〔${today.slice(0, 4)}〕31号`,
          date: day(-DAYS_BEFORE - 3),
          by: '泗县人民政府',
        },
        trial: false,
        procedure: 'creation',
        application: { lastDay: day(12) },
        notice: { days: 7, convention: 'A' },
        returnDays: 10,
        replyDays: 15,
        quota: 10,
        signOffs: { legalOffice: 'online', unitHead: 'paper' },
      }),
    ),
    ...apply('dazhuang', -20),
    ...apply('chengguan', -19),
    ...apply('caogou', -12),
    ...apply('changgou', -6),
    on(-9, 9, '大庄镇初审通过', review('dazhuang', accepted)),
    on(-9, 9, '城管局初审通过', review('chengguan', accepted)),
    on(
      -8,
      9,
      '草沟镇退回补正',
      review('caogou', {
        outcome: 'returned',
        reason: '示范项目名称过宽,工作计划缺少时间安排。',
        reopens: ['project', 'workPlan'],
      }),
    ),
    ...apply('pingshan', -4),
    on(-3, 10, '墩集镇填写申请表', fillIn('dunji', UNITS.dunji, ['reason', 'creationReport'])),
    on(-2, 9, '公示城管局', publishNotice(['chengguan'], day(-2))),
  ]
  return { batch: `${today.slice(0, 4)}-1`, acts: acts.toSorted((a, b) => a.at.localeCompare(b.at)) }
}
