/** A unit assesses itself by the 96 indicators of its standard, in words and with files, and hands it in with its form. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openPack } from '#catalogue/open-packs.ts'
import { rosterEndpoints } from '#contracts/roster.ts'
import { indicatorsOf } from '#dossier/indicators.ts'
import { root } from '../../packages/cli/laptop/laptop.ts'
import { openCall } from '../../packages/cli/rehearsal/acts.ts'
import { asInSixian } from '../../packages/cli/rehearsal/catalogue-acts.ts'
import { assess, finishAssessment } from '../../packages/cli/rehearsal/dossier/dossier-acts.ts'
import { declare } from '../../packages/cli/rehearsal/form-acts.ts'
import { LONG_BATCH, longTerms } from '../../packages/cli/rehearsal/long-batch.ts'
import { pdf } from '../../packages/cli/rehearsal/paper.ts'
import { readCase, type Stage, upload } from '../../packages/cli/rehearsal/stage.ts'
import { type ReadWord, readWord } from '../../services/console/word/fixtures/read-word.ts'
import { attach, handIn, paper, saved } from './acts-on-screen.ts'
import { findings, sideways } from './axe.ts'
import { type CountyInBrowser, countyInBrowser, shoot } from './county-in-browser.ts'
import { BEGUN, soon, toWork, unitAtWorkSoon } from './unit-at-work.ts'

const UNIT = 'guotu'
const CASE = `/console/cases/${LONG_BATCH}/${UNIT}`
let county: CountyInBrowser
let stage: Stage
let clerk: Page
beforeAll(async () => {
  const acts = unitAtWorkSoon(UNIT, '县国土资源局', asInSixian(soon(longTerms)))
  county = await countyInBrowser({ acts, beginning: BEGUN, today: '2018-05-21T10:00:00+08:00' })
  stage = { ...county.stage, batch: LONG_BATCH }
})
afterAll(() => county?.close())
afterEach(({ task }) => (task.result?.state === 'fail' ? county.shootAll('dossier') : undefined))

const title = (page: Page, words: string | RegExp) => page.getByRole('heading', { level: 2, name: words })

test('the clerk answers an indicator, and cites what is already uploaded in three clicks', async () => {
  await upload(stage, 'clerk-guotu', UNIT, pdf('协调机制成立文件.pdf', '自评'))
  clerk = await county.logIn('clerk-guotu', CASE)
  await clerk.getByRole('link', { name: '自评', exact: true }).click()
  await clerk.getByText('已写完0项，还有96项').waitFor()
  await title(clerk, '单位有法治氛围，人员有法治意识和能力').waitFor()
  await clerk.getByRole('radio', { name: '达到', exact: true }).check()
  await clerk.getByLabel('自评情况').fill('每季度组织学法，测试平均分九十以上。')
  await saved(clerk)
  await clerk.getByText('已写完1项，还有95项').waitFor()
  await clerk.keyboard.press('Alt+N')
  await title(clerk, '由主要负责人牵头的协调机制').waitFor()
  await clerk.getByRole('button', { name: /^从已上传的材料中选/ }).click()
  await clerk.getByLabel('选用协调机制成立文件.pdf').check()
  await clerk.getByRole('button', { name: '选用1个' }).click()
  await clerk.getByText('协调机制成立文件.pdf').first().waitFor()
  await clerk.getByRole('radio', { name: '不适用' }).check()
  await clerk.getByLabel('自评情况').fill('由县局统一设立，本单位不再单独设立。')
  await attach(clerk, 'answer-files', [paper('说明.pdf', 'guotu')])
  await saved(clerk)
  await clerk.getByText('已写完2项，还有94项').waitFor()
  await clerk.getByTitle('预览：协调机制成立文件.pdf').waitFor()
  await shoot(clerk, 'dossier-1-item')
  // There and back, with what is at hand already: nothing stays of the one before.
  const headings = clerk.getByRole('region', { name: '自评', exact: true }).getByRole('heading')
  const one = await headings.count()
  for (const key of ['Alt+P', 'Alt+N', 'Alt+P', 'Alt+N']) await clerk.keyboard.press(key)
  await title(clerk, '由主要负责人牵头的协调机制').waitFor()
  expect(await headings.count()).toBe(one)
  expect([await findings(clerk), await sideways(clerk)]).toEqual([[], 0])
})

test('what is missing is listed, a part opens when it is asked for, and the address leads back to the item', async () => {
  await clerk.getByRole('checkbox', { name: /^只看没写完的/ }).check()
  // And the one that is looked at, which is written.
  await expect.poll(() => clerk.locator('[data-item]').count()).toBe(15 + 1)
  await clerk.locator('[data-part="sx-p2"]').click()
  await clerk.locator('[data-item="sx-2-01"]').click()
  await title(clerk, /./).first().waitFor()
  await clerk.reload()
  await clerk.locator('[data-item="sx-2-01"][aria-current="true"]').waitFor()
  await shoot(clerk, 'dossier-2-missing')
})

test('two people at one indicator are told of each other, and nothing that was typed is lost', async () => {
  const other = await county.logIn('clerk-guotu', `${CASE}/dossier/sx-2-01`)
  await other.getByLabel('自评情况').waitFor()
  await clerk.getByLabel('自评情况').fill('已经界定决策权。')
  await saved(clerk)
  await other.getByLabel('自评情况').fill('另一处填写的内容。')
  await other.getByText(/也修改了“自评情况”，改成了/).waitFor()
  await shoot(other, 'dossier-3-two-people')
  await other.getByRole('button', { name: '采用本人填写的' }).click()
  await saved(other)
  await other.context().close()
})

test('the head reads it, and the office nothing before it is handed in', async () => {
  const head = await county.logIn('head-guotu', `${CASE}/dossier`)
  await head.getByText('自评由本单位经办人填写，您可以查看。').waitFor()
  await head.getByText('每季度组织学法，测试平均分九十以上。').waitFor()
  expect([await findings(head), await sideways(head)]).toEqual([[], 0])
  await head.context().close()
  const officer = await county.logIn('officer-1', `${CASE}/dossier`)
  await officer.getByText(/该单位还没有提交自评/).waitFor()
  await officer.context().close()
})

test('the clerk spreads the indicators, a colleague goes through theirs by keyboard and gives one back', async () => {
  const colleague = 'legal-guotu'
  const { person } = await stage.as(colleague)(rosterEndpoints.readMe)
  const held = { person, appointment: 'unitClerk', unit: UNIT, from: '2018-01-01' } as const
  await stage.as('admin')(rosterEndpoints.appoint, { body: held, command: 'second-clerk' })
  const proposals = [{ person, proposal: 1 }]
  await stage.as('security')(rosterEndpoints.approveChanges, { body: { proposals }, command: 'approve-second-clerk' })
  await stage.settle()
  await clerk.goto(`${county.origin}${CASE}/dossier`)
  await clerk.getByRole('button', { name: '自评分工' }).click()
  await clerk.getByText('还没有分工。请在下面选择指标和填写人员。').waitFor()
  await clerk.locator('[data-choosing="sx-p2"] summary').click()
  await clerk.locator('[data-choosing="sx-p2"]').getByLabel('这一部分全部').check()
  const giving = clerk.getByRole('form', { name: '分给该人员' })
  await giving.getByRole('radio').first().waitFor()
  await giving
    .getByText(/国土.*法制|法制/)
    .first()
    .click()
  await giving.getByLabel('科室').fill('法规股')
  await shoot(clerk, 'dossier-c-spreading')
  expect([await findings(clerk), await sideways(clerk)]).toEqual([[], 0])
  await giving.getByRole('button', { name: '分给该人员' }).click()
  await clerk.locator('[data-holder]').filter({ hasText: '法规股' }).waitFor()
  await shoot(clerk, 'dossier-d-spread')
  const other = await county.logIn(colleague, '/console')
  await other.getByRole('link', { name: /去办理：填写分给您的自评（法规股）：共\d+项，还有\d+项没有写完/ }).click()
  await other.getByRole('checkbox', { name: /^只看分给我的/ }).waitFor()
  await other.locator('[data-item="sx-2-01"], [data-item="sx-2-02"]').first().waitFor()
  expect(await other.locator('[data-item^="sx-1-"]').count()).toBe(0)
  await other
    .locator('[data-shared]')
    .getByText(/^分给.*（法规股）/)
    .waitFor()
  const before = await other.locator('[aria-current="true"]').getAttribute('data-item')
  await other.keyboard.press('Alt+N')
  await expect.poll(() => other.locator('[aria-current="true"]').getAttribute('data-item')).not.toBe(before)
  await shoot(other, 'dossier-e-own')
  expect([await findings(other), await sideways(other)]).toEqual([[], 0])
  await other.getByRole('button', { name: '自评分工' }).click()
  await other.locator('[data-choosing="sx-p2"] summary').click()
  await other.locator('[data-choose="sx-2-03"]').check()
  const back = other.getByRole('form', { name: '退回' })
  await back.getByLabel('退回理由').fill('此项由规划股掌握，请改派。')
  await back.getByRole('button', { name: '退回' }).click()
  await other.getByText('有1项退回，还没有改派').waitFor()
  await shoot(other, 'dossier-f-given-back')
  await other.context().close()
  await clerk.goto(`${county.origin}/console`)
  await clerk.getByRole('link', { name: '去办理：自评分工有1项退回，请改派' }).click()
  await clerk.getByRole('button', { name: '选中退回的' }).click()
  await clerk.getByText('选择指标（已选1项）').waitFor()
  expect(county.complaints()).toEqual([])
})

test('sixty files are dropped at once, sorted by their names, and what no name says is dragged or chosen', async () => {
  const { catalogue } = openPack('sixian')
  if (!catalogue) throw new Error('no pack')
  const named = indicatorsOf(catalogue)
    .slice(0, 56)
    .map(({ item, part }) => `${part.number}、${item.number} 材料.pdf`)
  const names = [...named, ...['会议纪要.pdf', '学习笔记.pdf', '照片说明.pdf', '其他.pdf']]
  await clerk.goto(`${county.origin}${CASE}/dossier`)
  await clerk.getByRole('button', { name: '多个文件按文件名归入' }).click()
  await clerk.locator('[data-files="dossier-sort"]').setInputFiles(names.map((name) => paper(name, name)))
  await clerk.getByText('共60个文件：已归入56个，没有归入4个').waitFor()
  await shoot(clerk, 'dossier-7-sorted')
  expect([await findings(clerk), await sideways(clerk)]).toEqual([[], 0])
  await clerk.locator('tr', { hasText: '会议纪要.pdf' }).dragTo(clerk.locator('[data-item="sx-1-03"]'))
  await clerk.getByText('已归入57个').waitFor()
  const choosing = clerk.getByLabel('学习笔记.pdf归入的指标')
  await choosing.focus()
  await clerk.keyboard.type('每年向县政府报告推进情况')
  await clerk.keyboard.press('Enter')
  await clerk.getByText('已归入58个，没有归入2个').waitFor()
  await clerk.getByRole('button', { name: '上传并引用58个文件' }).click()
  await clerk.getByText(/^已引用58个文件，涉及/).waitFor({ timeout: 240_000 })
  await clerk.getByText('共2个文件：已归入0个，没有归入2个').waitFor()
  await clerk.getByRole('button', { name: '去掉照片说明.pdf' }).click()
  await clerk.getByRole('button', { name: '去掉其他.pdf' }).click()
  await clerk.getByRole('button', { name: '返回逐项填写' }).click()
})

/** Presses the button of the report; kept for people to look at. */
async function report(page: Page, kept: string): Promise<{ name: string; word: ReadWord }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('group', { name: '自评报告' }).getByRole('button', { name: '下载Word文档' }).click(),
  ])
  const bytes = readFileSync(await download.path())
  mkdirSync(`${root}screenshots`, { recursive: true })
  writeFileSync(`${root}screenshots/${kept}.docx`, bytes)
  return { name: download.suggestedFilename(), word: await readWord(bytes) }
}

test('its report is a draft before it is finished, with all that is written and what is not', async () => {
  const { name, word } = await report(clerk, 'dossier-report-draft')
  expect(name).toBe('县国土资源局　泗县依法行政示范单位创建（全程）　自评报告　（草稿）.docx')
  expect(word.header).toBe('草稿')
  const rows = word.tables.flat().map((row) => row.join('|'))
  expect(rows.some((row) => row.includes('每季度组织学法，测试平均分九十以上。'))).toBe(true)
  expect(rows.some((row) => row.endsWith('没有选择自评结论'))).toBe(true)
})

test('it is finished, the form takes it in, is signed and handed in, and the office reads what was handed in', async () => {
  await county.advanceTo('2018-05-25T09:00:00+08:00')
  await declare(UNIT, '县国土资源局')(stage)
  await clerk.goto(county.origin + CASE)
  await clerk.getByText('没有定稿').first().waitFor()
  await shoot(clerk, 'dossier-4-form')
  await clerk.getByRole('link', { name: '逐项填写自评' }).click()
  await clerk.getByRole('button', { name: '自评定稿' }).click()
  await clerk.getByText(/^还有\d+项没有写完$/).waitFor()
  await assess(UNIT)(stage)
  await stage.settle()
  await clerk.reload()
  await clerk.getByText('已写完96项，还有0项').waitFor()
  await clerk.getByRole('button', { name: '自评定稿' }).click()
  await clerk
    .getByRole('dialog')
    .getByText(/共96项：达到95项，未达到0项，不适用1项/)
    .last()
    .waitFor()
  await clerk.getByRole('dialog').getByRole('button', { name: '定稿' }).click()
  await clerk.getByText(/^已定稿：达到95项/).waitFor()
  await shoot(clerk, 'dossier-5-finished')
  const { word } = await report(clerk, 'dossier-report')
  expect(word.header).toBe('')
  expect(word.footer).toMatch(/自评清单摘要：[0-9a-f]{16}$/)
  // What is printed says the same, and no sheet is cut.
  await clerk.evaluate(
    `window.print = () => {
      dispatchEvent(new Event('beforeprint'))
      const sheets = [...document.querySelectorAll('body > .sheets .sheet')]
      window.printed = sheets.map((sheet) => ({
        cells: [...sheet.querySelectorAll('td')].map((cell) => cell.textContent),
        within: sheet.querySelector('.sheet-body').getBoundingClientRect().bottom <=
          sheet.querySelector('.sheet-foot').getBoundingClientRect().top && sheet.scrollWidth <= sheet.clientWidth,
      }))
      dispatchEvent(new Event('afterprint'))
    }`,
  )
  await clerk.getByRole('button', { name: '打印自评报告' }).click()
  type Sheet = { cells: string[]; within: boolean }
  await expect.poll(() => clerk.evaluate<unknown>('window.printed?.length')).toBeGreaterThan(5)
  const sheets = await clerk.evaluate<Sheet[]>('window.printed')
  expect(sheets.every(({ within }) => within)).toBe(true)
  expect(sheets.flatMap(({ cells }) => cells)).toEqual(word.tables.flatMap((rows) => rows.slice(2).flat()))
  await clerk.getByRole('link', { name: '返回申报件' }).click()
  await clerk.getByText('已定稿', { exact: true }).waitFor()
  await clerk.getByText('单位申报表已填写完整').waitFor()
  const head = await county.logIn('head-guotu', CASE)
  await head.getByLabel('意见', { exact: true }).fill('同意申报。')
  await head.getByRole('button', { name: '签署：单位主要负责人意见' }).click()
  await head
    .getByText(/^\d{4}年\d+月\d+日 .+主要负责人/)
    .first()
    .waitFor()
  await head.context().close()
  await clerk.reload()
  await handIn(clerk)
  expect((await readCase(stage, 'officer-1', UNIT)).step).toBe('acceptance')
  const officer = await county.logIn('officer-1', `${CASE}/dossier/sx-1-02`)
  await officer.getByText('由县局统一设立，本单位不再单独设立。').waitFor()
  await officer.getByText('以下是随表提交时的内容，此后的修改不在其中。').waitFor()
  await officer.getByTitle('预览：协调机制成立文件.pdf').waitFor()
  await shoot(officer, 'dossier-6-office')
  expect([await findings(officer), await sideways(officer)]).toEqual([[], 0])
  expect(county.complaints()).toEqual([])
  // Finished again the list is the same, and nothing is voided.
  await expect(finishAssessment(UNIT, 2)(stage)).rejects.toThrow()
})

test('whoever judges goes through it by keyboard beside the opinion, and names what is sent back', async () => {
  const officer = await county.logIn('officer-1', `/console/batches/${LONG_BATCH}/steps/acceptance/judge/${UNIT}`)
  await officer.getByText('达到95项，未达到0项，不适用1项').waitFor()
  await officer.keyboard.press('Alt+Z')
  await title(officer, '单位有法治氛围，人员有法治意识和能力').waitFor()
  await officer.keyboard.press('Alt+ArrowDown')
  await title(officer, '由主要负责人牵头的协调机制').waitFor()
  await officer.getByTitle('预览：协调机制成立文件.pdf').waitFor()
  await officer.keyboard.press('Alt+B')
  await officer.getByText('需补正的指标：').waitFor()
  await officer.getByText('一（一）第2项 由主要负责人牵头的协调机制').waitFor()
  await shoot(officer, 'dossier-8-judged')
  expect([await findings(officer), await sideways(officer)]).toEqual([[], 0])
  await officer.keyboard.press('Alt+O')
  await officer.keyboard.type('说明与文件不一致，请补正。')
  await officer.keyboard.press('Control+Enter')
  await officer.getByText(/拟办“退回补正”，已送签/).waitFor()
  await officer.context().close()
  const head = await county.logIn('office-head', `/console/batches/${LONG_BATCH}/steps/acceptance/judge/${UNIT}`)
  await head.getByText('需补正的指标1项').waitFor()
  await head.getByText('一（一）第2项 由主要负责人牵头的协调机制').waitFor()
  await head.getByRole('button', { name: /^签发/ }).first().click()
  await head
    .getByText(/已签发/)
    .first()
    .waitFor()
  await head.context().close()
  await clerk.goto(`${county.origin}${CASE}`)
  await clerk.getByText('退回意见：说明与文件不一致，请补正。').waitFor()
  await clerk.getByText('其中1项指标已退回，改好后须重新定稿').waitFor()
  await shoot(clerk, 'dossier-9-case-sent-back')
  await clerk.getByRole('link', { name: '修改退回的自评' }).click()
  await title(clerk, '由主要负责人牵头的协调机制').waitFor()
  await clerk.getByText('已写完95项，还有1项，其中退回待改1项').waitFor()
  await clerk.getByText('退回补正1项指标，还有1项没有改').waitFor()
  await clerk.getByLabel('只看没写完和退回待改的（1项）').uncheck()
  await clerk.getByText('退回前提交的内容').waitFor()
  await clerk.locator('[data-item="sx-1-01"]').click()
  await clerk.getByText('此项没有退回，不能修改。').waitFor()
  await shoot(clerk, 'dossier-9-sent-back')
  expect(county.complaints()).toEqual([])
})

test('after a return only what it names is given to somebody, who is told of it with the opinion until it is mended', async () => {
  await clerk.getByRole('button', { name: '自评分工' }).click()
  await clerk.getByText('退回补正期间只能分派退回的指标，其余各项保持提交时的内容。').waitFor()
  await clerk.locator('[data-choosing="sx-p1"] summary').click()
  expect(await clerk.locator('[data-choose]').evaluateAll((all) => all.length)).toBe(1)
  await clerk.locator('[data-choose="sx-1-02"]').check()
  const giving = clerk.getByRole('form', { name: '分给该人员' })
  await giving
    .getByText(/国土.*法制|法制/)
    .first()
    .click()
  await shoot(clerk, 'dossier-g-sent-back-spread')
  expect([await findings(clerk), await sideways(clerk)]).toEqual([[], 0])
  await giving.getByRole('button', { name: '分给该人员' }).click()
  await clerk.getByText(/^已把1项分给/).waitFor()
  const other = await county.logIn('legal-guotu', '/console')
  const todo = '去办理：修改退回的自评：分给您的有1项退回待改。退回意见：说明与文件不一致，请补正。'
  await shoot(other, 'dossier-h-told')
  await other.getByRole('link', { name: todo }).click()
  await other.getByText('退回意见：说明与文件不一致，请补正。').waitFor()
  await other.locator('[data-item="sx-1-02"][aria-current="true"]').getByText('退回待改').waitFor()
  await other.getByText('只看没写完和退回待改的（1项）').waitFor()
  await other.getByLabel('自评情况').fill('由县局统一设立，文件第三条已写明，见附件。')
  await other.locator('[data-item="sx-1-02"]').getByText('退回已改').waitFor()
  await other.getByText('退回补正1项指标，还有0项没有改').waitFor()
  await shoot(other, 'dossier-i-mended')
  expect([await findings(other), await sideways(other)]).toEqual([[], 0])
  await other.context().close()
  expect(county.complaints()).toEqual([])
})

test('in a later batch by the same standard what the unit said is offered, and counts once it is taken', async () => {
  const later = { ...stage, batch: '2018-9' }
  const terms = asInSixian({
    ...longTerms,
    title: '泗县依法行政示范单位创建（下一批）',
    document: { number: '泗政办秘〔2018〕29号', organ: '泗县人民政府办公室', date: '2018-05-25' },
    dates: {
      application: { lastDay: '2018-06-05' },
      implementation: { lastDay: '2018-10-31' },
      declaration: { lastDay: '2018-11-20' },
    },
  })
  for (const act of [openCall(terms), ...toWork(UNIT, '县国土资源局', '2018-05-25')]) {
    await act(later)
    await later.settle()
  }
  await clerk.goto(`${county.origin}/console/cases/${later.batch}/${UNIT}/dossier`)
  await clerk.getByText('已写完0项，还有96项').waitFor()
  await clerk.getByText('“泗县依法行政示范单位创建（全程）”中本单位的自评，还没有确认为本批次的内容').waitFor()
  await clerk.getByText('每季度组织学法，测试平均分九十以上。').waitFor()
  await shoot(clerk, 'dossier-a-earlier')
  expect([await findings(clerk), await sideways(clerk)]).toEqual([[], 0])
  await clerk.keyboard.press('Alt+N')
  await clerk.getByRole('button', { name: '核对后填入' }).click()
  await saved(clerk)
  await clerk.getByText('已写完1项，还有95项').waitFor()
  await clerk.getByRole('button', { name: '核对后填入' }).waitFor({ state: 'detached' })
  expect(await clerk.getByRole('radio', { name: '不适用' }).isChecked()).toBe(true)
  await clerk.getByText('协调机制成立文件.pdf').first().waitFor()
  await shoot(clerk, 'dossier-b-taken')
  expect(county.complaints()).toEqual([])
})

test('beside the form it is said what was written since it was finished, to whoever fills it in and whoever signs it', async () => {
  const said = '自评退回之后修改了1项，没有重新定稿，申报表中还是退回前的内容。'
  const head = await county.logIn('head-guotu', CASE)
  for (const page of [clerk, head]) {
    await page.goto(`${county.origin}${CASE}`)
    await page.getByText(said).waitFor()
    expect([await findings(page), await sideways(page)]).toEqual([[], 0])
  }
  await shoot(head, 'dossier-k-not-finished-anew')
  await head.context().close()
  await clerk.getByRole('button', { name: '核对全表' }).click()
  await clerk.getByText(said).filter({ visible: true }).waitFor()
  await shoot(clerk, 'dossier-l-checked')
  expect(county.complaints()).toEqual([])
})

test('handed in again, what came back is looked at first by whoever judges it', async () => {
  await clerk.goto(`${county.origin}${CASE}/dossier`)
  await clerk.getByRole('button', { name: '重新定稿' }).click()
  await clerk.getByRole('dialog').getByRole('button', { name: '定稿' }).click()
  await clerk.getByText('自评已定稿，共96项。').waitFor()
  const head = await county.logIn('head-guotu', CASE)
  await head.getByLabel('意见', { exact: true }).fill('已按意见补正。')
  await head.getByRole('button', { name: '签署：单位主要负责人意见' }).click()
  await head
    .getByText(/^\d{4}年\d+月\d+日 .+主要负责人/)
    .first()
    .waitFor()
  await head.context().close()
  await clerk.goto(`${county.origin}${CASE}`)
  await handIn(clerk)
  const officer = await county.logIn('officer-1', `/console/batches/${LONG_BATCH}/steps/acceptance/judge/${UNIT}`)
  await officer.getByText('达到95项，未达到0项，不适用1项').waitFor()
  await officer.getByText('已修改：自评').waitFor()
  await officer.keyboard.press('Alt+Z')
  await title(officer, '由主要负责人牵头的协调机制').waitFor()
  await officer.getByLabel('只看退回的（1项：已改1项，未改0项）').waitFor()
  await officer.locator('[data-item="sx-1-02"]').getByText('退回已改').waitFor()
  expect(await officer.locator('[data-item]').count()).toBe(1)
  await shoot(officer, 'dossier-j-judged-again')
  expect([await findings(officer), await sideways(officer)]).toEqual([[], 0])
  await officer.getByLabel(/^只看退回的/).uncheck()
  await officer.locator('[data-item="sx-1-01"]').waitFor()
  expect(county.complaints()).toEqual([])
})
