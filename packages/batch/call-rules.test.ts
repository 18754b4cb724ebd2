import { describe, expect, it } from 'vitest'
import { isOldApproval, problemOfNumber, problemsOfDays } from './call-rules.ts'

describe('a batch’s number', () => {
  it.each(['2018-1', '2018-2', '2026-99'])('%s is one', (batch) => {
    expect(problemOfNumber(batch)).toBeUndefined()
  })
  it.each([
    ...['', '2018', '2018-0', '2018-02', '2018-100', '18-2', '2018/2', '2018-2/..', '2018-2?', ' 2018-2', '2018-2\n'],
    ...['２０１８-2', '2018－2', '2018年第2期', '3018-2', '%2e%2e', '2018-2#'],
  ])('“%s” is none', (batch) => {
    expect(problemOfNumber(batch)).toContain('如2018-2')
  })
})

describe('a call’s days', () => {
  const now = '2018-04-16T01:00:00.000Z'
  const step = (name: string, lateFrom: string | undefined) => ({ step: name, title: name, lateFrom })
  const said = (...dated: ReturnType<typeof step>[]) => problemsOfDays({ approved: undefined, dated }, now)
  it('may be from this instant on, in their order, within five years', () => {
    expect(said(step('a', '2018-04-16T16:00:00.000Z'), step('b', '2018-04-17T16:00:00.000Z'))).toEqual({})
    expect(problemsOfDays({ approved: '2018-04-16', dated: [] }, now)).toEqual({})
  })
  it.each([
    ['that is over', [step('a', now)], { 'dates.a': '截止日期已经过去，请另选' }],
    [
      'that is over, of a later step',
      [step('a', undefined), step('b', '2018-04-15T16:00:00.000Z')],
      { 'dates.b': '截止日期已经过去，请另选' },
    ],
    [
      'no later than the step before',
      [step('a', '2018-05-01T16:00:00.000Z'), step('b', '2018-05-01T16:00:00.000Z')],
      { 'dates.b': '“b”的截止日期应晚于前一环节' },
    ],
    ['with a mistyped year', [step('a', '2108-05-01T16:00:00.000Z')], { 'dates.a': '截止日期不能晚于通知发布后五年' }],
  ])('is refused %s', (_, dated, wrong) => {
    expect(said(...dated)).toEqual(wrong)
  })
  it('come after their approval', () => {
    expect(problemsOfDays({ approved: '2018-04-17', dated: [] }, now)).toEqual({
      'approval.date': '批准日期不能晚于今天',
    })
  })
  it('rest on no approval of more than five years before, and one of more than a year is asked about', () => {
    for (const approved of ['1999-03-01', '2013-04-10'])
      expect(problemsOfDays({ approved, dated: [] }, now)['approval.date']).toMatch(
        /^批准日期（\d+年\d+月\d+日）已超过五年，不能作为本批次的依据；请核对批准文件的日期$/,
      )
    expect(problemsOfDays({ approved: '2013-04-12', dated: [] }, now)).toEqual({})
    expect(['2017-04-14', '2017-04-15', '2018-04-16'].map((day) => isOldApproval(day, now))).toEqual([
      true,
      false,
      false,
    ])
  })
})
