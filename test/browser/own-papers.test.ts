/** A county with a form of its own for the notice: what is downloaded is in that form, and the page says so. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { root } from '../../packages/cli/laptop/laptop.ts'
import { readWord } from '../../services/console/word/fixtures/read-word.ts'
import { findings, sideways } from './axe.ts'
import { type CountyInBrowser, countyInBrowser, shoot } from './county-in-browser.ts'

const NOTICE = '/console/batches/2018-2/notices/1'
const OWN = 'Word文档使用本县的文书格式'
let county: CountyInBrowser
beforeAll(async () => {
  const form = readFileSync(`${root}packages/papers/fixtures/notice-by-libreoffice.docx`)
  county = await countyInBrowser({ papers: new Map([['notice', form]]) })
})
afterAll(() => county?.close())
afterEach(({ task }) => (task.result?.state === 'fail' ? county.shootAll('own-papers') : undefined))

const downloaded = async (page: Page, group: string, kept: string) => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('group', { name: group, exact: true }).getByRole('button', { name: '下载Word文档' }).click(),
  ])
  const bytes = readFileSync(await download.path())
  mkdirSync(`${root}screenshots`, { recursive: true })
  writeFileSync(`${root}screenshots/${kept}.docx`, bytes)
  return { name: download.suggestedFilename(), word: await readWord(bytes) }
}

test('the notice comes in the county’s own form, with all that stands on its page', async () => {
  const officer = await county.logIn('officer-1', NOTICE)
  await officer.getByText(`${OWN}，打印使用系统的格式；正式行文请打印Word文档`).waitFor()
  const { name, word } = await downloaded(officer, '公示', 'own-papers-1-notice')
  const listed = await officer.locator('#content').textContent()
  expect(name).toMatch(/^泗县人民政府法制办公室　.+公示\.docx$/)
  // The county's heading, a number of units of its own place, its table; none of the product's sentences.
  expect(word.words[0]).toBe('泗县人民政府法制办公室')
  expect(word.words).toEqual(
    expect.arrayContaining([expect.stringMatching(/^二、公示期：2018年.+24时/), '泗县人民政府法制办公室（印章）']),
  )
  expect(word.words.join('')).not.toMatch(/\{\{|\}\}|提倡实名反映/)
  const [table = []] = word.tables
  expect(table[0]).toEqual(['序号', '单位名称'])
  expect(word.words.join('')).toContain(`公示名单（${table.length - 1}个）`)
  for (const [at, [number, unit = '']] of table.slice(1).entries()) {
    expect(number).toBe(String(at + 1))
    expect(listed).toContain(unit)
  }
  expect(word.parts.get('docProps/core.xml')).toContain('<dc:creator>泗县人民政府法制办公室</dc:creator>')
  await shoot(officer, 'own-papers-2-page')
  expect([await findings(officer), await sideways(officer)]).toEqual([[], 0])
  await officer.context().close()
})

test('a paper that the county has no form of its own for is as it was', async () => {
  const officer = await county.logIn('officer-1', '/console/batches/2018-2/call')
  const { word } = await downloaded(officer, '创建通知', 'own-papers-3-call')
  expect(await officer.getByText(OWN).count()).toBe(0)
  expect(word.footer).toContain('第页　共页')
  await officer.context().close()
})

test('a form that was replaced meanwhile is asked for by reading the page again', async () => {
  const officer = await county.logIn('officer-1', NOTICE)
  await officer.route('**/assets/papers/**', (route) => route.fulfill({ status: 404, body: '' }))
  await officer.getByRole('button', { name: '下载Word文档' }).first().click()
  await officer.getByText('本县的文书格式已经更换，请刷新页面后再点“下载Word文档”。').waitFor()
  await officer.context().close()
})

test('no page complained', () => {
  expect(county.complaints()).toEqual([])
})
