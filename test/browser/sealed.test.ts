/** A head's sign-off by an electronic seal: entered by the clerk with the sealed file, and read as what it is. */
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { legalOf, openCall } from '../../packages/cli/rehearsal/acts.ts'
import { asInSixian } from '../../packages/cli/rehearsal/catalogue-acts.ts'
import { APPLICATION, fillIn } from '../../packages/cli/rehearsal/form-acts.ts'
import { inLong, LONG_BATCH, longTerms } from '../../packages/cli/rehearsal/long-batch.ts'
import { give } from '../../packages/cli/rehearsal/stage.ts'
import { type Act, BEGINNING, publishing } from '../../packages/cli/rehearsal/year.ts'
import { files } from '../../packages/evidence/fixtures/sample-files.ts'
import { findings, sideways } from './axe.ts'
import { type CountyInBrowser, countyInBrowser, shoot } from './county-in-browser.ts'

const UNIT = 'guotu'
const CASE = `/console/cases/${LONG_BATCH}/${UNIT}`
const legalSigns = { name: 'sign-form', form: APPLICATION, signOff: 'legalOffice' } as const
const acts: readonly Act[] = [
  ...publishing,
  inLong('2018-04-16T09:30', '发布全程创建通知', openCall(asInSixian(longTerms))),
  inLong('2018-05-16T09:00', '填写申请表', fillIn(UNIT, '县国土资源局')),
  inLong('2018-05-16T10:00', '法制机构签署', (stage) =>
    give(stage, legalOf(UNIT), UNIT, legalSigns, { opinion: '同意申报。' }, 'legal-signs'),
  ),
]
let county: CountyInBrowser
beforeAll(async () => {
  county = await countyInBrowser({ acts, beginning: BEGINNING, today: '2018-05-17T09:00:00+08:00' })
})
afterAll(() => county?.close())
afterEach(({ task }) => (task.result?.state === 'fail' ? county.shootAll('sealed') : undefined))

const attachSealed = async (page: Page, name: string, mimeType: string, buffer: Buffer) => {
  await page.locator('[data-files$="-scan"]').setInputFiles({ name, mimeType, buffer })
  await page.locator('li', { hasText: name }).filter({ hasText: '已上传' }).waitFor()
}

test('the clerk attaches the sealed file; a picture of a stamp is none', async () => {
  const clerk = await county.logIn(`clerk-${UNIT}`, CASE)
  await clerk.getByText('单位主要负责人意见（电子印章）').waitFor()
  await clerk.getByLabel('意见', { exact: true }).fill('同意申报。')
  await clerk.getByLabel('签章日期').fill('2018-05-17')
  await clerk.keyboard.press('Enter')
  await clerk.getByLabel('签章人姓名').fill('周正')
  await attachSealed(clerk, '申请表盖章照片.jpg', 'image/jpeg', files.jpg)
  await clerk.getByRole('button', { name: '录入电子印章签署' }).click()
  await clerk
    .getByText(/加盖电子印章的文件应为PDF或OFD，这份文件的内容是JPG/)
    .first()
    .waitFor()
  await shoot(clerk, 'sealed-1-picture')
  await clerk
    .getByRole('button', { name: /^(移除|删除|去掉)/ })
    .first()
    .click()
  await attachSealed(clerk, '申请表（电子印章）.ofd', 'application/ofd', files.ofd)
  await clerk.getByRole('button', { name: '录入电子印章签署' }).click()
  await clerk.getByText('2018年5月17日 周正').waitFor()
  await clerk.getByText('录入电子印章签署：单位主要负责人意见').first().waitFor({ state: 'attached' })
  await shoot(clerk, 'sealed-2-entered')
  expect([await findings(clerk), await sideways(clerk)]).toEqual([[], 0])
  await clerk.context().close()
})

test('it is read as such, and on the paper', async () => {
  const head = await county.logIn(`head-${UNIT}`, `${CASE}/print/${APPLICATION}`)
  await head.getByText('（电子印章见所附文件）').first().waitFor()
  await head.getByText('（系统内确认）').first().waitFor()
  await shoot(head, 'sealed-3-paper')
  await head.context().close()
})

test('a change voids it, and says so before', async () => {
  const clerk = await county.logIn(`clerk-${UNIT}`, CASE)
  await clerk.getByRole('button', { name: '修改创建申请表' }).click()
  await clerk.getByText('修改后，已有的签署即作废').waitFor()
  await clerk.getByRole('button', { name: '仍要修改' }).click()
  await clerk.getByLabel('申请理由').fill('另写一段申请理由。')
  await clerk.locator('[data-saving="saved"]').waitFor()
  await expect.poll(() => clerk.getByText('待签署').count()).toBe(2)
  await clerk.context().close()
})

test('no page complained', () => {
  expect(county.complaints()).toEqual([])
})
