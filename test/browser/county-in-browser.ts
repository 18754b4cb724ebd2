/** A county on this machine and people who look at it in a real browser. Every test file has a county of its own. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { County } from '#county/county.ts'
import type { LocalCloud } from '#local-cloud/local-cloud.ts'
import type { Account } from '#local-cloud/oidc/account.ts'
import { decodeText } from '#roster-file/decode-text.ts'
import { readRoster } from '#roster-file/read-roster.ts'
import { ACTORS } from '#typed/reserved-ids.ts'
import type { OwnPapers } from '../../infra/read-papers.ts'
import { accountsOf, importDemonstrationRoster } from '../../packages/cli/laptop/accounts.ts'
import { bootLaptop, every, readCounty, root } from '../../packages/cli/laptop/laptop.ts'
import { peopleOf } from '../../packages/cli/laptop/people.ts'
import { prepare } from '../../packages/cli/laptop/prepare.ts'
import { play } from '../../packages/cli/rehearsal/play-year.ts'
import { BATCH } from '../../packages/cli/rehearsal/second-batch.ts'
import type { Stage } from '../../packages/cli/rehearsal/stage.ts'
import type { Act } from '../../packages/cli/rehearsal/year.ts'
import { demonstration } from '../../packages/cli/start/demonstration.ts'
import { BEGINNING, TODAY } from '../../packages/cli/start/today.ts'
import { openChromium } from './chromium.ts'
import { conditions, cutOnce, pcOf } from './conditions.ts'
import { englishOn } from './english-on.ts'
import { onePort, playedOnce } from './shared-demonstration.ts'

export type CountyInBrowser = {
  readonly origin: string
  readonly cloud: LocalCloud
  readonly browser: Browser
  /** The same county over its API, for what a test does not look at. */
  readonly stage: Stage
  readonly advanceTo: (instant: string) => Promise<void>
  /** A person's own window, logged in on the login page, at a path of the console. */
  readonly logIn: (login: string, path?: string, options?: BrowserContextOptions) => Promise<Page>
  /** A window of somebody without a login. */
  readonly visit: (path: string, options?: BrowserContextOptions) => Promise<Page>
  /** What pages complained about (script errors, refused by the content policy, failed by the server), since it was last asked. */
  readonly complaints: () => string[]
  /** Keeps what every open page looks like now: for a test that failed. */
  readonly shootAll: (name: string) => Promise<void>
  readonly close: () => Promise<void>
}

type Options = {
  /** What happened before somebody looks; the demonstration when left out. */
  readonly acts?: readonly Act[]
  readonly beginning?: string
  readonly today?: string
  /** A fixed port and folder, for somebody who wants to look in by hand. */
  readonly port?: number
  readonly data?: string
  /** For who counts requests, or cuts the network itself: nothing else cuts it. */
  readonly steady?: boolean
  /** What the county's file says beside what it does, and who can log in besides. */
  readonly asks?: Pick<County, 'malwareScan'>
  readonly more?: readonly Account[]
  /** Whether people log in for the first time, and are told of their data; else they have read that. */
  readonly firstLogins?: boolean
  /** The county's own forms for papers. */
  readonly papers?: OwnPapers
}

/** Runs in the page, before anything of its own. */
function haveRead(people: readonly string[]): void {
  // An empty window, a viewer of files and a preview within the page have no place of their own to keep anything.
  if (!location.protocol.startsWith('http') || window.self !== window.top) return
  const key = 'shifan:phrases:privacy'
  localStorage.setItem(key, localStorage.getItem(key) ?? JSON.stringify(people))
}

export async function countyInBrowser({
  acts = demonstration,
  beginning = BEGINNING,
  today = TODAY,
  port = onePort(),
  data = mkdtempSync(join(tmpdir(), 'shifan-browser-')),
  steady = false,
  asks = {},
  more = [],
  firstLogins = false,
  papers,
}: Options = {}): Promise<CountyInBrowser> {
  const browser = await openChromium()
  const county = { ...readCounty('sixian'), ...asks }
  const assembly = await prepare(county, () => {}, papers && { papers })
  const bootIn = async (folder: string) => {
    const cloud = await bootLaptop({
      county,
      assembly,
      data: folder,
      port,
      beginning: Date.parse(beginning),
      flowing: false,
      accounts: [...accountsOf(county), ...more],
      hooks: { skipSchedule: every(24) },
    })
    const { origin } = cloud.addresses
    const as = peopleOf(county, () => origin)
    const stage: Stage = { origin, batch: BATCH, as, settle: () => cloud.settle(), sent: new Map() }
    return { cloud, stage, advanceTo: (instant: string) => cloud.advanceTo(Date.parse(instant)) }
  }
  const playIn = async (folder: string) => {
    const { cloud, stage, advanceTo } = await bootIn(folder)
    await importDemonstrationRoster(county, stage.as)
    await play(acts, { stage, advanceTo })
    await advanceTo(today)
    await cloud.close()
  }
  if (acts === demonstration) await playedOnce('demonstration', data, playIn)
  else await playIn(data)
  const { cloud, stage, advanceTo } = await bootIn(data)
  const { origin } = stage

  const people = [...peopleOfDemonstration(), ACTORS.firstAdministrator]
  const heard: string[] = []
  let windows = 0
  const listen = (context: BrowserContext) => {
    context.on('weberror', (error) => heard.push(`script: ${error.error().message}`))
    context.on('console', (message) => {
      // What was refused has a sentence on the page; what was cut off is cut by the test.
      const isAnswer = /Failed to load resource: (the server responded with a status of 4|net::ERR_)/.test(
        message.text(),
      )
      if (['error', 'warning'].includes(message.type()) && !isAnswer) heard.push(`console: ${message.text()}`)
    })
    context.on('response', (response) => {
      if (response.status() >= 500) heard.push(`server: ${response.status()} ${response.url()}`)
    })
  }
  const open = async (options: BrowserContextOptions) => {
    const context = await browser.newContext({ ...pcOf(conditions), ...options })
    if (!firstLogins) await context.addInitScript(haveRead, people)
    listen(context)
    windows += 1
    if (conditions.cut && !steady) console.log(await cutOnce(context, conditions.cut, windows))
    return context.newPage()
  }
  return {
    origin,
    cloud,
    browser,
    stage,
    advanceTo,
    async logIn(login, path = '/console/', options = {}) {
      const page = await open(options)
      await page.goto(origin + path)
      await chooseAccount(page, login)
      return page
    },
    async visit(path, options = {}) {
      const page = await open(options)
      await page.goto(origin + path)
      return page
    },
    complaints: () => heard.splice(0),
    async shootAll(name) {
      const pages = browser.contexts().flatMap((context) => context.pages())
      for (const [index, page] of pages.entries()) await shoot(page, `failed-${name}-${index}`)
    },
    async close() {
      await browser.close()
      await cloud.close()
      if (data.startsWith(tmpdir())) rmSync(data, { recursive: true, force: true })
    },
  }
}

const peopleOfDemonstration = (): string[] =>
  readRoster(decodeText(readFileSync(`${root}counties/sixian.roster.csv`))).roster.people.map(({ body }) => body.person)

/** On the login page: one click, then the console's frame is there. */
export async function chooseAccount(page: Page, login: string): Promise<void> {
  await page.locator(`button[value="${login}"]`).click()
  await page.locator('#content').waitFor()
}

/** Keeps what the page looks like in `screenshots/`, for people to look at; what stands there is Chinese. */
export async function shoot(page: Page, name: string, { whole = true }: { whole?: boolean } = {}): Promise<void> {
  mkdirSync(`${root}screenshots`, { recursive: true })
  await page.screenshot({ path: `${root}screenshots/${name}.png`, fullPage: whole })
  // What goes on on the page is tried all the same.
  if (!name.startsWith('failed-')) expect.soft(await englishOn(page), `English on ${name}`).toEqual([])
}
