/** The second form of a case, on the screens that the first one has: other fields, another signer, sent back once. */
import { writeFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { root } from '../../packages/cli/laptop/laptop.ts'
import { withoutStandard } from '../../packages/cli/rehearsal/catalogue-acts.ts'
import { LONG_BATCH, longTerms } from '../../packages/cli/rehearsal/long-batch.ts'
import { readCase, type Stage } from '../../packages/cli/rehearsal/stage.ts'
import { BEGINNING } from '../../packages/cli/rehearsal/year.ts'
import { attach, handIn, paper, saved } from './acts-on-screen.ts'
import { findings, sideways } from './axe.ts'
import { type CountyInBrowser, countyInBrowser, shoot } from './county-in-browser.ts'
import { pdfOf, sheetsOf } from './on-paper.ts'
import { unitAtWork } from './unit-at-work.ts'

const UNIT = 'guotu'
const CASE = `/console/cases/${LONG_BATCH}/${UNIT}`
/** Of the long batch only this case, as far as its second form; nobody assesses themselves by a standard. */
const acts = unitAtWork(UNIT, '县国土资源局', withoutStandard(longTerms))
let county: CountyInBrowser
let stage: Stage
beforeAll(async () => {
  county = await countyInBrowser({ acts, beginning: BEGINNING, today: '2018-10-30T09:00:00+08:00' })
  stage = { ...county.stage, batch: LONG_BATCH }
})
afterAll(() => county?.close())
afterEach(({ task }) => (task.result?.state === 'fail' ? county.shootAll('declaration') : undefined))

test('the work is seen with its reports, and every command of the step is at hand', async () => {
  const officer = await county.logIn('officer-1', CASE)
  await officer.getByText('2018年第四季度进展报告').first().waitFor()
  await officer.getByText('创建申请表').first().waitFor()
  await officer.getByLabel('指导内容').fill('请准备申报材料。')
  await officer.getByRole('button', { name: '记录指导' }).click()
  await officer.getByText('请准备申报材料。').first().waitFor()
  await shoot(officer, 'declaration-1-work')
  expect([await findings(officer), await sideways(officer)]).toEqual([[], 0])
  await officer.context().close()
  await county.advanceTo('2018-11-05T09:00:00+08:00')
})

test('the clerk fills it in, and its head sends it back before signing', async () => {
  const clerk = await county.logIn('clerk-guotu')
  await clerk
    .getByRole('link', { name: /去办理/ })
    .first()
    .click()
  // What the application says already is not asked again.
  const [contact, phone] = [clerk.getByLabel('联系人'), clerk.getByLabel('联系电话')]
  expect(await contact.inputValue()).not.toBe('')
  expect(await phone.inputValue()).toMatch(/^0557-/)
  expect(await clerk.getByText('沿用创建申请表，请核对').count()).toBe(2)
  await clerk.getByRole('radio', { name: '行政机关' }).check()
  for (const [question, answer] of [
    ['法定代表人', '周正'],
    ['单位地址', '泗县泗城镇花园路1号'],
    ['申报理由', '创建期满。'],
  ] as const)
    await clerk.getByLabel(question).fill(answer)
  await clerk.getByLabel('电子邮箱').fill('不是邮箱')
  await clerk.getByLabel('电子邮箱').blur()
  await clerk
    .getByText(/电子邮箱应为邮箱地址/)
    .first()
    .waitFor()
  await clerk.getByLabel('电子邮箱').fill('fazhi@example.gov.cn')
  await attach(clerk, 'answer-report', [paper('申报报告.pdf')])
  await attach(clerk, 'answer-experience', [paper('经验材料.pdf')])
  await clerk.getByText('单位申报表已填写完整').waitFor()
  // Read apart: the work is over.
  await clerk.getByText('请准备申报材料。').waitFor()
  await saved(clerk)
  // It was saved with the rest, and still says where it comes from.
  expect(await clerk.getByText('沿用创建申请表，请核对').count()).toBe(2)
  await phone.fill('0557-7021999')
  expect(await clerk.getByText('沿用创建申请表，请核对').count()).toBe(1)
  await saved(clerk)
  await shoot(clerk, 'declaration-2-filled-in')
  expect([await findings(clerk), await sideways(clerk)]).toEqual([[], 0])
  const head = await county.logIn('head-guotu', CASE)
  await head.getByText('退回修改').click()
  await head.getByLabel('退回修改的理由').fill('请写明指标完成情况。')
  await head.getByRole('form', { name: '退回修改' }).getByRole('button', { name: '退回修改' }).click()
  await head
    .getByText(/退回修改：请写明指标完成情况/)
    .first()
    .waitFor()
  await shoot(head, 'declaration-3-sent-back')
  await clerk.reload()
  await clerk
    .getByText(/退回修改：请写明指标完成情况/)
    .first()
    .waitFor()
  await clerk.getByLabel('申报理由').fill('创建期满，三十六项指标均已完成。')
  await saved(clerk)
  await head.reload()
  await head.getByText('在线签署“单位主要负责人意见”').waitFor()
  await head.getByLabel('意见', { exact: true }).fill('同意申报。')
  await head.getByRole('button', { name: '签署：单位主要负责人意见' }).click()
  await head
    .getByText(/^\d{4}年\d+月\d+日 .+主要负责人/)
    .first()
    .waitFor()
  await clerk.reload()
  await printedAsDocument(clerk)
  await handIn(clerk)
  expect(await readCase(stage, 'officer-1', 'guotu')).toMatchObject({
    step: 'acceptance',
    form: { name: 'creation-declaration', values: { unitKind: 'government' } },
    others: [{ name: 'creation-application' }],
  })
  await clerk.context().close()
  await head.context().close()
})

/** 附件3: every row of the document, the leading group's box still to be written. */
async function printedAsDocument(page: Page) {
  // What prints has been loaded after the page.
  await expect.poll(async () => (await sheetsOf(page)).length).toBeGreaterThan(0)
  const sheets = await sheetsOf(page)
  const text = sheets.map((one) => one.text).join('')
  for (const words of [
    ...['附件3', '依法行政示范单位申报表', '申报单位（盖章）：县国土资源局', '申报时间', '申报单位名称', '单位性质'],
    ...['行政机关', '法定代表人', '单位地址', '联系人', '联系电话', '电子邮箱', 'fazhi@example.gov.cn', '申报理由'],
    ...['（另附申报报告、典型经验总结、县级以上表彰情况等材料）', '泗县人民政府法制办公室审核推荐意见', '系统内确认'],
    ...['泗县依法行政工作领导小组认定意见', '附送材料清单（共2件）'],
  ])
    expect(text).toContain(words)
  expect(text.replaceAll(/\s/g, '')).toMatch(/领导小组认定意见负责人（签名）：年月日/)
  expect(text).not.toContain('草稿')
  expect(sheets.every(({ within }) => within)).toBe(true)
  // The last box does not stand alone on its sheet.
  expect(sheets.findLast(({ boxes }) => boxes > 0)?.boxes).toBeGreaterThan(1)
  const { bytes, pages } = await pdfOf(page)
  expect(pages).toBe(sheets.length)
  writeFileSync(`${root}screenshots/declaration-printed.pdf`, bytes)
}

test('it is judged on the same screen, with the first form to be read', async () => {
  const officer = await county.logIn('officer-1', '/console/batches/2018-3/steps/acceptance/judge/guotu')
  await officer.getByText('行政机关').waitFor()
  await officer.getByText('申报材料齐全').waitFor()
  await officer.getByText('1/2').waitFor()
  await officer.getByRole('button', { name: '逐项符合' }).click()
  await officer.getByRole('button', { name: /^送签/ }).click()
  await officer.getByText('县国土资源局：拟办“通过”，已送签').waitFor()
  await officer.goto(county.origin + CASE)
  await officer.getByText('拟办，等待签发').waitFor()
  await officer.getByText('请准备申报材料。').waitFor()
  // The earlier form stands open beside the one that is judged.
  await officer.getByText('县法制机构意见').first().waitFor()
  await shoot(officer, 'declaration-4-case')
  expect([await findings(officer), await sideways(officer)]).toEqual([[], 0])
  const head = await county.logIn('office-head', CASE)
  await head.getByRole('button', { name: '签发“申报验收”' }).click()
  await head.getByRole('dialog').getByRole('button', { name: '签发“申报验收”' }).click()
  await head.getByText('验收考核').first().waitFor()
  expect((await readCase(stage, 'officer-1', 'guotu')).step).toBe('assessment')
  const scorer = await county.logIn('scorer-1', CASE)
  await scorer.getByText('听取汇报').first().waitFor()
  await shoot(scorer, 'declaration-5-inquiry')
  expect(county.complaints()).toEqual([])
})
