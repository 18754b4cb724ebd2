/** A flood of objections as the office meets it: found at one place, told which say the same, answered together. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { noticeEndpoints } from '#contracts/notice.ts'
import { findings, sideways } from './axe.ts'
import { atNotice, DURING_NOTICE, UNITS } from './cases-at-meeting.ts'
import { type CountyInBrowser, countyInBrowser, shoot } from './county-in-browser.ts'
import { onPaper, sheetsOf } from './on-paper.ts'

const [FIRST = '', SECOND = ''] = Object.keys(UNITS)
let county: CountyInBrowser
let officer: Page
let head: Page
beforeAll(async () => {
  county = await countyInBrowser({ acts: atNotice, today: DURING_NOTICE })
  officer = await county.logIn('officer-2')
  officer.setDefaultTimeout(8000)
})
afterAll(() => county?.close())

const said = '该单位没有公开执法结果，请核查。'
const send = async (key: string, about: string, summary: string) => {
  const form = new FormData()
  for (const [name, value] of Object.entries({ key, about, identity: 'anonymous', summary })) form.set(name, value)
  const answer = await fetch(`${county.origin}/objections/2018-2/1`, { method: 'POST', body: form })
  expect(answer.status).toBe(200)
}
const row = (page: Page, objection: string) => page.locator(`[data-row-key="${objection}"]`)
const objections = async () =>
  (await county.stage.as('officer-1')(noticeEndpoints.readNotice, { params: { batch: '2018-2', n: '1' } })).objections

it('shows nobody anything where there is none', async () => {
  await officer.getByRole('link', { name: '异议', exact: true }).click()
  await officer.getByText('没有等待办理的异议').waitFor()
  await shoot(officer, 'objections-none')
})

it('shows all that are open, the oldest first, those that say the same together', async () => {
  for (let i = 0; i < 4; i++) await send(`form-key-${i}`, FIRST, i % 2 ? said : said.replaceAll('，', ' '))
  await send('form-key-other', SECOND, '该单位乱收费，没有收据。')
  const { objection: own } = await county.stage.as('officer-2')(noticeEndpoints.enterObjection, {
    params: { batch: '2018-2', n: '1' },
    body: { about: FIRST, channel: 'visit', on: DURING_NOTICE.slice(0, 10), summary: said },
    command: 'enter-by-officer-2',
  })
  await county.stage.settle()
  await officer.reload()
  await officer.getByText('待办异议（6）').waitFor()
  await officer.getByRole('button', { name: '选中相同的4件' }).waitFor()
  expect(await row(officer, own).getByRole('checkbox').isDisabled()).toBe(true)
  await shoot(officer, 'objections-queue')
  expect(await findings(officer)).toEqual([])
  expect(await sideways(officer)).toBe(0)
})

it('is narrowed by what is looked for, and says where nothing fits', async () => {
  await officer.getByLabel('按单位或编号查找').fill('没有这个单位')
  await officer.getByText('没有符合条件的异议').waitFor()
  await officer.getByLabel('按单位或编号查找').fill('')
  await officer.getByText('待办异议（6）').waitFor()
})

it('is gone through by keys, each opened on purpose', async () => {
  await officer.keyboard.press('Alt+ArrowDown')
  await officer.getByRole('button', { name: '查看内容（查看有记录）' }).first().click()
  await officer.getByText('请核查').first().waitFor()
  await shoot(officer, 'objections-opened')
})

it('admits those that say the same by one act, and goes on to the next', async () => {
  await officer.getByRole('button', { name: '选中相同的4件' }).click()
  await officer.getByRole('button', { name: '受理选中的4件' }).click()
  const dialog = officer.getByRole('dialog')
  await dialog.getByText('受理4件异议').waitFor()
  await shoot(officer, 'objections-admit', { whole: false })
  await dialog.getByRole('button', { name: '受理4件' }).click()
  await officer.getByText('受理：4件已办理。').waitFor()
  await county.stage.settle()
  await officer.waitForTimeout(2500)
  await shoot(officer, 'objections-admitted')
  expect((await objections()).filter(({ status }) => status === 'admitted')).toHaveLength(4)
  // On the one that was not about the same, at its checkbox.
  expect(await officer.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(/^选择2018-2-1-/)
})

it('answers them in the same words, and names what somebody decided meanwhile', async () => {
  head = await county.logIn('office-head', '/console/objections')
  head.setDefaultTimeout(8000)
  await head
    .getByRole('button', { name: /选中相同的/ })
    .first()
    .click()
  await head.getByRole('button', { name: '认定并答复选中的4件' }).click()
  const dialog = head.getByRole('dialog').first()
  await dialog.getByLabel('异议不成立').check()
  await dialog.getByLabel('调查情况和认定理由').fill('经核查，执法结果已在规定期限内公开。')
  await dialog.getByLabel('答复内容').fill('您反映的执法结果已在规定期限内公开。')
  await shoot(head, 'objections-answer', { whole: false })
  const admitted = (await objections()).filter(({ status }) => status === 'admitted')
  const params = { batch: '2018-2', n: '1', objection: admitted[0]?.objection ?? '' }
  await county.stage.as('office-head')(noticeEndpoints.findObjection, {
    params,
    body: { result: 'upheld', reason: '经核查，情况属实。', reply: '经核查，您反映的情况属实。' },
    command: 'find-meanwhile',
  })
  await dialog.getByRole('button', { name: '认定并答复', exact: true }).click()
  await head
    .locator('.ant-modal-confirm')
    .getByRole('button', { name: /认定并答复/ })
    .click()
  await head.getByText('认定并答复：3件已办理，1件没有办理。').waitFor()
  await head.getByText(/结果是“异议成立”，本次没有办理/).waitFor()
  await shoot(head, 'objections-answered')
  expect(await findings(head)).toEqual([])
  await county.stage.settle()
  const results = (await objections()).map(({ status }) => status)
  expect(results.filter((status) => status === 'notUpheld')).toHaveLength(3)
  expect(results.filter((status) => status === 'upheld')).toHaveLength(1)
  expect(county.complaints()).toEqual([])
})

it('prints what the objector is told and the proof of its delivery, with their name once it was read', async () => {
  const params = { batch: '2018-2', n: '1' }
  const { objection } = await county.stage.as('officer-1')(noticeEndpoints.enterObjection, {
    params,
    body: {
      ...{ about: SECOND, channel: 'letter', on: DURING_NOTICE.slice(0, 10), summary: '该单位欠付货款。' },
      ...{ name: '王秀兰', contact: '泗城镇东关村' },
    },
    command: 'enter-named',
  })
  await county.stage.as('office-head')(noticeEndpoints.declineObjection, {
    params: { ...params, objection },
    body: { reason: '所述欠款属于合同纠纷，与公示内容无关，请向人民法院起诉。' },
    command: 'decline-named',
  })
  await county.stage.settle()
  const page = await county.logIn('officer-2', '/console/batches/2018-2/notices/1')
  page.setDefaultTimeout(8000)
  await page.locator(`[data-row-key="${objection}"]`).getByRole('button', { name: '展开行' }).click()
  const opened = page.locator(`[data-row-key="${objection}"] + .ant-table-expanded-row`)
  await opened.getByText('现在打印的留空手写').waitFor()
  // Its sheets stay for whoever looks at them here.
  await page.evaluate(
    "window.print = () => { dispatchEvent(new Event('beforeprint')); document.body.append(document.querySelector('body > .sheets').cloneNode(true)) }",
  )
  const printed = async (button: string, name: string) => {
    await opened.getByRole('button', { name: button, exact: true }).click()
    await page.locator('body > .sheets .sheet').waitFor({ state: 'attached' })
    const sheets = await sheetsOf(page)
    await onPaper(page, () => shoot(page, name))
    await page.evaluate("document.querySelector('body > .sheets').remove()")
    expect(sheets.map(({ within }) => within)).toEqual([true])
    return sheets.map(({ text }) => text).join('')
  }
  expect(await printed('打印异议不予受理告知书', 'objections-paper-unread')).not.toContain('王秀兰')
  await opened.getByRole('button', { name: '查看内容（查看有记录）' }).click()
  await opened.getByText('该单位欠付货款。').waitFor()
  const answer = await printed('打印异议不予受理告知书', 'objections-paper-declined')
  for (const said of [
    '王秀兰：',
    objection,
    '本机关决定不予受理，理由如下',
    '请向人民法院起诉',
    '泗县人民政府法制办公室',
  ])
    expect(answer).toContain(said)
  expect(await printed('打印送达回证', 'objections-paper-delivery')).toContain('王秀兰')
  await shoot(page, 'objections-papers')
  expect([await findings(page), await sideways(page)]).toEqual([[], 0])
  await page.context().close()
})

it('tells a citizen when an address has sent too much: how long to wait, which other ways, and all that was typed', async () => {
  for (let i = 5; i < 10; i++) await send(`form-key-${i}`, SECOND, `第${i}件情况反映。`)
  const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true }
  const form = await county.visit('/objections/2018-2/1', phone)
  await form.getByLabel('对哪个单位提出异议').selectOption(FIRST)
  await form.getByLabel('异议内容').fill(said)
  await form.getByRole('radio', { name: '匿名' }).check()
  await form.getByRole('button', { name: '提交异议' }).click()
  const told = form.locator('p.wrong')
  await told.waitFor()
  const words = (await told.textContent()) ?? ''
  expect(words).toContain('请于2018年5月8日 11:00以后（约需等待30分钟）再提交')
  expect(words).toContain('来电（0557-0000000）、来信、来访（')
  expect(await form.getByLabel('异议内容').inputValue()).toBe(said)
  await shoot(form, 'objections-too-many')
  expect(await sideways(form)).toBe(0)
  await form.context().close()
})
