/** The call that rehearsal and demonstration follow: 泗县's second batch (泗政办秘〔2018〕22号). */
import type { CallBody } from '#contracts/call.ts'

export const BATCH = '2018-2'
/** What it is run by: four steps. */
export const PROCEDURE = 'creation-short@1'

export const terms: CallBody = {
  title: '泗县第二批依法行政示范单位创建',
  document: { number: '泗政办秘〔2018〕22号', organ: '泗县人民政府办公室', date: '2018-04-13' },
  approval: {
    reference: '泗政〔2018〕9号',
    date: '2018-04-10',
    by: '泗县人民政府',
    allows: '同意开展第二批依法行政示范单位创建活动。',
  },
  scope: '纳入县政府依法行政考核范围的各乡镇人民政府、县经济开发区管委会、县政府各行政执法部门和省市驻泗有关单位。',
  text: '为充分发挥示范单位的示范带动效应，进一步提升全县依法行政工作水平，经县政府研究，决定在全县范围内开展第二批依法行政示范单位创建活动。\n各单位对照创建标准开展创建活动，拟参加的填报申请表，拟定创建项目，形成创建方案、工作计划和创建报告，向县政府法制办公室提出创建申请。',
  papers: [
    '泗县第二批依法行政示范单位创建标准',
    '泗县第二批依法行政示范单位创建申请表',
    '泗县第二批依法行政示范单位申报表',
  ],
  trial: false,
  procedure: PROCEDURE,
  dates: { application: { lastDay: '2018-05-15' } },
  notice: { days: 7, convention: 'A' },
  returnDays: 10,
  replyDays: 15,
  quota: 10,
  signOffs: { 'creation-application': { legalOffice: 'online', unitHead: 'paper' } },
}
