/** The unit clerk at work: thirty files, no mouse, no network, no session, an input method, a colleague on the same form. */
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { intakeEndpoints } from '#contracts/intake.ts'
import { fillIn } from '../../packages/cli/rehearsal/form-acts.ts'
import { readCase } from '../../packages/cli/rehearsal/stage.ts'
import { attach, enterPaperSignature, paper, saved, signOnline } from './acts-on-screen.ts'
import { type CountyInBrowser, countyInBrowser, shoot } from './county-in-browser.ts'

let county: CountyInBrowser
beforeAll(async () => {
  county = await countyInBrowser({ steady: true })
  await begin('wafang')
})
afterAll(() => county?.close())
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await county.shootAll(`clerk-${task.name.slice(0, 20)}`)
  for (const context of county.browser.contexts()) await context.close()
})

const at = (unit: string) => `/console/cases/2018-2/${unit}`
const inForm = (unit: string) => readCase(county.stage, `clerk-${unit}`, unit)
const begin = (unit: string) =>
  county.stage.as(`clerk-${unit}`)(intakeEndpoints.openCase, { params: { batch: '2018-2', unit }, body: {} })
/** How often the form was sent to the server. */
function countSaves(page: Page): () => number {
  let count = 0
  page.on('request', (request) => {
    if (request.method() === 'POST' && /\/forms\/[^/]+\/save$/.test(request.url())) count++
  })
  return () => count
}

test('thirty files of one megabyte dropped at once are all kept', async () => {
  const page = await county.logIn('clerk-dunji', at('dunji'))
  const zone = page.locator('[data-drop="answer-creationReport"]')
  await zone.waitFor()
  const dropped = await page.evaluateHandle(() => {
    const transfer = new DataTransfer()
    for (let n = 1; n <= 30; n++) {
      const bytes = new Uint8Array(1024 * 1024).fill(n)
      bytes.set(new TextEncoder().encode(`%PDF-1.4\n% ${n}\n`))
      transfer.items.add(new File([bytes], `佐证材料${n}.pdf`, { type: 'application/pdf' }))
    }
    return transfer
  })
  await zone.dispatchEvent('drop', { dataTransfer: dropped })
  await page.waitForTimeout(700)
  await shoot(page, 'clerk-1-thirty-on-their-way')
  await page.getByText('共30个文件').waitFor({ timeout: 120_000 })
  await page.waitForTimeout(1700)
  await saved(page)
  await shoot(page, 'clerk-2-thirty-kept')
  const { form } = await inForm('dunji')
  expect(form?.values.creationReport).toHaveLength(30)
  expect(form?.files.map(({ name }) => name)).toEqual(expect.arrayContaining(['佐证材料1.pdf', '佐证材料30.pdf']))
})

test('the form is filled in by keyboard alone', async () => {
  const page = await county.logIn('clerk-sicheng')
  // Choosers are only caught once somebody listens, and that takes a moment.
  page.on('filechooser', () => {})
  let keys = 0
  const press = async (key: string) => {
    keys++
    await page.keyboard.press(key)
  }
  /** Tab until what is focused is called so. */
  const tabTo = async (name: RegExp) => {
    for (let tabs = 0; tabs < 60; tabs++) {
      const focused = await page.evaluate(() => {
        const element = document.activeElement
        if (!(element instanceof HTMLElement) || element === document.body) return ''
        const labels = 'labels' in element ? (element.labels as NodeListOf<HTMLElement> | null) : null
        return element.ariaLabel || labels?.[0]?.textContent || element.textContent || ''
      })
      if (name.test(focused)) return
      await press('Tab')
    }
    throw new Error(`no tab led to ${name}`)
  }
  const choose = async (question: RegExp, name: string) => {
    await tabTo(question)
    const chooser = page.waitForEvent('filechooser')
    await press('Enter')
    await (await chooser).setFiles(paper(name, '泗城'))
    await page.locator('li', { hasText: name }).filter({ hasText: '已上传' }).waitFor()
  }
  await page.getByRole('link', { name: /去办理/ }).waitFor()
  await tabTo(/去办理/)
  await press('Enter')
  await page.getByRole('button', { name: '开始填写' }).waitFor()
  await tabTo(/^开始填写/)
  await press('Enter')
  await page.getByLabel('联系人').waitFor()
  for (const [question, answer] of [
    [/^联系人/, '戚佩兰'],
    [/^联系电话/, '0557-0000119'],
    [/^申请理由/, '近两年依法行政考核均为优秀。'],
    [/^创建示范项目名称/, '行政执法全过程记录'],
  ] as const) {
    await tabTo(question)
    await page.keyboard.type(answer)
  }
  await choose(/^选择文件：创建方案/, '创建方案.pdf')
  await choose(/^选择文件：工作计划/, '工作计划.pdf')
  await choose(/^选择文件：创建报告/, '创建报告.pdf')
  await shoot(page, 'clerk-3-by-keyboard', { whole: false })
  await tabTo(/^核对全表/)
  await press('Enter')
  await page.getByText('核对：泗城镇人民政府创建申请表').waitFor()
  expect((await inForm('sicheng')).form?.missing).toEqual([])
  console.log(`filled in by keyboard: ${keys} keys besides the text`)
})

test('what is composed by an input method is saved when it is meant, not before', async () => {
  const page = await county.logIn('clerk-wafang', at('wafang'))
  await page.getByLabel('创建示范项目名称').click()
  const saves = countSaves(page)
  const keyboard = await page.context().newCDPSession(page)
  const compose = (text: string) =>
    keyboard.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  for (const text of ['p', 'pu', "pu'f", "pu'fa"]) await compose(text)
  await page.waitForTimeout(2500)
  expect(saves()).toBe(0)
  await keyboard.send('Input.insertText', { text: '普法' })
  await saved(page)
  await expect.poll(async () => (await inForm('wafang')).form?.values.project, { timeout: 10_000 }).toBe('普法')
  expect(saves()).toBe(1)
})

test('an upload that is cut off goes on by itself', async () => {
  const page = await county.logIn('clerk-wafang', at('wafang'))
  await page.getByLabel('联系人').waitFor()
  await page.route('**/evidence/wafang/**', (route) =>
    route.request().method() === 'PUT' ? route.abort() : route.continue(),
  )
  await page.locator('[data-files="answer-workPlan"]').setInputFiles(paper('工作计划.pdf', '瓦坊'))
  await page.getByText('网络中断，恢复后自动继续').waitFor()
  await shoot(page, 'clerk-4-upload-cut', { whole: false })
  await page.unroute('**/evidence/wafang/**')
  await page.locator('li', { hasText: '工作计划.pdf' }).filter({ hasText: '已上传' }).waitFor()
  await saved(page)
})

test('without a network what is typed stays in this browser, and is saved from the next window', async () => {
  const page = await county.logIn('clerk-wafang', at('wafang'))
  await page.getByLabel('申请理由').waitFor()
  await page.context().setOffline(true)
  await page.getByLabel('申请理由').fill('断网时填写的理由。')
  await page.getByText('没有网络，内容在本机').waitFor()
  await shoot(page, 'clerk-5-offline', { whole: false })
  const next = await page.context().newPage()
  await page.close()
  await next.context().setOffline(false)
  await next.goto(county.origin + at('wafang'))
  await next.getByText('已恢复上次没有保存到系统的内容').waitFor()
  await expect
    .poll(async () => (await inForm('wafang')).form?.values.reason, { timeout: 15_000 })
    .toBe('断网时填写的理由。')
  expect(await next.getByLabel('申请理由').inputValue()).toBe('断网时填写的理由。')
})

test('a session that ends while typing loses nothing: the login is renewed in a window of its own', async () => {
  const page = await county.logIn('clerk-wafang', at('wafang'))
  await page.getByLabel('申请理由').waitFor()
  await page.route('**/oidc/token', (route) => route.fulfill({ status: 400, json: { error: 'invalid_grant' } }))
  await page.context().clearCookies()
  await page.evaluate(() => {
    for (const [key, value] of Object.entries(sessionStorage))
      if (key.startsWith('oidc.user'))
        sessionStorage.setItem(key, JSON.stringify({ ...JSON.parse(value), expires_at: 1 }))
  })
  await page.getByLabel('申请理由').fill('登录过期时填写的理由。')
  await page.getByText('登录已过期。您填写的内容还在本页').waitFor()
  await shoot(page, 'clerk-6-session-ended', { whole: false })
  await page.unroute('**/oidc/token')
  const popup = page.waitForEvent('popup')
  await page.getByRole('button', { name: '重新登录' }).click()
  await (await popup).locator('button[value="clerk-wafang"]').click()
  await page.getByText('已重新登录').waitFor()
  await saved(page)
  expect(await page.getByLabel('申请理由').inputValue()).toBe('登录过期时填写的理由。')
  await expect
    .poll(async () => (await inForm('wafang')).form?.values.reason, { timeout: 10_000 })
    .toBe('登录过期时填写的理由。')
})

test('two windows on one form: each keeps its own, and a collision says who changed what', async () => {
  const mine = await county.logIn('clerk-wafang', at('wafang'))
  const theirs = await county.logIn('clerk-wafang', at('wafang'))
  await mine.getByLabel('申请理由').waitFor()
  await theirs.getByLabel('申请理由').waitFor()
  await theirs.getByLabel('联系人').fill('鲁秀珍')
  await theirs.getByLabel('申请理由').fill('另一个窗口的理由。')
  await expect
    .poll(async () => (await inForm('wafang')).form?.values.reason, { timeout: 10_000 })
    .toBe('另一个窗口的理由。')
  await mine.getByLabel('申请理由').fill('这个窗口的理由。')
  await mine.getByText(/也修改了“申请理由”/).waitFor()
  await mine.getByText(/修改了“联系人”，已显示在下面/).waitFor()
  await shoot(mine, 'clerk-7-collision', { whole: false })
  expect(await mine.getByLabel('联系人').inputValue()).toBe('鲁秀珍')
  expect(await mine.getByLabel('申请理由').inputValue()).toBe('这个窗口的理由。')
  await mine.getByRole('button', { name: '采用本人填写的' }).click()
  await expect
    .poll(async () => (await inForm('wafang')).form?.values.reason, { timeout: 10_000 })
    .toBe('这个窗口的理由。')
})

test('a name of two hundred characters is shown and kept; a file is used again without another upload', async () => {
  const page = await county.logIn('clerk-wafang', at('wafang'))
  const name = `${'关于进一步加强普法责任清单管理的实施方案'.repeat(10)}.pdf`
  await attach(page, 'answer-creationPlan', [paper(name)])
  await attach(page, 'answer-workPlan', [paper('实施计划.pdf', '瓦坊')])
  await page
    .locator('[data-answer="creationReport"]')
    .getByRole('button', { name: /^从已上传的材料中选/ })
    .click()
  await page.getByRole('checkbox', { name: '选用实施计划.pdf' }).check()
  await shoot(page, 'clerk-8-picker', { whole: false })
  await page.getByRole('button', { name: '选用1个' }).click()
  await page.locator('[data-answer="creationReport"]').getByText('已上传', { exact: true }).waitFor()
  await page.waitForTimeout(1700)
  await saved(page)
  const { form } = await inForm('wafang')
  expect(form?.files.map((file) => file.name)).toContain(name)
  expect(form?.values.workPlan).toEqual(expect.arrayContaining(form?.values.creationReport as string[]))
})

test('a submission whose answer was lost is handed in once; the back button loses nothing', async () => {
  await fillIn('kaifaqu', '县经济开发区管委会')(county.stage)
  const page = await county.logIn('clerk-kaifaqu')
  await page
    .getByRole('link', { name: /去办理/ })
    .first()
    .click()
  await page.getByLabel('申请理由').fill('改过的理由。')
  await page.getByRole('button', { name: '核对全表' }).click()
  await page.getByText('还不能提交').waitFor()
  expect(await page.getByText('改过的理由。').first().isVisible()).toBe(true)
  await page.goBack()
  expect(await page.getByLabel('申请理由').inputValue()).toBe('改过的理由。')
  const legal = await county.logIn('legal-kaifaqu', at('kaifaqu'))
  await signOnline(legal)
  await page.reload()
  await enterPaperSignature(page, '2018-05-08', '签字盖章页.pdf')
  await page.getByRole('button', { name: '核对全表' }).click()
  await page.route('**/forms/*/submit', async (route) => {
    await route.fetch()
    await route.abort()
  })
  const submit = async () => {
    await page.getByRole('button', { name: '提交创建申请表' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '提交', exact: true }).click()
  }
  await submit()
  await page.getByText('尚不能确定是否已提交').waitFor()
  await shoot(page, 'clerk-9-submit-cut', { whole: false })
  await page.unroute('**/forms/*/submit')
  await submit()
  await page.getByText('已提交，法制办即可看到').waitFor()
  const { step, timeline } = await inForm('kaifaqu')
  expect(step).toBe('review')
  expect(timeline.filter(({ event }) => event === '已提交')).toHaveLength(1)
  await page.goBack()
  await page.getByRole('button', { name: '提交创建申请表' }).waitFor({ state: 'detached' })
})

test('what is handed in can be taken back until its review begins', async () => {
  const page = await county.logIn('clerk-kaifaqu', at('kaifaqu'))
  await page.getByRole('button', { name: '撤回', exact: true }).click()
  await page.getByRole('button', { name: '撤回', exact: true }).last().click()
  await page.getByRole('dialog').getByRole('button', { name: '撤回' }).click()
  await page.getByRole('button', { name: '核对全表' }).waitFor()
  expect((await inForm('kaifaqu')).step).toBe('application')
  await page.getByRole('button', { name: '核对全表' }).click()
  await page.getByRole('button', { name: '提交创建申请表' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '提交', exact: true }).click()
  await page.getByText('已提交，法制办即可看到').waitFor()
})

test('a withdrawal is asked about first, and confirmed by the head', async () => {
  const page = await county.logIn('clerk-kaifaqu', at('kaifaqu'))
  await page.getByText('录入退出申请').first().click()
  await page.getByLabel('退出理由').fill('机构改革，职能已划转。')
  const enter = page.getByRole('form', { name: '录入退出申请' }).getByRole('button', { name: '录入退出申请' })
  await enter.click()
  const asked = page.getByRole('dialog')
  await asked.getByText('主要负责人确认后').last().waitFor()
  await asked.getByRole('button', { name: '取消' }).click()
  expect((await inForm('kaifaqu')).withdrawal).toBeUndefined()
  await enter.click()
  await asked.getByRole('button', { name: '录入退出申请' }).click()
  await page.getByText('已录入退出申请，等待主要负责人确认').waitFor()
  expect((await inForm('kaifaqu')).ended).toBe(false)
  await shoot(page, 'clerk-10-withdrawal')
  const head = await county.logIn('head-kaifaqu', at('kaifaqu'))
  await head.getByText('机构改革，职能已划转。').first().waitFor()
  await head.getByRole('button', { name: '确认退出' }).click()
  await head.getByRole('dialog').getByRole('button', { name: '确认退出' }).click()
  await head.getByText('本件已办结').waitFor()
  expect(county.complaints()).toEqual([])
})
