/** What each page of the console costs whoever opens it: printed, with promises held for the first page of each. */
import { readdirSync, readFileSync } from 'node:fs'
import { transform } from 'esbuild'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { root } from '../../packages/cli/laptop/laptop.ts'
import { type CountyInBrowser, countyInBrowser } from './county-in-browser.ts'

/** Until the first page can be used: each request is a call of a function. */
const MOST_REQUESTS = 15
/** Of the console's files that the first page needs, gzipped. */
const MOST_BYTES = { ofUnit: 260 * 1024, ofOffice: 350 * 1024 }
const isOfUnit = (who: string): boolean => /^(clerk|legal)-/.test(who)
const CASE = '/console/cases/2018-2/pingshan'
const PAGES = {
  'clerk-dunji': ['/console/', '/console/cases/2018-2/dunji'],
  'legal-pingshan': ['/console/', CASE],
  'officer-1': [
    '/console/',
    '/console/batches',
    '/console/batches/2018-2',
    '/console/batches/2018-2/call',
    '/console/calls/new',
    '/console/batches/2018-2/steps/review/judge/pingshan',
    '/console/batches/2018-2/steps/notice/notices/new',
    '/console/batches/2018-2/notices/1',
    '/console/register',
    CASE,
  ],
  'office-head': ['/console/', '/console/batches/2018-2/call'],
  secretary: ['/console/', '/console/batches/2018-2/steps/executiveMeeting/resolutions'],
  admin: ['/console/', '/console/roster', '/console/roster/import'],
  security: ['/console/roster/changes'],
} as const
/** Parts of pages that only the office, the meeting secretary or the head opens. */
const OFFICE_ONLY =
  /^(office-|judgement|board|prepare-notice|notice-page|assessment|new-call|call-form|resolution|announcement|catalogue|roster-|import-roster|enter-lines)/

type Weighed = {
  readonly who: string
  readonly path: string
  readonly files: readonly string[]
  readonly requests: readonly string[]
  readonly bytes: number
  readonly scripts: number
}
const weighed: Weighed[] = []
let county: CountyInBrowser
beforeAll(async () => {
  county = await countyInBrowser({ steady: true })
  for (const [who, paths] of Object.entries(PAGES)) for (const path of paths) weighed.push(await weigh(who, path))
})
afterAll(() => county?.close())

/** Opened in a fresh browser by somebody who has just logged in; counted until all is shown and nothing more is asked for. */
async function weigh(who: string, path: string): Promise<Weighed> {
  const page = await county.logIn(who, '/console/callback-of-nothing')
  const network = await page.context().newCDPSession(page)
  await network.send('Network.enable')
  await network.send('Network.setCacheDisabled', { cacheDisabled: true })
  // What the page before had asked for does not count, nor how it ended.
  await page.goto('about:blank')
  const urls = new Map<string, string>()
  const open = new Map<string, string>()
  let bytes = 0
  network.on('Network.requestWillBeSent', ({ requestId, request }) => {
    // A file's preview opens the browser's own reader.
    if (!request.url.startsWith('http')) return
    urls.set(requestId, request.url)
    open.set(requestId, request.url)
  })
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    bytes += encodedDataLength
    open.delete(requestId)
  })
  network.on('Network.loadingFailed', ({ requestId }) => open.delete(requestId))
  await page.goto(county.origin + path)
  await settled(page, open)
  // Only a laptop is asked for its clock, again and again.
  const requests = [...urls.values()]
    .map((url) => url.replace(county.origin, ''))
    .filter((url) => !url.startsWith('/_local/'))
  const files = requests.flatMap((url) => /\/console\/(assets\/[^?]+)/.exec(url)?.[1] ?? [])
  await page.context().close()
  return { who, path, files, requests, bytes, scripts: sizeOf(files) }
}

/** The page is there, no part of it is still on its way, and half a second later nothing else was asked for. */
async function settled(page: Page, open: ReadonlyMap<string, string>) {
  await page.locator('#content').waitFor()
  for (let round = 0, quiet = 0; quiet < 5; round++) {
    if (round > 300) throw new Error(`${page.url()} is never ready: ${[...open.values()].join(' ')}`)
    await page.waitForTimeout(100)
    const isBusy = open.size > 0 || (await page.locator('#content .ant-spin-spinning').count()) > 0
    quiet = isBusy ? 0 : quiet + 1
  }
}

/** As packed by gzip when the console was built. */
function sizeOf(files: readonly string[]): number {
  const all = new Set([...files, 'index.html'])
  const packed = (name: string) => {
    try {
      return readFileSync(`${root}build/console/${name}.gz`).length
    } catch {
      return readFileSync(`${root}build/console/${name}`).length
    }
  }
  return [...all].reduce((sum, name) => sum + packed(name), 0)
}

const kilo = (bytes: number): string => `${(bytes / 1024).toFixed(0)} KB`.padStart(8)

it('prints what each page costs', () => {
  const lines = weighed.map(
    ({ who, path, requests, bytes, scripts }) =>
      `${who.padEnd(15)} ${path.padEnd(58)} ${String(requests.length).padStart(3)} requests ${kilo(bytes)} sent, console ${kilo(scripts)} gzipped`,
  )
  console.log(`First load of each page, nothing cached:\n${lines.join('\n')}`)
  expect(weighed.every(({ files }) => files.length > 0)).toBe(true)
})

const first = (): Weighed[] => weighed.filter(({ path }) => path === '/console/')

it('needs at most 15 requests for any first page', () => {
  expect(
    first()
      .filter(({ requests }) => requests.length > MOST_REQUESTS)
      .map(({ who, requests }) => `${who} ${requests.length}`),
  ).toEqual([])
})

it('asks for nothing twice on a first page', () => {
  expect(
    first().flatMap(({ who, requests }) =>
      requests.filter((url, index) => requests.indexOf(url) < index).map((url) => `${who} ${url}`),
    ),
  ).toEqual([])
})

it('needs at most 260 KB gzipped for a unit’s first page, and 350 KB for any other', () => {
  expect(
    first()
      .filter(({ who, scripts }) => scripts > (isOfUnit(who) ? MOST_BYTES.ofUnit : MOST_BYTES.ofOffice))
      .map(({ who, scripts }) => `${who} ${kilo(scripts)}`),
  ).toEqual([])
})

it('sends a unit nothing of the office’s pages', () => {
  const ofUnits = weighed.filter(({ who }) => isOfUnit(who)).flatMap(({ files }) => files)
  expect(ofUnits.filter((file) => OFFICE_ONLY.test(file.replace('assets/', '')))).toEqual([])
  const ofOffice = weighed.filter(({ who }) => who.startsWith('officer')).flatMap(({ files }) => files)
  expect(ofOffice.some((file) => OFFICE_ONLY.test(file.replace('assets/', '')))).toBe(true)
})

it('is sent packed', async () => {
  const bySize = (one: string, other: string) => sizeOf([other]) - sizeOf([one])
  const { headers } = await fetch(`${county.origin}/console/${weighed[0]!.files.toSorted(bySize)[0]}`, {
    headers: { 'accept-encoding': 'br' },
  })
  expect(headers.get('content-encoding')).toBe('br')
})

it('is written in a language that Chromium 109 reads', async () => {
  const assets = readdirSync(`${root}build/console/assets`).filter((name) => /\.(js|css)$/.test(name))
  expect(assets.length).toBeGreaterThan(5)
  for (const name of assets) {
    const loader = name.endsWith('.css') ? 'css' : 'js'
    const text = readFileSync(`${root}build/console/assets/${name}`, 'utf8')
    // Whatever would have to be rewritten for it comes out otherwise than for a browser of today.
    const [old, today] = await Promise.all(
      ['chrome109', 'esnext'].map((target) =>
        transform(text, { loader, target, format: 'esm', legalComments: 'none' }),
      ),
    )
    expect([name, old!.code === today!.code]).toEqual([name, true])
  }
})
