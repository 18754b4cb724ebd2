/** What a machine finds inaccessible on a page, by axe-core. */
import axe from 'axe-core'
import type { Page } from 'playwright-core'

type Violation = {
  readonly id: string
  readonly nodes: readonly { readonly target: readonly string[]; readonly why: string }[]
}

/** As `rule: element` lines; empty when nothing is wrong. A previewed paper is not ours, nor of our origin. */
export async function findings(page: Page): Promise<string[]> {
  // A button is pale while what it sent is under way: nobody reads it then.
  await page.locator('.ant-btn-loading').first().waitFor({ state: 'detached' })
  await page.evaluate(axe.source)
  const violations = await page.evaluate<readonly Violation[]>(
    "axe.run(document, { resultTypes: ['violations'], iframes: false }).then(({ violations }) => violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ target, any }) => ({ target: target.map(String), why: any[0]?.message ?? '' })) })))",
  )
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, why }) => `${id}: ${target.join(' ')} ${why}`))
}

/** By how many pixels a page is wider than its window. */
export const sideways = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')
