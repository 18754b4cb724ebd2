/**
 * Under which conditions every suite looks at the console, by environment variables that are read here alone:
 *   SHIFAN_BROWSER_ZONE=America/Los_Angeles   the PC's time zone; Asia/Shanghai otherwise
 *   SHIFAN_BROWSER_WINDOW=1024x768            its window; 1366x768 otherwise
 *   SHIFAN_BROWSER_CUT=4711                   each window's network is cut once, at a request that this seed draws
 */
import type { BrowserContext, BrowserContextOptions } from 'playwright-core'
import { drawnNumber } from './drawn-number.ts'

export type Conditions = {
  readonly zone: string
  readonly window: { readonly width: number; readonly height: number }
  readonly cut: string | undefined
}

export const conditions = conditionsOf(process.env)

/** @throws Error with a sentence for a zone or a window that no PC has */
export function conditionsOf(env: Readonly<Record<string, string | undefined>>): Conditions {
  const zone = env.SHIFAN_BROWSER_ZONE || 'Asia/Shanghai'
  if (!isZone(zone)) throw new Error(`SHIFAN_BROWSER_ZONE=${zone}：没有这个时区，请写成 America/Los_Angeles 的样子。`)
  const size = env.SHIFAN_BROWSER_WINDOW || '1366x768'
  const [, width, height] = /^(\d{3,4})x(\d{3,4})$/.exec(size) ?? []
  if (!width || !height) throw new Error(`SHIFAN_BROWSER_WINDOW=${size}：无法识别的窗口大小，请写成 1024x768 的样子。`)
  return { zone, window: { width: Number(width), height: Number(height) }, cut: env.SHIFAN_BROWSER_CUT || undefined }
}

function isZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }))
  } catch {
    return false
  }
}

/** A PC of these conditions. */
export const pcOf = ({ zone, window }: Conditions): BrowserContextOptions => ({
  locale: 'zh-CN',
  timezoneId: zone,
  viewport: window,
})

const LATEST_REQUEST = 40
const CUT_MS = 1500

/**
 * Cuts what the page asks of the API once: from a drawn request on nothing arrives for a while. The first one has either
 * not reached the county, or has and its answer is lost. What the browser itself loads is spared: it would show a page of
 * its own in place of ours.
 * @param nth which window of the run this is
 * @returns what to tell whoever looks at a failure
 */
export async function cutOnce(context: BrowserContext, seed: string, nth: number): Promise<string> {
  const at = 1 + drawnNumber(`${seed} at ${nth}`, LATEST_REQUEST)
  const isAnswerLost = drawnNumber(`${seed} lost ${nth}`, 2) === 1
  let asked = 0
  let until = 0
  await context.route('**/api/**', async (route) => {
    asked += 1
    if (asked === at) until = Date.now() + CUT_MS
    if (Date.now() >= until) return route.continue()
    if (asked === at && isAnswerLost) await route.fetch().catch(() => undefined)
    await route.abort('internetdisconnected').catch(() => undefined)
  })
  return `window ${nth}: ${isAnswerLost ? 'the answer of' : ''} request ${at} and ${CUT_MS} ms after it are lost`
}
