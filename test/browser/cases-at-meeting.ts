/** Twelve units of one batch on their way to the executive meeting, by the real acts. */
import { clerkOf, fillIn, openCall, publishNotice, review, signAndSubmit } from '../../packages/cli/rehearsal/acts.ts'
import { pdf } from '../../packages/cli/rehearsal/paper.ts'
import { give, upload } from '../../packages/cli/rehearsal/stage.ts'
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

/** 黑塔镇's clerk is its legal officer as well. */
const signAsOne: Act['act'] = async (stage) => {
  const unit = 'heita'
  const login = clerkOf(unit)
  await give(
    stage,
    login,
    unit,
    'sign-application',
    { signOff: 'legalOffice', opinion: '同意。', on: '2018-05-03' },
    'legal-heita',
  )
  const scan = await upload(stage, login, unit, pdf('签字盖章页.pdf', unit))
  const paper = { signOff: 'unitHead', opinion: '同意。', on: '2018-05-03', signer: '周正', scan }
  await give(stage, login, unit, 'sign-application', paper, 'head-heita')
  await give(stage, login, unit, 'submit-application', {}, 'submit-heita')
}

/** Up to the notice, which stands from 2018-05-07 to 2018-05-13. */
export const atNotice: readonly Act[] = [
  on(
    '2018-04-16T09:00',
    '发布创建通知',
    openCall({
      title: '泗县第二批依法行政示范单位创建',
      approval: { reference: '泗政办秘〔2018〕22号', date: '2018-04-13', by: '泗县人民政府' },
      trial: false,
      procedure: 'creation',
      application: { lastDay: '2018-05-15' },
      notice: { days: 7, convention: 'A' },
      returnDays: 10,
      replyDays: 15,
      quota: 11,
      signOffs: { legalOffice: 'online', unitHead: 'paper' },
    }),
  ),
  ...units.map((unit) => on('2018-05-02T10:00', `${unit} applies`, fillIn(unit, UNITS[unit]))),
  ...units.map((unit) =>
    on('2018-05-03T10:00', `${unit} submits`, unit === 'heita' ? signAsOne : signAndSubmit(unit, '2018-05-03')),
  ),
  ...units.map((unit) =>
    on(
      '2018-05-04T10:00',
      `${unit} accepted`,
      review(unit, { outcome: 'accepted', reason: '符合基本条件，材料齐全。' }),
    ),
  ),
  on('2018-05-07T08:30', '发布公示', publishNotice(units, '2018-05-07')),
]
/** A day on which the notice stands, and one on which it is over and all twelve wait for the meeting. */
export const DURING_NOTICE = '2018-05-08T10:30:00+08:00'
export const AFTER_NOTICE = '2018-05-15T09:00:00+08:00'
