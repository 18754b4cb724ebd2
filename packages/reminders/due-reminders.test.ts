import { describe, expect, it } from 'vitest'
import { firstLateInstant } from '#calendar/deadline.ts'
import { given } from '../../test/given/given.ts'
import { type DueReminded, type Reminded, remindedKind, remindOfDue, saidReminder, unsaid } from './due-reminders.ts'

const received = '2018-05-08T00:00:00.000Z'
const form = (more: object = {}): Reminded => ({
  ...{ kind: 'form', step: 'application', title: '“创建申请”', lateFrom: firstLateInstant('2018-05-15'), days: 7 },
  ...more,
})
const report = (more: object = {}): Reminded => ({
  ...{ kind: 'report', step: 'implementation', period: '2018-06', title: '2018年第二季度进展报告' },
  ...{ lateFrom: firstLateInstant('2018-07-10'), days: 3, ...more },
})
const finding = (more: object = {}): Reminded => ({
  ...{ kind: 'finding', n: 1, item: 2, title: '第1次监督检查的问题2', lateFrom: firstLateInstant('2018-07-20') },
  ...more,
})
const said = (...lines: Reminded[]): DueReminded => ({
  ...{ type: 'dueReminded', v: 1, at: received, by: 'remind-due', lines },
})
const remind = (...lines: Reminded[]) => remindOfDue(lines, { received })

describe('a reminder that goes out by itself', () => {
  it('is one act over all that the unit owes', () => {
    expect(given(remindedKind).when(remind(form(), report()))).toEqual([said(form(), report())])
  })
  it('has nothing to do where nothing is owed, and where it was said', () => {
    expect(given(remindedKind).when(remind())).toEqual([])
    expect(given(remindedKind, said(form(), report())).when(remind(form(), report()))).toEqual([])
  })
  it('says what was not said yet alone, each mark once', () => {
    const { when } = given(remindedKind, said(form(), report()))
    expect(when(remind(form(), finding()))).toEqual([said(finding())])
    expect(when(remind(form({ days: 1 })))).toEqual([said(form({ days: 1 }))])
    expect(when(remind(report({ period: '2018-09' })))).toHaveLength(1)
  })
  it('goes from the further mark to the nearer and to late, and never back', () => {
    const late: Reminded = { ...report(), days: undefined }
    expect(unsaid([said(report())], [late])).toEqual([late])
    expect(unsaid([said(late)], [report(), late])).toEqual([])
    expect(unsaid([said(form({ days: 1 }))], [form()])).toEqual([])
  })
  it('begins anew with another date', () => {
    const moved = form({ lateFrom: firstLateInstant('2018-05-25') })
    expect(given(remindedKind, said(form({ days: 1 }))).when(remind(moved))).toEqual([said(moved)])
  })
})

it('says what, until when, and what to do', () => {
  expect(saidReminder([form(), finding({ days: 3 })])).toBe(
    '“创建申请”的截止时间是2018年5月15日24时，请按时提交；第1次监督检查的问题2的截止时间是2018年7月20日24时，请按时报送整改情况。',
  )
  expect(saidReminder([{ ...report(), days: undefined }])).toBe(
    '2018年第二季度进展报告的截止时间2018年7月10日24时已过，请尽快补报。',
  )
})
