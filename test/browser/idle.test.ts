/** A console that nobody is at: it warns, it logs out, and what was typed waits for whoever typed it. */
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type CountyInBrowser, chooseAccount, countyInBrowser, shoot } from './county-in-browser.ts'

let county: CountyInBrowser
beforeAll(async () => {
  county = await countyInBrowser()
})
afterAll(() => county?.close())
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await county.shootAll(`idle-${task.name.slice(0, 20)}`)
  for (const context of county.browser.contexts()) await context.close()
})

const JUDGE = '/console/batches/2018-2/steps/review/judge/changgou'
const TYPED = '拟不予通过，待核实。'
const WARNED = '长时间没有操作，即将自动退出'
/** A third of it is the warning. */
const SECONDS = 15

/** From now on the county's file says some seconds, instead of minutes. */
const hurry = (context: BrowserContext) =>
  context.route('**/config.json', async (route) => {
    const said = await (await route.fetch()).json()
    await route.fulfill({ json: { ...said, idleMinutes: String(SECONDS / 60) } })
  })
const atLogin = (page: Page) => page.locator('button[value="officer-1"]').waitFor({ timeout: 2 * SECONDS * 1000 })
const warned = (page: Page) => page.getByText(WARNED).waitFor({ timeout: 2 * SECONDS * 1000 })
const opinion = (page: Page) => page.getByLabel('意见和理由')

async function judging(): Promise<Page> {
  const page = await county.logIn('officer-1', JUDGE)
  await opinion(page).waitFor()
  await hurry(page.context())
  await page.reload()
  await opinion(page).fill(TYPED)
  return page
}

test('it warns before, goes to the login page, and the same person is back there and finds the draft', async () => {
  const page = await judging()
  await warned(page)
  await shoot(page, 'idle-1-warning', { whole: false })
  await atLogin(page)
  // The issuer has ended its session, too: nobody is let in without being asked.
  expect(await page.evaluate(() => JSON.stringify(Object.entries(localStorage)))).toContain('待核实')
  await page.context().unroute('**/config.json')
  await chooseAccount(page, 'officer-1')
  await opinion(page).waitFor()
  expect(await opinion(page).inputValue()).toBe(TYPED)
})

test('and somebody else finds nothing of it', async () => {
  const page = await judging()
  await atLogin(page)
  await page.context().unroute('**/config.json')
  await chooseAccount(page, 'officer-2')
  expect(new URL(page.url()).pathname).toBe('/console/')
  await page.goto(county.origin + JUDGE)
  await opinion(page).waitFor()
  expect(await opinion(page).inputValue()).toBe('')
  expect(await page.evaluate(() => JSON.stringify(Object.entries(localStorage)))).not.toContain('待核实')
})

test('whoever comes back in time goes on, by the keyboard alone', async () => {
  const page = await judging()
  await warned(page)
  await page.keyboard.press('Shift')
  await page.getByText(WARNED).waitFor({ state: 'hidden' })
  expect(await opinion(page).inputValue()).toBe(TYPED)
})

test('what is done in one window keeps the others open, and all of them end together', async () => {
  const page = await judging()
  const other = await page.context().newPage()
  await other.goto(`${county.origin}/console/batches`)
  await other.getByRole('heading', { level: 1 }).first().waitFor()
  for (let second = 0; second < 1.5 * SECONDS; second++) {
    await other.keyboard.press('Shift')
    await other.waitForTimeout(1000)
    expect(await page.getByText(WARNED).isVisible()).toBe(false)
  }
  expect(await opinion(page).isVisible()).toBe(true)
  const closed = (one: Page) => one.getByText(/已经退出登录|已自动退出/).waitFor({ timeout: 60_000 })
  const left = (one: Page) => Promise.any([atLogin(one).then(() => 'login'), closed(one).then(() => 'closed')])
  expect(await Promise.all([left(page), left(other)])).toContain('login')
})

test('without a line it closes all the same, and asks who it is when the line is back', async () => {
  const page = await judging()
  await warned(page)
  await page.context().setOffline(true)
  await page.getByText('长时间没有操作，已自动退出。').waitFor({ timeout: 2 * SECONDS * 1000 })
  await page.context().setOffline(false)
  await page.getByRole('link', { name: '重新登录' }).click()
  await atLogin(page)
})

test('a browser that was closed without logging out, and is opened when the time is over, asks who it is', async () => {
  const page = await county.logIn('officer-1', JUDGE)
  const context = page.context()
  const openLater = async (minutes: number) => {
    const next = await context.newPage()
    await next.goto(`${county.origin}/config.json`)
    await next.evaluate(`localStorage.setItem('shifan:active', String(Date.now() - ${minutes} * 60000))`)
    await next.goto(county.origin + JUDGE)
    return next
  }
  await opinion(page).fill(TYPED)
  await expect.poll(() => page.evaluate(() => JSON.stringify(Object.entries(localStorage)))).toContain('待核实')
  await page.close()
  const soon = await openLater(19)
  await opinion(soon).waitFor()
  expect(await opinion(soon).inputValue()).toBe(TYPED)
  await soon.close()
  const late = await openLater(21)
  await atLogin(late)
  await chooseAccount(late, 'officer-1')
  await opinion(late).waitFor()
  expect(await opinion(late).inputValue()).toBe(TYPED)
  await late.close()
  const other = await openLater(21)
  await atLogin(other)
  await chooseAccount(other, 'officer-2')
  await other.goto(county.origin + JUDGE)
  await opinion(other).waitFor()
  expect(await opinion(other).inputValue()).toBe('')
  expect(await other.evaluate(() => JSON.stringify(Object.entries(localStorage)))).not.toContain('待核实')
})
