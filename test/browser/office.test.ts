import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { intakeEndpoints } from '#contracts/intake.ts'
import { mend, signAndSubmit } from '../../packages/cli/rehearsal/form-acts.ts'
import { review as decide } from '../../packages/cli/rehearsal/judgement-acts.ts'
import { give, readCase } from '../../packages/cli/rehearsal/stage.ts'
import { paper } from './acts-on-screen.ts'
import { counted } from './counted.ts'
import { type CountyInBrowser, countyInBrowser, shoot } from './county-in-browser.ts'
import { BEGINNING, fifteenApplications, TODAY, UNITS } from './fifteen-applications.ts'
import { threeHundredReviews } from './three-hundred-reviews.ts'

let county: CountyInBrowser
let officer: Page
beforeAll(async () => {
  county = await countyInBrowser({ acts: fifteenApplications, beginning: BEGINNING, today: TODAY })
  officer = await county.logIn('officer-1')
  officer.setDefaultTimeout(8000)
})
afterAll(() => county?.close())

const review = (page: Page, unit: string) =>
  page.goto(`${county.origin}/console/batches/2018-2/steps/review/judge/${unit}`)
const title = (page: Page, name: string) => page.getByRole('heading', { name, exact: true }).waitFor()
const stepOf = async (unit: string) => (await readCase(county.stage, 'officer-1', unit)).step
const print = (line: string) => console.log(`计数：${line}`)

describe('the worklist', () => {
  test('shows fifteen, and narrows by unit, step and batch', async () => {
    await officer.getByText('开始初审（15件）').waitFor()
    await shoot(officer, 'office-worklist')
    await officer.getByLabel('按单位查找').fill('镇')
    await officer.getByText('我的待办（7/15）').waitFor()
    await officer.getByText('大庄镇人民政府').first().waitFor()
    await officer.getByLabel('按单位查找').fill('没有这个单位')
    await officer.getByText('没有符合条件的事项').waitFor()
    await shoot(officer, 'office-worklist-none')
    await officer.getByLabel('按单位查找').fill('')
    await officer.getByText('我的待办（15）').waitFor()
  })
})

describe('the review', () => {
  test('shows the form, its attachments and the decision side by side', async () => {
    await review(officer, 'dazhuang')
    await title(officer, '大庄镇人民政府')
    await officer.waitForTimeout(2500)
    await shoot(officer, 'office-review-pdf', { whole: false })
    await officer.getByRole('button', { name: /照片\.png/ }).click()
    await officer.getByAltText(/照片/).waitFor()
    await officer.waitForTimeout(500)
    expect(await officer.getByAltText(/照片/).evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(480)
    await shoot(officer, 'office-review-picture', { whole: false })
    await officer.keyboard.press('Alt+K')
    await officer.getByText('这种文件不能在页面内预览').waitFor()
    await shoot(officer, 'office-review-download', { whole: false })
    await officer.getByRole('button', { name: /查看联系人/ }).click()
    await officer.getByText('0557-7021234').waitFor()
    await officer.getByRole('button', { name: '快捷键' }).click()
    await officer.getByText('办理、送签或签发（有提问时再按Enter确认）').waitFor()
    await officer.waitForTimeout(400)
    await shoot(officer, 'office-review-shortcuts', { whole: false })
    await officer.keyboard.press('Escape')
  })

  test('keeps the officer’s own phrases in this browser', async () => {
    await review(officer, 'guotu')
    await title(officer, '县国土资源局')
    await officer.getByRole('button', { name: '编辑常用意见' }).click()
    await officer.getByRole('button', { name: '添加一条' }).click()
    await officer.getByLabel('第6条的名称').fill('我的一条')
    const opinion = officer.getByLabel('第6条的意见')
    await opinion.fill('？')
    await officer.getByLabel('第6条的名称').focus()
    await officer.getByText('“？”没有写明意见').waitFor()
    expect(await officer.getByRole('button', { name: '保存', exact: true }).isDisabled()).toBe(true)
    await opinion.fill('经审核，同意。')
    // Closing it by the keyboard or beside it loses nothing without being asked.
    for (const leave of [() => officer.keyboard.press('Escape'), () => officer.mouse.click(5, 5)]) {
      await leave()
      const asked = officer.getByRole('dialog', { name: '填写的内容还没有保存，是否放弃？' })
      await asked.getByRole('button', { name: '继续填写' }).click()
      await asked.waitFor({ state: 'hidden' })
      expect(await opinion.inputValue()).toBe('经审核，同意。')
    }
    await officer.waitForTimeout(400)
    await shoot(officer, 'office-review-phrases', { whole: false })
    await officer.getByRole('button', { name: '保存', exact: true }).click()
    await officer.reload()
    await officer.getByRole('button', { name: '我的一条' }).waitFor()
  })

  test('asks about a conclusion that the checklist contradicts, before it counts', async () => {
    await review(officer, 'guotu')
    await officer.getByRole('button', { name: '全部符合' }).click()
    await officer.getByRole('radio', { name: '不予通过' }).click()
    await officer.getByLabel('意见和理由').fill('经核对，不符合创建基本条件，不予通过。')
    await officer.getByRole('button', { name: '办理，看下一件' }).click()
    await officer.getByText('核对清单全部勾选为符合，结论却是“不予通过”').waitFor()
    await officer.waitForTimeout(300)
    await shoot(officer, 'office-review-at-odds', { whole: false })
    await officer.getByRole('button', { name: /^取\s*消$/ }).click()
    expect(await stepOf('guotu')).toBe('review')
    await officer.getByRole('button', { name: '全部取消' }).click()
    await officer.getByRole('radio', { name: '通过', exact: true }).click()
    // A standard phrase of another conclusion does not stay beside this one.
    expect(await officer.getByLabel('意见和理由').inputValue()).toBe('')
    await officer.getByLabel('意见和理由').fill('同意通过。')
    await officer.getByRole('button', { name: '办理，看下一件' }).click()
    await officer.getByText(/核对清单还有\d+项没有勾选，结论却是“通过”/).waitFor()
    await officer.getByRole('button', { name: /^取\s*消$/ }).click()
    // What a tick makes of the conclusion is said.
    await officer.getByLabel('退回：创建示范项目名称').click()
    await officer.getByText('勾选了退回，结论由“通过”改为“退回补正”。').waitFor()
    await officer.evaluate(
      "Object.keys(localStorage).forEach((key) => key.includes('kept:') && localStorage.removeItem(key))",
    )
  })

  test('returns one with two named questions in at most 8 inputs', async () => {
    await review(officer, 'wafang')
    await title(officer, '瓦坊乡人民政府')
    const hands = counted(officer)
    await hands.click(officer.getByLabel('退回：创建示范项目名称'))
    await hands.click(officer.getByLabel('退回：工作计划'))
    await hands.type(officer.getByLabel('意见和理由'), '项目名称过宽；工作计划没有时间安排。')
    await shoot(officer, 'office-review-return', { whole: false })
    await hands.click(officer.getByRole('button', { name: '办理，看下一件' }))
    await officer.waitForTimeout(300)
    await shoot(officer, 'office-review-return-confirm', { whole: false })
    await hands.click(officer.getByRole('button', { name: '确定办理' }))
    await officer.getByText('瓦坊乡人民政府：退回补正，已办理').waitFor()
    print(`退回一件、列明两个问题：${hands.count}次输入`)
    expect(hands.count).toBeLessThanOrEqual(8)
    expect(await readCase(county.stage, 'officer-1', 'wafang')).toMatchObject({
      step: 'application',
      form: { reopens: ['project', 'workPlan'] },
    })
  })

  test('shows what changed since the return', async () => {
    const { stage } = county
    await mend('wafang', '瓦坊乡人民政府')(stage)
    await signAndSubmit('wafang', '2018-05-10', { time: 2 })(stage)
    await stage.settle()
    await review(officer, 'wafang')
    await officer.getByText('已修改：创建示范项目名称、工作计划').waitFor()
    for (const details of await officer.getByText('退回时的内容').all()) await details.click()
    await officer.getByText('行政执法全过程记录').waitFor()
    await shoot(officer, 'office-review-mended', { whole: false })
  })

  test('is looked at anew where the case went back and came again meanwhile, with everything typed', async () => {
    const page = await county.logIn('officer-1', '/console/batches/2018-2/steps/review/judge/wafang')
    await title(page, '瓦坊乡人民政府')
    const typed = '逐项核对，项目名称具体，同意。'
    await page.getByRole('button', { name: '材料齐全' }).click()
    await page.getByLabel('意见和理由').fill(typed)
    const { stage } = county
    const returned = { outcome: 'returned', reason: '申请理由过于简略。', reopens: ['reason'] }
    const goesAndComes = async (time: number, reason: string) => {
      await decide('wafang', returned, time, 'officer-2')(stage)
      const what = { name: 'save-form', form: 'creation-application' } as const
      await give(stage, 'clerk-wafang', 'wafang', what, { reason }, `anew-${time}`)
      await signAndSubmit('wafang', '2018-05-10', { time: time + 1 })(stage)
      await stage.settle()
    }
    const send = async () => {
      await page.getByRole('button', { name: '办理，看下一件' }).click()
      await page.getByRole('button', { name: '确定办理' }).click()
    }
    await goesAndComes(2, '近三年行政复议零纠错。')
    await send()
    await page
      .getByText(/本件离开过本环节又回来.*您填写的内容仍在。/)
      .first()
      .waitFor()
    // Whoever does as told loads the page anew.
    const earlier = page.getByText('这里有本件离开本环节之前填写的内容，请核对后再办。')
    for (const _time of ['once', 'again']) {
      await page.reload()
      await earlier.waitFor()
      expect(await page.getByLabel('意见和理由').inputValue()).toBe(typed)
    }
    await shoot(page, 'office-review-typed-before', { whole: false })
    await goesAndComes(3, '近三年行政复议零纠错，执法案卷评查连续优秀。')
    await send()
    await page.getByText(/本件离开过本环节又回来，其间修改了“申请理由”；本次没有办理，您填写的内容仍在。/).waitFor()
    await page.getByText('现在的：近三年行政复议零纠错').waitFor()
    await shoot(page, 'office-review-came-back', { whole: false })
    expect(await stepOf('wafang')).toBe('review')
    await page.getByRole('button', { name: '已核对，继续办理' }).click()
    expect(await page.getByLabel('意见和理由').inputValue()).toBe(typed)
    await page.reload()
    expect(await page.getByLabel('意见和理由').inputValue()).toBe(typed)
    expect(await earlier.count()).toBe(0)
    await shoot(page, 'office-review-goes-on', { whole: false })
    await page.context().close()
  })

  test('tells the second officer who was first, and loses nothing typed', async () => {
    const second = await county.logIn('officer-2', '/console/batches/2018-2/steps/review/judge/shuiwu')
    await review(officer, 'shuiwu')
    for (const page of [officer, second]) await title(page, '泗县国家税务局')
    const typed = '该单位执法案卷评查材料与报告不一致，建议核实后再定。'
    await second.getByLabel('不予通过').check()
    await second.getByLabel('意见和理由').fill(typed)
    await officer.getByRole('button', { name: '材料齐全' }).click()
    await officer.getByRole('button', { name: '办理，看下一件' }).click()
    await officer.getByRole('button', { name: '确定办理' }).click()
    await officer.getByText('泗县国家税务局：通过，已办理').waitFor()
    await second.getByRole('button', { name: '办理，看下一件' }).click()
    await second.getByRole('button', { name: '确定办理' }).click()
    await second.getByText(/昌建平.*已于.*办理：初审·通过/).waitFor()
    await second.getByText(typed).waitFor()
    await shoot(second, 'office-review-conflict', { whole: false })
    await second.reload()
    await second.getByText('现处“待公示”').first().waitFor()
    await second.context().close()
  })
})

describe('several at once', () => {
  test('are accepted with one opinion, each with a result of its own', async () => {
    await officer.goto(`${county.origin}/console/`)
    for (const name of ['县道路运输管理所', '瓦坊乡人民政府']) await officer.getByLabel(`选择${name}`).check()
    await officer.getByRole('button', { name: '通过选中的2件' }).click()
    // A dialog that is still growing moves away from under the hand.
    await officer.waitForTimeout(600)
    await officer.getByRole('dialog').getByRole('button', { name: '材料齐全' }).click()
    await officer.getByLabel('共同意见').filter({ hasText: '同意通过' }).waitFor()
    await shoot(officer, 'office-several', { whole: false })
    // Meanwhile another officer decides one of them.
    const { visit } = await readCase(county.stage, 'officer-2', 'wafang')
    await county.stage.as('officer-2')(intakeEndpoints.decideStep, {
      params: { batch: '2018-2', unit: 'wafang', step: 'review' },
      body: { outcome: 'refused', reason: '补正后仍不符合条件。', visit },
    })
    await officer.getByRole('button', { name: '确认通过2件' }).click()
    await officer.getByText('2件没有填写核对清单').waitFor()
    await officer.getByRole('button', { name: '确定办理' }).click()
    await officer.getByText('1件已办理，1件办理未成功').waitFor()
    await officer.getByText(/任秀珍.*不予通过/).waitFor()
    await shoot(officer, 'office-several-partly', { whole: false })
    await officer.getByText('关闭', { exact: true }).click()
    expect([await stepOf('yunguan'), await stepOf('wafang')]).toEqual(['notice', 'refused'])
  })
})

describe('twelve in a row', () => {
  test('are accepted in at most 3 clicks each without going back to the list', async () => {
    await officer.goto(`${county.origin}/console/`)
    const hands = counted(officer)
    await hands.click(officer.getByRole('button', { name: '开始初审（12件）' }))
    const opening = hands.take()
    const counts: number[] = []
    const began = performance.now()
    const heading = officer.locator('#content').getByRole('heading').filter({ hasNotText: '我的待办' }).first()
    await heading.waitFor()
    for (let i = 0; i < 12; i++) {
      const name = (await heading.textContent()) ?? ''
      if (i === 1) {
        // One of them without the mouse.
        for (const key of ['Alt+y', 'Control+Enter']) await hands.press(key)
        await officer.getByRole('button', { name: '确定办理' }).waitFor()
        await officer.waitForTimeout(300)
        await hands.press('Enter')
      } else {
        await hands.click(officer.getByRole('button', { name: '逐项符合' }))
        await hands.click(officer.getByRole('button', { name: i < 11 ? '办理，看下一件' : '办理', exact: true }))
        await hands.click(officer.getByRole('button', { name: '确定办理' }))
      }
      await officer.getByText(`${name}：通过，已办理`).waitFor()
      if (i < 11) await heading.filter({ hasNotText: name }).waitFor()
      counts.push(hands.take())
    }
    print(
      `连续通过12件：打开${opening}次，逐件${counts.join('、')}次点击，共${Math.round(performance.now() - began)}毫秒`,
    )
    expect(Math.max(...counts)).toBeLessThanOrEqual(3)
    await officer.getByText('这一环节没有其他等您办理的').waitFor()
    await shoot(officer, 'office-review-done', { whole: false })
    for (const [unit] of UNITS.slice(0, 12)) expect(await stepOf(unit)).toBe('notice')
  })
})

describe('the board', () => {
  test('says how many stand where, who is late, what comes next', async () => {
    await officer.goto(`${county.origin}/console/batches/2018-2`)
    await officer.getByRole('button', { name: /^公示\s*14个/ }).waitFor()
    await officer.waitForTimeout(300)
    await shoot(officer, 'office-board')
    await officer.getByRole('button', { name: /^不予通过\s*1个/ }).click()
    await officer.getByText('申报件（1/15）').waitFor()
  })
})

describe('the notice', () => {
  test('is made of the accepted cases in at most 6 clicks', async () => {
    await officer.goto(`${county.origin}/console/`)
    const hands = counted(officer)
    await hands.click(officer.getByRole('link', { name: /14个单位等待“公示”/ }))
    await officer.getByText(/公示名单（14\/14个?/).waitFor()
    await hands.type(officer.getByLabel('发布位置'), '县政府网站公告公示栏')
    await officer.frameLocator('iframe[title="公开页面预览"]').getByText('县政府网站公告公示栏').waitFor()
    await shoot(officer, 'office-notice-prepare')
    await hands.click(officer.getByRole('button', { name: '送签' }))
    await officer.waitForTimeout(300)
    await shoot(officer, 'office-notice-confirm', { whole: false })
    await hands.click(officer.getByRole('button', { name: '确定送签' }))
    await officer.getByText('第1期公示').first().waitFor()
    print(`拟制14个单位的公示：${hands.count}次输入`)
    expect(hands.count).toBeLessThanOrEqual(6)
    await officer.getByText('已拟制，等待签发').waitFor()
    await shoot(officer, 'office-notice-prepared')
    const head = await county.logIn('office-head', '/console/batches/2018-2/notices/1')
    await head.getByLabel(/已进行保密审查/).check()
    await head.getByRole('button', { name: '签发', exact: true }).click()
    await head.getByRole('dialog').getByRole('button', { name: '签发' }).click()
    await head.getByText('公示中').first().waitFor()
    await head.context().close()
    await officer.reload()
    await officer.getByText('公示中').first().waitFor()
    await officer.waitForTimeout(800)
    await shoot(officer, 'office-notice')
  })

  test('says its period and how it was counted', async () => {
    await officer
      .getByText(/2018年5月10日至2018年5月16日24时.共7个自然日/)
      .first()
      .waitFor()
    await officer.getByText('发布当日计入').first().waitFor()
  })

  test('keeps the proof that it stood, and another one in its place', async () => {
    const start = officer.getByText('公示开始', { exact: true }).locator('..')
    for (const [button, name] of [
      ['登记', '首日网页截图.pdf'],
      ['更换', '首日网页截图（带网址）.pdf'],
    ] as const) {
      await start.getByRole('button', { name: button, exact: true }).click()
      const form = officer.getByRole('dialog')
      await form.locator('input[type=file]').first().setInputFiles(paper(name))
      await form.locator('li', { hasText: name }).filter({ hasText: '已上传' }).waitFor()
      await form.getByRole('button', { name: '登记公示开始证明' }).click()
      await start.getByRole('button', { name, exact: true }).waitFor()
    }
    await shoot(officer, 'office-notice-proof', { whole: false })
    const opened = officer.waitForEvent('popup')
    await start.getByRole('button', { name: '首日网页截图（带网址）.pdf' }).click()
    const { url } = await (await opened)
      .waitForResponse(/\/evidence\/office\./)
      .then((answer) => ({ url: answer.url() }))
    expect(url).toContain('X-Amz-Signature')
  })

  test('takes an objection that came by letter, hands out its receipt, and sees it admitted and found', async () => {
    await officer.getByRole('button', { name: /录入来电/ }).click()
    const dialog = officer.getByRole('dialog')
    await dialog.getByLabel('涉及单位').fill('大庄')
    await officer.getByTitle('大庄镇人民政府').last().click()
    await dialog.getByLabel('来信', { exact: true }).check()
    await dialog.getByLabel('收到日期').fill('2018-05-10')
    await dialog.getByLabel('收到日期').press('Enter')
    await dialog.getByLabel('异议内容摘要').fill('该镇去年两次行政处罚未按规定听证。')
    await shoot(officer, 'office-objection-enter', { whole: false })
    await dialog.getByRole('button', { name: '录入异议' }).click()
    // Nobody takes it back.
    const question = officer.getByRole('dialog', { name: '录入后不能修改或删除，大庄镇人民政府暂停办理' })
    await question.getByRole('button', { name: '录入异议' }).click()
    await dialog
      .getByText(/查询码 /)
      .first()
      .waitFor()
    await shoot(officer, 'office-objection-receipt', { whole: false })
    await dialog.getByRole('button', { name: '已告知，关闭' }).click()
    await county.stage.settle()
    await officer.reload()
    await officer.getByText('异议（1件）').waitFor()
    await officer.getByRole('button', { name: /查看内容/ }).click()
    await officer.getByText('未按规定听证').waitFor()
    // Who entered it does not decide whether it is taken up.
    expect(await officer.getByRole('button', { name: /^受理/ }).count()).toBe(0)
    await shoot(officer, 'office-objection')
    const other = await county.logIn('officer-2', '/console/batches/2018-2/notices/1')
    await other.getByRole('button', { name: /^受理/ }).click()
    await other.getByRole('button', { name: '确定受理' }).click()
    await other.getByText('“认定并答复异议”由法制办负责人办理。').waitFor()
    await other.context().close()
    // Others see it once the lists have followed.
    await county.stage.settle()
    const head = await county.logIn('office-head', '/console/batches/2018-2/notices/1')
    await head.getByLabel('异议不成立').check()
    await head.getByLabel('调查情况和认定理由').fill('经核查，两次处罚均不属于应当听证的情形。')
    await head.getByLabel('答复内容').fill('经核查，反映的情况不属实。')
    await shoot(head, 'office-objection-find')
    await head.getByRole('button', { name: '认定并答复' }).click()
    await head.getByRole('dialog').getByRole('button', { name: '认定并答复' }).click()
    await head.getByText('答复：经核查，反映的情况不属实。').waitFor()
    await head.context().close()
  })

  test('is closed by the office once its period is over, and leads to the meeting', async () => {
    await county.advanceTo('2018-05-17T09:00:00+08:00')
    await officer.reload()
    await officer.getByRole('button', { name: '结束公示' }).click()
    const dialog = officer.getByRole('dialog')
    for (const channel of ['网页', '邮箱', '来信', '值班记录']) await dialog.getByLabel(channel).check()
    await dialog.getByRole('button', { name: '确定结束公示' }).click()
    await officer
      .getByText(/已结束/)
      .first()
      .waitFor()
    await shoot(officer, 'office-notice-closed')
    await county.stage.settle()
    expect(await stepOf('dazhuang')).toBe('executiveMeeting')
    await officer.goto(`${county.origin}/console/register`)
    await officer.getByText('还没有命名的单位').waitFor()
    await shoot(officer, 'office-register')
  })
})

describe('three hundred rows', () => {
  test('stay usable', async () => {
    const answer = await threeHundredReviews()
    const page = await county.logIn('officer-2')
    await page.route('**/api/worklist', (route) => route.fulfill({ json: answer }))
    const began = performance.now()
    await page.goto(`${county.origin}/console/`)
    await page.getByText('开始初审（300件）').waitFor()
    const shown = performance.now()
    await page.getByLabel('按单位查找').fill('第288号')
    await page.getByText('我的待办（1/300）').waitFor()
    const found = performance.now()
    await page.getByRole('link', { name: '办理“初审”' }).waitFor()
    await page.getByLabel('按单位查找').fill('')
    await page.locator('thead input[type=checkbox]').first().check()
    const several = page.getByRole('button', { name: /通过选中的/ })
    await page.getByRole('button', { name: '通过选中的50件' }).waitFor()
    await page.getByText('已选中50件，其他页还有250件没有选中。').waitFor()
    await shoot(page, 'office-300-page-selected', { whole: false })
    await page.getByRole('button', { name: '选中全部 300 件' }).click()
    await page.getByRole('button', { name: '通过选中的300件' }).waitFor()
    // Narrowed, it is what is shown; all again, it is all.
    await page.getByLabel('按单位查找').fill('第28')
    await page.getByRole('button', { name: '通过选中的11件' }).waitFor()
    await page.getByLabel('按单位查找').fill('')
    await page.getByRole('button', { name: '通过选中的300件' }).waitFor()
    await page.getByRole('button', { name: '取消选择' }).click()
    await several.waitFor({ state: 'detached' })
    await page.locator('thead input[type=checkbox]').first().check()
    await page.getByRole('button', { name: '选中全部 300 件' }).click()
    await page.getByRole('columnheader', { name: '到达' }).click()
    await page.getByRole('listitem', { name: '6' }).click()
    await page.getByText('第300号').waitFor()
    await shoot(page, 'office-300')
    print(
      `300行：打开${Math.round(shown - began)}毫秒，查找${Math.round(found - shown)}毫秒，${await several.textContent()}`,
    )
    await page.context().close()
  })
})

test('no page complained', () => {
  expect(county.complaints()).toEqual([])
})
