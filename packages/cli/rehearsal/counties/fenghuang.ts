/** 凤凰县: what its two batches have in common, and which unit goes which way. Its places are real, its batches and people invented. */
import type { CallBody } from '#contracts/call.ts'
import { type Do, inOrder } from '../acts.ts'
import type { Judging } from '../judgement-acts.ts'
import type { Story } from '../year.ts'

export const PROCEDURE = 'creation-direct@1'
export const BEGINNING = '2018-02-22T09:00:00+08:00'
export const END = '2019-01-16T09:00:00+08:00'
export const MAIN_BATCH = '2018-1'
export const CANCELLED_BATCH = '2018-2'

export const terms: CallBody = {
  title: '凤凰县2018年依法行政示范单位创建',
  document: { number: '凤政办发〔2018〕6号', organ: '凤凰县人民政府办公室', date: '2018-02-26' },
  approval: {
    reference: '凤政发〔2018〕3号',
    date: '2018-02-22',
    by: '凤凰县人民政府',
    allows: '同意开展2018年依法行政示范单位创建活动。',
  },
  trial: false,
  procedure: PROCEDURE,
  dates: {
    application: { lastDay: '2018-03-30' },
    implementation: { lastDay: '2018-09-28' },
    declaration: { lastDay: '2018-10-19' },
  },
  notice: { days: 5, convention: 'C' },
  returnDays: 10,
  replyDays: 15,
  quota: 10,
  signOffs: {
    'creation-application': { legalOffice: 'online', unitHead: 'paper' },
    'creation-declaration': { unitHead: 'online' },
  },
  scoring: {
    way: 'points',
    weights: { hearing: 10, documents: 40, siteVisit: 20, lawTest: 15, interviews: 15 },
    combined: 'mean',
    atLeast: 80,
    tie: 'documents',
  },
}
export const cancelledTerms: CallBody = {
  ...terms,
  title: '凤凰县2018年依法行政示范单位创建（补充）',
  document: { number: '凤政办发〔2018〕7号', organ: '凤凰县人民政府办公室', date: '2018-02-26' },
  // Its standard carries no points.
  scoring: { way: 'reach', notReached: 3 },
}

export const mainStories: readonly Story[] = [
  {
    unit: 'tuojiang',
    name: '沱江镇人民政府',
    story: '常务会议暂缓审议，下次会议命名',
    ends: 'named',
    endsOn: '2019-01-09',
  },
  {
    unit: 'alaying',
    name: '阿拉营镇人民政府',
    story: '申请、申报各退回补正一次，命名',
    ends: 'named',
    endsOn: '2019-01-09',
  },
  {
    unit: 'wenlv',
    name: '县文化旅游广电局',
    story: '公示期间异议，重新考核后命名',
    ends: 'named',
    endsOn: '2019-01-09',
  },
  {
    unit: 'jiaoyun',
    name: '县交通运输局',
    story: '公示结束后收到期内来信，重新考核后命名',
    ends: 'named',
    endsOn: '2019-01-09',
  },
  { unit: 'jixin', name: '吉信镇人民政府', story: '初审不予通过', ends: 'refused', endsOn: '2018-03-21' },
  {
    unit: 'shanjiang',
    name: '山江镇人民政府',
    story: '填了一半没有提交，逾期',
    ends: 'notSubmitted',
    endsOn: '2018-03-31',
  },
  { unit: 'heku', name: '禾库镇人民政府', story: '实施期满没有申报', ends: 'notDeclared', endsOn: '2018-10-20' },
  {
    unit: 'mujiangping',
    name: '木江坪镇人民政府',
    story: '申报验收不予通过',
    ends: 'refused',
    endsOn: '2018-10-23',
  },
  {
    unit: 'laershan',
    name: '腊尔山镇人民政府',
    story: '考核不推荐',
    ends: 'notRecommended',
    endsOn: '2018-11-05',
  },
  { unit: 'gongyequ', name: '县工业集中区管委会', story: '未列入候选', ends: 'notCandidate', endsOn: '2018-11-07' },
  { unit: 'linye', name: '县林业局', story: '公示期间异议成立', ends: 'objectionUpheld', endsOn: '2018-11-21' },
  {
    unit: 'shijian',
    name: '县市场监督管理局',
    story: '公示结束后收到期内来信，异议成立',
    ends: 'objectionUpheld',
    endsOn: '2018-11-27',
  },
  {
    unit: 'zhujian',
    name: '县住房和城乡建设局',
    story: '领导小组不拟认定',
    ends: 'notProposed',
    endsOn: '2018-11-30',
  },
  { unit: 'guoshui', name: '凤凰县国家税务局', story: '常务会议不予通过', ends: 'refused', endsOn: '2018-12-07' },
]
export const cancelledStories: readonly Story[] = [
  {
    unit: 'shanjiang',
    name: '山江镇人民政府',
    story: '创建实施期间主动退出',
    ends: 'withdrawn',
    endsOn: '2018-05-10',
  },
  {
    unit: 'laershan',
    name: '腊尔山镇人民政府',
    story: '只记了一项指标，还没有考核记录时一票否决',
    ends: 'vetoed',
    endsOn: '2018-10-31',
  },
  { unit: 'jixin', name: '吉信镇人民政府', story: '等待申报时创建活动取消', ends: 'cancelled', endsOn: '2018-11-01' },
]

const NAMES = new Map([...mainStories, ...cancelledStories].map(({ unit, name }) => [unit, name]))
export const nameOf = (unit: string): string => NAMES.get(unit) ?? unit
export const each = (units: readonly string[], act: (unit: string) => Do): Do => inOrder(...units.map(act))
export const complete: Judging = { outcome: 'accepted', reason: '申报材料齐全。' }
