/** A head's sign-off by an electronic seal; the paper by which a list goes to its body; and what a unit reads of the result. */
import { readFileSync, writeFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { root } from '../../packages/cli/laptop/laptop.ts'
import { legalOf, OFFICE, openCall } from '../../packages/cli/rehearsal/acts.ts'
import { asInSixian } from '../../packages/cli/rehearsal/catalogue-acts.ts'
import { APPLICATION, fillIn, signAndSubmit } from '../../packages/cli/rehearsal/form-acts.ts'
import { accepted, draft, signDraft } from '../../packages/cli/rehearsal/judgement-acts.ts'
import { decideList } from '../../packages/cli/rehearsal/list-acts.ts'
import { inLong, LONG_BATCH, longTerms } from '../../packages/cli/rehearsal/long-batch.ts'
import { give } from '../../packages/cli/rehearsal/stage.ts'
import { type Act, BEGINNING, publishing } from '../../packages/cli/rehearsal/year.ts'
import { files } from '../../packages/evidence/fixtures/sample-files.ts'
import { readWord } from '../../services/console/word/fixtures/read-word.ts'
import { findings, sideways } from './axe.ts'
import { type CountyInBrowser, countyInBrowser, shoot } from './county-in-browser.ts'

const UNIT = 'guotu'
const CASE = `/console/cases/${LONG_BATCH}/${UNIT}`
const SUBMITTED = [
  ['shichang', '县市场监督管理局'],
  ['heita', '黑塔镇人民政府'],
] as const
const SELECTION = `/console/batches/${LONG_BATCH}/steps/selection/resolutions`
const legalSigns = { name: 'sign-form', form: APPLICATION, signOff: 'legalOffice' } as const
const acts: readonly Act[] = [
  ...publishing,
  inLong('2018-04-16T09:30', '发布全程创建通知', openCall(asInSixian(longTerms))),
  inLong('2018-05-16T09:00', '填写申请表', fillIn(UNIT, '县国土资源局')),
  inLong('2018-05-16T10:00', '法制机构签署', (stage) =>
    give(stage, legalOf(UNIT), UNIT, legalSigns, { opinion: '同意申报。' }, 'legal-signs'),
  ),
  ...SUBMITTED.map(([unit, name]) => inLong('2018-05-16T11:00', '填写申请表', fillIn(unit, name))),
  ...SUBMITTED.map(([unit]) => inLong('2018-05-17T09:00', '签署并提交', signAndSubmit(unit, '2018-05-17'))),
  ...SUBMITTED.map(([unit]) => inLong('2018-05-21T09:00', '拟办初审', draft(unit, accepted, 'review-1'))),
  ...SUBMITTED.map(([unit]) => inLong('2018-05-22T14:00', '签发初审', signDraft(unit, 'review-1'))),
]
let county: CountyInBrowser
beforeAll(async () => {
  county = await countyInBrowser({ acts, beginning: BEGINNING, today: '2018-05-23T09:00:00+08:00' })
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
  await clerk.getByRole('button', { name: '仍要修改' }).click()
  await clerk.getByLabel('申请理由').fill('另写一段申请理由。')
  await clerk.locator('[data-saving="saved"]').waitFor()
  await expect.poll(() => clerk.getByText('待签署').count()).toBe(2)
  await clerk.context().close()
})

const wordOf = async (page: Page, kept: string) => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载Word文档' }).first().click(),
  ])
  const bytes = readFileSync(await download.path())
  writeFileSync(`${root}screenshots/${kept}.docx`, bytes)
  return { name: download.suggestedFilename(), word: await readWord(bytes) }
}

test('the office makes the paper of the list from what it has chosen and typed, in Word and on paper alike', async () => {
  const officer = await county.logIn('officer-1', SELECTION)
  await officer.getByLabel('提请说明').fill('两个单位初审均已通过。')
  const { name, word } = await wordOf(officer, 'papers-1-next')
  expect(name).toMatch(
    /^泗县人民政府法制办公室　泗县依法行政示范单位创建（全程）　关于提请研究确定培育对象的请示\.docx$/,
  )
  expect(word.words).toEqual(
    expect.arrayContaining([
      '泗县依法行政工作领导小组：',
      '两个单位初审均已通过。',
      '妥否，请批示。',
      '泗县人民政府法制办公室',
    ]),
  )
  const units = word.tables[0]?.slice(2).map((row) => row.slice(1, 4))
  expect(units?.map(([unit]) => unit).toSorted()).toEqual(SUBMITTED.map(([, unit]) => unit).toSorted())
  expect(units?.every(([, , project]) => project === '行政执法全过程记录')).toBe(true)
  expect(word.tables[0]?.at(-1)?.at(-1)).toMatch(/^初审：通过。/)
  // What is printed says the same, at the moment at which it is printed.
  await officer.evaluate(
    "window.print = () => { dispatchEvent(new Event('beforeprint')); window.printed = [...document.querySelectorAll('body > .sheets tr')].map((row) => [...row.cells].map((cell) => cell.textContent)); dispatchEvent(new Event('afterprint')) }",
  )
  await officer.getByRole('button', { name: '打印请示' }).click()
  await expect.poll(() => officer.evaluate('window.printed')).toEqual(word.tables[0])
  expect(await officer.locator('body > .sheets').count()).toBe(0)
  await shoot(officer, 'papers-2-prepare')
  expect([await findings(officer), await sideways(officer)]).toEqual([[], 0])
  await officer.getByRole('button', { name: '提请审议' }).click()
  await officer.getByRole('dialog').getByRole('button', { name: '确认提请' }).click()
  await officer.getByText('提请审议（1次）').waitFor()
  await officer.context().close()
})

test('whoever records the meeting reads the paper of what was submitted, with its day', async () => {
  const secretary = await county.logIn(OFFICE.groupSecretary, SELECTION)
  const { word } = await wordOf(secretary, 'papers-3-submitted')
  expect(word.words).toEqual(expect.arrayContaining(['两个单位初审均已通过。', '2018年5月23日']))
  expect(word.tables[0]).toHaveLength(4)
  await shoot(secretary, 'papers-4-submitted')
  await secretary.context().close()
})

test('each unit reads on its own page what was decided of it, and why', async () => {
  const reason = '创建基础尚不具备。'
  await decideList({
    ...{ step: 'selection', login: OFFICE.groupSecretary, meeting: '县依法行政工作领导小组第2次会议' },
    ...{ number: '泗依法纪〔2018〕2号', date: '2018-05-23', outcome: 'cultivated', votes: true },
    cases: SUBMITTED.map(([unit]) => unit),
    exceptions: [{ case: 'heita', outcome: 'notSelected', reason }],
  })({ ...county.stage, batch: LONG_BATCH })
  const told = async (unit: string) => {
    const page = await county.logIn(`clerk-${unit}`, `/console/cases/${LONG_BATCH}/${unit}`)
    await expect
      .poll(async () => {
        await page.reload()
        await page.locator('.ant-timeline').waitFor()
        return page.getByText(/^确定培育对象：/).count()
      })
      .toBe(1)
    return page
  }
  const refused = await told('heita')
  await refused.getByText('确定培育对象：未列入培育').waitFor()
  await refused.getByText(`理由：${reason}`).waitFor()
  await shoot(refused, 'papers-5-result')
  expect([await findings(refused), await sideways(refused)]).toEqual([[], 0])
  await refused.context().close()
  const chosen = await told('shichang')
  await chosen.getByText('确定培育对象：列入培育').waitFor()
  await chosen.context().close()
})

test('no page complained', () => {
  expect(county.complaints()).toEqual([])
})
