import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dateOf, firstLateInstant } from '#calendar/deadline.ts'
import { type DueReport, dueReports, dunned, owedReports, reportState, reportTitle, waitsFrom } from './due-reports.ts'

const FROM = '2018-04-20T01:00:00.000Z'
const END = firstLateInstant('2018-10-31')
const asked = (every: 'month' | 'quarter' | 'half') => ({ title: '进展报告', every })
const QUARTERLY = asked('quarter')
const due = dueReports(QUARTERLY, FROM, END)
const until = (...all: readonly DueReport[]) => all.map(({ period, lateFrom }) => [period, lateFrom])

describe('the reports of a piece of work', () => {
  it('are one for each period that it touches, ten days after its end, the last one at the work’s own', () => {
    expect(until(...due)).toEqual([
      ['2018-06', firstLateInstant('2018-07-10')],
      ['2018-09', firstLateInstant('2018-10-10')],
      ['2018-12', END],
    ])
    expect(due.map(({ firstDay }) => firstDay)).toEqual(['2018-04-20', '2018-07-01', '2018-10-01'])
    expect(until(...dueReports(asked('month'), FROM, firstLateInstant('2018-06-15')))).toEqual([
      ['2018-04', firstLateInstant('2018-05-10')],
      ['2018-05', firstLateInstant('2018-06-10')],
      ['2018-06', firstLateInstant('2018-06-15')],
    ])
    expect(until(...dueReports(asked('half'), '2018-11-01T01:00:00.000Z', firstLateInstant('2019-08-31')))).toEqual([
      ['2018-12', firstLateInstant('2019-01-10')],
      ['2019-06', firstLateInstant('2019-07-10')],
      ['2019-12', firstLateInstant('2019-08-31')],
    ])
  })
  it('are one alone when the work ends within a period, or with it', () => {
    for (const last of ['2018-04-20', '2018-05-31', '2018-06-30'])
      expect(until(...dueReports(QUARTERLY, FROM, firstLateInstant(last)))).toEqual([
        ['2018-06', firstLateInstant(last)],
      ])
  })
  it('are none where the unit came when the work was over', () => {
    expect(dueReports(QUARTERLY, '2018-11-05T01:00:00.000Z', END)).toEqual([])
    expect(dueReports(QUARTERLY, END, END)).toEqual([])
  })
  it('are called by their period', () => {
    expect(due.map(({ title }) => title)).toEqual([
      '2018年第二季度进展报告',
      '2018年第三季度进展报告',
      '2018年第四季度进展报告',
    ])
    expect(reportTitle(asked('month'), '2019-01')).toBe('2019年1月进展报告')
    expect(['2018-06', '2018-12'].map((period) => reportTitle(asked('half'), period))).toEqual([
      '2018年上半年进展报告',
      '2018年下半年进展报告',
    ])
  })

  const every = fc.constantFrom('month' as const, 'quarter' as const, 'half' as const)
  const instant = fc
    .integer({ min: 0, max: 1500 })
    .map((days) => new Date(Date.parse('2017-09-01T03:00:00.000Z') + days * 86_400_000).toISOString())
  const month = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
  it('are due in order, never after the work, and tell every day of it once, however it lies', () => {
    fc.assert(
      fc.property(every, instant, instant, (often, one, other) => {
        const [from = '', lateFrom = ''] = [one, other].toSorted()
        fc.pre(from !== lateFrom)
        const all = dueReports(asked(often), from, lateFrom)
        expect(all.map((report) => report.lateFrom)).toEqual(all.map((report) => report.lateFrom).toSorted())
        expect(all.at(-1)?.lateFrom).toBe(lateFrom)
        expect(all[0]?.firstDay).toBe(dateOf(from))
        // One period after the other, across whatever year's end.
        const months = { month: 1, quarter: 3, half: 6 }[often]
        for (const [i, { period }] of all.entries()) {
          expect(month(period) % months).toBe(0)
          expect(month(period)).toBe(month(all[0]?.period ?? '') + i * months)
        }
        expect(month(all.at(-1)?.period ?? '')).toBeGreaterThanOrEqual(month(addDays(dateOf(lateFrom), -1)))
      }),
    )
  })
  it('are never lost and never doubled while the work’s end moves back and forth across a year’s end', () => {
    fc.assert(
      fc.property(
        every,
        instant,
        fc.array(fc.record({ days: fc.integer({ min: 1, max: 700 }), at: fc.integer({ min: 0, max: 700 }) }), {
          minLength: 1,
          maxLength: 12,
        }),
        (often, from, moves) => {
          const sent: string[] = []
          const day = (n: number) => new Date(Date.parse(from) + n * 86_400_000).toISOString()
          for (const { days, at } of moves) {
            const now = day(at)
            const end = firstLateInstant(dateOf(day(days)))
            if (now >= end) continue
            const all = dueReports(asked(often), from, end)
            // The clerk sends whatever is owed on that day.
            for (const { period, firstDay } of owedReports(all, sent, now))
              if (firstDay <= dateOf(now)) sent.push(period)
            // Whatever began is in, but for the period that runs while an earlier report is still to come first.
            const begun = all.filter((one) => one.firstDay <= dateOf(now)).map(({ period }) => period)
            expect(begun.filter((period) => !sent.includes(period)).length).toBeLessThanOrEqual(1)
            expect(owedReports(all, sent, now).map(({ period }) => period)).not.toContain(sent.at(-1))
          }
          expect(new Set(sent).size).toBe(sent.length)
        },
      ),
    )
  })
})

describe('how a report stands', () => {
  const [first, second] = due as [DueReport, DueReport]
  const on = (day: string) => ({ now: `${day}T01:00:00.000Z` })
  it('is not yet due, due for ten days, then late, until it comes', () => {
    expect(waitsFrom(first)).toBe('2018-06-30T16:00:00.000Z')
    expect(reportState(first, [], on('2018-06-30'))).toBe('notYet')
    expect(reportState(first, [], { now: waitsFrom(first) })).toBe('due')
    expect(reportState(first, [], on('2018-07-10'))).toBe('due')
    expect(reportState(first, [], { now: first.lateFrom })).toBe('late')
    expect(reportState(first, [{ period: '2018-06', late: false }], on('2018-08-01'))).toBe('sent')
    expect(reportState(first, [{ period: '2018-06', late: true }], on('2018-08-01'))).toBe('sentLate')
  })
  it('is skipped when it was late and a later one came, or the work has ended', () => {
    const later = [{ period: '2018-09', late: false }]
    expect(reportState(first, later, on('2018-10-05'))).toBe('skipped')
    // Within its own days it is still due, whatever came besides.
    expect(reportState(first, later, on('2018-07-05'))).toBe('due')
    expect(reportState(first, [], { ...on('2018-11-02'), isOver: true })).toBe('skipped')
    expect(reportState(second, later, { ...on('2018-11-02'), isOver: true })).toBe('sent')
  })
  it('keeps no later one back: whoever owes two may send either', () => {
    const owed = (reported: readonly string[], day: string) =>
      owedReports(due, reported, on(day).now).map(({ period, state }) => [period, state])
    expect(owed([], '2018-05-01')).toEqual([['2018-06', 'notYet']])
    expect(owed([], '2018-10-03')).toEqual([
      ['2018-06', 'late'],
      ['2018-09', 'due'],
    ])
    expect(owed(['2018-09'], '2018-10-03')).toEqual([
      ['2018-06', 'skipped'],
      ['2018-12', 'notYet'],
    ])
    expect(owed(['2018-06', '2018-09', '2018-12'], '2018-10-30')).toEqual([])
    expect(dunned(owedReports(due, [], on('2018-10-03').now)).map(({ period }) => period)).toEqual([
      '2018-06',
      '2018-09',
    ])
    expect(dunned(owedReports(due, ['2018-09'], on('2018-10-03').now))).toEqual([])
  })
})
