/** A judgement by two people, as the whole procedure has it: an officer drafts, the head signs, one or many. */
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openCall } from '../../packages/cli/rehearsal/acts.ts'
import { asInSixian } from '../../packages/cli/rehearsal/catalogue-acts.ts'
import { fillIn, signAndSubmit } from '../../packages/cli/rehearsal/form-acts.ts'
import { longTerms } from '../../packages/cli/rehearsal/long-batch.ts'
import { terms } from '../../packages/cli/rehearsal/second-batch.ts'
import { give, readCase } from '../../packages/cli/rehearsal/stage.ts'
import { findings, sideways } from './axe.ts'
import { counted } from './counted.ts'
import { type CountyInBrowser, countyInBrowser, shoot } from './county-in-browser.ts'
import { applicationsOf, BEGINNING, TODAY, UNITS } from './fifteen-applications.ts'

const judge = (unit: string) => `/console/batches/2018-2/steps/review/judge/${unit}`
let county: CountyInBrowser
let officer: Page
let head: Page
beforeAll(async () => {
  county = await countyInBrowser({ acts: applicationsOf(longTerms), beginning: BEGINNING, today: TODAY })
  officer = await county.logIn('officer-1')
  head = await county.logIn('office-head')
  for (const page of [officer, head]) page.setDefaultTimeout(8000)
})
afterAll(() => county?.close())
afterEach(({ task }) => (task.result?.state === 'fail' ? county.shootAll('signing') : undefined))

const see = (unit: string) => readCase(county.stage, 'office-head', unit)
const print = (line: string) => console.log(`计数：${line}`)

test('twelve are drafted in at most 3 clicks each, without going back to the list', async () => {
  const hands = counted(officer)
  await hands.click(officer.getByRole('button', { name: '开始初审（15件）' }))
  hands.take()
  const heading = officer.locator('#content').getByRole('heading').filter({ hasNotText: '我的待办' }).first()
  await heading.waitFor()
  const counts: number[] = []
  for (let i = 0; i < 12; i++) {
    const name = (await heading.textContent()) ?? ''
    await hands.click(officer.getByRole('button', { name: '逐项符合' }))
    if (i === 0) await shoot(officer, 'signing-1-drafting', { whole: false })
    await hands.click(officer.getByRole('button', { name: '送签，看下一件' }))
    await officer.getByText(`${name}：拟办“通过”，已送签`).waitFor()
    await heading.filter({ hasNotText: name }).waitFor()
    counts.push(hands.take())
  }
  print(`逐件拟办12件：${counts.join('、')}次点击`)
  expect(Math.max(...counts)).toBeLessThanOrEqual(3)
  const drafted = await Promise.all(UNITS.map(([unit]) => see(unit)))
  expect(drafted.filter(({ draft }) => draft).length).toBe(12)
  expect(drafted.every(({ step }) => step === 'review')).toBe(true)
})

test('several are drafted with one opinion', async () => {
  await county.stage.settle()
  await officer.goto(`${county.origin}/console/`)
  await officer.getByText('我的待办（3）').waitFor()
  await officer.locator('thead input[type=checkbox]').first().check()
  await officer.getByRole('button', { name: '通过选中的3件' }).click()
  await officer.waitForTimeout(600)
  const dialog = officer.getByRole('dialog')
  await dialog.getByRole('button', { name: '材料齐全' }).click()
  await dialog.getByText('批次2018-2：3件拟办“通过”').waitFor()
  expect(await dialog.getByText('没有填写核对清单', { exact: true }).count()).toBe(3)
  await dialog.getByRole('button', { name: '确认拟办“通过”3件' }).click()
  await officer.getByRole('button', { name: '确定办理' }).click()
  await dialog.getByText('3件全部拟办。').waitFor()
  await shoot(officer, 'signing-2-several-drafted', { whole: false })
  expect(await findings(officer)).toEqual([])
  await dialog.getByText('关闭', { exact: true }).click()
  await county.stage.settle()
  await officer.reload()
  await officer.getByText('我的待办（0）').waitFor()
})

test('the head sends one back with a reason, and the officer drafts it again', async () => {
  await head.goto(county.origin + judge('dazhuang'))
  await head.getByText(/拟办$/).first().waitFor()
  await head.getByText('退回拟办').click()
  await head.getByLabel('退回理由').fill('请核对案卷评查结果。')
  await shoot(head, 'signing-3-sending-back', { whole: false })
  expect([await findings(head), await sideways(head)]).toEqual([[], 0])
  await head.getByRole('form', { name: '退回拟办' }).getByRole('button', { name: '退回拟办' }).click()
  await head.getByText('大庄镇人民政府：拟办已退回').waitFor()
  expect(await see('dazhuang')).toMatchObject({ draftReturned: { reason: '请核对案卷评查结果。' } })
  await county.stage.settle()
  await officer.goto(`${county.origin}/console/`)
  await officer.getByRole('link', { name: /拟办被退回：请核对案卷评查结果/ }).click()
  await officer.getByText('退回了拟办').waitFor()
  await officer.getByRole('button', { name: '逐项符合' }).click()
  const send = officer.getByRole('button', { name: '送签', exact: true })
  await send.click()
  // The same again is refused where it is seen, above the button.
  const refusal = officer.getByText('本次与退回的完全相同，没有送出')
  await refusal.waitFor()
  await shoot(officer, 'signing-3-same-again', { whole: false })
  const bottomOf = (box: { y: number; height: number } | null) => (box ? box.y + box.height : Number.NaN)
  expect(bottomOf(await refusal.boundingBox())).toBeLessThanOrEqual((await send.boundingBox())?.y ?? 0)
  await officer.getByLabel('意见和理由').fill('案卷评查结果已核对，符合条件。')
  await send.click()
  await officer.getByText('大庄镇人民政府：拟办“通过”，已送签').waitFor()
})

test('a conclusion that its opinion contradicts is asked about, and shown to whoever signs', async () => {
  await officer.goto(county.origin + judge('dazhuang'))
  await officer.getByRole('button', { name: '重新拟办' }).click()
  const opinion = officer.getByLabel('意见和理由')
  await opinion.fill('已核对案卷。')
  await officer.getByRole('button', { name: '材料齐全' }).click()
  await officer.getByLabel('退回补正', { exact: true }).check()
  expect(await opinion.inputValue()).toBe('已核对案卷。')
  await officer.getByLabel('不予通过').check()
  await opinion.fill('材料齐全，经核对未发现不符，同意通过。')
  await officer.getByRole('button', { name: '全部取消' }).click()
  await officer.getByRole('button', { name: '送签', exact: true }).click()
  await officer.getByText('意见中写的是“同意通过”，结论却是“不予通过”，请核对').waitFor()
  await officer.waitForTimeout(300)
  await shoot(officer, 'signing-3-at-odds-asked', { whole: false })
  expect((await see('dazhuang')).draft?.outcome).toBe('accepted')
  await officer.getByRole('button', { name: '确定办理' }).click()
  await officer.getByText('大庄镇人民政府：拟办“不予通过”，已送签').waitFor()
  await head.goto(county.origin + judge('dazhuang'))
  await head.getByRole('alert').getByText('意见中写的是“同意通过”，结论却是“不予通过”。').waitFor()
  await shoot(head, 'signing-3-at-odds-shown', { whole: false })
  await head.goto(`${county.origin}/console/cases/2018-2/dazhuang`)
  await head.getByText('意见中写的是“同意通过”，结论却是“不予通过”。').waitFor()
  await officer.goto(county.origin + judge('dazhuang'))
  await officer.getByRole('button', { name: '重新拟办' }).click()
  await officer.getByRole('button', { name: '逐项符合' }).click()
  await officer.getByRole('button', { name: '送签', exact: true }).click()
  await officer.getByText('大庄镇人民政府：拟办“通过”，已送签').waitFor()
})

test('whoever is refused for another’s draft opens it beside what they typed, which is there after a reload', async () => {
  const second = await county.logIn('officer-2', judge('dazhuang'))
  await second.getByRole('button', { name: '重新拟办' }).click()
  const typed = '逐项核对案卷和台账，符合条件。'
  await second.getByRole('button', { name: '逐项符合' }).click()
  await second.getByLabel('意见和理由').fill(typed)
  await officer.goto(county.origin + judge('dazhuang'))
  await officer.getByRole('button', { name: '重新拟办' }).click()
  await officer.getByRole('button', { name: '逐项符合' }).click()
  await officer.getByLabel('意见和理由').fill('再次核对，各项条件符合。')
  await officer.getByRole('button', { name: '送签', exact: true }).click()
  await officer.getByText('大庄镇人民政府：拟办“通过”，已送签').waitFor()
  await second.getByRole('button', { name: '送签', exact: true }).click()
  await second.getByText(/本次没有送签，您填写的内容仍在。请打开那一稿核对/).waitFor()
  await second.getByRole('button', { name: /^打开昌建平.*拟办的“通过”$/ }).click()
  await second.getByText('再次核对，各项条件符合。').waitFor()
  await second.waitForTimeout(400)
  await shoot(second, 'signing-3-other-draft', { whole: false })
  expect(await second.getByLabel('意见和理由').inputValue()).toBe(typed)
  await second.reload()
  await second.getByText('您此前填写、没有送签的内容仍在，点“重新拟办”接着填写。').waitFor()
  await second.getByRole('button', { name: '重新拟办' }).click()
  expect(await second.getByLabel('意见和理由').inputValue()).toBe(typed)
  await second.context().close()
})

test('the head signs one with one click, having read the draft', async () => {
  await head.goto(county.origin + judge('caogou'))
  await head.getByText('各项条件和外部结果均已核对符合', { exact: false }).waitFor()
  await head.waitForTimeout(1500)
  await shoot(head, 'signing-4-before-the-head', { whole: false })
  const hands = counted(head)
  await hands.click(head.getByRole('button', { name: /^签发/ }).first())
  await head.getByText('草沟镇人民政府：通过，已签发').waitFor()
  expect(hands.count).toBe(1)
  const { step, form } = await see('caogou')
  expect(step).toBe('selection')
  const box = form?.signOffs.find(({ name }) => name === 'countyOffice')
  // The signature is the form's box: opinion, day and signer.
  expect(box).toMatchObject({ on: '2018-05-10', opinion: expect.stringContaining('同意通过') })
})

test('the head decides one otherwise', async () => {
  await head.goto(county.origin + judge('changgou'))
  await head.getByText('另作结论').click()
  await head.getByRole('radio', { name: '不予通过' }).check()
  await head.getByLabel('意见和理由').fill('上一年度考核未达优秀。')
  await head.getByRole('button', { name: '办理', exact: true }).click()
  await head.getByRole('button', { name: '确定办理' }).click()
  await head.getByText('长沟镇人民政府：不予通过，已办理').waitFor()
  expect((await see('changgou')).step).toBe('refused')
})

test('twelve are signed together in at most 6 clicks', async () => {
  await county.stage.settle()
  await head.goto(`${county.origin}/console/`)
  await head.getByText('我的待办（13）').waitFor()
  const hands = counted(head)
  await hands.click(head.locator('thead input[type=checkbox]').first())
  // One of them is left for tomorrow.
  await hands.click(head.getByLabel('选择大庄镇人民政府'))
  await hands.click(head.getByRole('button', { name: '签发选中的12件' }))
  await head.waitForTimeout(400)
  await shoot(head, 'signing-5-several', { whole: false })
  expect(await findings(head)).toEqual([])
  await head.getByText(/^其中\d+件没有填写核对清单$/).waitFor()
  await hands.click(head.getByRole('dialog').getByRole('button', { name: '签发12件' }))
  await head.getByText('12件全部签发。').waitFor({ timeout: 30_000 })
  print(`签发12件：共${hands.count}次点击`)
  expect(hands.count).toBeLessThanOrEqual(6)
  await shoot(head, 'signing-6-several-signed', { whole: false })
  const steps = await Promise.all(UNITS.map(async ([unit]) => (await see(unit)).step))
  expect(steps.filter((step) => step === 'selection').length).toBe(13)
  expect((await see('dazhuang')).step).toBe('review')
  expect(county.complaints()).toEqual([])
})

test('two batches that differ in who decides are accepted apart, each as it was shown', async () => {
  const { stage } = county
  const short = { ...stage, batch: '2018-3' }
  await openCall(asInSixian({ ...terms, title: '泗县依法行政示范单位创建（短程）' }))(short)
  await stage.settle()
  // A unit that stands twice on the officer's list: its draft went back in one batch, in the other one person decides.
  await fillIn('dazhuang', '大庄镇人民政府')(short)
  await signAndSubmit('dazhuang', '2018-05-10')(short)
  await give(
    stage,
    'office-head',
    'dazhuang',
    'return-draft',
    (offered) => ({ ...offered.values, reason: '请再核对。' }),
    'again',
  )
  await stage.settle()
  await officer.goto(`${county.origin}/console/`)
  // Beside these two a list waits, which is not among what is chosen.
  await officer.getByLabel('选择大庄镇人民政府（2018-3）').waitFor()
  await officer.getByLabel('选择大庄镇人民政府（2018-2）').waitFor()
  await officer.locator('thead input[type=checkbox]').first().check()
  await officer.getByRole('button', { name: '办理选中（1件拟办、1件办结）' }).click()
  await officer.waitForTimeout(600)
  const dialog = officer.getByRole('dialog')
  await dialog.getByText('批次2018-2：1件拟办“通过”').waitFor()
  await dialog.getByText('批次2018-3：1件办结“通过”').waitFor()
  await dialog.getByRole('button', { name: '材料齐全' }).click()
  await shoot(officer, 'signing-7-two-batches', { whole: false })
  expect(await findings(officer)).toEqual([])
  await dialog.getByRole('button', { name: /^确认/ }).click()
  await officer.getByRole('button', { name: '确定办理' }).click()
  await dialog.getByText('批次2018-2：1件全部拟办。').waitFor()
  await dialog.getByText('批次2018-3：1件全部办理。').waitFor()
  expect(await see('dazhuang')).toMatchObject({ step: 'review', draft: { outcomeTitle: '通过' } })
  const decided = await readCase(short, 'office-head', 'dazhuang')
  expect(decided.step).not.toBe('review')
  expect(decided).not.toHaveProperty('draft')
})
