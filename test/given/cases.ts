/** The case of 大庄镇 in the batch of 2018 by the short procedure, event by event, on a fixed clock. */
import { firstLateInstant } from '#calendar/deadline.ts'
import { seenIn } from '#case/case.ts'
import type { CaseEvent, EventOf } from '#case/case-events.ts'
import type { ReturnTerms } from '#case/until-when.ts'
import type { Procedure } from '#procedure/procedure.ts'
import { procedureAt, variantOf } from '#procedure/procedures.ts'
import type { FormContent } from '#steps/entry/fill-in-form.ts'

/** People, as opaque ids: the unit's clerk, legal officer and head; two officers and the head of the office. */
export const CLERK = 'p-王经办'
export const LEGAL = 'p-李法制'
export const HEAD = 'p-赵镇长'
export const OFFICER = 'p-陈科员'
export const SECOND = 'p-周科员'
export const OFFICE_HEAD = 'p-吴主任'
export const SECRETARY = 'p-孙秘书'

export const LATE = firstLateInstant('2018-05-15')
export const EARLY = '2018-04-10T01:00:00.000Z'
/** `days` later than the fixed morning of 2018-04-10. */
export const day = (days: number): string => new Date(Date.parse(EARLY) + days * 86_400_000).toISOString()
export const sha = (digit: string): string => digit.repeat(64)

/** A listed procedure, by name and version. */
export function procedureNamed(key: string): Procedure {
  const found = procedureAt(key)
  if (!found) throw new Error(`no procedure ${key} is listed`)
  return found
}
export const SHORT = procedureNamed('creation-short@1')

export const FORM = 'creation-application'
export const form = (change: Partial<FormContent> = {}): FormContent => ({
  content: sha('c'),
  answers: { contact: sha('1'), phone: sha('2'), reason: sha('3'), project: sha('4'), creationPlan: sha('5') },
  personal: { id: 'x-联系人', digest: sha('9') },
  attachments: [sha('5')],
  missing: [],
  digest: sha('d'),
  ...change,
})

export const OPENING = {
  batch: '2018-2',
  unit: 'dazhuang',
  trial: false,
  procedure: variantOf(SHORT),
  dates: { application: LATE },
}
/** What the call says of returns. */
export const CALL: ReturnTerms = { returnDays: 10, dates: OPENING.dates }
export const opened: CaseEvent = { type: 'opened', v: 1, at: EARLY, by: CLERK, ...OPENING }
export const saved = (change: Partial<FormContent> = {}, by = CLERK, named = FORM): EventOf<'saved'> => ({
  type: 'saved',
  v: 1,
  at: day(1),
  by,
  form: named,
  ...form(change),
})
export const signed = (signOff: string, by: string, more: Partial<EventOf<'signed'>> = {}): EventOf<'signed'> => ({
  type: 'signed',
  v: 1,
  at: day(2),
  by,
  form: FORM,
  signOff,
  mode: 'online',
  on: '2018-04-12',
  opinion: '同意申报。',
  covers: sha('d'),
  ...more,
})
export const legalSigned = signed('legalOffice', LEGAL)
export const headSigned = signed('unitHead', HEAD)

export type Moved = EventOf<'decided'>
export const moved = (
  step: string,
  visit: number,
  outcome: string,
  to: string,
  by: string,
  more: Partial<Moved> = {},
): Moved => ({ type: 'decided', v: 1, at: day(3 + visit), by, step, visit, outcome, to, ...more })
export const submitted = moved('application', 1, 'submitted', 'review', CLERK, { covers: sha('d') })
export const accepted = moved('review', 2, 'accepted', 'notice', OFFICER, { reason: '符合条件。', covers: sha('d') })
export const MEND = firstLateInstant('2018-05-30')
export const returned = moved('review', 2, 'returned', 'application', OFFICER, {
  reason: '创建方案缺少责任分工。',
  covers: sha('d'),
  reopens: ['creationPlan', 'reason'],
  lateFrom: MEND,
})
/** Prepared by the first commit, published by the second, closed by the third. */
export const NOTICE = { stream: 'notice/2018-2/1', number: 2 }
export const CLOSING = { ...NOTICE, number: 3 }
export const NOTICE_END = firstLateInstant('2018-06-20')
export const listed: CaseEvent = { type: 'listed', v: 1, at: day(6), act: NOTICE, lateFrom: NOTICE_END }
export const cleared = moved('notice', 3, 'clear', 'executiveMeeting', OFFICER, { act: CLOSING })
export const MEETING = { stream: 'resolution/2018-2/executiveMeeting', number: 1 }
export const deferred = moved('executiveMeeting', 4, 'deferred', 'executiveMeeting', SECRETARY, { act: MEETING })
export const named = moved('executiveMeeting', 4, 'named', 'named', SECRETARY, { act: MEETING })
export const vetoRaised: EventOf<'vetoRaised'> = {
  type: 'vetoRaised',
  v: 1,
  at: day(8),
  by: OFFICER,
  item: 'yi-3',
  source: '泗纪通报〔2018〕7号',
}
export const withdrawalEntered: EventOf<'withdrawalEntered'> = {
  type: 'withdrawalEntered',
  v: 1,
  at: day(8),
  by: CLERK,
  reason: '人员调整，来年再报。',
}
/** An objection that was in time and was entered after the notice had been closed. */
export const held: EventOf<'held'> = {
  type: 'held',
  v: 1,
  at: day(9),
  by: OFFICER,
  act: { ...NOTICE, number: 4 },
  objection: 'yi-1',
}

export const READY: readonly CaseEvent[] = [opened, saved(), legalSigned, headSigned]
export const IN_REVIEW: readonly CaseEvent[] = [...READY, submitted]
export const RETURNED: readonly CaseEvent[] = [...IN_REVIEW, returned]
export const AT_NOTICE: readonly CaseEvent[] = [...IN_REVIEW, accepted]
export const LISTED: readonly CaseEvent[] = [...AT_NOTICE, listed]
export const AT_MEETING: readonly CaseEvent[] = [...LISTED, cleared]
export const NAMED: readonly CaseEvent[] = [...AT_MEETING, named]

/** How an event of the unit's case is named to whoever signs, confirms or replaces it. */
export const seenHere = (event: { readonly type: string }): string =>
  seenIn({ batch: '2018-2', unit: 'dazhuang' }, event)
