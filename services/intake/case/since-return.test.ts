import { beforeEach, describe, expect, it } from 'vitest'
import { type County, complete, FORM, file, intakeCounty, usedAs } from '../fixtures/intake-county.ts'

let county: County
beforeEach(async () => {
  county = await intakeCounty()
  await county.call()
  await county.submitted()
})
const shown = async (who = 'officer') => (await county.get(who, 'cases/2018-2/dazhuang')).page().sinceReturn
const giveBack = (reopens: string[]) =>
  county.click('officer', 'dazhuang/steps/review/decide', { outcome: 'returned', reason: '项目过宽', reopens })

it('shows nothing before a return', async () => {
  expect(await shown()).toBeUndefined()
})

it('shows the reopened questions with what stood there and what stands there now', async () => {
  await giveBack(['project', 'reason', 'workPlan'])
  await county.click('dazhuang-clerk', `dazhuang/${FORM}/save`, {
    ...complete,
    project: '案卷评查',
    workPlan: [file(4)],
  })
  expect(await shown()).toMatchObject({
    by: '钱经办（法制办经办人）',
    reason: '项目过宽',
    answers: [
      { name: 'reason', changed: false, before: '基础较好', now: '基础较好' },
      { name: 'project', label: '创建示范项目名称', changed: true, before: '规范执法', now: '案卷评查' },
      { name: 'workPlan', changed: true, before: [usedAs(2)], now: [usedAs(4)] },
    ],
    files: expect.arrayContaining([{ owner: 'dazhuang', sha256: file(2), name: '材料2.pdf' }]),
  })
})

it('of a question about a person it shows only that it changed, to the unit too', async () => {
  await giveBack(['phone'])
  await county.click('dazhuang-clerk', `dazhuang/${FORM}/save`, { ...complete, phone: '13955550000' })
  for (const who of ['officer', 'dazhuang-clerk'])
    expect((await shown(who))?.answers).toEqual([{ name: 'phone', label: '联系电话', changed: true }])
})

it('compares with the last of several returns', async () => {
  await giveBack(['project'])
  await county.click('dazhuang-clerk', `dazhuang/${FORM}/save`, { ...complete, project: '案卷评查' })
  await county.signAll('dazhuang')
  await county.click('dazhuang-clerk', `dazhuang/${FORM}/submit`)
  await giveBack(['project'])
  expect((await shown())?.answers).toMatchObject([{ changed: false, before: '案卷评查', now: '案卷评查' }])
})

it('hands nothing in as it was returned without a word: signed anew, it says why nothing was to be changed', async () => {
  await giveBack(['project', 'workPlan'])
  const submit = (body: object = {}) => county.click('dazhuang-clerk', `dazhuang/${FORM}/submit`, body)
  const refused = await submit()
  expect([refused.status, refused.body]).toMatchObject([
    422,
    {
      error: expect.stringMatching(
        /已于2018年.*退回（初审：退回补正），退回“创建示范项目名称”、“.*”，理由：项目过宽。退回后没有修改/,
      ),
      fields: { explanation: '请修改退回的内容；确实不需要修改的，请写明理由', unitHead: expect.any(String) },
    },
  ])
  const offered = async () =>
    (await county.get('dazhuang-clerk', 'cases/2018-2/dazhuang'))
      .page()
      .commands.find(({ name }) => name === 'submit-form')?.fields
  expect(await offered()).toMatchObject([{ name: 'explanation', required: true }])
  await county.signAll('dazhuang')
  expect((await submit()).status).toBe(422)
  expect((await submit({ explanation: '只有签字页不清楚，已重新签署。' })).status).toBe(200)
  expect((await shown())?.explanation).toBe('只有签字页不清楚，已重新签署。')
  await giveBack(['project'])
  expect((await shown())?.explanation).toBeUndefined()
  await county.click('dazhuang-clerk', `dazhuang/${FORM}/save`, { ...complete, project: '案卷评查' })
  expect(await offered()).toEqual([])
})

describe('a paper signature after a return', () => {
  const paper = { signOff: 'unitHead', opinion: '同意', signer: '郑镇长' }
  async function sign(more: object) {
    const covers = (await county.get('dazhuang-clerk', 'cases/2018-2/dazhuang')).page().form?.digest
    return county.click('dazhuang-clerk', `dazhuang/${FORM}/sign`, { ...paper, covers, ...more })
  }
  beforeEach(async () => {
    // Scanned before the return, and not given for any signature.
    await county.keepFile('dazhuang', 5, '签字盖章页.pdf')
    county.clock.at = '2018-05-12T02:00:00.000Z'
    await county.keepFile('dazhuang', 6, '当日上午的签字盖章页.pdf', '2018-05-12T01:59:59.999Z')
    await giveBack(['project', 'workPlan'])
    county.clock.at = '2018-05-13T02:00:00.000Z'
    await save()
  })
  /** Changed, and signed by the legal officer on screen. */
  async function save(more: object = {}) {
    await county.click('dazhuang-clerk', `dazhuang/${FORM}/save`, { ...complete, project: '案卷评查', ...more })
    const covers = (await county.get('dazhuang-clerk', 'cases/2018-2/dazhuang')).page().form?.digest
    await county.click('dazhuang-legal', `dazhuang/${FORM}/sign`, { signOff: 'legalOffice', opinion: '同意', covers })
  }

  it('is none of before it, and the refusal says both days', async () => {
    await county.keepFile('dazhuang', 7, '重新签署.pdf')
    expect((await sign({ on: '2018-05-10', scan: file(7) })).refusal().fields).toEqual({
      on: expect.stringMatching(/签署日期（2018年5月10日）早于退回后修改并保存本表之日（2018年5月13日）/),
    })
    expect((await sign({ on: '2018-05-13', scan: file(7) })).status).toBe(200)
  })
  it.each([
    ['used', usedAs(5, '重新签署.pdf'), '在退回以前（2018年5月10日）就已上传，不是重新签署的'],
    ['used, of the day of the return', file(6), '在退回以前（2018年5月12日）就已上传，不是重新签署的'],
  ])('is on no page that was there before it, though never %s', async (_, scan, why) => {
    expect((await sign({ on: '2018-05-13', scan })).refusal().fields).toEqual({ scan: expect.stringContaining(why) })
  })
  it('is on no attachment of the form, whenever it was sent', async () => {
    await county.keepFile('dazhuang', 8, '新的工作计划.pdf')
    await save({ workPlan: [file(8)] })
    expect((await sign({ on: '2018-05-13', scan: usedAs(8, '签字盖章页.pdf') })).refusal().fields).toEqual({
      scan: '这份文件是“创建申请表”的附件，不是本表的签字盖章页；请上传本表的签字盖章页的扫描件',
    })
    await save({ workPlan: [file(2)] })
    expect((await sign({ on: '2018-05-13', scan: file(8) })).status).toBe(200)
  })
})

describe('a form of which nothing that it says has changed', () => {
  const clicked = (path: string, body: object = {}) => county.click('dazhuang-clerk', `dazhuang/${FORM}/${path}`, body)
  const save = (more: object) => clicked('save', { ...complete, ...more })
  /** Why it cannot be handed in, of the explanation. */
  const asked = async () => (await clicked('submit')).refusal().fields?.explanation
  const WHY = '请修改退回的内容；确实不需要修改的，请写明理由'
  beforeEach(() => giveBack(['project', 'reason', 'workPlan', 'phone', 'contact']))

  it.each([
    ['a file under another name', { workPlan: [usedAs(2, '工作计划（终稿）.pdf')] }],
    ['a file twice', { workPlan: [file(2), usedAs(2, '另名.pdf')] }],
    ['a character that nobody sees', { project: '规范\u200b执法' }],
    ['another drawing of a character', { project: '规\u{e0100}范执法', contact: '周\u{e0100}联系' }],
    ['what nobody sees behind it', { reason: '基础较好\u2060' }],
    ['blanks', { project: '规范 执法', reason: '基础较好\n' }],
  ])('with %s, is as it was returned', async (_, more) => {
    await save(more)
    expect(await asked()).toBe(WHY)
    expect((await shown())?.answers.filter(({ changed }) => changed)).toEqual([])
  })
  it('is so with what is personal put back as it was, alone or beside what stays', async () => {
    await save({ phone: '13955550000' })
    expect(await asked()).toBeUndefined()
    await save({ phone: '13955550000', contact: '吴联系' })
    await save({ contact: '吴联系' })
    expect(await asked()).toBeUndefined()
    expect((await shown())?.answers.filter(({ changed }) => changed)).toMatchObject([{ name: 'contact' }])
    await save({})
    expect(await asked()).toBe(WHY)
  })
  it('is so with a number that is dialled as before, however it was written', async () => {
    await save({ phone: '0557-7021234' })
    await county.signAll('dazhuang')
    await clicked('submit')
    await giveBack(['phone', 'project'])
    for (const phone of ['05577021234', '（0557）7021234', '+86 557 7021234']) {
      await save({ phone })
      expect([phone, await asked()]).toEqual([phone, WHY])
      expect((await shown())?.answers.filter(({ changed }) => changed)).toEqual([])
    }
    await save({ phone: '05577021234' })
    const { form } = (await county.get('dazhuang-clerk', 'cases/2018-2/dazhuang')).page()
    expect(form?.values).toMatchObject({ phone: '0557-7021234' })
    await save({ phone: '0557-7021234-8' })
    expect(await asked()).toBeUndefined()
  })
  it('but an answer that was not returned stays as it was written', async () => {
    await save({})
    await county.signAll('dazhuang')
    await clicked('submit', { explanation: '只有签字页不清楚，已重新签署。' })
    await giveBack(['project'])
    expect((await save({ contact: '周\u{e0100}联系' })).refusal().fields).toEqual({ contact: '此项未退回，不能修改' })
  })
  it.each([
    ['another number', { phone: '13955571235' }],
    ['another file', { workPlan: [file(4)] }],
    ['one more file', { workPlan: [file(2), file(4)] }],
    ['a word', { project: '规范执法案卷' }],
  ])('but not with %s', async (_, more) => {
    await save(more)
    expect(await asked()).toBeUndefined()
    expect((await shown())?.answers.filter(({ changed }) => changed)).toHaveLength(1)
  })
})
