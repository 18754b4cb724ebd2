/** Nobody decides on what they have not seen: a page that was left open while the case went away and came back. */
import { beforeEach, describe, expect, it } from 'vitest'
import type { OfferedCommand } from '#contracts/case-page.ts'
import { type County, complete, FORM, intakeCounty, wholeTerms } from '../fixtures/intake-county.ts'

const CASE = 'case/2018-2/dazhuang'
let county: County
const page = async (who: string) => (await county.get(who, 'cases/2018-2/dazhuang')).page()
const offered = async (who: string, name: OfferedCommand['name']) =>
  (await page(who)).commands.find((one) => one.name === name)
const count = async () => (await county.events(CASE)).length
const accepted = { outcome: 'accepted', reason: '符合条件。' }

/** The unit mends its form and hands it in again. */
async function handInAgain(reason: string) {
  county.clock.at = '2018-05-10T03:00:00.000Z'
  await county.click('dazhuang-clerk', `dazhuang/${FORM}/save`, { ...complete, reason })
  await county.signAll('dazhuang')
  return county.click('dazhuang-clerk', `dazhuang/${FORM}/submit`)
}
const send = (who: string, stale: OfferedCommand | undefined, more: object) => {
  const { path = '', values = {} } = stale ?? {}
  return county.post(who, path.replace('/api/', ''), { ...values, ...more })
}
const SAID = '您打开页面之后，本件离开过本环节又回来，其间修改了“申请理由”；本次没有办理，您填写的内容仍在。'

describe('where one person decides', () => {
  beforeEach(async () => {
    county = await intakeCounty()
    await county.call()
    await county.submitted()
  })

  it('what another officer has returned and the unit has changed: says so, by whom, and writes nothing', async () => {
    const stale = await offered('officer', 'decide-step')
    const returned = { outcome: 'returned', reason: '理由不足', reopens: ['reason'] }
    await county.click('officer2', 'dazhuang/steps/review/decide', returned)
    await handInAgain('补充了理由')
    const before = await count()
    const answer = await send('officer', stale, accepted)
    expect([answer.status, answer.refusal().code]).toEqual([409, 'elsewhere'])
    expect(answer.refusal().error).toBe(
      `${SAID}请核对现在的内容后再办；页面没有更新的，请刷新。最近一次办理：dazhuang经办（创建单位经办人）于2018年5月10日11时00分办理“创建申请·已提交”。`,
    )
    expect(await count()).toBe(before)
    const fresh = await offered('officer', 'decide-step')
    expect((await send('officer', fresh, accepted)).page().step).toBe('notice')
    // The same click, whose answer was lost, and one from the page that is stale by now: all is done.
    expect((await send('officer', stale, accepted)).status).toBe(200)
    expect(await count()).toBe(before + 1)
  })
  it('what the unit has taken back and handed in anew, also where nothing of it has changed', async () => {
    const stale = await offered('officer', 'decide-step')
    await county.click('dazhuang-clerk', `dazhuang/${FORM}/recall`)
    await handInAgain('补充了理由')
    expect((await send('officer', stale, accepted)).refusal().error).toContain(SAID)
    const again = await offered('officer', 'decide-step')
    await county.click('dazhuang-clerk', `dazhuang/${FORM}/recall`)
    await county.click('dazhuang-clerk', `dazhuang/${FORM}/submit`)
    expect((await send('officer', again, accepted)).refusal().error).toMatch(
      /^您打开页面之后，本件离开过本环节又回来；/,
    )
    expect((await page('officer')).step).toBe('review')
  })
  it('is asked of whoever sends no visit, in a sentence', async () => {
    const answer = await county.post('officer', 'cases/2018-2/dazhuang/steps/review/decide', accepted)
    expect(answer.refusal().fields).toEqual({ visit: '缺少所见申报件的编号；请刷新，核对后再办' })
  })
  it('a form that a colleague has changed, when it is handed in or taken back', async () => {
    await county.click('dazhuang-clerk', `dazhuang/${FORM}/recall`)
    const stale = await offered('dazhuang-clerk', 'submit-form')
    await county.click('dazhuang-clerk', `dazhuang/${FORM}/save`, { ...complete, reason: '另写的理由' })
    await county.signAll('dazhuang')
    const before = await count()
    expect((await send('dazhuang-clerk', stale, {})).refusal()).toMatchObject({
      code: 'elsewhere',
      error: expect.stringMatching(/^您看到的表格之后又被修改过，本次没有提交；请刷新，核对后再提交。/),
    })
    expect(await count()).toBe(before)
    await county.click('dazhuang-clerk', `dazhuang/${FORM}/submit`)
    const recall = await offered('dazhuang-clerk', 'recall-form')
    const returned = { outcome: 'returned', reason: '理由不足', reopens: ['reason'] }
    await county.click('officer2', 'dazhuang/steps/review/decide', returned)
    await handInAgain('再次补充了理由')
    expect((await send('dazhuang-clerk', recall, {})).refusal().code).toBe('elsewhere')
    expect((await page('officer')).step).toBe('review')
  })
})

describe('where one drafts and another signs', () => {
  beforeEach(async () => {
    county = await intakeCounty()
    await county.call(wholeTerms)
    await county.submitted()
  })

  it('a draft is refused like a decision, and is sent on from the new page', async () => {
    const stale = await offered('officer', 'draft-decision')
    await county.click('dazhuang-clerk', `dazhuang/${FORM}/recall`)
    await handInAgain('补充了理由')
    const before = await count()
    expect((await send('officer', stale, accepted)).refusal().error).toContain(SAID)
    expect(await count()).toBe(before)
    const fresh = await offered('officer', 'draft-decision')
    expect((await send('officer', fresh, accepted)).page().draft).toMatchObject({ outcome: 'accepted' })
    expect((await send('officer', fresh, accepted)).status).toBe(200)
    expect(await count()).toBe(before + 1)
  })
  it('a decision in place of a draft names the draft that it leaves aside', async () => {
    await county.click('officer', 'dazhuang/steps/review/draft', accepted)
    const decide = async () =>
      (await page('office-head')).commands.findLast(({ name, fields }) => name === 'decide-step' && fields.length > 0)
    const stale = await decide()
    county.clock.at = '2018-05-10T03:00:00.000Z'
    const [seen] = (await page('officer2')).commands
    await county.click('officer2', 'dazhuang/steps/review/draft', {
      ...seen?.values,
      outcome: 'refused',
      reason: '不符合条件',
    })
    const before = await count()
    const mine = { outcome: 'refused', reason: '不在创建范围内。' }
    expect((await send('office-head', stale, mine)).refusal()).toMatchObject({
      code: 'conflict',
      error: expect.stringContaining('孙经办于2018年5月10日11时00分拟制了拟办意见“不予通过”，您打开页面时还没有'),
    })
    expect(await count()).toBe(before)
    expect((await send('office-head', await decide(), mine)).page().step).toBe('refused')
  })
  it('a longer date, by whoever looked at it before the case came back', async () => {
    await county.click('officer', 'dazhuang/steps/review/draft', {
      outcome: 'returned',
      reason: '理由不足',
      reopens: ['reason'],
    })
    await county.click('office-head', 'dazhuang/steps/review/draft/sign', {
      drafted: (await page('office-head')).draft?.drafted,
    })
    const stale = await offered('office-head', 'extend-case')
    await handInAgain('补充了理由')
    await county.click('officer', 'dazhuang/steps/review/draft', {
      outcome: 'returned',
      reason: '仍然不足',
      reopens: ['reason'],
    })
    await county.click('office-head', 'dazhuang/steps/review/draft/sign', {
      drafted: (await page('office-head')).draft?.drafted,
    })
    const longer = { lastDay: '2018-06-30', reason: '汛期延后' }
    const before = await count()
    expect((await send('office-head', stale, longer)).refusal().code).toBe('elsewhere')
    expect(await count()).toBe(before)
    expect((await send('office-head', await offered('office-head', 'extend-case'), longer)).status).toBe(200)
  })
})
