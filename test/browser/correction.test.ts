/** Correction: one officer decides, another corrects it in the course of things, until a notice lists the case. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { give, readCase } from '../../packages/cli/rehearsal/stage.ts'
import { findings, sideways } from './axe.ts'
import { type CountyInBrowser, countyInBrowser, shoot } from './county-in-browser.ts'

const caseOf = (unit: string) => `/console/cases/2018-2/${unit}`
const BUTTON = { name: '更正初审结论' } as const
let county: CountyInBrowser
beforeAll(async () => {
  county = await countyInBrowser()
})
afterAll(() => county?.close())

const dialog = (page: Page) => page.getByRole('dialog').filter({ hasText: '现在的结论' })
const done = (page: Page) => page.getByText('更正初审结论：已办理').waitFor()
async function confirm(page: Page, sentence: string) {
  await dialog(page).getByRole('button', BUTTON).click()
  const question = page.getByRole('dialog').filter({ hasText: sentence })
  await question.waitFor()
  await question.getByRole('button', BUTTON).click()
  await done(page)
}

it('tells who decided that another officer may correct it', async () => {
  const page = await county.logIn('officer-1', '/console/batches/2018-2/review/pingshan')
  await page.getByRole('radio', { name: '不予通过' }).check()
  await page.getByLabel('意见和理由').fill('不在创建范围内。')
  await page.getByRole('button', { name: /^办理/ }).click()
  await page.getByRole('button', { name: '确定办理' }).click()
  await page.getByText(/屏山镇人民政府：不予通过/).waitFor()
  await page.goto(county.origin + caseOf('pingshan'))
  await page.getByText('初审结论是您作出的。办错了的，在列入公示或单位再次提交前，可以由法制办其他人员更正。').waitFor()
  expect(await page.getByRole('button', BUTTON).count()).toBe(0)
  await shoot(page, 'correction-decided')
  await page.context().close()
})

it('lets another officer correct it, saying what follows; the first version stays, marked', async () => {
  const page = await county.logIn('officer-2', caseOf('pingshan'))
  await page.getByRole('button', BUTTON).click()
  await dialog(page).getByText('现在的结论：不予通过').waitFor()
  // Questions and date are asked only for a return.
  expect(await dialog(page).getByText('退回修改的问题').count()).toBe(0)
  await dialog(page).getByRole('radio', { name: '退回补正' }).check()
  await dialog(page).getByText('退回修改的问题').waitFor()
  await dialog(page).getByRole('radio', { name: '通过', exact: true }).check()
  await dialog(page).getByRole('button', BUTTON).click()
  await dialog(page).getByText('请填写更正理由').waitFor()
  await dialog(page).getByLabel('更正理由').fill('屏山镇属于创建范围，原结论看错了名单。')
  await dialog(page).getByText('请填写更正理由').waitFor({ state: 'detached' })
  await shoot(page, 'correction-form', { whole: false })
  expect(await findings(page)).toEqual([])
  await confirm(page, '更正后本件不再是办结状态')
  await page.getByText('更正为：通过').waitFor()
  await page.getByText(/^已更正，见2018年5月8日/).waitFor()
  expect(await page.getByRole('button', BUTTON).count()).toBe(0)
  expect(await readCase(county.stage, 'officer-2', 'pingshan')).toMatchObject({ step: 'notice', ended: false })
  await dialog(page).waitFor({ state: 'detached' })
  await shoot(page, 'correction-corrected')
  expect([await findings(page), await sideways(page)]).toEqual([[], 0])
  await page.context().close()
})

it('closes a return that the unit is mending; the unit sees what became of its changes', async () => {
  await give(county.stage, 'clerk-caogou', 'caogou', 'save-application', { project: '案卷评查' }, 'mend-caogou')
  const first = await county.logIn('officer-1', caseOf('caogou'))
  await first.getByText('初审结论是您作出的。', { exact: false }).waitFor()
  await first.getByRole('link', { name: '代录纸质申请' }).click()
  await first.getByText('附件2 依法行政示范单位创建申请表').waitFor()
  await first.context().close()
  const page = await county.logIn('officer-2', caseOf('caogou'))
  await page.getByRole('button', BUTTON).click()
  await dialog(page).getByRole('radio', { name: '通过', exact: true }).check()
  await dialog(page).getByLabel('更正理由').fill('两处问题在附件里已经写明。')
  await confirm(page, '不再退回的，单位不能再修改')
  await page.context().close()
  const clerk = await county.logIn('clerk-caogou', caseOf('caogou'))
  await clerk.getByText('申请表恢复为初审时的内容；单位退回后保存的修改没有采用，仍留在办理过程中').first().waitFor()
  await shoot(clerk, 'correction-clerk')
  expect(await findings(clerk)).toEqual([])
  await clerk.context().close()
})

it('offers nothing once a notice lists the case, and says why', async () => {
  const page = await county.logIn('officer-2', caseOf('chengguan'))
  await page.getByText('本件已列入公示，初审结论不能再更正', { exact: false }).waitFor()
  expect(await page.getByRole('button', BUTTON).count()).toBe(0)
  await shoot(page, 'correction-listed')
  expect(county.complaints()).toEqual([])
})
