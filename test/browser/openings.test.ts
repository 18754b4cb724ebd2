/** Who opened which file: the office's head looks it up, nobody else is shown the way. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { evidenceEndpoints } from '#contracts/evidence.ts'
import { type CountyInBrowser, countyInBrowser, shoot } from './county-in-browser.ts'

let county: CountyInBrowser
afterEach(({ task }) => (task.result?.state === 'fail' ? county.shootAll('openings') : undefined))
beforeAll(async () => {
  county = await countyInBrowser({ steady: true })
})
afterAll(() => county?.close())

test('the head sees person, unit and file, finds them by words, and another day that is empty', async () => {
  const officer = county.stage.as('officer-1')
  const params = { owner: 'pingshan' }
  const { items } = await officer(evidenceEndpoints.listEvidence, { params })
  const [one, other] = items
  for (const { sha256 } of [one, other].flatMap((item) => item ?? []))
    await officer(evidenceEndpoints.linkEvidence, { params: { ...params, sha256 } })
  await county.stage.settle()
  const head = await county.logIn('office-head')
  await head.getByRole('link', { name: '查阅记录' }).click()
  await head.getByText(/材料查阅记录（2018年.*2次）/).waitFor()
  const row = head.getByRole('row').filter({ hasText: one?.name ?? '' })
  await row.getByText('昌建平').waitFor()
  await row.getByText('屏山镇人民政府的案卷材料').waitFor()
  await shoot(head, 'openings-today')
  await head.getByLabel('按人员、单位或文件查找').fill('没有这个人')
  await head.getByText('没有符合的记录').waitFor()
  await head.getByLabel('按人员、单位或文件查找').fill('')
  await head.getByLabel('日期', { exact: true }).fill('2018-4-20')
  await head.getByText('这一天没有人查阅材料').waitFor()
  await shoot(head, 'openings-empty')
  const clerk = await county.logIn('officer-1')
  await clerk
    .getByText(/我的待办/)
    .first()
    .waitFor()
  expect(await clerk.getByRole('link', { name: '查阅记录' }).count()).toBe(0)
  expect(county.complaints()).toEqual([])
})
