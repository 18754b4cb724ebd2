import { beforeEach, describe, expect, it } from 'vitest'
import { batchKind } from '#batch/batch.ts'
import { remindersKind, remindersStream, remindUnits } from '#batch/remind-units.ts'
import { applyLine } from '#case/apply-line.ts'
import { caseKind } from '#case/case.ts'
import { lapse } from '#case/lapse.ts'
import { remindedPage, remindersPage } from '#contracts/reminders.ts'
import { type County, intakeCounty, LATE_FROM, wholeTerms } from '../fixtures/intake-county.ts'

const text = '请在2018年5月15日24时前提交创建申请。'
let county: County
beforeEach(async () => {
  county = await intakeCounty()
  await county.call()
})
const ask = (units: string[], more: object = {}, who = 'officer') =>
  county.post(who, 'batches/2018-2/reminders', { units, text, seen: 0, ...more })
const remind = async (...args: Parameters<typeof ask>) => remindedPage.parse((await ask(...args)).body)
const shown = async (who: string, unit: string) => (await county.get(who, `cases/2018-2/${unit}`)).page().reminder

describe('reminding units', () => {
  it('is one commit over those who have not begun and those who have not handed in, and each of them reads it', async () => {
    await county.click('caogou-clerk', 'caogou/open')
    const page = await remind(['dazhuang', 'caogou'])
    expect(page).toEqual({
      seen: 1,
      last: [{ at: county.clock.at, by: '钱经办', text, units: ['dazhuang', 'caogou'] }],
      reminded: [
        { unit: 'caogou', name: '草沟镇' },
        { unit: 'dazhuang', name: '大庄镇' },
      ],
      leftOut: [],
    })
    expect(await county.events('reminders/2018-2')).toEqual([
      { type: 'unitsReminded', v: 1, at: county.clock.at, by: 'officer', units: ['dazhuang', 'caogou'], text },
    ])
    for (const unit of ['dazhuang', 'caogou'])
      for (const who of [`${unit}-clerk`, 'officer2'])
        expect(await shown(who, unit)).toEqual({ at: county.clock.at, by: '钱经办', text })
  })

  it('leaves out who has handed in, with a line, and does nothing when nobody is left', async () => {
    await county.submitted('caogou')
    const page = await remind(['dazhuang', 'caogou', 'huangwei'])
    expect(page.reminded).toEqual([{ unit: 'dazhuang', name: '大庄镇' }])
    expect(page.leftOut).toEqual([
      { unit: 'caogou', name: '草沟镇', why: '现处“初审”' },
      { unit: 'huangwei', name: '黄圩小学', why: '不在创建范围内' },
    ])
    expect(await remind(['caogou'], { seen: 1 })).toMatchObject({ seen: 1, reminded: [] })
    expect(await county.events('reminders/2018-2')).toHaveLength(1)
  })

  it('leaves out everybody once applications have ended', async () => {
    county.clock.at = LATE_FROM
    expect((await remind(['dazhuang'])).leftOut).toEqual([{ unit: 'dazhuang', name: '大庄镇', why: '已过截止时间' }])
  })

  it('goes to a unit that was given longer to begin until its own date', async () => {
    const longer = { lastDay: '2018-05-20', reason: '汛期延后' }
    expect((await county.click('office-head', 'dazhuang/steps/application/extend', longer)).status).toBe(200)
    county.clock.at = LATE_FROM
    const page = await remind(['dazhuang', 'caogou'])
    expect(page.reminded.map(({ unit }) => unit)).toEqual(['dazhuang'])
    expect(page.leftOut).toEqual([{ unit: 'caogou', name: '草沟镇', why: '已过截止时间' }])
    county.clock.at = '2018-05-20T16:00:00.000Z'
    expect((await remind(['dazhuang'], { seen: 1 })).leftOut).toHaveLength(1)
  })

  it('is answered as it was when it is asked again, whoever has handed in since and were the batch cancelled', async () => {
    const body = { units: ['dazhuang', 'caogou'], text, seen: 0 }
    const again = () => county.post('officer', 'batches/2018-2/reminders', body, 'reminded-once')
    const { reminded } = remindedPage.parse((await again()).body)
    expect(reminded).toHaveLength(2)
    await county.submitted('caogou')
    expect(remindedPage.parse((await again()).body)).toMatchObject({ reminded, leftOut: [] })
    const { at } = county.clock
    const cancelled = {
      type: 'batchCancelled',
      v: 1,
      at,
      by: 'office-head',
      preparedBy: 'officer',
      preparedAt: at,
    } as const
    await county.run(batchKind, 'batch/2018-2', () => [{ ...cancelled, reason: '机构调整。' }])
    expect((await again()).status).toBe(200)
    expect((await ask(['dazhuang'], { seen: 1 })).status).toBe(409)
    expect(await county.events('reminders/2018-2')).toHaveLength(1)
  })

  it('is the office’s alone, and takes a short text about units that exist', async () => {
    for (const who of ['dazhuang-clerk', 'secretary']) expect((await ask(['dazhuang'], {}, who)).status).toBe(403)
    expect((await ask(['dazhuang'], { text: '快'.repeat(201) })).refusal().fields).toEqual({
      text: '提醒内容最多200字，收到201字；请删减',
    })
    expect((await ask(['dazhuang'], { text: '请打13955571234' })).refusal().fields).toHaveProperty('text')
    expect((await ask([])).refusal().fields).toEqual({ units: '请至少选择一个单位' })
    expect((await ask(['nowhere'])).status).toBe(404)
    expect(await county.events('reminders/2018-2')).toEqual([])
  })

  it('is not repeated within an hour by somebody who has not seen the first', async () => {
    await remind(['dazhuang'])
    expect(await ask(['dazhuang'], {}, 'officer2')).toMatchObject({ status: 409, body: { code: 'conflict' } })
    const list = remindersPage.parse((await county.get('officer2', 'batches/2018-2/reminders')).body)
    expect(list.last).toMatchObject([{ by: '钱经办', units: ['dazhuang'] }])
    expect((await remind(['dazhuang'], { seen: list.seen }, 'officer2')).seen).toBe(2)
  })
})

it('reminds of a report that is due, and of a later form at its entry', async () => {
  county = await intakeCounty()
  await county.call(wholeTerms)
  await county.submitted()
  const to = async (step: string, act: { stream: string; number: number }, outcome: string) =>
    county.run(
      caseKind,
      'case/2018-2/dazhuang',
      applyLine({ step, outcome, act }, { by: 'officer', received: county.clock.at }),
    )
  const decided = { outcome: 'accepted', reason: '符合条件' }
  const { draft } = (await county.click('officer', 'dazhuang/steps/review/draft', decided)).page()
  await county.click('office-head', 'dazhuang/steps/review/draft/sign', { drafted: draft?.drafted })
  await to('selection', { stream: 'resolution/2018-2/selection', number: 1 }, 'cultivated')
  expect((await remind(['dazhuang'])).leftOut).toEqual([
    { unit: 'dazhuang', name: '大庄镇', why: '现处“创建实施”，没有应报未报的报告' },
  ])
  county.clock.at = '2018-07-02T02:00:00.000Z'
  const reports = '请抓紧报送2018年第二季度进展报告。'
  expect((await remind(['dazhuang'], { text: reports })).reminded).toEqual([{ unit: 'dazhuang', name: '大庄镇' }])
  expect(await shown('dazhuang-clerk', 'dazhuang')).toMatchObject({ by: '钱经办', text: reports })
  // Whoever has reported since is reminded of nothing, and reads nothing of it any more.
  county.clock.at = '2018-07-03T02:00:00.000Z'
  const report = { period: '2018-06', text: '各项任务按计划推进。' }
  await county.click('dazhuang-clerk', 'dazhuang/steps/implementation/reports', report)
  expect(await shown('dazhuang-clerk', 'dazhuang')).toBeUndefined()
  expect((await remind(['dazhuang'], { seen: 1 })).leftOut).toHaveLength(1)
  county.clock.at = '2018-10-31T16:03:00.000Z'
  await county.run(caseKind, 'case/2018-2/dazhuang', lapse(county.clock.at))
  county.clock.at = '2018-11-20T02:00:00.000Z'
  expect((await remind(['dazhuang'], { seen: 1 })).reminded).toEqual([{ unit: 'dazhuang', name: '大庄镇' }])
  expect(await shown('dazhuang-clerk', 'dazhuang')).toMatchObject({ by: '钱经办', text })
})

describe('a reminder on the unit’s page', () => {
  it('goes when the unit has handed in, and does not come back with a return', async () => {
    await remind(['dazhuang'])
    await county.submitted('dazhuang')
    expect(await shown('dazhuang-clerk', 'dazhuang')).toBeUndefined()
    const back = { outcome: 'returned', reason: '请补充材料。', reopens: ['project'] }
    await county.click('officer2', 'dazhuang/steps/review/decide', back)
    expect(await shown('dazhuang-clerk', 'dazhuang')).toBeUndefined()
    county.clock.at = new Date(Date.parse(county.clock.at) + 86_400_000).toISOString()
    await remind(['dazhuang'], { text: '补正材料请尽快提交。', seen: 1 })
    expect(await shown('dazhuang-clerk', 'dazhuang')).toMatchObject({ text: '补正材料请尽快提交。' })
  })
  it('is not shown when it crossed with the handing in', async () => {
    await county.submitted('dazhuang')
    const received = new Date(Date.parse(county.clock.at) + 1000).toISOString()
    const crossed = remindUnits({ units: ['dazhuang'], text, seen: 0 }, { by: 'officer', received })
    await county.run(remindersKind, remindersStream('2018-2'), crossed)
    expect(await shown('dazhuang-clerk', 'dazhuang')).toBeUndefined()
  })
})
