/** The forms as Word: what is saved says what is printed, row by row, and is called by its unit and batch. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { root } from '../../packages/cli/laptop/laptop.ts'
import { type ReadWord, readWord } from '../../services/console/word/fixtures/read-word.ts'
import { type CountyInBrowser, countyInBrowser, shoot } from './county-in-browser.ts'
import { onPaper, pdfOf } from './on-paper.ts'

const CASES = '/console/cases/2018-2'
let county: CountyInBrowser
beforeAll(async () => {
  county = await countyInBrowser()
})
afterAll(() => county?.close())
afterEach(({ task }) => (task.result?.state === 'fail' ? county.shootAll('word') : undefined))

/** Presses the button; kept for people to look at. */
async function savedWord(page: Page, kept: string): Promise<{ name: string; word: ReadWord }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载Word文档' }).click(),
  ])
  const bytes = readFileSync(await download.path())
  mkdirSync(`${root}screenshots`, { recursive: true })
  writeFileSync(`${root}screenshots/${kept}.docx`, bytes)
  return { name: download.suggestedFilename(), word: await readWord(bytes) }
}
const flat = (text: string): string => text.replaceAll(/\s/g, '')
/** Of the sheets that are printed, as of the Word file: cells by row, without what a sheet says of its continuation. */
const printed = (page: Page): Promise<string[][]> =>
  onPaper(page, () =>
    page.evaluate<string[][]>(
      "[...document.querySelectorAll('body > .sheets tr')].map((row) => [...row.cells].map((cell) => cell.textContent.replaceAll(/\\s/g, '')))",
    ),
  )
const rowsOf = ({ tables }: ReadWord): string[][] => tables.flat().map((row) => row.map(flat))

test('a unit saves the form that it looks over, and it says what the print says', async () => {
  const page = await county.logIn('clerk-caogou', `${CASES}/caogou/check`)
  const { name, word } = await savedWord(page, 'word-1-application')
  expect(name).toBe('草沟镇人民政府　泗县第二批依法行政示范单位创建申请表.docx')
  const rows = await printed(page)
  expect(rows.length).toBeGreaterThan(8)
  expect(rowsOf(word)).toEqual(rows)
  expect(word.header).toBe('')
  expect(word.footer).toMatch(/^草沟镇人民政府\t第　?页.+摘要：[0-9a-f]{16}$/)
  writeFileSync(`${root}screenshots/word-2-print.pdf`, (await pdfOf(page)).bytes)
  await shoot(page, 'word-3-last-look')
  await page.context().close()
})

test('one that is not complete is a draft in Word too', async () => {
  const page = await county.logIn('clerk-dunji', `${CASES}/dunji/print/creation-application`)
  const { name, word } = await savedWord(page, 'word-4-draft')
  expect(name).toContain('（草稿，不得用印）.docx')
  expect(word.header).toContain('草稿，不得用印')
  expect(rowsOf(word)).toEqual(await printed(page))
  await page.context().close()
})

test('the office has it without whom to call until that was asked for', async () => {
  const page = await county.logIn('officer-1', `${CASES}/changgou/print/creation-application`)
  const before = await savedWord(page, 'word-5-by-office')
  expect(rowsOf(before.word).flat()).toContain('（个人信息，未列印）')
  await page.getByRole('button', { name: /^列印联系人等个人信息/ }).click()
  await page.getByText('（个人信息，未列印）').first().waitFor({ state: 'detached' })
  const after = await savedWord(page, 'word-5-by-office')
  expect(rowsOf(after.word)).toEqual(await printed(page))
  expect(rowsOf(after.word).flat().join('')).toContain('0557-')
  await shoot(page, 'word-6-by-office')
  await page.context().close()
})

test('says so where it cannot be made, and makes it on the next try', async () => {
  const page = await county.logIn('officer-1', `${CASES}/changgou/print/creation-application`)
  await page.getByRole('button', { name: '下载Word文档' }).waitFor()
  await page.route(/assets\/save-word/, (route) => route.abort())
  await page.getByRole('button', { name: '下载Word文档' }).click()
  await page.getByText('Word文档没有生成，请检查网络后再点“下载Word文档”。').waitFor()
  await page.unroute(/assets\/save-word/)
  await savedWord(page, 'word-7-again')
  await page.context().close()
})

test('no page complained', () => {
  expect(county.complaints()).toEqual([])
})
