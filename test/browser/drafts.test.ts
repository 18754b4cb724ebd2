/** People who share a PC, a line that is cut, a login that ends, a page that a browser translates: what stays, and what must not. */
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { readCase } from '../../packages/cli/rehearsal/stage.ts'
import { saved } from './acts-on-screen.ts'
import { type CountyInBrowser, chooseAccount, countyInBrowser, shoot } from './county-in-browser.ts'

let county: CountyInBrowser
beforeAll(async () => {
  county = await countyInBrowser()
})
afterAll(() => county?.close())
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await county.shootAll(`drafts-${task.name.slice(0, 20)}`)
  for (const context of county.browser.contexts()) await context.close()
})

const NOTICE = '/console/batches/2018-2/notices/1'
const FORM = '/console/cases/2018-2/dunji'
const SUMMARY = '来电反映该单位去年有两件行政处罚未按规定听证。'
const inForm = () => readCase(county.stage, 'clerk-dunji', 'dunji')
/** All that the browser keeps for every window, as text. */
const written = (page: Page) => page.evaluate(() => JSON.stringify(Object.entries(localStorage)))
const drafts = async (page: Page) => (await written(page)).match(/shifan:(?!phrases|active)[^"]*/g) ?? []

async function enterObjection(page: Page) {
  await page.getByRole('button', { name: /录入来电/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('异议内容摘要').waitFor()
  return dialog
}
async function logOut(page: Page) {
  await page.getByRole('button', { name: '退出', exact: true }).click()
  const asked = page.getByRole('dialog').getByRole('button', { name: '仍要退出' })
  await Promise.race([asked.click().catch(() => {}), page.locator('button[value="officer-1"]').waitFor()])
  await page.locator('button[value="officer-1"]').waitFor()
}
/** The access token is about to end, so that the next request renews it. */
const tokenEnds = (page: Page) =>
  page.evaluate(() => {
    for (const [key, value] of Object.entries(sessionStorage))
      if (key.startsWith('oidc.user'))
        sessionStorage.setItem(key, JSON.stringify({ ...JSON.parse(value), expires_at: 1 }))
  })

describe('on a PC that several people use', () => {
  test('the next person sees nothing of what one has typed, and what is personal is never written down', async () => {
    const page = await county.logIn('officer-1', NOTICE)
    const dialog = await enterObjection(page)
    await dialog.getByLabel('异议内容摘要').fill(SUMMARY)
    await dialog.getByLabel('异议人姓名').fill('戚佩兰')
    await dialog.getByLabel('联系方式').fill('13955550000')
    expect(await written(page)).toContain(SUMMARY)
    expect(await written(page)).not.toMatch(/戚佩兰|13955550000/)
    await page.reload()
    const again = await enterObjection(page)
    expect(await again.getByLabel('异议内容摘要').inputValue()).toBe(SUMMARY)
    expect(await again.getByLabel('异议人姓名').inputValue()).toBe('')
    await again.getByRole('button', { name: 'Close' }).or(again.locator('.ant-modal-close')).first().click()
    await page.getByRole('button', { name: '退出', exact: true }).click()
    await page.getByText('有1处填写的内容还没有提交，退出后从本机清除。').last().waitFor()
    await shoot(page, 'drafts-1-leaving', { whole: false })
    await page.getByRole('dialog').getByRole('button', { name: '仍要退出' }).click()
    await page.locator('button[value="officer-2"]').waitFor()
    expect(await drafts(page)).toEqual([])
    await chooseAccount(page, 'officer-2')
    await page.goto(county.origin + NOTICE)
    expect(await (await enterObjection(page)).getByLabel('异议内容摘要').inputValue()).toBe('')
  })

  test('a draft of a judgement is gone when somebody else logs in where the login had ended', async () => {
    const page = await county.logIn('officer-1', '/console/batches/2018-2/steps/review/judge/changgou')
    await page.getByLabel('意见和理由').fill('拟不予通过，待核实。')
    expect(await written(page)).toContain('待核实')
    // The window is closed without logging out, and the browser with it.
    await page.context().clearCookies()
    const next = await page.context().newPage()
    await page.close()
    await next.goto(`${county.origin}/console/`)
    await chooseAccount(next, 'officer-2')
    expect(await drafts(next)).toEqual([])
    await next.goto(`${county.origin}/console/batches/2018-2/steps/review/judge/changgou`)
    await next.getByLabel('意见和理由').waitFor()
    expect(await next.getByLabel('意见和理由').inputValue()).toBe('')
  })

  test('who logs out in one window is logged out in the others, and the back button shows nothing', async () => {
    const page = await county.logIn('officer-1', NOTICE)
    const other = await page.context().newPage()
    await other.goto(`${county.origin}/console/batches`)
    await other.locator('#content').waitFor()
    await logOut(page)
    await other.getByText('您已经退出登录。').waitFor()
    expect(await other.locator('#content').count()).toBe(0)
    await shoot(other, 'drafts-7-left-elsewhere', { whole: false })
    expect(await drafts(page)).toEqual([])
    await page.goBack()
    await page.locator('button[value="officer-1"]').waitFor()
    expect(await page.locator('#content').count()).toBe(0)
    await other.getByRole('link', { name: '重新登录' }).click()
    // A page that comes back as it stood asks whose it is.
    await chooseAccount(other, 'officer-1')
    await other.evaluate(() => {
      for (const key of Object.keys(sessionStorage)) sessionStorage.removeItem(key)
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
    })
    await other.getByText('您已经退出登录。').waitFor()
  })

  test('whose login ended at the issuer sees their windows close when somebody else logs in, who keeps what they type', async () => {
    const page = await county.logIn('officer-1', NOTICE)
    const dialog = await enterObjection(page)
    await dialog.getByLabel('异议人姓名').fill('戚佩兰')
    await page.context().clearCookies()
    const next = await page.context().newPage()
    await next.goto(`${county.origin}/console/`)
    await chooseAccount(next, 'officer-2')
    await next.locator('#content').waitFor()
    await page.getByText('本机已有其他人登录，您的登录已经结束。').waitFor()
    expect(await page.locator('#content').count()).toBe(0)
    await shoot(page, 'drafts-a-taken', { whole: false })
    await next.goto(county.origin + NOTICE)
    await (await enterObjection(next)).getByLabel('异议内容摘要').fill(SUMMARY)
    await expect.poll(() => written(next)).toContain(SUMMARY)
    await page.reload()
    await page.locator('#content').waitFor()
    expect(await written(next)).toContain(SUMMARY)
  })

  test('without a network nobody is logged out by half', async () => {
    const page = await county.logIn('officer-1', NOTICE)
    await page.context().setOffline(true)
    await page.getByRole('button', { name: '退出', exact: true }).click()
    await page.getByText('网络不通，还没有退出').waitFor()
    expect(await page.locator('#content').isVisible()).toBe(true)
    await page.context().setOffline(false)
    await logOut(page)
  })
})

describe('a line that is cut', () => {
  const EXPIRED = '登录已过期'
  test('is not an expired login; what was typed is saved by itself when it is back', async () => {
    const page = await county.logIn('clerk-dunji', FORM)
    await page.getByLabel('申请理由').waitFor()
    await page.context().setOffline(true)
    await tokenEnds(page)
    await page.getByLabel('申请理由').fill('断网且登录将到期时填写的理由。')
    await page.getByText('没有网络，内容在本机').waitFor()
    await page.waitForTimeout(6000)
    expect(await page.getByText(EXPIRED).count()).toBe(0)
    await shoot(page, 'drafts-2-cut', { whole: false })
    await page.context().setOffline(false)
    await saved(page)
    expect((await inForm()).form?.values.reason).toBe('断网且登录将到期时填写的理由。')
    expect(await page.getByText(/没有网络|登录已过期/).count()).toBe(0)
  })

  test('nor is a county that does not answer; and the warning of an expired login goes when the login is back', async () => {
    const page = await county.logIn('clerk-dunji', FORM)
    await page.getByLabel('申请理由').waitFor()
    await page.route('**/forms/*/save', (route) => route.fulfill({ status: 503, body: 'Service Unavailable' }))
    await page.getByLabel('申请理由').fill('系统没有回应时填写的理由。')
    await page.getByText('系统暂时没有回应，内容在本机').waitFor()
    expect(await page.getByText(/没有网络|登录已过期/).count()).toBe(0)
    await page.unroute('**/forms/*/save')
    await saved(page)
    await page.route('**/oidc/token', (route) => route.fulfill({ status: 400, json: { error: 'invalid_grant' } }))
    await tokenEnds(page)
    await page.getByLabel('申请理由').fill('登录过期时填写的理由。')
    await page.getByText(`${EXPIRED}。您填写的内容还在本页`).waitFor()
    // The issuer is itself again: no click is needed.
    await page.unroute('**/oidc/token')
    await page.evaluate(() => dispatchEvent(new Event('online')))
    await saved(page)
    expect(await page.getByText(EXPIRED).count()).toBe(0)
    expect((await inForm()).form?.values.reason).toBe('登录过期时填写的理由。')
    county.complaints()
  })

  test('takes back by itself what a command said of it', async () => {
    const page = await county.logIn('officer-1', NOTICE)
    const dialog = await enterObjection(page)
    await dialog.getByLabel('县城市管理局', { exact: true }).check()
    await dialog.getByLabel('来电', { exact: true }).check()
    await dialog.getByLabel('收到日期').fill('2018-05-08')
    await dialog.getByLabel('收到日期').press('Enter')
    await dialog.getByLabel('异议内容摘要').fill(SUMMARY)
    await page.context().setOffline(true)
    await dialog.getByRole('button', { name: '录入异议' }).click()
    await page.getByRole('dialog', { name: '录入后不能修改或删除' }).getByRole('button', { name: '录入异议' }).click()
    await dialog.getByText('网络不通，内容还在本页').waitFor()
    await page.context().setOffline(false)
    await dialog.getByText('网络不通').waitFor({ state: 'detached' })
    expect(await dialog.getByLabel('异议内容摘要').inputValue()).toBe(SUMMARY)
  })
})

describe('a page that a browser changes under one’s hands', () => {
  /** As a translation in place does: every text that is shown, and every one that comes later, in an element of its own. */
  const translate = (page: Page, how: 'wrap' | 'replace') =>
    page.evaluate((kind) => {
      const font = (text: Text) => {
        if (!text.data.trim() || text.parentElement?.closest('font, textarea, script, style')) return
        const outer = document.createElement('font')
        const inner = document.createElement('font')
        outer.append(inner)
        text.replaceWith(outer)
        inner.append(kind === 'wrap' ? text : document.createTextNode(`‹${text.data}›`))
      }
      const all = () => {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
        const texts: Text[] = []
        for (let node = walker.nextNode(); node; node = walker.nextNode()) if (node instanceof Text) texts.push(node)
        for (const text of texts) font(text)
      }
      all()
      new MutationObserver(all).observe(document.body, { childList: true, subtree: true })
    }, how)

  test('says that it is not to be translated', async () => {
    const page = await county.logIn('clerk-dunji', FORM)
    expect(await page.locator('html').getAttribute('translate')).toBe('no')
    expect(await page.locator('meta[name="google"]').getAttribute('content')).toBe('notranslate')
  })

  test.each(['wrap', 'replace'] as const)('is filled in and saved all the same (%s)', async (how) => {
    const page = await county.logIn('clerk-dunji', FORM)
    await page.getByLabel('申请理由').waitFor()
    const field = page.locator('textarea').first()
    await translate(page, how)
    expect(await page.locator('font').count()).toBeGreaterThan(20)
    for (const text of ['翻译时填写。', '', `翻译后（${how}）又改写。`]) {
      await field.fill(text)
      await page.waitForTimeout(1800)
      expect(await page.locator('#content').textContent()).not.toBe('')
    }
    await saved(page)
    expect((await inForm()).form?.values.reason).toBe(`翻译后（${how}）又改写。`)
    await page.getByRole('link', { name: /待办/ }).click()
    await page.locator('#content').getByText('墩集镇人民政府').first().waitFor()
    expect(await page.getByText('页面显示出错').count()).toBe(0)
    expect(county.complaints()).toEqual([])
  })

  test('that cannot be drawn any more keeps what was typed, names and numbers too, and opens again', async () => {
    const page = await county.logIn('clerk-dunji', FORM)
    await page.getByLabel('联系人').waitFor()
    // No part of the page is still on its way: what fails is drawn for what is typed.
    await page.waitForLoadState('networkidle')
    await page.route('**/forms/*/save', (route) => route.abort())
    await page.evaluate(() => {
      const { insertBefore, appendChild } = Node.prototype
      /** The first time that something is put into the page itself. */
      const fail = function <T extends Node>(this: Node, added: T, before?: Node | null): T {
        if (!(this instanceof Element && this.closest('#content')))
          return before === undefined
            ? (appendChild.call(this, added) as T)
            : (insertBefore.call(this, added, before) as T)
        Object.assign(Node.prototype, { insertBefore, appendChild })
        throw new DOMException('The node before which the new node is to be inserted is not a child', 'NotFoundError')
      }
      Object.assign(Node.prototype, { insertBefore: fail, appendChild: fail })
    })
    await page.getByLabel('联系人').fill('鲁秀珍')
    await page.getByText('页面显示出错。').waitFor()
    await page.getByText('您填写的内容没有丢失').waitFor()
    await shoot(page, 'drafts-3-cannot-be-drawn', { whole: false })
    expect(await written(page)).not.toContain('鲁秀珍')
    await page.unroute('**/forms/*/save')
    await page.getByRole('button', { name: '重新打开' }).click()
    expect(await page.getByLabel('联系人').inputValue()).toBe('鲁秀珍')
    await saved(page)
    await expect.poll(async () => (await inForm()).form?.values.contact, { timeout: 10_000 }).toBe('鲁秀珍')
    county.complaints()
  })

  test('says so when a part of it does not arrive', async () => {
    const page = await county.logIn('officer-1')
    await page.getByText('我的待办').first().waitFor()
    await page.route('**/console/assets/*', (route) => route.abort())
    await page.getByRole('link', { name: '名录' }).click()
    await page.getByText('页面没有读全').waitFor()
    await shoot(page, 'drafts-4-part-missing', { whole: false })
    await page.unroute('**/console/assets/*')
    await page.getByRole('button', { name: '重新打开' }).click()
    await page.getByText('还没有命名的单位').waitFor()
    county.complaints()
  })
})

describe('a list that cannot be read', () => {
  const LIST = '**/api/worklist'
  test('is not said to be empty, and is read again', async () => {
    const page = await county.logIn('officer-1', '/console/callback-of-nothing')
    await page.route(LIST, (route) => route.fulfill({ status: 500, body: 'Internal Server Error' }))
    await page.goto(`${county.origin}/console/batches/2018-2/steps/review/judge/changgou`)
    await page.getByText('待办未能读取，不知道另有几件等待办理').waitFor()
    expect(await page.getByText(/另有0件/).count()).toBe(0)
    await shoot(page, 'drafts-7-list-unread', { whole: false })
    await page.goto(`${county.origin}/console/batches/2018-2`)
    await page.getByRole('button', { name: '重试' }).waitFor()
    expect(await page.getByText('没有待办和临近的期限').count()).toBe(0)
    await shoot(page, 'drafts-8-board-unread', { whole: false })
    await page.goBack()
    await page.getByRole('button', { name: '重新读取' }).waitFor()
    await page.unroute(LIST)
    await page.getByRole('button', { name: '重新读取' }).click()
    await page.getByText(/另有\d+件等待办理/).waitFor()
    county.complaints()
  })
})

describe('a form that was returned', () => {
  const AT = '/console/cases/2018-2/caogou'
  test('is handed in as it was only with why, and signed anew', async () => {
    const page = await county.logIn('clerk-caogou', AT)
    await page.getByText(/原有签署已失效，修改后重新签署再提交/).waitFor()
    await shoot(page, 'drafts-5-returned')
    await page.getByRole('button', { name: '核对全表' }).click()
    await page.getByText(/退回后没有修改：请返回修改，或者填写“不作修改的理由”/).waitFor()
    await page.getByText(/尚缺“单位主要负责人意见”/).waitFor()
    expect(await page.getByRole('button', { name: '提交创建申请表' }).isDisabled()).toBe(true)
    await page.getByLabel('不作修改的理由').fill('与法制办核对，退回的是另一单位的材料。')
    await page.getByText(/退回后没有修改：请返回修改/).waitFor({ state: 'detached' })
    await shoot(page, 'drafts-6-unchanged')
    await page.goBack()
    await page.getByLabel('创建示范项目名称').fill('行政执法案卷评查')
    await saved(page)
    await page.getByRole('button', { name: '核对全表' }).click()
    await page.getByText('核对：草沟镇人民政府创建申请表').waitFor()
    expect(await page.getByLabel('不作修改的理由').count()).toBe(0)
    expect(county.complaints()).toEqual([])
  })
})
