/** What people do on the screens, for journeys: by the words they see. */
import type { Locator, Page } from 'playwright-core'
import { saidDay } from '#calendar/said.ts'
import { pdf } from '../../packages/cli/rehearsal/paper.ts'

/** As a file chooser gives it. */
export const paper = (name: string, about = ''): { name: string; mimeType: string; buffer: Buffer } => ({
  name,
  mimeType: 'application/pdf',
  buffer: pdf(name, about).bytes,
})

/** Chooses files for a question of the application and waits until they are kept. */
export async function attach(page: Page, question: string, papers: readonly ReturnType<typeof paper>[]): Promise<void> {
  await page.locator(`[data-files="${question}"]`).setInputFiles([...papers])
  for (const { name } of papers)
    await page.locator('li', { hasText: name }).filter({ hasText: '已上传' }).first().waitFor()
}

export const saved = (page: Page): Promise<void> => page.locator('[data-saving="saved"]').waitFor()

/** The button that opens the calendar of one date field; a form has several. */
export const calendarOf = (page: Page, field: Locator): Locator =>
  page.locator('.ant-input-affix-wrapper').filter({ has: field }).getByRole('button', { name: '打开日历' })

/** The legal officer's opinion on screen, then the head's from the stamped paper; ends on the last look. */
export async function signOnline(page: Page): Promise<void> {
  await page.getByLabel('意见', { exact: true }).fill('同意申报。')
  await page.getByRole('button', { name: '签署', exact: true }).click()
  await page
    .getByText(/^\d{4}年\d+月\d+日 .+法制机构负责人/)
    .first()
    .waitFor()
}
export async function enterPaperSignature(page: Page, day: string, name: string): Promise<void> {
  await page.getByLabel('意见', { exact: true }).fill('同意。')
  await page.getByLabel('签署日期').fill(day)
  await page.keyboard.press('Enter')
  await page.getByLabel('签署人姓名').fill('周正')
  await page.locator('[data-files$="-scan"]').setInputFiles(paper(name, day))
  await page.locator('li', { hasText: name }).filter({ hasText: '已上传' }).waitFor()
  await page.getByRole('button', { name: '录入纸质签署' }).click()
  await page.getByText(`${saidDay(day)} 周正`).waitFor()
}
export async function handIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: '核对全表' }).click()
  await page.getByRole('button', { name: /^提交.+表$/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: '提交', exact: true }).click()
  await page.getByText('已提交，法制办即可看到').waitFor()
}
