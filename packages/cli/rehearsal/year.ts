/** The seven stories of a year, 2018 to 2019 in 泗县, as dated acts (dates of the call: 泗政办秘〔2018〕22号). */
import { type Do, OFFICE, openCall, remind } from './acts.ts'
import { confirmVeto, raiseVeto, withdraw } from './case-acts.ts'
import { asInSixian, CONDITIONS, publishPack, readStandard, STANDARD } from './catalogue-acts.ts'
import { approveErasure, proposeErasure } from './erasing/erasing-acts.ts'
import { fillIn, mend, signAndSubmit } from './form-acts.ts'
import { accepted, draftCorrection, refused, review, signCorrection } from './judgement-acts.ts'
import { closeNotice, meet, publishNotice } from './list-acts.ts'
import {
  correctPhone,
  draftNotice,
  lookAround,
  lookAtOpenings,
  lookUpContact,
  openEvidence,
  pickWrongFile,
  proveEnd,
} from './looking-acts.ts'
import {
  admitObjection,
  declineObjection,
  enterObjection,
  findObjection,
  objectOnPage,
  studyObjection,
} from './objection-acts.ts'
import { terms } from './second-batch.ts'

/** `at` in Asia/Shanghai. Acts of one instant are done in their order. */
export type Act = { readonly at: string; readonly what: string; readonly act: Do }
export type Story = {
  readonly unit: string
  readonly name: string
  readonly story: string
  readonly ends: string
  /** The date on which it ends there; left out where time is the world's own. */
  readonly endsOn?: string
}

export const stories: readonly Story[] = [
  { unit: 'dazhuang', name: '大庄镇人民政府', story: '申请、初审、公示、命名', ends: 'named', endsOn: '2018-12-20' },
  {
    unit: 'caogou',
    name: '草沟镇人民政府',
    story: '退回补正后重报，期满后收到期内来信，命名',
    ends: 'named',
    endsOn: '2018-12-20',
  },
  { unit: 'changgou', name: '长沟镇人民政府', story: '初审不予通过', ends: 'refused', endsOn: '2018-05-25' },
  {
    unit: 'dunji',
    name: '墩集镇人民政府',
    story: '填了一半没有提交，逾期',
    ends: 'notSubmitted',
    endsOn: '2018-05-16',
  },
  { unit: 'pingshan', name: '屏山镇人民政府', story: '公示期间主动退出', ends: 'withdrawn', endsOn: '2018-11-07' },
  { unit: 'jiaotong', name: '县交通运输局', story: '常务会议前一票否决', ends: 'vetoed', endsOn: '2018-11-21' },
  { unit: 'chengguan', name: '县城市管理局', story: '公示期间异议成立', ends: 'objectionUpheld', endsOn: '2018-11-16' },
]

export const BEGINNING = '2018-04-10T09:00:00+08:00'
export const END = '2019-04-16T09:00:00+08:00'

export const on = (at: string, what: string, act: Do): Act => ({ at: `${at}:00+08:00`, what, act })

const applying = stories.filter(({ ends }) => ends !== 'notSubmitted')
/** Working days of May 2018 on which units fill in. */
const DAYS = ['02', '03', '04', '07', '08', '09']
const reviewed = ['dazhuang', 'caogou', 'jiaotong', 'chengguan']
const listed = ['dazhuang', 'caogou', 'pingshan', 'jiaotong', 'chengguan']

/** What every call of the county chooses from. */
export const publishing: readonly Act[] = [
  on('2018-04-13T15:00', '发布泗县标准', publishPack(STANDARD)),
  on('2018-04-13T15:10', '发布泗县基本条件', publishPack(CONDITIONS)),
]

export const year: readonly Act[] = [
  ...publishing,
  on('2018-04-16T09:00', '发布创建通知', openCall(asInSixian(terms))),
  on('2018-04-18T09:00', '大庄镇查看标准', readStandard('clerk-dazhuang', STANDARD)),
  on('2018-04-19T09:00', '管理员更正一个人的电话', correctPhone('r001', '蒋思远', '0557-0000199')),
  ...applying.map(({ unit, name }, i) =>
    on(`2018-05-${DAYS[i % DAYS.length]}T10:${String(10 + i)}`, `${name}填写申请表`, fillIn(unit, name)),
  ),
  on(
    '2018-05-10T16:00',
    '墩集镇只填了一部分',
    fillIn('dunji', '墩集镇人民政府', { lacking: ['reason', 'creationReport'] }),
  ),
  on('2018-05-10T16:30', '墩集镇误把程序当文档上传', pickWrongFile('dunji')),
  ...applying.map(({ unit, name }) => on('2018-05-11T15:00', `${name}签署并提交`, signAndSubmit(unit, '2018-05-11'))),
  on('2018-05-14T08:30', '法制办看待办和进展', lookAround(OFFICE.officer)),
  on(
    '2018-05-14T08:45',
    '提醒墩集镇',
    remind(['dunji'], '请抓紧办理创建申请，在2018年5月15日24时前提交；逾期不能再报。'),
  ),
  on('2018-05-14T09:00', '法制办打开草沟镇的材料', openEvidence('caogou')),
  on('2018-05-14T09:20', '负责人查看材料查阅记录', lookAtOpenings),
  on('2018-05-14T09:30', '法制办查草沟镇的联系人', lookUpContact('caogou')),
  on(
    '2018-05-14T10:00',
    '草沟镇申请退回补正',
    review('caogou', {
      outcome: 'returned',
      reason: '示范项目名称过宽，工作计划缺少时间安排。',
      reopens: ['project', 'workPlan'],
    }),
  ),
  on('2018-05-21T09:00', '草沟镇补正', mend('caogou', '草沟镇人民政府')),
  on('2018-05-21T15:00', '草沟镇重新签署并提交', signAndSubmit('caogou', '2018-05-21', { time: 2 })),
  on('2018-05-25T09:00', '长沟镇初审不予通过', review('changgou', refused)),
  on(
    '2018-05-25T09:30',
    '屏山镇误定为不予通过',
    review('pingshan', { outcome: 'refused', reason: '不在创建范围内。' }),
  ),
  on('2018-05-25T14:00', '另一经办人拟更正屏山镇的结论', draftCorrection('pingshan', accepted)),
  on('2018-05-25T15:00', '负责人签发更正', signCorrection('pingshan')),
  on('2018-05-25T16:00', '经办人提请清除已被更正代替的电话', proposeErasure),
  on('2018-05-25T16:30', '负责人批准清除', approveErasure),
  ...reviewed.map((unit) =>
    on(
      '2018-05-28T09:00',
      `${stories.find((one) => one.unit === unit)?.name ?? unit}初审通过`,
      review(unit, accepted, unit === 'caogou' ? 2 : 1),
    ),
  ),
  on('2018-11-05T08:00', '准备公示', draftNotice),
  on('2018-11-05T08:30', '拟制公示，经保密审查签发', publishNotice(listed, '2018-11-05')),
  on('2018-11-07T10:00', '屏山镇公示期间退出', withdraw('pingshan', '机构合并，不再单独创建。')),
  on('2018-11-08T20:00', '群众对城管局提出异议', objectOnPage('chengguan')),
  on('2018-11-09T08:30', '经办人查看异议和附件', studyObjection('chengguan')),
  on('2018-11-09T09:00', '受理异议', admitObjection('chengguan', OFFICE.officer)),
  on('2018-11-09T10:00', '有人来电对大庄镇提出异议', enterObjection('dazhuang', 'phone', '2018-11-09')),
  on('2018-11-09T14:00', '负责人查看来电记录', studyObjection('dazhuang', OFFICE.head)),
  on('2018-11-09T14:30', '不予受理', declineObjection('dazhuang')),
  on('2018-11-12T08:30', '登记期满截图', proveEnd),
  on('2018-11-12T09:00', '核对各渠道，结束公示', closeNotice()),
  on('2018-11-14T09:00', '收到期内寄出的来信', enterObjection('caogou', 'letter', '2018-11-11')),
  on('2018-11-14T09:30', '受理来信', admitObjection('caogou')),
  on('2018-11-16T09:00', '认定异议成立', findObjection('chengguan', 'upheld')),
  on(
    '2018-11-20T09:00',
    '提出一票否决',
    raiseVeto('jiaotong', { item: 'sx-v-1', source: '县纪委监委通报，班子成员受撤销行政职务处分。' }),
  ),
  on('2018-11-21T09:00', '确认一票否决', confirmVeto('jiaotong')),
  on('2018-11-23T09:00', '认定来信的异议不成立', findObjection('caogou', 'notUpheld')),
  on('2018-12-20T15:00', '常务会议审议', meet('泗政常纪〔2018〕38号', '2018-12-20', ['dazhuang', 'caogou'], 'named')),
]
