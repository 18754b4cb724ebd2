/** Titles after their naming, by what people see and click: entered, warned, revoked by the meeting, checked by a citizen. */
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { year } from '../../packages/cli/rehearsal/year.ts'
import { paper } from './acts-on-screen.ts'
import { findings, sideways } from './axe.ts'
import { type CountyInBrowser, countyInBrowser, shoot } from './county-in-browser.ts'
import { strayOnPaper } from './on-paper.ts'

const TODAY = '2019-03-04T09:00:00+08:00'
let county: CountyInBrowser
let officer: Page
let head: Page
beforeAll(async () => {
  county = await countyInBrowser({ acts: year, today: TODAY })
  officer = await county.logIn('officer-1')
  head = await county.logIn('office-head')
  for (const page of [officer, head]) page.setDefaultTimeout(8000)
})
afterAll(() => county?.close())
afterEach(({ task }) => (task.result?.state === 'fail' ? county.shootAll('titles') : undefined))

async function isReadable(page: Page, name: string) {
  await page.waitForTimeout(300)
  await shoot(page, `titles-${name}`)
  expect([name, await findings(page), await sideways(page), await strayOnPaper(page)]).toEqual([name, [], 0, []])
}
const choose = async (page: Page, what: string) => {
  await page.getByLabel('办理事项').click()
  await page
    .getByRole('option', { name: what })
    .or(page.locator('.ant-select-item-option', { hasText: what }))
    .last()
    .click()
}
const fillDate = async (page: Page, label: string, day: string) => {
  await page.getByLabel(label).fill(day)
  await page.keyboard.press('Tab')
}
async function approve(of: Page, unit: string, todo: string) {
  await county.cloud.settle()
  await of.goto(`${county.origin}/console/`)
  await of.locator('tr', { hasText: unit }).getByRole('link', { name: todo, exact: true }).click()
  await of.getByLabel(/已进行保密审查/).check()
  await of.getByRole('button', { name: '签发', exact: true }).click()
  await of.getByRole('dialog').getByRole('button', { name: /签发/ }).click()
  await of.getByText('已签发').first().waitFor()
}

test('the register shows who holds a title, and a title has a page with its certificate', async () => {
  await officer.getByRole('link', { name: '名录', exact: true }).click()
  await officer.getByText('示范单位名录（2个单位）').waitFor()
  await isReadable(officer, 'register')
  await officer.getByRole('link', { name: '大庄镇人民政府' }).click()
  await officer.getByText('没有复查、警示和取消的记录').waitFor()
  await officer.getByText('2018-2-1-01').waitFor()
  await isReadable(officer, 'held')
  await officer.getByRole('button', { name: '打印证书' }).waitFor()
})

test('a warning is prepared, approved by the head, and public', async () => {
  await choose(officer, '拟制：警示')
  await officer.getByLabel('警示的事由和要求').fill('执法案卷评查两次不合格，限三十日内整改到位。')
  await officer.getByRole('button', { name: '送签', exact: true }).click()
  await officer.getByText('待签发：警示').waitFor()
  await isReadable(officer, 'prepared')
  await approve(head, '大庄镇', '签发警示')
  await head.getByText('受到警示').first().waitFor()
  await isReadable(head, 'warned')
})

test('the unit finds its title in the register, and what was done about it', async () => {
  const clerk = await county.logIn('clerk-dazhuang')
  clerk.setDefaultTimeout(8000)
  await clerk.getByRole('link', { name: '名录', exact: true }).click()
  await clerk.getByRole('link', { name: '大庄镇人民政府' }).click()
  await clerk.getByText('执法案卷评查两次不合格，限三十日内整改到位。').waitFor()
  expect(await clerk.getByLabel('办理事项').count()).toBe(0)
  await clerk.setViewportSize({ width: 390, height: 800 })
  await isReadable(clerk, 'phone')
})

test('a revocation: heard and proposed, decided by the meeting, published; the citizen checks the certificate', async () => {
  await officer.reload()
  await choose(officer, '拟制：提请取消示范单位资格')
  await officer.getByText('发现一票否决情形').click()
  await officer.getByRole('button', { name: '送签', exact: true }).click()
  await officer.getByText(/还有\d项没有填写/).waitFor()
  await isReadable(officer, 'lacking')
  await officer.getByText('班子成员重大违法违纪').click()
  await fillDate(officer, '发生日期', '2018.11.28')
  await fillDate(officer, '发现日期', '2019年3月1日')
  await officer.getByLabel('事实和理由').fill('镇政府一名副职因违法决策受到撤职处分，处分决定已经生效。')
  await fillDate(officer, '听取单位意见的日期', '20190302')
  await officer.getByLabel('单位的意见').fill('承认事实，服从处理，没有其他意见。')
  await officer.getByRole('button', { name: '送签', exact: true }).click()
  await officer.getByText('待签发：提请取消示范单位资格').waitFor()
  await isReadable(officer, 'proposed')
  await approve(head, '大庄镇', '签发提请取消示范单位资格')
  const secretary = await county.logIn('secretary')
  secretary.setDefaultTimeout(8000)
  await county.cloud.settle()
  await secretary.reload()
  await secretary.getByRole('link', { name: /登记会议对取消示范单位资格的决定/ }).click()
  await secretary.getByLabel('会议名称').fill('县政府第8次常务会议')
  await secretary.getByLabel('会议纪要编号').fill('泗政常纪〔2019〕8号')
  await fillDate(secretary, '会议日期', '2019-03-04')
  await secretary.getByLabel('出席人员').fill('许建国、宋志远、何秀英。请假：王伟')
  await secretary.getByText('取消示范单位资格', { exact: true }).click()
  await secretary.locator('[data-files$="-minutes"]').setInputFiles(paper('纪要.pdf'))
  await secretary.getByText('纪要.pdf').first().waitFor()
  await secretary.waitForTimeout(1500)
  await isReadable(secretary, 'meeting')
  await secretary.getByRole('button', { name: '登记会议决定' }).click()
  await secretary
    .getByRole('dialog')
    .getByText(/出席3人：许建国、宋志远、何秀英；缺席1人：王伟/)
    .last()
    .waitFor()
  await shoot(secretary, 'titles-meeting-asked', { whole: false })
  await secretary.getByRole('dialog').getByRole('button', { name: /登记/ }).click()
  await secretary.getByText('会议已决定取消示范单位资格').first().waitFor()
  await county.cloud.settle()
  await officer.goto(`${county.origin}/console/`)
  await officer.getByRole('link', { name: /会议已决定取消，拟制取消决定/ }).click()
  await choose(officer, '拟制：取消示范单位资格的决定')
  await officer.getByLabel('取消决定的文号').fill('泗政〔2019〕11号')
  await officer.getByLabel('取消的事实和理由').fill('发现一票否决情形，决定取消示范单位资格。')
  await officer.getByRole('button', { name: '送签', exact: true }).click()
  await approve(head, '大庄镇', '签发取消示范单位资格的决定')
  await head.getByText('已取消').first().waitFor()
  await isReadable(head, 'revoked')
  await county.cloud.settle()

  const code = (await head.getByText(/^[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}$/).textContent()) ?? ''
  const citizen = await county.visit('/public/register.html')
  await citizen.getByText('称号已经取消、失效的单位').waitFor()
  await shoot(citizen, 'titles-public-register')
  await citizen.getByLabel('查验证书').fill(code.toLowerCase())
  await citizen.getByRole('button', { name: '查验' }).click()
  await citizen.getByText('泗政〔2019〕11号').waitFor()
  await shoot(citizen, 'titles-public-title')
  expect(await findings(citizen)).toEqual([])
  await citizen.goto(`${county.origin}/public/titles/check?code=7F3A`)
  await citizen.getByText('查验码应为12位').waitFor()
})

test('of two officers none overwrites unseen; what came back is dropped with a reason', async () => {
  const second = await county.logIn('officer-2')
  const at = `${county.origin}/console/titles/2018-2/caogou`
  for (const page of [officer, second]) {
    page.setDefaultTimeout(8000)
    await page.goto(at)
    await choose(page, '拟制：警示')
  }
  await officer.getByLabel('警示的事由和要求').fill('逾期没有报送整改情况。')
  await second.getByLabel('警示的事由和要求').fill('案卷评查两次不合格，限期整改。')
  await second.getByRole('button', { name: '送签', exact: true }).click()
  await second.getByText('待签发：警示').waitFor()
  await officer.reload()
  await officer.getByText(/已有新的稿：.*拟制“警示”/).waitFor()
  await officer.getByRole('button', { name: '送签', exact: true }).click()
  await officer
    .getByText(/您打开页面时还没有；本次没有送签/)
    .first()
    .waitFor()
  await officer.getByRole('button', { name: '送签', exact: true }).click()
  await officer.getByText('警示已送签').first().waitFor()
  await county.cloud.settle()
  await head.goto(at)
  await head.getByRole('button', { name: '退回', exact: true }).click()
  await head.getByLabel('退回理由').fill('整改情况已经报送。')
  await head
    .getByRole('button', { name: /^退\s?回/ })
    .last()
    .click()
  await head.getByText('已退回：整改情况已经报送。').waitFor()
  await officer.reload()
  await officer.getByRole('button', { name: '不再办理', exact: true }).click()
  await officer.getByLabel('不再办理的理由').fill('经核实已经按期报送。')
  await officer.getByRole('button', { name: '确定不再办理' }).click()
  await officer.getByRole('dialog').getByRole('button', { name: '确定不再办理' }).click()
  await officer.getByText('不再办理被退回的“警示”').waitFor()
  await isReadable(officer, 'dropped')
})

test('a title of an earlier batch is entered from its decision', async () => {
  await officer.goto(`${county.origin}/console/register`)
  const entering = officer.getByLabel('补录以前批次的称号')
  await entering.getByRole('button', { name: /补\s?录/ }).click()
  await entering.getByText('请选择单位').waitFor()
  await entering.getByLabel('单位').click()
  await officer.locator('.ant-select-item-option', { hasText: '墩集镇' }).click()
  await entering.getByLabel('批次编号').fill('2016-1')
  await entering.getByRole('button', { name: /补\s?录/ }).click()
  await officer.getByLabel('命名决定的标题').fill('关于命名首批依法行政示范单位的决定')
  await officer.getByLabel('命名决定的文号').fill('泗政〔2016〕9号')
  await fillDate(officer, '命名日期', '2016-12-20')
  await officer.locator('[data-files$="-scan"]').setInputFiles(paper('首批决定.pdf'))
  await officer.waitForTimeout(1500)
  await isReadable(officer, 'entering')
  await officer.getByRole('button', { name: '送签', exact: true }).click()
  await officer.getByText('待签发：补录称号').waitFor()
  await approve(head, '墩集镇', '签发补录称号')
  await head.getByText('有效').first().waitFor()
  await isReadable(head, 'entered')
})
