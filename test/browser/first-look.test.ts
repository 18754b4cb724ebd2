import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CountyInBrowser, countyInBrowser, shoot } from './county-in-browser.ts'

let county: CountyInBrowser
beforeAll(async () => {
  county = await countyInBrowser()
})
afterAll(() => county?.close())

test('everybody logs in and sees what waits for them', async () => {
  for (const login of ['clerk-dunji', 'legal-pingshan', 'officer-1', 'secretary', 'admin']) {
    const page = await county.logIn(login)
    await page.getByText('我的待办').first().waitFor()
    await page.waitForTimeout(500)
    await shoot(page, `look-${login}`)
    await page.context().close()
  }
  expect(county.complaints()).toEqual([])
})
