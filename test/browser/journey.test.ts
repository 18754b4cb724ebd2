/** One unit from its application to its naming, by what people see and click. */
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { demonstration } from '../../packages/cli/start/demonstration.ts'
import { attach, enterPaperSignature, handIn, paper, saved, signOnline } from './acts-on-screen.ts'
import { type CountyInBrowser, countyInBrowser, shoot } from './county-in-browser.ts'

const CASE = '/console/cases/2018-2/heita'
let county: CountyInBrowser
beforeAll(async () => {
  // Standard and conditions are published and the call is open; nobody has begun.
  county = await countyInBrowser({ acts: demonstration.slice(0, 3), today: '2018-05-07T09:00:00+08:00' })
})
afterAll(() => county?.close())
afterEach(({ task }) => (task.result?.state === 'fail' ? county.shootAll('journey') : undefined))

let clerk: Page
let officer: Page

test('the unit applies, with its files, and hands in what its head has signed', async () => {
  clerk = await county.logIn('clerk-heita')
  await clerk.getByRole('link', { name: /去办理：开始填写“创建申请”/ }).click()
  await clerk.getByText('2018年5月15日24时截止').waitFor()
  await clerk.getByRole('button', { name: '开始填写' }).click()
  await clerk.getByLabel('联系人').fill('陈明')
  await clerk.getByLabel('联系电话').fill('0557-7021234')
  await clerk.getByLabel('申请理由').fill('近两年依法行政考核均为优秀，现申请创建示范单位。')
  await clerk.getByLabel('创建示范项目名称').fill('行政执法')
  await attach(clerk, 'answer-creationPlan', [paper('创建方案.pdf')])
  await attach(clerk, 'answer-workPlan', [paper('普法责任清单.pdf')])
  await attach(clerk, 'answer-creationReport', [paper('创建报告.pdf')])
  await saved(clerk)
  await shoot(clerk, 'journey-1-filled-in')
  await signOnline(clerk)
  await enterPaperSignature(clerk, '2018-05-07', '签字盖章页.pdf')
  await handIn(clerk)
  await clerk.getByText('本件现在没有需要您办理的事项').waitFor()
  await shoot(clerk, 'journey-2-handed-in')
})

test('the office returns it with two named questions', async () => {
  officer = await county.logIn('officer-1')
  await officer.getByRole('link', { name: /办理“初审”/ }).click()
  await officer.getByLabel('退回：创建示范项目名称').check()
  await officer.getByLabel('退回：工作计划').check()
  await officer.getByRole('radio', { name: '退回补正' }).check()
  await officer.getByLabel('意见和理由').fill('项目名称过宽；工作计划缺少时间安排。')
  await shoot(officer, 'journey-3-returning', { whole: false })
  await officer.getByRole('button', { name: /^办理/ }).click()
  await officer.getByRole('button', { name: '确定办理' }).click()
  await officer.getByText('退回补正，已办理').waitFor()
})

test('the unit corrects only what was named, and hands in again', async () => {
  await clerk.goto(county.origin + CASE)
  await clerk.getByText('退回意见：项目名称过宽').first().waitFor()
  expect(await clerk.getByLabel('申请理由').count()).toBe(0)
  await clerk.getByLabel('创建示范项目名称').fill('普法责任清单与案卷评查')
  await clerk.getByLabel('移除普法责任清单.pdf').click()
  await attach(clerk, 'answer-workPlan', [paper('普法责任清单.pdf', '补正')])
  await saved(clerk)
  expect(await clerk.getByText('退回后已修改').count()).toBe(2)
  await shoot(clerk, 'journey-4-mended')
  await signOnline(clerk)
  await enterPaperSignature(clerk, '2018-05-07', '签字盖章页2.pdf')
  await handIn(clerk)
})

test('the office accepts, prepares the notice and publishes it by another hand, and anybody reads it', async () => {
  await officer.goto(`${county.origin}/console/`)
  await officer.getByRole('link', { name: /办理“初审”/ }).click()
  await officer.getByText('退回后重报').waitFor()
  await shoot(officer, 'journey-5-reviewing', { whole: false })
  await officer.getByRole('radio', { name: '通过', exact: true }).check()
  await officer.getByLabel('意见和理由').fill('符合基本条件，材料齐全。')
  await officer.getByRole('button', { name: /^办理/ }).click()
  await officer.getByRole('button', { name: '确定办理' }).click()
  await officer.getByText('通过，已办理').waitFor()
  // Who waits for a notice stands in its list a moment after the case is there.
  await county.stage.settle()
  await officer.goto(`${county.origin}/console/batches/2018-2/steps/notice/notices/new`)
  await officer.getByLabel('发布位置').fill('县政府网站通知公告栏')
  await officer.getByRole('button', { name: '送签' }).click()
  await officer.getByRole('button', { name: '确定送签' }).click()
  await officer.getByText('已拟制，等待签发').waitFor()
  await shoot(officer, 'journey-6-prepared')
  await county.cloud.settle()
  const head = await county.logIn('office-head')
  await head.getByRole('link', { name: '签发“公示”' }).click()
  await head.frameLocator('iframe').getByText('黑塔镇人民政府').waitFor()
  await head.getByRole('button', { name: '签发', exact: true }).click()
  await head.getByText('请确认已进行保密审查').waitFor()
  await head.getByLabel(/已进行保密审查/).check()
  await shoot(head, 'journey-6-approving')
  await head.getByRole('button', { name: '签发', exact: true }).click()
  await head.getByRole('dialog').getByRole('button', { name: '签发' }).click()
  await head.getByText('公示中').first().waitFor()
  await shoot(head, 'journey-6-notice')
  await county.cloud.settle()
  const citizen = await county.visit('/public/index.html', { viewport: { width: 390, height: 844 } })
  await citizen.getByRole('link', { name: /公示/ }).first().click()
  await citizen.getByText('黑塔镇人民政府').first().waitFor()
  await shoot(citizen, 'journey-7-public')
})

test('time is moved on the page to the end of the notice, and the office closes it', async () => {
  await officer.goto(`${county.origin}/console/`)
  const over = officer.getByRole('link', { name: /已期满，请核对各渠道后结束公示/ })
  for (let moves = 0; moves < 4 && (await over.count()) === 0; moves++) {
    await officer.getByRole('button', { name: '前进到下一个期限' }).click()
    await officer.getByRole('button', { name: '前进到下一个期限' }).and(officer.locator(':enabled')).waitFor()
    await officer.waitForTimeout(1000)
  }
  await over.click()
  await officer.getByRole('button', { name: '结束公示' }).click()
  const dialog = officer.getByRole('dialog')
  for (const channel of ['网页', '邮箱', '来信']) await dialog.getByLabel(channel).check()
  expect(await dialog.getByRole('button', { name: '确定结束公示' }).isDisabled()).toBe(true)
  await dialog.getByLabel('值班记录').check()
  await shoot(officer, 'journey-8-closing', { whole: false })
  await dialog.getByRole('button', { name: '确定结束公示' }).click()
  await officer.getByText('公示已结束').waitFor()
  await officer.getByText(/单位已转下一环节/).waitFor()
  await county.cloud.settle()
})

test('the meeting names the unit', async () => {
  const secretary = await county.logIn('secretary')
  await secretary.getByRole('link', { name: /等待审议“常务会议”/ }).click()
  await secretary.getByLabel('会议名称').fill('县政府第38次常务会议')
  await secretary.getByLabel('会议纪要编号').fill('泗政常纪〔2018〕38号')
  // It met on the day that the clock has been moved to: not before the notice had its result.
  const clock =
    (await secretary
      .getByText(/当前时间/)
      .first()
      .textContent()) ?? ''
  await secretary.getByLabel('会议日期').fill(/\d+年\d+月\d+日/.exec(clock)?.[0] ?? '')
  await secretary.keyboard.press('Tab')
  await secretary.getByLabel('出席人员').fill('许建国、宋志远、何秀英')
  await secretary.getByRole('radiogroup', { name: '会议结论' }).getByText('命名', { exact: true }).click()
  await secretary.locator('input[type=file]').first().setInputFiles(paper('会议纪要38.pdf'))
  await secretary.locator('li', { hasText: '会议纪要38.pdf' }).filter({ hasText: '已上传' }).waitFor()
  await shoot(secretary, 'journey-8-meeting')
  await secretary.getByRole('button', { name: /^登记/ }).last().click()
  await secretary.getByRole('button', { name: '确认登记' }).click()
  await secretary.getByText('会议决定已登记').waitFor()
  await county.cloud.settle()
  await clerk.goto(county.origin + CASE)
  await clerk.getByText('本件已办结').waitFor()
  await clerk.locator('.ant-tag', { hasText: '命名' }).first().waitFor()
  await shoot(clerk, 'journey-9-named')
  const citizen = await county.visit('/public/index.html')
  await citizen.getByRole('link', { name: '查看现有示范单位名录' }).click()
  await citizen.getByText('黑塔镇人民政府').first().waitFor()
  await shoot(citizen, 'journey-10-register')
  expect(county.complaints()).toEqual([])
})
