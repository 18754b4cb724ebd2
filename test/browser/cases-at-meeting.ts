/** Twelve units of one batch on their way to the executive meeting, by the real acts. */
import { openCall } from '../../packages/cli/rehearsal/acts.ts'
import { fillIn, signAndSubmit } from '../../packages/cli/rehearsal/form-acts.ts'
import { accepted, review } from '../../packages/cli/rehearsal/judgement-acts.ts'
import { closeNotice, publishNotice } from '../../packages/cli/rehearsal/list-acts.ts'
import { terms } from '../../packages/cli/rehearsal/second-batch.ts'
import type { Act } from '../../packages/cli/rehearsal/year.ts'

export const UNITS = {
  dazhuang: '大庄镇人民政府',
  caogou: '草沟镇人民政府',
  changgou: '长沟镇人民政府',
  dunji: '墩集镇人民政府',
  pingshan: '屏山镇人民政府',
  sicheng: '泗城镇人民政府',
  kaifaqu: '县经济开发区管委会',
  shichang: '县市场监督管理局',
  chengguan: '县城市管理局',
  jiaotong: '县交通运输局',
  guotu: '县国土资源局',
  heita: '黑塔镇人民政府',
} as const
type Unit = keyof typeof UNITS
const units = Object.keys(UNITS) as Unit[]

const on = (at: string, what: string, act: Act['act']): Act => ({ at: `${at}:00+08:00`, what, act })

/** Up to the notice, which stands from 2018-05-07 to 2018-05-13. */
export const atNotice: readonly Act[] = [
  on('2018-04-16T09:00', '发布创建通知', openCall({ ...terms, quota: 11 })),
  ...units.map((unit) => on('2018-05-02T10:00', `${unit} applies`, fillIn(unit, UNITS[unit]))),
  ...units.map((unit) => on('2018-05-03T10:00', `${unit} submits`, signAndSubmit(unit, '2018-05-03'))),
  ...units.map((unit) => on('2018-05-04T10:00', `${unit} accepted`, review(unit, accepted))),
  on('2018-05-07T08:30', '发布公示', publishNotice(units, '2018-05-07')),
]
/** The office closes it; then all twelve wait for the meeting. */
export const noticeClosed: readonly Act[] = [on('2018-05-14T09:00', '结束公示', closeNotice())]
/** A day on which the notice stands, and one on which it is over and all twelve wait for the meeting. */
export const DURING_NOTICE = '2018-05-08T10:30:00+08:00'
export const AFTER_NOTICE = '2018-05-15T09:00:00+08:00'
