/** The call by two: an officer prepares it, the head reads it as units and the public will, sends it back, then opens it. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { attach, paper } from './acts-on-screen.ts'
import { findings } from './axe.ts'
import { type CountyInBrowser, countyInBrowser, shoot } from './county-in-browser.ts'

let county: CountyInBrowser
let officer: Page
let head: Page
beforeAll(async () => {
  county = await countyInBrowser({ acts: [], today: '2018-04-16T09:00:00+08:00' })
  officer = await county.logIn('officer-1', '/console/batches')
  head = await county.logIn('office-head')
  for (const page of [officer, head]) page.setDefaultTimeout(10_000)
})
afterAll(() => county?.close())
afterEach(({ task }) => (task.result?.state === 'fail' ? county.shootAll('call') : undefined))
const CALL = '/console/batches/2018-2/call'

test('an officer prepares it: all that is wrong is said at once, what was typed stays, and nobody else sees it', async () => {
  await officer.getByRole('button', { name: '拟制创建通知' }).click()
  const send = officer.getByRole('button', { name: '送签通知' })
  await officer.getByLabel('批次编号').fill('2018-2')
  await officer.getByLabel('通知标题').fill('泗县第二批依法行政示范单位创建活动')
  await officer.getByLabel('通知文号').fill('泗政办秘〔2018〕22号')
  await officer.getByLabel('发文机关').fill('泗县人民政府办公室')
  await officer.getByLabel('成文日期').fill('2018-04-13')
  await officer.getByLabel('批准文号').fill('泗政〔2018〕9号')
  await officer.getByLabel('批准日期').fill('2018-04-13')
  await officer.getByLabel('批准机关').fill('泗县人民政府')
  await send.click()
  await officer.getByText(/^还有\d+项/).waitFor()
  await officer.reload()
  await officer.getByLabel('创建申请截止日').fill('2018-05-15')
  await attach(officer, 'new-call-files', [paper('附件2 申请表.pdf', 'call'), paper('附件1 标准.pdf', 'call')])
  for (const list of ['standard', 'conditions', 'vetoes'])
    await officer.locator(`#new-call-${list}`).locator('label').filter({ hasText: '不选用' }).click()
  await officer.getByLabel('县道路运输管理所（二级机构）').check()
  await send.click()
  await officer
    .getByText(/请填写指定/)
    .first()
    .waitFor()
  await officer.getByLabel('指定县道路运输管理所的理由').fill('案卷评查连续两年优秀，可以起示范作用。')
  await shoot(officer, 'call-designating')
  await send.click()
  const question = officer.getByRole('dialog')
  await question.getByText('指定参加的单位：县道路运输管理所（二级机构）').waitFor()
  await question.getByText('批准文号：泗政〔2018〕9号').waitFor()
  await question.getByText('附件文件：附件2 申请表.pdf、附件1 标准.pdf').waitFor()
  await shoot(officer, 'call-asked', { whole: false })
  await question.getByRole('button', { name: '送签通知' }).click()
  await officer.waitForURL(/2018-2\/call$/)
  await officer.getByText('昌建平已拟制，等待签发。').waitFor()
  await shoot(officer, 'call-prepared')
  await county.cloud.settle()
  const clerk = await county.logIn('clerk-dunji', CALL)
  await clerk.getByText('没有批次“2018-2”的创建通知').waitFor()
  await clerk.context().close()
  expect(await (await fetch(`${county.origin}/public/batches/2018-2.html`)).text()).not.toContain('泗县第二批')
})

test('the head finds it in the worklist, reads exactly what will be published, and sends it back', async () => {
  await head.goto(`${county.origin}/console/`)
  await head.getByRole('link', { name: '签发创建通知' }).click()
  await head.getByText('2018年5月16日0时起为逾期').first().waitFor()
  await head.getByText('案卷评查连续两年优秀，可以起示范作用。').waitFor()
  const preview = head.frameLocator('iframe[title="公开页面预览"]')
  await preview.getByText('县道路运输管理所（二级机构）').waitFor()
  await preview.getByText('附件1 标准.pdf').waitFor()
  await head.getByText('附件（签发后单位和公众都能打开）：').getByRole('button', { name: '附件1 标准.pdf' }).waitFor()
  await preview.getByRole('heading', { name: '泗县第二批依法行政示范单位创建活动' }).waitFor()
  await shoot(head, 'call-to-open')
  await head.getByRole('button', { name: '退回' }).click()
  await head.getByLabel('退回理由').fill('补正天数按15天。')
  await head.getByRole('button', { name: '退回拟制人' }).click()
  await head.getByText('已退回昌建平：补正天数按15天。').waitFor()
  await county.cloud.settle()
})

test('the officer mends what came back, with everything that was filled in, and sends it again', async () => {
  await officer.goto(`${county.origin}/console/`)
  await officer.getByRole('link', { name: /创建通知被退回，请修改后重新送签：补正天数按15天。/ }).click()
  await officer.getByRole('button', { name: '修改创建通知' }).click()
  const days = officer.getByLabel('退回补正天数')
  expect([await days.inputValue(), await officer.getByLabel('通知标题').inputValue()]).toEqual([
    '10',
    '泗县第二批依法行政示范单位创建活动',
  ])
  await shoot(officer, 'call-returned')
  await days.fill('15')
  await officer.getByRole('button', { name: '送签通知' }).click()
  await officer.getByRole('dialog').getByRole('button', { name: '送签通知' }).click()
  await officer.getByText('退回之日起15日内').waitFor()
  await county.cloud.settle()
})

test('opened, it is the same for units, the office and the public, and shows the digest of what was frozen', async () => {
  await head.goto(`${county.origin}${CALL}`)
  await head.getByRole('button', { name: '签发', exact: true }).click()
  await head.getByText('请确认已进行保密审查。').waitFor()
  await head.getByLabel('已进行保密审查').check()
  await head.getByRole('button', { name: '签发', exact: true }).click()
  await head.getByRole('dialog').getByText('签发后本批次即开始').waitFor()
  await head.getByRole('dialog').getByRole('button', { name: '签发' }).click()
  await head.getByText('已发布', { exact: true }).waitFor()
  const digest = (await head.locator('code').first().textContent()) ?? ''
  expect(digest).toMatch(/^[0-9a-f]{64}$/)
  await shoot(head, 'call-opened')
  await county.cloud.settle()
  const clerk = await county.logIn('clerk-dunji')
  await clerk.getByRole('link', { name: '泗县第二批依法行政示范单位创建活动', exact: true }).click()
  await clerk.getByText(digest).waitFor()
  const [file] = await Promise.all([
    clerk.waitForEvent('download'),
    clerk.getByRole('link', { name: '期限日历文件' }).click(),
  ])
  expect(file.suggestedFilename()).toBe('泗县第二批依法行政示范单位创建活动.ics')
  expect(readFileSync(await file.path(), 'utf8')).toContain('DTSTART;VALUE=DATE:20180515\r\n')
  const [standard] = await Promise.all([
    clerk.waitForEvent('download'),
    clerk.getByRole('link', { name: '附件1 标准.pdf' }).click(),
  ])
  expect(standard.suggestedFilename()).toBe('附件1 标准.pdf')
  expect(readFileSync(await standard.path())).toEqual(paper('附件1 标准.pdf', 'call').buffer)
  await shoot(clerk, 'call-of-unit')
  await clerk.context().close()
  const named = await county.logIn('clerk-yunguan', '/console/cases/2018-2/yunguan')
  await named.getByText('由创建通知指定参加。理由：案卷评查连续两年优秀，可以起示范作用。').waitFor()
  await shoot(named, 'call-named-unit')
  await named.context().close()
  const citizen = await county.visit('/public/index.html')
  await citizen.getByRole('link', { name: /泗县第二批/ }).click()
  await citizen.getByText('2018年5月16日0时起为逾期').first().waitFor()
  expect(await citizen.getByRole('link', { name: /^把期限存入日历/ }).getAttribute('href')).toBe(
    '/public/batches/2018-2.ics',
  )
  expect(await citizen.getByRole('link', { name: '附件1 标准.pdf' }).getAttribute('href')).toBe(
    '/public/batches/2018-2/files/2',
  )
  await shoot(citizen, 'call-public')
  expect(county.complaints()).toEqual([])
})

test('by a procedure that assesses, an officer chooses how it counts, is told what does not add up, and the public reads it', async () => {
  await officer.goto(`${county.origin}/console/calls/new`)
  await officer.getByRole('radio', { name: /考核/ }).or(officer.getByRole('radio').nth(1)).first().check()
  const fill = async (values: Readonly<Record<string, string>>) => {
    for (const [label, value] of Object.entries(values)) await officer.getByLabel(label, { exact: true }).fill(value)
  }
  await fill({ 批次编号: '2018-9', 通知标题: '泗县依法行政示范单位创建（全程）', 通知文号: '泗政办秘〔2018〕29号' })
  await fill({ 发文机关: '泗县人民政府办公室', 成文日期: '2018-04-13', 批准文号: '泗政〔2018〕9号' })
  await fill({ 批准日期: '2018-04-13', 批准机关: '泗县人民政府', 创建申请截止日: '2018-05-15' })
  await fill({ 创建实施截止日: '2018-10-31', 单位申报截止日: '2018-11-20' })
  for (const list of ['standard', 'conditions', 'vetoes'])
    await officer.locator(`#new-call-${list}`).locator('label').filter({ hasText: '不选用' }).click()
  await officer.getByRole('radio', { name: '计分评定：各考核方式按权重计分' }).check()
  const weights = { 听取汇报: '10', 查阅资料: '40', 现场检查: '20', 法律知识测试: '15', 走访服务对象: '25' }
  await fill(Object.fromEntries(Object.entries(weights).map(([method, of]) => [`${method}权重（%）`, of])))
  await officer.getByRole('radio', { name: '取平均值', exact: true }).check()
  await fill({ 可以推荐的最低分: '80' })
  await officer.getByRole('radio', { name: '“查阅资料”得分高的在前，仍相同的并列' }).check()
  const send = officer.getByRole('button', { name: '送签通知' })
  await send.click()
  await officer.getByText('各方式权重之和应为100，现为110；请改正').first().waitFor()
  await shoot(officer, 'call-scoring-wrong')
  // What one way was told is nothing of another, and what was typed for it waits.
  await officer.getByRole('radio', { name: /^达标评定/ }).check()
  expect(await officer.getByText('各方式权重之和应为100，现为110；请改正').count()).toBe(0)
  await officer.getByRole('radio', { name: '计分评定：各考核方式按权重计分' }).check()
  await fill({ '走访服务对象权重（%）': '15' })
  await send.click()
  const question = officer.getByRole('dialog')
  await question.getByText('听取汇报权重（%）：10').waitFor()
  await question.getByText('考核评定办法：计分评定：各考核方式按权重计分').waitFor()
  await shoot(officer, 'call-scoring-asked', { whole: false })
  // On a low screen it scrolls, by keyboard too, and the buttons stay in sight.
  await officer.setViewportSize({ width: 1024, height: 600 })
  await officer.keyboard.press('Escape')
  await send.click()
  await question.getByText('听取汇报权重（%）：10').waitFor()
  expect(await findings(officer)).toEqual([])
  const box = await question.getByRole('button', { name: '送签通知' }).boundingBox()
  expect((box?.y ?? 600) + (box?.height ?? 0)).toBeLessThan(600)
  await officer.setViewportSize({ width: 1366, height: 768 })
  await question.getByRole('button', { name: '送签通知' }).click()
  await officer.waitForURL(/2018-9\/call$/)
  await officer.getByText('听取汇报10%，查阅资料40%，现场检查20%，法律知识测试15%，走访服务对象15%').waitFor()
  await shoot(officer, 'call-scoring-prepared')
  await county.cloud.settle()
  await head.goto(`${county.origin}/console/batches/2018-9/call`)
  const preview = head.frameLocator('iframe[title="公开页面预览"]')
  await preview.getByRole('heading', { name: '考核评定办法' }).waitFor()
  await preview.getByText('总分不低于80分的（满分100分）').waitFor()
  expect(county.complaints()).toEqual([])
})
