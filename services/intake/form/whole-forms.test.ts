/** Forms of a procedure that has several: who signs, who fills in, what is read of the others. */
import { beforeEach, describe, expect, it } from 'vitest'
import { earlierPage } from '#contracts/case-page.ts'
import { complete, completeAsKept, FORM, file, usedAs } from '../fixtures/intake-county.ts'
import {
  atDeclaration,
  CASE,
  click,
  count,
  county,
  DECLARATION,
  declared,
  earlier,
  openWholeCounty,
  page,
  refusal,
} from '../fixtures/whole-county.ts'

beforeEach(() => openWholeCounty())

describe('a signer', () => {
  it('sends the form back to the clerk, who mends it', async () => {
    await click('dazhuang-clerk', 'open')
    await click('dazhuang-clerk', `${FORM}/save`, complete)
    const covers = (await page('dazhuang-legal')).form?.digest
    const decline = { signOff: 'legalOffice', covers, reason: '理由太短' }
    expect((await click('dazhuang-clerk', `${FORM}/decline`, decline)).status).toBe(403)
    expect((await click('dazhuang-head', `${FORM}/decline`, decline)).status).toBe(403)
    const shown = (await click('dazhuang-legal', `${FORM}/decline`, decline)).page()
    expect(shown.form?.declined).toEqual({
      title: '本单位法制机构意见',
      by: 'dazhuang法制（创建单位法制机构负责人）',
      reason: '理由太短',
    })
    const before = await count()
    expect((await click('dazhuang-legal', `${FORM}/decline`, decline)).status).toBe(200)
    expect(await count()).toBe(before)
    expect((await page('dazhuang-clerk')).commands[0]).toMatchObject({
      name: 'save-form',
      todo: '签署人退回修改：理由太短',
      values: { base: covers },
    })
    const mended = await click('dazhuang-clerk', `${FORM}/save`, { ...complete, reason: '写得更长一些' })
    expect(mended.page().form?.declined).toBeUndefined()
  })
})

describe('a form', () => {
  it('that nobody knows is unknown, and one of another step stands elsewhere', async () => {
    expect(await click('dazhuang-clerk', 'forms/nonsense/save', {})).toMatchObject({ status: 404 })
    await click('dazhuang-clerk', 'open')
    expect((await refusal(click('dazhuang-clerk', `${DECLARATION}/save`, declared))).code).toBe('elsewhere')
  })
  it('begins with what another one says already, for the unit alone, until something is saved', async () => {
    await atDeclaration()
    const { form } = await page('dazhuang-clerk')
    const [contact, phone] = [complete.contact, complete.phone]
    expect(form?.values).toEqual({ contact, phone })
    expect(form?.takenOver).toEqual([
      { name: 'contact', title: '创建申请表' },
      { name: 'phone', title: '创建申请表' },
    ])
    const seen = (await page('officer')).form
    expect([seen?.values, seen?.takenOver]).toEqual([{}, undefined])
    const saved = (await click('dazhuang-clerk', `${DECLARATION}/save`, { reason: '创建达标', contact: '陈明' })).page()
    expect([saved.form?.values, saved.form?.takenOver]).toEqual([{ reason: '创建达标', contact: '陈明' }, undefined])
    expect((await page('dazhuang-clerk')).form?.values).toEqual({ reason: '创建达标', contact: '陈明' })
  })
  it('of a later step is another paper: what is personal apart, its own sign-offs, the first one beside it', async () => {
    await atDeclaration()
    const empty = await page('dazhuang-clerk')
    expect(empty).toMatchObject({ step: 'declaration', form: { name: 'creation-declaration', missing: [] } })
    expect(empty.form?.digest).toBeUndefined()
    expect(empty.others).toEqual([{ name: 'creation-application', title: '创建申请表', step: 'application' }])
    const wrong = await refusal(click('dazhuang-clerk', `${DECLARATION}/save`, { email: 'x', creationPlan: [] }))
    expect(wrong).toEqual({
      code: 'incomplete',
      error: '“单位申报表”有2处需要修改。',
      fields: { email: expect.stringContaining('电子邮箱应为'), creationPlan: '没有这一填写栏' },
    })
    const saved = (await click('dazhuang-clerk', `${DECLARATION}/save`, declared)).page()
    const kept = { ...declared, report: [usedAs(1)], experience: [usedAs(2)] }
    expect(saved.form).toMatchObject({ values: kept, missing: [] })
    const [, event] = (await county.events(CASE)).slice(-2) as { attachments?: string[] }[]
    expect(event?.attachments).toEqual([file(1), file(2)])
    expect(JSON.stringify(await county.events(CASE))).not.toContain('13955571234')
    expect((await county.get('officer', 'cases/2018-2/dazhuang')).text).not.toContain('dz@example.gov.cn')
    await county.signAll('dazhuang', 'creation-declaration')
    expect((await click('dazhuang-clerk', `${DECLARATION}/submit`)).page()).toMatchObject({
      step: 'acceptance',
      form: { name: 'creation-declaration' },
    })
    const back = { outcome: 'returned', reason: '请补充材料', reopens: ['report', 'phone'] }
    await click('officer', 'steps/acceptance/draft', back)
    const { draft } = await page('office-head')
    // The later of the declaration's own date and ten days from the signature.
    expect(draft).toMatchObject({
      reopens: ['report', 'phone'],
      due: expect.stringMatching(/^2018年11月30日24时（没有另定，/),
    })
    const returned = await click('office-head', 'steps/acceptance/draft/sign', { drafted: draft?.drafted })
    expect(returned.page()).toMatchObject({ step: 'declaration', due: { said: '2018年11月30日24时' } })
    await click('dazhuang-clerk', `${DECLARATION}/save`, { ...declared, report: [file(3)] })
    expect((await page('officer')).sinceReturn?.answers).toMatchObject([
      { name: 'phone', changed: false },
      { name: 'report', changed: true, before: [usedAs(1)], now: [usedAs(3)] },
    ])
    expect(
      (await refusal(click('dazhuang-clerk', `${DECLARATION}/save`, { ...declared, reason: '改动' }))).fields,
    ).toEqual({
      reason: '此项未退回，不能修改',
    })
  })
})

describe('the forms of other steps', () => {
  it('are read apart, by the unit too, and nothing personal in them', async () => {
    await atDeclaration()
    // What is still before the bodies is none of theirs.
    for (const who of ['scorer', 'secretary', 'leader'])
      expect((await county.get(who, 'cases/2018-2/dazhuang/earlier')).status).toBe(403)
    for (const who of ['dazhuang-clerk', 'officer']) {
      const answer = await county.get(who, 'cases/2018-2/dazhuang/earlier')
      const { phone: _hidden, contact: _too, ...rest } = completeAsKept
      const [paper, ...more] = earlierPage.parse(answer.body).papers
      expect([paper?.name, paper?.values, more]).toEqual(['creation-application', rest, []])
      expect(paper?.files).toContainEqual({ owner: 'dazhuang', sha256: file(1), name: '材料1.pdf' })
      expect(paper?.signOffs.map(({ opinion }) => opinion)).toEqual(['同意', '同意申请', '符合条件'])
      expect(answer.text).not.toContain(complete.phone)
    }
  })
  it('are none before there is a second one, and before anything was filled in', async () => {
    expect(await earlier('officer')).toEqual({ papers: [] })
    await county.submitted()
    expect(await earlier('officer')).toEqual({ papers: [] })
    expect(await page('officer')).toMatchObject({ others: [], worked: false })
  })
  it('are refused to other units, as the case is, and to whoever is nobody', async () => {
    await county.submitted()
    for (const part of ['', '/earlier', '/inquiries'])
      for (const who of ['caogou-clerk', 'caogou-head', 'nobody'])
        expect([part, who, (await county.get(who, `cases/2018-2/dazhuang${part}`)).status]).toEqual([part, who, 403])
  })
})
