/** A county that asks for a malware scanner: what its uploader and its office see. */
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { callFilePath, OF_CALLS } from '#batch/files-of-call.ts'
import { evidenceEndpoints } from '#contracts/evidence.ts'
import { intakeEndpoints } from '#contracts/intake.ts'
import { cite } from '#evidence/cited-file.ts'
import { OFFICE, openCall } from '../../packages/cli/rehearsal/acts.ts'
import { APPLICATION } from '../../packages/cli/rehearsal/form-acts.ts'
import { pdf, sha256Of } from '../../packages/cli/rehearsal/paper.ts'
import { BATCH, terms } from '../../packages/cli/rehearsal/second-batch.ts'
import { upload } from '../../packages/cli/rehearsal/stage.ts'
import type { Act } from '../../packages/cli/rehearsal/year.ts'
import { markedPaper, plainPaper } from '../scan/papers.ts'
import { scanWaiting } from '../scan/scanner.ts'
import { account, enterScanner, SCANNER } from '../scan/scanning-county.ts'
import { type CountyInBrowser, countyInBrowser, shoot } from './county-in-browser.ts'

const UNIT = 'dunji'
const MARK = 'shifan-example-signature'
const acts: readonly Act[] = [
  { at: '2018-04-16T09:00:00+08:00', what: '发布创建通知', act: openCall(terms) },
  {
    at: '2018-05-04T16:00:00+08:00',
    what: '墩集镇开始填写，登记查毒程序',
    async act({ as }) {
      await enterScanner(as)
      const params = { batch: BATCH, unit: UNIT, form: APPLICATION }
      await as(`clerk-${UNIT}`)(intakeEndpoints.openCase, { params })
    },
  },
]
let county: CountyInBrowser
let clerk: Page
let head: Page
beforeAll(async () => {
  county = await countyInBrowser({ acts, asks: { malwareScan: true }, more: [account] })
  clerk = await county.logIn(`clerk-${UNIT}`, `/console/cases/${BATCH}/${UNIT}`)
  head = await county.logIn(OFFICE.head)
})
afterAll(() => county?.close())
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await county.shootAll(`scan-${task.name.slice(0, 20)}`)
})

const field = () => clerk.locator('[data-answer="workPlan"]')
const line = (name: string) => field().locator('li', { hasText: name })
const papers = [plainPaper, markedPaper(MARK)]

test('a file waits for the scanner, at its line and on the office’s page', async () => {
  await field().waitFor()
  const chosen = papers.map(({ name, bytes }) => ({ name, mimeType: 'application/pdf', buffer: bytes }))
  await clerk.locator('[data-files="answer-workPlan"]').setInputFiles(chosen)
  for (const { name } of papers) await line(name).getByText('等待查毒').waitFor()
  await shoot(clerk, 'scan-1-waiting')
  await head.getByRole('link', { name: '查毒' }).click()
  await head.getByText('查毒（查出病毒0个，等待查毒2个）').waitFor()
  await shoot(head, 'scan-2-office-waiting')
})

test('what it finds clean is there, what it finds bad is said to the uploader and to the office', async () => {
  const told = await scanWaiting(county.stage.as(SCANNER), async (bytes) =>
    bytes.includes(MARK) ? { clean: false, finding: '示例病毒' } : { clean: true },
  )
  expect(told.map(({ status }) => status).sort()).toEqual(['infected', 'kept'])
  await line('普法责任清单.pdf').getByText('已上传').waitFor()
  await line('检查记录.pdf').getByText('“检查记录.pdf”查出病毒（示例病毒），不能使用').waitFor()
  await county.stage.settle()
  await head.reload()
  await head.getByText('查毒（查出病毒1个，等待查毒0个）').waitFor()
  expect(await head.locator('tbody tr').last().allInnerTexts()).toMatchObject([
    expect.stringMatching(/查出病毒\s+检查记录\.pdf\s+墩集镇人民政府的案卷材料\s+示例病毒/),
  ])
  await shoot(head, 'scan-3-office-found')
  await line('检查记录.pdf').getByRole('button', { name: '取消上传检查记录.pdf' }).click()
  await field()
    .getByRole('button', { name: /^从已上传的材料中选/ })
    .click()
  await clerk.getByRole('dialog').getByText('“检查记录.pdf”查出病毒（示例病毒）').waitFor()
  await shoot(clerk, 'scan-4-picker')
})

test('what is found bad once it is in the form says so there, and goes with no form to the office', async () => {
  await clerk.getByRole('dialog').getByRole('button', { name: '取消' }).click()
  await clerk
    .getByText(/已保存/)
    .first()
    .waitFor()
  const sha256 = sha256Of(plainPaper)
  const body = { clean: false, finding: '示例病毒' }
  await county.stage.as(SCANNER)(evidenceEndpoints.recordScan, { params: { owner: UNIT, sha256 }, body })
  await county.stage.settle()
  await clerk.reload()
  await line('普法责任清单.pdf').getByText('有毒：查出病毒，不能打开。').waitFor()
  await shoot(clerk, 'scan-5-in-the-form')
})

test('a file of an open call that is found bad is given no more: the office is told what to do, the others that it is so', async () => {
  const { stage } = county
  const [params, owner] = [{ batch: '2018-7' }, OF_CALLS]
  const file = pdf('附件1 标准.pdf', 'call')
  const sha256 = sha256Of(file)
  await expect(upload(stage, OFFICE.officer, owner, file)).rejects.toThrow('没有保存：waiting')
  await scanWaiting(stage.as(SCANNER), async () => ({ clean: true }))
  await stage.settle()
  const body = { ...terms, files: [cite(sha256, file.name)] }
  const { inHand } = await stage.as(OFFICE.officer)(intakeEndpoints.prepareCall, {
    params,
    body,
    command: 'prepare-call-7',
  })
  const opened = { prepared: inHand?.prepared ?? '', secrecyChecked: true as const }
  await stage.as(OFFICE.head)(intakeEndpoints.openCall, { params, body: opened, command: 'open-call-7' })
  const verdict = { clean: false, finding: '示例病毒' }
  await stage.as(SCANNER)(evidenceEndpoints.recordScan, { params: { owner, sha256 }, body: verdict })
  await stage.settle()
  const officer = await county.logIn(OFFICE.officer, '/console')
  await officer.getByText('通知附件“附件1 标准.pdf”查出病毒，已停止提供。').first().waitFor()
  await shoot(officer, 'scan-6-call-file-told')
  await officer.getByRole('link', { name: /^通知附件“附件1 标准.pdf”查出病毒/ }).click()
  await officer.getByText('（经核查已停止提供；需要的，请与通知写明的联系方式联系。）').waitFor()
  await officer.getByText('附件“附件1 标准.pdf”查出病毒，已停止提供。').waitFor()
  await shoot(officer, 'scan-7-call-file')
  await officer.getByRole('link', { name: '查毒' }).click()
  await officer.getByText(/^创建通知的附件查出病毒的，不再提供。/).waitFor()
  await shoot(officer, 'scan-8-call-file-scans')
  await officer.goto(`${county.origin}${callFilePath(params.batch, 1)}`)
  await officer.getByText(/“附件1 标准.pdf”经核查已停止提供/).waitFor()
  await officer.getByRole('link', { name: '返回创建通知' }).click()
  await officer.getByText(terms.title).first().waitFor()
  await officer.context().close()
})

test('a unit has no such page', async () => {
  expect(await clerk.getByRole('link', { name: '查毒' }).count()).toBe(0)
  expect(county.complaints()).toEqual([])
})
