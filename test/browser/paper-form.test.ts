/** A unit brings its application on paper; an officer enters it from the board, and another officer reviews it. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readCase } from '../../packages/cli/rehearsal/stage.ts'
import { attach, paper } from './acts-on-screen.ts'
import { type CountyInBrowser, countyInBrowser, shoot } from './county-in-browser.ts'

const NAME = '黑塔镇人民政府'
const CASE = '/console/cases/2018-2/heita'
let county: CountyInBrowser
let officer: Page
beforeAll(async () => {
  county = await countyInBrowser()
  officer = await county.logIn('officer-1', '/console/batches/2018-2')
  officer.setDefaultTimeout(8000)
})
afterAll(() => county?.close())

test('an officer opens the application of a unit that has not begun, from the board', async () => {
  await officer.getByRole('link', { name: new RegExp(`^代录纸质.*：${NAME}$`) }).click()
  await officer.getByRole('button', { name: /^代录纸质/ }).waitFor()
  await shoot(officer, 'paper-form-start', { whole: false })
  await officer.getByRole('button', { name: /^代录纸质/ }).click()
  await officer.getByRole('dialog').getByText('您就不能再审核本件').last().waitFor()
  await officer
    .getByRole('dialog')
    .getByRole('button', { name: /^代录纸质/ })
    .click()
  await officer.getByText(`代录${NAME}的纸质创建申请表`).waitFor()
})

test('fills it in on the clerk’s screens, with scans that belong to the unit', async () => {
  await officer.getByLabel('联系人').fill('陈明')
  await officer.getByLabel('联系电话').fill('0557-7021234')
  await officer.getByLabel('申请理由').fill('近两年依法行政考核优秀。')
  await officer.getByLabel('创建示范项目名称').fill('行政执法全过程记录')
  await attach(officer, 'answer-creationPlan', [paper('创建方案（扫描）.pdf')])
  await attach(officer, 'answer-workPlan', [paper('工作计划（扫描）.pdf')])
  await attach(officer, 'answer-creationReport', [paper('创建报告（扫描）.pdf')])
  await officer.getByText('创建申请表已填写完整').waitFor()
  await officer.getByRole('heading', { name: /录入纸质签署.*法制机构意见/ }).waitFor()
  await shoot(officer, 'paper-form-filled')
})

test('enters both sign-offs as paper, though the batch gives one of them online', async () => {
  for (const [title, signer] of [
    ['本单位法制机构意见', '李法制'],
    ['单位主要负责人意见', '周正'],
  ] as const) {
    await officer.getByRole('heading', { name: `录入纸质签署：${title}`, exact: true }).waitFor()
    const form = officer.getByRole('form', { name: '录入纸质签署' })
    await form.getByLabel('意见', { exact: true }).fill('同意申报。')
    await form.getByLabel('签署日期').fill('2018-05-07')
    await form.getByLabel('签署日期').press('Enter')
    await form.getByLabel('签署人姓名').fill(signer)
    const scan = paper(`${title}盖章页.pdf`)
    await officer.locator('[data-files$="-scan"]').setInputFiles(scan)
    await officer.locator('li', { hasText: scan.name }).filter({ hasText: '已上传' }).waitFor()
    await form.getByRole('button', { name: '录入纸质签署' }).click()
    await officer.getByText(`2018年5月7日 ${signer}`).waitFor()
  }
  await shoot(officer, 'paper-form-signed')
})

test('finds it again on the worklist, and hands it in', async () => {
  await county.stage.settle()
  await officer.goto(`${county.origin}/console/`)
  await officer.getByRole('link', { name: /提交“创建申请”/ }).click()
  await officer.getByRole('button', { name: '核对全表' }).click()
  await officer.getByRole('button', { name: '提交创建申请表' }).click()
  await officer.waitForTimeout(300)
  await shoot(officer, 'paper-form-confirm', { whole: false })
  await officer.getByRole('dialog').getByRole('button', { name: '提交' }).click()
  await officer.getByText(/代录：已提交/).waitFor()
  await shoot(officer, 'paper-form-timeline')
  expect(await readCase(county.stage, 'officer-2', 'heita')).toMatchObject({ step: 'review' })
})

test('whoever entered it is offered no review of it, and another officer is', async () => {
  await county.stage.settle()
  await officer.goto(`${county.origin}/console/`)
  await officer.getByText(/开始初审/).waitFor()
  expect(await officer.getByRole('row').filter({ hasText: NAME }).count()).toBe(0)
  await officer.goto(`${county.origin}/console/batches/2018-2/steps/review/judge/heita`)
  await officer.getByText(/现在不由您办理/).waitFor()
  await shoot(officer, 'paper-form-no-review', { whole: false })
  const second = await county.logIn('officer-2', '/console/batches/2018-2/steps/review/judge/heita')
  await second.getByRole('button', { name: '逐项符合' }).waitFor()
  // Three attachments and the stamped pages of both sign-offs.
  await second.getByText('1/5').waitFor()
  await second.getByRole('button', { name: '上一个附件' }).click()
  await second.getByText('单位主要负责人意见盖章页.pdf').first().waitFor()
  await shoot(second, 'paper-form-review', { whole: false })
  await second.context().close()
})

test('the unit sees what was entered for it', async () => {
  const clerk = await county.logIn('clerk-heita', CASE)
  await clerk.getByText('代录：已提交').waitFor()
  await clerk
    .getByText(/昌建平/)
    .first()
    .waitFor()
  await shoot(clerk, 'paper-form-unit')
  await clerk.context().close()
})

test('no page complained', () => {
  expect(county.complaints()).toEqual([])
})
