/** 凤凰县's other batch, by a standard: one withdraws, one is vetoed of whom single indicators were noted alone, and the batch is cancelled. */
import { type Do, inBatch, inOrder, OFFICE, openCall } from '../acts.ts'
import { noteFirst } from '../assessment/assessment-acts.ts'
import { confirmVeto, extend, raiseVeto, withdraw } from '../case-acts.ts'
import { byOtherStandard } from '../catalogue-acts.ts'
import { approveCancelling, prepareCancelling } from '../change-acts.ts'
import { assess, finishAssessment } from '../dossier/dossier-acts.ts'
import { declare, fillIn, signAndSubmit, signDeclaration, submitDeclaration } from '../form-acts.ts'
import { accepted, draft, signDraft } from '../judgement-acts.ts'
import { type Act, on } from '../year.ts'
import { CANCELLED_BATCH, cancelledStories, cancelledTerms, complete, each, nameOf } from './fenghuang.ts'

const inIt = (at: string, what: string, act: Do): Act => on(at, what, inBatch(CANCELLED_BATCH, act))
const all = cancelledStories.map(({ unit }) => unit)

export const cancelledYear: readonly Act[] = [
  inIt('2018-02-26T10:00', '发布补充创建通知', openCall(byOtherStandard(cancelledTerms))),
  inIt(
    '2018-03-15T09:00',
    '三个单位填写申请表',
    each(all, (unit) => fillIn(unit, nameOf(unit))),
  ),
  inIt(
    '2018-03-15T15:00',
    '三个单位签署并提交',
    each(all, (unit) => signAndSubmit(unit, '2018-03-15')),
  ),
  inIt(
    '2018-03-20T14:00',
    '拟办补充批次的初审',
    each(all, (unit) => draft(unit, accepted, 'review-1')),
  ),
  inIt(
    '2018-03-21T14:00',
    '签发补充批次的初审',
    each(all, (unit) => signDraft(unit, 'review-1')),
  ),
  inIt('2018-05-10T09:00', '山江镇实施期间退出', withdraw('shanjiang', '撤乡并镇，机构调整。')),
  inIt(
    '2018-10-09T14:00',
    '腊尔山镇自评、填写申报表',
    inOrder(assess('laershan'), declare('laershan', nameOf('laershan')), finishAssessment('laershan')),
  ),
  inIt('2018-10-10T14:00', '腊尔山镇申报', inOrder(signDeclaration('laershan'), submitDeclaration('laershan'))),
  inIt(
    '2018-10-17T09:00',
    '为吉信镇延长申报期限',
    extend('jixin', 'declaration', { lastDay: '2018-11-16', reason: '防汛救灾，无法按期申报。' }),
  ),
  inIt('2018-10-22T14:00', '拟办腊尔山镇的验收', draft('laershan', complete, 'acceptance-1')),
  inIt('2018-10-23T14:00', '签发腊尔山镇的验收', signDraft('laershan', 'acceptance-1')),
  inIt('2018-10-29T09:00', '考核人员记录腊尔山镇的一项指标', noteFirst(OFFICE.scorer, 'laershan', 'documents', '1')),
  inIt('2018-10-30T09:00', '对腊尔山镇提出一票否决', raiseVeto('laershan', { source: '法院判决书，已生效。' })),
  inIt('2018-10-31T09:00', '确认腊尔山镇一票否决', confirmVeto('laershan')),
  inIt('2018-11-01T14:00', '拟取消补充批次', prepareCancelling('县级机构改革，创建活动并入下一批。')),
  inIt('2018-11-01T15:00', '签发取消通知', approveCancelling()),
]
