/** The kinds of steps that the short procedure has not, by what people see and click: a submitted list, a vote, a panel, a decision. */
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { CONDITIONS, publishPack, STANDARD } from '../../packages/cli/rehearsal/catalogue-acts.ts'
import { LONG_BATCH } from '../../packages/cli/rehearsal/long-batch.ts'
import { longYear2018 } from '../../packages/cli/rehearsal/long-year-2018.ts'
import { longYear2019 } from '../../packages/cli/rehearsal/long-year-2019.ts'
import { play } from '../../packages/cli/rehearsal/play-year.ts'
import { type Act, on } from '../../packages/cli/rehearsal/year.ts'
import { paper } from './acts-on-screen.ts'
import { findings, sideways } from './axe.ts'
import { type CountyInBrowser, countyInBrowser, shoot } from './county-in-browser.ts'
import { strayOnPaper } from './on-paper.ts'

const year: readonly Act[] = [
  on('2018-04-12T09:00', '发布泗县标准', publishPack(STANDARD)),
  on('2018-04-12T10:00', '发布泗县基本条件', publishPack(CONDITIONS)),
  ...longYear2018,
  ...longYear2019,
].toSorted((a, b) => a.at.localeCompare(b.at))
const between = (from: string, to: string) => year.filter(({ at }) => at >= from && at < to)
const AT = `/console/batches/${LONG_BATCH}`

let county: CountyInBrowser
beforeAll(async () => {
  county = await countyInBrowser({ acts: between('', '2018-06-20'), today: '2018-06-20T09:00:00+08:00' })
})
afterAll(() => county?.close())
afterEach(({ task }) => (task.result?.state === 'fail' ? county.shootAll('every-kind') : undefined))

async function isReadable(page: Page, name: string) {
  await page.waitForTimeout(300)
  await shoot(page, `every-kind-${name}`)
  expect([name, await findings(page), await sideways(page), await strayOnPaper(page)]).toEqual([name, [], 0, []])
}
/** What happens in between, by the API; both ends are days or instants of the year. */
const goOn = (from: string, to: string) => play(between(from, to), county)

test('the office submits a list, and only what was submitted is voted on', async () => {
  const secretary = await county.logIn('group-secretary', `${AT}/steps/selection/resolutions`)
  await secretary.getByText('还没有提请审议的单位').waitFor()
  const officer = await county.logIn('officer-1')
  await officer.getByRole('link', { name: /8个单位等待提请审议“确定培育对象”/ }).click()
  await officer.getByText('提请的单位（8/8个单位）').waitFor()
  await officer.getByLabel('黑塔镇人民政府').uncheck()
  await officer.getByLabel('提请说明').fill('名单及材料附后，提请审议。')
  await isReadable(officer, 'submitting')
  await officer.getByRole('button', { name: '提请审议', exact: true }).click()
  await officer.getByRole('button', { name: '确认提请' }).click()
  await officer.getByText('已提请、等待审议的7个单位').waitFor()
  await officer.getByText('提请的单位（1/1个单位）').waitFor()
  await county.cloud.settle()

  await secretary.goto(`${county.origin}/console/`)
  await secretary.getByRole('link', { name: /7个单位已提请审议“确定培育对象”/ }).click()
  await secretary.getByText('等待审议的单位（7个单位）').waitFor()
  expect(await secretary.getByText('黑塔镇人民政府').count()).toBe(0)
  await secretary.getByLabel('会议纪要编号').fill('泗依法纪〔2018〕2号')
  await secretary.getByLabel('会议日期').fill('2018-06-20')
  await secretary.keyboard.press('Tab')
  await secretary.getByLabel('出席人员').fill('许建国、宋志远、何秀英')
  await secretary.getByRole('radiogroup', { name: '会议结论' }).getByText('列入培育', { exact: true }).click()
  await secretary.getByLabel('同意', { exact: true }).fill('3')
  await secretary.getByLabel('反对', { exact: true }).fill('0')
  await secretary.getByLabel('弃权', { exact: true }).fill('9')
  await secretary.getByText('共12票，多于出席的3人').waitFor()
  await secretary.getByLabel('弃权', { exact: true }).fill('0')
  await secretary.locator('input[type=file]').first().setInputFiles(paper('领导小组纪要2.pdf'))
  await secretary.locator('li', { hasText: '领导小组纪要2.pdf' }).filter({ hasText: '已上传' }).waitFor()
  await isReadable(secretary, 'voting')
  await secretary.getByRole('button', { name: '登记会议决定' }).click()
  await secretary.getByRole('button', { name: '确认登记' }).click()
  await secretary.getByText('表决：同意3票，反对0票，弃权0票').waitFor()
  await isReadable(secretary, 'voted')
  await county.cloud.settle()
})

test('reports that came late and the office’s guidance stand at the case', async () => {
  // The line that is corrected on the day before was recorded rightly here.
  await goOn('2018-06-30', '2018-07-19')
  const officer = await county.logIn('officer-1', `/console/cases/${LONG_BATCH}/yunguan`)
  await officer.getByText('逾期报送').waitFor()
  await officer.getByText('请按季度报送，注意收集案卷评查记录。').first().waitFor()
  await officer.getByLabel('指导内容').waitFor()
  await isReadable(officer, 'work')
  const clerk = await county.logIn('clerk-yunguan', `/console/cases/${LONG_BATCH}/yunguan`)
  await clerk.getByText('逾期报送').waitFor()
  await isReadable(clerk, 'work-of-unit')
})

test('an inquiry is recorded method by method', async () => {
  await goOn('2018-07-19', '2018-12-18')
  await county.advanceTo('2018-12-18T08:30:00+08:00')
  const scorer = await county.logIn('scorer-1', `/console/cases/${LONG_BATCH}/sicheng`)
  const method = scorer.locator('.ant-card-type-inner', { hasText: '现场检查' }).first()
  await method.getByText('还没有记录').waitFor()
  await isReadable(scorer, 'inquiry')
  await method.getByRole('link', { name: '记录“现场检查”' }).click()
  await scorer.getByRole('button', { name: '记录“现场检查”本次情况' }).click()
  const form = scorer.getByRole('form', { name: '记录“现场检查”' })
  await isReadable(scorer, 'inquiry-recording')
  await form.getByLabel('日期').fill('2018-12-18')
  await scorer.keyboard.press('Tab')
  await form.getByLabel('地点').fill('泗城镇综合执法大队')
  await form.getByLabel('情况记录').fill('抽查案卷10份，均有法制审核记录。')
  await form.getByRole('button', { name: '记录“现场检查”' }).click()
  await scorer.getByRole('dialog').getByRole('button', { name: '记录“现场检查”' }).click()
  await scorer.locator('[data-method="siteVisit"]').getByText('记录1次').waitFor()
  await scorer.getByRole('link', { name: '返回申报件' }).click()
  await method.getByText('抽查案卷10份').first().waitFor()
  expect(await method.getByText('还没有记录').count()).toBe(0)
  await scorer.getByText(/还有5种方式没有结束/).waitFor()
  await isReadable(scorer, 'inquiry-recorded')
  await method.getByRole('button', { name: '结束：现场检查' }).click()
  await scorer.getByRole('dialog').getByRole('button', { name: '取消' }).click()
})

/** The units of a list that is ranked, as their rows stand. */
const rowsIn = async (page: Page) => {
  await page.getByLabel('签名名单编号').waitFor()
  return page
    .locator('input[id^="resolution-place-"]')
    .evaluateAll((fields: { id: string }[]) => fields.map(({ id }) => id.replace('resolution-place-', '')))
}

test('places are typed down the list by the keyboard, and a row moves only once one has left them', async () => {
  await goOn('2018-12-18', '2018-12-25')
  await county.advanceTo('2018-12-25T09:00:00+08:00')
  const leader = await county.logIn('assessment-leader', `${AT}/steps/candidacy/resolutions`)
  const before = await rowsIn(leader)
  const place = (at: number) => leader.locator(`#resolution-place-${before[at]}`)
  const number = leader.getByLabel('签名名单编号')
  await isReadable(leader, 'ranking')
  await place(0).focus()
  for (const typed of ['5', '第4名', '三', '２', '1']) {
    await leader.keyboard.type(typed)
    await leader.keyboard.press('Enter')
  }
  expect(await rowsIn(leader)).toEqual(before)
  await number.focus()
  await expect.poll(() => rowsIn(leader)).toEqual([...before].reverse())
  await place(4).press('ArrowDown')
  expect(await place(4).inputValue()).toBe('2')
  await place(4).press('ArrowUp')
  expect(await place(4).inputValue()).toBe('1')
  await leader.reload()
  expect(await rowsIn(leader)).toEqual([...before].reverse())
  expect(await place(1).inputValue()).toBe('4')
  // A click that leaves a place reaches the row it was meant for, which moves behind it.
  await place(0).fill('1')
  await leader.locator(`#resolution-${before[2]}`).getByText('未列入候选', { exact: true }).click()
  await expect.poll(async () => (await rowsIn(leader)).indexOf(before[0] ?? '')).toBeLessThan(2)
  await leader.locator(`#resolution-${before[2]}`).getByText('登记回避').waitFor()
  expect(await leader.locator(`#resolution-${before[2]} input[type=radio]:checked`).count()).toBe(1)
  await leader.evaluate('localStorage.clear()')
  await leader.context().close()
})

test('the first of a ranked list are taken in one act, as soon as every place is right', async () => {
  const leader = await county.logIn('assessment-leader', `${AT}/steps/candidacy/resolutions`)
  const units = await rowsIn(leader)
  const place = (at: number) => leader.locator(`#resolution-place-${units[at]}`)
  const number = leader.getByLabel('签名名单编号')
  const take = (count: number) =>
    leader.getByRole('button', { name: `前${count}名“候选单位”，其余“未列入候选”`, exact: true })
  await place(0).fill('1')
  await take(5).click()
  await leader.getByText('还有4个单位的名次需要填写或改正，见红字。').waitFor()
  expect(await leader.getByText('请填写名次', { exact: true }).count()).toBe(4)
  for (const at of [1, 2, 3, 4]) await place(at).fill(String(at + 2))
  await number.focus()
  await leader.getByText('名单共5个单位，没有第6名；请改正').waitFor()
  await place(4).fill('第几')
  await number.focus()
  await leader.getByText(/无法识别“第几”/).waitFor()
  await place(4).fill('5')
  await number.focus()
  await leader.getByText('第1名之后应为第2名，填的是第3名；请改正').waitFor()
  await isReadable(leader, 'ranking-wrong')
  for (const [at, rank] of ['1', '2', '2', '4', '5'].entries()) await place(at).fill(rank)
  await leader.getByText('并列，共2个单位').first().waitFor()
  await leader.getByLabel('按名次，前几名列入').fill('3')
  await take(3).click()
  await leader.getByText('候选单位3个，未列入候选2个').waitFor()
  expect(await leader.getByLabel('“未列入候选”的共同理由').inputValue()).toBe('名次在前3名以外。')
  // One is left out that stands before others: what is said of those behind is not true of it.
  await leader.locator(`#resolution-${units[0]}`).getByText('未列入候选', { exact: true }).click()
  await leader.getByRole('button', { name: '登记签名名单' }).click()
  await leader.getByText('名次不在其后的单位已列入，请写明该单位没有列入的理由').waitFor()
  await isReadable(leader, 'ranking-passed-over')
  await leader.getByLabel('按名次，前几名列入').fill('5')
  await take(5).click()
  await number.fill('泗依法考〔2018〕1号')
  await leader.getByLabel('签名日期').fill('2018-12-25')
  await leader.keyboard.press('Tab')
  await leader.getByLabel('出席人员', { exact: true }).fill('许建国、宋志远、何秀英')
  await leader.locator('input[type=file]').first().setInputFiles(paper('考核组签名名单.pdf'))
  await leader.locator('li', { hasText: '考核组签名名单.pdf' }).filter({ hasText: '已上传' }).waitFor()
  await leader.getByRole('button', { name: '登记签名名单' }).click()
  await leader
    .getByRole('dialog')
    .getByText(/^并列名次：第2名 /)
    .waitFor()
  await isReadable(leader, 'ranking-asked')
  await leader.getByRole('button', { name: '确认登记' }).click()
  await leader.getByRole('heading', { level: 2, name: /泗依法考〔2018〕1号/ }).waitFor()
  await leader.getByRole('columnheader', { name: '名次' }).waitFor()
  const written = (await leader.locator('tbody tr').allInnerTexts()).flatMap((row) => /^\s*(\d)\s/.exec(row)?.[1] ?? [])
  expect(written).toEqual(['1', '2', '2', '4', '5'])
  await isReadable(leader, 'ranked')
  await county.cloud.settle()
  const clerk = await county.logIn(`clerk-${units[3]}`, `/console/cases/${LONG_BATCH}/${units[3]}`)
  await clerk.getByText('候选单位（第4名）').first().waitFor()
  expect(await clerk.getByText(/第[1235]名/).count()).toBe(0)
  await clerk.context().close()
})

test('a closed notice names who waits for what, and takes what was in time', async () => {
  await goOn('2018-12-26', '2019-01-11')
  const head = await county.logIn('office-head', `${AT}/notices/1`)
  await head.getByText('还在等待的单位（2个）').waitFor()
  await head.getByText(/^县国土资源局：异议（.+）还没有办结/).waitFor()
  await head.getByText(/^泗县国家税务局：期内异议（.+）还没有办结/).waitFor()
  await isReadable(head, 'notice-closed')
  const officer = await county.logIn('officer-1', `${AT}/notices/1`)
  await officer.getByRole('button', { name: /录入来电/ }).waitFor()
  await officer.context().close()
})

test('a decision is prepared by one, sent back, mended, and approved by another', async () => {
  await goOn('2019-01-11', '2019-02-20')
  await county.advanceTo('2019-02-20T09:00:00+08:00')
  const officer = await county.logIn('officer-1')
  await officer.getByRole('link', { name: /个单位等待“命名决定”，请拟制/ }).click()
  await officer.getByLabel('标题').fill('关于命名依法行政示范单位的决定')
  await officer.getByLabel('文号').fill('泗政〔2019〕6号')
  await officer.getByLabel('成文日期').fill('2019-02-19')
  await officer.keyboard.press('Tab')
  await officer.getByRole('button', { name: '送签' }).click()
  await officer.getByText('请选择是否表彰').first().waitFor()
  await officer.getByText('命名并予以表彰', { exact: true }).click()
  await isReadable(officer, 'announcing')
  await officer.getByRole('button', { name: '送签' }).click()
  await officer.getByRole('button', { name: '确定送签' }).click()
  await officer.getByText('已拟制，等待签发').waitFor()
  const draft = officer.waitForEvent('download')
  await officer.getByRole('group', { name: '命名决定' }).getByRole('button', { name: /Word/ }).click()
  expect((await draft).suggestedFilename()).toMatch(/^.*泗政〔2019〕6号　关于命名依法行政示范单位的决定.*\.docx$/)
  await county.cloud.settle()

  const head = await county.logIn('office-head')
  await head.getByRole('link', { name: '签发“命名决定”' }).click()
  await head.getByRole('button', { name: '退回', exact: true }).click()
  await head.getByLabel('退回理由').fill('成文日期应为签发当日。')
  await head.getByRole('button', { name: '退回拟制人' }).click()
  await head.getByText('已退回：成文日期应为签发当日。').waitFor()
  await county.cloud.settle()

  await officer.reload()
  await officer.getByText('已退回：成文日期应为签发当日。').waitFor()
  expect(await officer.getByLabel('文号').inputValue()).toBe('泗政〔2019〕6号')
  await officer.getByLabel('成文日期').fill('2019-02-20')
  await officer.keyboard.press('Tab')
  await officer.getByRole('button', { name: '送签' }).click()
  await officer.getByRole('button', { name: '确定送签' }).click()
  await officer.getByText('已拟制，等待签发').waitFor()
  await county.cloud.settle()

  await head.reload()
  await head.getByLabel(/已进行保密审查/).check()
  await isReadable(head, 'approving')
  await head.getByRole('button', { name: '签发', exact: true }).click()
  await head.getByRole('dialog').getByRole('button', { name: '签发' }).click()
  await head.getByText('已签发').first().waitFor()
  await isReadable(head, 'announced')
  await county.cloud.settle()
  await head.goto(`${county.origin}${AT}`)
  await head.getByText('会议、公示和决定').waitFor()
  await isReadable(head, 'board')
})

test('what was assessed before stands below what was assessed once more, and why above it', async () => {
  const scorer = await county.logIn('scorer-1', `/console/cases/${LONG_BATCH}/guotu`)
  await scorer.getByText('考核情况（重新考核）').waitFor()
  await scorer.getByText(/认定理由：所反映的事项考核时没有查到。/).waitFor()
  await scorer.getByText('此前的考核，供查阅').waitFor()
  await isReadable(scorer, 'assessed-again')
  expect(county.complaints()).toEqual([])
})
