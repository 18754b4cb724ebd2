/** Organs enter what they have found of units, correct and withdraw it; who checks a unit reads it, and a unit its own. */
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openCall } from '../../packages/cli/rehearsal/acts.ts'
import { asInSixian } from '../../packages/cli/rehearsal/catalogue-acts.ts'
import { fillIn, signAndSubmit } from '../../packages/cli/rehearsal/form-acts.ts'
import { forEach, inLong, LONG_BATCH, longTerms, nameOf } from '../../packages/cli/rehearsal/long-batch.ts'
import { type Act, BEGINNING, publishing } from '../../packages/cli/rehearsal/year.ts'
import { attach, paper } from './acts-on-screen.ts'
import { findings, sideways } from './axe.ts'
import { type CountyInBrowser, countyInBrowser, shoot } from './county-in-browser.ts'

const UNITS = ['guotu', 'sicheng'] as const
const WORDS = '一起限期拆除决定因没有告知听证权利，被判决撤销。'
const acts: readonly Act[] = [
  ...publishing,
  inLong('2018-04-16T09:30', '发布全程创建通知', openCall(asInSixian(longTerms))),
  ...forEach('2018-05-16T09:00', UNITS, '填写申请表', (unit) => fillIn(unit, nameOf(unit))),
  ...forEach('2018-05-17T09:00', UNITS, '签署并提交', (unit) => signAndSubmit(unit, '2018-05-17')),
]
let county: CountyInBrowser
let officer: Page
let archive: Page
beforeAll(async () => {
  county = await countyInBrowser({ acts, beginning: BEGINNING, today: '2018-05-18T09:00:00+08:00' })
})
afterAll(() => county?.close())
afterEach(({ task }) => (task.result?.state === 'fail' ? county.shootAll('results') : undefined))

const row = (page: Page, text: string) => page.getByRole('row').filter({ hasText: text })
const clean = async (page: Page) => expect([await findings(page), await sideways(page)]).toEqual([[], 0])
async function choose(page: Page, label: string, name: string) {
  await page.getByRole('combobox', { name: new RegExp(`${label}$`) }).click()
  // Only some of a long list stand in the page until one looks for it.
  await page.keyboard.type(name)
  await page.locator('.ant-select-item-option:visible').filter({ hasText: name }).first().click()
}

test('the office enters a lost suit: kind, unit and what is asked of it; what was typed stays where it is refused', async () => {
  officer = await county.logIn('officer-1', '/console/')
  await officer.getByRole('link', { name: '外部结果', exact: true }).click()
  await officer.getByText('2018年还没有登记外部结果').waitFor()
  await clean(officer)
  await officer.getByRole('button', { name: '登记结果' }).click()
  // What another organ owns and enters itself is not offered.
  expect(await officer.getByRole('radio', { name: '案卷评查' }).count()).toBe(0)
  await officer.getByRole('radio', { name: '行政诉讼败诉' }).check()
  await choose(officer, '单位', '县国土资源局')
  await officer.getByLabel('文书日期', { exact: true }).fill('2017-5-10')
  await officer.getByLabel('文号', { exact: true }).fill('（2018）皖1324行初21号')
  await officer.getByLabel('认定的情况').fill(WORDS)
  const send = async () => {
    await officer.getByRole('form').getByRole('button', { name: '登记结果' }).click()
    const dialog = officer.getByRole('dialog')
    await dialog.getByText('登记县国土资源局的行政诉讼败诉，该单位可以看到。是否登记？').last().waitFor()
    await dialog.getByRole('button', { name: '登记结果' }).click()
  }
  await officer.getByRole('form').getByRole('button', { name: '登记结果' }).click()
  await officer.getByText('请上传文书扫描件').first().waitFor()
  await attach(officer, 'results-2018-lostSuit-scan', [paper('判决书.pdf', '判决书')])
  await send()
  await officer
    .getByText(/文书日期应在2018年/)
    .first()
    .waitFor()
  expect(await officer.getByLabel('认定的情况').inputValue()).toBe(WORDS)
  await shoot(officer, 'results-1-refused')
  await clean(officer)
  await officer.getByLabel('文书日期', { exact: true }).fill('2018-5-10')
  await send()
  await row(officer, '县国土资源局').getByText(WORDS).waitFor()
  await officer.getByText('外部结果簿（2018年，1条）').waitFor()
  await shoot(officer, 'results-2-entered')
  await clean(officer)
})

test('the organ that owns a kind enters it itself, and sees of the others nothing', async () => {
  archive = await county.logIn('clerk-dangan', '/console/results')
  await archive.getByText('2018年还没有登记外部结果').waitFor()
  await archive.getByRole('button', { name: '登记结果' }).click()
  await archive.getByText('案卷评查由县档案局主管。').waitFor()
  await choose(archive, '单位', '泗城镇人民政府')
  await archive.getByLabel('文书日期', { exact: true }).fill('2018-5-15')
  await archive.getByLabel('文号', { exact: true }).fill('泗案评〔2018〕2号')
  await archive.getByRole('form').getByRole('button', { name: '登记结果' }).click()
  await archive.getByText('请选择等次或者填写得分').first().waitFor()
  await archive.getByLabel('得分').fill('82')
  await archive.getByRole('form').getByRole('button', { name: '登记结果' }).click()
  await archive.getByRole('dialog').getByRole('button', { name: '登记结果' }).click()
  await row(archive, '泗城镇人民政府')
    .getByText(/82分（泗案评〔2018〕2号，2018年5月15日）/)
    .waitFor()
  expect(await archive.getByText('县国土资源局').count()).toBe(0)
  await shoot(archive, 'results-3-organ')
  await clean(archive)
})

test('what was entered by mistake is corrected or withdrawn with a reason, and stays readable', async () => {
  await archive.getByRole('button', { name: '更正：第2号泗城镇人民政府的案卷评查' }).click()
  await archive.getByLabel('更正理由').waitFor()
  expect(await archive.evaluate(() => document.activeElement?.id)).toBe('results-2018-2-correct-on')
  await archive.getByLabel('得分').fill('85')
  await archive.getByLabel('更正理由').fill('得分抄错了一位。')
  await archive.getByRole('button', { name: '更正结果', exact: true }).click()
  await archive.getByRole('dialog').getByRole('button', { name: '更正结果' }).click()
  await row(archive, '85分').getByText('更正理由：得分抄错了一位。').waitFor()
  await row(archive, '85分').getByText(/82分/).waitFor()
  await officer.reload()
  await row(officer, '85分').waitFor()
  // Others' kinds are theirs to change.
  expect(await officer.getByRole('button', { name: /案卷评查/ }).count()).toBe(0)
  await officer.getByRole('button', { name: '撤销：第1号县国土资源局的行政诉讼败诉' }).click()
  await officer.getByRole('button', { name: /^取\s?消$/ }).click()
  expect(await officer.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(/^撤销：第1号/)
  await choose(officer, '按单位筛选', '泗城镇人民政府')
  expect(await row(officer, '县国土资源局').count()).toBe(0)
  await officer.reload()
  await row(officer, '县国土资源局').waitFor()
  await shoot(officer, 'results-4-corrected')
  await clean(officer)
})

test('whoever checks a unit reads it there, and is told where it cannot be read', async () => {
  await officer.goto(`${county.origin}/console/batches/${LONG_BATCH}/steps/review/judge/guotu`)
  const found = officer.getByRole('region', { name: '外部结果' })
  await found.getByText(WORDS).waitFor()
  await shoot(officer, 'results-5-judged')
  await clean(officer)
  await officer.route('**/api/results', (route) =>
    route.fulfill({ status: 503, json: { error: '系统暂时不能办理，请稍后再试。' } }),
  )
  await officer.goto(`${county.origin}/console/cases/${LONG_BATCH}/sicheng`)
  await found.getByText('外部结果没有读到，请重试。').waitFor()
  await officer.unroute('**/api/results')
  await found.getByRole('button', { name: '重试' }).click()
  await found.getByText(/85分/).waitFor()
  await clean(officer)
})

test('what was overturned is withdrawn, and nobody who checks reads it any more', async () => {
  await officer.goto(`${county.origin}/console/results/2018`)
  await officer.getByRole('button', { name: '撤销：第1号县国土资源局的行政诉讼败诉' }).click()
  await officer.getByLabel('撤销理由').fill('二审已经改判。')
  await officer.getByRole('button', { name: '撤销结果', exact: true }).click()
  await officer
    .getByRole('dialog')
    .getByText(/撤销县国土资源局的行政诉讼败诉（第1号）/)
    .last()
    .waitFor()
  await officer.getByRole('dialog').getByRole('button', { name: '撤销结果' }).click()
  await row(officer, '县国土资源局')
    .getByText(/撤销理由：二审已经改判。/)
    .waitFor()
  await officer.getByText('外部结果簿（2018年，1条）').waitFor()
  await officer.goto(`${county.origin}/console/cases/${LONG_BATCH}/guotu`)
  await officer.getByText('县国土资源局').first().waitFor()
  await officer.waitForLoadState('networkidle')
  expect(await officer.getByText(WORDS).count()).toBe(0)
})

test('a unit reads what stands about it and nothing of others, also on a phone', async () => {
  const clerk = await county.logIn('clerk-guotu', '/console/')
  await clerk.getByRole('link', { name: '外部结果', exact: true }).click()
  await row(clerk, '县国土资源局').getByText(WORDS).waitFor()
  await clerk.getByText(/认为有误的，请向登记的机关提出/).waitFor()
  expect(await clerk.getByText('泗城镇').count()).toBe(0)
  expect(await clerk.getByRole('button', { name: /登记结果|更正|撤销|判决书/ }).count()).toBe(0)
  await clean(clerk)
  await clerk.setViewportSize({ width: 375, height: 700 })
  await shoot(clerk, 'results-6-phone')
  await clean(clerk)
  await clerk.setViewportSize({ width: 1280, height: 800 })
  await clerk.goto(`${county.origin}/console/cases/${LONG_BATCH}/guotu`)
  await clerk.getByText('县国土资源局').first().waitFor()
  expect(await clerk.getByRole('region', { name: '外部结果' }).count()).toBe(0)
  await clerk.context().close()
})
