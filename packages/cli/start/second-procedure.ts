/**
 * Beside the demonstration a unit of the whole procedure, which assesses itself and has given three indicators to a
 * department. Played for whoever looks around; the browser's suites, which count what lies in the first batch, begin
 * without it.
 */
import { OFFICE, openCall } from '../rehearsal/acts.ts'
import { asInSixian } from '../rehearsal/catalogue-acts.ts'
import { spreadToDepartment } from '../rehearsal/dossier/spread-acts.ts'
import { fillIn, signAndSubmit } from '../rehearsal/form-acts.ts'
import { accepted, draft, signDraft } from '../rehearsal/judgement-acts.ts'
import { decideList, submitList } from '../rehearsal/list-acts.ts'
import { inLong, longTerms } from '../rehearsal/long-batch.ts'
import type { Act } from '../rehearsal/year.ts'

const UNIT = 'shichang'
/** Nobody else is asked to apply any more. */
const terms = { ...longTerms, dates: { ...longTerms.dates, application: { lastDay: '2018-04-24' } } }

export const secondProcedure: readonly Act[] = [
  inLong('2018-04-16T15:00', '发布全程创建通知', openCall(asInSixian(terms))),
  inLong('2018-04-18T09:00', '县市场监督管理局填写申请表', fillIn(UNIT, '县市场监督管理局')),
  inLong('2018-04-19T09:00', '县市场监督管理局签署并提交', signAndSubmit(UNIT, '2018-04-19')),
  inLong('2018-04-20T09:00', '拟办初审', draft(UNIT, accepted, 'review-1')),
  inLong('2018-04-23T09:00', '签发初审', signDraft(UNIT, 'review-1')),
  inLong('2018-04-25T09:00', '提请领导小组审议培育对象', submitList('selection', [UNIT])),
  inLong(
    '2018-04-26T15:00',
    '领导小组会议表决培育对象',
    decideList({
      ...{ step: 'selection', login: OFFICE.groupSecretary, meeting: '县依法行政工作领导小组第1次会议' },
      ...{ number: '泗依法纪〔2018〕1号', date: '2018-04-26', cases: [UNIT], outcome: 'cultivated', votes: true },
    }),
  ),
  inLong('2018-05-03T09:00', '县市场监督管理局把几项自评分给法规股', spreadToDepartment(UNIT, '2018-06-29')),
]
