/** Every page of the console that each role can reach by links: readable by machines, no wider than an office PC, and fit to be printed. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findings, sideways } from './axe.ts'
import { conditions } from './conditions.ts'
import { type CountyInBrowser, countyInBrowser } from './county-in-browser.ts'
import { englishOn } from './english-on.ts'
import { strayOnPaper } from './on-paper.ts'
import { go, kindOf, linksOf, MOST_OF_A_KIND, ROLES, stretchedTags } from './pages-of-a-role.ts'

/** What stays, and why: a page's kind, the beginning of the finding, the reason. */
const EXPLAINED: readonly { readonly page: RegExp; readonly finding: string; readonly why: string }[] = []

let county: CountyInBrowser
beforeAll(async () => {
  county = await countyInBrowser()
})
afterAll(() => county?.close())

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
    wrong.push(...(await englishOn(page)).map((words) => `${path} is not Chinese: ${words}`))
    wrong.push(...(await stretchedTags(page)).map((tag) => `${path} stretches the tag ${tag}`))
    const over = await sideways(page)
    if (over > 0) wrong.push(`${path} is ${over} px wider than ${conditions.window.width}`)
    wrong.push(...(await strayOnPaper(page)).map((stray) => `${path} on paper: ${stray}`))
    for (const link of await linksOf(page)) if (!waiting.includes(link)) waiting.push(link)
  }
  console.log(`${login}: ${[...looked].map(([kind, times]) => `${kind}×${times}`).join(' ')}`)
  expect(looked.size).toBeGreaterThan(0)
  expect(wrong).toEqual([])
  expect(county.complaints()).toEqual([])
  await page.context().close()
})
