/** A department's clerk writes what the unit's clerk gave them of its self-assessment, and has nothing else of the unit. */
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { asInSixian } from '../../packages/cli/rehearsal/catalogue-acts.ts'
import { LONG_BATCH, longTerms } from '../../packages/cli/rehearsal/long-batch.ts'
import { pdf } from '../../packages/cli/rehearsal/paper.ts'
import { type Stage, upload } from '../../packages/cli/rehearsal/stage.ts'
import { attach, paper, saved } from './acts-on-screen.ts'
import { findings, sideways } from './axe.ts'
import { type CountyInBrowser, countyInBrowser, shoot } from './county-in-browser.ts'
import { BEGUN, soon, unitAtWorkSoon } from './unit-at-work.ts'

const UNIT = 'shichang'
const CASE = `/console/cases/${LONG_BATCH}/${UNIT}`
let county: CountyInBrowser
let stage: Stage
let clerk: Page
let department: Page
beforeAll(async () => {
  const acts = unitAtWorkSoon(UNIT, '县市场监督管理局', asInSixian(soon(longTerms)))
  county = await countyInBrowser({ acts, beginning: BEGUN, today: '2018-05-21T10:00:00+08:00' })
  stage = { ...county.stage, batch: LONG_BATCH }
})
afterAll(() => county?.close())
afterEach(({ task }) => (task.result?.state === 'fail' ? county.shootAll('department') : undefined))

const looksRight = async (page: Page) => expect([await findings(page), await sideways(page)]).toEqual([[], 0])

test('whoever has been given nothing finds nothing to do, and nothing to read', async () => {
  department = await county.logIn('dept-shichang', '/console')
  await department.getByText('现在没有等您办理的事项').waitFor()
  await department.getByRole('link', { name: /创建/ }).first().waitFor()
  expect(await department.getByText('本单位的申报件').count()).toBe(0)
  await shoot(department, 'department-1-nothing')
  await looksRight(department)
  await department.goto(`${county.origin}${CASE}/dossier`)
  await department.getByText('现在没有分给您的自评指标；应由您填写的，请本单位经办人分派。').waitFor()
  await looksRight(department)
})

test('the unit’s clerk gives them some indicators, as to any other', async () => {
  await upload(stage, 'clerk-shichang', UNIT, pdf('本单位的文件.pdf', '自评'))
  clerk = await county.logIn('clerk-shichang', `${CASE}/dossier?show=spread`)
  await clerk.locator('[data-choosing="sx-p2"] summary').click()
  for (const item of ['sx-2-01', 'sx-2-02', 'sx-2-03']) await clerk.locator(`[data-choose="${item}"]`).check()
  const giving = clerk.getByRole('form', { name: '分给该人员' })
  await giving.getByText('乔雅琴（科室经办人）').click()
  await giving.getByRole('textbox', { name: '科室' }).fill('法规股')
  await giving.getByRole('button', { name: '分给该人员' }).click()
  await clerk.locator('[data-holder]').filter({ hasText: '乔雅琴（法规股）' }).waitFor()
  await shoot(clerk, 'department-2-given')
  await looksRight(clerk)
})

test('they write these in words and with files of their own, and see no others', async () => {
  await department.goto(`${county.origin}/console`)
  await department.getByRole('link', { name: /去办理：填写分给您的自评（法规股）：共3项，还有3项没有写完/ }).click()
  await department.getByText('已写完0项，还有3项').waitFor()
  await department.locator('[data-item="sx-2-01"]').waitFor()
  expect(await department.locator('[data-item]').count()).toBe(3)
  for (const name of ['自评分工', '自评定稿', '下载Word文档'])
    expect(await department.getByRole('button', { name, exact: true }).count()).toBe(0)
  await department.getByRole('radio', { name: '达到', exact: true }).check()
  await department.getByLabel('自评情况').fill('已经制定决策程序规定，有文件可查。')
  await attach(department, 'answer-files', [paper('决策程序规定.pdf', 'department')])
  await saved(department)
  await department.getByTitle('预览：决策程序规定.pdf').waitFor()
  await department.getByText('已写完1项，还有2项').waitFor()
  await shoot(department, 'department-3-written')
  await looksRight(department)
  await department.keyboard.press('Alt+N')
  await expect.poll(() => department.locator('[aria-current="true"]').getAttribute('data-item')).toBe('sx-2-02')
  await department.getByRole('button', { name: /^从已上传的材料中选/ }).click()
  await department.getByLabel('选用决策程序规定.pdf').check()
  expect(await department.getByText('本单位的文件.pdf').count()).toBe(0)
  await department.getByRole('button', { name: '选用1个' }).click()
  await department.getByRole('radio', { name: '达到', exact: true }).check()
  await department.getByLabel('自评情况').fill('重大决策均经合法性审查。')
  await saved(department)
  await department.getByText('已写完2项，还有1项').waitFor()
})

test('what a colleague has sent is not theirs to send again: the unit’s clerk cites it', async () => {
  await department.locator('[data-item="sx-2-03"]').click()
  await expect.poll(() => department.locator('[aria-current="true"]').getAttribute('data-item')).toBe('sx-2-03')
  const { name, bytes } = pdf('本单位的文件.pdf', '自评')
  await department
    .locator('[data-files="answer-files"]')
    .setInputFiles([{ name, mimeType: 'application/pdf', buffer: Buffer.from(bytes) }])
  await department
    .getByText(/“本单位的文件\.pdf”本单位其他人员已经上传/)
    .first()
    .waitFor()
  await shoot(department, 'department-4-not-theirs')
})

test('what was not given to them, and the unit’s forms, they do not get by an address', async () => {
  const other = await county.logIn('dept-shichang', `${CASE}/dossier/sx-1-01`)
  await other.getByText('此项没有分给您，不能查看和填写；应由您填写的，请本单位经办人分派。').waitFor()
  await shoot(other, 'department-5-not-given')
  await other.goto(county.origin + CASE)
  await other
    .getByText(/科室经办人/)
    .first()
    .waitFor()
  expect(await other.getByText('基本信息').count()).toBe(0)
  await other.context().close()
})

test('they give one back with a reason, and the unit’s clerk sees it and how far they are', async () => {
  await department.goto(`${county.origin}${CASE}/dossier`)
  await department.getByRole('button', { name: '退回分给我的指标' }).click()
  await department.locator('[data-choosing="sx-p2"] summary').click()
  await department.locator('[data-choose="sx-2-03"]').check()
  const back = department.getByRole('form', { name: '退回' })
  await back.getByLabel('退回理由').fill('此项由规划股掌握，请改派。')
  await shoot(department, 'department-6-giving-back')
  await looksRight(department)
  await back.getByRole('button', { name: '退回' }).click()
  await department.getByText('已写完2项，还有0项').waitFor()
  expect(await department.locator('[data-item]').count()).toBe(2)
  await clerk.goto(`${county.origin}${CASE}/dossier?show=spread`)
  await clerk.getByText('有1项退回，还没有改派').waitFor()
  await shoot(clerk, 'department-7-came-back')
})

test('what is taken from them they do not read any more, and what they wrote stays', async () => {
  await clerk.locator('[data-choosing="sx-p2"] summary').click()
  for (const item of ['sx-2-01', 'sx-2-02']) await clerk.locator(`[data-choose="${item}"]`).check()
  await clerk.getByRole('button', { name: '收回其中已分出的2项' }).click()
  await clerk.getByRole('dialog').getByRole('button', { name: '收回其中已分出的2项' }).click()
  await clerk.getByText('已收回2项').first().waitFor()
  await department.reload()
  await department.getByText('现在没有分给您的自评指标；应由您填写的，请本单位经办人分派。').waitFor()
  await clerk.goto(`${county.origin}${CASE}/dossier/sx-2-01`)
  await clerk.getByText(/^乔雅琴最后修改于/).waitFor()
  await clerk.getByTitle('预览：决策程序规定.pdf').waitFor()
  expect(county.complaints()).toEqual([])
})
