/** Every page of the console that somebody reaches by links, for suites that look at all of them. */
import type { Page } from 'playwright-core'

export const ROLES = {
  'clerk-dunji': '创建单位经办人',
  'clerk-caogou': '被退回单位的经办人',
  'legal-pingshan': '创建单位法制机构负责人',
  'head-pingshan': '创建单位主要负责人',
  'dept-shichang': '科室经办人',
  'officer-1': '法制办经办人',
  'office-head': '法制办负责人',
  secretary: '会议秘书',
  admin: '系统管理员',
  security: '安全管理员',
  auditor: '审计管理员',
} as const

/** Pages of one kind that a role looks at: the first two lie in different states. */
export const MOST_OF_A_KIND = 2
export const kindOf = (path: string): string =>
  path
    .replace(/\?.*/, '')
    .replace(/\/(cases|batches|judge|notices|catalogues)\/(?!new\b)[^/]+/g, '/$1/_')
    .replace(/(cases\/_)\/[^/]+/, '$1/_')

/** Goes to a place of the console as a link would, without loading it anew. */
export async function go(page: Page, path: string): Promise<void> {
  await page.evaluate(
    `history.pushState(null, '', ${JSON.stringify(path)}); dispatchEvent(new PopStateEvent('popstate'))`,
  )
  await page.waitForTimeout(200)
  await page.waitForLoadState('networkidle')
  await page.locator('#content .ant-spin-spinning').first().waitFor({ state: 'detached' })
}

export const linksOf = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>("[...document.querySelectorAll('a[href^=\"/console/\"]')].map((a) => a.getAttribute('href'))")

/** Tags that are wider or higher than what they say, as a column or a label of two lines beside them stretches them. */
export const stretchedTags = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`[...document.querySelectorAll('.ant-tag')].flatMap((tag) => {
    const said = document.createRange()
    said.selectNodeContents(tag)
    const { width, height } = said.getBoundingClientRect()
    return tag.clientWidth > width + 30 || tag.clientHeight > height + 12 ? [tag.textContent] : []
  })`)
