/** Days on which it cannot have happened, or that nobody meant: before the call, before its list, in a far year. */
import { beforeEach, expect, it } from 'vitest'
import { caseKind } from '#case/case.ts'
import type { CaseEvent } from '#case/case-events.ts'
import { procedureAt, variantOf } from '#procedure/procedures.ts'
import { AT, type County, complete, FORM, file, intakeCounty, terms, wholeTerms } from '../fixtures/intake-county.ts'

const procedure = procedureAt('creation-2018@1')
if (!procedure) throw new Error('the whole procedure is not listed')
let county: County
/** The case of 大庄镇 at a step of the whole procedure, whatever led there. */
const standAt = (to: string) =>
  county.run(caseKind, 'case/2018-2/dazhuang', (): readonly CaseEvent[] => {
    const head = { v: 1, at: AT, by: 'dazhuang-clerk' } as const
    const opening = { batch: '2018-2', unit: 'dazhuang', trial: false, procedure: variantOf(procedure), dates: {} }
    return [
      { ...head, ...opening, type: 'opened' },
      { ...head, type: 'decided', step: 'application', visit: 1, outcome: 'submitted', to },
    ]
  })
const step = (name: string, what: string) => `batches/2018-2/steps/${name}/${what}`
beforeEach(async () => {
  county = await intakeCounty()
  await county.call(wholeTerms)
})

const meeting = {
  ...{ meeting: '领导小组会议', number: '3', minutes: file(9), present: ['王伟', '李明'], absent: [] },
  ...{ how: { kind: 'discussion' }, cases: ['dazhuang'], outcome: 'cultivated', exceptions: [], recusals: [] },
}
const record = (date: string) => county.post('group-secretary', step('selection', 'resolutions'), { ...meeting, date })

it('a meeting is held neither before the call nor before its list was submitted', async () => {
  await standAt('selection')
  expect((await record('2018-05-09')).refusal().fields).toEqual({
    date: '会议日期不能早于创建通知发布之日（2018年5月10日）',
  })
  county.clock.at = '2018-05-20T02:00:00.000Z'
  await county.post('officer', step('selection', 'list'), { cases: ['dazhuang'], visits: { dazhuang: 2 }, text: '' })
  expect((await record('2018-05-19')).refusal()).toMatchObject({
    error: '会议决定还不能登记：会议日期不能早于提请审议之日（2018年5月20日）。',
    fields: { date: '会议日期不能早于提请审议之日（2018年5月20日）' },
  })
  expect((await record('2018-05-20')).status).toBe(200)
})

it('nothing is decided, named or found of a case before the day on which it came there', async () => {
  county.clock.at = '2018-06-25T02:00:00.000Z'
  const came = (to: string) =>
    county.run(caseKind, 'case/2018-2/dazhuang', (): readonly CaseEvent[] => [
      {
        ...({ type: 'decided', v: 1, at: county.clock.at, by: 'officer', visit: 2 } as const),
        ...{ step: 'notice', outcome: 'clear', to },
      },
    ])
  const early = (label: string) => `${label}不能早于大庄镇“公示”有结果之日（2018年6月25日）`
  await standAt('notice')
  await came('executiveMeeting')
  const name = (date: string) =>
    county.post('secretary', step('executiveMeeting', 'resolutions'), { ...meeting, outcome: 'named', date })
  expect((await name('2018-06-24')).refusal().fields).toEqual({ date: early('会议日期') })
  expect((await name('2018-06-25')).status).toBe(200)
})

it('a document is dated neither before the call nor years ahead', async () => {
  await standAt('naming')
  const prepare = (date: string) =>
    county.post('officer', step('naming', 'announcements'), {
      title: '决定',
      number: '1',
      date,
      commends: 'without',
      cases: ['dazhuang'],
    })
  expect((await prepare('2018-05-09')).refusal()).toMatchObject({
    error: '还不能拟制：成文日期不能早于创建通知发布之日（2018年5月10日）。',
    fields: { date: expect.stringContaining('不能早于') },
  })
  expect((await prepare('2028-12-31')).refusal().fields).toEqual({ date: '成文日期最多比今天晚一年' })
  for (const date of ['2018-05-10', '2019-05-10']) expect((await prepare(date)).status).toBe(200)
})

it('nothing is found by an inquiry before the call', async () => {
  await standAt('assessment')
  const found = (on: string) => county.record('scorer', 'hearing', { on })
  expect((await found('2018-05-09')).refusal().fields).toEqual({
    on: '日期不能早于创建通知发布之日（2018年5月10日）',
  })
  expect((await found('2018-05-10')).status).toBe(200)
})

it('no paper is signed before the approval on which the batch rests, and no form is returned for years', async () => {
  county = await intakeCounty()
  await county.call()
  await county.click('dazhuang-clerk', 'dazhuang/open')
  const saved = (await county.click('dazhuang-clerk', `dazhuang/${FORM}/save`, complete)).page()
  const covers = saved.form?.digest
  await county.click('dazhuang-legal', `dazhuang/${FORM}/sign`, { signOff: 'legalOffice', opinion: '同意', covers })
  const sign = (on: string) =>
    county.click('dazhuang-clerk', `dazhuang/${FORM}/sign`, {
      ...{ signOff: 'unitHead', opinion: '同意', signer: '郑镇长', scan: file(4), covers, on },
    })
  expect(terms.approval.date).toBe('2018-03-01')
  expect((await sign('2018-02-28')).refusal().fields).toEqual({
    on: '签署日期不能早于创建活动的批准日期（2018年3月1日）',
  })
  // Nor before what it signs was saved.
  expect((await sign('2018-03-01')).refusal().fields).toEqual({
    on: expect.stringContaining('早于本表最后保存之日（2018年5月10日）'),
  })
  expect((await sign('2018-05-10')).status).toBe(200)
  await county.submitted('caogou')
  const back = (lastDay: string) =>
    county.click('officer', 'caogou/steps/review/decide', {
      ...{ outcome: 'returned', reason: '请补充材料。', reopens: ['project'], lastDay },
    })
  expect((await back('2028-12-31')).refusal().fields).toEqual({
    lastDay: '补正截止日期不能晚于一年以后（2019年5月10日）',
  })
  expect((await back('2019-05-10')).status).toBe(200)
})
