/** A unit that let its day go by without beginning is found on the board and given another by the head, and begins. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CountyInBrowser, countyInBrowser, shoot } from './county-in-browser.ts'

let county: CountyInBrowser
beforeAll(async () => {
  county = await countyInBrowser()
  await county.advanceTo('2018-05-16T09:00:00+08:00')
  await county.stage.settle()
})
afterAll(() => county?.close())

test('from the board, with the day and why; the unit begins, and others do not', async () => {
  const head = await county.logIn('office-head', '/console/batches/2018-2')
  head.setDefaultTimeout(8000)
  const row = head.getByRole('row').filter({ hasText: '黑塔镇人民政府' })
  await row.getByText('未在期限内开始').waitFor()
  await head.getByText(/，未在期限内开始\d+个单位/).waitFor()
  await row.scrollIntoViewIfNeeded()
  await shoot(head, 'longer-start-board')
  await row.getByRole('link', { name: '延长期限：黑塔镇人民政府' }).click()
  const form = head.getByRole('form', { name: '延长期限' })
  await form.getByLabel('新的截止日期').fill('2018-05-25')
  await form.getByLabel('新的截止日期').press('Enter')
  await form.getByLabel('延长理由').fill('房屋倒塌，材料损毁。')
  await shoot(head, 'longer-start-form')
  await form.getByRole('button', { name: '延长期限' }).click()
  const asked = head.getByRole('dialog')
  await asked.getByText('由2018年5月15日24时延长至2018年5月25日24时').last().waitFor()
  await asked.getByRole('button', { name: '延长期限' }).click()
  await head.getByText('期限延长至2018年5月25日24时').waitFor()
  await shoot(head, 'longer-start-given')
  await county.stage.settle()
  await head.goto(`${county.origin}/console/batches/2018-2`)
  await row.getByText('未开始', { exact: true }).waitFor()
  await row.getByText('2018年5月25日24时').waitFor()
  const clerk = await county.logIn('clerk-heita')
  clerk.setDefaultTimeout(8000)
  await clerk
    .getByText(/开始填写“创建申请”/)
    .first()
    .waitFor()
  await clerk.getByText('2018年5月25日24时').first().waitFor()
  const other = await county.logIn('clerk-sicheng', '/console/cases/2018-2/sicheng')
  await other.getByText('未在期限内开始').first().waitFor()
  expect(county.complaints()).toEqual([])
})
