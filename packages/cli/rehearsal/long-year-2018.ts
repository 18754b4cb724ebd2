/** The long batch from its call to what the units declare at the end of their work. */
import { clerkOf, departmentOf, inOrder, OFFICE, returnCall } from './acts.ts'
import { fetchCallFile, openCallWithFile } from './call/call-files.ts'
import { extend, guide, report, standsAt, thinkAgain } from './case-acts.ts'
import { byOtherStandard, OTHER_STANDARD, publishPack } from './catalogue-acts.ts'
import { amend, prepareAmendment, returnAmendment } from './change-acts.ts'
import { assess, finishAssessment } from './dossier/dossier-acts.ts'
import { giveBackOne, spreadAssessment, spreadToDepartment } from './dossier/spread-acts.ts'
import {
  DECLARATION,
  declare,
  declineDeclaration,
  fillIn,
  mend,
  recall,
  rewordDeclaration,
  signAndSubmit,
  signDeclaration,
  submitDeclaration,
} from './form-acts.ts'
import { accepted, draft, draftLine, returnDraft, signCorrection, signDraft } from './judgement-acts.ts'
import { decideList, submitList } from './list-acts.ts'
import { DESIGNATED, forEach, inLong, longStories, longTerms, nameOf } from './long-batch.ts'
import { lookAround, previewCall, readCall } from './looking-acts.ts'
import { issueBulletin, noteBulletin } from './work/bulletin-acts.ts'
import { answerFinding, confirmMended, visit } from './work/inspection-acts.ts'
import type { Act } from './year.ts'

const all = longStories.map(({ unit }) => unit)
const others = (...without: readonly string[]) => all.filter((unit) => !without.includes(unit))
const working = others('heita')
const declaring = others('heita', 'wafang', 'yunguan')

/** The standard carries no points. */
const REACHED = { way: 'reach', notReached: 3 } as const

const applications: readonly Act[] = [
  inLong('2018-04-13T15:20', '发布永州标准', publishPack(OTHER_STANDARD)),
  inLong(
    '2018-04-16T09:10',
    '拟制全程创建通知，负责人退回',
    returnCall(byOtherStandard({ ...longTerms, designated: DESIGNATED, returnDays: 5 }), '补正天数按10天。'),
  ),
  inLong('2018-04-16T09:20', '查看全程创建通知稿', previewCall),
  inLong(
    '2018-04-16T09:30',
    '发布全程创建通知',
    openCallWithFile(byOtherStandard({ ...longTerms, designated: DESIGNATED, scoring: REACHED }), 2),
  ),
  inLong('2018-04-16T09:40', '群众打开全程创建通知的附件', fetchCallFile),
  inLong('2018-04-16T10:00', '泗城镇查看全程创建通知', readCall(clerkOf('sicheng'))),
  ...forEach('2018-05-16T09:00', all, '填写申请表', (unit) => fillIn(unit, nameOf(unit))),
  ...forEach('2018-05-17T09:00', all, '签署并提交', (unit) => signAndSubmit(unit, '2018-05-17')),
  ...forEach('2018-05-21T09:00', others('sicheng'), '拟办初审', (unit) => draft(unit, accepted, 'review-1')),
  inLong(
    '2018-05-21T15:00',
    '泗城镇拟退回补正',
    draft(
      'sicheng',
      { outcome: 'returned', reason: '工作计划缺少时间安排。', reopens: ['project', 'workPlan'] },
      'review-1',
    ),
  ),
  inLong('2018-05-22T08:30', '负责人看待办', lookAround(OFFICE.head)),
  inLong('2018-05-22T09:00', '市场监管局的拟办被退回', returnDraft('shichang', '请补写核对情况。', 'review-1')),
  inLong(
    '2018-05-22T10:00',
    '市场监管局重新拟办',
    draft('shichang', { ...accepted, reason: '外部结果已核对，符合条件。' }, 'review-2'),
  ),
  ...forEach('2018-05-22T14:00', others('shichang'), '签发初审', (unit) => signDraft(unit, 'review-1')),
  inLong('2018-05-22T16:30', '签发市场监管局的初审', signDraft('shichang', 'review-2')),
  inLong('2018-05-28T09:00', '泗城镇补正', mend('sicheng', '泗城镇人民政府')),
  inLong('2018-05-28T15:00', '泗城镇重新签署并提交', signAndSubmit('sicheng', '2018-05-28', { time: 2 })),
  inLong('2018-05-30T09:00', '泗城镇再次拟办', draft('sicheng', accepted, 'review-2', OFFICE.second)),
  inLong('2018-05-30T10:00', '签发泗城镇的初审', signDraft('sicheng', 'review-2')),
]

const work: readonly Act[] = [
  inLong('2018-06-20T09:00', '提请领导小组审议培育对象', submitList('selection', all)),
  inLong(
    '2018-06-28T15:00',
    '领导小组会议表决培育对象',
    decideList({
      step: 'selection',
      login: OFFICE.groupSecretary,
      meeting: '县依法行政工作领导小组第2次会议',
      number: '泗依法纪〔2018〕2号',
      date: '2018-06-28',
      cases: all,
      outcome: 'cultivated',
      // The secretary picks a line too many.
      exceptions: ['heita', 'shuiwu'].map((unit) => ({
        ...{ case: unit, outcome: 'notSelected', reason: '创建基础尚不具备。' },
      })),
      votes: true,
    }),
  ),
  inLong('2018-06-28T16:00', '税务局没有列入培育', standsAt('shuiwu', 'notSelected')),
  inLong(
    '2018-06-29T09:00',
    '秘书拟更正税务局的一行',
    draftLine(
      'shuiwu',
      {
        outcome: 'cultivated',
        reason: '登记时多选了一个单位。',
        inMinutes: '第二项：泗县国家税务局列入培育，同意5票。',
      },
      OFFICE.groupSecretary,
    ),
  ),
  inLong('2018-06-29T10:00', '负责人签发税务局一行的更正', signCorrection('shuiwu')),
  inLong('2018-06-29T11:00', '税务局恢复创建实施', standsAt('shuiwu', 'implementation')),
  ...forEach('2018-07-06T09:00', others('heita', 'yunguan', 'wafang'), '报送进展', (unit) => report(unit, 1)),
  inLong('2018-07-12T09:00', '运管所迟报进展', report('yunguan', 1)),
  inLong('2018-07-18T09:00', '指导运管所', guide('yunguan', '请按季度报送，注意收集案卷评查记录。')),
  inLong(
    '2018-07-20T09:00',
    '发出情况交流',
    issueBulletin(1, { title: '第二季度创建情况', text: '已有五个单位按期报送二季度进展，各项创建任务按计划推进。' }),
  ),
  inLong('2018-07-23T09:00', '泗城镇阅知情况交流', noteBulletin('sicheng', 1)),
  inLong(
    '2018-07-26T10:00',
    '检查县市场监督管理局',
    visit('shichang', { on: '2018-07-25', finding: '两份执法案卷没有法制审核意见。', lastDay: '2018-08-20' }),
  ),
  inLong('2018-08-02T09:00', '瓦坊乡申请退出，又撤销', thinkAgain('wafang', '人员不足。')),
  inLong('2018-08-15T09:00', '市场监管局报送整改情况', answerFinding('shichang', '已补齐两份案卷的法制审核意见。')),
  inLong('2018-08-16T09:00', '确认市场监管局已整改', confirmMended('shichang')),
  ...forEach(
    '2018-10-09T09:00',
    working.filter((unit) => unit !== 'yunguan'),
    '报送进展',
    (unit) => report(unit, 2, '2018-09'),
  ),
  inLong('2018-10-12T09:00', '运管所又迟报进展', report('yunguan', 2)),
  ...forEach('2018-10-29T09:00', working, '报送进展', (unit) => report(unit, 3, '2018-12')),
]

const declarations: readonly Act[] = [
  inLong('2018-10-29T14:00', '市场监管局自评分工', spreadAssessment('shichang', '2018-11-05')),
  inLong('2018-10-29T15:00', '市场监管局退回分工中的一项', giveBackOne('shichang', '此项由办公室掌握，请改派。')),
  inLong('2018-10-29T15:30', '市场监管局把几项分给法规股', spreadToDepartment('shichang', '2018-11-05')),
  inLong(
    '2018-10-29T16:00',
    '法规股经办人退回分给本人的一项',
    giveBackOne('shichang', '此项由执法大队掌握，请改派。', departmentOf('shichang')),
  ),
  inLong('2018-10-29T16:30', '法规股经办人填写分给本人的各项', assess('shichang', departmentOf('shichang'))),
  ...forEach('2018-10-30T09:00', declaring, '逐项自评', (unit) => assess(unit)),
  ...forEach('2018-11-05T09:00', declaring, '填写申报表', (unit) => declare(unit, nameOf(unit))),
  inLong(
    '2018-11-05T16:00',
    '瓦坊乡只填了一部分',
    declare('wafang', '瓦坊乡人民政府', { lacking: ['report', 'experience'] }),
  ),
  ...forEach('2018-11-06T09:00', declaring, '自评定稿', (unit) => finishAssessment(unit)),
  inLong('2018-11-07T09:00', '国土局负责人退回修改', declineDeclaration('guotu', '申报理由请写明指标完成情况。')),
  inLong(
    '2018-11-07T15:00',
    '国土局修改申报理由',
    rewordDeclaration('guotu', '县国土资源局创建期满，各项指标均已完成。'),
  ),
  ...forEach('2018-11-08T09:00', declaring, '签署申报表', (unit) => signDeclaration(unit)),
  ...forEach('2018-11-09T09:00', declaring, '提交申报表', (unit) => submitDeclaration(unit)),
  inLong('2018-11-09T14:00', '税务局撤回申报表', recall('shuiwu', DECLARATION)),
  inLong(
    '2018-11-12T09:00',
    '税务局改写后重新签署、提交',
    inOrder(
      rewordDeclaration('shuiwu', '泗县国家税务局创建期满，补充了典型案例。'),
      signDeclaration('shuiwu', 2),
      submitDeclaration('shuiwu', 2),
    ),
  ),
  inLong(
    '2018-11-14T09:00',
    '拟制推迟申报的变更通知',
    prepareAmendment({ dates: { declaration: '2018-11-23' }, reason: '县直机关集中搬迁，推迟申报截止日期。' }),
  ),
  inLong('2018-11-14T10:00', '负责人退回变更通知', returnAmendment('请写明文号。')),
  inLong(
    '2018-11-14T15:00',
    '重新拟制并签发变更通知',
    amend(
      {
        dates: { declaration: '2018-11-23' },
        reason: '县直机关集中搬迁，推迟申报截止日期。',
        number: '泗法办〔2018〕9号',
      },
      2,
    ),
  ),
  // By the call's own date it would have lapsed.
  inLong('2018-11-21T09:00', '瓦坊乡仍可申报', standsAt('wafang', 'declaration')),
  ...['wafang', 'yunguan'].map((unit) =>
    inLong('2018-11-26T09:00', `${nameOf(unit)}逾期未申报`, standsAt(unit, 'notDeclared')),
  ),
  inLong(
    '2018-11-26T10:00',
    '为运管所延长申报期限',
    extend('yunguan', 'declaration', { lastDay: '2018-12-05', reason: '机构合署办公，公章移交延误。' }),
  ),
  inLong(
    '2018-11-29T09:00',
    '运管所填写申报表',
    inOrder(declare('yunguan', '县道路运输管理所'), assess('yunguan'), finishAssessment('yunguan')),
  ),
  inLong('2018-11-30T09:00', '运管所签署并提交', inOrder(signDeclaration('yunguan'), submitDeclaration('yunguan'))),
]

export const longYear2018: readonly Act[] = [...applications, ...work, ...declarations]
