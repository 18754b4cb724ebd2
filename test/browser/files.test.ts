/** Files on screen: their order is the order of choosing until somebody moves one, and their names belong to their use. */
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { intakeEndpoints } from '#contracts/intake.ts'
import { cite, nameOfUse } from '#evidence/cited-file.ts'
import { archive, docx, jpg, lockedPdf } from '#evidence/fixtures/refused-files.ts'
import { openCall } from '../../packages/cli/rehearsal/acts.ts'
import { APPLICATION, fillIn, signAndSubmit } from '../../packages/cli/rehearsal/form-acts.ts'
import { pdf, sha256Of } from '../../packages/cli/rehearsal/paper.ts'
import { terms } from '../../packages/cli/rehearsal/second-batch.ts'
import { give, readCase, upload } from '../../packages/cli/rehearsal/stage.ts'
import type { Act } from '../../packages/cli/rehearsal/year.ts'
import { attach, paper, saved } from './acts-on-screen.ts'
import { type CountyInBrowser, countyInBrowser, shoot } from './county-in-browser.ts'

const UNIT = 'dunji'
const FORM = `/console/cases/2018-2/${UNIT}`
const REPORT = 'answer-creationReport'
/** One unit that has begun: all that is needed here, and played in a tenth of the demonstration's time. */
const acts: readonly Act[] = [
  { at: '2018-04-16T09:00:00+08:00', what: '发布创建通知', act: openCall(terms) },
  {
    at: '2018-05-04T16:00:00+08:00',
    what: '墩集镇填写申请表',
    act: fillIn(UNIT, '墩集镇人民政府', { lacking: ['reason', 'creationReport'] }),
  },
]
let county: CountyInBrowser
let page: Page
beforeAll(async () => {
  county = await countyInBrowser({ acts })
  page = await county.logIn(`clerk-${UNIT}`, FORM)
})
afterAll(() => county?.close())
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await county.shootAll(`files-${task.name.slice(0, 20)}`)
})

const names = (field = REPORT) =>
  page.locator(`[data-answer="${field.slice('answer-'.length)}"] ol li [data-file-name]`).allTextContents()
const uses = async (field: string): Promise<string[]> => {
  const { form } = await readCase(county.stage, `clerk-${UNIT}`, UNIT)
  return [form?.values[field] ?? []].flat().map(String)
}
const recorded = async (field = 'creationReport') => (await uses(field)).map((used) => nameOfUse(used))
const inReport = () => page.locator('[data-answer="creationReport"]')

test('chosen while the line is cut go on by themselves, though nothing that reads them had come before', async () => {
  const field = page.locator('[data-answer="workPlan"]')
  await field.waitFor()
  await page.context().setOffline(true)
  await page.locator('[data-files="answer-workPlan"]').setInputFiles([paper('断网时选的.pdf', UNIT)])
  const line = field.locator('li', { hasText: '断网时选的.pdf' })
  await line.getByText('网络中断，恢复后自动继续').waitFor()
  await shoot(page, 'files-0-chosen-offline')
  // A part of the page that had not come waits as well, and says so.
  await field.getByRole('button', { name: /^从已上传的材料中选/ }).click()
  await page.getByText('网络中断，页面还没有读全；恢复后自动继续。').waitFor()
  await page.context().setOffline(false)
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('Escape')
  await line.filter({ hasText: '已上传' }).waitFor()
  expect(await page.getByText(/imported module/).count()).toBe(0)
  await page.getByRole('button', { name: '移除断网时选的.pdf' }).click()
})

test('that are refused say what was received, what is wrong and what to do, each in its line', async () => {
  const field = page.locator('[data-answer="workPlan"]')
  await field.waitFor()
  const refused = [
    { name: '检查照片.jpg', mimeType: 'image/jpeg', buffer: Buffer.concat([jpg, archive]) },
    { name: '普法责任清单.pdf', mimeType: 'application/pdf', buffer: lockedPdf },
    { name: '工作总结.docx', mimeType: '', buffer: docx([{ name: 'word/vbaProject.bin', data: 'x' }]) },
  ]
  await page.locator('[data-files="answer-workPlan"]').setInputFiles(refused)
  const line = (name: string) => field.locator('li', { hasText: name }).getByRole('alert')
  expect(await line('检查照片').textContent()).toBe(
    '“检查照片.jpg”同时是两种文件：既是JPG，又夹带着ZIP压缩包；请用原软件打开，另存为新文件后上传；夹带的内容确是材料的，请单独上传。',
  )
  expect(await line('普法责任清单').textContent()).toContain('是加了密码或使用限制的PDF')
  expect(await line('工作总结').textContent()).toContain('是带有宏（会自动运行的程序）的DOCX文档')
  await shoot(page, 'files-1-refused')
  for (const { name } of refused) await field.getByRole('button', { name: `取消上传${name}` }).click()
  expect(await uses('workPlan')).not.toContain(refused[0]?.name)
})

test('stand as they were chosen, though the first one is the last to come', async () => {
  let release = () => {}
  const held = new Promise<void>((go) => {
    release = go
  })
  await inReport().waitFor()
  for (const field of ['workPlan', 'creationPlan'])
    await page.locator(`[data-answer="${field}"]`).getByRole('button', { name: /^移除/ }).click()
  await page.route(`**/evidence/${UNIT}/${sha256Of(pdf('甲.pdf', UNIT))}*`, async (route) => {
    if (route.request().method() === 'PUT') await held
    return route.continue()
  })
  await page
    .locator(`[data-files="${REPORT}"]`)
    .setInputFiles(['甲.pdf', '乙.pdf', '丙.pdf'].map((name) => paper(name, UNIT)))
  for (const name of ['乙.pdf', '丙.pdf'])
    await inReport().locator('li', { hasText: name }).filter({ hasText: '已上传' }).waitFor()
  const lines = () => inReport().locator('ol li').allTextContents()
  expect((await lines()).map((line) => /^(甲|乙|丙)/.exec(line)?.[1])).toEqual(['甲', '乙', '丙'])
  await shoot(page, 'files-1-first-comes-last')
  release()
  await inReport().locator('li', { hasText: '甲.pdf' }).filter({ hasText: '已上传' }).waitFor()
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  expect(await names()).toEqual(['甲.pdf', '乙.pdf', '丙.pdf'])
  await expect.poll(() => recorded(), { timeout: 10_000 }).toEqual(['甲.pdf', '乙.pdf', '丙.pdf'])
})

test('are put in order by keyboard, which keeps its place and is told', async () => {
  await page.getByRole('button', { name: '下移甲.pdf' }).focus()
  await page.keyboard.press('Enter')
  expect(await names()).toEqual(['乙.pdf', '甲.pdf', '丙.pdf'])
  await page.getByText('“甲.pdf”已移到第2位，共3个。').waitFor({ state: 'attached' })
  await page.keyboard.press('Alt+ArrowDown')
  expect(await names()).toEqual(['乙.pdf', '丙.pdf', '甲.pdf'])
  // At the end nothing more happens, and the focus is still there.
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.ariaLabel)).toBe('下移甲.pdf')
  await page.keyboard.press('Alt+ArrowUp')
  expect(await names()).toEqual(['乙.pdf', '甲.pdf', '丙.pdf'])
  await saved(page)
  await expect.poll(() => recorded(), { timeout: 10_000 }).toEqual(['乙.pdf', '甲.pdf', '丙.pdf'])
  await page.reload()
  await inReport().getByText('丙.pdf').waitFor()
  expect(await names()).toEqual(['乙.pdf', '甲.pdf', '丙.pdf'])
})

test('are put in order by dragging', async () => {
  await inReport()
    .locator('li', { hasText: '丙.pdf' })
    .dragTo(inReport().locator('li', { hasText: '乙.pdf' }))
  expect(await names()).toEqual(['丙.pdf', '乙.pdf', '甲.pdf'])
  await shoot(page, 'files-2-dragged')
  await expect.poll(() => recorded(), { timeout: 10_000 }).toEqual(['丙.pdf', '乙.pdf', '甲.pdf'])
})

test('the same bytes have at each use the name that they were chosen under', async () => {
  const again = { ...paper('甲.pdf', UNIT), name: '甲（工作计划）.pdf' }
  await attach(page, 'answer-workPlan', [again])
  expect(await names('answer-workPlan')).toEqual(['甲（工作计划）.pdf'])
  await page.locator(`[data-files="${REPORT}"]`).setInputFiles([{ ...again, name: '甲改名.pdf' }])
  await page.getByText('“甲改名.pdf”与列表中“甲.pdf”的内容相同').waitFor()
  expect(await names()).toEqual(['丙.pdf', '乙.pdf', '甲改名.pdf'])
  await page.locator(`[data-files="${REPORT}"]`).setInputFiles([{ ...again, name: '甲改名.pdf' }])
  await page.getByText('“甲改名.pdf”已在列表中，没有重复加入。').waitFor()
  await expect.poll(() => recorded(), { timeout: 10_000 }).toEqual(['丙.pdf', '乙.pdf', '甲改名.pdf'])
  await expect.poll(() => recorded('workPlan'), { timeout: 10_000 }).toEqual(['甲（工作计划）.pdf'])
  await page.reload()
  await inReport().getByText('甲改名.pdf').waitFor()
  expect(await names('answer-workPlan')).toEqual(['甲（工作计划）.pdf'])
})

test('and is offered again under each of them, whichever it came with', async () => {
  const plan = page.locator('[data-answer="creationPlan"]')
  await plan.getByRole('button', { name: /^从已上传的材料中选/ }).click()
  const picker = page.getByRole('dialog')
  await picker.getByLabel('按文件名查找').fill('甲.pdf')
  const offered = picker.getByRole('checkbox', { name: /^选用/ })
  await expect.poll(() => offered.count()).toBe(2)
  const labels = await offered.evaluateAll((boxes) => boxes.map((box) => box.ariaLabel))
  expect(labels.toSorted()).toEqual(['选用甲改名.pdf', '选用甲（工作计划）.pdf'].toSorted())
  expect(await picker.getByText('上传时的文件名：甲.pdf').count()).toBe(2)
  await shoot(page, 'files-2-picker', { whole: false })
  await picker.getByRole('checkbox', { name: '选用甲改名.pdf' }).check()
  await picker.getByRole('button', { name: '选用1个' }).click()
  expect(await names('answer-creationPlan')).toEqual(['甲改名.pdf'])
  await expect.poll(() => recorded('creationPlan'), { timeout: 10_000 }).toEqual(['甲改名.pdf'])
  await plan.getByRole('button', { name: '移除甲改名.pdf' }).click()
})

test('what a name hides is told where it is seen, and stays told', async () => {
  const picture = Buffer.from('89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de', 'hex')
  await page
    .locator('[data-files="answer-creationPlan"]')
    .setInputFiles({ name: '创建方案.pdf', mimeType: 'application/pdf', buffer: picture })
  const note = page.locator('[data-answer="creationPlan"]').getByText('内容实为PNG')
  await note.waitFor()
  await shoot(page, 'files-3-name-hides')
  await expect.poll(() => recorded('creationPlan'), { timeout: 10_000 }).toEqual(['创建方案.pdf'])
  await page.reload()
  await note.waitFor()
})

test('what cannot be kept is said at its field before a byte is read', async () => {
  let asked = 0
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().includes('/api/evidence/')) asked++
  })
  const dropped = await page.evaluateHandle(() => {
    const transfer = new DataTransfer()
    // A sparse file of 201 MB: only its size is looked at.
    transfer.items.add(new File([new Uint8Array(201 * 1024 * 1024)], '现场录像.mp4'))
    transfer.items.add(new File(['MZ'], '安装程序.exe'))
    transfer.items.add(new File(['x'], `${'长'.repeat(260)}.pdf`))
    transfer.items.add(new File(['x'], '甲\u202efdp.exe.pdf'))
    transfer.items.add(new File(['x'], '~$总结.docx'))
    return transfer
  })
  await page.locator(`[data-drop="${REPORT}"]`).dispatchEvent('drop', { dataTransfer: dropped })
  for (const sentence of [
    '“现场录像.mp4”：文件大小为201MB，单个文件最大200MB',
    '系统不接收“.exe”类型的文件',
    '文件名有264字，最多255字',
    '看不见的控制字符',
    '是打开文档时产生的临时文件',
  ])
    await inReport().getByText(sentence).waitFor()
  await shoot(page, 'files-4-refused-at-field')
  expect(asked).toBe(0)
  expect(await names()).toEqual(['丙.pdf', '乙.pdf', '甲改名.pdf'])
})

test('that are on their way hold up what binds the form, and void no signature given meanwhile', async () => {
  const { stage } = county
  const unit = 'caogou'
  await fillIn(unit, '草沟镇人民政府')(stage)
  await stage.settle()
  const clerk = await county.logIn(`clerk-${unit}`, `/console/cases/2018-2/${unit}`)
  const hold = async (name: string) => {
    let release = () => {}
    const held = new Promise<void>((go) => {
      release = go
    })
    await clerk.route(`**/evidence/${unit}/${sha256Of(pdf(name, unit))}*`, async (route) => {
      if (route.request().method() === 'PUT') await held
      return route.continue()
    })
    return release
  }
  await clerk.locator(`[data-files="${REPORT}"]`).waitFor({ state: 'attached' })
  const releaseFirst = await hold('先到.pdf')
  await clerk.locator(`[data-files="${REPORT}"]`).setInputFiles(paper('先到.pdf', unit))
  await clerk.getByText('还有1个文件正在上传，传完后再核对').waitFor()
  // As by the browser's own button forward.
  await clerk.evaluate((path) => history.pushState(null, '', path), `/console/cases/2018-2/${unit}/check`)
  await clerk.getByText('还有1个文件正在上传，传完后再提交').waitFor()
  await shoot(clerk, 'files-8-last-look-waits')
  releaseFirst()
  await clerk.getByRole('button', { name: '先到.pdf' }).first().waitFor()
  await clerk.getByText(/正在上传|正在保存/).waitFor({ state: 'detached' })
  await shoot(clerk, 'files-9-last-look-lists')
  await clerk.goBack()
  const release = await hold('补充.pdf')
  await clerk.locator(`[data-files="${REPORT}"]`).setInputFiles(paper('补充.pdf', unit))
  await clerk.getByText('还有1个文件正在上传，传完后再核对').waitFor()
  expect(await clerk.getByRole('button', { name: '核对全表' }).isDisabled()).toBe(true)
  await shoot(clerk, 'files-6-on-its-way')
  await give(
    stage,
    `legal-${unit}`,
    unit,
    { name: 'sign-form', form: APPLICATION, signOff: 'legalOffice' },
    { opinion: '同意申报。' },
    'signed-while-a-file-came',
  )
  release()
  await clerk.getByText(/“补充\.pdf”传完时，.*，所以没有加入/).waitFor()
  await clerk.unrouteAll({ behavior: 'ignoreErrors' })
  await shoot(clerk, 'files-7-came-late')
  await clerk.waitForTimeout(2500)
  const { form } = await readCase(stage, `clerk-${unit}`, unit)
  expect(form?.signOffs.some(({ name, on }) => name === 'legalOffice' && on)).toBe(true)
  expect(JSON.stringify(form?.values)).not.toContain('补充.pdf')
})

test('the reviewer’s list and the preview’s ‹ › follow the same order under the same names', async () => {
  const { stage } = county
  const unit = 'kaifaqu'
  await fillIn(unit, '县经济开发区管委会')(stage)
  const one = await upload(stage, `clerk-${unit}`, unit, pdf('一.pdf', unit))
  const two = await upload(stage, `clerk-${unit}`, unit, pdf('二.pdf', unit))
  const { form } = await readCase(stage, `clerk-${unit}`, unit)
  const order = ['零二.pdf', '第一.pdf']
  await stage.as(`clerk-${unit}`)(intakeEndpoints.saveForm, {
    params: { batch: '2018-2', unit, form: APPLICATION },
    body: {
      ...form?.values,
      creationReport: [cite(two, '零二.pdf'), cite(one, '第一.pdf')],
      workPlan: [cite(two, '另一个名称.pdf')],
      base: form?.digest,
    },
    command: 'order-of-files',
  })
  await signAndSubmit(unit, '2018-05-08')(stage)
  await stage.settle()
  const officer = await county.logIn('officer-1', `/console/batches/2018-2/steps/review/judge/${unit}`)
  const list = officer.locator('section', { hasText: '创建报告' }).first()
  await list.getByRole('button', { name: '零二.pdf' }).waitFor()
  const all = await list.getByRole('button', { name: /\.pdf$/ }).allTextContents()
  expect(all.slice(0, 4).filter((name) => order.includes(name))).toEqual(order)
  const preview = officer.locator('section', { hasText: '附件预览' }).or(officer.getByLabel('附件预览')).first()
  const seen: string[] = []
  for (let at = 0; at < all.length; at++) {
    seen.push((await preview.locator('strong').first().textContent()) ?? '')
    await officer.getByRole('button', { name: '下一个附件' }).click()
  }
  await shoot(officer, 'files-5-review')
  expect(seen).toEqual(all)
  expect(seen).toContain('另一个名称.pdf')
  expect(county.complaints()).toEqual([])
})
