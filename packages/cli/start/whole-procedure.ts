/**
 * Beside the short batch one of the whole procedure at the end of its year: of its five units one waits for the leading
 * group, one for the result of its assessment, one is being assessed, one's declaration waits for its head, and one still
 * assesses itself and has given three indicators to a department. Played for whoever looks around; the browser's suites,
 * which count what lies in the short batch, begin without it.
 */
import { type Do, inBatch, OFFICE, openCall } from '../rehearsal/acts.ts'
import { inquire, noteFirst, recordOne } from '../rehearsal/assessment/assessment-acts.ts'
import { report, settle } from '../rehearsal/case-acts.ts'
import { asInSixian } from '../rehearsal/catalogue-acts.ts'
import { assess, finishAssessment } from '../rehearsal/dossier/dossier-acts.ts'
import { spreadToDepartment } from '../rehearsal/dossier/spread-acts.ts'
import { declare, fillIn, signAndSubmit, signDeclaration, submitDeclaration } from '../rehearsal/form-acts.ts'
import { accepted, draft, signDraft } from '../rehearsal/judgement-acts.ts'
import { closeNotice, decideList, publishNotice, submitList } from '../rehearsal/list-acts.ts'
import { DESIGNATED, longTerms } from '../rehearsal/long-batch.ts'
import { type Act, on } from '../rehearsal/year.ts'

const BATCH = '2017-1'
const UNITS = {
  kaifaqu: '县经济开发区管委会',
  guotu: '县国土资源局',
  wafang: '瓦坊乡人民政府',
  shichang: '县市场监督管理局',
  yunguan: '县道路运输管理所',
} as const
type Unit = keyof typeof UNITS
const units: readonly Unit[] = ['kaifaqu', 'guotu', 'wafang', 'shichang', 'yunguan']

const inWhole = (at: string, what: string, act: Do): Act => on(at, what, inBatch(BATCH, act))
/** The same of several, one minute after another. */
const each = (at: string, of: readonly Unit[], what: string, act: (unit: Unit) => Do): Act[] =>
  of.map((unit, i) => inWhole(`${at}:${String(i).padStart(2, '0')}`, `${UNITS[unit]}${what}`, act(unit)))

const terms = {
  ...longTerms,
  designated: DESIGNATED,
  document: { number: '泗政办秘〔2017〕18号', organ: '泗县人民政府办公室', date: '2017-05-15' },
  approval: { ...longTerms.approval, reference: '泗政〔2017〕14号', date: '2017-05-10' },
  dates: {
    application: { lastDay: '2017-06-15' },
    implementation: { lastDay: '2018-03-30' },
    declaration: { lastDay: '2018-05-18' },
  },
}

const beginning: readonly Act[] = [
  inWhole('2017-05-15T15:00', '发布全程创建通知', openCall(asInSixian(terms))),
  ...each('2017-06-05T09', units, '填写申请表', (unit) => fillIn(unit, UNITS[unit])),
  ...each('2017-06-07T09', units, '签署并提交', (unit) => signAndSubmit(unit, '2017-06-07')),
  ...each('2017-06-12T09', units, '拟办初审', (unit) => draft(unit, accepted, 'review-1')),
  ...each('2017-06-13T09', units, '签发初审', (unit) => signDraft(unit, 'review-1')),
  inWhole('2017-06-20T09:00', '提请领导小组审议培育对象', submitList('selection', units)),
  inWhole(
    '2017-06-28T15:00',
    '领导小组会议表决培育对象',
    decideList({
      ...{ step: 'selection', login: OFFICE.groupSecretary, meeting: '县依法行政工作领导小组第1次会议' },
      ...{ number: '泗依法纪〔2017〕1号', date: '2017-06-28', cases: units, outcome: 'cultivated', votes: true },
    }),
  ),
]

const QUARTERS = [
  ['2017-07-05', '2017-06'],
  ['2017-10-11', '2017-09'],
  ['2018-01-04', '2017-12'],
  ['2018-03-29', '2018-03'],
] as const
const working: readonly Act[] = QUARTERS.flatMap(([day, period], i) =>
  each(`${day}T10`, units, '报送进展', (unit) => report(unit, i + 1, period)),
)

/** What a unit does from its self-assessment to the paper that its head signs. */
const declaring = (unit: Unit, day: string): Act[] => [
  inWhole(`${day}T09:00`, `${UNITS[unit]}逐项自评`, assess(unit)),
  inWhole(`${day}T10:00`, `${UNITS[unit]}填写申报表`, declare(unit, UNITS[unit])),
  inWhole(`${day}T11:00`, `${UNITS[unit]}自评定稿`, finishAssessment(unit)),
]
const handingIn = (unit: Unit, day: string): Act[] => [
  inWhole(`${day}T14:00`, `${UNITS[unit]}负责人签署`, signDeclaration(unit)),
  inWhole(`${day}T15:00`, `${UNITS[unit]}提交申报表`, submitDeclaration(unit)),
]
const takingOver = (unit: Unit, day: string): Act[] => [
  inWhole(
    `${day}T09:00`,
    `${UNITS[unit]}拟办验收`,
    draft(unit, { ...accepted, reason: '申报材料齐全。' }, 'acceptance-1'),
  ),
  inWhole(`${day}T15:00`, `${UNITS[unit]}签发验收`, signDraft(unit, 'acceptance-1')),
]

const kaifaqu: readonly Act[] = [
  ...declaring('kaifaqu', '2018-04-02'),
  ...handingIn('kaifaqu', '2018-04-02'),
  ...takingOver('kaifaqu', '2018-04-03'),
  inWhole('2018-04-10T09:00', '考核开发区', inquire('kaifaqu', '2018-04-10')),
  inWhole('2018-04-12T09:00', '确定开发区的考核结果', settle('kaifaqu', 'recommended')),
  inWhole(
    '2018-04-13T15:00',
    '考核组签署候选名单',
    decideList({
      ...{ step: 'candidacy', login: OFFICE.leader, meeting: '考核组会议', number: '泗依法考〔2018〕1号' },
      ...{ date: '2018-04-13', cases: ['kaifaqu'], outcome: 'candidate' },
    }),
  ),
  inWhole('2018-04-16T09:00', '公示开发区', publishNotice(['kaifaqu'], '2018-04-16')),
  inWhole('2018-04-23T09:00', '结束公示', closeNotice()),
  inWhole('2018-04-25T09:00', '提请领导小组认定开发区', submitList('proposal', ['kaifaqu'])),
]
const yunguan: readonly Act[] = [
  ...declaring('yunguan', '2018-04-19'),
  ...handingIn('yunguan', '2018-04-19'),
  ...takingOver('yunguan', '2018-04-24'),
  inWhole('2018-05-02T09:00', '考核运管所', inquire('yunguan', '2018-05-02')),
]
const guotu: readonly Act[] = [
  ...declaring('guotu', '2018-04-23'),
  ...handingIn('guotu', '2018-04-23'),
  ...takingOver('guotu', '2018-04-25'),
  inWhole('2018-05-03T10:00', '考核组成员核对国土局的第一项', noteFirst(OFFICE.scorer, 'guotu', 'documents', '1')),
  inWhole(
    '2018-05-03T16:00',
    '考核组成员记录国土局的查阅资料',
    recordOne(OFFICE.scorer, 'guotu', 'documents', { on: '2018-05-03' }, 'documents-guotu-1'),
  ),
]

export const wholeProcedure: readonly Act[] = [
  ...beginning,
  ...working,
  ...kaifaqu,
  ...yunguan,
  ...guotu,
  ...declaring('wafang', '2018-05-04'),
  inWhole('2018-05-03T09:00', '县市场监督管理局把几项自评分给法规股', spreadToDepartment('shichang', '2018-05-14')),
]
