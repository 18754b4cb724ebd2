/** The paper that is stamped, as its sheets: short, empty, long, not complete; and what the office and others print. */
import { mkdirSync, writeFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { FOR_TRAINING } from '#county/organs.ts'
import { root } from '../../packages/cli/laptop/laptop.ts'
import { attach, paper, saved } from './acts-on-screen.ts'
import { type CountyInBrowser, countyInBrowser, shoot } from './county-in-browser.ts'
import { onPaper, pdfOf, sheetsOf, strayOnPaper } from './on-paper.ts'

const CASES = '/console/cases/2018-2'
const TITLE = '泗县第二批依法行政示范单位创建申请表'
const DRAFT = '草稿，不得用印'
let county: CountyInBrowser
beforeAll(async () => {
  county = await countyInBrowser()
})
afterAll(() => county?.close())
afterEach(({ task }) => (task.result?.state === 'fail' ? county.shootAll('printing') : undefined))

/** Kept for people to look at. */
async function keptPdf(page: Page, name: string): Promise<number> {
  const { bytes, pages } = await pdfOf(page)
  mkdirSync(`${root}screenshots`, { recursive: true })
  writeFileSync(`${root}screenshots/${name}.pdf`, bytes)
  return pages
}
/** What prints the form has been loaded: it is there as soon as the page is seen as paper. */
const ready = (page: Page) => expect.poll(async () => (await sheetsOf(page)).length).toBeGreaterThan(0)
const withoutBlanks = (text: string) => text.replaceAll(/\s/g, '')

describe('the form that a unit fills in', () => {
  test('is printed as the county’s paper, with every row, blanks, the seal’s place and the whole digest', async () => {
    const page = await county.logIn('clerk-caogou', `${CASES}/caogou`)
    await ready(page)
    const sheets = await sheetsOf(page)
    const [first] = sheets
    for (const words of [
      ...['附件2', TITLE, '申请单位（盖章）：草沟镇人民政府', '申请时间', '单位名称', '联系人', '联系电话', '申请理由'],
      ...['（另附创建方案和工作计划等有关材料）', '创建示范项目名称', '本单位法制机构意见', '单位主要负责人意见'],
      ...[
        '泗县人民政府法制办公室意见',
        '负责人（签名）：',
        '第1页　共2页',
        '草沟镇人民政府',
        '表式：泗政办秘〔2018〕22号 附件2',
      ],
    ])
      expect(first?.text).toContain(words)
    await page.emulateMedia({ media: 'print' })
    const lines = await page
      .locator('.sheet th', { hasText: /^创建示范项目名称$/ })
      .first()
      .evaluate((th) => {
        const range = document.createRange()
        range.selectNodeContents(th)
        return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size
      })
    expect(lines).toBe(1)
    // A title of two lines is parted between two words.
    const words = await page
      .locator('.sheet th .sheet-word')
      .evaluateAll((all) => all.map((one) => `${one.textContent} ${one.getClientRects().length}`))
    expect(words).toContain('意见 1')
    expect(words.filter((one) => !one.endsWith(' 1'))).toEqual([])
    await page.emulateMedia({ media: null })
    // Handed in again it gets its day; the office's box is still to be written.
    expect(withoutBlanks(first?.text ?? '')).toContain('申请时间：年月日')
    expect(withoutBlanks(first?.text ?? '')).toMatch(/法制办公室意见负责人（签名）：年月日/)
    expect(sheets[1]?.text).toMatch(/附送材料清单（共3件）[\s\S]+序号[\s\S]+1\s+创建方案\s+草沟镇人民政府创建方案\.pdf/)
    expect(sheets[1]?.text).toMatch(/内容摘要（SHA-256）：[0-9a-f]{64}/)
    expect(sheets.map(({ text }) => text).join('')).not.toContain('草稿')
    expect(sheets.every(({ within }) => within)).toBe(true)
    expect(await keptPdf(page, 'printing-1-application')).toBe(2)
    expect(await strayOnPaper(page)).toEqual([])
    // Nobody on screen finds it twice.
    expect(await page.locator('body > .sheets').count()).toBe(0)
    await page.context().close()
  })

  test('is a draft, and says so on every sheet, as long as something is missing or not saved', async () => {
    const page = await county.logIn('clerk-dunji', `${CASES}/dunji`)
    await ready(page)
    const empty = await sheetsOf(page)
    expect(empty.map(({ text }) => text.includes(DRAFT))).toEqual(empty.map(() => true))
    expect(empty.map(({ text }) => text).join('')).not.toMatch(/SHA-256/)
    await keptPdf(page, 'printing-2-draft')
    await attach(page, 'answer-creationReport', [paper('创建报告.pdf')])
    await page.getByLabel('申请理由').fill('已经齐全。')
    await page.getByText('创建申请表已填写完整').waitFor()
    await saved(page)
    await expect.poll(async () => (await sheetsOf(page))[0]?.text.includes(DRAFT)).toBe(false)
    // What is typed and not kept yet stands on it, and it may not be sealed.
    await page.route('**/api/**', (route) => route.abort())
    await page.getByLabel('申请理由').fill('刚刚改过。')
    const [unsaved] = await sheetsOf(page)
    expect(unsaved?.text).toContain('刚刚改过。')
    expect(unsaved?.text).toContain(DRAFT)
    await page.unroute('**/api/**')
    await saved(page)
    await page.context().close()
  })

  test('loses nothing of a long reason, which goes on from sheet to sheet', async () => {
    const page = await county.logIn('clerk-dunji', `${CASES}/dunji`)
    const paragraph = '本单位对全面推进依法行政工作进行专题研究和部署，有效开展创建依法行政示范单位活动；'
    const lines = Array.from({ length: 60 }, (_, n) => `${n + 1}．${paragraph}`)
    const long = lines.join('\n').slice(0, 2990)
    await page.getByLabel('申请理由').fill(long)
    await page.waitForTimeout(1700)
    await saved(page)
    await ready(page)
    const sheets = await sheetsOf(page)
    expect(sheets.length).toBeGreaterThan(4)
    expect(sheets.every(({ within }) => within)).toBe(true)
    for (const [at, { text }] of sheets.entries()) expect(text).toContain(`第${at + 1}页　共${sheets.length}页`)
    const answer = await onPaper(page, () =>
      page.evaluate<string>(
        "[...document.querySelectorAll('body > .sheets .sheet-long td p:not(.sheet-note)')].map((one) => one.textContent).join('')",
      ),
    )
    expect(answer).toBe(withoutBlanks(long))
    expect(await keptPdf(page, 'printing-3-long')).toBe(sheets.length)
    await page.getByRole('button', { name: '核对全表' }).click()
    await page.getByRole('button', { name: '打印' }).waitFor()
    // The button prints the same: it begins only when the paper is there.
    await page.evaluate("window.print = () => { window.printed = document.querySelectorAll('body > .sheets').length }")
    await page.getByRole('button', { name: '打印' }).click()
    await expect.poll(() => page.evaluate('window.printed')).toBe(0)
    expect(await keptPdf(page, 'printing-4-last-look')).toBe(sheets.length)
    await page.context().close()
  })

  test('says why, where the paper cannot be loaded, and prints on the next try', async () => {
    const page = await county.logIn('clerk-caogou', '/console/')
    await page.route(/assets\/(print-instead|form-on-paper|sheets)/, (route) => route.abort())
    await page.goto(`${county.origin}${CASES}/caogou/check`)
    await page.evaluate('window.print = () => { window.printed = true }')
    await page.getByRole('button', { name: '打印' }).click()
    await page.getByText('打印版式没有读到，请检查网络后再点“打印”。').waitFor()
    expect(await page.evaluate('window.printed')).toBeUndefined()
    await page.unroute(/assets\/(print-instead|form-on-paper|sheets)/)
    await page.getByRole('button', { name: '打印' }).click()
    await expect.poll(() => page.evaluate('window.printed')).toBe(true)
    await page.context().close()
  })
})

describe('the form of a case', () => {
  test('is looked at and printed by the office, whom to call only once that was asked for', async () => {
    const page = await county.logIn('officer-1', `${CASES}/changgou`)
    await page.getByRole('link', { name: '打印创建申请表' }).click()
    await page.getByText('（个人信息，未列印）').first().waitFor()
    await page.getByText('申请时间：2018年5月2日').waitFor()
    await shoot(page, 'printing-5-preview')
    await page.getByRole('button', { name: /^列印联系人等个人信息/ }).click()
    await page.getByText('（个人信息，未列印）').first().waitFor({ state: 'detached' })
    const [first] = await sheetsOf(page)
    expect(first?.text).toContain('0557-')
    expect(await keptPdf(page, 'printing-6-by-office')).toBe(2)
    await page.context().close()
  })

  test('lists a hundred files with long names over several sheets, its header on each', async () => {
    const page = await county.logIn('officer-1', '/console/')
    await page.route('**/api/cases/2018-2/changgou', async (route) => {
      const answer = await route.fetch()
      const body = await answer.json()
      const files = Array.from({ length: 100 }, (_, n) => ({
        owner: 'changgou',
        sha256: n.toString(16).padStart(64, '0'),
        name: `${n + 1}号佐证材料${'关于依法行政工作情况的报告'.repeat((n % 5) + 1)}.pdf`,
      }))
      const values = { ...body.form.values, creationPlan: files.map(({ sha256 }) => sha256) }
      await route.fulfill({
        response: answer,
        json: { ...body, form: { ...body.form, values, files: [...body.form.files, ...files] } },
      })
    })
    await page.goto(`${county.origin}${CASES}/changgou/print/creation-application`)
    await page.getByText('附送材料清单').first().waitFor()
    const listed = (await sheetsOf(page)).filter(({ text }) => text.includes('号佐证材料'))
    expect(listed.length).toBeGreaterThan(2)
    for (const { text, within } of listed)
      expect([text.includes('附送材料清单（共102件）'), within]).toEqual([true, true])
    expect(listed.map(({ text }) => text).join('')).toContain('100号佐证材料')
    await keptPdf(page, 'printing-7-files')
    await page.context().close()
  })

  test('that there is none is said', async () => {
    const page = await county.logIn('officer-1', `${CASES}/changgou/print/nothing`)
    await page.getByText('本件还没有这份表格').waitFor()
    await page.context().close()
  })
})

test('every other page says on paper whose it is, who printed it and when, in Shanghai', async () => {
  const page = await county.logIn('officer-1', '/console/', { timezoneId: 'America/Los_Angeles' })
  await page.getByText('我的待办（3）').waitFor()
  const shown = await onPaper(page, () => page.evaluate<string>('document.body.innerText'))
  expect(shown).toContain('泗县依法行政示范创建')
  expect(shown).toContain('昌建平打印于2018年5月8日 10:30（北京时间）')
  expect(await strayOnPaper(page)).toEqual([])
  expect(await page.getByText('打印于').count()).toBe(0)
  await page.context().close()
})

test('a list of several pages is printed whole', async () => {
  const page = await county.logIn('officer-1', '/console/')
  await page.route('**/api/register', async (route) => {
    const titles = Array.from({ length: 120 }, (_, n) => ({
      ...{ unit: `unit-${n}`, batch: '2018-2', name: `第${n + 1}镇人民政府`, on: '2018-06-01' },
    }))
    const answer = await route.fetch()
    await route.fulfill({ response: answer, json: { ...(await answer.json()), titles } })
  })
  await page.goto(`${county.origin}/console/register`)
  await page.getByText('示范单位名录（120个单位）').waitFor()
  expect(await page.locator('tbody tr').count()).toBeLessThan(60)
  const rows = await onPaper(page, () => page.locator('tbody tr', { hasText: '镇人民政府' }).count())
  expect(rows).toBe(120)
  expect(await keptPdf(page, 'printing-8-register')).toBeGreaterThan(2)
  expect(await page.locator('tbody tr').count()).toBeLessThan(60)
  await page.context().close()
})

test('no page complained', () => {
  expect(county.complaints()).toEqual([])
})

test('a county for training says so on every screen and every sheet', async () => {
  const page = await county.logIn('clerk-caogou', `${CASES}/caogou`)
  await page.route('**/config.json', async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, json: { ...(await response.json()), training: FOR_TRAINING } })
  })
  await page.reload()
  await expect.poll(() => page.locator('.training').textContent()).toBe(FOR_TRAINING)
  await ready(page)
  expect((await sheetsOf(page)).every(({ text }) => text.includes('培训'))).toBe(true)
  await shoot(page, 'printing-training')
  await page.goto(`${county.origin}/console/catalogues`)
  await page.getByText('泗县依法行政示范创建').first().waitFor()
  expect(await onPaper(page, () => page.locator('.training').isVisible())).toBe(true)
  await page.context().close()
})
