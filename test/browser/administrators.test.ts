/** The three administrators: one enters, another approves, the third looks, and the office's head is told. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { COLUMNS } from '#roster-file/roster-columns.ts'
import { type CountyInBrowser, countyInBrowser, shoot } from './county-in-browser.ts'

let county: CountyInBrowser
afterEach(({ task }) => (task.result?.state === 'fail' ? county.shootAll('administrators') : undefined))
beforeAll(async () => {
  county = await countyInBrowser({ steady: true })
})
afterAll(() => county?.close())

const YEAR = `年份 2019
依据 国务院办公厅关于2019年部分节假日安排的通知（国办发明电〔2018〕15号）
放假 2018-12-30 至 2019-01-01
上班 2018-12-29
放假 2019-02-04 至 2019-02-10
上班 2019-02-02
上班 2019-02-03
放假 2019-04-05 至 2019-04-07
放假 2019-05-01 至 2019-05-04
放假 2019-06-07 至 2019-06-09
放假 2019-09-13 至 2019-09-15
放假 2019-10-01 至 2019-10-07
上班 2019-09-29
上班 2019-10-12
上班 2019-05-05`

const to = async (page: Page, part: string) => {
  await page.getByRole('link', { name: '名册', exact: true }).click()
  if (part) await page.getByRole('navigation', { name: '名册' }).getByRole('link', { name: part }).click()
}
const choose = async (page: Page, label: string, words: string) => {
  await page.getByLabel(label, { exact: true }).fill(words)
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option').first().click()
}

test('the system administrator enters a post, which gives nothing until the security administrator approves it', async () => {
  const system = await county.logIn('admin')
  await to(system, '')
  await system.getByText(/人员和岗位（2018年5月8日，54人）/).waitFor()
  await system.getByLabel('按姓名、岗位或单位查找').fill('管理员')
  for (const name of ['张正明', '袁静山', '骆文渊']) await system.getByText(name).first().waitFor()
  await shoot(system, 'administrators-roster')
  await to(system, '登记')
  const form = system.getByRole('form', { name: '登记岗位' })
  await form.waitFor()
  await shoot(system, 'administrators-enter')
  await choose(system, '人员', '朱怀谷')
  await choose(system, '岗位', '法制办经办人')
  await form.getByLabel('开始日期').fill('2018-5-8')
  await form.getByRole('button', { name: '登记岗位' }).click()
  // No toast says that it is done.
  await system.getByText('已登记，等待批准').waitFor()
  expect(await system.getByText('已办理').count()).toBe(0)
  await system.getByText('已登记，1项等待另一名管理员批准。').waitFor()
  await county.stage.settle()
  await to(system, '审批和变动')
  await system.getByText('任法制办经办人，自2018年5月8日起').waitFor()
  expect(await system.getByRole('button', { name: /批准选中/ }).count()).toBe(0)
  await system.getByRole('button', { name: '收回' }).waitFor()
  await shoot(system, 'administrators-waiting')

  const auditor = await county.logIn('auditor')
  await to(auditor, '审批和变动')
  await auditor.getByText('任法制办经办人，自2018年5月8日起').waitFor()
  for (const act of ['收回', '退回', '标为已阅'])
    expect(await auditor.getByRole('button', { name: act }).count()).toBe(0)
  expect(await auditor.getByRole('link', { name: '登记' }).count()).toBe(0)
  await auditor.getByRole('link', { name: '查阅记录' }).click()
  await auditor.getByText(/材料查阅记录/).waitFor()

  const security = await county.logIn('security')
  await security.getByRole('link', { name: '批准岗位和账号（1项）' }).click()
  await security.getByLabel('选择朱怀谷：任法制办经办人，自2018年5月8日起').check()
  await security.getByRole('button', { name: '批准选中的1项' }).click()
  await security.getByRole('button', { name: '批准', exact: true }).click()
  await security.getByText('已批准1项').waitFor()
  await security.getByText('没有等待批准的岗位和账号').waitFor()
  await county.stage.settle()

  const head = await county.logIn('office-head')
  await head.getByRole('link', { name: '阅知岗位和账号的变动（1项）' }).click()
  await head.getByText('未阅').waitFor()
  const row = head.getByRole('row').filter({ hasText: '任法制办经办人，自2018年5月8日起' })
  for (const name of ['张正明', '袁静山']) await row.getByText(name).waitFor()
  await shoot(head, 'administrators-head')
  await head.getByRole('button', { name: '标为已阅' }).click()
  await head.getByText('未阅').waitFor({ state: 'detached' })
  await county.stage.settle()
  await head.goto(`${county.origin}/console/`)
  await head
    .getByText(/我的待办/)
    .first()
    .waitFor()
  expect(await head.getByText('阅知岗位和账号的变动').count()).toBe(0)
  expect(county.complaints()).toEqual([])
})

test('a login that is taken from somebody is shown first, declined with a reason, and a day before has what was', async () => {
  const system = await county.logIn('admin')
  await to(system, '导入名册')
  const file = join(mkdtempSync(join(tmpdir(), 'shifan-roster-')), '名册.csv')
  writeFileSync(file, [COLUMNS.join(','), '人员,r048,张正明,,,,office-head,,,,,'].join('\r\n'))
  await system.getByLabel('名册文件').setInputFiles(file)
  await system.getByText(/账号“office-head”由陈一鸣（r046）改归张正明/).waitFor()
  await shoot(system, 'administrators-import')
  await system.getByRole('button', { name: /处已核对，导入/ }).click()
  await system.getByText(/其中账号和岗位1项等待另一名管理员批准/).waitFor()
  // The button that was pressed is gone; whoever works by keyboard is at the result.
  expect(await system.evaluate(() => document.activeElement?.textContent)).toContain('已导入')
  await county.stage.settle()
  const security = await county.logIn('security')
  await to(security, '审批和变动')
  const row = security.getByRole('row').filter({ hasText: '账号“office-head”' })
  await row.getByText(/原来是陈一鸣的/).waitFor()
  await row.getByRole('button', { name: '退回' }).click()
  await security.getByLabel('退回的理由').fill('账号不能改归他人使用。')
  await security.getByRole('dialog').getByRole('button', { name: '退回' }).click()
  await security.getByText('没有等待批准的岗位和账号').waitFor()
  await county.stage.settle()
  await to(system, '审批和变动')
  await system.getByText('我登记的，没有批准（1项）').waitFor()
  await system.getByRole('row').filter({ hasText: '账号不能改归他人使用。' }).getByText('袁静山').waitFor()
  await shoot(system, 'administrators-declined')
  await to(system, '登记')
  const form = system.getByRole('form', { name: '登记岗位' })
  await choose(system, '人员', '朱怀谷')
  await choose(system, '岗位', '审计管理员')
  await form.getByLabel('开始日期').fill('2018-5-8')
  await form.getByRole('button', { name: '登记岗位' }).click()
  await system.getByText('已登记，1项等待另一名管理员批准。').waitFor()
  await county.stage.settle()
  await to(system, '审批和变动')
  await system.getByRole('button', { name: '收回' }).click()
  await shoot(system, 'administrators-take-back', { whole: false })
  await system.getByRole('dialog').getByRole('button', { name: '收回' }).click()
  await system.getByText('已收回').waitFor()
  await system.getByText('没有等待批准的岗位和账号').waitFor()
  await to(security, '')
  await security.getByLabel('日期', { exact: true }).fill('2018-5-7')
  await security.getByText(/人员和岗位（2018年5月7日/).waitFor()
  await security.getByLabel('按姓名、岗位或单位查找').fill('朱怀谷')
  await security.getByText(/会议秘书，自2018年1月1日起/).waitFor()
  expect(await security.getByText('法制办经办人').count()).toBe(0)
  await shoot(security, 'administrators-before')
  expect(county.complaints()).toEqual([])
})

test('the head enters a year’s holidays on the page, and the administrators read them', async () => {
  const head = await county.logIn('office-head')
  await to(head, '节假日')
  const text = head.getByLabel('全年的放假和上班日期')
  await text.fill('年份 2019')
  await head.getByRole('button', { name: '录入' }).click()
  await head.getByText(/没有“放假”的日期/).waitFor()
  await shoot(head, 'administrators-holidays')
  await text.fill(YEAR)
  await head.getByRole('button', { name: '录入' }).click()
  await head
    .getByText(/录入2019年：放假30天，调休上班6天/)
    .last()
    .waitFor()
  await head.getByRole('dialog').getByRole('button', { name: '录入' }).click()
  await head.getByRole('cell', { name: '2019年', exact: true }).waitFor()
  const auditor = await county.logIn('auditor')
  await to(auditor, '节假日')
  await auditor.getByRole('row').filter({ hasText: '国办发明电〔2018〕15号' }).getByText('陈一鸣').waitFor()
  await auditor.getByText('节假日安排由法制办负责人录入。').waitFor()
  expect(county.complaints()).toEqual([])
})

test('a unit that may be one of the county is shown before it is imported, and entered by whoever says which one it is not', async () => {
  const system = await county.logIn('admin')
  await to(system, '导入名册')
  const file = join(mkdtempSync(join(tmpdir(), 'shifan-roster-')), '名册.csv')
  const lines = ['单位,dazhuang2,大庄镇政府,乡镇,,是,,,,,,', '单位,hongcheng,虹城街道办事处,街道,,是,,,,,,']
  writeFileSync(file, [COLUMNS.join(','), ...lines].join('\r\n'))
  await system.getByLabel('名册文件').setInputFiles(file)
  await system.getByText('有1个单位疑似重复登记，请逐条核对：').waitFor()
  await system.getByText(/第2行：疑似同一单位：“大庄镇政府”，名册已有“大庄镇人民政府”（编号dazhuang）/).waitFor()
  await system.getByText('第3行：单位类别“街道”按“乡镇”登记。').waitFor()
  await shoot(system, 'administrators-alike')
  await to(system, '登记')
  const form = system.getByRole('form', { name: '登记单位' })
  await form.getByLabel('单位编号').fill('dazhuang2')
  await form.getByLabel('单位名称').fill('大庄镇政府')
  await form.getByRole('radio', { name: '乡镇' }).check()
  await form.getByRole('radio', { name: '不在创建范围内' }).check()
  await form.getByRole('button', { name: '登记单位' }).click()
  await form.getByText('名册里有名称相近的单位；确是另一个单位的，请在这里选出那个单位').waitFor()
  await shoot(system, 'administrators-alike-form')
  await choose(system, '名称相近的单位', '大庄镇')
  await form.getByRole('button', { name: '登记单位' }).click()
  await system.getByText('已登记。').waitFor()
  expect(county.complaints()).toEqual([])
})
