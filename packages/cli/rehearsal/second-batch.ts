/** The call that rehearsal and demonstration follow: 泗县's second batch (泗政办秘〔2018〕22号). */
import type { CallTerms } from '#batch/batch.ts'

export const BATCH = '2018-2'

export const terms: CallTerms = {
  title: '泗县第二批依法行政示范单位创建',
  approval: { reference: '泗政办秘〔2018〕22号', date: '2018-04-13', by: '泗县人民政府' },
  trial: false,
  procedure: 'creation',
  application: { lastDay: '2018-05-15' },
  notice: { days: 7, convention: 'A' },
  returnDays: 10,
  replyDays: 15,
  quota: 10,
  signOffs: { legalOffice: 'online', unitHead: 'paper' },
}
