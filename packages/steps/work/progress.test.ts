import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstLateInstant } from '#calendar/deadline.ts'
import { given } from '../../../test/given/given.ts'
import { dueReports, guideUnit, type ProgressEvent, progressKind, reportProgress } from './progress.ts'

const FROM = '2018-04-20T01:00:00.000Z'
const END = firstLateInstant('2018-10-31')
const due = dueReports('quarter', FROM, END)

describe('the reports of a piece of work', () => {
  it('are one for each period that ends within it, ten days after its end, and a last one at its own', () => {
    expect(due).toEqual([
      { n: 1, lateFrom: firstLateInstant('2018-07-10') },
      { n: 2, lateFrom: firstLateInstant('2018-10-10') },
      { n: 3, lateFrom: END },
    ])
    expect(dueReports('month', FROM, firstLateInstant('2018-06-15'))).toEqual([
      { n: 1, lateFrom: firstLateInstant('2018-05-10') },
      { n: 2, lateFrom: firstLateInstant('2018-06-10') },
      { n: 3, lateFrom: firstLateInstant('2018-06-15') },
    ])
    expect(dueReports('half', '2018-11-01T01:00:00.000Z', firstLateInstant('2019-08-31'))).toEqual([
      { n: 1, lateFrom: firstLateInstant('2019-01-10') },
      { n: 2, lateFrom: firstLateInstant('2019-07-10') },
      { n: 3, lateFrom: firstLateInstant('2019-08-31') },
    ])
  })
  it('are one alone when the work ends within a period, or with it', () => {
    for (const last of ['2018-04-20', '2018-05-31', '2018-06-30'])
      expect(dueReports('quarter', FROM, firstLateInstant(last))).toEqual([{ n: 1, lateFrom: firstLateInstant(last) }])
  })
  it('are none where the unit came when the work was over', () => {
    expect(dueReports('quarter', '2018-11-05T01:00:00.000Z', '2018-10-31T16:00:00.000Z')).toEqual([])
    expect(dueReports('quarter', '2018-10-31T16:00:00.000Z', '2018-10-31T16:00:00.000Z')).toEqual([])
  })
  it('are due in order and never after the work, however it lies', () => {
    const instant = fc
      .integer({ min: 0, max: 1500 })
      .map((days) => new Date(Date.parse('2018-01-01T03:00:00.000Z') + days * 86_400_000).toISOString())
    fc.assert(
      fc.property(fc.constantFrom('month', 'quarter', 'half'), instant, instant, (every, one, other) => {
        const [from, lateFrom] = [one, other].toSorted()
        fc.pre(from !== lateFrom)
        const all = dueReports(every, from ?? '', lateFrom ?? '')
        expect(all.map(({ n }) => n)).toEqual(all.map((_, i) => i + 1))
        expect(all.map((report) => report.lateFrom)).toEqual(all.map((report) => report.lateFrom).toSorted())
        expect(all.at(-1)?.lateFrom).toBe(lateFrom)
        const months = { month: 1, quarter: 3, half: 6 }[every]
        expect(all.length).toBeLessThanOrEqual(1500 / 28 / months + 2)
      }),
    )
  })
})

describe('reporting progress', () => {
  const clerk = { by: 'p-王经办', received: '2018-07-05T01:00:00.000Z' }
  const report = { step: 'implementation', n: 1, text: '制度已建立。', files: ['a'.repeat(64)] }
  const reported: ProgressEvent = { type: 'reported', v: 1, at: clerk.received, by: 'p-王经办', ...report, late: false }
  it('keeps the report, and says when it is late', () => {
    expect(given(progressKind).when(reportProgress(report, due, clerk))).toEqual([reported])
    const [late] = given(progressKind).when(
      reportProgress(report, due, { ...clerk, received: firstLateInstant('2018-07-10') }),
    )
    expect(late).toMatchObject({ late: true })
  })
  it('is refused for a report that is not due, and once it was sent', () => {
    expect(given(progressKind).refused(reportProgress({ ...report, n: 4 }, due, clerk))).toEqual([
      'unknown',
      '没有第4次进展报告；请刷新后再报。',
      {},
    ])
    expect(
      given(progressKind, reported).refused(reportProgress({ ...report, text: '另有进展。' }, due, clerk)),
    ).toEqual(['conflict', '第1次进展报告已经报送；请刷新后查看。', {}])
    expect(given(progressKind, reported).when(reportProgress({ ...report, n: 2 }, due, clerk))).toHaveLength(1)
  })
  it('has nothing to do when just this was sent', () => {
    expect(given(progressKind, reported).when(reportProgress(report, due, clerk))).toEqual([])
  })
})

describe('guiding a unit', () => {
  const officer = { by: 'p-陈科员', received: '2018-07-20T01:00:00.000Z' }
  const guidance = { step: 'implementation', text: '请补充案卷评查。' }
  const guided: ProgressEvent = { type: 'guided', v: 1, at: officer.received, by: 'p-陈科员', ...guidance }
  it('is kept, as often as there is something to say', () => {
    expect(given(progressKind).when(guideUnit(guidance, officer))).toEqual([guided])
    expect(given(progressKind, guided).when(guideUnit({ ...guidance, text: '很好。' }, officer))).toHaveLength(1)
    expect(given(progressKind, guided).state.guidance).toEqual([guided])
  })
  it('has nothing to do when the same was said last by the same person', () => {
    expect(given(progressKind, guided).when(guideUnit(guidance, officer))).toEqual([])
    const between: ProgressEvent = { ...guided, text: '很好。' }
    expect(given(progressKind, guided, between).when(guideUnit(guidance, officer))).toEqual([])
    expect(given(progressKind, guided).when(guideUnit(guidance, { ...officer, by: 'p-周科员' }))).toHaveLength(1)
    // The same on another day is another act.
    const nextDay = { ...officer, received: '2018-07-20T16:00:00.000Z' }
    expect(given(progressKind, guided).when(guideUnit(guidance, nextDay))).toHaveLength(1)
  })
})
