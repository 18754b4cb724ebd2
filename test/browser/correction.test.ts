/** Correction: drafted by one where the decision stands, signed by another, until a notice lists the case. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { give, readCase } from '../../packages/cli/rehearsal/stage.ts'
import { findings, sideways } from './axe.ts'
import { type CountyInBrowser, countyInBrowser, shoot } from './county-in-browser.ts'

const caseOf = (unit: string) => `/console/cases/2018-2/${unit}`
const BUTTON = { name: '拟更正“初审”结论' } as const
const SIGN = { name: '签发“初审”结论的更正' } as const
let county: CountyInBrowser
beforeAll(async () => {
  county = await countyInBrowser()
})
afterAll(() => county?.close())

const dialog = (page: Page) => page.getByRole('dialog').filter({ hasText: '现在的结论' })
async function propose(page: Page, outcome: string, reason: string) {
  await page.getByRole('button', BUTTON).click()
  await dialog(page).getByRole('radio', { name: outcome, exact: true }).check()
  await dialog(page).getByLabel('更正理由').fill(reason)
  await dialog(page).getByRole('button', BUTTON).click()
  await page.getByText('拟更正，等待签发').waitFor()
}
async function sign(unit: string, sentence: string) {
  const page = await county.logIn('office-head', caseOf(unit))
  await page.getByRole('button', SIGN).click()
  const question = page.getByRole('dialog').filter({ hasText: sentence })
  await question.waitFor()
  await question.getByRole('button', SIGN).click()
  await page.getByText(`${SIGN.name}：已办理`).waitFor()
  return page
}

it('is drafted where the decision stands, for somebody else to sign', async () => {
  const page = await county.logIn('officer-1', '/console/batches/2018-2/steps/review/judge/pingshan')
  await page.getByRole('radio', { name: '不予通过' }).check()
  await page.getByLabel('意见和理由').fill('不在创建范围内。')
  await page.getByRole('button', { name: /^办理/ }).click()
  await page.getByRole('button', { name: '确定办理' }).click()
  await page.getByText(/屏山镇人民政府：不予通过/).waitFor()
  await page.goto(county.origin + caseOf('pingshan'))
  await page.getByRole('button', BUTTON).click()
  await dialog(page).getByText('现在的结论：不予通过').waitFor()
  // Questions and date are asked only for a return.
  expect(await dialog(page).getByText('需补正的栏目').count()).toBe(0)
  await dialog(page).getByRole('radio', { name: '退回补正' }).check()
  await dialog(page).getByText('需补正的栏目').waitFor()
  await dialog(page).getByRole('radio', { name: '通过', exact: true }).check()
  await dialog(page).getByRole('button', BUTTON).click()
  await dialog(page).getByText('请填写更正理由').waitFor()
  await dialog(page).getByLabel('更正理由').fill('屏山镇属于创建范围，原结论看错了名单。')
  await dialog(page).getByText('请填写更正理由').waitFor({ state: 'detached' })
  await shoot(page, 'correction-form', { whole: false })
  expect(await findings(page)).toEqual([])
  await dialog(page).getByRole('button', BUTTON).click()
  await page.getByText('拟更正，等待签发').waitFor()
  await page.getByText('由拟订人以外的其他有权人员签发。').waitFor()
  expect(await page.getByRole('button', SIGN).count()).toBe(0)
  await shoot(page, 'correction-drafted')
  expect(await readCase(county.stage, 'officer-2', 'pingshan')).toMatchObject({ step: 'refused', ended: true })
  await page.context().close()
})

it('is signed by another, saying what follows; the first version stays, marked', async () => {
  const page = await sign('pingshan', '更正后本件不再是办结状态')
  await page.getByText('初审 · 更正为：通过').waitFor()
  await page.getByText(/^已更正，见2018年5月8日/).waitFor()
  expect(await readCase(county.stage, 'officer-2', 'pingshan')).toMatchObject({ step: 'notice', ended: false })
  await shoot(page, 'correction-corrected')
  expect([await findings(page), await sideways(page)]).toEqual([[], 0])
  await page.context().close()
})

it('closes a return that the unit is mending; the unit sees what became of its changes', async () => {
  await give(county.stage, 'clerk-caogou', 'caogou', 'save-form', { project: '案卷评查' }, 'mend-caogou')
  const first = await county.logIn('officer-1', caseOf('caogou'))
  await first.getByRole('link', { name: /^代录纸质/ }).click()
  await first.getByText(/^代录草沟镇人民政府的纸质/).waitFor()
  await first.context().close()
  const page = await county.logIn('officer-2', caseOf('caogou'))
  await propose(page, '通过', '两处问题在附件里已经写明。')
  await page.context().close()
  await (await sign('caogou', '更正后单位不能再修改')).context().close()
  const clerk = await county.logIn('clerk-caogou', caseOf('caogou'))
  await clerk
    .getByText('创建申请表恢复为“初审”时的内容；单位退回后保存的修改没有采用，仍留在办理过程中')
    .first()
    .waitFor()
  await shoot(clerk, 'correction-clerk')
  expect(await findings(clerk)).toEqual([])
  await clerk.context().close()
})

it('offers nothing once a notice lists the case, and says why', async () => {
  const page = await county.logIn('officer-2', caseOf('chengguan'))
  await page.getByText('本件已列入名单', { exact: false }).waitFor()
  expect(await page.getByRole('button', BUTTON).count()).toBe(0)
  await shoot(page, 'correction-listed')
  expect(county.complaints()).toEqual([])
})
