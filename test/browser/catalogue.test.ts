/** Catalogues as the office sees them: the list, the tree with its filters, the page on paper, and the choice of a call. */
import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compareEditions } from '#catalogue/edition/compare-editions.ts'
import { openPack } from '#catalogue/open-packs.ts'
import { sendCatalogue } from '../../packages/cli/catalogue/publish.ts'
import { publishPack } from '../../packages/cli/rehearsal/catalogue-acts.ts'
import { type CountyInBrowser, countyInBrowser, shoot } from './county-in-browser.ts'
import { strayOnPaper } from './on-paper.ts'

let county: CountyInBrowser
let page: Page
beforeAll(async () => {
  county = await countyInBrowser()
  page = await county.logIn('officer-1')
  page.setDefaultTimeout(10_000)
})
afterAll(() => county?.close())

const open = (path: string) => page.goto(`${county.origin}/console/${path}`)
const count = (text: string) => page.locator('.catalogue-count').getByText(text, { exact: true }).waitFor()
const choose = async (label: string, option: RegExp) => {
  await page.getByRole('combobox', { name: label }).click()
  await page.locator('.ant-select-item-option:visible').filter({ hasText: option }).first().click()
  // Several may be chosen of some lists, which therefore stay open.
  await page.keyboard.press('Escape')
  await page.locator('.ant-select-dropdown:visible').waitFor({ state: 'detached' })
}

describe('the list', () => {
  test('has the demonstration’s standard and conditions; the others come as they are published', async () => {
    await page.getByRole('link', { name: '标准', exact: true }).click()
    await page.getByText('标准和方案（2份）').waitFor()
    expect(await page.locator('header nav a[aria-current="page"]').allTextContents()).toEqual(['标准'])
    for (const id of ['yongzhou', 'chenzhou', 'changzhou', 'zhuzhou']) await publishPack(id)(county.stage)
    await county.cloud.settle()
    await page.reload()
    await page.getByText('标准和方案（6份）').waitFor()
    await page.getByText('7部分 29组 96条，否决6条').waitFor()
    await shoot(page, 'catalogue-list')
  })
})

describe('the tree', () => {
  test('opens an item to its source, evidence and organs', async () => {
    await page.getByRole('link', { name: /泗县示范单位标准/ }).click()
    await count('共102条')
    await shoot(page, 'catalogue-sixian', { whole: false })
    await page.getByRole('button', { name: /主要负责人每年听取两次以上工作汇报/ }).click()
    const details = page.locator('#sx-1-07-details')
    await details.getByText('听取工作汇报不少于2次').waitFor()
    expect(await details.textContent()).toContain('泗政办秘〔2018〕22号 附件1 一（二） 第7项')
    await details.scrollIntoViewIfNeeded()
    await shoot(page, 'catalogue-sixian-item', { whole: false })
  })

  test('is filtered by kind, words, organ, threshold and deadline', async () => {
    await choose('类别', /^一票否决（6）/)
    await count('6/102条')
    await page.getByRole('button', { name: '清除筛选' }).click()
    await page.getByRole('searchbox', { name: '查找' }).fill('主要负责人 汇报')
    await page.getByText('主要负责人每年听取两次以上工作汇报').waitFor()
    await page.getByRole('searchbox', { name: '查找' }).fill('没有人这样说')
    await page.getByText('没有符合条件的条目').waitFor()
    await shoot(page, 'catalogue-nothing-found', { whole: false })
    await open('catalogues/zhuzhou')
    await count('共112条')
    await shoot(page, 'catalogue-zhuzhou', { whole: false })
    await choose('机关', /^县政府法制办/)
    await choose('期限', /^按周期/)
    await page
      .locator('.catalogue-count')
      .getByText(/^\d+\/112条$/)
      .waitFor()
    await page.getByRole('button', { name: '全部展开' }).click()
    await shoot(page, 'catalogue-zhuzhou-filtered')
    await page.getByRole('button', { name: '清除筛选' }).click()
    await choose('量化要求', /^以次计/)
    await shoot(page, 'catalogue-zhuzhou-counted', { whole: false })
    await page.getByRole('button', { name: /原文件的疑点/ }).click()
    await shoot(page, 'catalogue-zhuzhou-odd', { whole: false })
  })

  test('tells that there is no such catalogue', async () => {
    await open('catalogues/no-where')
    await page.getByText('没有发布过标识为“no-where”的标准或方案').waitFor()
    await shoot(page, 'catalogue-none', { whole: false })
  })
})

test('is printed on A4 with everything opened', async () => {
  await open('catalogues/zhuzhou')
  await count('共112条')
  expect(await strayOnPaper(page)).toEqual([])
  await page.emulateMedia({ media: 'print' })
  const shown = await page
    .locator('.catalogue-details')
    .evaluateAll((all) => all.filter((one) => one.checkVisibility()))
  expect(shown).toHaveLength(112)
  expect(await page.locator('.catalogue-filter').isVisible()).toBe(false)
  const file = join(tmpdir(), 'shifan-catalogue.pdf')
  writeFileSync(file, await page.pdf({ preferCSSPageSize: true, printBackground: false }))
  console.log(`printed: ${file}`)
  await page.emulateMedia({ media: 'screen' })
})

test('shows what changed in a next version, and the version before', async () => {
  const { catalogue } = openPack('yongzhou')
  const [part, ...parts] = catalogue!.parts
  const [first, ...items] = part!.items!
  const next = {
    ...catalogue!,
    parts: [{ ...part!, items: [{ ...first!, title: '（修订）依法行政领导小组每年开会' }, ...items] }, ...parts],
  }
  await sendCatalogue(
    county.stage.as('office-head'),
    next,
    { version: 2, map: compareEditions(catalogue!, next) },
    'publish-yongzhou-2',
  )
  await open('catalogues/yongzhou')
  await page.getByText('与第1版对照').click()
  await page.getByText('未变36条，有变化1处，对照表经人工核对。').waitFor()
  await shoot(page, 'catalogue-changes', { whole: false })
  await choose('版次', /^第1版/)
  await page.getByText('第1版（已有新版）').waitFor()
})

/** Another person opens what was prepared. */
const approveCall = async (batch: string) => {
  const head = await county.logIn('office-head', `/console/batches/${batch}/call`)
  await head.getByLabel('已进行保密审查').check()
  await head.getByRole('button', { name: '签发', exact: true }).click()
  await head.getByRole('dialog').getByRole('button', { name: '签发' }).click()
  await head.getByText('已发布').waitFor()
  await county.cloud.settle()
  await head.context().close()
}

test('a call chooses one, and says so before it is sent', async () => {
  const head = await county.logIn('officer-1', '/console/calls/new')
  head.setDefaultTimeout(10_000)
  await head.getByLabel('批次编号').fill('2018-3')
  await head.getByLabel('通知标题').fill('泗县第三批依法行政示范单位创建')
  await head.getByLabel('通知文号').fill('泗政办秘〔2018〕30号')
  await head.getByLabel('发文机关').fill('泗县人民政府办公室')
  await head.getByLabel('成文日期').fill('2018-05-03')
  await head.getByLabel('批准文号').fill('泗政办秘〔2018〕30号')
  await head.getByLabel('批准日期').fill('2018-05-02')
  await head.getByLabel('批准机关').fill('泗县人民政府')
  await head.getByLabel('创建申请截止日').fill('2018-07-15')
  await head.getByLabel('公示天数').click()
  const send = head.getByRole('button', { name: '送签通知' }).first()
  await send.click()
  await head.getByText('请选择标准').waitFor()
  await head.getByText('请选择一票否决情形').waitFor()
  await shoot(head, 'catalogue-call-without')
  const choice = (list: string, said: RegExp) =>
    head.locator(`#new-call-${list}`).locator('label').filter({ hasText: said }).click()
  await choice('standard', /^泗县示范单位标准（2018年），第1版/)
  await choice('conditions', /^泗县示范单位基本条件（2018年），第1版/)
  await choice('vetoes', /^不选用一票否决情形/)
  // What the county would refuse is said at its field, and nobody is asked to confirm it.
  await head.getByLabel('批次编号').fill('2018/3')
  await head.getByLabel('创建申请截止日').fill('2018-05-01')
  await head.getByLabel('公示天数').click()
  await send.click()
  await head.getByText('应为“年份-期数”').waitFor()
  await head.getByText('截止日期已经过去，请另选').waitFor()
  expect(await head.getByRole('dialog').count()).toBe(0)
  await head.getByLabel('批次编号').fill('2018-3')
  await head.getByLabel('创建申请截止日').fill('2018-07-15')
  await head.getByLabel('公示天数').click()
  await send.click()
  const question = head.getByRole('dialog')
  for (const said of ['批准文号：泗政办秘〔2018〕30号', '批准机关：泗县人民政府', '创建申请截止日：2018年7月15日24时'])
    await question.getByText(said).waitFor()
  await shoot(head, 'catalogue-call-question', { whole: false })
  await question.getByRole('button', { name: '送签通知' }).click()
  await head.waitForURL(/batches\/2018-3\/call$/)
  await county.cloud.settle()
  await approveCall('2018-3')
  await head.goto(`${county.origin}/console/batches/2018-3`)
  await head.getByRole('link', { name: '泗县示范单位标准（2018年）' }).click()
  await head.waitForURL(/catalogues\/sixian\?version=1$/)
  await head.getByText('共102条').waitFor()
  expect(county.complaints()).toEqual([])
})
