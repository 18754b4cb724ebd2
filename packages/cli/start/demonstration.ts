/**
 * A batch in the middle of its year. Its today is a day of 2018, the year of the call it follows: whatever the day on
 * which somebody looks, its holidays are known and its dates are those of the document.
 */
import { addDays, dateOf } from '#calendar/deadline.ts'
import { openCall } from '../rehearsal/acts.ts'
import { asInSixian, CONDITIONS, publishPack, STANDARD } from '../rehearsal/catalogue-acts.ts'
import { fillIn, signAndSubmit } from '../rehearsal/form-acts.ts'
import { accepted, review } from '../rehearsal/judgement-acts.ts'
import { publishNotice } from '../rehearsal/list-acts.ts'
import { terms } from '../rehearsal/second-batch.ts'
import type { Act } from '../rehearsal/year.ts'
import { TODAY } from './today.ts'

const UNITS = {
  dazhuang: '大庄镇人民政府',
  caogou: '草沟镇人民政府',
  changgou: '长沟镇人民政府',
  dunji: '墩集镇人民政府',
  pingshan: '屏山镇人民政府',
  chengguan: '县城市管理局',
} as const

const today = dateOf(TODAY)
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
const acts = [
  on(-25, 15, '发布泗县标准', publishPack(STANDARD)),
  on(-25, 16, '发布泗县基本条件', publishPack(CONDITIONS)),
  on(-22, 9, '发布创建通知', openCall(asInSixian(terms))),
  ...apply('dazhuang', -19),
  ...apply('chengguan', -18),
  ...apply('caogou', -12),
  ...apply('changgou', -6),
  on(-11, 9, '大庄镇初审通过', review('dazhuang', accepted)),
  on(-11, 9, '城管局初审通过', review('chengguan', accepted)),
  on(
    -6,
    9,
    '草沟镇退回补正',
    review('caogou', {
      outcome: 'returned',
      reason: '示范项目名称过宽，工作计划缺少时间安排。',
      reopens: ['project', 'workPlan'],
    }),
  ),
  ...apply('pingshan', -4),
  on(-4, 16, '墩集镇填写申请表', fillIn('dunji', UNITS.dunji, { lacking: ['reason', 'creationReport'] })),
  on(-1, 9, '公示城管局', publishNotice(['chengguan'], day(-1))),
]

export const demonstration: readonly Act[] = acts.toSorted((a, b) => a.at.localeCompare(b.at))
