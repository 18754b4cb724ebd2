/** An officer reminds units that owe their application; their clerks read it until they have handed in. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findings } from './axe.ts'
import { type CountyInBrowser, countyInBrowser, shoot } from './county-in-browser.ts'

let county: CountyInBrowser
let officer: Page
beforeAll(async () => {
  county = await countyInBrowser()
  officer = await county.logIn('officer-1', '/console/batches/2018-2')
  officer.setDefaultTimeout(8000)
})
afterAll(() => county?.close())

const SAID = '请在5月15日24时前提交创建申请，需要帮助请联系法制办。'
const row = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name })

test('three units are chosen on the board and reminded in one act', async () => {
  await officer.getByRole('button', { name: '只看未提交' }).click()
  for (const name of ['墩集镇人民政府', '草沟镇人民政府', '黑塔镇人民政府'])
    await officer.getByLabel(`选择${name}`).check()
  await officer.getByText('已选3个单位').waitFor()
  expect(await officer.getByRole('button', { name: '通过选中的0件' }).isDisabled()).toBe(true)
  await shoot(officer, 'remind-board')
  await officer.getByRole('button', { name: '提醒选中的3个单位' }).click()
  const dialog = officer.getByRole('dialog')
  expect(await dialog.getByLabel('提醒内容').inputValue()).toMatch(/^请抓紧填报，在.+前提交；逾期不能再报。$/)
  await dialog.getByLabel('提醒内容').fill('请打13955571234。')
  await dialog.getByRole('button', { name: '提醒3个单位' }).click()
  await dialog.getByRole('alert').getByText('手机号码').waitFor()
  await dialog.getByLabel('提醒内容').fill(SAID)
  await officer.waitForTimeout(400)
  await shoot(officer, 'remind-dialog', { whole: false })
  await dialog.getByRole('button', { name: '提醒3个单位' }).click()
  await dialog.getByText('已提醒3个单位。').waitFor()
  await shoot(officer, 'remind-done', { whole: false })
  await dialog.getByText('关闭', { exact: true }).click()
  await row(officer, '墩集镇人民政府').getByText('5月8日 10:30 昌建平').waitFor()
  await officer.waitForTimeout(300)
  await shoot(officer, 'remind-board-after')
})

test('the second officer sees who did it when, before reminding again', async () => {
  await county.stage.settle()
  const second = await county.logIn('officer-2', '/console/batches/2018-2')
  await second.getByRole('button', { name: '只看未提交' }).click()
  await row(second, '黑塔镇人民政府').getByText('昌建平').waitFor()
  await second.getByLabel('选择黑塔镇人民政府').check()
  await second.getByRole('button', { name: '提醒选中的1个单位' }).click()
  await second.getByText(/一小时内已提醒过：黑塔镇人民政府（5月8日 10:30 昌建平）/).waitFor()
  await shoot(second, 'remind-again', { whole: false })
  await second.context().close()
})

test('the clerks read it on their first page and on the form, begun or not', async () => {
  const line = `法制办提醒（5月8日 昌建平）：${SAID}`
  for (const [login, unit] of [
    ['clerk-dunji', 'dunji'],
    ['clerk-heita', 'heita'],
    ['clerk-caogou', 'caogou'],
  ] as const) {
    const clerk = await county.logIn(login)
    await clerk.getByText(line).waitFor()
    await shoot(clerk, `remind-clerk-${unit}`)
    await clerk.goto(`${county.origin}/console/cases/2018-2/${unit}`)
    await clerk.getByText(line).waitFor()
    if (unit !== 'caogou') await shoot(clerk, `remind-form-${unit}`, { whole: false })
    await clerk.context().close()
  }
})

test('a unit that nobody reminded reads nothing', async () => {
  const other = await county.logIn('clerk-sicheng')
  await other.getByText('我的待办').first().waitFor()
  expect(await other.getByText('法制办提醒').count()).toBe(0)
  await other.context().close()
})

test('a second-level body that the call does not name reads why, and is not among who has not begun', async () => {
  expect(await row(officer, '县道路运输管理所').count()).toBe(0)
  const body = await county.logIn('clerk-yunguan', '/console/cases/2018-2/yunguan')
  await body.getByText(/^县道路运输管理所是二级机构，由创建通知指定的才参加，本批次的通知没有指定/).waitFor()
  expect(await body.getByRole('button', { name: /^开始填写/ }).count()).toBe(0)
  expect(await body.getByText('情况交流').count()).toBe(0)
  await shoot(body, 'remind-not-named')
  await body.context().close()
})

test('in the morning those who owe it still are reminded by themselves: their clerk, their head, and the office’s board', async () => {
  await county.advanceTo('2018-05-14T09:00:00+08:00')
  await county.stage.settle()
  const line = /到期提醒（5月14日）：“创建申请”的截止时间是2018年5月15日24时，请按时提交。/
  for (const login of ['clerk-heita', 'head-heita']) {
    const own = await county.logIn(login)
    await own.getByText(line).waitFor()
    await shoot(own, `remind-by-itself-${login}`)
    await own.goto(`${county.origin}/console/cases/2018-2/heita`)
    await own.getByText(line).first().waitFor()
    await shoot(own, `remind-by-itself-case-${login}`)
    expect(await findings(own)).toEqual([])
    await own.context().close()
  }
  const office = await county.logIn('officer-2', '/console/batches/2018-2')
  await row(office, '黑塔镇人民政府').getByText('5月14日 08:00 系统').waitFor()
  await shoot(office, 'remind-by-itself-board')
  await office.goto(`${county.origin}/console/cases/2018-2/dunji`)
  await office.getByText('到期提醒 · “创建申请”的截止时间是2018年5月15日24时，请按时提交。').first().waitFor()
  await shoot(office, 'remind-by-itself-timeline')
  await office.context().close()
})

test('no page complained', () => {
  expect(county.complaints()).toEqual([])
})
