/** Who assesses a unit goes through its indicators by keyboard, records what a method has found, and others read it. */
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { assessmentEndpoints } from '#contracts/assessment/assessment.ts'
import { type Do, inBatch, inOrder, OFFICE, openCall } from '../../packages/cli/rehearsal/acts.ts'
import { withdraw } from '../../packages/cli/rehearsal/case-acts.ts'
import {
  asInSixian,
  CONDITIONS,
  publishPack,
  STANDARD,
  withoutStandard,
} from '../../packages/cli/rehearsal/catalogue-acts.ts'
import { assess, finishAssessment } from '../../packages/cli/rehearsal/dossier/dossier-acts.ts'
import {
  declare,
  fillIn,
  signAndSubmit,
  signDeclaration,
  submitDeclaration,
} from '../../packages/cli/rehearsal/form-acts.ts'
import { accepted, draft, signDraft } from '../../packages/cli/rehearsal/judgement-acts.ts'
import { decideList, submitList } from '../../packages/cli/rehearsal/list-acts.ts'
import { inLong, LONG_BATCH, longTerms } from '../../packages/cli/rehearsal/long-batch.ts'
import { correctResult, enterResult } from '../../packages/cli/rehearsal/work/results-acts.ts'
import { attach, paper, saved } from './acts-on-screen.ts'
import { findings, sideways } from './axe.ts'
import { type CountyInBrowser, countyInBrowser, shoot } from './county-in-browser.ts'
import { strayOnPaper } from './on-paper.ts'
import { BEGUN, soon, toWork } from './unit-at-work.ts'

const UNITS = { guotu: '县国土资源局', shichang: '县市场监督管理局' } as const
const CASE = `/console/cases/${LONG_BATCH}/guotu`
const DAY = '2018-05-25'
const LOST = {
  ...{ on: '2018-05-10', reference: '（2018）皖1324行初21号' },
  ...{ text: '一起限期拆除决定因没有告知听证权利，被判决撤销。' },
}
/** A batch by no standard: nobody assesses themselves, and methods are recorded as a whole. */
const PLAIN = '2018-9'
const plainTerms = withoutStandard(
  soon({
    ...longTerms,
    title: '泗县依法行政示范单位创建（不设标准）',
    document: { number: '泗政办秘〔2018〕29号', organ: '泗县人民政府办公室', date: '2018-04-13' },
  }),
)
let county: CountyInBrowser
let scorer: Page
beforeAll(async () => {
  const each = (...acts: readonly ((unit: string, name: string) => Do)[]) =>
    inOrder(...Object.entries(UNITS).flatMap(([unit, name]) => acts.map((act) => act(unit, name))))
  const units = Object.keys(UNITS)
  const acts = [
    inLong('2018-05-21T08:10', '发布标准和条件', inOrder(publishPack(STANDARD), publishPack(CONDITIONS))),
    inLong('2018-05-21T08:20', '发布全程创建通知', openCall(asInSixian(soon(longTerms)))),
    inLong('2018-05-21T08:30', '填写申请表', each(fillIn)),
    inLong(
      '2018-05-21T08:40',
      '签署并提交',
      each((unit) => signAndSubmit(unit, '2018-05-21')),
    ),
    inLong(
      '2018-05-21T08:50',
      '拟办初审',
      each((unit) => draft(unit, accepted, 'review-1')),
    ),
    inLong(
      '2018-05-21T09:00',
      '签发初审',
      each((unit) => signDraft(unit, 'review-1')),
    ),
    inLong('2018-05-21T09:10', '提请审议培育对象', submitList('selection', units)),
    inLong(
      '2018-05-21T09:20',
      '表决培育对象',
      decideList({
        ...{ step: 'selection', login: OFFICE.groupSecretary, meeting: '县依法行政工作领导小组第2次会议' },
        ...{ number: '泗依法纪〔2018〕2号', date: '2018-05-21', cases: units, outcome: 'cultivated', votes: true },
      }),
    ),
    inLong(
      '2018-05-21T09:30',
      '另一批次没有标准，办到培育实施',
      inBatch(PLAIN, inOrder(openCall(plainTerms), ...toWork('sicheng', '泗城镇人民政府', '2018-05-21'))),
    ),
    inLong(
      `${DAY}T08:30`,
      '另一批次交付考核',
      inBatch(
        PLAIN,
        inOrder(
          declare('sicheng', '泗城镇人民政府'),
          signDeclaration('sicheng'),
          submitDeclaration('sicheng'),
          draft('sicheng', accepted, 'acceptance-1'),
          signDraft('sicheng', 'acceptance-1'),
        ),
      ),
    ),
    inLong(`${DAY}T08:50`, '登记国土局一起败诉', enterResult({ unit: 'guotu', kind: 'lostSuit' }, LOST)),
    inLong(`${DAY}T09:00`, '填写申报表', each(declare)),
    inLong(
      `${DAY}T09:10`,
      '自评并定稿',
      each((unit) => inOrder(assess(unit), finishAssessment(unit))),
    ),
    inLong(
      `${DAY}T09:20`,
      '提交申报表',
      each((unit) => inOrder(signDeclaration(unit), submitDeclaration(unit))),
    ),
    inLong(
      `${DAY}T09:30`,
      '拟办验收',
      each((unit) => draft(unit, accepted, 'acceptance-1')),
    ),
    inLong(
      `${DAY}T09:40`,
      '签发验收',
      each((unit) => signDraft(unit, 'acceptance-1')),
    ),
  ]
  county = await countyInBrowser({ acts, beginning: BEGUN, today: `${DAY}T15:00:00+08:00` })
})
afterAll(() => county?.close())
afterEach(({ task }) => (task.result?.state === 'fail' ? county.shootAll('assessment') : undefined))

const FIRST = '单位有法治氛围，人员有法治意识和能力'
const SECOND = '由主要负责人牵头的协调机制'
const title = (page: Page, words: string | RegExp) => page.getByRole('heading', { level: 2, name: words })
/** The indicator's own line, and not the part around it. */
const line = (page: Page, item: string) => page.locator(`li:not(:has(li)):has([data-item="${item}"])`)
async function isReadable(page: Page, name: string) {
  await page.waitForTimeout(300)
  await shoot(page, `assessment-${name}`)
  expect([name, await findings(page), await sideways(page)]).toEqual([name, [], 0])
}

test('a scorer comes from the worklist to what the unit says of itself, and notes it by two keys', async () => {
  scorer = await county.logIn('scorer-1')
  await scorer
    .getByRole('row')
    .filter({ hasText: UNITS.guotu })
    .getByRole('link', { name: /查阅资料/ })
    .click()
  await title(scorer, FIRST).waitFor()
  await scorer.getByText('已经落实，有文件和记录可查。').waitFor()
  await scorer.getByTitle('预览：领导小组文件.pdf').waitFor()
  await scorer.getByText('只看没有记录的（96项）').waitFor()
  await isReadable(scorer, '1-opened')
  // One key says that it agrees and goes on; the next is written.
  await scorer.keyboard.press('Alt+Y')
  await title(scorer, SECOND).waitFor()
  await line(scorer, 'sx-1-01').getByText('达标', { exact: true }).waitFor()
  await scorer.keyboard.press('Alt+O')
  await scorer.locator('#answer-text:focus').waitFor()
  await scorer.keyboard.type('协调机制文件已核对，会议记录缺二季度。')
  await saved(scorer)
  await scorer.getByText('只看没有记录的（94项）').waitFor()
  await attach(scorer, 'answer-files', [paper('会议记录照片.pdf', '考核')])
  await saved(scorer)
  await scorer.locator('[data-method="documents"]').getByText('本人已记2项').waitFor()
  await isReadable(scorer, '2-noted')
  await scorer.keyboard.press('Alt+P')
  await title(scorer, FIRST).waitFor()
  await expect.poll(() => scorer.getByLabel('考核情况', { exact: true }).inputValue()).toBe('经核对，与自评相符。')
  expect(county.complaints()).toEqual([])
})

test('only what is not noted yet is shown, and the page is there again where it was left', async () => {
  await scorer.getByLabel(/^只看没有记录的/).check()
  await expect.poll(() => scorer.locator('[data-item]').count()).toBe(94 + 1)
  await scorer.keyboard.press('Alt+N')
  await title(scorer, /./).filter({ hasNotText: SECOND }).first().waitFor()
  expect(await scorer.locator('[data-item="sx-1-02"]').count()).toBe(0)
  await scorer.getByLabel(/^只看没有记录的/).uncheck()
  await scorer.locator('[data-item="sx-1-02"]').click()
  await scorer.reload()
  await title(scorer, SECOND).waitFor()
  await expect
    .poll(() => scorer.getByLabel('考核情况', { exact: true }).inputValue())
    .toBe('协调机制文件已核对，会议记录缺二季度。')
})

test('what two windows of one person write is told, and nothing is lost', async () => {
  const other = await county.logIn('scorer-1', `${CASE}/assessment/documents?item=sx-1-02`)
  await other.getByLabel('考核情况', { exact: true }).fill('另一处填写的内容。')
  await saved(other)
  await other.context().close()
  await scorer.getByLabel('考核情况', { exact: true }).fill('二季度会议记录已补看。')
  await scorer.getByText('另一处也修改了“考核情况”，改成了：').waitFor()
  await isReadable(scorer, '3-two-windows')
  await scorer.getByRole('button', { name: '采用本人填写的' }).click()
  await saved(scorer)
  // By another method the same indicator has a note of its own.
  await scorer.locator('[data-method="siteVisit"]').click()
  await title(scorer, SECOND).waitFor()
  await expect.poll(() => scorer.getByLabel('考核情况', { exact: true }).inputValue()).toBe('')
  await scorer
    .getByRole('region', { name: /^其他方式、其他人员/ })
    .getByText('二季度会议记录已补看。')
    .waitFor()
  // It is to be read, and no record has it yet.
  await scorer
    .getByRole('region', { name: /^其他方式、其他人员/ })
    .getByText('未列入记录')
    .waitFor()
  await isReadable(scorer, '4-other-method')
  await scorer.locator('[data-method="documents"]').click()
  expect(county.complaints()).toEqual([])
})

test('a result of the unit is cited at the indicator, which says what was corrected since', async () => {
  const cited = scorer.getByRole('checkbox', { name: /行政诉讼败诉：（2018）皖1324行初21号，2018年5月10日/ })
  await cited.check()
  await saved(scorer)
  await correctResult({ ...LOST, on: '2018-05-11' }, '登记的是立案日期，应为判决日期。')(county.stage)
  await scorer.reload()
  await scorer.getByText('引用后已更正').first().waitFor()
  const now = scorer.getByRole('checkbox', { name: /行政诉讼败诉：（2018）皖1324行初21号，2018年5月11日/ })
  await expect.poll(() => now.count()).toBe(2)
  expect(await Promise.all([now.first().isChecked(), now.last().isChecked()])).toEqual([true, false])
  await isReadable(scorer, '4-cited')
  await now.first().uncheck()
  await expect.poll(() => now.count()).toBe(1)
  await now.check()
  await saved(scorer)
  expect(await scorer.getByText('引用后已更正').count()).toBe(0)
  expect(county.complaints()).toEqual([])
})

test('without a network what is typed waits in this browser, and goes on by itself', async () => {
  // The part of the page that records comes when it is first opened, and does not come offline.
  await scorer.getByRole('button', { name: '记录“查阅资料”本次情况' }).click()
  await scorer.getByRole('form', { name: '记录“查阅资料”' }).waitFor()
  await scorer.getByRole('button', { name: '返回逐项考核' }).click()
  await scorer.context().setOffline(true)
  await scorer.getByLabel('考核情况', { exact: true }).fill('二季度会议记录已补看，齐全。')
  await scorer.locator('[data-saving="offline"]').waitFor()
  await isReadable(scorer, '5-offline')
  // Whoever goes on sees what waits, and records nothing without it.
  await scorer.keyboard.press('Alt+N')
  await line(scorer, 'sx-1-02').getByText('待保存').waitFor()
  await scorer.getByRole('button', { name: '记录“查阅资料”本次情况' }).click()
  await scorer.getByText('还有1项指标情况没有保存到系统（标有“待保存”），请先打开保存。').waitFor()
  await isReadable(scorer, '5-waiting')
  await scorer.getByRole('button', { name: '返回逐项考核' }).click()
  await scorer.locator('[data-method="siteVisit"]').click()
  await scorer.locator('[data-method="siteVisit"][aria-current="page"]').waitFor()
  // Nobody has to open it again, nor its method: it is sent once the network is back.
  await scorer.context().setOffline(false)
  const kept = () =>
    county.stage.as('scorer-1')(assessmentEndpoints.readAssessmentItem, {
      params: { batch: LONG_BATCH, unit: 'guotu', item: 'sx-1-02' },
    })
  await expect
    .poll(async () => (await kept()).notes.map(({ text }) => text), { timeout: 20_000 })
    .toEqual(['二季度会议记录已补看，齐全。'])
  await scorer.locator('[data-method="documents"]').click()
  await line(scorer, 'sx-1-02').getByText('已记').waitFor()
  await scorer.keyboard.press('Alt+P')
  await title(scorer, SECOND).waitFor()
  await expect
    .poll(() => scorer.getByLabel('考核情况', { exact: true }).inputValue())
    .toBe('二季度会议记录已补看，齐全。')
  county.complaints()
})

test('the method is recorded with what was noted, and the next unit is one click away', async () => {
  await scorer.getByRole('button', { name: '记录“查阅资料”本次情况' }).click()
  const form = scorer.getByRole('form', { name: '记录“查阅资料”' })
  await scorer.getByText('将列入本人已记的2项指标情况。').waitFor()
  await expect.poll(() => form.getByLabel('日期').inputValue()).toContain('2018')
  await isReadable(scorer, '6-recording')
  await form.getByRole('button', { name: '记录“查阅资料”' }).click()
  await form.getByText('请填写情况记录').waitFor()
  await form.getByLabel('地点').fill('局会议室')
  await form.getByLabel('情况记录').fill('查阅创建台账12册，会议记录齐全。')
  // What is noted in another window meanwhile is not taken in unseen; what was filled in stays.
  const api = county.stage.as('scorer-1')
  const of = { batch: LONG_BATCH, unit: 'guotu' }
  const { visit } = await api(assessmentEndpoints.readAssessment, { params: of })
  const { versions } = await api(assessmentEndpoints.readAssessmentItem, { params: { ...of, item: 'sx-1-01' } })
  const number = versions.find(({ method }) => method === 'documents')?.number ?? 0
  await api(assessmentEndpoints.noteIndicator, {
    params: { ...of, method: 'documents', item: 'sx-1-01' },
    body: { text: '经核对，与自评相符，测试成绩另附。', number, visit },
    command: 'noted-elsewhere',
  })
  await form.getByRole('button', { name: '记录“查阅资料”' }).click()
  await isReadable(scorer, '7-asked')
  await scorer.getByRole('dialog').getByRole('button', { name: '记录“查阅资料”' }).click()
  await form.getByText(/您在别处又记录了指标的情况，本次没有提交/).waitFor()
  expect(await form.getByLabel('情况记录').inputValue()).toBe('查阅创建台账12册，会议记录齐全。')
  await form.getByRole('button', { name: '记录“查阅资料”' }).click()
  await scorer.getByRole('dialog').getByRole('button', { name: '记录“查阅资料”' }).click()
  await scorer.locator('[data-method="documents"]').getByText('记录1次').waitFor()
  await title(scorer, SECOND).waitFor()
  await isReadable(scorer, '8-recorded')
  expect(await strayOnPaper(scorer)).toEqual([])
  await scorer.getByRole('link', { name: `下一单位：${UNITS.shichang}` }).waitFor()
  await scorer.getByRole('link', { name: '返回申报件' }).click()
  await scorer.getByText('查阅创建台账12册，会议记录齐全。').waitFor()
  await scorer.getByText('另记指标情况2项').waitFor()
  await isReadable(scorer, '9-case')
  await scorer.getByRole('link', { name: '记录“现场检查”' }).click()
  await scorer.getByRole('link', { name: `下一单位：${UNITS.shichang}` }).click()
  await scorer.getByRole('heading', { level: 1, name: new RegExp(`^${UNITS.shichang}`) }).waitFor()
  await scorer.locator('[data-method="siteVisit"][aria-current="page"]').waitFor()
  expect(county.complaints()).toEqual([])
})

test('another scorer reads it once the method has ended, and the leader of the team all of it', async () => {
  // Until then the office has the record without the photo of a note.
  const officer = await county.logIn('officer-1', CASE)
  await officer.getByText('另有1个文件，该方式结束后可以查看').waitFor()
  expect(await officer.getByRole('button', { name: '会议记录照片.pdf' }).count()).toBe(0)
  await officer.context().close()
  const other = await county.logIn('scorer-2', `${CASE}/assessment/documents?item=sx-1-02`)
  await other.getByText('还没有可以查看的').waitFor()
  expect(await other.getByText('二季度会议记录已补看').count()).toBe(0)
  await other.context().setOffline(true)
  await other.getByLabel('考核情况', { exact: true }).fill('另一人还没有保存的内容。')
  await other.locator('[data-saving="offline"]').waitFor()
  await scorer.goto(`${county.origin}${CASE}`)
  await scorer.getByRole('button', { name: '结束：查阅资料' }).click()
  await scorer.getByRole('dialog').getByRole('button', { name: '结束', exact: true }).click()
  await scorer.getByText('“查阅资料”已结束').waitFor()
  await other.context().setOffline(false)
  await other.getByText('“查阅资料”已经结束，不再记录；以下供查看。').waitFor()
  await other.reload()
  await other.getByText('您填写的以下内容没有保存到系统，现在不能再记；请另行留存。').waitFor()
  await other.getByText('另一人还没有保存的内容。').waitFor()
  await other.getByText('二季度会议记录已补看，齐全。').waitFor()
  await other.getByText('引用外部结果：').waitFor()
  await other
    .getByRole('link', { name: /行政诉讼败诉：（2018）皖1324行初21号/ })
    .first()
    .waitFor()
  expect(await other.getByLabel('考核情况', { exact: true }).count()).toBe(0)
  await other.getByText('“查阅资料”已经结束，不再记录；以下供查看。').waitFor()
  await isReadable(other, 'a-ended')
  const leader = await county.logIn('assessment-leader', CASE)
  await leader.getByRole('link', { name: '查看“查阅资料”指标情况' }).click()
  await leader.getByText('考核情况由考核组成员记录，您可以查看。').waitFor()
  // The list says what there is to read, and not how far the unit has assessed itself.
  await line(leader, 'sx-1-02').getByText('他人已记').waitFor()
  await leader.locator('[data-part]').first().getByText(/^2\//).waitFor()
  await leader.locator('[data-item="sx-1-02"]').click()
  await leader.getByText('二季度会议记录已补看，齐全。').waitFor()
  await leader.getByRole('button', { name: '会议记录照片.pdf' }).click()
  await leader.getByTitle('预览：会议记录照片.pdf').waitFor()
  await isReadable(leader, 'b-leader')
  expect(county.complaints()).toEqual([])
})

test('on a phone at the place it is noted with a photo', async () => {
  const phone = await county.logIn('scorer-2', `${CASE}/assessment/siteVisit`, {
    viewport: { width: 390, height: 844 },
  })
  await title(phone, FIRST).waitFor()
  await phone.getByLabel('考核情况', { exact: true }).fill('办事大厅公示栏已更新。')
  await attach(phone, 'answer-files', [paper('公示栏照片.pdf', '现场')])
  await saved(phone)
  await isReadable(phone, 'c-phone')
  await phone.getByRole('button', { name: '记录“现场检查”本次情况' }).click()
  await phone.getByRole('form', { name: '记录“现场检查”' }).waitFor()
  await isReadable(phone, 'd-phone-recording')
  expect(county.complaints()).toEqual([])
})

test('a unit whose assessment is none of theirs is told so', async () => {
  const clerk = await county.logIn('clerk-guotu', `${CASE}/assessment`)
  await clerk.getByRole('alert').filter({ hasText: '查看考核情况' }).waitFor()
  await isReadable(clerk, 'e-refused')
})

test('without a standard a method is recorded as a whole', async () => {
  const page = await county.logIn('scorer-2', `/console/cases/${PLAIN}/sicheng/assessment`)
  const form = page.getByRole('form', { name: '记录“听取汇报”' })
  await form.getByLabel('评分').fill('很好')
  await form.getByLabel('情况记录').fill('听取了主要负责人的创建汇报。')
  await isReadable(page, 'f-whole')
  await form.getByRole('button', { name: '记录“听取汇报”' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '记录“听取汇报”' }).click()
  await form.getByText('评分是0至100的数字，最多两位小数，现为“很好”；请改正').waitFor()
  await form.getByLabel('评分').fill('88.5')
  await form.getByRole('button', { name: '记录“听取汇报”' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '记录“听取汇报”' }).click()
  await page.locator('[data-method="hearing"]').getByText('记录1次').waitFor()
  county.complaints()
  // Somebody else ends the method meanwhile: what was filled in is there to be copied, after a reload too.
  await form.getByLabel('情况记录').fill('又听取了分管负责人的汇报。')
  await form.getByLabel('评分').fill('90')
  await scorer.goto(`${county.origin}/console/cases/${PLAIN}/sicheng`)
  await scorer.getByRole('button', { name: '结束：听取汇报' }).click()
  await scorer.getByRole('dialog').getByRole('button', { name: '结束', exact: true }).click()
  await scorer.getByText('“听取汇报”已结束').waitFor()
  await form.getByRole('button', { name: '记录“听取汇报”' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '记录“听取汇报”' }).click()
  await page.getByText('您填写的“听取汇报”情况没有记录，现在不能再记；请另行留存。').waitFor()
  await page.getByText('又听取了分管负责人的汇报。').waitFor()
  expect(await form.count()).toBe(0)
  await isReadable(page, 'g-not-made')
  await page.reload()
  await page.getByText('又听取了分管负责人的汇报。').waitFor()
  await page.getByRole('button', { name: '不再显示' }).click()
  await expect.poll(() => page.getByText('又听取了分管负责人的汇报。').count()).toBe(0)
  await page.reload()
  await page.locator('[data-method="hearing"]').getByText('已结束').waitFor()
  expect(await page.getByText('又听取了分管负责人的汇报。').count()).toBe(0)
  county.complaints()
})

test('a method that the address names and nobody has is told', async () => {
  const page = await county.logIn('scorer-2', `/console/cases/${PLAIN}/sicheng/assessment/rumour`)
  await page.getByText(/^本环节没有网址中的考核方式“rumour”/).waitFor()
})

test('once the case has left nothing is offered, nothing is promised, and what was typed is there to be copied', async () => {
  const page = await county.logIn('scorer-2', `${CASE}/assessment/siteVisit?item=sx-1-03`)
  await page.getByLabel('考核情况', { exact: true }).waitFor()
  await page.context().setOffline(true)
  await page.getByLabel('考核情况', { exact: true }).fill('现场没有看到会议记录原件。')
  await page.locator('[data-saving="offline"]').waitFor()
  await inBatch(LONG_BATCH, withdraw('guotu', '机构改革，本单位职能已经划转。'))(county.stage)
  await page.context().setOffline(false)
  await page.locator('[data-method="siteVisit"]').getByText('已停止').waitFor()
  await page.locator('[data-method="documents"]').getByText('已结束').waitFor()
  await page.getByText('您填写的以下内容没有保存到系统，现在不能再记；请另行留存。').waitFor()
  await page.getByText('现场没有看到会议记录原件。').waitFor()
  await page.getByText('没有人记录这一项。').waitFor()
  expect(await page.getByLabel('考核情况', { exact: true }).count()).toBe(0)
  expect(await page.getByText(/结束后可以查看|稍候再办/).count()).toBe(0)
  await isReadable(page, 'h-over')
  county.complaints()
})

test('what was noted and never recorded is found from the case, under its own method, and no unit is left', async () => {
  const of = { batch: LONG_BATCH, unit: 'shichang' }
  const api = county.stage.as('scorer-1')
  const { visit } = await api(assessmentEndpoints.readAssessment, { params: of })
  await api(assessmentEndpoints.noteIndicator, {
    params: { ...of, method: 'lawTest', item: 'sx-1-03' },
    body: { text: '现场测试三人，均合格。', number: 0, visit },
    command: 'noted-before-it-left',
  })
  await inBatch(LONG_BATCH, withdraw('shichang', '机构改革，本单位职能已经划转。'))(county.stage)
  const reader = await county.logIn('assessment-leader', `/console/cases/${LONG_BATCH}/shichang`)
  await reader.getByRole('link', { name: '没有考核记录；查看指标情况' }).click()
  await reader.locator('[data-method="lawTest"][aria-current="page"]').waitFor()
  await reader.getByText('现场测试三人，均合格。').waitFor()
  expect(await reader.getByText('没有其他待考核的单位').count()).toBe(0)
  await isReadable(reader, 'i-only-noted')
  const page = await county.logIn('scorer-1', `/console/cases/${LONG_BATCH}/shichang/assessment`)
  await page.getByText('没有其他待考核的单位').waitFor()
  expect(await page.getByRole('link', { name: /^下一单位/ }).count()).toBe(0)
  county.complaints()
})
