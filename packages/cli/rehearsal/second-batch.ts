/** The call that rehearsal and demonstration follow: 泗县's second batch (泗政办秘〔2018〕22号). */
import type { CallBody } from '#contracts/call.ts'

export const BATCH = '2018-2'
/** What it is run by: four steps. */
export const PROCEDURE = 'creation-short@1'

export const terms: CallBody = {
  title: '泗县第二批依法行政示范单位创建',
  approval: { reference: '泗政办秘〔2018〕22号', date: '2018-04-13', by: '泗县人民政府' },
  trial: false,
  procedure: PROCEDURE,
  dates: { application: { lastDay: '2018-05-15' } },
  notice: { days: 7, convention: 'A' },
  returnDays: 10,
  replyDays: 15,
  quota: 10,
  signOffs: { 'creation-application': { legalOffice: 'online', unitHead: 'paper' } },
}
