/** The office asks organs about the units of a batch, enters what they reply, chases the last one; who checks reads it. */
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openCall } from '../../packages/cli/rehearsal/acts.ts'
import { asInSixian } from '../../packages/cli/rehearsal/catalogue-acts.ts'
import { fillIn, signAndSubmit } from '../../packages/cli/rehearsal/form-acts.ts'
import { forEach, inLong, LONG_BATCH, longTerms, nameOf } from '../../packages/cli/rehearsal/long-batch.ts'
import { type Act, BEGINNING, publishing } from '../../packages/cli/rehearsal/year.ts'
import { attach, paper } from './acts-on-screen.ts'
import { findings, sideways } from './axe.ts'
import { type CountyInBrowser, countyInBrowser, shoot } from './county-in-browser.ts'
import { sheetsOf } from './on-paper.ts'

const UNITS = ['guotu', 'sicheng'] as const
const PAGE = `/console/batches/${LONG_BATCH}/consultations`
const WORDS = '2017年一起行政处罚被法院判决撤销，见行政判决书。'
const acts: readonly Act[] = [
  ...publishing,
  inLong('2018-04-16T09:30', '发布全程创建通知', openCall(asInSixian(longTerms))),
  ...forEach('2018-05-16T09:00', UNITS, '填写申请表', (unit) => fillIn(unit, nameOf(unit))),
  ...forEach('2018-05-17T09:00', UNITS, '签署并提交', (unit) => signAndSubmit(unit, '2018-05-17')),
]
let county: CountyInBrowser
let officer: Page
beforeAll(async () => {
  county = await countyInBrowser({ acts, beginning: BEGINNING, today: '2018-05-18T09:00:00+08:00' })
})
afterAll(() => county?.close())
afterEach(({ task }) => (task.result?.state === 'fail' ? county.shootAll('consultation') : undefined))

const first = () => officer.getByRole('region', { name: '函询泗法函〔2018〕3号' })
const organ = (name: string) => first().getByRole('row').filter({ hasText: name })

/** What one click prints: its sheets stay for whoever looks at them here. */
async function printed(name: string) {
  await officer.evaluate(
    "window.print = () => { dispatchEvent(new Event('beforeprint')); document.body.append(document.querySelector('body > .sheets').cloneNode(true)) }",
  )
  await officer.getByRole('button', { name }).click()
  await officer.locator('body > .sheets .sheet').first().waitFor({ state: 'attached' })
  const sheets = await sheetsOf(officer)
  const marks = await officer.evaluate<string[]>(
    "[...document.querySelectorAll('body > .sheets .sheet')].map((one) => one.querySelector('[data-mark]')?.dataset.mark ?? '')",
  )
  await officer.evaluate("document.querySelector('body > .sheets').remove()")
  expect(sheets.every(({ within }) => within)).toBe(true)
  return { texts: sheets.map(({ text }) => text), marks }
}

test('a letter goes to all six organs about all units in one form, and is printed for each', async () => {
  officer = await county.logIn('officer-1', `/console/batches/${LONG_BATCH}`)
  await officer.getByRole('link', { name: '函询', exact: true }).click()
  await officer.getByText('函询的单位（2/2个单位）').waitFor()
  await officer.getByLabel('函号', { exact: true }).fill('泗法函〔2018〕3号')
  await officer.getByLabel('发函日期', { exact: true }).fill('2018-5-18')
  await officer.getByLabel('复函期限', { exact: true }).fill('2018-5-25')
  await shoot(officer, 'consultation-1-new')
  // Before it is registered: without its number, and marked so.
  const draft = await printed('打印函件草稿')
  expect([draft.texts.length, draft.marks]).toEqual([6, Array(6).fill('草稿')])
  expect(draft.texts.join('')).toContain('不迟于2018年5月25日（含当日）')
  expect(draft.texts.join('')).not.toContain('泗法函')
  await officer.getByRole('button', { name: '登记函询' }).click()
  await officer.getByRole('dialog').getByRole('button', { name: '登记函询' }).click()
  await officer.getByText('已复函0/6').waitFor()
  expect(await officer.getByText('未复函', { exact: true }).count()).toBe(6)
  await officer.getByRole('button', { name: '打印函件', exact: true }).waitFor()
  const all = await printed('打印全部函件（6份）')
  expect([all.texts.length, all.marks]).toEqual([6, Array(6).fill('')])
  for (const to of ['县公安局：', '县人民法院：', '县审计局：'])
    expect(
      all.texts.filter((text) => text.includes(to)),
      to,
    ).toHaveLength(1)
  expect(all.texts.every((text) => text.includes('泗法函〔2018〕3号') && text.includes('第1页　共1页'))).toBe(true)
  await shoot(officer, 'consultation-1-sent')
  expect([await findings(officer), await sideways(officer)]).toEqual([[], 0])
})

test('a reply that knows nothing is one tick, and only a unit that something is known of has words', async () => {
  const reply = async (id: string, name: string, day: string) => {
    await organ(name)
      .getByRole('button', { name: /登记复函/ })
      .click()
    const received = officer.getByLabel('收到日期', { exact: true })
    await received.waitFor()
    // The form below the table is in sight, and typed into at once.
    expect(await received.evaluate((at) => at === document.activeElement)).toBe(true)
    await received.fill(day)
    await attach(officer, `consultations-${LONG_BATCH}-1-${id}-scan`, [paper(`${name}复函.pdf`, name)])
  }
  const send = async (asks: string) => {
    await officer.getByRole('button', { name: '登记复函', exact: true }).click()
    await officer.getByRole('dialog').getByText(asks).last().waitFor()
    await officer.getByRole('dialog').getByRole('button', { name: '登记复函' }).click()
  }
  await county.advanceTo('2018-05-24T09:00:00+08:00')
  await officer.reload()
  await reply('police', '公安局', '2018-5-23')
  await officer.getByRole('radio', { name: '均未发现问题' }).check()
  await send('登记公安局的复函：均未发现问题。是否登记？')
  await officer.getByText('已复函1/6').waitFor()
  await reply('court', '人民法院', '2018-5-24')
  await officer.getByRole('radio', { name: '反映了部分单位的情况' }).check()
  await officer.getByRole('checkbox', { name: '县国土资源局' }).check()
  const words = officer.getByLabel('县国土资源局：所反映的情况')
  await words.fill('未发现违纪')
  await words.blur()
  await officer.getByText('“未发现违纪”没有写出情况；没有发现问题的，请去掉这个单位').waitFor()
  await words.fill(WORDS)
  await shoot(officer, 'consultation-2-reply')
  await send('登记人民法院的复函：反映了县国土资源局的情况。是否登记？')
  await officer.getByText('已复函2/6').waitFor()
  await organ('人民法院').getByText(WORDS).waitFor()
  expect([await findings(officer), await sideways(officer)]).toEqual([[], 0])
})

test('what was entered by mistake is corrected or withdrawn with a reason, and nothing is lost', async () => {
  const row = organ('公安局')
  await row.getByRole('button', { name: '更正：公安局' }).click()
  await officer.getByLabel('更正理由').fill('漏登了文号。')
  await officer.getByRole('button', { name: '更正复函', exact: true }).click()
  await officer.getByRole('dialog').getByRole('button', { name: '更正复函' }).click()
  await officer.getByText(/没有改动：/).waitFor()
  await officer.getByLabel('复函文号').fill('泗公函〔2018〕12号')
  await officer.getByRole('button', { name: '更正复函', exact: true }).click()
  await officer.getByRole('dialog').getByRole('button', { name: '更正复函' }).click()
  await row.getByText('更正理由：漏登了文号。').waitFor()
  await row.getByText('已更正').waitFor()
  expect([await findings(officer), await sideways(officer)]).toEqual([[], 0])
  await row.getByRole('button', { name: '撤销复函：公安局' }).click()
  await officer.getByRole('button', { name: /^取\s?消$/ }).click()
  expect(await officer.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('更正：公安局')
  await row.getByRole('button', { name: '撤销复函：公安局' }).click()
  await officer.getByLabel('撤销理由').fill('是信访局的复函。')
  await officer.getByRole('button', { name: '撤销复函', exact: true }).last().click()
  await officer
    .getByRole('dialog')
    .getByText(/撤销公安局的复函/)
    .last()
    .waitFor()
  await officer.getByRole('dialog').getByRole('button', { name: '撤销复函' }).click()
  await row.getByText('未复函', { exact: true }).waitFor()
  await row.getByText(/撤销理由：是信访局的复函。/).waitFor()
  await shoot(officer, 'consultation-5-withdrawn')
  expect([await findings(officer), await sideways(officer)]).toEqual([[], 0])
  await row.getByRole('button', { name: '登记复函：公安局' }).click()
  await attach(officer, `consultations-${LONG_BATCH}-1-police-scan`, [paper('公安局复函.pdf', '公安局')])
  await officer.getByRole('radio', { name: '均未发现问题' }).check()
  await officer.getByRole('button', { name: '登记复函', exact: true }).click()
  await officer.getByRole('dialog').getByRole('button', { name: '登记复函' }).click()
  await officer.getByText('已复函2/6').waitFor()
})

test('a letter that was not sent is withdrawn, and stays on the page', async () => {
  await officer.getByRole('button', { name: '再登记一次函询' }).click()
  await officer.getByLabel('函号', { exact: true }).fill('泗法函〔2018〕4号')
  await officer.getByLabel('发函日期', { exact: true }).fill('2018-5-24')
  await officer.getByLabel('复函期限', { exact: true }).fill('2018-5-25')
  await officer.getByRole('button', { name: '登记函询', exact: true }).click()
  await officer.getByRole('dialog').getByRole('button', { name: '登记函询' }).click()
  const letter = officer.getByRole('region', { name: '函询泗法函〔2018〕4号' })
  await letter.getByRole('button', { name: '撤销函询' }).click()
  await letter.getByLabel('撤销理由').fill('这次函询没有发出。')
  await letter.getByRole('button', { name: '撤销函询' }).last().click()
  await officer.getByRole('dialog').getByRole('button', { name: '撤销函询' }).click()
  await letter.getByText('已撤销', { exact: true }).waitFor()
  await letter.getByText(/撤销理由：这次函询没有发出。/).waitFor()
  expect([await findings(officer), await sideways(officer)]).toEqual([[], 0])
})

test('who has not replied in time waits for the office, and is chased by one click', async () => {
  await county.advanceTo('2018-05-28T09:00:00+08:00')
  await officer.goto(`${county.origin}/console/`)
  await officer.getByText(/催办复函（泗法函〔2018〕3号）：.*审计局/).waitFor()
  await officer.goto(`${county.origin}${PAGE}`)
  await officer.getByText('已复函2/6，逾期3日').waitFor()
  await organ('审计局').getByRole('button', { name: '记催办：审计局' }).click()
  await organ('审计局')
    .getByText(/2018年5月28日电话催办/)
    .waitFor()
  await shoot(officer, 'consultation-3-chased')
})

test('whoever checks the unit reads it there, and the unit never does', async () => {
  await officer.goto(`${county.origin}/console/batches/${LONG_BATCH}/steps/review/judge/guotu`)
  const asked = officer.getByRole('region', { name: '函询' })
  await asked.getByText(WORDS).waitFor()
  expect(await asked.getByText('泗法函〔2018〕4号').count()).toBe(0)
  await shoot(officer, 'consultation-4-judged')
  await officer.goto(`${county.origin}/console/cases/${LONG_BATCH}/sicheng`)
  await asked.getByText(/6个机关已复函2个，均未发现问题；.*审计局未复函（逾期3日）/).waitFor()
  expect([await findings(officer), await sideways(officer)]).toEqual([[], 0])
  await officer.route(`**/api/batches/${LONG_BATCH}/consultations`, (route) =>
    route.fulfill({ status: 503, json: { error: '系统暂时不能办理，请稍后再试。' } }),
  )
  await officer.reload()
  await asked.getByText('函询没有读到，请重试。').waitFor()
  await officer.unroute(`**/api/batches/${LONG_BATCH}/consultations`)
  await asked.getByRole('button', { name: '重试' }).click()
  await asked.getByText(/6个机关已复函2个/).waitFor()
  const clerk = await county.logIn('clerk-guotu', `/console/cases/${LONG_BATCH}/guotu`)
  await clerk.getByText('县国土资源局').first().waitFor()
  await clerk.goto(`${county.origin}${PAGE}`)
  await clerk
    .getByText(/“查看函询”由/)
    .first()
    .waitFor()
  expect(await clerk.getByText('法院').count()).toBe(0)
  await clerk.context().close()
})
