/** A batch by the whole procedure whose units go the ways that nobody goes in the two others: without a standard, so that a year of it is quickly told. */
import type { CallBody } from '#contracts/call.ts'
import { type Do, inBatch, inOrder, OFFICE, openCall } from '../acts.ts'
import { inquire, recordOne } from '../assessment/assessment-acts.ts'
import { confirmVeto, raiseVeto, settle, withdraw } from '../case-acts.ts'
import { withoutStandard } from '../catalogue-acts.ts'
import { declare, fillIn, signAndSubmit, signDeclaration, submitDeclaration } from '../form-acts.ts'
import { accepted, draft, refused, signDraft } from '../judgement-acts.ts'
import {
  approveAnnouncement,
  closeNotice,
  decideList,
  meet,
  prepareAnnouncement,
  publishNotice,
  submitList,
} from '../list-acts.ts'
import { longTerms } from '../long-batch.ts'
import { admitObjection, enterObjection, findObjection } from '../objection-acts.ts'
import { give } from '../stage.ts'
import { type Act, on, type Story } from '../year.ts'

export const WAYS_BATCH = '2018-5'
const terms: CallBody = {
  ...longTerms,
  title: '泗县依法行政示范单位创建（扩大试点）',
  document: { number: '泗政办秘〔2018〕25号', organ: '泗县人民政府办公室', date: '2018-04-13' },
  signOffs: {
    'creation-application': { legalOffice: 'online', unitHead: 'paper' },
    'creation-declaration': { unitHead: 'online' },
  },
}

export const wholeWaysStories: readonly Story[] = [
  { unit: 'kaifaqu', name: '县经济开发区管委会', story: '初审不予通过', ends: 'refused', endsOn: '2018-05-23' },
  {
    unit: 'dazhuang',
    name: '大庄镇人民政府',
    story: '两种方式还在考核时一票否决',
    ends: 'vetoed',
    endsOn: '2018-12-04',
  },
  { unit: 'caogou', name: '草沟镇人民政府', story: '未列入候选', ends: 'notCandidate', endsOn: '2018-12-07' },
  {
    unit: 'changgou',
    name: '长沟镇人民政府',
    story: '公示期间异议成立',
    ends: 'objectionUpheld',
    endsOn: '2018-12-19',
  },
  { unit: 'jiaotong', name: '县交通运输局', story: '公示期间退出', ends: 'withdrawn', endsOn: '2018-12-13' },
  { unit: 'dunji', name: '墩集镇人民政府', story: '领导小组不拟认定', ends: 'notProposed', endsOn: '2018-12-21' },
  { unit: 'pingshan', name: '屏山镇人民政府', story: '常务会议不予通过', ends: 'refused', endsOn: '2018-12-26' },
  {
    unit: 'chengguan',
    name: '县城市管理局',
    story: '认定以后收到期内来信，重新考核后命名',
    ends: 'named',
    endsOn: '2019-01-25',
  },
]
const nameOf = (unit: string) => wholeWaysStories.find((one) => one.unit === unit)?.name ?? unit
const all = wholeWaysStories.map(({ unit }) => unit)
const without = (units: readonly string[], ...out: readonly string[]) => units.filter((unit) => !out.includes(unit))
const accepting = without(all, 'kaifaqu')
const assessed = without(accepting, 'dazhuang')
const candidates = without(assessed, 'caogou')
const proposed = ['dunji', 'pingshan', 'chengguan']

const inWays = (at: string, what: string, act: Do): Act => on(at, what, inBatch(WAYS_BATCH, act))
const each = (units: readonly string[], act: (unit: string) => Do): Do => inOrder(...units.map(act))

const groupDecides = (
  step: string,
  number: string,
  date: string,
  cases: readonly string[],
  outcome: string,
  exceptions: readonly { case: string; outcome: string; reason: string }[] = [],
) =>
  decideList({
    ...{ step, login: OFFICE.groupSecretary, meeting: '县依法行政工作领导小组会议', number, date },
    ...{ cases, outcome, exceptions, votes: true },
  })
const teamSigns = (
  number: string,
  date: string,
  cases: readonly string[],
  exceptions: readonly { case: string; outcome: string; reason: string }[] = [],
) =>
  decideList({
    ...{ step: 'candidacy', login: OFFICE.leader, meeting: '考核组会议', number, date },
    ...{ cases, outcome: 'candidate', exceptions },
  })

/** Three of the five methods, each ended. */
const halfAssessed: Do = async (stage) => {
  for (const method of ['hearing', 'documents', 'siteVisit']) {
    await recordOne(OFFICE.scorer, 'dazhuang', method, { on: '2018-12-03' }, `${method}-dazhuang`)(stage)
    await give(stage, OFFICE.scorer, 'dazhuang', { name: 'end-method', method }, {}, `end-${method}-dazhuang`)
  }
}

const applied: readonly Act[] = [
  inWays('2018-04-16T11:00', '发布扩大试点的创建通知', openCall(withoutStandard(terms))),
  inWays(
    '2018-05-16T15:00',
    '八个单位填写申请表',
    each(all, (unit) => fillIn(unit, nameOf(unit))),
  ),
  inWays(
    '2018-05-17T15:00',
    '八个单位签署并提交',
    each(all, (unit) => signAndSubmit(unit, '2018-05-17')),
  ),
  inWays(
    '2018-05-22T15:00',
    '拟办扩大试点的初审',
    each(all, (unit) => draft(unit, unit === 'kaifaqu' ? refused : accepted, 'review-1')),
  ),
  inWays(
    '2018-05-23T14:00',
    '签发扩大试点的初审',
    each(all, (unit) => signDraft(unit, 'review-1')),
  ),
  inWays('2018-06-20T11:00', '提请审议扩大试点', submitList('selection', accepting)),
  inWays(
    '2018-06-28T16:00',
    '扩大试点列入培育',
    groupDecides('selection', '泗依法纪〔2018〕4号', '2018-06-28', accepting, 'cultivated'),
  ),
  inWays(
    '2018-11-06T14:00',
    '七个单位填写申报表',
    each(accepting, (unit) => declare(unit, nameOf(unit))),
  ),
  inWays(
    '2018-11-08T15:00',
    '七个单位申报',
    each(accepting, (unit) => inOrder(signDeclaration(unit), submitDeclaration(unit))),
  ),
  inWays(
    '2018-11-22T14:00',
    '拟办扩大试点的验收',
    each(accepting, (unit) => draft(unit, accepted, 'acceptance-1')),
  ),
  inWays(
    '2018-11-23T14:00',
    '签发扩大试点的验收',
    each(accepting, (unit) => signDraft(unit, 'acceptance-1')),
  ),
]

const assessedThen: readonly Act[] = [
  inWays(
    '2018-12-03T09:00',
    '考核扩大试点的单位',
    each(assessed, (unit) => inquire(unit, '2018-12-03')),
  ),
  inWays('2018-12-03T14:00', '大庄镇考核了三种方式', halfAssessed),
  inWays('2018-12-04T09:00', '对大庄镇提出一票否决', raiseVeto('dazhuang', { source: '法院判决书，已生效。' })),
  inWays('2018-12-04T10:00', '确认大庄镇一票否决', confirmVeto('dazhuang')),
  inWays(
    '2018-12-05T09:00',
    '确定扩大试点的考核结果',
    each(assessed, (unit) => settle(unit, 'recommended')),
  ),
  inWays(
    '2018-12-07T15:00',
    '考核组签署扩大试点的候选名单',
    teamSigns('泗依法考〔2018〕2号', '2018-12-07', assessed, [
      { case: 'caogou', outcome: 'notCandidate', reason: '综合排名靠后，名额已满。' },
    ]),
  ),
  inWays('2018-12-10T09:00', '公示扩大试点的候选单位', publishNotice(candidates, '2018-12-10')),
  inWays('2018-12-12T09:00', '群众来电反映长沟镇', enterObjection('changgou', 'phone', '2018-12-12')),
  inWays('2018-12-12T10:00', '受理来电', admitObjection('changgou')),
  inWays('2018-12-13T09:00', '交通局公示期间退出', withdraw('jiaotong', '机构改革，职能调整。')),
  inWays('2018-12-14T09:00', '来电的异议成立', findObjection('changgou', 'upheld')),
  inWays('2018-12-19T09:00', '结束扩大试点的公示', closeNotice()),
]

const named: readonly Act[] = [
  inWays('2018-12-20T09:00', '提请领导小组认定扩大试点', submitList('proposal', proposed)),
  inWays(
    '2018-12-21T15:00',
    '领导小组认定扩大试点',
    groupDecides('proposal', '泗依法纪〔2018〕5号', '2018-12-21', proposed, 'proposed', [
      { case: 'dunji', outcome: 'notProposed', reason: '创建成效不明显。' },
    ]),
  ),
  inWays('2018-12-24T09:00', '收到期内寄出的来信', enterObjection('chengguan', 'letter', '2018-12-15')),
  inWays('2018-12-24T10:00', '受理对城管局的来信', admitObjection('chengguan')),
  inWays('2018-12-25T09:00', '城管局需要重新考核', findObjection('chengguan', 'reassess')),
  inWays(
    '2018-12-26T15:00',
    '常务会议不予通过屏山镇',
    meet('泗政常纪〔2018〕58号', '2018-12-26', ['pingshan'], 'refused'),
  ),
  inWays('2018-12-27T09:00', '城管局重新考核', inquire('chengguan', '2018-12-27', 2)),
  inWays('2018-12-27T15:00', '城管局确定考核结果', settle('chengguan', 'recommended', 2)),
  inWays('2018-12-28T15:00', '考核组再次签署', teamSigns('泗依法考〔2018〕3号', '2018-12-28', ['chengguan'])),
  // Over a weekend and the New Year's holiday.
  inWays('2018-12-28T16:00', '公示城管局', publishNotice(['chengguan'], '2018-12-28', { n: 2 })),
  inWays('2019-01-08T09:00', '结束对城管局的公示', closeNotice(2)),
  inWays('2019-01-08T10:00', '提请领导小组认定城管局', submitList('proposal', ['chengguan'], 2)),
  inWays(
    '2019-01-11T15:00',
    '领导小组认定城管局',
    groupDecides('proposal', '泗依法纪〔2019〕3号', '2019-01-11', ['chengguan'], 'proposed'),
  ),
  inWays(
    '2019-01-18T15:00',
    '常务会议同意命名城管局',
    meet('泗政常纪〔2019〕2号', '2019-01-18', ['chengguan'], 'named'),
  ),
  inWays(
    '2019-01-24T09:00',
    '拟制扩大试点的命名决定',
    prepareAnnouncement(['chengguan'], { number: '泗政〔2019〕3号', date: '2019-01-25' }),
  ),
  inWays('2019-01-25T09:00', '签发扩大试点的命名决定', approveAnnouncement),
]

export const wholeWays: readonly Act[] = [...applied, ...assessedThen, ...named]
