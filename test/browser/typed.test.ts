/** What is typed, pasted, dropped: understood and shown before it counts, or refused with a sentence; never changed, cut or lost. */
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { calendarOf } from './acts-on-screen.ts'
import { type CountyInBrowser, countyInBrowser, shoot } from './county-in-browser.ts'

let county: CountyInBrowser
beforeAll(async () => {
  county = await countyInBrowser()
})
afterAll(() => county?.close())
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await county.shootAll(`typed-${task.name.slice(0, 20)}`)
  for (const context of county.browser.contexts()) await context.close()
})

/** What a field says of the text in it. */
const read = (page: Page, label: string) =>
  page.getByLabel(label, { exact: true }).evaluate((field) => {
    const ids = field.getAttribute('aria-describedby')?.split(' ') ?? []
    return ids.map((id) => document.getElementById(id)?.textContent ?? '').join('')
  })

test('a date is typed as anybody types it, and stands there as it was understood; so does a number', async () => {
  const page = await county.logIn('officer-1', '/console/calls/new')
  const date = page.getByLabel('批准日期', { exact: true })
  await date.waitFor()
  for (const [typed, day] of [
    ['2018/6/8', '2018年6月8日（周五）'],
    ['2018.6.15', '2018年6月15日（周五）'],
    ['20180615', '2018年6月15日（周五）'],
    ['2018年6月15日', '2018年6月15日（周五）'],
    ['２０１８－６－１５', '2018年6月15日（周五）'],
    ['2018 年 6 月 15 日', '2018年6月15日（周五）'],
  ] as const) {
    await date.fill(typed)
    await page.keyboard.press('Tab')
    expect([typed, await read(page, '批准日期'), await date.inputValue()]).toEqual([typed, day, typed])
  }
  const days = page.getByLabel('公示天数', { exact: true })
  for (const typed of ['１５', '十五', '15天']) {
    await days.fill(typed)
    await page.keyboard.press('Tab')
    expect([typed, await read(page, '公示天数'), await days.inputValue()]).toEqual([typed, '按15填写', typed])
  }
  await days.fill('15个工作日')
  expect(await read(page, '公示天数')).toBe('按15填写，不分工作日、自然日；按哪种日子计算，以本页所选的计算方法为准')
  const returnDays = page.getByLabel('退回补正天数', { exact: true })
  await returnDays.fill('15个工作日')
  await page.keyboard.press('Tab')
  expect(await read(page, '退回补正天数')).toContain('这里填自然日的天数')
  await returnDays.fill('10')
  await date.fill('2018-2-30')
  await days.fill('若干')
  await page.keyboard.press('Tab')
  expect(await read(page, '批准日期')).toContain('没有30日')
  expect(await read(page, '公示天数')).toContain('无法识别“若干”')
  // Neither is sent, nor the day and the number that stood there before; both stay through a reload.
  await page.getByRole('button', { name: '送签通知' }).click()
  await page.getByText(/^还有\d+项需要填写或修改/).waitFor()
  expect(await page.getByRole('dialog').count()).toBe(0)
  await shoot(page, 'typed-date-refused')
  await page.reload()
  await date.waitFor()
  expect([await date.inputValue(), await days.inputValue()]).toEqual(['2018-2-30', '若干'])
  // By the calendar, which writes what it says.
  await calendarOf(page, date).click()
  await page.getByRole('button', { name: /^2018年\d+月16日（周.）$/ }).click()
  expect(await date.inputValue()).toMatch(/^\d{4}-\d\d-16$/)
  expect(county.complaints()).toEqual([])
})

test('a text that says nothing is told of when its field is left, in the sentence of the server, and not before', async () => {
  const page = await county.logIn('officer-1', '/console/calls/new')
  for (const [label, typed, said, better] of [
    ['通知标题', '？', '“？”中没有文字，不是通知标题；请填写通知标题', '关于开展创建活动的通知'],
    ['批准文号', '无', '“无”没有写明批准文号；请填写批准文号', '泗政办秘〔2018〕30号'],
    ['批准机关', '#N/A', '“#N/A”是表格公式或其错误提示，不是批准机关；请填写批准机关', '泗县人民政府办公室'],
    ['退回补正天数', '0', '退回补正天数不少于1，收到0；请改正', '10'],
    ['公示天数', '一百', '公示天数不多于60，收到100；请改正', '7'],
  ] as const) {
    const field = page.getByLabel(label, { exact: true })
    await field.fill(typed)
    expect([label, await page.getByText(said).isVisible()]).toEqual([label, false])
    await page.keyboard.press('Tab')
    await page.getByText(said).waitFor()
    if (label === '批准机关') await shoot(page, 'typed-says-nothing')
    await field.fill(better)
    await page.keyboard.press('Tab')
    await page.getByText(said).waitFor({ state: 'detached' })
  }
  expect(county.complaints()).toEqual([])
})

test('text beyond the limit is kept, marked and counted as the server counts', async () => {
  const page = await county.logIn('clerk-dunji', '/console/cases/2018-2/dunji')
  const reason = page.locator('textarea').first()
  await reason.waitFor()
  const label = await reason.getAttribute('id')
  const most = Number(
    (
      await page
        .locator(`[data-answer="${label?.replace('answer-', '')}"] [data-count], .ant-input-data-count`)
        .first()
        .textContent()
    )?.split('/')[1],
  )
  expect(most).toBeGreaterThan(100)
  await reason.fill('𠮷'.repeat(most))
  expect(await page.getByText(/^超出\d+字/).count()).toBe(0)
  const pasted = '字'.repeat(most) + '多'.repeat(413)
  await reason.fill(pasted)
  await page.getByText(`超出413字，最多${most}字`).waitFor()
  expect(await reason.inputValue()).toBe(pasted)
  await page.getByRole('button', { name: '选中超出的部分' }).click()
  expect(await page.evaluate('getSelection().toString()')).toBe('多'.repeat(413))
  await shoot(page, 'typed-too-long')
  await page.reload()
  await reason.waitFor()
  expect(await reason.inputValue()).toBe(pasted)
  await reason.fill('申请理由。')
  expect(county.complaints()).toEqual([])
})

test('of files nothing is taken or left out without a word', async () => {
  const page = await county.logIn('officer-1', '/console/batches/2018-2/steps/notice/notices/new')
  const zone = page.locator('[data-drop="notice-proof"]')
  await zone.waitFor()
  const drop = async (files: readonly (readonly [string, number])[]) => {
    const dataTransfer = await page.evaluateHandle((given) => {
      const transfer = new DataTransfer()
      for (const [name, size] of given) transfer.items.add(new File(['%PDF-1.4'.repeat(size)], name))
      return transfer
    }, files)
    await zone.dispatchEvent('drop', { dataTransfer })
  }
  const said = () => zone.getByRole('alert').textContent()
  await drop([
    ['第一页.pdf', 1],
    ['第二页.pdf', 1],
    ['第三页.pdf', 1],
  ])
  await zone.getByRole('alert').waitFor()
  for (const part of ['只能放1个文件', '第一页.pdf', '第二页.pdf', '第三页.pdf']) expect(await said()).toContain(part)
  expect(await page.getByRole('button', { name: /^移除/ }).count()).toBe(0)
  await drop([
    ['空.pdf', 0],
    ['~$截图.docx', 1],
    ['.隐藏.pdf', 1],
  ])
  await zone.getByText('空文件').waitFor()
  for (const part of ['空.pdf', '0字节', '~$截图.docx', '临时文件', '.隐藏.pdf', '隐藏文件'])
    expect(await said()).toContain(part)
  await shoot(page, 'typed-files-refused')
  expect(county.complaints()).toEqual([])
})

test('a list is searched however its names are typed', async () => {
  const page = await county.logIn('officer-1', '/console/batches/2018-2')
  const search = page.getByLabel('按单位查找')
  await search.waitFor()
  const shown = () => page.locator('.ant-table-row', { hasText: '大庄镇' }).count()
  for (const typed of ['大庄', '⼤庄', ' 大 庄\u200b', '大\u3000庄']) {
    await search.fill('没有这个')
    await expect.poll(shown).toBe(0)
    await search.fill(typed)
    await expect.poll(shown, { message: typed }).toBe(1)
  }
  expect(county.complaints()).toEqual([])
})
