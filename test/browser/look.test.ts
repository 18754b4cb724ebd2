/** What is red, where the focus is once a dialog has gone, and what a narrow window keeps. */
import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { calendarOf } from './acts-on-screen.ts'
import { sideways } from './axe.ts'
import { atNotice, DURING_NOTICE } from './cases-at-meeting.ts'
import { type CountyInBrowser, countyInBrowser, shoot } from './county-in-browser.ts'
import { inPage } from './in-page.ts'
import { stretchedTags } from './pages-of-a-role.ts'

let county: CountyInBrowser
afterEach(({ task }) => (task.result?.state === 'fail' ? county.shootAll('look') : undefined))

const REVIEW = '/console/batches/2018-2/steps/review/judge/changgou'
const FORM = '/console/cases/2018-2/dunji'
const BOARD = '/console/batches/2018-2'

/** What the focus is on: the words of a control, or the name of the element. */
const focusOf = (page: Page) =>
  page.evaluate<string>(
    '(document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent.trim()) || document.activeElement.tagName',
  )

/** Opens what a control opens, by keyboard, and closes it again: the focus is on that control, or on the field that it is of. */
async function returns(page: Page, opener: Locator, close: () => Promise<unknown>, to = opener) {
  await opener.focus()
  await page.keyboard.press('Enter')
  const dialog = page.locator('.ant-modal, .ant-popover:not(.ant-popover-hidden)').last()
  await dialog.waitFor()
  // Whoever opened it goes into it.
  await expect.poll(() => dialog.evaluate(inPage<boolean>('(one) => one.contains(document.activeElement)'))).toBe(true)
  await close()
  await dialog.waitFor({ state: 'hidden' })
  await expect
    .poll(() => to.evaluate(inPage<boolean>('(one) => one === document.activeElement')), {
      message: 'the focus is where it was',
    })
    .toBe(true)
}
const byEscape = (page: Page) => () => page.keyboard.press('Escape')
const cancel =
  (page: Page, name = '取消') =>
  () =>
    page.getByRole('button', { name, exact: true }).last().click()

describe('a county at work', () => {
  beforeAll(async () => {
    county = await countyInBrowser()
  })
  afterAll(() => county.close())

  test('dialogs of the review give the focus back', async () => {
    const page = await county.logIn('officer-1', REVIEW)
    const phrases = page.getByRole('button', { name: '编辑常用意见' })
    await phrases.waitFor()
    await returns(page, phrases, cancel(page))
    await returns(page, phrases, byEscape(page))
    await page.getByText('材料齐全', { exact: true }).first().click()
    const decide = page.getByRole('button', { name: /^(办理|送签)/ }).first()
    await returns(page, decide, cancel(page))
    await page.context().close()
  })

  test('dialogs of lists give the focus back', async () => {
    const page = await county.logIn('officer-1', BOARD)
    await page.getByRole('button', { name: '只看未提交' }).click()
    await page.getByLabel('选择墩集镇人民政府').check()
    const remind = page.getByRole('button', { name: '提醒选中的1个单位' })
    await returns(page, remind, cancel(page))
    await page.goto(`${county.origin}/console/`)
    await page.getByRole('checkbox', { name: /^选择长沟镇人民政府/ }).check()
    await returns(page, page.getByRole('button', { name: /选中的1件/ }).first(), byEscape(page))
    await page.context().close()
  })

  test('dialogs of a form give the focus back', async () => {
    const page = await county.logIn('clerk-dunji', FORM)
    const earlier = page.getByRole('button', { name: /^从已上传的材料中选/ }).first()
    await earlier.waitFor()
    await returns(page, earlier, byEscape(page))
    await returns(page, earlier, cancel(page))
    await page.context().close()
  })

  test('the calendar gives the focus back to its field', async () => {
    const page = await county.logIn('officer-1', '/console/calls/new')
    const field = page.getByLabel('批准日期')
    const calendar = calendarOf(page, field)
    await calendar.waitFor()
    await returns(page, calendar, byEscape(page), field)
    await page.context().close()
  })

  test('nothing is red because it has the focus or the pointer', async () => {
    const page = await county.logIn('officer-1', BOARD)
    const red: string[] = []
    /** Borders, outlines, shadows and letters of what is looked at; danger and the seal’s own button apart. */
    const look = async (what: string, on: Locator) => {
      const found = await on.evaluate(
        inPage<string[]>(`(element) => {
        const isRed = (color) => { const [r, g, b] = (color.match(/[\\d.]+/g) ?? []).map(Number); return r > 110 && g < 80 && b < 80 }
        return [element, element.parentElement].flatMap((one) => {
          if (one.matches('.ant-btn-primary, .ant-btn-dangerous, [aria-invalid="true"]')) return []
          const s = getComputedStyle(one)
          return [['border', s.borderTopWidth !== '0px' && s.borderTopColor], ['outline', s.outlineStyle !== 'none' && s.outlineColor], ['shadow', s.boxShadow], ['text', s.color]]
            .filter(([, color]) => color && isRed(color)).map(([kind, color]) => kind + ' ' + color)
        })
      }`),
      )
      if (found.length > 0) red.push(`${what}: ${found.join(', ')}`)
    }
    for (const path of [BOARD, REVIEW, '/console/']) {
      await page.goto(county.origin + path)
      await page.locator('#content button, #content input').first().waitFor()
      const controls = page.locator(
        '#content :is(button:not(:disabled), input:not(:disabled), textarea, a[href]), header :is(a, button)',
      )
      for (let i = 0; i < Math.min(await controls.count(), 20); i++) {
        const control = controls.nth(i)
        if (!(await control.isVisible())) continue
        await control.focus()
        await look(`focus ${path} ${await focusOf(page)}`, control)
        await control.hover({ force: true, timeout: 2000 }).catch(() => undefined)
        await look(`pointer ${path} ${await focusOf(page)}`, control)
      }
    }
    // Focus by keyboard can be seen: three to one against what it lies on.
    expect(red).toEqual([])
    await page.goto(county.origin + BOARD)
    await page.getByRole('button', { name: '只看未提交' }).focus()
    await page.keyboard.press('Tab')
    await shoot(page, 'look-focus', { whole: false })
    await page.context().close()
  })

  test.each([
    [390, 844, 'clerk-dunji'],
    [390, 844, 'officer-1'],
    [768, 1024, 'officer-1'],
  ])('at %i by %i the menu stays (%s)', async (width, height, login) => {
    const page = await county.logIn(login, '/console/', { viewport: { width, height } })
    const places = page.getByRole('navigation', { name: '栏目' }).getByRole('link')
    await places.first().waitFor()
    const seen = await places.evaluateAll(
      inPage<{ left: number; right: number; width: number }[]>(
        '(links) => links.map((link) => { const { left, right, width } = link.getBoundingClientRect(); return { left, right, width } })',
      ),
    )
    expect(seen.length).toBeGreaterThan(2)
    for (const { left, right, width: wide } of seen) {
      expect(wide).toBeGreaterThan(40)
      expect(left).toBeGreaterThanOrEqual(0)
      expect(right).toBeLessThanOrEqual(width)
    }
    await page.getByRole('button', { name: '退出' }).waitFor()
    const cells = page.locator('.stacks tr.ant-table-row td:not(.ant-table-selection-column)')
    if (width < 640 && login.startsWith('officer')) {
      await cells.first().waitFor()
      const widths = await cells.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().width))
      expect(Math.min(...widths)).toBeGreaterThan(200)
    }
    await shoot(page, `look-menu-${width}-${login}`, { whole: false })
    expect(await sideways(page)).toBe(0)
    await page.context().close()
  })

  test.each([
    [1366, 3],
    [1024, 3],
    [900, 2],
    [700, 2],
  ])('a window %i pixels wide shows the review in %i columns', async (width, columns) => {
    const page = await county.logIn('officer-1', REVIEW, { viewport: { width, height: 768 } })
    const sections = page.locator('.judgement-columns > section')
    await sections.nth(2).waitFor()
    await page.waitForTimeout(800)
    const lefts = await sections.evaluateAll(
      inPage<number[]>('(all) => all.map((one) => one.getBoundingClientRect().left)'),
    )
    expect(new Set(lefts).size).toBe(columns)
    expect(await sideways(page)).toBe(0)
    expect(await stretchedTags(page)).toEqual([])
    await shoot(page, `look-review-${width}`, { whole: false })
    await page.context().close()
  })
})

describe('a county during a notice', () => {
  beforeAll(async () => {
    county = await countyInBrowser({ acts: atNotice, today: DURING_NOTICE })
  })
  afterAll(() => county.close())

  test('a dialog lets go of a field that is left, by Tab as by a click, and types where the person is', async () => {
    const page = await county.logIn('officer-1', '/console/batches/2018-2/notices/1')
    await page.getByRole('button', { name: '录入来电、来信、来访、邮件异议' }).click()
    const dialog = page.getByRole('dialog')
    const [day, summary] = [dialog.getByLabel('收到日期'), dialog.getByLabel('异议内容摘要')]
    await day.click()
    await page.keyboard.type('2018-5-7')
    await summary.click()
    await page.keyboard.type('群众来电')
    expect([await day.inputValue(), await summary.inputValue()]).toEqual(['2018-5-7', '群众来电'])
    await day.click()
    const reached = new Set<string>()
    for (let press = 0; press < 12; press++) {
      await page.keyboard.press('Tab')
      reached.add(await page.evaluate(() => document.activeElement?.id || (document.activeElement?.textContent ?? '')))
    }
    expect(reached.size).toBeGreaterThanOrEqual(8)
    expect([...reached]).toContain('录入异议')
    // What cannot be read is said as soon as the field is left.
    await day.fill('五月八日早上')
    await page.keyboard.press('Tab')
    await dialog.getByText(/五月八日早上/).waitFor()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    // Though Tab went past the last button, over what stands behind the dialog.
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('录入来电')
    await page.context().close()
  })
  test('dialogs of a notice give the focus back', async () => {
    const page = await county.logIn('officer-1', '/console/batches/2018-2/notices/1')
    const enter = page.getByRole('button', { name: '录入来电、来信、来访、邮件异议' })
    await enter.waitFor()
    await returns(page, enter, byEscape(page))
    await returns(page, page.getByRole('button', { name: '登记', exact: true }).first(), byEscape(page))
    await page.context().close()
  })
})
