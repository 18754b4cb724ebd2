/** Judgements that an officer drafts and the head signs. */
import { beforeEach, describe, expect, it } from 'vitest'
import { FORM } from '../fixtures/intake-county.ts'
import { CASE, click, count, county, offered, openWholeCounty, page, refusal } from '../fixtures/whole-county.ts'

beforeEach(() => openWholeCounty())

describe('a drafted judgement', () => {
  beforeEach(async () => {
    await county.submitted()
  })
  const draft = (body: object = {}, who = 'officer', key?: string) =>
    click(who, 'steps/review/draft', { outcome: 'accepted', reason: '符合条件', ...body }, key)
  const sign = async (who = 'office-head') =>
    click(who, 'steps/review/draft/sign', { drafted: (await page('office-head')).draft?.drafted })

  it('is the officer’s to draft and the head’s to sign, and the signature is the form’s box', async () => {
    expect(await offered('officer')).toEqual(['draft-decision', 'raise-veto'])
    expect(await offered('office-head')).toEqual([])
    expect((await draft()).page()).toMatchObject({
      step: 'review',
      draft: { by: '钱经办（法制办经办人）', outcomeTitle: '通过', reason: '符合条件' },
    })
    const [signing, otherwise] = (await page('office-head')).commands
    expect(signing).toMatchObject({
      name: 'decide-step',
      path: '/api/cases/2018-2/dazhuang/steps/review/draft/sign',
      fields: [],
      values: { drafted: (await page('officer')).draft?.drafted },
      todo: '签发“初审”',
    })
    expect(otherwise).toMatchObject({ name: 'decide-step', path: '/api/cases/2018-2/dazhuang/steps/review/decide' })
    expect(otherwise?.todo).toBeUndefined()
    const after = (await sign()).page()
    expect(after).toMatchObject({ step: 'selection', kind: 'resolution' })
    expect(after.draft).toBeUndefined()
    expect(after.form?.signOffs.at(-1)).toEqual({
      name: 'countyOffice',
      title: '县法制机构意见',
      printed: '泗县人民政府法制办公室意见',
      on: '2018-05-10',
      by: '赵主任（法制办负责人）',
      opinion: '符合条件',
    })
    expect((await county.events(CASE)).at(-1)).toMatchObject({
      type: 'decided',
      by: 'office-head',
      draftedBy: 'officer',
    })
  })
  it('is read by who drafts or decides alone, be it pending or returned', async () => {
    await draft()
    const reads = async (who: string) => {
      const { draft: pending, draftReturned, timeline } = await page(who)
      const told = timeline.filter(({ event }) => event.startsWith('拟办'))
      return [pending?.reason, draftReturned?.reason, told.length]
    }
    for (const who of ['officer2', 'office-head']) expect(await reads(who)).toEqual(['符合条件', undefined, 1])
    const others = ['secretary', 'group-secretary', 'scorer', 'leader']
    for (const who of others) expect((await county.get(who, 'cases/2018-2/dazhuang')).status).toBe(403)
    const back = { drafted: (await page('office-head')).draft?.drafted, reason: '请核对范围' }
    await click('office-head', 'steps/review/draft/return', back)
    expect((await reads('officer'))[1]).toBe('请核对范围')
    for (const who of others) expect((await county.get(who, 'cases/2018-2/dazhuang')).status).toBe(403)
  })
  it('is read by nobody of the unit before it is signed', async () => {
    await draft()
    const own = await page('dazhuang-clerk')
    expect(own.draft).toBeUndefined()
    expect(own.timeline.at(-1)?.event).toBe('已提交')
    await sign()
    expect((await page('dazhuang-clerk')).timeline.at(-1)).toMatchObject({ event: '通过', reason: '符合条件' })
    expect((await page('officer2')).timeline.map(({ event }) => event)).toContain('拟办：通过')
  })
  it('is refused to whoever drafted it, to the officer alone, and as another than was seen', async () => {
    expect(
      (await click('officer', 'steps/review/decide', { outcome: 'accepted', reason: '已按要求办理' })).status,
    ).toBe(403)
    expect(
      (await refusal(click('office-head', 'steps/review/decide', { outcome: 'accepted', reason: '已按要求办理' })))
        .code,
    ).toBe('elsewhere')
    await draft()
    expect((await sign('officer')).status).toBe(403)
    const seen = (await page('office-head')).draft?.drafted
    county.clock.at = '2018-05-10T03:00:00.000Z'
    const mine = { outcome: 'refused', reason: '不符合条件' }
    // Another's draft gives way to whoever has seen it, and the refusal says whose it is.
    expect(await refusal(draft(mine, 'officer2'))).toMatchObject({
      code: 'conflict',
      error: expect.stringMatching(/^钱经办于2018年5月10日\d+时\d\d分拟制了拟办意见“通过”，您打开页面时还没有；/),
    })
    const offer = (await page('officer2')).commands.find(({ name }) => name === 'draft-decision')
    expect(offer?.values).toEqual({ visit: 2, replaces: seen })
    expect((await draft({ ...mine, ...offer?.values }, 'officer2')).status).toBe(200)
    expect((await refusal(click('office-head', 'steps/review/draft/sign', { drafted: seen }))).error).toContain(
      '您看到的拟办意见之后又修改过',
    )
    expect((await draft({}, 'scorer')).status).toBe(403)
  })
  it('goes back with a reason that the office reads, and is drafted again; twice is once', async () => {
    await draft({}, 'officer', 'the-same-draft')
    expect((await draft({}, 'officer', 'the-same-draft')).status).toBe(200)
    const { draft: seen } = await page('office-head')
    const back = { drafted: seen?.drafted, reason: '请核对范围' }
    expect((await click('office-head', 'steps/review/draft/return', back)).page()).toMatchObject({
      draftReturned: { by: '赵主任（法制办负责人）', reason: '请核对范围' },
    })
    const before = await count()
    expect((await click('office-head', 'steps/review/draft/return', back)).status).toBe(200)
    expect(await count()).toBe(before)
    expect((await page('officer')).commands[0]).toMatchObject({ todo: '拟办被退回：请核对范围' })
    expect((await page('dazhuang-head')).draftReturned).toBeUndefined()
    await draft({ reason: '范围已核对' })
    const { draft: again, commands } = await page('officer')
    expect(commands[0]?.values).toEqual({ visit: 2, replaces: again?.drafted })
    expect((await sign()).page().step).toBe('selection')
  })
  it('that went back is what the next one begins with', async () => {
    const reopened = { outcome: 'returned', reason: '请补正材料', reopens: ['reason'], lastDay: '2018-05-30' }
    await draft(reopened)
    const { draft: seen } = await page('office-head')
    expect(seen?.due).toBe('2018年5月30日24时')
    await click('office-head', 'steps/review/draft/return', { drafted: seen?.drafted, reason: '请核对范围' })
    expect((await page('officer')).commands[0]).toMatchObject({ name: 'draft-decision', values: reopened })
    expect((await draft({ ...reopened, reason: '请补正名称' })).page().draft?.reason).toBe('请补正名称')
  })
  it('of the unit is taken back before it is begun, and not afterwards', async () => {
    expect((await click('dazhuang-clerk', `${FORM}/recall`)).page()).toMatchObject({ step: 'application' })
    expect((await click('dazhuang-clerk', `${FORM}/recall`)).status).toBe(200)
    await click('dazhuang-clerk', `${FORM}/submit`)
    await draft()
    expect((await refusal(click('dazhuang-clerk', `${FORM}/recall`))).error).toContain('已经开始审核')
    expect(await offered('dazhuang-clerk')).toEqual(['enter-withdrawal'])
    expect((await click('caogou-clerk', `${FORM}/recall`)).status).toBe(403)
  })
})
