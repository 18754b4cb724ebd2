/** The meeting secretary: one decision over twelve cases, entered on one page. */
import { writeFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readCase } from '../../packages/cli/rehearsal/stage.ts'
import { paper } from './acts-on-screen.ts'
import { findings, sideways } from './axe.ts'
import { AFTER_NOTICE, atNotice, noticeClosed, UNITS } from './cases-at-meeting.ts'
import { counted } from './counted.ts'
import { type CountyInBrowser, countyInBrowser, shoot } from './county-in-browser.ts'
import { pdfOf, strayOnPaper } from './on-paper.ts'

const SCAN = paper('常务会议纪要第38次.pdf')
const MEMBERS = '许建国、宋志远、何秀英、邓启明、范文涛、周立春、吴桂芳'
const ADDRESS = '/console/batches/2018-2/steps/executiveMeeting/resolutions'
let county: CountyInBrowser
let page: Page
beforeAll(async () => {
  county = await countyInBrowser({ acts: [...atNotice, ...noticeClosed], today: AFTER_NOTICE })
})
afterAll(() => county?.close())

const outcome = (group: string, label: string) =>
  page.getByRole('radiogroup', { name: group, exact: true }).getByText(label, { exact: true })
const reason = (name: string) => page.getByLabel(`${name}的例外理由`)
const record = () => page.getByRole('button', { name: '登记会议决定' })

it('shows what is missing at its place, and keeps what was typed through a reload', async () => {
  page = await county.logIn('secretary', ADDRESS)
  await page.getByLabel('会议纪要编号').waitFor()
  await shoot(page, 'secretary-empty')
  expect(await findings(page)).toEqual([])
  await outcome('会议结论', '命名').click()
  await page.getByText('超出1个').waitFor()
  await page.getByLabel('出席人员').fill(MEMBERS)
  await page.getByRole('button', { name: '吴桂芳' }).click()
  await outcome(`${UNITS.guotu}的结论`, '暂缓审议').click()
  await page.getByRole('button', { name: `登记回避：审议${UNITS.dazhuang}时` }).click()
  await page.getByTitle('宋志远').click()
  await page.keyboard.press('Escape')
  await record().click()
  await page.getByText('请填写例外理由').waitFor()
  await shoot(page, 'secretary-wrong')
  expect(await findings(page)).toEqual([])
  await page.reload()
  await page.getByText('缺席1人').waitFor()
  expect(await page.getByLabel('出席人员').inputValue()).toBe(MEMBERS)
  expect(await reason(UNITS.guotu).count()).toBe(1)
  await page.getByText('暂缓审议1个').waitFor()
  expect(await page.getByLabel(`审议${UNITS.dazhuang}时回避的人员`).count()).toBe(1)
  await page.evaluate('localStorage.clear()')
  await page.context().close()
})

it('says on leaving a field what is empty or cannot be read, and not while it is being typed', async () => {
  page = await county.logIn('secretary', ADDRESS)
  const said = (text: string) => page.getByText(text)
  const number = page.getByLabel('会议纪要编号')
  const meeting = page.getByLabel('会议名称')
  await number.focus()
  expect(await said('请填写编号').isVisible()).toBe(false)
  await meeting.focus()
  await said('请填写编号').waitFor()
  await number.fill('？')
  expect(await said('“？”中没有文字或数字').isVisible()).toBe(false)
  await meeting.fill('')
  await said('“？”中没有文字或数字').waitFor()
  await outcome('会议结论', '命名').click()
  await said('请填写会议名称').waitFor()
  await outcome(`${UNITS.guotu}的结论`, '暂缓审议').click()
  await reason(UNITS.guotu).fill('无')
  expect(await said('“无”没有写明例外理由').isVisible()).toBe(false)
  await number.fill('泗政常纪〔2018〕38号')
  await said('“无”没有写明例外理由').waitFor()
  expect(await said('不是编号').count()).toBe(0)
  await shoot(page, 'secretary-left')
  expect(await findings(page)).toEqual([])
  await page.evaluate('localStorage.clear()')
  await page.context().close()
})

it('reads names as persons, pasted with blanks and labels, and shows whom; one recusal is one person', async () => {
  page = await county.logIn('secretary', ADDRESS)
  const members = page.getByLabel('出席人员', { exact: true })
  await members.fill('许建国、宋志远、何　英、王　伟')
  await page.getByText('出席4人，缺席0人').waitFor()
  await members.fill('出席：许建国、宋志远；请假：何　英、王　伟')
  await page.getByText('出席2人，缺席2人').waitFor()
  await page.getByRole('button', { name: '何英（缺席）' }).waitFor()
  await members.fill('出席：许建国 宋志远 请假：何英')
  await page.getByText('出席2人，缺席1人').waitFor()
  await page.getByRole('button', { name: '何英（缺席）' }).waitFor()
  await members.fill('许建国、宋志远、王伟（请假）；列席：赵六、钱七')
  await page.getByText('出席2人，缺席1人').waitFor()
  await page.getByText('列席2人（赵六、钱七），不计入出席人员，也不登记。').waitFor()
  await shoot(page, 'secretary-labels')
  await members.fill('县长 许建国、何英请假')
  await page.getByText('“县长”是职务，不是姓名；请只写姓名；“何英请假”不只是姓名').waitFor()
  await shoot(page, 'secretary-labels-refused')
  await members.fill('许建国、宋志远、何　英、王　伟')
  await page.getByText('出席4人，缺席0人').waitFor()
  await page.getByRole('button', { name: `登记回避：审议${UNITS.dazhuang}时` }).click()
  await page.getByLabel(`审议${UNITS.dazhuang}时回避的其他人员`).fill('宋 志远')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.getByText('回避：宋志远', { exact: true }).waitFor()
  expect(await page.getByText('（回避）').count()).toBe(0)
  // Enter has not handed in what stands half done.
  expect(await page.getByText(/^还有\d+项需要补齐/).count()).toBe(0)
  await page.getByLabel('会议日期').fill('2018年5月14日')
  await page.getByText('2018年5月14日（周一）').waitFor()
  await shoot(page, 'secretary-names')
  expect(await findings(page)).toEqual([])
  await page.evaluate('localStorage.clear()')
  await page.context().close()
})

it('keeps the focus where what was pressed goes, and asks of two members of one name', async () => {
  page = await county.logIn('secretary', ADDRESS)
  const focused = () =>
    page.evaluate<string>("document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.title ?? ''")
  await page.getByLabel('出席人员', { exact: true }).fill('许建国、宋志远')
  await page.getByRole('button', { name: `登记回避：审议${UNITS.dazhuang}时` }).press('Enter')
  await expect.poll(() => page.evaluate<string>('document.activeElement?.title')).toBe('许建国')
  await page.locator('input[type=file]').setInputFiles(SCAN)
  await page.getByLabel(`移除${SCAN.name}`).press('Enter')
  await expect.poll(focused).toBe('选择文件：会议纪要扫描件')
  await page.getByLabel('出席人员', { exact: true }).fill('张伟、宋志远、张伟')
  await page.getByText('“张伟”写了不止一次').waitFor()
  await page.getByLabel('出席人员', { exact: true }).fill('张伟（财政局）、宋志远、张伟（司法局）')
  await page.getByText('出席3人，缺席0人').waitFor()
  await page.getByLabel('会议日期').fill('')
  await record().click()
  await page.getByText('请填写会议日期').waitFor()
  await shoot(page, 'secretary-one-name')
  expect(await findings(page)).toEqual([])
  await page.evaluate('localStorage.clear()')
  await page.context().close()
})

it('takes at most 12 inputs from the worklist to the record: 12 cases, 2 exceptions', async () => {
  page = await county.logIn('secretary')
  const hand = counted(page)
  await hand.click(page.getByRole('link', { name: /等待审议“常务会议”/ }))
  await page.getByLabel('会议纪要编号').waitFor()
  await hand.click(outcome('会议结论', '命名'))
  await hand.type(page.getByLabel('会议纪要编号'), '泗政常纪〔2018〕38号')
  await hand.type(page.getByLabel('会议日期'), '2018-05-14')
  await hand.type(page.getByLabel('出席人员'), MEMBERS)
  await hand.click(outcome(`${UNITS.jiaotong}的结论`, '暂缓审议'))
  await hand.type(reason(UNITS.jiaotong), '信访事项尚未办结')
  await hand.click(outcome(`${UNITS.chengguan}的结论`, '不予通过'))
  await hand.type(reason(UNITS.chengguan), '公示期间反映的问题查证属实')
  await page.locator('input[type=file]').setInputFiles(SCAN)
  await page.getByLabel(`移除${SCAN.name}`).waitFor()
  await shoot(page, 'secretary-filled')
  await hand.click(record())
  await page.getByRole('dialog').waitFor()
  await page.waitForTimeout(400)
  await page.getByText('决定方式：集体讨论、行政首长决定').waitFor()
  await page.getByText(/^暂缓审议1个：/).waitFor()
  await shoot(page, 'secretary-confirm', { whole: false })
  expect(await findings(page)).toEqual([])
  await hand.click(page.getByRole('button', { name: '确认登记' }))
  await page.getByText('登记于2018年').waitFor()
  /** The scan: chosen or dropped, one more. */
  const inputs = hand.count + 1
  console.log(`12 cases with 2 exceptions, from the worklist to the record: ${inputs} inputs`)
  expect(inputs).toBeLessThanOrEqual(12)
  await county.cloud.settle()
  const steps = await Promise.all(
    (['dazhuang', 'jiaotong', 'chengguan'] as const).map(
      async (unit) => (await readCase(county.stage, 'officer-1', unit)).step,
    ),
  )
  expect(steps).toEqual(['named', 'executiveMeeting', 'refused'])
  expect(county.complaints()).toEqual([])
})

it('shows what was recorded, begins the next meeting with its names, and prints a page for the file', async () => {
  await page.reload()
  await page.getByText('名额11个，此前已用10个').waitFor()
  expect(await page.getByLabel('出席人员').inputValue()).toBe(MEMBERS)
  await shoot(page, 'secretary-recorded')
  expect(await findings(page)).toEqual([])
  expect(await sideways(page)).toBe(0)
  await page.evaluate('window.print = () => { window.printed = true }')
  await page.getByRole('button', { name: '打印' }).click()
  expect(await page.evaluate('window.printed')).toBe(true)
  expect(await strayOnPaper(page)).toEqual([])
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByLabel('会议纪要编号').isVisible()).toBe(false)
  expect(await page.getByText('信访事项尚未办结').isVisible()).toBe(true)
  await page.pdf({ path: 'screenshots/secretary-printed.pdf', format: 'A4' })
})

it('dates what the meeting decided by the meeting’s own day, and prints a case without a sheet that is nearly blank', async () => {
  await page.goto(`${county.origin}/console/cases/2018-2/dazhuang`)
  await page.getByText(/2018-05-14（2018-05-\d\d \d\d:\d\d登记）/).waitFor()
  await shoot(page, 'secretary-case')
  const { bytes, pages } = await pdfOf(page)
  writeFileSync('screenshots/secretary-case.pdf', bytes)
  expect(pages).toBe(1)
})
