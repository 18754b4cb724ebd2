/** Lists as workbooks 汇总表: cell by cell what stands on the page, narrowed and sorted as it is. */
import { readFileSync } from 'node:fs'
import { readXlsx } from 'hucre/xlsx'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findings, sideways } from './axe.ts'
import { type CountyInBrowser, countyInBrowser, shoot } from './county-in-browser.ts'

let county: CountyInBrowser
let officer: Page
beforeAll(async () => {
  county = await countyInBrowser()
  officer = await county.logIn('officer-1')
  officer.setDefaultTimeout(8000)
})
afterAll(() => county?.close())

/** Blanks and lines stand otherwise in a cell of a table. */
const flat = (text: string): string => text.replace(/\s/g, '')

/** As somebody reads it: the heads that say something, and what stands below them without what is pressed. */
async function onScreen(page: Page): Promise<{ heads: string[]; rows: string[][] }> {
  const { heads, rows } = await page.evaluate<{ heads: string[]; rows: string[][] }>(`(() => {
    const table = document.querySelector('main table')
    const said = (cell) => [...cell.querySelectorAll('button')].reduce((text, one) => text.replace(one.innerText, ''), cell.innerText)
    return {
      heads: [...table.querySelectorAll('thead th')].map((one) => one.innerText),
      rows: [...table.querySelectorAll('tbody tr.ant-table-row')].map((row) => [...row.cells].map(said)),
    }
  })()`)
  const at = heads.flatMap((head, i) => (flat(head) ? [i] : []))
  return { heads: at.map((i) => flat(heads[i] ?? '')), rows: rows.map((row) => at.map((i) => flat(row[i] ?? ''))) }
}

async function saved(page: Page, title: string) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: `下载汇总表（Excel）：${title}` }).click(),
  ])
  const [sheet] = (await readXlsx(readFileSync(await download.path()))).sheets
  const rows = (sheet?.rows ?? []).map((row) => row.map((cell) => flat(String(cell ?? ''))))
  return {
    name: download.suggestedFilename(),
    first: rows[0]?.[0],
    about: rows[1]?.[0] ?? '',
    heads: rows[2],
    rows: rows.slice(3),
  }
}

async function isTheSame(page: Page, title: string) {
  await page.locator('main table').first().waitFor()
  const shown = await onScreen(page)
  const book = await saved(page, title)
  expect(book.name).toBe(`${title}.xlsx`)
  expect([book.first, book.heads]).toEqual([flat(title), shown.heads])
  expect(book.rows).toEqual(shown.rows)
  expect(book.about).toContain(`共${shown.rows.length}条`)
  return book
}

it('saves what waits, as it is narrowed and sorted', async () => {
  const all = await isTheSame(officer, '我的待办')
  expect(all.rows.length).toBeGreaterThan(1)
  expect(all.about).toMatch(/^泗县依法行政示范创建；共\d+条；2018年5月8日\d\d:\d\d（北京时间）下载$/)
  await officer.getByLabel('按单位查找').fill('长沟')
  await officer.getByText(/我的待办（1\/\d+）/).waitFor()
  const some = await isTheSame(officer, '我的待办')
  expect([some.rows.length, some.about]).toEqual([1, expect.stringContaining('单位：长沟；共1条')])
  await officer.getByLabel('按单位查找').fill('没有这个单位')
  await officer.getByText('没有符合条件的事项').waitFor()
  expect((await saved(officer, '我的待办')).rows).toEqual([])
  await officer.getByLabel('按单位查找').fill('')
  await officer.getByRole('columnheader', { name: '单位' }).click()
  await isTheSame(officer, '我的待办')
  await shoot(officer, 'summary-worklist')
  expect([await findings(officer), await sideways(officer)]).toEqual([[], 0])
})

it('saves how every unit of a batch stands', async () => {
  const page = await county.logIn('officer-1', '/console/batches/2018-2')
  const table = page.locator('.ant-card', { hasText: '申报件' }).locator('table')
  await table.getByText('大庄镇人民政府').waitFor()
  const book = await saved(page, '批次2018-2的申报件')
  const lines = (await table.locator('tbody tr.ant-table-row').allInnerTexts()).map(flat)
  expect(book.rows.length).toBe(lines.length)
  // Every word of a line stands on the page in that line.
  for (const [i, row] of book.rows.entries()) for (const cell of row) expect(lines[i]).toContain(cell)
  await shoot(page, 'summary-board')
  await page.context().close()
})

it('says where the part that makes it does not come, and keeps the list', async () => {
  const page = await county.logIn('officer-1')
  await page.getByText('长沟镇人民政府').waitFor()
  await page.route(/save-summary/, (route) => route.abort())
  await page.getByRole('button', { name: '下载汇总表（Excel）：我的待办' }).click()
  await page.getByText('汇总表没有生成，请检查网络后再点“下载汇总表”。').waitFor()
  await page.getByText('长沟镇人民政府').waitFor()
  await page.context().close()
})

it('has its button within a phone', async () => {
  const page = await county.logIn('officer-1', '/console/', { viewport: { width: 360, height: 740 } })
  await page.getByRole('button', { name: '下载汇总表（Excel）：我的待办' }).scrollIntoViewIfNeeded()
  await shoot(page, 'summary-phone')
  expect(await sideways(page)).toBe(0)
  await page.context().close()
})
