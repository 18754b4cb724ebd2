import { describe, expect, it } from 'vitest'
import { firstLateInstant } from '#calendar/deadline.ts'
import { given } from '../../../test/given/given.ts'
import { dueReports } from './due-reports.ts'
import { type DutyEvent, dutyKind, guideUnit, reportProgress } from './duty.ts'

const due = dueReports(
  { title: '进展报告', every: 'quarter' },
  '2018-04-20T01:00:00.000Z',
  firstLateInstant('2018-10-31'),
)

describe('reporting progress', () => {
  const clerk = { by: 'p-王经办', received: '2018-07-05T01:00:00.000Z' }
  const report = { step: 'implementation', period: '2018-06', text: '制度已建立。', files: ['a'.repeat(64)] }
  const reported: DutyEvent = { type: 'reported', v: 1, at: clerk.received, by: 'p-王经办', ...report, late: false }
  const second = { ...report, period: '2018-09', text: '已培训两期。' }
  it('keeps the report, and says when it is late', () => {
    expect(given(dutyKind).when(reportProgress(report, due, clerk))).toEqual([reported])
    const [late] = given(dutyKind).when(
      reportProgress(report, due, { ...clerk, received: firstLateInstant('2018-07-10') }),
    )
    expect(late).toMatchObject({ late: true })
  })
  it('takes the one that is due though an earlier one never came, and that one late', () => {
    const october = { ...clerk, received: '2018-10-05T01:00:00.000Z' }
    const [later] = given(dutyKind).when(reportProgress(second, due, october))
    expect(later).toMatchObject({ period: '2018-09', late: false })
    expect(given(dutyKind, later as DutyEvent).when(reportProgress(report, due, october))).toMatchObject([
      { period: '2018-06', late: true },
    ])
  })
  it('is refused on a period that is not asked or has not begun, and once it was sent', () => {
    expect(given(dutyKind).refused(reportProgress({ ...report, period: '2019-03' }, due, clerk))).toEqual([
      'unknown',
      '这一期不需要报送进展；请刷新后再报。',
      {},
    ])
    expect(given(dutyKind).refused(reportProgress({ ...report, period: '2018-12' }, due, clerk))).toEqual([
      'early',
      '2018年第四季度进展报告所报的期间还没有开始；开始之后再报。',
      {},
    ])
    expect(given(dutyKind, reported).refused(reportProgress({ ...report, text: '另有进展。' }, due, clerk))).toEqual([
      'conflict',
      '2018年第二季度进展报告已经报送；请刷新后查看。',
      {},
    ])
    expect(given(dutyKind, reported).when(reportProgress(second, due, clerk))).toHaveLength(1)
  })
  it('is refused where it says what the one before said, word for word', () => {
    expect(given(dutyKind, reported).refused(reportProgress({ ...second, text: report.text }, due, clerk))).toEqual([
      'incomplete',
      '进展情况与上一期相同。',
      { text: '与上一期一字不差；请写明本期的进展' },
    ])
  })
  it('has nothing to do when just this was sent', () => {
    expect(given(dutyKind, reported).when(reportProgress(report, due, clerk))).toEqual([])
  })
})

describe('guiding a unit', () => {
  const officer = { by: 'p-陈科员', received: '2018-07-20T01:00:00.000Z' }
  const guidance = { step: 'implementation', text: '请补充案卷评查。' }
  const guided: DutyEvent = { type: 'guided', v: 1, at: officer.received, by: 'p-陈科员', ...guidance }
  it('is kept, as often as there is something to say', () => {
    expect(given(dutyKind).when(guideUnit(guidance, officer))).toEqual([guided])
    expect(given(dutyKind, guided).when(guideUnit({ ...guidance, text: '很好。' }, officer))).toHaveLength(1)
    expect(given(dutyKind, guided).state.guidance).toEqual([guided])
  })
  it('has nothing to do when the same person has said the same on that day', () => {
    expect(given(dutyKind, guided).when(guideUnit(guidance, officer))).toEqual([])
    const between: DutyEvent = { ...guided, text: '很好。' }
    expect(given(dutyKind, guided, between).when(guideUnit(guidance, officer))).toEqual([])
    expect(given(dutyKind, guided).when(guideUnit(guidance, { ...officer, by: 'p-周科员' }))).toHaveLength(1)
    // The same on another day is another act.
    const nextDay = { ...officer, received: '2018-07-20T16:00:00.000Z' }
    expect(given(dutyKind, guided).when(guideUnit(guidance, nextDay))).toHaveLength(1)
  })
})
