/** The office enters a unit's paper form 代录, on the same screens and by the same endpoints as the unit. */
import { beforeEach, describe, expect, it } from 'vitest'
import { permissionFor } from '#procedure/permissions.ts'
import { type County, complete, FORM, file, intakeCounty, LATE_FROM, PHONE } from '../fixtures/intake-county.ts'

const CASE = 'case/2018-2/dazhuang'
let county: County
beforeEach(async () => {
  county = await intakeCounty()
  await county.call({ signOffs: { 'creation-application': { legalOffice: 'online', unitHead: 'online' } } })
})
const click = (path: string, body?: unknown, who = 'officer') => county.click(who, `dazhuang/${path}`, body)
const page = async (who: string) => (await county.get(who, 'cases/2018-2/dazhuang')).page()
const offered = async (who: string) => (await page(who)).commands.map(({ name }) => name)
const review = { outcome: 'accepted', reason: '符合条件。' }

async function sign(signOff: 'legalOffice' | 'unitHead', signer: string, more: object = {}, who = 'officer') {
  const covers = (await page(who)).form?.digest
  const paper = { signOff, opinion: '同意申请。', on: '2018-05-09', signer, scan: file(4), covers, ...more }
  return click(`${FORM}/sign`, paper, who)
}
async function handedIn() {
  await click('open')
  await click(`${FORM}/save`, complete)
  await sign('legalOffice', '李股长')
  await sign('unitHead', '郑镇长')
  return click(`${FORM}/submit`)
}

it('opens, fills in, signs as paper whatever the batch says, and hands in; the timeline says who', async () => {
  expect(await offered('officer')).toEqual(['open-case'])
  const { step, form, timeline } = (await handedIn()).page()
  expect(step).toBe('review')
  expect(form?.signOffs).toMatchObject([
    { name: 'legalOffice', mode: 'paper', by: '李股长', on: '2018-05-09' },
    { name: 'unitHead', mode: 'paper', by: '郑镇长' },
    { name: 'countyOffice' },
  ])
  expect(timeline.map(({ event, by }) => `${event} ${by}`)).toEqual([
    '代录：开始创建申请 钱经办（法制办经办人）',
    '代录：保存创建申请表 钱经办（法制办经办人）',
    '代录：录入纸质签署：本单位法制机构意见 钱经办（法制办经办人）',
    '代录：录入纸质签署：单位主要负责人意见 钱经办（法制办经办人）',
    '代录：已提交 钱经办（法制办经办人）',
  ])
  expect(timeline[2]?.files).toEqual([{ owner: 'dazhuang', sha256: file(4), name: '材料4.pdf' }])
})

it('offers whoever entered it no review and refuses it; somebody else reviews', async () => {
  await handedIn()
  expect(await offered('officer')).not.toContain('decide-step')
  const refused = await click('steps/review/decide', review)
  expect(refused).toMatchObject({ status: 403, body: { error: expect.stringContaining('代录') } })
  expect(await offered('officer2')).toContain('decide-step')
  expect((await click('steps/review/decide', review, 'officer2')).status).toBe(200)
})

it('after a return the clerk corrects it on screen, and the office still does not review what it entered', async () => {
  await handedIn()
  const back = { outcome: 'returned', reason: '请补充材料。', reopens: ['project'] }
  expect((await click('steps/review/decide', back, 'officer2')).status).toBe(200)
  const base = (await page('dazhuang-clerk')).form?.digest
  const mended = await click(`${FORM}/save`, { ...complete, project: '普法责任清单', base }, 'dazhuang-clerk')
  expect(mended.page().form?.signOffs).toMatchObject([{ mode: 'online' }, { mode: 'online' }, {}])
  const covers = mended.page().form?.digest
  for (const [who, signOff] of [
    ['dazhuang-legal', 'legalOffice'],
    ['dazhuang-head', 'unitHead'],
  ] as const)
    expect((await click(`${FORM}/sign`, { signOff, opinion: '同意。', covers }, who)).status).toBe(200)
  expect((await click(`${FORM}/submit`, {}, 'dazhuang-clerk')).page().step).toBe('review')
  expect((await click('steps/review/decide', review)).status).toBe(403)
  expect((await click('steps/review/decide', review, 'officer2')).status).toBe(200)
})

it('after a return the office enters it again from a paper that came after the return, and from no other', async () => {
  await handedIn()
  await county.keepFile('dazhuang', 5, '未用过的盖章页.pdf')
  county.clock.at = '2018-05-12T02:00:00.000Z'
  await click('steps/review/decide', { outcome: 'returned', reason: '请补充材料。', reopens: ['project'] }, 'officer2')
  county.clock.at = '2018-05-13T02:00:00.000Z'
  await click(`${FORM}/save`, { ...complete, project: '普法责任清单' })
  await county.keepFile('dazhuang', 6, '重新盖章的页.pdf')
  const again = (scan: string) => sign('legalOffice', '李股长', { on: '2018-05-12', scan })
  expect((await again(file(5))).refusal().fields).toEqual({
    scan: '这份扫描件在退回以前（2018年5月10日）就已上传，不是重新签署的；请上传重新签字盖章的扫描件',
  })
  expect((await again(file(4))).refusal().fields?.scan).toContain('是退回前（2018年5月10日）用过的')
  expect((await again(file(2))).refusal().fields?.scan).toContain('是“创建申请表”的附件')
  expect((await again(file(6))).status).toBe(200)
})

describe('whom to call', () => {
  it('is shown to who enters it, logged as such, to no other officer, and to nobody there once it is handed in', async () => {
    await click('open')
    expect((await click(`${FORM}/save`, complete)).page().form?.values).toMatchObject({ phone: PHONE })
    expect((await page('officer')).form?.values).toMatchObject({ contact: '周联系', phone: PHONE })
    expect(county.readings.at(-1)).toContain('代录创建申请表')
    const other = (await page('officer2')).form
    expect(other?.values).not.toHaveProperty('phone')
    await sign('legalOffice', '李股长')
    await sign('unitHead', '郑镇长')
    await click(`${FORM}/submit`)
    expect((await page('officer')).form?.values).not.toHaveProperty('phone')
  })

  it('stays when an officer goes on from what the unit has begun, having asked for it', async () => {
    await click('open', {}, 'dazhuang-clerk')
    await click(`${FORM}/save`, { contact: '周联系', phone: PHONE }, 'dazhuang-clerk')
    const { body } = await county.get('officer', 'cases/2018-2/dazhuang/contact')
    expect(body).toEqual({
      fields: [
        { name: 'contact', label: '联系人', value: '周联系' },
        { name: 'phone', label: '联系电话', value: PHONE },
      ],
    })
    const base = (await page('officer')).form?.digest
    const saved = (await click(`${FORM}/save`, { ...complete, contact: '周联系', phone: PHONE, base })).page()
    expect(saved.form?.missing).toEqual([])
    expect(saved.timeline.map(({ event }) => event)).toEqual(['开始创建申请', '保存创建申请表', '代录：保存创建申请表'])
  })
})

describe('is refused', () => {
  it('late, by the instant at which it was received', async () => {
    await click('open')
    await click(`${FORM}/save`, complete)
    await sign('legalOffice', '李股长')
    await sign('unitHead', '郑镇长')
    county.clock.at = LATE_FROM
    expect(await click(`${FORM}/submit`)).toMatchObject({ status: 409, body: { code: 'late' } })
    county.clock.at = new Date(Date.parse(LATE_FROM) - 1).toISOString()
    expect((await click(`${FORM}/submit`)).status).toBe(200)
  })
  it('as a sign-off on screen: without signer and scan', async () => {
    await click('open')
    await click(`${FORM}/save`, complete)
    const bare = await sign('legalOffice', '李股长', { signer: undefined, scan: undefined })
    expect(bare.refusal().fields).toEqual({ signer: '请填写签署人姓名', scan: '请上传签字盖章页的扫描件' })
    expect((await county.events(CASE)).filter((event) => (event as { type: string }).type === 'signed')).toEqual([])
  })
  it('by the head of the office, by a secretary, and by an officer who holds something in the unit', async () => {
    for (const who of ['office-head', 'secretary']) expect((await click('open', {}, who)).status).toBe(403)
    const both = [{ appointment: 'officeOfficer' }, { appointment: 'unitHead', unit: 'dazhuang' }]
    for (const command of ['open-case', 'sign-form', 'submit-form'] as const) {
      const allowed = (unit: string) => permissionFor(command, both, { unit })?.appointment
      expect([allowed('caogou'), allowed('dazhuang')]).toEqual([
        'officeOfficer',
        command === 'sign-form' ? 'unitHead' : undefined,
      ])
    }
  })
})

it('has nothing to do a second time', async () => {
  await handedIn()
  expect((await click(`${FORM}/submit`)).status).toBe(200)
  expect((await click('open')).status).toBe(200)
  expect(await county.events(CASE)).toHaveLength(5)
})
