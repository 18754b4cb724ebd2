/** Personal data whose time has come, on screen: an officer proposes, the head approves, the function erases; and what people are told of it. */
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { intakeEndpoints } from '#contracts/intake.ts'
import { OFFICE, openCall } from '../../packages/cli/rehearsal/acts.ts'
import { APPLICATION, fillIn } from '../../packages/cli/rehearsal/form-acts.ts'
import { BATCH, terms } from '../../packages/cli/rehearsal/second-batch.ts'
import type { Act } from '../../packages/cli/rehearsal/year.ts'
import { type CountyInBrowser, countyInBrowser, shoot } from './county-in-browser.ts'

const UNIT = 'dunji'
const acts: readonly Act[] = [
  { at: '2018-04-16T09:00:00+08:00', what: '发布创建通知', act: openCall(terms) },
  { at: '2018-05-04T10:00:00+08:00', what: '填写', act: fillIn(UNIT, '墩集镇人民政府') },
  {
    at: '2018-05-04T11:00:00+08:00',
    what: '换了联系人',
    async act({ as }) {
      const clerk = as(`clerk-${UNIT}`)
      const { form } = await clerk(intakeEndpoints.readCase, { params: { batch: BATCH, unit: UNIT } })
      const params = { batch: BATCH, unit: UNIT, form: APPLICATION }
      await clerk(intakeEndpoints.saveForm, { params, body: { ...form?.values, contact: '陈明', base: form?.digest } })
    },
  },
]
let county: CountyInBrowser
let officer: Page
let head: Page
beforeAll(async () => {
  county = await countyInBrowser({ acts, today: '2018-05-06T09:00:00+08:00', firstLogins: true, steady: true })
  officer = await county.logIn(OFFICE.officer)
})
afterAll(() => county?.close())
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await county.shootAll(`erasing-${task.name.slice(0, 20)}`)
})
const dialog = (page: Page) => page.getByRole('dialog', { name: '个人信息告知' })

test('whoever logs in for the first time is told of their data, once, and can read it again', async () => {
  await officer.goto(`${county.origin}/console/calls/new`)
  await officer.getByLabel('通知标题').fill('第二批')
  await officer.waitForTimeout(3500)
  // Whoever types is not interrupted.
  expect(await dialog(officer).count()).toBe(0)
  await officer.getByLabel('通知标题').blur()
  await dialog(officer).waitFor()
  // Closed is not read.
  await officer.keyboard.press('Escape')
  await dialog(officer).waitFor({ state: 'detached' })
  await officer.goto(`${county.origin}/console/`)
  await dialog(officer).getByText('泗县人民政府法制办公室处理您的姓名').waitFor()
  await shoot(officer, 'erasing-1-told', { whole: false })
  await officer.getByRole('button', { name: '已阅读' }).click()
  await dialog(officer).waitFor({ state: 'detached' })
  await officer.reload()
  await officer.locator('#content').waitFor()
  await officer.waitForTimeout(2500)
  expect(await dialog(officer).count()).toBe(0)
  await officer.getByRole('button', { name: '个人信息告知' }).click()
  await dialog(officer).getByText('保存10年').waitFor()
  await officer.getByRole('button', { name: '已阅读' }).click()
  head = await county.logIn(OFFICE.head)
  await head.getByRole('button', { name: '已阅读' }).click()
})

test('an officer proposes what is due, and cannot approve it', async () => {
  await officer.getByRole('link', { name: '到期清除' }).click()
  await officer.getByText('已到期（2018年5月5日清点，1条）').waitFor()
  await officer.getByText('墩集镇人民政府（泗县第二批依法行政示范单位创建）').waitFor()
  await shoot(officer, 'erasing-2-due')
  await officer.getByRole('button', { name: '提请清除1条' }).click()
  await officer.getByText('已提请，等待负责人批准。').waitFor()
  expect(await officer.getByRole('button', { name: '批准清除' }).count()).toBe(0)
})

test('the head sends it back with a reason, and approves the next one after a warning', async () => {
  await head.getByRole('link', { name: '到期清除' }).click()
  await head.getByRole('button', { name: '退回' }).click()
  await head.getByLabel('退回理由').fill('请先与墩集镇核对联系人。')
  await head.getByRole('button', { name: '退回提请人' }).click()
  await head.getByText('陈一鸣退回：请先与墩集镇核对联系人。').waitFor()
  await officer.reload()
  await officer.getByText('陈一鸣退回：请先与墩集镇核对联系人。').waitFor()
  await shoot(officer, 'erasing-3-returned')
  await officer.getByRole('button', { name: '提请清除1条' }).click()
  await officer.getByText('已提请，等待负责人批准。').waitFor()
  await head.reload()
  await head.getByRole('button', { name: '批准清除' }).click()
  await head.getByRole('dialog', { name: '批准后清除1条个人信息，不能恢复，是否批准？' }).waitFor()
  await shoot(head, 'erasing-4-approve', { whole: false })
  await head.getByRole('dialog').getByRole('button', { name: '批准清除' }).click()
  await head.getByText('陈一鸣已批准，系统将在每日8时清除').waitFor()
  await shoot(head, 'erasing-5-approved')
})

test('the next morning it is gone, and the page says when and by whom', async () => {
  await county.advanceTo('2018-05-07T09:00:00+08:00')
  await county.stage.settle()
  await head.reload()
  await head.getByText('系统于2018年5月7日8时00分清除1条').waitFor()
  await head.getByText('目前没有到期应当清除的个人信息').first().waitFor()
  await shoot(head, 'erasing-6-erased')
})

test('the public reads all of it without a login, from the foot of every page', async () => {
  const page = await county.visit('/objections/privacy')
  await page.getByRole('heading', { name: '您的权利' }).waitFor()
  await shoot(page, 'erasing-7-public')
  expect(county.complaints()).toEqual([])
})
