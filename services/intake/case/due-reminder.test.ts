import { beforeEach, describe, expect, it } from 'vitest'
import { applyLine } from '#case/apply-line.ts'
import { caseKind } from '#case/case.ts'
import { type Reminded, remindedKind, remindedStream, remindOfDue } from '#reminders/due-reminders.ts'
import { inspectionKind, inspectionStream } from '#steps/work/inspection.ts'
import { type County, intakeCounty, LATE_FROM, wholeTerms } from '../fixtures/intake-county.ts'

let county: County
beforeEach(async () => {
  county = await intakeCounty()
})
const later = (ms = 1000) => {
  county.clock.at = new Date(Date.parse(county.clock.at) + ms).toISOString()
}
const remind = (...lines: Reminded[]) => {
  later()
  const said = remindOfDue(lines, { received: county.clock.at })
  return county.run(remindedKind, remindedStream('2018-2', 'dazhuang'), said)
}
const page = async (who: string) => (await county.get(who, 'cases/2018-2/dazhuang')).page()
const FORM: Reminded = { kind: 'form', step: 'application', title: '“创建申请”', lateFrom: LATE_FROM, days: 7 }
const text = '“创建申请”的截止时间是2018年5月15日24时，请按时提交。'

describe('a reminder that went out by itself', () => {
  it('of a date that has moved since is shown no more, and of one that has passed for good neither', async () => {
    await county.call()
    await remind({ ...FORM, lateFrom: '2018-05-10T16:00:00.000Z' })
    expect((await page('dazhuang-clerk')).dueReminder).toBeUndefined()
    await remind(FORM)
    expect((await page('dazhuang-clerk')).dueReminder?.text).toBe(text)
    county.clock.at = LATE_FROM
    expect((await page('dazhuang-clerk')).dueReminder).toBeUndefined()
  })

  it('is read by the unit’s clerk, its head and the office, begun or not, and in the timeline as the system’s', async () => {
    await county.call()
    await remind(FORM)
    const { at } = county.clock
    for (const who of ['dazhuang-clerk', 'dazhuang-head', 'officer'])
      expect(await page(who)).toMatchObject({ dueReminder: { at, text } })
    await county.click('dazhuang-clerk', 'dazhuang/open')
    const { dueReminder, timeline, reminder } = await page('dazhuang-head')
    expect(dueReminder).toEqual({ at, text })
    expect(reminder).toBeUndefined()
    expect(timeline).toContainEqual({ at, step: '到期提醒', event: text, by: '系统', files: [] })
  })

  it('goes when the form is handed in, stays in the timeline, and does not come back with a return', async () => {
    await county.call()
    await remind(FORM)
    later()
    await county.submitted('dazhuang')
    expect((await page('dazhuang-clerk')).dueReminder).toBeUndefined()
    const back = { outcome: 'returned', reason: '请补充材料。', reopens: ['project'] }
    await county.click('officer2', 'dazhuang/steps/review/decide', back)
    const { dueReminder, timeline } = await page('dazhuang-clerk')
    expect(dueReminder).toBeUndefined()
    expect(timeline.filter(({ step }) => step === '到期提醒')).toHaveLength(1)
    expect(timeline.map(({ at }) => at)).toEqual(timeline.map(({ at }) => at).toSorted())
  })
})

it('of a report and a finding goes when the one is sent and the other answered, each for itself', async () => {
  await county.call(wholeTerms)
  await county.submitted()
  const decided = { outcome: 'accepted', reason: '符合条件' }
  const { draft } = (await county.click('officer', 'dazhuang/steps/review/draft', decided)).page()
  await county.click('office-head', 'dazhuang/steps/review/draft/sign', { drafted: draft?.drafted })
  const act = { stream: 'resolution/2018-2/selection', number: 1 }
  await county.run(
    caseKind,
    'case/2018-2/dazhuang',
    applyLine({ step: 'selection', outcome: 'cultivated', act }, { by: 'officer', received: county.clock.at }),
  )
  const inspected = (event: object) =>
    county.run(inspectionKind, inspectionStream('2018-2', 'dazhuang'), () => [
      inspectionKind.parse({ v: 1, at: county.clock.at, by: 'officer', ...event }),
    ])
  await inspected({
    ...{ type: 'visited', step: 'implementation', on: '2018-06-20', place: '镇政府', visitors: ['officer'] },
    ...{ text: '看了台账。', files: [], findings: [{ text: '台账不全', lastDay: '2018-07-05' }] },
  })
  county.clock.at = '2018-07-02T02:00:00.000Z'
  const report: Reminded = {
    ...{ kind: 'report', step: 'implementation', period: '2018-06', title: '2018年第二季度进展报告' },
    ...{ lateFrom: '2018-07-10T16:00:00.000Z', days: 3 },
  }
  const finding: Reminded = {
    ...{ kind: 'finding', n: 1, item: 1, title: '第1次监督检查的问题1', lateFrom: '2018-07-05T16:00:00.000Z', days: 3 },
  }
  await remind(report, finding)
  const shown = async () => (await page('dazhuang-clerk')).dueReminder?.text
  expect(await shown()).toBe(
    '2018年第二季度进展报告的截止时间是2018年7月10日24时，请按时报送；第1次监督检查的问题1的截止时间是2018年7月5日24时，请按时报送整改情况。',
  )
  const progress = { text: '制度已建立。', period: '2018-06' }
  expect((await county.click('dazhuang-clerk', 'dazhuang/steps/implementation/reports', progress)).status).toBe(200)
  expect(await shown()).toMatch(/^第1次监督检查的问题1/)
  await inspected({ type: 'findingAnswered', n: 1, item: 1, text: '已补齐。', files: [], late: false })
  expect(await shown()).toBeUndefined()
})
