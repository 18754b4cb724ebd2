/** Work to a date: a clerk reports though an earlier report is missing, the office reminds everybody who is late. */
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { OFFICE, openCall } from '../../packages/cli/rehearsal/acts.ts'
import { report } from '../../packages/cli/rehearsal/case-acts.ts'
import { asInSixian } from '../../packages/cli/rehearsal/catalogue-acts.ts'
import { fillIn, signAndSubmit } from '../../packages/cli/rehearsal/form-acts.ts'
import { accepted, draft, signDraft } from '../../packages/cli/rehearsal/judgement-acts.ts'
import { decideList, submitList } from '../../packages/cli/rehearsal/list-acts.ts'
import { forEach, inLong, LONG_BATCH, longTerms, nameOf } from '../../packages/cli/rehearsal/long-batch.ts'
import { type Act, BEGINNING, publishing } from '../../packages/cli/rehearsal/year.ts'
import { findings, sideways } from './axe.ts'
import { type CountyInBrowser, countyInBrowser, shoot } from './county-in-browser.ts'

const UNITS = ['guotu', 'sicheng', 'shichang'] as const
const CASE = `/console/cases/${LONG_BATCH}/guotu`
/** Of the long batch three cases, as far as the tenth month of their work: one has reported, two have not. */
const acts: readonly Act[] = [
  ...publishing,
  inLong('2018-04-16T09:30', '发布全程创建通知', openCall(asInSixian(longTerms))),
  ...forEach('2018-05-16T09:00', UNITS, '填写申请表', (unit) => fillIn(unit, nameOf(unit))),
  ...forEach('2018-05-17T09:00', UNITS, '签署并提交', (unit) => signAndSubmit(unit, '2018-05-17')),
  ...forEach('2018-05-21T09:00', UNITS, '拟办初审', (unit) => draft(unit, accepted, `review-${unit}`)),
  ...forEach('2018-05-22T14:00', UNITS, '签发初审', (unit) => signDraft(unit, `review-${unit}`)),
  inLong('2018-06-20T09:00', '提请领导小组审议培育对象', submitList('selection', [...UNITS])),
  inLong(
    '2018-06-28T15:00',
    '领导小组会议表决培育对象',
    decideList({
      step: 'selection',
      login: OFFICE.groupSecretary,
      meeting: '县依法行政工作领导小组第2次会议',
      number: '泗依法纪〔2018〕2号',
      date: '2018-06-28',
      cases: [...UNITS],
      outcome: 'cultivated',
      votes: true,
    }),
  ),
  inLong('2018-07-06T09:00', '报送进展', report('sicheng', 1)),
]
let county: CountyInBrowser
let officer: Page
beforeAll(async () => {
  county = await countyInBrowser({ acts, beginning: BEGINNING, today: '2018-10-08T09:00:00+08:00' })
})
afterAll(() => county?.close())
afterEach(({ task }) => (task.result?.state === 'fail' ? county.shootAll('work') : undefined))

test('the office sees who is late or due, and reminds all of them in three clicks', async () => {
  officer = await county.logIn('officer-1', `/console/batches/${LONG_BATCH}`)
  const row = (name: string) => officer.getByRole('row').filter({ hasText: name })
  await row('县国土资源局').getByText('2018年第二季度进展报告逾期未报').waitFor()
  await row('县国土资源局').getByText('2018年第三季度进展报告应报').waitFor()
  expect(await row('泗城镇人民政府').getByText('逾期未报').count()).toBe(0)
  await shoot(officer, 'work-1-board')
  let clicks = 0
  const click = async (name: string | RegExp) => {
    clicks++
    await officer.getByRole('button', { name }).last().click()
  }
  clicks++
  await officer
    .getByRole('checkbox', { name: 'Select all' })
    .or(officer.locator('thead input[type=checkbox]'))
    .first()
    .check()
  await click('提醒选中的3个单位')
  expect(await officer.getByLabel('提醒内容').inputValue()).toBe(
    '请抓紧报送2018年第二季度进展报告、2018年第三季度进展报告；已经逾期的请尽快补报。',
  )
  await shoot(officer, 'work-2-remind', { whole: false })
  await click('提醒3个单位')
  await officer.getByText('已提醒3个单位。').waitFor()
  expect(clicks).toBeLessThanOrEqual(3)
  await officer.getByRole('dialog').getByText('关闭', { exact: true }).click()
  expect([await findings(officer), await sideways(officer)]).toEqual([[], 0])
})

test('the clerk reads it, reports on the quarter that is due, and then on the one that was missing', async () => {
  const clerk = await county.logIn('clerk-guotu')
  await clerk
    .getByText(/法制办提醒（10月8日/)
    .first()
    .waitFor()
  await clerk.getByText('补报2018年第二季度进展报告').waitFor()
  await shoot(clerk, 'work-3-home')
  await clerk.getByRole('link', { name: '去办理：报送2018年第三季度进展报告' }).click()
  await clerk.getByText('应报（余2天）').waitFor()
  await clerk.getByText('逾期未报', { exact: true }).waitFor()
  expect(await clerk.getByRole('radio', { name: '报送2018年第三季度进展报告' }).isChecked()).toBe(true)
  await shoot(clerk, 'work-4-report')
  await clerk.getByLabel('进展情况').fill('已举办法律知识培训两期。重大决策均经合法性审查。')
  await clerk.getByRole('button', { name: '报送2018年第三季度进展报告' }).click()
  await clerk.getByText('漏报', { exact: true }).waitFor()
  // Of the quarter that is missing, and of the one that has just begun.
  await clerk.getByRole('radio', { name: '报送2018年第四季度进展报告' }).waitFor()
  expect(await clerk.getByRole('radio', { name: '报送2018年第四季度进展报告' }).isChecked()).toBe(false)
  expect(await clerk.getByLabel('进展情况').count()).toBe(0)
  await clerk.getByRole('radio', { name: '补报2018年第二季度进展报告' }).check()
  await clerk.getByLabel('进展情况').fill('已成立领导小组，已举办法律知识培训一期。')
  await clerk.getByRole('button', { name: '补报2018年第二季度进展报告' }).click()
  await clerk.getByText('逾期报送', { exact: true }).waitFor()
  expect(await clerk.getByText(/法制办提醒/).count()).toBe(0)
  expect([await findings(clerk), await sideways(clerk)]).toEqual([[], 0])
  await clerk.context().close()
})

test('the next report begins with what was said last, and what was changed is marked for whoever reads it', async () => {
  await county.advanceTo('2018-10-29T09:00:00+08:00')
  const clerk = await county.logIn('clerk-guotu', CASE)
  const text = clerk.getByLabel('进展情况')
  expect(await text.inputValue()).toBe('已举办法律知识培训两期。重大决策均经合法性审查。')
  await clerk.getByRole('button', { name: '报送2018年第四季度进展报告' }).click()
  await clerk.getByText('与上一期一字不差').first().waitFor()
  await text.fill('已举办法律知识培训三期。重大决策均经合法性审查。')
  await clerk.getByRole('button', { name: '报送2018年第四季度进展报告' }).click()
  await clerk.getByText('已报', { exact: true }).nth(1).waitFor()
  await clerk.context().close()
  await officer.goto(`${county.origin}${CASE}`)
  await officer.getByRole('button', { name: '展开行' }).last().click()
  expect(await officer.locator('mark').allInnerTexts()).toEqual(['已举办法律知识培训三期。'])
  expect(await officer.locator('del').allInnerTexts()).toEqual(['已举办法律知识培训两期。'])
  await shoot(officer, 'work-5-changed')
  expect([await findings(officer), await sideways(officer)]).toEqual([[], 0])
})

test('a bulletin reaches every unit of the batch, unread until it is opened, and is corrected by another', async () => {
  await officer.goto(`${county.origin}/console/batches/${LONG_BATCH}`)
  await officer.getByRole('button', { name: '情况交流' }).click()
  await officer.getByText('还没有发出情况交流').waitFor()
  const issue = async (n: number, title: string, text: string) => {
    await officer.getByLabel('标题').fill(title)
    await officer.getByLabel('正文').fill(text)
    await officer.getByRole('button', { name: `发出第${n}期情况交流` }).click()
    await officer.getByRole('dialog', { name: /发出后不能修改/ }).waitFor()
    await officer
      .getByRole('dialog')
      .getByRole('button', { name: /发出|确定/ })
      .last()
      .click()
    await officer.getByText(`第${n}期 ${title}`, { exact: true }).waitFor()
  }
  await issue(1, '三季度创建情况', '各单位均已建立工作专班，二十七个单位完成自查。')
  await shoot(officer, 'work-6-bulletin')
  const clerk = await county.logIn('clerk-guotu')
  await clerk.getByText('阅知情况交流第1期：三季度创建情况').waitFor()
  await clerk.getByRole('link', { name: '去办理：阅知情况交流第1期：三季度创建情况' }).click()
  await clerk.getByText('未读').waitFor()
  await clerk.getByText('第1期 三季度创建情况').click()
  await clerk.getByText('二十七个单位完成自查').waitFor()
  await clerk.getByText('未读').waitFor({ state: 'detached' })
  await clerk.goto(`${county.origin}${CASE}`)
  await clerk.getByText('情况交流（1期）').waitFor()
  await shoot(clerk, 'work-7-bulletin-on-case')
  expect([await findings(clerk), await sideways(clerk)]).toEqual([[], 0])
  await clerk.context().close()
  await officer.getByLabel('更正此前的一期').click()
  await officer.getByText('第1期 三季度创建情况').last().click()
  await issue(2, '更正', '上期所列完成自查的单位应为二十六个。')
  await officer.getByText('更正第1期').waitFor()
  await officer.getByRole('button', { name: /第1期 三季度创建情况/ }).click()
  await officer.getByText(/已阅知1个单位：县国土资源局/).waitFor()
  await shoot(officer, 'work-8-bulletins')
  expect([await findings(officer), await sideways(officer)]).toEqual([[], 0])
})

test('the office records a visit with a finding, the unit answers it, the office confirms it', async () => {
  await officer.goto(`${county.origin}${CASE}`)
  await officer.getByText('还没有登记监督检查').waitFor()
  await officer.getByRole('button', { name: '增加一个发现的问题' }).click()
  await officer.getByLabel('检查日期').fill('2018-10-26')
  await officer.getByLabel('检查地点').fill('县国土资源局会议室')
  await officer.getByRole('checkbox', { name: '昌建平' }).check()
  await officer.getByLabel('检查内容').fill('查阅重大决策程序材料，听取情况介绍。')
  await officer.getByLabel('发现的问题1').fill('两项重大决策没有合法性审查记录。')
  await officer.getByLabel('问题1的整改期限').fill('2018-10-30')
  await shoot(officer, 'work-9-visit')
  await officer.getByRole('button', { name: '登记监督检查' }).click()
  await officer.getByRole('dialog').getByRole('button').last().click()
  await officer.getByText('待整改', { exact: true }).waitFor()
  expect([await findings(officer), await sideways(officer)]).toEqual([[], 0])
  const clerk = await county.logIn('clerk-guotu')
  await clerk.getByRole('link', { name: '去办理：报送整改情况：第1次监督检查的问题1' }).click()
  await clerk.getByRole('textbox', { name: '整改情况' }).fill('已补齐两项决策的合法性审查记录。')
  await clerk.getByRole('button', { name: '报送整改情况' }).click()
  await clerk.getByText('已报整改情况，待确认').waitFor()
  await shoot(clerk, 'work-10-answer')
  expect([await findings(clerk), await sideways(clerk)]).toEqual([[], 0])
  await clerk.context().close()
  await officer.reload()
  await officer.getByRole('radio', { name: '确认已整改' }).check()
  await officer.getByRole('button', { name: '办理整改情况' }).click()
  await officer.getByRole('dialog').getByRole('button').last().click()
  await officer.getByText('已整改', { exact: true }).waitFor()
  await shoot(officer, 'work-11-mended')
})

test('no page complained', () => {
  expect(county.complaints()).toEqual([])
})
