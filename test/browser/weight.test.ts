/** What each page of the console costs whoever opens it: printed without a verdict, but for two promises that are held. */
import { readdirSync, readFileSync } from 'node:fs'
import { transform } from 'esbuild'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { root } from '../../packages/cli/laptop/laptop.ts'
import { type CountyInBrowser, countyInBrowser } from './county-in-browser.ts'

/** Of everything that the first page needs before it can be used. */
const MOST_FIRST_LOAD = 400 * 1024
const CASE = '/console/cases/2018-2/pingshan'
const PAGES = {
  'clerk-dunji': ['/console/', '/console/cases/2018-2/dunji'],
  'legal-pingshan': ['/console/', CASE],
  'officer-1': [
    '/console/',
    '/console/batches',
    '/console/batches/2018-2',
    '/console/batches/2018-2/steps/review/judge/pingshan',
    '/console/batches/2018-2/steps/notice/notices/new',
    '/console/batches/2018-2/notices/1',
    '/console/register',
    CASE,
  ],
  'office-head': ['/console/', '/console/calls/new'],
  secretary: ['/console/', '/console/batches/2018-2/steps/executiveMeeting/resolutions'],
  admin: ['/console/'],
} as const
/** Parts of pages that only the office, the meeting secretary or the head opens. */
const OFFICE_ONLY = /^(office-|judgement|board|prepare-notice|notice-page|new-call|resolution|announcement|catalogue)/

type Weighed = {
  readonly who: string
  readonly path: string
  readonly files: readonly string[]
  readonly requests: number
  readonly bytes: number
  readonly scripts: number
}
const weighed: Weighed[] = []
let county: CountyInBrowser
beforeAll(async () => {
  county = await countyInBrowser()
  for (const [who, paths] of Object.entries(PAGES)) for (const path of paths) weighed.push(await weigh(who, path))
})
afterAll(() => county?.close())

/** Opened in a fresh browser by somebody who has just logged in; counted until nothing is asked for any more. */
async function weigh(who: string, path: string): Promise<Weighed> {
  const page = await county.logIn(who, '/console/callback-of-nothing')
  const network = await page.context().newCDPSession(page)
  await network.send('Network.enable')
  await network.send('Network.setCacheDisabled', { cacheDisabled: true })
  const urls = new Map<string, string>()
  let bytes = 0
  network.on('Network.requestWillBeSent', ({ requestId, request }) => urls.set(requestId, request.url))
  network.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
  })
  await page.goto(county.origin + path)
  await settled(page)
  const files = [...urls.values()].flatMap((url) => /\/console\/(assets\/[^?]+)/.exec(url)?.[1] ?? [])
  await page.context().close()
  return { who, path, files, requests: urls.size, bytes, scripts: sizeOf(files) }
}

async function settled(page: Page) {
  await page.locator('#content').waitFor()
  await page.waitForLoadState('networkidle')
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
      `${who.padEnd(15)} ${path.padEnd(58)} ${String(requests).padStart(3)} requests ${kilo(bytes)} sent, console ${kilo(scripts)} gzipped`,
  )
  console.log(`First load of each page, nothing cached:\n${lines.join('\n')}`)
  expect(weighed.every(({ files }) => files.length > 0)).toBe(true)
})

it('needs at most 400 KB gzipped for any first page', () => {
  const first = weighed.filter(({ path }) => path === '/console/')
  expect(
    first.filter(({ scripts }) => scripts > MOST_FIRST_LOAD).map(({ who, scripts }) => `${who} ${scripts}`),
  ).toEqual([])
})

it('sends a unit nothing of the office’s pages', () => {
  const ofUnits = weighed.filter(({ who }) => /^(clerk|legal)-/.test(who)).flatMap(({ files }) => files)
  expect(ofUnits.filter((file) => OFFICE_ONLY.test(file.replace('assets/', '')))).toEqual([])
  const ofOffice = weighed.filter(({ who }) => who.startsWith('officer')).flatMap(({ files }) => files)
  expect(ofOffice.some((file) => OFFICE_ONLY.test(file.replace('assets/', '')))).toBe(true)
})

it('is sent packed', async () => {
  const { headers } = await fetch(`${county.origin}/console/${weighed[0]!.files[0]}`, {
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
