/** A batch of the same county by the whole procedure of document 001, beside the short one: every kind of step is in it. */
import type { CallBody } from '#contracts/call.ts'
import { type Do, inBatch } from './acts.ts'
import { type Act, on, type Story } from './year.ts'

export const LONG_BATCH = '2018-3'
export const LONG_PROCEDURE = 'creation-2018@1'

export const longTerms: CallBody = {
  title: '泗县依法行政示范单位创建（全程）',
  document: { number: '泗政办秘〔2018〕23号', organ: '泗县人民政府办公室', date: '2018-04-13' },
  approval: {
    reference: '泗政〔2018〕9号',
    date: '2018-04-10',
    by: '泗县人民政府',
    allows: '同意开展第二批依法行政示范单位创建活动。',
  },
  trial: false,
  procedure: LONG_PROCEDURE,
  dates: {
    application: { lastDay: '2018-05-31' },
    implementation: { lastDay: '2018-10-31' },
    declaration: { lastDay: '2018-11-20' },
  },
  notice: { days: 7, convention: 'A' },
  returnDays: 10,
  replyDays: 15,
  quota: 10,
  signOffs: {
    'creation-application': { legalOffice: 'online', unitHead: 'sealed' },
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

/** The second-level body that the long batch names, as its county's roster has it. */
export const DESIGNATED: NonNullable<CallBody['designated']> = [
  { unit: 'yunguan', reason: '近两年案卷评查成绩突出，行政许可全部进驻大厅办理，可以对同类机构起示范作用。' },
]

export const longStories: readonly Story[] = [
  {
    unit: 'sicheng',
    name: '泗城镇人民政府',
    story: '申请退回补正，公示期间提出的一票否决未予确认，命名',
    ends: 'named',
    endsOn: '2019-02-22',
  },
  { unit: 'shichang', name: '县市场监督管理局', story: '申报退回补正，命名', ends: 'named', endsOn: '2019-02-22' },
  { unit: 'guotu', name: '县国土资源局', story: '公示期间异议，重新考核后命名', ends: 'named', endsOn: '2019-02-22' },
  {
    unit: 'kaifaqu',
    name: '县经济开发区管委会',
    story: '常务会议暂缓审议，下次会议命名',
    ends: 'named',
    endsOn: '2019-02-22',
  },
  {
    unit: 'shuiwu',
    name: '泗县国家税务局',
    story: '期满后收到期内来信，异议成立',
    ends: 'objectionUpheld',
    endsOn: '2019-01-18',
  },
  {
    unit: 'yunguan',
    name: '县道路运输管理所',
    story: '逾期未申报，延期后申报，考核不推荐',
    ends: 'notRecommended',
    endsOn: '2018-12-21',
  },
  { unit: 'wafang', name: '瓦坊乡人民政府', story: '创建期满没有申报', ends: 'notDeclared', endsOn: '2018-11-24' },
  { unit: 'heita', name: '黑塔镇人民政府', story: '领导小组未列入培育', ends: 'notSelected', endsOn: '2018-06-28' },
]

/** An act of this batch; `at` in Asia/Shanghai. */
export const inLong = (at: string, what: string, act: Do): Act => on(at, what, inBatch(LONG_BATCH, act))
/** The same for several units, a quarter of an hour after one another. */
export const forEach = (at: string, units: readonly string[], what: string, act: (unit: string) => Do): Act[] =>
  units.map((unit, i) => {
    const minutes = i * 15
    const [date = '', time = ''] = at.split('T')
    const hour = String(Number(time.slice(0, 2)) + Math.floor(minutes / 60)).padStart(2, '0')
    return inLong(`${date}T${hour}:${String(minutes % 60).padStart(2, '0')}`, `${nameOf(unit)}${what}`, act(unit))
  })
export const nameOf = (unit: string): string => longStories.find((one) => one.unit === unit)?.name ?? unit
