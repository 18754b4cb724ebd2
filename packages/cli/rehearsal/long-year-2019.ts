/** The long batch from the judging of what was declared to the decision that publishes names. */
import { inOrder, OFFICE } from './acts.ts'
import { inquire } from './assessment/assessment-acts.ts'
import { dismissVeto, raiseVeto, settle, standsAt } from './case-acts.ts'
import { finishAssessment, lookAtAssessment, mendAssessment, openCited } from './dossier/dossier-acts.ts'
import { mendDeclaration, signDeclaration, submitDeclaration } from './form-acts.ts'
import { accepted, draft, signDraft } from './judgement-acts.ts'
import {
  approveAnnouncement,
  approveNotice,
  closeNotice,
  decideList,
  meet,
  prepareAnnouncement,
  prepareNotice,
  publishNotice,
  returnAnnouncement,
  returnNotice,
  submitList,
} from './list-acts.ts'
import { forEach, inLong } from './long-batch.ts'
import { admitObjection, enterObjection, findObjection, objectOnPage, studyObjection } from './objection-acts.ts'
import { chase, consult, enterReply, readReplies } from './work/consultation-acts.ts'
import { results } from './work/results-of-year.ts'
import type { Act } from './year.ts'

const assessed = ['sicheng', 'shichang', 'guotu', 'kaifaqu', 'shuiwu', 'yunguan']
const candidates = assessed.filter((unit) => unit !== 'yunguan')
const returned = { reopens: ['report', 'selfAssessment'], indicators: ['yz-03'] }
const complete = { ...accepted, reason: '申报材料齐全。' }

/** The team's signed list. */
const candidacy = (number: string, date: string, cases: readonly string[]) =>
  decideList({
    step: 'candidacy',
    login: OFFICE.leader,
    meeting: '考核组会议',
    number,
    date,
    cases,
    outcome: 'candidate',
  })
/** The leading group recognises. */
const proposal = (number: string, date: string, cases: readonly string[]) =>
  decideList({
    step: 'proposal',
    login: OFFICE.groupSecretary,
    meeting: '县依法行政工作领导小组会议',
    number,
    date,
    cases,
    outcome: 'proposed',
    votes: true,
  })

const assessment: readonly Act[] = [
  ...forEach('2018-12-06T09:00', assessed, '拟办验收', (unit) =>
    draft(
      unit,
      unit === 'shichang'
        ? { ...{ outcome: 'returned', reason: '申报报告缺少数据，第3项自评与报告不一致。' }, ...returned }
        : complete,
      'acceptance-1',
    ),
  ),
  ...forEach('2018-12-07T09:00', assessed, '签发验收', (unit) => signDraft(unit, 'acceptance-1')),
  inLong('2018-12-11T09:00', '市场监管局补正申报表', mendDeclaration('shichang', '县市场监督管理局')),
  inLong(
    '2018-12-11T09:30',
    '市场监管局补正自评',
    inOrder(
      mendAssessment('shichang', 'yz-03'),
      finishAssessment('shichang', 2),
      lookAtAssessment(OFFICE.officer, 'shichang'),
    ),
  ),
  inLong('2018-12-11T10:00', '市场监管局重新签署', signDeclaration('shichang', 2)),
  inLong('2018-12-11T11:00', '市场监管局重新提交', submitDeclaration('shichang', 2)),
  inLong('2018-12-12T09:00', '市场监管局再次拟办', draft('shichang', complete, 'acceptance-2')),
  inLong('2018-12-12T10:00', '签发市场监管局的验收', signDraft('shichang', 'acceptance-2')),
  inLong('2018-12-18T08:30', '考核人员查阅市场监管局的自评和佐证材料', openCited(OFFICE.scorer, 'shichang')),
  ...forEach('2018-12-18T09:00', assessed, '考核', (unit) => inquire(unit, '2018-12-18')),
  ...forEach('2018-12-21T09:00', assessed, '确定考核结果', (unit) =>
    settle(unit, unit === 'yunguan' ? 'notRecommended' : 'recommended'),
  ),
  inLong('2018-12-25T15:00', '考核组签署候选名单', candidacy('泗依法考〔2018〕1号', '2018-12-25', candidates)),
]

const consultation: readonly Act[] = [
  inLong(
    '2018-12-26T09:00',
    '就候选单位向六个机关发函',
    consult(candidates, { reference: '泗法函〔2018〕12号', on: '2018-12-26', lastDay: '2019-01-04' }),
  ),
  ...(['discipline', 'police', 'court', 'procuratorate'] as const).map((organ, i) =>
    inLong(`2019-01-03T09:${i}0`, '登记复函，均未发现问题', enterReply(organ, { on: '2019-01-03' })),
  ),
  inLong(
    '2019-01-04T15:00',
    '登记信访局的复函，反映了泗城镇',
    enterReply('petitions', {
      ...{ on: '2019-01-04', reference: '泗信函〔2019〕1号' },
      found: [{ unit: 'sicheng', text: '2018年11月收到一件反映征地补偿程序的来信，正在核实。' }],
    }),
  ),
  inLong('2019-01-07T08:30', '审计局逾期未复，电话催办', chase('audit', '2019-01-07')),
  inLong('2019-01-08T09:00', '登记审计局迟到的复函', enterReply('audit', { on: '2019-01-08' })),
  inLong(
    '2019-01-08T10:00',
    '更正法院的复函，补登文号',
    enterReply('court', { on: '2019-01-03', reference: '泗法复〔2019〕2号' }, '登记时漏填复函文号。'),
  ),
  inLong('2019-01-10T16:30', '领导小组秘书查看复函', readReplies(OFFICE.groupSecretary)),
]

const notice: readonly Act[] = [
  inLong('2019-01-02T08:00', '拟制公示', prepareNotice({ cases: candidates, on: '2019-01-02' })),
  inLong('2019-01-02T08:30', '公示稿退回', returnNotice('请核对单位全称。')),
  inLong('2019-01-02T09:00', '再次拟制公示', prepareNotice({ cases: candidates, on: '2019-01-02' }, 2)),
  inLong('2019-01-02T09:30', '经保密审查签发公示', approveNotice()),
  inLong('2019-01-04T20:00', '群众对国土局提出异议', objectOnPage('guotu')),
  inLong('2019-01-07T09:00', '受理异议', admitObjection('guotu', OFFICE.officer)),
  inLong(
    '2019-01-07T15:00',
    '对泗城镇提出一票否决',
    raiseVeto('sicheng', { item: 'sx-v-4', source: '信访局复函反映一件征地补偿来信，待核实。' }),
  ),
  inLong('2019-01-09T09:00', '核对各渠道，结束公示', closeNotice()),
  inLong('2019-01-09T10:00', '泗城镇有一票否决待确认，还不能办理', standsAt('sicheng', 'notice')),
  inLong('2019-01-10T09:00', '收到期内寄出的来信', enterObjection('shuiwu', 'letter', '2019-01-08')),
  inLong('2019-01-10T10:00', '查看来信', studyObjection('shuiwu')),
  inLong('2019-01-10T11:00', '受理来信', admitObjection('shuiwu')),
  inLong('2019-01-10T15:00', '一票否决不予确认', dismissVeto('sicheng', '经核实不属于否决情形。')),
  inLong('2019-01-10T16:00', '泗城镇按无异议办理', closeNotice(1, 2)),
  inLong('2019-01-15T09:00', '国土局需要重新考核', findObjection('guotu', 'reassess')),
]

const named = ['sicheng', 'shichang', 'guotu', 'kaifaqu']
const naming: readonly Act[] = [
  inLong('2019-01-11T09:00', '提请领导小组认定', submitList('proposal', ['sicheng', 'shichang', 'kaifaqu'], 1)),
  inLong(
    '2019-01-14T15:00',
    '领导小组认定',
    proposal('泗依法纪〔2019〕1号', '2019-01-14', ['sicheng', 'shichang', 'kaifaqu']),
  ),
  inLong('2019-01-16T09:00', '税务局有期内异议，仍待认定', standsAt('shuiwu', 'proposal')),
  inLong('2019-01-18T09:00', '来信的异议成立', findObjection('shuiwu', 'upheld')),
  inLong('2019-01-21T09:00', '国土局重新考核', inquire('guotu', '2019-01-21', 2)),
  inLong('2019-01-22T09:00', '国土局确定考核结果', settle('guotu', 'recommended', 2)),
  inLong('2019-01-23T15:00', '考核组再次签署候选名单', candidacy('泗依法考〔2019〕1号', '2019-01-23', ['guotu'])),
  inLong('2019-01-24T09:00', '公示国土局', publishNotice(['guotu'], '2019-01-24', { n: 2 })),
  inLong(
    '2019-01-25T15:00',
    '常务会议审议，开发区暂缓',
    meet('泗政常纪〔2019〕3号', '2019-01-25', ['sicheng', 'shichang', 'kaifaqu'], 'named', [
      { case: 'kaifaqu', outcome: 'deferred', reason: '有一项数据需进一步核实。' },
    ]),
  ),
  inLong('2019-01-31T09:00', '结束第二期公示', closeNotice(2)),
  inLong('2019-01-31T10:00', '提请领导小组认定国土局', submitList('proposal', ['guotu'], 2)),
  inLong('2019-02-01T15:00', '领导小组认定国土局', proposal('泗依法纪〔2019〕2号', '2019-02-01', ['guotu'])),
  inLong(
    '2019-02-15T15:00',
    '常务会议再次审议',
    meet('泗政常纪〔2019〕5号', '2019-02-15', ['kaifaqu', 'guotu'], 'named'),
  ),
  inLong(
    '2019-02-20T09:00',
    '拟制命名决定',
    prepareAnnouncement(named, { number: '泗政〔2019〕6号', date: '2019-02-20' }),
  ),
  inLong('2019-02-20T15:00', '决定稿退回', returnAnnouncement('成文日期应为签发当日。')),
  inLong(
    '2019-02-21T09:00',
    '再次拟制命名决定',
    prepareAnnouncement(named, { number: '泗政〔2019〕6号', date: '2019-02-22' }, 2),
  ),
  inLong('2019-02-22T09:00', '经保密审查签发命名决定', approveAnnouncement),
]

export const longYear2019: readonly Act[] = [...assessment, ...consultation, ...results, ...notice, ...naming]
