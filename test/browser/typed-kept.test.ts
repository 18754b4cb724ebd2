/** What a key must not send, and what must not go with a page: Enter, a reload, a phrase, Escape. */
import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { readCase } from '../../packages/cli/rehearsal/stage.ts'
import { paper } from './acts-on-screen.ts'
import { AFTER_NOTICE, atNotice, noticeClosed, UNITS } from './cases-at-meeting.ts'
import { type CountyInBrowser, countyInBrowser, shoot } from './county-in-browser.ts'

let county: CountyInBrowser
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await county.shootAll(`typed-kept-${task.name.slice(0, 20)}`)
  for (const context of county.browser.contexts()) await context.close()
})

/** As somebody does who has not seen that the first one did something, and as a key that is held down. */
async function enterAgain(page: Page) {
  await page.waitForTimeout(250)
  await page.keyboard.press('Enter')
  for (let i = 0; i < 12; i++) {
    await page.keyboard.down('Enter')
    await page.waitForTimeout(60)
  }
  await page.keyboard.up('Enter')
  await page.waitForTimeout(400)
}
/** How often the page is left after its person was asked; in this browser they always say yes. */
function asked(page: Page): () => number {
  let times = 0
  page.on('dialog', async (dialog) => {
    if (dialog.type() === 'beforeunload') times += 1
    await dialog.accept()
  })
  return () => times
}
const questions = (page: Page) => page.locator('.ant-modal-confirm')
const radio = (of: Locator | Page, group: string, label: string) =>
  of.getByRole('radiogroup', { name: group, exact: true }).getByText(label, { exact: true })

describe('in a county with a notice and with cases to review', () => {
  beforeAll(async () => {
    county = await countyInBrowser({ steady: true })
  })
  afterAll(() => county?.close())

  test('a phrase takes the place of another one, and of nothing that was typed', async () => {
    const page = await county.logIn('officer-1', '/console/batches/2018-2/steps/review/judge/changgou')
    const opinion = page.getByLabel('意见和理由')
    const OWN = '已到现场核对，台账与报告一致。'
    await opinion.fill(OWN)
    await page.getByRole('button', { name: '材料不齐', exact: true }).click()
    expect(await opinion.inputValue()).toBe(`${OWN}\n所列材料不齐全，请补齐后重新提交。`)
    await opinion.focus()
    await page.keyboard.press('Alt+y')
    await expect
      .poll(() => opinion.inputValue())
      .toMatch(new RegExp(`^${OWN}\n经审核，该单位在创建范围内.+同意通过。$`))
    await shoot(page, 'typed-kept-phrase', { whole: false })
    // Enter on the button asks, and the next Enter takes the question away: it decides nothing.
    await page.getByRole('button', { name: /^办理/ }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: '确定办理' }).waitFor()
    await enterAgain(page)
    expect(await page.getByText('通过，已办理').count()).toBe(0)
    expect((await readCase(county.stage, 'officer-1', 'changgou')).step).toBe('review')
    expect(county.complaints()).toEqual([])
  })

  test('of a review with somebody’s number only the opinion goes with the page, which asks and says so', async () => {
    const page = await county.logIn('officer-1', '/console/batches/2018-2/steps/review/judge/pingshan')
    const times = asked(page)
    const opinion = page.getByLabel('意见和理由')
    await page.getByLabel('退回：工作计划').click()
    await opinion.fill('工作计划没有时间安排，请与0557-7021234联系。')
    await page.reload()
    expect(await opinion.inputValue()).toBe('工作计划没有时间安排，请与0557-7021234联系。')
    expect(times()).toBe(0)
    await opinion.fill('工作计划没有时间安排，请与王科长13912345678联系。')
    await page.getByText('“意见和理由”涉及个人').waitFor()
    await shoot(page, 'typed-kept-review-here', { whole: false })
    await page.reload()
    await page.getByText('上次填写的“意见和理由”涉及个人信息，没有存到这台电脑，请重新填写。').waitFor()
    expect([times(), await opinion.inputValue()]).toEqual([1, ''])
    expect(await page.getByLabel('退回：工作计划').isChecked()).toBe(true)
    await shoot(page, 'typed-kept-review-gone', { whole: false })
    await opinion.fill('工作计划没有时间安排。')
    await page.getByText('上次填写的').waitFor({ state: 'detached' })
    expect(county.complaints()).toEqual([])
  })

  test('a name is saved when the page is left 200 ms after it was typed, and what cannot be saved is asked about', async () => {
    const page = await county.logIn('clerk-dunji', '/console/cases/2018-2/dunji')
    const times = asked(page)
    const name = page.getByLabel('联系人')
    await name.fill('戚佩兰')
    await page.waitForTimeout(200)
    await page.reload()
    await expect.poll(() => name.inputValue()).toBe('戚佩兰')
    expect(times()).toBe(1)
    // Left for another page of the console and closed there, it is saved as well.
    await name.fill('鲁秀珍')
    await page.getByRole('link', { name: /待办/ }).click()
    await expect
      .poll(async () => (await readCase(county.stage, 'clerk-dunji', 'dunji')).form?.values.contact)
      .toBe('鲁秀珍')
    await page.goBack()
    const phone = page.getByLabel('联系电话')
    await phone.fill('139-0000')
    await page.getByText('只在本页，离开后须重新填写').waitFor()
    await page.reload()
    expect(times()).toBe(2)
    await expect.poll(() => name.inputValue()).toBe('鲁秀珍')
    expect(county.complaints()).toEqual([])
  })

  test('an objection is entered by its button after a question, and its receipt is not closed by Escape', async () => {
    const page = await county.logIn('officer-1', '/console/batches/2018-2/notices/1')
    const times = asked(page)
    await page.getByRole('button', { name: /录入来电/ }).click()
    const dialog = page.getByRole('dialog', { name: '录入异议', exact: true })
    await dialog.getByLabel('县城市管理局', { exact: true }).check()
    await dialog.getByLabel('来访', { exact: true }).check()
    await dialog.getByLabel('收到日期').fill('2018-05-08')
    await dialog.getByLabel('异议内容摘要').fill('该单位去年有两件行政处罚未按规定听证。')
    await dialog.getByLabel('异议人姓名').fill('戚佩兰')
    await dialog.getByLabel('联系方式').fill('0557-0000119')
    await page.keyboard.press('Enter')
    await enterAgain(page)
    expect([await questions(page).count(), await dialog.getByText('查询码').count()]).toEqual([0, 0])
    await dialog.getByText('“异议人姓名”、“联系方式”涉及个人').waitFor()
    await shoot(page, 'typed-kept-objection', { whole: false })
    await dialog.getByRole('button', { name: '录入异议' }).focus()
    await page.keyboard.press('Enter')
    await questions(page).getByText('县城市管理局暂停办理，等异议办结').last().waitFor()
    await enterAgain(page)
    expect(await questions(page).isVisible()).toBe(true)
    await shoot(page, 'typed-kept-objection-asked', { whole: false })
    expect(await dialog.getByText('查询码').count()).toBe(0)
    await questions(page).getByRole('button', { name: '录入异议' }).click()
    const code = dialog.getByText(/^查询码 /)
    await code.waitFor()
    await questions(page).waitFor({ state: 'hidden' })
    await page.keyboard.press('Escape')
    await questions(page).getByText('查询码关闭后不能再看，是否已告知异议人？').last().waitFor()
    await page.waitForTimeout(300)
    await shoot(page, 'typed-kept-receipt', { whole: false })
    await questions(page).getByRole('button', { name: '返回查看' }).click()
    await questions(page).waitFor({ state: 'hidden' })
    expect(await code.isVisible()).toBe(true)
    await page.reload()
    expect(times()).toBe(1)
    expect(county.complaints()).toEqual([])
  })

  test('what was changed in a reminder is asked about before it goes', async () => {
    const page = await county.logIn('officer-1', '/console/batches/2018-2')
    const times = asked(page)
    await page.getByRole('button', { name: '只看未提交' }).click()
    await page.getByLabel('选择墩集镇人民政府').check()
    await page.getByRole('button', { name: '提醒选中的1个单位' }).click()
    await page.getByLabel('提醒内容').fill('请在5月15日前提交，需要帮助请联系法制办。')
    await page.keyboard.press('Escape')
    await questions(page).getByText('填写的内容还没有保存，是否放弃？').last().waitFor()
    await enterAgain(page)
    await questions(page).getByRole('button', { name: '继续填写' }).click()
    expect(await page.getByLabel('提醒内容').inputValue()).toMatch(/需要帮助/)
    await page.reload()
    expect(times()).toBe(1)
    expect(county.complaints()).toEqual([])
  })

  test('a call is not published by Enter in its number', async () => {
    const page = await county.logIn('officer-1', '/console/calls/new')
    await page.getByLabel('批次编号').fill('2018-9')
    await page.keyboard.press('Enter')
    await enterAgain(page)
    expect([await questions(page).count(), await page.getByText(/^还有\d+项/).count()]).toEqual([0, 0])
    expect(county.complaints()).toEqual([])
  })
})

describe('in a county where twelve cases wait for the meeting', () => {
  beforeAll(async () => {
    county = await countyInBrowser({ acts: [...atNotice, ...noticeClosed], today: AFTER_NOTICE, steady: true })
  })
  afterAll(() => county?.close())

  test('its decision is recorded by no key, and a number in one reason loses that reason alone', async () => {
    const page = await county.logIn('secretary', '/console/batches/2018-2/steps/executiveMeeting/resolutions')
    const times = asked(page)
    const number = page.getByLabel('会议纪要编号')
    await radio(page, '会议结论', '命名').click()
    await radio(page, `${UNITS.guotu}的结论`, '暂缓审议').click()
    await page.getByLabel(`${UNITS.guotu}的例外理由`).fill('群众来信反映的问题还在调查')
    await page.getByLabel('会议日期').fill('2018-05-14')
    await page.getByLabel('出席人员').fill('许建国、宋志远、何秀英')
    await page.getByRole('button', { name: '何秀英' }).click()
    await page.locator('input[type="file"]').setInputFiles(paper('常务会议纪要第38次.pdf'))
    await page.locator('li', { hasText: '常务会议纪要第38次.pdf' }).filter({ hasText: '已上传' }).waitFor()
    await number.fill('泗政常纪〔2018〕38号')
    await page.keyboard.press('Enter')
    await enterAgain(page)
    expect(await questions(page).count()).toBe(0)
    await page.getByRole('button', { name: '登记会议决定' }).focus()
    await page.keyboard.press('Enter')
    await questions(page).getByText('登记后不能修改').last().waitFor()
    await enterAgain(page)
    expect(await questions(page).isVisible()).toBe(true)
    await shoot(page, 'typed-kept-meeting-asked', { whole: false })
    expect(await page.getByText('会议决定已登记').count()).toBe(0)
    // By keyboard it is answered all the same.
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await questions(page).waitFor({ state: 'hidden' })
    expect(times()).toBe(0)
    await page.getByLabel(`${UNITS.guotu}的例外理由`).fill('群众来电13912345678反映的问题还在调查')
    await page.getByText(`“${UNITS.guotu}的例外理由”涉及个人`).waitFor()
    await page.reload()
    await page.getByText(`上次填写的“${UNITS.guotu}的例外理由”涉及个人`).waitFor()
    expect(times()).toBe(1)
    expect(await number.inputValue()).toBe('泗政常纪〔2018〕38号')
    expect(await page.getByLabel('会议日期').inputValue()).toContain('2018')
    expect(await page.getByLabel('出席人员').inputValue()).toBe('许建国、宋志远、何秀英')
    await page.getByText('出席2人，缺席1人').waitFor()
    await page.getByText('暂缓审议1个').waitFor()
    expect(await page.getByLabel(`${UNITS.guotu}的例外理由`).inputValue()).toBe('')
    await shoot(page, 'typed-kept-meeting-gone')
    expect(county.complaints()).toEqual([])
  })
})
