/** What the public is told of their data, where they give it and as a whole. */
import { beforeEach, expect, it } from 'vitest'
import { PRIVACY_PATH } from '#county/privacy-notice.ts'
import { countyAtNotice } from '../fixtures/county-at-notice.ts'

let county: Awaited<ReturnType<typeof countyAtNotice>>
beforeEach(async () => {
  county = await countyAtNotice()
  await county.list()
})
const TO_OBJECTORS = '异议答复、公示结束后保存5年，期满清除'

it('stands beside the name and the telephone on the form, with all of it one link away in another window', async () => {
  const { text } = await county.browse({ path: '/objections/2018-2/1' })
  const form = text.slice(text.indexOf('<form'), text.indexOf('</form>'))
  expect(form).toContain(TO_OBJECTORS)
  expect(form).toContain(`<a href="${PRIVACY_PATH}" target="_blank">全文</a>`)
})
it('is a page for everybody, whichever notices there are', async () => {
  const { status, text } = await county.browse({ path: PRIVACY_PATH })
  expect(status).toBe(200)
  for (const part of ['<h1>个人信息告知</h1>', TO_OBJECTORS, '您的权利', '使用本系统的工作人员'])
    expect(text).toContain(part)
})
it('is linked at the foot of every public page', async () => {
  await county.publishAll()
  expect(county.site.pages.size).toBeGreaterThan(1)
  for (const [key, page] of county.site.pages)
    if (key.endsWith('.html'))
      expect(page).toMatch(/<footer>.*<a href="\/objections\/privacy">个人信息告知<\/a><\/footer>/)
})
