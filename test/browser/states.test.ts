/** What a page shows before there is anything, while it is asked for, when it does not come, and when a later look fails. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type CountyInBrowser, countyInBrowser, shoot } from './county-in-browser.ts'

let county: CountyInBrowser
afterEach(({ task }) => (task.result?.state === 'fail' ? county.shootAll('states') : undefined))

describe('a county on its first day', () => {
  beforeAll(async () => {
    county = await countyInBrowser({ steady: true, acts: [], today: '2018-04-10T10:00:00+08:00' })
  })
  afterAll(() => county.close())

  const NOTHING = '现在没有等您办理的事项'
  test.each([
    ['clerk-dunji', '/console/', NOTHING],
    ['head-pingshan', '/console/', NOTHING],
    ['officer-1', '/console/', NOTHING],
    ['secretary', '/console/', NOTHING],
    ['admin', '/console/', NOTHING],
    ['office-head', '/console/batches', '还没有批次'],
    ['officer-1', '/console/register', '还没有命名的单位'],
    ['clerk-dunji', '/console/catalogues', '还没有发布标准或方案'],
    ['office-head', '/console/catalogues', '由法制办负责人在命令行发布'],
    ['officer-1', '/console/batches/2018-2', '没有编号为“2018-2”的批次'],
    ['clerk-dunji', '/console/cases/2018-2/dunji', '没有批次“2018-2”的创建通知'],
  ])('tells %s at %s that there is nothing yet', async (login, path, sentence) => {
    const page = await county.logIn(login, path)
    await page.getByText(sentence).first().waitFor()
    await shoot(page, `states-empty-${login}${path.replaceAll('/', '-')}`, { whole: false })
    await page.context().close()
  })

  test('tells citizens the same', async () => {
    const page = await county.visit('/public/index.html')
    await page.getByText('现在没有尚未公布结果的公示').waitFor()
    await shoot(page, 'states-empty-public', { whole: false })
    expect(county.complaints()).toEqual([])
  })
})

describe('a county at work', () => {
  beforeAll(async () => {
    county = await countyInBrowser({ steady: true })
  })
  afterAll(() => county.close())

  test.each([
    ['clerk-dunji', '我的待办（1）', ['“创建申请”的表格还有2项未填', '墩集镇人民政府 · 创建申请']],
    ['legal-pingshan', '我的待办（0）', ['现在没有等您办理的事项', '屏山镇人民政府']],
    ['officer-1', '我的待办（3）', ['1个单位等待“公示”，请拟制', '长沟镇人民政府', '屏山镇人民政府']],
    ['secretary', '我的待办（0）', ['现在没有等您办理的事项']],
    ['admin', '我的待办（0）', ['现在没有等您办理的事项']],
  ])('shows %s what waits for them: %s', async (login, heading, said) => {
    const page = await county.logIn(login)
    await page.getByText(heading).first().waitFor()
    for (const sentence of said) await page.locator('#content').getByText(sentence).first().waitFor()
    await shoot(page, `states-home-${login}`)
    await page.context().close()
  })

  test.each([
    ['officer-1', '/console/', '**/api/worklist'],
    ['officer-1', '/console/batches/2018-2/steps/review/judge/changgou', '**/api/cases/**'],
    ['officer-1', '/console/batches/2018-2', '**/api/batches/2018-2'],
    ['officer-1', '/console/batches', '**/api/batches'],
    ['officer-1', '/console/batches/2018-2/steps/notice/notices/new', '**/api/batches/2018-2/steps/notice/notices'],
    ['officer-1', '/console/batches/2018-2/notices/1', '**/api/notices/2018-2/1'],
    ['officer-1', '/console/register', '**/api/register'],
    ['officer-1', '/console/calls/new', '**/api/catalogues'],
    ['officer-1', '/console/calls/new', '**/api/procedures'],
    ['secretary', '/console/batches/2018-2/steps/executiveMeeting/resolutions', '**/api/batches/2018-2/steps/**'],
    ['clerk-dunji', '/console/', '**/api/worklist'],
    ['clerk-dunji', '/console/cases/2018-2/dunji', '**/api/cases/**'],
    ['clerk-dunji', '/console/catalogues', '**/api/catalogues'],
    ['clerk-dunji', '/console/catalogues/sixian', '**/api/catalogues/sixian'],
  ])('tells %s at %s that it is reading, then why it cannot, and tries again', async (login, path, api) => {
    const page = await county.logIn(login)
    const answered = Promise.withResolvers<void>()
    await page.route(api, async (route) => {
      await answered.promise
      await route.abort()
    })
    await page.goto(county.origin + path)
    await page.getByText('正在读取').waitFor()
    answered.resolve()
    const refusal = page.getByRole('alert').getByText('网络不通')
    await refusal.first().waitFor()
    await shoot(page, `states-error-${login}${path.replaceAll('/', '-')}`, { whole: false })
    await page.unroute(api)
    await page.getByRole('button', { name: '重试' }).click()
    await page.getByText('正在读取').first().waitFor({ state: 'detached' })
    await refusal.first().waitFor({ state: 'detached' })
    await page.context().close()
  })

  test('takes nothing off the screen when a later look fails', async () => {
    const page = await county.logIn('officer-1', '/console/batches/2018-2/steps/review/judge/changgou')
    const heading = page.getByRole('heading', { name: '长沟镇人民政府', exact: true })
    await heading.waitFor()
    await page.route('**/api/**', (route) => route.abort())
    const asked = page.waitForRequest('**/api/cases/**')
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })))
    await asked
    await page.waitForTimeout(300)
    await heading.waitFor()
    await page.context().close()
    expect(county.complaints()).toEqual([])
  })
})
