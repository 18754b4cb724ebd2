/** An officer amends the dates of a batch and then cancels it, the head approves; units and the public read both. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CountyInBrowser, countyInBrowser, shoot } from './county-in-browser.ts'

let county: CountyInBrowser
let officer: Page
let head: Page
beforeAll(async () => {
  county = await countyInBrowser()
  officer = await county.logIn('officer-1', '/console/batches/2018-2')
  head = await county.logIn('office-head')
  for (const page of [officer, head]) page.setDefaultTimeout(8000)
})
afterAll(() => county?.close())

const DAY = '2018-06-15'
const panel = (page: Page) => page.locator('.ant-card').filter({ hasText: '变更与取消' }).last()

test('a longer date for one unit is asked first with both days, and the present one changes nothing', async () => {
  await head.goto(`${county.origin}/console/cases/2018-2/dunji`)
  await head.getByText('延长期限', { exact: true }).first().click()
  const form = head.getByRole('form', { name: '延长期限' })
  await form.getByLabel('延长理由').fill('遭遇汛情，集中防汛。')
  await form.getByLabel('新的截止日期').fill('2018-05-15')
  await form.getByRole('button', { name: '延长期限' }).click()
  await form.getByText('新的截止日期应晚于现在的2018年5月15日，否则没有变化').first().waitFor()
  await shoot(head, 'changes-extension-same')
  await form.getByLabel('新的截止日期').fill('2018-05-20')
  await form.getByRole('button', { name: '延长期限' }).click()
  await head.getByRole('dialog').getByText('由2018年5月15日24时延长至2018年5月20日24时').last().waitFor()
  await shoot(head, 'changes-extension-asked', { whole: false })
  await head.getByRole('dialog').getByRole('button', { name: '取消' }).click()
  expect(await form.getByLabel('延长理由').inputValue()).toBe('遭遇汛情，集中防汛。')
})

test('a later date is prepared on the board; an earlier one is refused at its field', async () => {
  await officer.getByRole('button', { name: '变更期限' }).click()
  const form = officer.getByRole('form', { name: '送签变更通知' })
  await form.getByLabel('“创建申请”改为').fill('2018-05-10')
  await form.getByLabel('“创建申请”改为').press('Enter')
  await form.getByLabel('变更理由').fill('遭遇汛情，各单位集中防汛。')
  await form.getByRole('button', { name: '送签变更通知' }).click()
  await form.getByText('已经公布的期限不能提前').first().waitFor()
  await shoot(officer, 'changes-refused')
  await form.getByLabel('“创建申请”改为').fill(DAY)
  await form.getByLabel('“创建申请”改为').press('Enter')
  await form.getByLabel('文号').fill('泗法办〔2018〕9号')
  await form.getByRole('button', { name: '送签变更通知' }).click()
  await officer.getByText('昌建平已拟制，等待签发。').waitFor()
  await shoot(officer, 'changes-prepared')
})

test('the head finds it in the worklist and approves it after the secrecy check', async () => {
  await county.stage.settle()
  await head.goto(`${county.origin}/console/`)
  await head.getByRole('link', { name: '签发变更通知' }).click()
  await head.getByText('昌建平已拟制，请核对后签发或退回。').waitFor()
  await shoot(head, 'changes-to-approve')
  await head.getByRole('button', { name: '签发', exact: true }).click()
  await head.getByText('请确认已进行保密审查。').waitFor()
  await head.getByLabel('已进行保密审查').check()
  await head.getByRole('button', { name: '签发', exact: true }).click()
  await head.getByRole('dialog').getByText('在办的申报件按新的期限办理').waitFor()
  await shoot(head, 'changes-confirm', { whole: false })
  await head.getByRole('dialog').getByRole('button', { name: '签发' }).click()
  await head.getByText('2018年6月15日24时（已变更）').waitFor()
  await shoot(head, 'changes-amended')
})

test('units, begun or not, and the public read old and new, why and who', async () => {
  await county.stage.settle()
  for (const unit of ['dunji', 'heita']) {
    const clerk = await county.logIn(`clerk-${unit}`, `/console/cases/2018-2/${unit}`)
    await clerk.getByText(/的截止时间由2018年5月15日24时改为2018年6月15日24时/).waitFor()
    await shoot(clerk, `changes-unit-${unit}`, { whole: false })
    await clerk.context().close()
  }
  const citizen = await county.visit('/public/index.html')
  await citizen.getByRole('link', { name: /期限变更/ }).click()
  await citizen.getByText('遭遇汛情，各单位集中防汛。').waitFor()
  await shoot(citizen, 'changes-public')
})

test('the end of the batch says beforehand what comes of it, and everything of it is over', async () => {
  await officer.goto(`${county.origin}/console/batches/2018-2`)
  await officer.getByRole('button', { name: '取消批次' }).click()
  const form = officer.getByRole('form', { name: '送签取消决定' })
  await form.getByLabel('取消理由').fill('省里暂停创建活动。')
  await form.getByRole('button', { name: '送签取消决定' }).click()
  await officer
    .getByRole('dialog')
    .getByText(/\d+个单位的申报件随之终止，批次不能恢复。/)
    .last()
    .waitFor()
  await shoot(officer, 'changes-cancel-confirm', { whole: false })
  await officer.getByRole('dialog').getByRole('button', { name: '送签取消决定' }).click()
  await officer.getByText('昌建平已拟制，等待签发。').waitFor()
  await county.stage.settle()
  await head.goto(`${county.origin}/console/`)
  await head.getByRole('link', { name: '签发取消批次的决定' }).click()
  await head.getByLabel('已进行保密审查').check()
  await head.getByRole('button', { name: '签发', exact: true }).click()
  await head.getByRole('dialog').getByRole('button', { name: '签发' }).click()
  await panel(head).getByText('本批次已于').waitFor()
  await county.stage.settle()
  await head.reload()
  await head.getByText('已取消', { exact: true }).first().waitFor()
  await shoot(head, 'changes-cancelled')
  await head.goto(`${county.origin}/console/`)
  await head.getByText('现在没有等您办理的事项').waitFor()
  const clerk = await county.logIn('clerk-dunji', '/console/cases/2018-2/dunji')
  await clerk.getByText('本批次已取消。理由：省里暂停创建活动。').waitFor()
  await shoot(clerk, 'changes-unit-cancelled')
  const citizen = await county.visit('/public/batches/2018-2.html')
  await citizen.getByText('本批次已经取消，不再办理。').waitFor()
  await shoot(citizen, 'changes-public-cancelled')
  expect(county.complaints()).toEqual([])
})
