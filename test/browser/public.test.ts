/** What a citizen sees and does on the public pages: on a phone, without script, and on paper. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { noticeEndpoints } from '#contracts/notice.ts'
import { closeNotice, meet } from '../../packages/cli/rehearsal/list-acts.ts'
import { findings, sideways } from './axe.ts'
import { AFTER_NOTICE, atNotice, DURING_NOTICE, UNITS } from './cases-at-meeting.ts'
import { type CountyInBrowser, countyInBrowser, shoot } from './county-in-browser.ts'
import { strayOnPaper } from './on-paper.ts'

const PHONE = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true }
const SUMMARY = '该单位去年对同一摊点两次处罚，标准不一，\n至今没有答复。'
const PHOTO = {
  name: '现场照片.png',
  mimeType: 'image/png',
  buffer: Buffer.from('89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de', 'hex'),
}
let county: CountyInBrowser
let page: Page
beforeAll(async () => {
  county = await countyInBrowser({ acts: atNotice, today: DURING_NOTICE })
})
afterAll(() => county?.close())

const press = (on = page) => on.getByRole('button', { name: '提交异议' }).click()
/** Without script the answer opens beside the form, which keeps what was typed whatever the answer is. */
async function send() {
  const [answer] = await Promise.all([page.waitForEvent('popup'), press()])
  page = answer
}
/** A photo as a phone takes it: noise, which no encoder makes small, of about so many megabytes. */
const takePhoto = (on: Page, side: number): Promise<Buffer> =>
  on
    .evaluate(async (side) => {
      const canvas = Object.assign(document.createElement('canvas'), { width: side, height: Math.round(side * 0.75) })
      const paper = canvas.getContext('2d')!
      const dots = paper.createImageData(canvas.width, canvas.height)
      let seed = side
      for (let i = 0; i < dots.data.length; i++) {
        seed ^= seed << 13
        seed ^= seed >>> 17
        seed ^= seed << 5
        dots.data[i] = i % 4 === 3 ? 255 : seed & 255
      }
      paper.putImageData(dots, 0, 0)
      const blob = await new Promise<Blob>((made) => canvas.toBlob((one) => made(one!), 'image/jpeg', 0.9))
      const url = await new Promise<string>((read) => {
        const reader = new FileReader()
        reader.onload = () => read(String(reader.result))
        reader.readAsDataURL(blob)
      })
      return url.slice(url.indexOf(',') + 1)
    }, side)
    .then((text) => Buffer.from(text, 'base64'))
const asPhoto = (name: string, buffer: Buffer) => ({ name, mimeType: 'image/jpeg', buffer })
const MB = 1024 * 1024
/** The page as it stands fits the phone; `name`: under which people look at it. */
async function fits(name: string) {
  await shoot(page, `public-${name}`)
  expect([name, await sideways(page)]).toEqual([name, 0])
}
/** Nothing of the screen is printed; what somebody fills in may be, to be kept or filled in by hand. */
async function isPaper(sheet: Page, path: string) {
  const stray = (await strayOnPaper(sheet)).filter((one) => !/^control (input|select|textarea)\b/.test(one))
  expect([path, stray]).toEqual([path, []])
}
/** A page without script never tells when it is drawn: what stands on it is looked at elsewhere. */
async function isPaperWithScript(without: Page, name: string) {
  const copy = await county.visit('/public/index.html')
  // Of the page it stands on only the policy stays, which knows no script.
  await copy.setContent((await without.content()).replaceAll(/<script.*?<\/script>/gs, ''))
  await isPaper(copy, name)
  await copy.context().close()
}
async function paper(path: string, name: string) {
  const sheet = await county.visit(path)
  await isPaper(sheet, path)
  const bytes = await sheet.pdf({ path: `screenshots/public-${name}.pdf`, format: 'A4', preferCSSPageSize: true })
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  await sheet.context().close()
}

describe('on a phone without script', () => {
  it('the notice leads to the form', async () => {
    page = await county.visit('/public/index.html', { ...PHONE, javaScriptEnabled: false })
    await fits('index')
    await page.getByRole('link', { name: '候选名单公示' }).click()
    for (const unit of Object.values(UNITS)) await page.getByText(unit).waitFor()
    await fits('notice')
    await page.getByRole('link', { name: /^在线提出异议（.+截止）$/ }).click()
    await fits('form')
    await isPaperWithScript(page, 'form')
  })

  it('wrong input comes back with everything that was filled in, each fault at its field', async () => {
    await page.getByLabel('异议内容').fill(SUMMARY)
    await page.getByRole('radio', { name: '实名' }).check()
    await page.locator('#contact').fill('13900000000')
    await page.getByLabel('附件').setInputFiles(PHOTO)
    await send()
    await page.getByText('有2处需要修改').waitFor()
    await fits('form-wrong')
    expect(await page.getByLabel('异议内容').inputValue()).toBe(SUMMARY)
    expect(await page.locator('#contact').inputValue()).toBe('13900000000')
    expect(await page.getByRole('radio', { name: '实名' }).isChecked()).toBe(true)
    expect(await page.getByRole('checkbox', { name: '已收到' }).isChecked()).toBe(true)
    await page.getByRole('link', { name: '请填写姓名' }).click()
    expect(page.url()).toMatch(/#name$/)
  })

  it('who stays unnamed is not asked for a name', async () => {
    expect(await page.locator('#name').isVisible()).toBe(true)
    await page.getByRole('radio', { name: '匿名' }).check()
    expect(await page.locator('#name').isVisible()).toBe(false)
  })

  it('the receipt shows number and code, and the look-up tells how it stands', async () => {
    await page.getByLabel('对哪个单位').selectOption('chengguan')
    await send()
    await page.getByText('请现在截屏、打印或抄下本页').waitFor()
    await fits('receipt')
    await isPaperWithScript(page, 'receipt')
    const code = (await page.locator('#code').textContent()) ?? ''
    const number = (await page.locator('#receipt').textContent()) ?? ''
    // It opens beside the receipt, which stays, and needs nothing to be typed.
    const [beside] = await Promise.all([
      page.waitForEvent('popup'),
      page.getByRole('button', { name: '查询办理情况' }).click(),
    ])
    await beside.getByText('不迟于2018年5月23日（含当日）答复').waitFor()
    expect(beside.url()).toMatch(/\/objections\/lookup$/)
    await beside.close()
    expect(await page.locator('#code').textContent()).toBe(code)
    await page.goto(`${county.origin}/objections/lookup`)
    await page.getByLabel('回执编号').fill(number)
    await page.getByLabel('查询码').fill('AAAAAAAA')
    await page.getByRole('button', { name: '查询' }).click()
    await page.getByText('回执编号或查询码不对').waitFor()
    expect(await page.getByLabel('回执编号').inputValue()).toMatch(/^2018-2-1-/)
    await fits('look-up-wrong')
    await page.getByLabel('查询码').fill(` ${code.toLowerCase()} `)
    await page.getByRole('button', { name: '查询' }).click()
    await page.getByText('不迟于2018年5月23日（含当日）答复').waitFor()
    await fits('look-up')
  })
})

describe('photos of a phone', () => {
  let photo: Buffer
  let open: Page
  // By their paths, as a person chooses them: three of them as buffers are sent to the browser for half a minute.
  const folder = mkdtempSync(join(tmpdir(), 'shifan-photos-'))
  const photoFile = (name: string, bytes = photo) => {
    writeFileSync(join(folder, name), bytes)
    return join(folder, name)
  }
  async function fillInForm() {
    await open.goto(`${county.origin}/objections/2018-2/1`)
    await open.getByLabel('对哪个单位').selectOption('chengguan')
    await open.getByLabel('异议内容').fill(SUMMARY)
    await open.getByRole('radio', { name: '匿名' }).check()
  }
  const filesThatCame = async () => {
    await open.getByText('请现在截屏、打印或抄下本页').waitFor({ timeout: 120_000 })
    const objection = (await open.locator('#receipt').textContent()) ?? ''
    const { files } = await county.stage.as('office-head')(noticeEndpoints.readObjection, {
      params: { batch: '2018-2', n: '1', objection },
    })
    return files.map(({ name }) => name)
  }
  beforeAll(async () => {
    open = await county.visit('/objections/2018-2/1', PHONE)
    photo = await takePhoto(open, 4800)
    expect(photo.length).toBeGreaterThan(12 * MB)
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('with script: three of twelve megabytes are made small before they are sent, and all of them arrive', async () => {
    await fillInForm()
    const names = ['一.jpg', '二.jpg', '三.jpg']
    const paths = [photoFile('一.jpg')]
    // Of the same picture three times one would be kept.
    for (const name of names.slice(1)) paths.push(photoFile(name, await takePhoto(open, 4800 + paths.length)))
    await open.getByLabel('附件').setInputFiles(paths)
    expect(await open.getByText('选择后在本机自动压缩').isVisible()).toBe(true)
    await open.getByText(/已压缩为.+可以提交/).waitFor({ timeout: 120_000 })
    await shoot(open, 'public-photos-shrunk')
    expect(await open.locator('#files-told').textContent()).toMatch(/“三.jpg”1[2-9](\.\d)?MB，已压缩为\d/)
    await press(open)
    expect(await filesThatCame()).toEqual(names)
  })

  it('with script: who presses while they are being made small has them sent once they are', async () => {
    await fillInForm()
    await open.getByLabel('附件').setInputFiles(photoFile('现场.jpg'))
    await press(open)
    expect(await filesThatCame()).toEqual(['现场.jpg'])
  })

  it('with script: what cannot be made small is said at the field, and nothing is sent', async () => {
    await open.goto(`${county.origin}/objections/2018-2/1`)
    await open.getByLabel('异议内容').fill(SUMMARY)
    let posts = 0
    open.on('request', (request) => {
      if (request.method() === 'POST') posts++
    })
    const told = open.locator('#files-told')
    const broken = Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), Buffer.alloc(5 * MB)])
    await open.getByLabel('附件').setInputFiles(asPhoto('坏的.jpg', broken))
    await told.getByText(/“坏的.jpg”（5.1MB）在本机无法压缩.+附件合计5.1MB，超过4MB/).waitFor()
    await press(open)
    const large = Buffer.concat([Buffer.from('%PDF-1.4'), Buffer.alloc(5 * MB)])
    await open.getByLabel('附件').setInputFiles({ name: '证据.pdf', mimeType: 'application/pdf', buffer: large })
    await told.getByText('附件合计5.1MB，超过4MB（“证据.pdf”5.1MB）').waitFor()
    await press(open)
    await shoot(open, 'public-photos-refused')
    await open.getByLabel('附件').setInputFiles({ name: '视频.avi', mimeType: 'video/avi', buffer: Buffer.from('x') })
    await told.getByText('“视频.avi”不能提交').waitFor()
    await press(open)
    expect(posts).toBe(0)
    expect(await open.getByLabel('异议内容').inputValue()).toBe(SUMMARY)
  })

  it('without script: the limit is said beforehand, and the form keeps what was typed when the answer is no', async () => {
    page = await county.visit('/objections/2018-2/1', { ...PHONE, javaScriptEnabled: false })
    await page.getByText('附件合计超过4MB的，系统收不到').waitFor()
    expect(await page.getByText('选择后在本机自动压缩').isVisible()).toBe(false)
    await fits('photos-without-script')
    await page.getByLabel('对哪个单位').selectOption('chengguan')
    await page.getByLabel('异议内容').fill(SUMMARY)
    await page.getByRole('radio', { name: '匿名' }).check()
    const form = page
    for (const size of [5.8 * MB, 12 * MB]) {
      await form.getByLabel('附件').setInputFiles(asPhoto('现场.jpg', photo.subarray(0, size)))
      page = form
      await send()
      // What API Gateway says by itself; the sentence about it stands on the form.
      await page.getByText('Request Entity Too Large').waitFor()
      await page.close()
      expect(await form.getByLabel('异议内容').inputValue()).toBe(SUMMARY)
    }
    page = form
    await form.getByLabel('附件').setInputFiles(asPhoto('现场.jpg', await takePhoto(open, 700)))
    await send()
    await page.getByText('请现在截屏、打印或抄下本页').waitFor()
    await page.context().close()
  })
})

describe('after the period', () => {
  it('a form that was open says that it is over, and gives the text back', async () => {
    page = await county.visit('/objections/2018-2/1', { ...PHONE, javaScriptEnabled: false })
    await page.getByLabel('异议内容').fill(SUMMARY)
    await county.advanceTo('2018-05-14T00:00:00+08:00')
    await send()
    await page.getByText('公示期已于2018年5月13日24时结束').waitFor()
    await page.getByText('至今没有答复').waitFor()
    await fits('too-late')
    await page.goto(`${county.origin}/objections/2018-2/1`)
    await page.getByText('公示期已于2018年5月13日24时结束').waitFor()
  })

  it('what was decided is published: notice, decision, register', async () => {
    const { stage } = county
    const api = stage.as('office-head')
    const { objections } = await api(noticeEndpoints.readNotice, { params: { batch: '2018-2', n: '1' } })
    const params = { batch: '2018-2', n: '1', objection: objections[0]!.objection }
    await api(noticeEndpoints.declineObjection, {
      params,
      body: { reason: '与本次公示无关。' },
      command: 'decline-1-test',
    })
    await county.advanceTo(AFTER_NOTICE)
    await closeNotice()(stage)
    await county.cloud.settle()
    await meet('泗政常纪〔2018〕38号', '2018-05-15', ['dazhuang', 'caogou', 'guotu'], 'named')(stage)
    await county.cloud.settle()
    // The pages seen before may be kept by the browser for a minute.
    page = await county.visit('/public/index.html', { ...PHONE, javaScriptEnabled: false })
    for (const [path, words, name] of [
      ['/public/notices/2018-2/1.html', '本次公示已经结束', 'notice-over'],
      ['/public/decisions/2018-2.html', '泗政常纪〔2018〕38号', 'decision'],
      ['/public/register.html', '共3个单位', 'register'],
      ['/public/notices/2018-2/9.html', '没有这个页面', 'not-there'],
    ] as const) {
      await page.goto(county.origin + path)
      await page.getByText(words).waitFor()
      await fits(name)
    }
  })
})

it('prints as an official paper on A4', async () => {
  await paper('/public/notices/2018-2/1.html', 'notice')
  await paper('/public/decisions/2018-2.html', 'decision')
  await paper('/public/register.html', 'register')
  await paper('/objections/2018-2/1', 'form-over')
  for (const path of ['/public/index.html', '/public/nothing.html', '/objections/lookup']) {
    const sheet = await county.visit(path)
    await isPaper(sheet, path)
    await sheet.context().close()
  }
})

it('has no finding of the accessibility check, without any exception', async () => {
  const looked = await county.visit('/public/index.html', PHONE)
  const found: string[] = []
  for (const path of [
    '/public/index.html',
    '/public/notices/2018-2/1.html',
    '/public/decisions/2018-2.html',
    '/public/register.html',
    '/public/nothing.html',
    '/objections/2018-2/1',
    '/objections/lookup',
  ]) {
    await looked.goto(county.origin + path)
    found.push(...(await findings(looked)).map((one) => `${path} ${one}`))
  }
  expect(found).toEqual([])
  expect(county.complaints()).toEqual([])
})
