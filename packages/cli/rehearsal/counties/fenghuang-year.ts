/** 凤凰县's own procedure from its call to the decision that names: without a cultivation, and a notice of five working days. */
import { type Do, inBatch, inOrder, OFFICE, openCall } from '../acts.ts'
import { inquire } from '../assessment/assessment-acts.ts'
import { report, settle } from '../case-acts.ts'
import { withoutStandard } from '../catalogue-acts.ts'
import {
  declare,
  fillIn,
  mend,
  mendDeclaration,
  signAndSubmit,
  signDeclaration,
  submitDeclaration,
} from '../form-acts.ts'
import { accepted, draft, type Judging, signDraft } from '../judgement-acts.ts'
import {
  approveAnnouncement,
  closeNotice,
  decideList,
  meet,
  prepareAnnouncement,
  publishNotice,
  submitList,
} from '../list-acts.ts'
import { admitObjection, enterObjection, findObjection, objectOnPage } from '../objection-acts.ts'
import { type Act, on } from '../year.ts'
import { complete, each, MAIN_BATCH, mainStories, nameOf, terms } from './fenghuang.ts'

const inIt = (at: string, what: string, act: Do): Act => on(at, what, inBatch(MAIN_BATCH, act))
const all = mainStories.map(({ unit }) => unit)
const without = (units: readonly string[], ...out: readonly string[]) => units.filter((unit) => !out.includes(unit))
const applying = without(all, 'shanjiang')
const accepting = without(applying, 'jixin')
const declaring = without(accepting, 'heku')
const assessed = without(declaring, 'mujiangping')
const recommended = without(assessed, 'laershan')
const candidates = without(recommended, 'gongyequ')
const proposed = without(candidates, 'wenlv', 'jiaoyun', 'linye', 'shijian')
const again = ['wenlv', 'jiaoyun']

/** Each unit's own judging where it has one, else that it may go on. */
const judging =
  (usual: Judging, own: Readonly<Record<string, Judging>>, what: string) =>
  (unit: string): Do =>
    draft(unit, own[unit] ?? usual, what)

type Exceptions = readonly { readonly case: string; readonly outcome: string; readonly reason: string }[]
const teamSigns = (number: string, date: string, cases: readonly string[], exceptions: Exceptions = []) =>
  decideList({
    ...{ step: 'candidacy', login: OFFICE.leader, meeting: '考核组会议', number, date },
    ...{ cases, outcome: 'candidate', exceptions },
  })
const groupProposes = (number: string, date: string, cases: readonly string[], exceptions: Exceptions = []) =>
  decideList({
    ...{ step: 'proposal', login: OFFICE.groupSecretary, meeting: '县法治政府建设领导小组会议', number, date },
    ...{ cases, outcome: 'proposed', exceptions, votes: true },
  })

const applied: readonly Act[] = [
  inIt('2018-02-26T09:00', '发布创建通知', openCall(withoutStandard(terms))),
  inIt(
    '2018-03-14T09:00',
    '十三个单位填写申请表',
    each(applying, (unit) => fillIn(unit, nameOf(unit))),
  ),
  inIt(
    '2018-03-14T15:00',
    '十三个单位签署并提交',
    each(applying, (unit) => signAndSubmit(unit, '2018-03-14')),
  ),
  inIt(
    '2018-03-16T09:00',
    '山江镇只填了一部分',
    fillIn('shanjiang', nameOf('shanjiang'), { lacking: ['reason', 'creationReport'] }),
  ),
  inIt(
    '2018-03-20T09:00',
    '拟办初审',
    each(
      applying,
      judging(
        accepted,
        {
          alaying: { outcome: 'returned', reason: '工作计划缺少时间安排。', reopens: ['project', 'workPlan'] },
          jixin: { outcome: 'refused', reason: '上两个年度的县年度考核不是连续优秀。' },
        },
        'review-1',
      ),
    ),
  ),
  inIt(
    '2018-03-21T09:00',
    '签发初审',
    each(applying, (unit) => signDraft(unit, 'review-1')),
  ),
  inIt(
    '2018-03-26T09:00',
    '阿拉营镇补正后重新提交',
    inOrder(mend('alaying', nameOf('alaying')), signAndSubmit('alaying', '2018-03-26', { time: 2 })),
  ),
  inIt('2018-03-28T09:00', '再次拟办阿拉营镇', draft('alaying', accepted, 'review-2')),
  inIt('2018-03-29T09:00', '签发阿拉营镇的初审', signDraft('alaying', 'review-2')),
  inIt(
    '2018-07-05T09:00',
    '十二个单位报送上半年进展',
    each(accepting, (unit) => report(unit, 1, '2018-06')),
  ),
  inIt(
    '2018-10-08T09:00',
    '十一个单位填写申报表',
    each(declaring, (unit) => declare(unit, nameOf(unit))),
  ),
  inIt(
    '2018-10-10T09:00',
    '十一个单位申报',
    each(declaring, (unit) => inOrder(signDeclaration(unit), submitDeclaration(unit))),
  ),
]

const assessedThen: readonly Act[] = [
  inIt(
    '2018-10-22T09:00',
    '拟办验收',
    each(
      declaring,
      judging(
        complete,
        {
          alaying: { outcome: 'returned', reason: '申报报告缺少数据。', reopens: ['report'] },
          mujiangping: { outcome: 'refused', reason: '没有完成创建任务。' },
        },
        'acceptance-1',
      ),
    ),
  ),
  inIt(
    '2018-10-23T09:00',
    '签发验收',
    each(declaring, (unit) => signDraft(unit, 'acceptance-1')),
  ),
  inIt(
    '2018-10-25T09:00',
    '阿拉营镇补正后重新申报',
    inOrder(
      mendDeclaration('alaying', nameOf('alaying')),
      signDeclaration('alaying', 2),
      submitDeclaration('alaying', 2),
    ),
  ),
  inIt('2018-10-26T09:00', '再次拟办阿拉营镇的验收', draft('alaying', complete, 'acceptance-2')),
  inIt('2018-10-26T15:00', '签发阿拉营镇的验收', signDraft('alaying', 'acceptance-2')),
  inIt(
    '2018-11-01T09:00',
    '考核十个单位',
    each(assessed, (unit) => inquire(unit, '2018-11-01')),
  ),
  inIt(
    '2018-11-05T09:00',
    '确定考核结果',
    each(assessed, (unit) => settle(unit, unit === 'laershan' ? 'notRecommended' : 'recommended')),
  ),
  inIt(
    '2018-11-07T15:00',
    '考核组签署候选名单',
    teamSigns('凤法考〔2018〕1号', '2018-11-07', recommended, [
      { case: 'gongyequ', outcome: 'notCandidate', reason: '综合排名靠后，名额已满。' },
    ]),
  ),
  inIt('2018-11-12T09:00', '公示候选单位', publishNotice(candidates, '2018-11-12')),
  inIt('2018-11-13T09:00', '群众来电反映林业局', enterObjection('linye', 'phone', '2018-11-13')),
  inIt('2018-11-13T10:00', '受理来电', admitObjection('linye')),
  inIt('2018-11-14T20:00', '群众对文旅广电局提出异议', objectOnPage('wenlv')),
  inIt('2018-11-15T09:00', '受理异议', admitObjection('wenlv', OFFICE.officer)),
  inIt('2018-11-16T09:00', '来电的异议成立', findObjection('linye', 'upheld')),
  inIt('2018-11-19T09:00', '文旅广电局需要重新考核', findObjection('wenlv', 'reassess')),
  inIt('2018-11-21T09:00', '结束公示', closeNotice()),
]

const named: readonly Act[] = [
  inIt('2018-11-22T09:00', '提请领导小组认定', submitList('proposal', proposed)),
  inIt(
    '2018-11-23T09:00',
    '收到期内寄出的两封来信',
    each(['shijian', 'jiaoyun'], (unit) => enterObjection(unit, 'letter', '2018-11-16')),
  ),
  inIt(
    '2018-11-23T10:00',
    '受理来信',
    each(['shijian', 'jiaoyun'], (unit) => admitObjection(unit)),
  ),
  inIt('2018-11-27T09:00', '对市场监管局的异议成立', findObjection('shijian', 'upheld')),
  inIt('2018-11-28T09:00', '交通局需要重新考核', findObjection('jiaoyun', 'reassess')),
  inIt(
    '2018-11-30T15:00',
    '领导小组认定',
    groupProposes('凤法治纪〔2018〕2号', '2018-11-30', proposed, [
      { case: 'zhujian', outcome: 'notProposed', reason: '创建成效不明显。' },
    ]),
  ),
  inIt(
    '2018-12-03T09:00',
    '重新考核两个单位',
    each(again, (unit) => inquire(unit, '2018-12-03', 2)),
  ),
  inIt(
    '2018-12-04T09:00',
    '确定重新考核的结果',
    each(again, (unit) => settle(unit, 'recommended', 2)),
  ),
  inIt('2018-12-05T15:00', '考核组再次签署', teamSigns('凤法考〔2018〕2号', '2018-12-05', again)),
  inIt(
    '2018-12-07T15:00',
    '常务会议审议',
    meet('凤政常纪〔2018〕19号', '2018-12-07', without(proposed, 'zhujian'), 'named', [
      { case: 'tuojiang', outcome: 'deferred', reason: '有一项数据需进一步核实。' },
      { case: 'guoshui', outcome: 'refused', reason: '有一项行政处罚正在复议。' },
    ]),
  ),
  inIt('2018-12-10T09:00', '公示重新考核的单位', publishNotice(again, '2018-12-10', { n: 2 })),
  inIt('2018-12-14T15:00', '常务会议同意命名沱江镇', meet('凤政常纪〔2018〕20号', '2018-12-14', ['tuojiang'], 'named')),
  inIt('2018-12-19T09:00', '结束第二期公示', closeNotice(2)),
  inIt('2018-12-19T10:00', '提请领导小组认定重新考核的单位', submitList('proposal', again, 2)),
  inIt('2018-12-21T15:00', '领导小组认定重新考核的单位', groupProposes('凤法治纪〔2018〕3号', '2018-12-21', again)),
  inIt('2018-12-28T15:00', '常务会议同意命名两个单位', meet('凤政常纪〔2018〕21号', '2018-12-28', again, 'named')),
  inIt(
    '2019-01-08T09:00',
    '拟制命名决定',
    prepareAnnouncement(['tuojiang', 'alaying', ...again], { number: '凤政发〔2019〕1号', date: '2019-01-09' }),
  ),
  inIt('2019-01-09T09:00', '签发命名决定', approveAnnouncement),
]

export const mainYear: readonly Act[] = [...applied, ...assessedThen, ...named]
