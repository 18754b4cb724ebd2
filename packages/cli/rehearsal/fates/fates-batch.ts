/** A third batch of the same year, cancelled before its declarations are judged to the end: how work is not finished. */
import type { CallBody } from '#contracts/call.ts'
import { type Do, inBatch, inOrder, OFFICE, openCall } from '../acts.ts'
import { extend, report, reportsStand, standsAt, withdraw } from '../case-acts.ts'
import { byOtherStandard } from '../catalogue-acts.ts'
import { approveCancelling, prepareCancelling } from '../change-acts.ts'
import { assess, finishAssessment } from '../dossier/dossier-acts.ts'
import { declare, fillIn, mend, signAndSubmit, signDeclaration, submitDeclaration } from '../form-acts.ts'
import { accepted, draft, signDraft } from '../judgement-acts.ts'
import { decideList, submitList } from '../list-acts.ts'
import { longTerms } from '../long-batch.ts'
import { type Act, on, type Story } from '../year.ts'

export const FATES_BATCH = '2018-4'
const { quota: _, ...unlimited } = longTerms
const terms: CallBody = {
  ...unlimited,
  title: '泗县依法行政示范单位创建（补充）',
  document: { number: '泗政办秘〔2018〕24号', organ: '泗县人民政府办公室', date: '2018-04-13' },
  signOffs: {
    'creation-application': { legalOffice: 'online', unitHead: 'paper' },
    'creation-declaration': { unitHead: 'online' },
  },
  scoring: {
    way: 'gateThenDeduct',
    gates: ['一第4项', '一第2项'],
    takenOff: 3,
    combined: 'withoutExtremes',
    atLeast: 85,
  },
}

export const fatesStories: readonly Story[] = [
  {
    unit: 'heita',
    name: '黑塔镇人民政府',
    story: '填了一半没有提交，逾期',
    ends: 'notSubmitted',
    endsOn: '2018-06-01',
  },
  {
    unit: 'pingshan',
    name: '屏山镇人民政府',
    story: '退回补正，没有按期重报',
    ends: 'notSubmitted',
    endsOn: '2018-06-02',
  },
  {
    unit: 'jiaotong',
    name: '县交通运输局',
    story: '列入培育后主动退出',
    ends: 'withdrawn',
    endsOn: '2018-07-20',
  },
  {
    unit: 'chengguan',
    name: '县城市管理局',
    story: '两期报告迟报，一期漏报，申报验收不予通过',
    ends: 'refused',
    endsOn: '2018-11-13',
  },
  {
    unit: 'changgou',
    name: '长沟镇人民政府',
    story: '逾期未报，负责人延期后补报，创建活动取消',
    ends: 'cancelled',
    endsOn: '2018-11-15',
  },
  {
    unit: 'dunji',
    name: '墩集镇人民政府',
    story: '没有开始申请，负责人延期后补报，等待申报时创建活动取消',
    ends: 'cancelled',
    endsOn: '2018-11-15',
  },
]
const nameOf = (unit: string) => fatesStories.find((one) => one.unit === unit)?.name ?? unit

const inFates = (at: string, what: string, act: Do): Act => on(at, what, inBatch(FATES_BATCH, act))
const each = (units: readonly string[], act: (unit: string) => Do): Do => inOrder(...units.map(act))

const PUNCTUAL = ['pingshan', 'jiaotong', 'chengguan']
/** Given a later day by the office's head: one had filled in a part, the other had not even begun. */
const LATER = ['changgou', 'dunji']
const reviewed = PUNCTUAL.filter((unit) => unit !== 'pingshan')
const cultivated = [...reviewed, ...LATER]

export const fatesActs: readonly Act[] = [
  inFates('2018-04-16T10:30', '发布补充创建通知', openCall(byOtherStandard(terms))),
  inFates(
    '2018-05-16T14:00',
    '三个单位填写申请表',
    each(PUNCTUAL, (unit) => fillIn(unit, nameOf(unit))),
  ),
  inFates(
    '2018-05-17T14:00',
    '三个单位签署并提交',
    each(PUNCTUAL, (unit) => signAndSubmit(unit, '2018-05-17')),
  ),
  inFates(
    '2018-05-21T14:00',
    '拟办补充批次的初审',
    inOrder(
      each(reviewed, (unit) => draft(unit, accepted, 'review-1')),
      draft('pingshan', { outcome: 'returned', reason: '工作计划缺少时间安排。', reopens: ['workPlan'] }, 'review-1'),
    ),
  ),
  inFates(
    '2018-05-22T14:30',
    '签发补充批次的初审',
    each(PUNCTUAL, (unit) => signDraft(unit, 'review-1')),
  ),
  inFates(
    '2018-05-30T14:00',
    '黑塔镇、长沟镇只填了一部分',
    each(['heita', 'changgou'], (unit) => fillIn(unit, nameOf(unit), { lacking: ['project', 'workPlan'] })),
  ),
  inFates('2018-06-01T09:00', '长沟镇逾期未报', standsAt('changgou', 'notSubmitted')),
  inFates(
    '2018-06-01T10:00',
    '为长沟镇、墩集镇延长申请期限',
    each(LATER, (unit) => extend(unit, 'application', { lastDay: '2018-06-08', reason: '防汛抢险，无法按期报送。' })),
  ),
  inFates(
    '2018-06-06T09:00',
    '长沟镇补报',
    inOrder(mend('changgou', '长沟镇人民政府'), signAndSubmit('changgou', '2018-06-06')),
  ),
  inFates(
    '2018-06-06T10:00',
    '墩集镇开始填写并提交',
    inOrder(fillIn('dunji', nameOf('dunji')), signAndSubmit('dunji', '2018-06-06')),
  ),
  inFates(
    '2018-06-07T09:00',
    '拟办两镇的初审',
    each(LATER, (unit) => draft(unit, accepted, 'review-1')),
  ),
  inFates(
    '2018-06-07T10:00',
    '签发两镇的初审',
    each(LATER, (unit) => signDraft(unit, 'review-1')),
  ),
  inFates('2018-06-20T10:00', '提请审议补充批次', submitList('selection', cultivated)),
  inFates(
    '2018-06-28T15:30',
    '补充批次列入培育',
    decideList({
      step: 'selection',
      login: OFFICE.groupSecretary,
      meeting: '县依法行政工作领导小组第2次会议',
      number: '泗依法纪〔2018〕3号',
      date: '2018-06-28',
      cases: cultivated,
      outcome: 'cultivated',
      votes: true,
    }),
  ),
  inFates('2018-07-12T10:00', '城管局迟报二季度进展', report('chengguan', 1)),
  inFates('2018-07-20T10:00', '交通局培育期间退出', withdraw('jiaotong', '机构改革，职能调整。')),
  inFates('2018-10-12T10:00', '城管局迟报三季度进展', report('chengguan', 2)),
  inFates('2018-10-31T16:00', '城管局两期迟报、一期未报', reportsStand('chengguan', ['sentLate', 'sentLate', 'due'])),
  inFates('2018-11-01T09:00', '城管局逐项自评', assess('chengguan')),
  inFates(
    '2018-11-05T14:00',
    '城管局填写申报表',
    inOrder(declare('chengguan', nameOf('chengguan')), finishAssessment('chengguan')),
  ),
  inFates('2018-11-08T14:00', '城管局申报', inOrder(signDeclaration('chengguan'), submitDeclaration('chengguan'))),
  inFates(
    '2018-11-12T14:00',
    '拟对城管局申报不予通过',
    draft(
      'chengguan',
      { outcome: 'refused', reason: '两期进展报告迟报、一期漏报，没有完成创建任务。' },
      'acceptance-1',
    ),
  ),
  inFates('2018-11-13T09:00', '签发城管局的验收结论', signDraft('chengguan', 'acceptance-1')),
  inFates('2018-11-15T09:00', '拟取消补充创建', prepareCancelling('县级机构改革，创建活动并入下一批。')),
  inFates('2018-11-15T10:00', '签发取消通知', approveCancelling()),
]
