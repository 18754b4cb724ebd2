/** The case of 大庄镇 in the batch of 2018, event by event, on a fixed clock. */
import { firstLateInstant } from '#calendar/deadline.ts'
import type { FormContent } from '#case/apply-for-creation.ts'
import type { CaseEvent } from '#case/case-events.ts'

/** People, as opaque ids: the unit's clerk, legal officer and head; two officers and the head of the office. */
export const CLERK = 'p-王经办'
export const LEGAL = 'p-李法制'
export const HEAD = 'p-赵镇长'
export const OFFICER = 'p-陈科员'
export const SECOND = 'p-周科员'
export const OFFICE_HEAD = 'p-吴主任'

export const LATE = firstLateInstant('2018-05-15')
export const EARLY = '2018-04-10T01:00:00.000Z'
/** `days` later than the fixed morning of 2018-04-10. */
export const day = (days: number): string => new Date(Date.parse(EARLY) + days * 86_400_000).toISOString()
export const sha = (digit: string): string => digit.repeat(64)

export const form = (change: Partial<FormContent> = {}): FormContent => ({
  content: sha('c'),
  answers: { contact: sha('1'), phone: sha('2'), reason: sha('3'), project: sha('4'), creationPlan: sha('5') },
  personal: { id: 'x-联系人', digest: sha('9') },
  attachments: [sha('5')],
  missing: [],
  digest: sha('d'),
  ...change,
})

export const opened: CaseEvent = {
  type: 'opened',
  v: 1,
  at: EARLY,
  batch: '2018-2',
  unit: 'dazhuang',
  trial: false,
  procedure: 'creation',
  lateFrom: LATE,
  by: CLERK,
}
export const saved = (change: Partial<FormContent> = {}, by = CLERK): CaseEvent => ({
  type: 'saved',
  v: 1,
  at: day(1),
  by,
  ...form(change),
})
const signed = (signOff: 'legalOffice' | 'unitHead', by: string, covers = sha('d')): CaseEvent => ({
  type: 'signed',
  v: 1,
  at: day(2),
  by,
  signOff,
  mode: 'online',
  on: '2018-04-12',
  opinion: '同意申报。',
  covers,
})
export const legalSigned: CaseEvent = signed('legalOffice', LEGAL)
export const headSigned: CaseEvent = signed('unitHead', HEAD)

type Moved = Extract<CaseEvent, { type: 'decided' }>
const moved = (
  step: string,
  visit: number,
  outcome: string,
  to: string,
  by: string,
  more: Partial<Moved> = {},
): Moved => ({
  type: 'decided',
  v: 1,
  at: day(3 + visit),
  by,
  step,
  visit,
  outcome,
  to,
  ...more,
})
export const submitted = moved('application', 1, 'submitted', 'review', CLERK, { covers: sha('d') })
export const accepted = moved('review', 2, 'accepted', 'notice', OFFICER, { reason: '符合条件。', covers: sha('d') })
export const MEND = firstLateInstant('2018-05-30')
export const returned = moved('review', 2, 'returned', 'application', OFFICER, {
  reason: '创建方案缺少责任分工。',
  covers: sha('d'),
  reopens: ['creationPlan', 'reason'],
  lateFrom: MEND,
})
export const NOTICE = { stream: 'notice/2018-2/1', number: 1 }
export const NOTICE_END = firstLateInstant('2018-06-20')
export const listed: CaseEvent = { type: 'listed', v: 1, at: day(6), act: NOTICE, lateFrom: NOTICE_END }
export const cleared = moved('notice', 3, 'clear', 'executiveMeeting', 'time', { act: { ...NOTICE, number: 2 } })
export const MEETING = { stream: 'resolution/2018-2/executiveMeeting', number: 1 }
export const deferred = moved('executiveMeeting', 4, 'deferred', 'executiveMeeting', SECOND, { act: MEETING })
export const named = moved('executiveMeeting', 4, 'named', 'named', SECOND, { act: MEETING })
export const vetoRaised: CaseEvent = {
  type: 'vetoRaised',
  v: 1,
  at: day(8),
  by: OFFICER,
  item: 3,
  source: '泗纪通报〔2018〕7号',
}

export const READY: readonly CaseEvent[] = [opened, saved(), legalSigned, headSigned]
export const IN_REVIEW: readonly CaseEvent[] = [...READY, submitted]
export const RETURNED: readonly CaseEvent[] = [...IN_REVIEW, returned]
export const AT_NOTICE: readonly CaseEvent[] = [...IN_REVIEW, accepted]
export const LISTED: readonly CaseEvent[] = [...AT_NOTICE, listed]
export const AT_MEETING: readonly CaseEvent[] = [...LISTED, cleared]
export const NAMED: readonly CaseEvent[] = [...AT_MEETING, named]
