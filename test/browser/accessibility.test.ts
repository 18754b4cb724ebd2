/** Every page of the console that each role can reach by links: readable by machines, and no wider than an office PC. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findings, sideways } from './axe.ts'
import { type CountyInBrowser, countyInBrowser } from './county-in-browser.ts'

/** What stays, and why: a page's kind, the beginning of the finding, the reason. */
const EXPLAINED: readonly { readonly page: RegExp; readonly finding: string; readonly why: string }[] = []

/** Pages of one kind that a role looks at: the first two lie in different states. */
const MOST_OF_A_KIND = 2
const kindOf = (path: string): string =>
  path
    .replace(/\?.*/, '')
    .replace(/\/(cases|batches|judge|notices|catalogues)\/(?!new\b)[^/]+/g, '/$1/_')
    .replace(/(cases\/_)\/[^/]+/, '$1/_')

const ROLES = {
  'clerk-dunji': '创建单位经办人',
  'clerk-caogou': '被退回单位的经办人',
  'legal-pingshan': '创建单位法制机构负责人',
  'head-pingshan': '创建单位主要负责人',
  'officer-1': '法制办经办人',
  'office-head': '法制办负责人',
  secretary: '会议秘书',
  admin: '系统管理员',
} as const

let county: CountyInBrowser
beforeAll(async () => {
  county = await countyInBrowser()
})
afterAll(() => county?.close())

/** Goes to a place of the console as a link would, without loading it anew. */
async function go(page: Page, path: string) {
  await page.evaluate(
    `history.pushState(null, '', ${JSON.stringify(path)}); dispatchEvent(new PopStateEvent('popstate'))`,
  )
  await page.waitForTimeout(200)
  await page.waitForLoadState('networkidle')
  await page.locator('#content .ant-spin-spinning').first().waitFor({ state: 'detached' })
}

it.each(Object.entries(ROLES))('every page that %s (%s) reaches by links', async (login) => {
  const page = await county.logIn(login)
  const waiting = ['/console/']
  const looked = new Map<string, number>()
  const wrong: string[] = []
  for (const path of waiting) {
    const kind = kindOf(path)
    const times = looked.get(kind) ?? 0
    if (times === MOST_OF_A_KIND) continue
    looked.set(kind, times + 1)
    await go(page, path)
    const isExplained = (finding: string) =>
      EXPLAINED.some((one) => one.page.test(path) && finding.startsWith(one.finding))
    wrong.push(
      ...(await findings(page)).filter((finding) => !isExplained(finding)).map((finding) => `${path} ${finding}`),
    )
    const over = await sideways(page)
    if (over > 0) wrong.push(`${path} is ${over} px wider than 1366`)
    const links = await page.evaluate<string[]>(
      "[...document.querySelectorAll('a[href^=\"/console/\"]')].map((a) => a.getAttribute('href'))",
    )
    for (const link of links) if (!waiting.includes(link)) waiting.push(link)
  }
  console.log(`${login}: ${[...looked].map(([kind, times]) => `${kind}×${times}`).join(' ')}`)
  expect(looked.size).toBeGreaterThan(0)
  expect(wrong).toEqual([])
  expect(county.complaints()).toEqual([])
  await page.context().close()
})
