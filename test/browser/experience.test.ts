/** 经验推广, by what people see and click: a clerk, the unit's head, an officer, the office's head, a citizen. */
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { year } from '../../packages/cli/rehearsal/year.ts'
import { findings, sideways } from './axe.ts'
import { type CountyInBrowser, countyInBrowser, shoot } from './county-in-browser.ts'
import { englishOn } from './english-on.ts'
import { strayOnPaper } from './on-paper.ts'

const TODAY = '2019-03-04T09:00:00+08:00'
const TEXT = '镇里把执法事项列成清单，写明依据、程序和时限。\n清单在便民大厅公开，群众随时查看。'
let county: CountyInBrowser
/** Of the unit’s page, once it is there. */
let address = ''
const people = new Map<string, Page>()
async function windowOf(login: string): Promise<Page> {
  const page = people.get(login) ?? (await county.logIn(login))
  people.set(login, page)
  page.setDefaultTimeout(20_000)
  return page
}
beforeAll(async () => {
  county = await countyInBrowser({ acts: year, today: TODAY })
})
afterAll(() => county?.close())
afterEach(({ task }) => (task.result?.state === 'fail' ? county.shootAll('experience') : undefined))

async function isReadable(page: Page, name: string) {
  await page.waitForTimeout(300)
  await shoot(page, `experience-${name}`)
  expect([name, await findings(page), await sideways(page), await strayOnPaper(page)]).toEqual([name, [], 0, []])
}
/** Opens what waits for somebody, from their worklist. */
async function open(login: string, todo: string): Promise<Page> {
  await county.cloud.settle()
  const page = await windowOf(login)
  await page.goto(`${county.origin}/console/`)
  await page.getByRole('link', { name: todo }).click()
  return page
}
async function agree(page: Page, act: string) {
  await page.getByRole('button', { name: act, exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: act }).click()
}
/** In a window of their own, which has kept no page for its minute. */
async function citizen(path: string): Promise<Page> {
  await county.cloud.settle()
  const page = await county.visit(path, { viewport: { width: 360, height: 740 } })
  page.setDefaultTimeout(20_000)
  return page
}

test('a clerk drafts; what is missing or names somebody is said at its field, and nothing is lost', async () => {
  const clerk = await windowOf('clerk-dazhuang')
  await clerk.getByRole('link', { name: '名录', exact: true }).click()
  await clerk.getByRole('link', { name: '大庄镇人民政府' }).click()
  await clerk.getByRole('button', { name: '起草经验材料' }).click()
  await clerk.getByLabel('正文').fill('请联系13955571234的张某了解做法。')
  await clerk.getByRole('button', { name: '送单位负责人' }).click()
  await clerk.getByText('请填写标题').first().waitFor()
  await isReadable(clerk, 'lacking')
  await clerk.getByLabel('标题').fill('一张清单管执法')
  await clerk.getByRole('button', { name: '送单位负责人' }).click()
  await clerk.getByText('请去掉手机号码、身份证号').first().waitFor()
  await clerk.getByLabel('正文').fill('镇里有清单。')
  await clerk.reload()
  expect(await clerk.getByLabel('标题').inputValue()).toBe('一张清单管执法')
  await clerk.getByRole('button', { name: '送单位负责人' }).click()
  await clerk.getByText('待单位同意公开').waitFor()
  await isReadable(clerk, 'drafted')
})

test('the unit’s head sends it back, and agrees to what comes then', async () => {
  const head = await open('head-dazhuang', '经验材料待本单位同意公开')
  await head.getByText('镇里有清单。').waitFor()
  await isReadable(head, 'consenting')
  await head.getByRole('button', { name: '退回', exact: true }).click()
  await head.getByLabel('退回理由').fill('请写明具体做法。')
  await head.getByRole('button', { name: '退回起草人' }).click()
  await head.getByText('退回：请写明具体做法。').waitFor()
  const clerk = await open('clerk-dazhuang', '经验材料被退回，请修改后重新送签')
  await clerk.getByLabel('正文').fill(TEXT)
  await isReadable(clerk, 'mending')
  await clerk.getByRole('button', { name: '送单位负责人' }).click()
  await clerk.getByText('待单位同意公开').waitFor()
  await open('head-dazhuang', '经验材料待本单位同意公开')
  await head.getByText('清单在便民大厅公开').waitFor()
  await agree(head, '同意公开')
  await head.getByText('待法制办提请公开').waitFor()
})

test('an officer proposes, the head of the office publishes, a citizen reads it on a phone', async () => {
  const officer = await open('officer-1', '单位已同意公开经验材料，提请公开或者退回')
  await officer.getByText('清单在便民大厅公开').waitFor()
  await isReadable(officer, 'proposing')
  await agree(officer, '提请公开')
  await officer.getByText('待法制办签发').waitFor()
  const head = await open('office-head', '签发经验材料')
  await head.getByRole('button', { name: '签发', exact: true }).click()
  await head.getByText('请确认已进行保密审查').waitFor()
  await head.getByLabel(/已进行保密审查/).check()
  await isReadable(head, 'publishing')
  await agree(head, '签发')
  await head.getByText('已公开', { exact: true }).waitFor()
  await isReadable(head, 'published')

  const reader = await citizen('/public/register.html')
  await reader.getByRole('link', { name: '经验推广' }).click()
  await reader.getByRole('link', { name: '一张清单管执法' }).waitFor()
  await isReadable(reader, 'public-list')
  await reader.getByRole('link', { name: '一张清单管执法' }).click()
  await reader.getByText('清单在便民大厅公开').waitFor()
  await reader.getByText('经该单位负责人同意').waitFor()
  await isReadable(reader, 'public')
  address = new URL(reader.url()).pathname
  expect(await englishOn(reader)).toEqual([])
  await reader.getByRole('link', { name: '大庄镇人民政府的称号' }).click()
  await reader.getByRole('link', { name: '一张清单管执法' }).waitFor()
})

test('the unit takes it back: the page says so and since when, and nothing of what it said', async () => {
  const head = await windowOf('head-dazhuang')
  await head.reload()
  await head.getByRole('button', { name: '撤回已公开的经验材料' }).click()
  await head.getByLabel('撤回的理由').fill('清单有两项已经调整，核实后另行报送。')
  await isReadable(head, 'withdrawing')
  await agree(head, '确定撤回')
  await head.getByText(/已于2019年3月4日由单位撤回/).waitFor()
  await isReadable(head, 'withdrawn')
  await head.setViewportSize({ width: 360, height: 740 })
  await isReadable(head, 'phone')
  const reader = await citizen('/public/experiences.html')
  await reader.getByText('现在没有公开的经验材料').waitFor()
  await reader.goto(`${county.origin}${address}`)
  await reader.getByText('本材料已由大庄镇人民政府于2019年3月4日撤回，不再公开。').waitFor()
  await isReadable(reader, 'public-withdrawn')
  expect(await reader.getByText('清单').count()).toBe(0)
})
