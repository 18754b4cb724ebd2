/** The same unit by the whole procedure of 2018: a draft and a signature at each judgement, two forms, every kind of step. */
import { firstLateInstant } from '#calendar/deadline.ts'
import type { CaseEvent, EventOf } from '#case/case-events.ts'
import { variantOf } from '#procedure/procedures.ts'
import {
  CLERK,
  day,
  HEAD,
  headSigned,
  LATE,
  legalSigned,
  type Moved,
  moved,
  OFFICE_HEAD,
  OFFICER,
  OPENING,
  opened,
  procedureNamed,
  SECRETARY,
  saved,
  sha,
  signed,
  submitted,
} from './cases.ts'

export const WHOLE = procedureNamed('creation-2018@1')
export const SECOND_FORM = 'creation-declaration'
/** The leader of the assessment team. */
export const LEADER = 'p-钱组长'

export const WORK_END = firstLateInstant('2018-10-31')
export const DECLARE_END = firstLateInstant('2018-11-15')
export const OPENING_2018 = {
  ...OPENING,
  procedure: variantOf(WHOLE),
  dates: { application: LATE, implementation: WORK_END, declaration: DECLARE_END },
}
const begun: CaseEvent = { ...opened, ...OPENING_2018 }

export const drafted = (outcome = 'accepted', change: Partial<EventOf<'drafted'>> = {}): EventOf<'drafted'> => ({
  type: 'drafted',
  v: 1,
  at: day(5),
  by: OFFICER,
  step: 'review',
  visit: 2,
  outcome,
  reason: '符合条件。',
  ...change,
})
export const draftReturned: EventOf<'draftReturned'> = {
  type: 'draftReturned',
  v: 1,
  at: day(6),
  by: OFFICE_HEAD,
  step: 'review',
  visit: 2,
  reason: '请写明外部结果核对情况。',
}
/** The head signs what the officer drafted. */
const accepted = (step: string, visit: number, to: string, covers: string): Moved =>
  moved(step, visit, 'accepted', to, OFFICE_HEAD, { at: day(6), reason: '符合条件。', covers, draftedBy: OFFICER })

export const REVIEW_2018: readonly CaseEvent[] = [begun, saved(), legalSigned, headSigned, submitted]
export const DRAFTED: readonly CaseEvent[] = [...REVIEW_2018, drafted()]
export const SELECTION: readonly CaseEvent[] = [...DRAFTED, accepted('review', 2, 'selection', sha('d'))]
export const AT_WORK: readonly CaseEvent[] = [
  ...SELECTION,
  moved('selection', 3, 'cultivated', 'implementation', SECRETARY, {
    act: { stream: 'resolution/2018-2/selection', number: 2 },
  }),
]
export const DECLARING: readonly CaseEvent[] = [
  ...AT_WORK,
  moved('implementation', 4, 'ended', 'declaration', 'time', { at: '2018-10-31T16:02:00.000Z' }),
]
/** The second form has answers and sign-offs of its own. */
export const DECLARED: readonly CaseEvent[] = [
  ...DECLARING,
  { ...saved({ digest: sha('e'), answers: { reason: sha('7') } }, CLERK, SECOND_FORM), at: '2018-11-02T01:00:00.000Z' },
  signed('unitHead', HEAD, { form: SECOND_FORM, covers: sha('e'), at: '2018-11-03T01:00:00.000Z' }),
  moved('declaration', 5, 'declared', 'acceptance', CLERK, { at: '2018-11-04T01:00:00.000Z', covers: sha('e') }),
]
export const ASSESSED: readonly CaseEvent[] = [
  ...DECLARED,
  { ...drafted('accepted', { step: 'acceptance', visit: 6 }), at: '2018-11-05T01:00:00.000Z' },
  { ...accepted('acceptance', 6, 'assessment', sha('e')), at: '2018-11-06T01:00:00.000Z' },
]
export const RECOMMENDED: readonly CaseEvent[] = [
  ...ASSESSED,
  moved('assessment', 7, 'recommended', 'candidacy', LEADER, { act: { stream: 'panel/2018-2/dazhuang/7', number: 9 } }),
]
export const AT_NOTICE_2018: readonly CaseEvent[] = [
  ...RECOMMENDED,
  moved('candidacy', 8, 'candidate', 'notice', LEADER, { act: { stream: 'resolution/2018-2/candidacy', number: 1 } }),
]
export const PROPOSED: readonly CaseEvent[] = [
  ...AT_NOTICE_2018,
  moved('notice', 9, 'clear', 'proposal', OFFICER, { act: { stream: 'notice/2018-2/1', number: 3 } }),
]
