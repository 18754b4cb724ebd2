/** One unit of the long batch from its application to the end of its work, before anybody declares anything. */
import type { CallBody } from '#contracts/call.ts'
import { type Do, inOrder, OFFICE, openCall } from '../../packages/cli/rehearsal/acts.ts'
import { report } from '../../packages/cli/rehearsal/case-acts.ts'
import { CONDITIONS, publishPack, STANDARD } from '../../packages/cli/rehearsal/catalogue-acts.ts'
import { fillIn, signAndSubmit } from '../../packages/cli/rehearsal/form-acts.ts'
import { accepted, draft, signDraft } from '../../packages/cli/rehearsal/judgement-acts.ts'
import { decideList, submitList } from '../../packages/cli/rehearsal/list-acts.ts'
import { inLong } from '../../packages/cli/rehearsal/long-batch.ts'
import { type Act, publishing } from '../../packages/cli/rehearsal/year.ts'

export const unitAtWork = (unit: string, name: string, call: CallBody): readonly Act[] => [
  ...publishing,
  inLong('2018-04-16T09:30', '发布全程创建通知', openCall(call)),
  inLong('2018-05-16T09:00', '填写申请表', fillIn(unit, name)),
  inLong('2018-05-17T09:00', '签署并提交', signAndSubmit(unit, '2018-05-17')),
  inLong('2018-05-21T09:00', '拟办初审', draft(unit, accepted, 'review-1')),
  inLong('2018-05-22T14:00', '签发初审', signDraft(unit, 'review-1')),
  inLong('2018-06-20T09:00', '提请领导小组审议培育对象', submitList('selection', [unit])),
  inLong(
    '2018-06-28T15:00',
    '领导小组会议表决培育对象',
    decideList({
      step: 'selection',
      login: OFFICE.groupSecretary,
      meeting: '县依法行政工作领导小组第2次会议',
      number: '泗依法纪〔2018〕2号',
      date: '2018-06-28',
      cases: [unit],
      outcome: 'cultivated',
      votes: true,
    }),
  ),
  inLong('2018-07-06T09:00', '报送进展', report(unit, 1)),
  inLong('2018-10-09T09:00', '报送进展', report(unit, 2)),
  inLong('2018-10-29T09:00', '报送进展', report(unit, 3)),
]

/** Of a batch whose dates lie close together, so that nobody waits for months to be played. */
export const soon = <T extends CallBody>(terms: T): T => ({
  ...terms,
  dates: {
    application: { lastDay: '2018-05-22' },
    implementation: { lastDay: '2018-05-24' },
    declaration: { lastDay: '2018-06-20' },
  },
})
export const BEGUN = '2018-05-21T08:00:00+08:00'
/** What is done in one day, from the application until the work begins. */
export const toWork = (unit: string, name: string, day: string): readonly Do[] => [
  fillIn(unit, name),
  signAndSubmit(unit, day),
  draft(unit, accepted, 'review-1'),
  signDraft(unit, 'review-1'),
  submitList('selection', [unit]),
  decideList({
    ...{ step: 'selection', login: OFFICE.groupSecretary, meeting: '县依法行政工作领导小组第2次会议' },
    ...{ number: '泗依法纪〔2018〕2号', date: day, cases: [unit], outcome: 'cultivated', votes: true },
  }),
]
/** The same on the 21st of May. */
export const unitAtWorkSoon = (unit: string, name: string, call: CallBody): readonly Act[] => [
  inLong('2018-05-21T08:10', '发布标准和条件', inOrder(publishPack(STANDARD), publishPack(CONDITIONS))),
  inLong('2018-05-21T08:20', '发布全程创建通知', openCall(call)),
  ...toWork(unit, name, '2018-05-21').map((act, at) => inLong(`2018-05-21T08:${30 + 5 * at}`, '办到培育实施', act)),
]
