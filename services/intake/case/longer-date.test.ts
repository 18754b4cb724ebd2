/** A longer date for one unit. */
import { beforeEach, describe, expect, it } from 'vitest'
import { caseKind } from '#case/case.ts'
import { lapse } from '#case/lapse.ts'
import { CASE, click, count, county, openWholeCounty, page, refusal } from '../fixtures/whole-county.ts'

beforeEach(() => openWholeCounty())

describe('a longer date', () => {
  const extend = (step: string, lastDay: string, who = 'office-head') =>
    click(who, `steps/${step}/extend`, { lastDay, reason: '汛期延后' })

  it('is given by the head, before the case is opened too, once', async () => {
    expect((await extend('application', '2018-05-20')).page()).toMatchObject({ step: 'nowhere', seen: 1 })
    expect((await extend('application', '2018-05-20')).status).toBe(200)
    expect(await count()).toBe(1)
    county.clock.at = '2018-05-18T02:00:00.000Z'
    expect((await page('dazhuang-clerk')).commands).toMatchObject([{ name: 'open-case', todo: '开始填写“创建申请”' }])
    expect((await page('office-head')).commands.map(({ name }) => name)).toEqual(['extend-case'])
    expect((await click('dazhuang-clerk', 'open')).page().due).toMatchObject({ said: '2018年5月20日24时' })
    expect((await page('officer')).timeline[0]).toMatchObject({
      step: '创建申请',
      event: '期限延长至2018年5月20日24时',
      reason: '汛期延后',
    })
  })
  it('says that nothing changes when that is the date, and asks first, with the day that holds and the new one', async () => {
    const [offer] = (await page('office-head')).commands
    expect(offer?.confirm).toBe(
      '“创建申请”的期限由2018年5月15日24时延长至{lastDay}24时。延长后只能再延长，不能缩短。是否延长？',
    )
    expect(offer?.fields[0]).toMatchObject({ name: 'lastDay', after: '2018-05-15' })
    const same = await refusal(extend('application', '2018-05-15'))
    expect([same.error, Object.keys(same.fields ?? {})]).toEqual([expect.stringContaining('没有改动'), ['lastDay']])
    expect(await count()).toBe(0)
    await extend('application', '2018-05-20')
    expect((await page('office-head')).commands[0]).toMatchObject({
      confirm: expect.stringContaining('由2018年5月20日24时延长至'),
    })
  })
  it('opens a case again that time has ended, and is offered there', async () => {
    await click('dazhuang-clerk', 'open')
    county.clock.at = '2018-05-15T16:03:00.000Z'
    await county.run(caseKind, CASE, lapse(county.clock.at))
    const [offer] = (await page('office-head')).commands
    expect(offer).toMatchObject({
      name: 'extend-case',
      path: '/api/cases/2018-2/dazhuang/steps/application/extend',
    })
    expect((await extend('application', '2018-05-25')).page()).toMatchObject({ step: 'application', ended: false })
  })
  it('is refused for a unit that is not in scope', async () => {
    const path = 'huangwei/steps/application/extend'
    const answer = await county.click('office-head', path, { lastDay: '2018-05-20', reason: '汛期延后' })
    expect(answer.refusal()).toMatchObject({ code: 'conflict', error: expect.stringContaining('不在创建范围内') })
    expect(await county.events('case/2018-2/huangwei')).toEqual([])
  })
  it('is refused to officers, to the unit, earlier than now, and where no date is', async () => {
    await click('dazhuang-clerk', 'open')
    for (const who of ['officer', 'dazhuang-head'])
      expect((await extend('application', '2018-05-20', who)).status).toBe(403)
    expect((await refusal(extend('application', '2018-05-01'))).fields).toEqual({ lastDay: '请填写更晚的日期' })
    expect((await refusal(extend('review', '2018-06-01'))).fields).toHaveProperty('step')
  })
})
