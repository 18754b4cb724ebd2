/**
 * What a PC whose clock is set to another zone shows: the same, word for word, at instants at which that zone has another
 * day than Shanghai. A clock that is wrong by years is what every suite has, for the county's year is long past.
 */
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { calendarOf } from './acts-on-screen.ts'
import { type CountyInBrowser, countyInBrowser, shoot } from './county-in-browser.ts'
import { go, kindOf, linksOf, MOST_OF_A_KIND, ROLES } from './pages-of-a-role.ts'

const ZONES = ['America/Los_Angeles', 'Pacific/Kiritimati'] as const
/** Everywhere west of Shanghai it is still the eighth. */
const AT = '2018-05-09T00:30:00+08:00'

let county: CountyInBrowser
beforeAll(async () => {
  county = await countyInBrowser()
  await county.advanceTo(AT)
})
afterAll(() => county?.close())
afterEach(({ task }) => (task.result?.state === 'fail' ? county.shootAll('zone') : undefined))

/** What is seen and what is read out. */
const said = (page: Page) =>
  page.evaluate<string>(`[document.body.innerText, ...[...document.querySelectorAll('[title], [aria-label]')].map(
    (one) => one.title + one.getAttribute('aria-label'))].join('\\n')`)

/** Lines that only one of two pages has. */
async function differing(here: Page, there: Page): Promise<string[]> {
  const [a, b] = (await Promise.all([said(here), said(there)])).map((text) => text.split('\n'))
  return [...a!.filter((line) => !b!.includes(line)), ...b!.filter((line) => !a!.includes(line))]
}

test.each(Object.entries(ROLES))('shows %s (%s) the same in every zone', async (login) => {
  const at = (timezoneId: string) => county.logIn(login, '/console/', { timezoneId })
  const here = await at('Asia/Shanghai')
  const there = await at(ZONES[0])
  const waiting = ['/console/']
  const looked = new Map<string, number>()
  for (const path of waiting) {
    const times = looked.get(kindOf(path)) ?? 0
    if (times === MOST_OF_A_KIND) continue
    looked.set(kindOf(path), times + 1)
    await go(here, path)
    await go(there, path)
    // What has not come yet is waited for, on both.
    await expect.poll(() => differing(here, there), { message: `${ZONES[0]} ${path}`, timeout: 10_000 }).toEqual([])
    for (const link of await linksOf(here)) if (!waiting.includes(link)) waiting.push(link)
  }
  console.log(`${login}: ${[...looked].map(([kind, times]) => `${kind}×${times}`).join(' ')}`)
  for (const page of [here, there]) await page.context().close()
  expect(county.complaints()).toEqual([])
})

test.each(ZONES)('the calendar of a PC in %s knows which day it is in the county', async (timezoneId) => {
  const page = await county.logIn('officer-1', '/console/calls/new', { timezoneId })
  const field = page.getByLabel('批准日期')
  await calendarOf(page, field).click()
  const today = page.locator('.day-calendar [aria-current="date"]')
  expect(await today.getAttribute('aria-label')).toBe('2018年5月9日（周三）')
  expect(await page.locator('.day-calendar table').getAttribute('aria-label')).toBe('2018年5月')
  // By keyboard a week on, then taken.
  await today.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect.poll(() => field.inputValue()).toBe('2018-05-16')
  await calendarOf(page, field).click()
  await page.getByRole('button', { name: '下个月' }).click()
  expect(await page.locator('.day-calendar table').getAttribute('aria-label')).toBe('2018年6月')
  await shoot(page, `zone-calendar-${timezoneId.replace('/', '-')}`, { whole: false })
  await page.getByRole('button', { name: '今天：2018年5月9日（周三）' }).click()
  expect(await field.inputValue()).toBe('2018-05-09')
  await page.context().close()
})
