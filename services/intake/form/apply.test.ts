import { beforeEach, describe, expect, it } from 'vitest'
import {
  type County,
  complete,
  completeAsKept,
  FORM,
  file,
  intakeCounty,
  LATE_FROM,
  PHONE,
  usedAs,
} from '../fixtures/intake-county.ts'

const CASE = 'case/2018-2/dazhuang'
let county: County
beforeEach(async () => {
  county = await intakeCounty()
})
const types = async () => (await county.events(CASE)).map((event) => (event as { type: string }).type)

describe('the call', () => {
  it('opens the batch, with what the county has where the call says nothing', async () => {
    expect(await county.call()).toMatchObject({ status: 200, body: { batch: '2018-2' } })
    expect(await county.events('batch/2018-2')).toMatchObject([
      {
        type: 'callPrepared',
        at: '2018-05-10T02:00:00.000Z',
        terms: {
          procedure: { name: 'creation-short', version: 1, digest: expect.any(String) },
          notice: { days: 7 },
          approval: { by: '泗县人民政府' },
          quota: 2,
        },
      },
      { type: 'callOpened', by: 'office-head', at: '2018-05-10T02:00:00.000Z' },
    ])
  })
  it('is not opened without the approval, by the head alone, or twice in other words', async () => {
    const without = (await county.call({ approval: { reference: ' ', date: '2018-03-01' } })).refusal()
    expect(without).toMatchObject({ code: 'incomplete', fields: { 'approval.reference': '请填写批准文号' } })
    expect((await county.call({ approval: undefined })).refusal().fields).toEqual({ approval: '请填写批准文号和日期' })
    expect((await county.post('office-head', 'batches/2018-2/call', {})).status).toBe(403)
    expect((await county.post('officer', 'batches/second/call', { ...complete })).status).toBe(422)
    await county.call()
    expect(await county.call({ quota: 3 })).toMatchObject({ status: 409, body: { code: 'conflict' } })
  })
})

describe('a unit whose title was revoked', () => {
  const AT = '2018-04-02T01:00:00.000Z'
  const revoked = [
    {
      ...{ type: 'conferred', v: 1, at: AT, unit: 'dazhuang', batch: '2016-1', on: '2016-12-20' },
      act: { stream: 'decision/2016-1/1', number: 2 },
    },
    {
      ...{ type: 'measureTaken', v: 1, at: AT, by: 'office-head', preparedBy: 'officer' },
      measure: { kind: 'revoke', on: '2018-04-02', number: '泗政〔2018〕3号', text: '发现一票否决情形。' },
    },
  ]
  const begins = async (asks: object, terms: object = {}) => {
    county = await intakeCounty(undefined, asks)
    const { head } = await county.ledger.read('title/dazhuang/2016-1')
    await county.ledger.append(head, revoked, 'revoked-1', 'office-head')
    await county.call(terms)
    return county.click('dazhuang-clerk', 'dazhuang/open')
  }
  it('does not begin again within the years that the county says', async () => {
    const refused = (await begins({ barredYears: 3 })).refusal()
    expect(refused).toMatchObject({ code: 'conflict', error: expect.stringContaining('2021年4月2日起可以申报') })
    expect(await county.events(CASE)).toEqual([])
  })
  it('begins where the county says nothing, and in a trial', async () => {
    expect((await begins({})).status).toBe(200)
    expect((await begins({ barredYears: 3 }, { trial: true })).status).toBe(200)
  })
})

describe('opening a case', () => {
  it('begins the application of a unit in scope, by the date and kind of the batch', async () => {
    await county.call({ trial: true, dates: { application: { lateFrom: '2018-05-11T00:00:00.000Z' } } })
    const page = (await county.click('dazhuang-clerk', 'dazhuang/open')).page()
    expect(page).toMatchObject({
      step: 'application',
      stepTitle: '创建申请',
      due: { said: '2018年5月11日8时00分' },
      batch: { trial: true },
    })
    expect(await county.events(CASE)).toMatchObject([{ type: 'opened', trial: true, by: 'dazhuang-clerk' }])
  })
  it('needs a call, a unit in scope, the date not past, and somebody of that unit', async () => {
    expect((await county.click('dazhuang-clerk', 'dazhuang/open')).status).toBe(404)
    await county.call()
    expect(await county.click('huangwei-clerk', 'huangwei/open')).toMatchObject({
      status: 409,
      body: { error: expect.stringContaining('不在创建范围') },
    })
    expect((await county.click('caogou-clerk', 'dazhuang/open')).status).toBe(403)
    county.clock.at = LATE_FROM
    expect(await county.click('dazhuang-clerk', 'dazhuang/open')).toMatchObject({ status: 409, body: { code: 'late' } })
  })
  it('does nothing twice', async () => {
    await county.call()
    await county.click('dazhuang-clerk', 'dazhuang/open')
    expect((await county.click('dazhuang-clerk', 'dazhuang/open')).status).toBe(200)
    expect(await types()).toEqual(['opened'])
  })
})

describe('the application', () => {
  beforeEach(async () => {
    await county.call()
    await county.click('dazhuang-clerk', 'dazhuang/open')
  })
  const save = (body: object, key?: string) => county.click('dazhuang-clerk', `dazhuang/${FORM}/save`, body, key)

  it('is not overwritten by whoever has not seen what stands there; a repeat is answered again', async () => {
    const base = (await save({ reason: '基础较好', base: '' })).page().form?.digest
    expect((await save({ reason: '另一处', base: '' })).refusal()).toMatchObject({ code: 'conflict' })
    const once = () => save({ reason: '更好', base }, 'one-click')
    expect((await once()).status).toBe(200)
    expect((await once()).page().form?.values).toEqual({ reason: '更好' })
  })
  it('is kept before it is complete, and says what is missing', async () => {
    const { form } = (await save({ reason: '基础较好', phone: PHONE })).page()
    expect(form).toMatchObject({
      values: { reason: '基础较好', phone: PHONE },
      missing: ['contact', 'project', 'creationPlan', 'workPlan', 'creationReport'],
    })
  })
  it('keeps whom to call out of ledger and contents', async () => {
    const { form } = (await save(complete)).page()
    expect(form).toMatchObject({ values: completeAsKept, missing: [] })
    expect(form?.files).toContainEqual({ owner: 'dazhuang', sha256: file(1), name: '材料1.pdf' })
    const [, saved] = (await county.events(CASE)) as { content: string; attachments: string[] }[]
    expect(saved?.attachments).toEqual([file(1), file(2), file(3)])
    const stored = JSON.stringify([await county.events(CASE), await county.contents.get(saved?.content ?? '')])
    expect(stored).not.toContain(PHONE)
    expect(stored).not.toContain('周联系')
  })
  it('keeps whom to call as names are written, and nobody whose name is lost', async () => {
    expect((await save({ contact: '周　联系' })).page().form?.values).toEqual({ contact: '周联系' })
    const lost = { contact: expect.stringContaining('“王?”') }
    expect((await save({ contact: '王?' })).refusal().fields).toEqual(lost)
  })
  it('asks whether whom to call is somebody, and keeps the name without the answer', async () => {
    const asked = '“热地”不能确定是不是一个人的姓名；确是一个人姓名的，请写作“热地（姓名）”'
    expect((await save({ contact: '热地' })).refusal().fields).toEqual({ contact: asked })
    for (const contact of ['大庄镇', '县政府', '办公室'])
      expect((await save({ contact })).refusal().fields).toEqual({ contact: expect.stringContaining(`“${contact}”`) })
    // What stands in the field is asked for again with the next save.
    expect((await save({ contact: '热地（姓名）' })).page().form?.values).toEqual({ contact: '热地（姓名）' })
    expect((await save({ contact: '热地（姓名）', phone: PHONE })).page().form?.values).toMatchObject({ phone: PHONE })
    expect((await save({ contact: '周联系（姓名）' })).page().form?.values).toMatchObject({ contact: '周联系' })
  })
  it('answers every wrong field at once, and keeps nothing of it', async () => {
    const refusal = (await save({ phone: '12', reason: 'x'.repeat(3001), nonsense: 1 })).refusal()
    expect(refusal).toEqual({
      code: 'incomplete',
      error: '“创建申请表”有3处需要修改。',
      fields: {
        phone: '联系电话应为11位手机号或固定电话，如0557-7021234，收到2位数字；请核对',
        reason: '申请理由最多3000字，收到3001字；请删减',
        nonsense: '没有这一填写栏',
      },
    })
    expect(await types()).toEqual(['opened'])
  })
  it('keeps the order of its files, and each name as it is at its use', async () => {
    const values = {
      creationReport: [usedAs(3, '丙.pdf'), usedAs(1, '甲.pdf'), file(2)],
      workPlan: [usedAs(1, '另名.pdf')],
    }
    const { form } = (await save(values)).page()
    const order = ['另名.pdf', '丙.pdf', '甲.pdf', '材料2.pdf']
    expect(form?.files.map(({ name }) => name)).toEqual(order)
    expect(form?.values.creationReport).toEqual([usedAs(3, '丙.pdf'), usedAs(1, '甲.pdf'), usedAs(2)])
    const [, saved] = (await county.events(CASE)) as { content: string; attachments: string[] }[]
    expect(await county.contents.get(saved?.content ?? '')).toEqual({ values: form?.values })
    expect(saved?.attachments).toEqual([file(1), file(2), file(3)])
    // Another order, or another name, is another answer: what was signed does not cover it.
    await save({ ...values, creationReport: values.creationReport.toReversed() })
    await save({ ...values, creationReport: [usedAs(2), usedAs(1, '甲.pdf'), usedAs(3, '丁.pdf')] })
    expect(new Set((await county.events(CASE)).map((event) => (event as { digest?: string }).digest)).size).toBe(4)
  })
  it('says of a file whose content is not what its name says, where it is used so', async () => {
    const { form } = (await save({ workPlan: [usedAs(1, '照片.jpg'), usedAs(2)] })).page()
    expect(form?.files).toEqual([
      { owner: 'dazhuang', sha256: file(1), name: '照片.jpg', note: '文件名为“照片.jpg”，内容实为PDF，已按PDF登记。' },
      { owner: 'dazhuang', sha256: file(2), name: '材料2.pdf' },
    ])
  })
  it.each([
    [`${'长'.repeat(260)}.pdf`, '文件名有264字，最多255字'],
    ['甲\u202efdp.exe.pdf', '不能使用的字符'],
    ['安装.exe', '系统不接收“.exe”类型的文件'],
  ])('takes no file under the name %s', async (name, why) => {
    const refusal = (await save({ workPlan: [usedAs(1, name)] })).refusal()
    expect(Object.entries(refusal.fields ?? {})).toEqual([
      [expect.stringContaining('workPlan'), expect.stringContaining(why)],
    ])
  })
  it('takes only files that the unit keeps', async () => {
    const refusal = (await save({ creationPlan: [file(1), file(9)], workPlan: [file(8)] })).refusal()
    expect(refusal.fields).toEqual({
      creationPlan: expect.stringContaining('还没有上传'),
      workPlan: expect.stringContaining('还没有上传'),
    })
  })
  it('does nothing for the same content, and remembers nobody twice', async () => {
    await save(complete)
    const [, first] = await county.events(CASE)
    await save(complete)
    expect(await types()).toEqual(['opened', 'saved'])
    await save({ ...complete, project: '另一个' })
    const [, , second] = await county.events(CASE)
    expect((second as { personal: object }).personal).toEqual((first as { personal: object }).personal)
  })
  it('is nobody else’s: another unit, a secretary, the office’s head', async () => {
    expect((await county.click('caogou-clerk', `dazhuang/${FORM}/save`, complete)).status).toBe(403)
    expect((await county.click('secretary', `dazhuang/${FORM}/save`, complete)).status).toBe(403)
    expect((await county.click('office-head', `dazhuang/${FORM}/save`, complete)).status).toBe(403)
  })
  it('is refused one millisecond late, and taken one before', async () => {
    county.clock.at = LATE_FROM
    expect((await save(complete)).refusal()).toMatchObject({
      code: 'late',
      error: expect.stringContaining('5月15日24时'),
    })
    county.clock.at = '2018-05-15T15:59:59.999Z'
    expect((await save(complete)).status).toBe(200)
  })
  it('is no JSON, then 400', async () => {
    expect((await county.click('dazhuang-clerk', `dazhuang/${FORM}/save`, 'reason=x')).status).toBe(400)
  })
})

describe('sign-offs and submission', () => {
  beforeEach(async () => {
    await county.call()
    await county.click('dazhuang-clerk', 'dazhuang/open')
    await county.click('dazhuang-clerk', `dazhuang/${FORM}/save`, complete)
  })
  const digest = async () => (await county.get('dazhuang-clerk', 'cases/2018-2/dazhuang')).page().form?.digest
  const sign = (who: string, body: object) => county.click(who, `dazhuang/${FORM}/sign`, body)
  const paper = { signOff: 'unitHead', opinion: '同意', on: '2018-05-10', signer: '郑镇长', scan: file(4) }

  it('are given on screen by the legal officer and from paper by the clerk', async () => {
    const page = (await county.signAll('dazhuang')).page()
    expect(page.form?.signOffs).toMatchObject([
      { name: 'legalOffice', mode: 'online', on: '2018-05-10', by: 'dazhuang法制（创建单位法制机构负责人）' },
      { name: 'unitHead', mode: 'paper', on: '2018-05-10', by: '郑镇长' },
      { name: 'countyOffice', title: '县法制机构意见' },
    ])
    expect(JSON.stringify(await county.events(CASE))).not.toContain('郑镇长')
    expect((await county.click('dazhuang-clerk', `dazhuang/${FORM}/submit`)).page()).toMatchObject({
      step: 'review',
    })
  })
  it('are refused to whoever is not their signer', async () => {
    const covers = await digest()
    const online = { signOff: 'legalOffice', opinion: '同意', covers }
    expect((await sign('dazhuang-clerk', online)).refusal().error).toContain(
      '在线签署，由本单位的创建单位法制机构负责人',
    )
    expect((await sign('dazhuang-head', { ...paper, covers })).refusal().error).toContain(
      '纸质签署，由本单位的创建单位经办人',
    )
    expect((await sign('caogou-legal', online)).status).toBe(403)
  })
  it('need, from paper, the day, the name and the scan, all said at once', async () => {
    const covers = await digest()
    const refusal = (
      await sign('dazhuang-clerk', { signOff: 'unitHead', opinion: '同意', on: '2018-06-01', covers })
    ).refusal()
    expect(refusal.fields).toEqual({
      on: '签署日期不能晚于今天（2018年5月10日）',
      signer: '请填写签署人姓名',
      scan: '请上传签字盖章页的扫描件',
    })
  })
  it('stand, from paper, on a page of their own, that was not there before the day of the signature', async () => {
    await sign('dazhuang-legal', { signOff: 'legalOffice', opinion: '同意', covers: await digest() })
    county.clock.at = '2018-05-11T02:00:00.000Z'
    const refused = async (more: object) =>
      (await sign('dazhuang-clerk', { ...paper, covers: await digest(), ...more })).refusal().fields
    expect(await refused({ scan: file(2) })).toEqual({
      scan: '这份文件是“创建申请表”的附件，不是本表的签字盖章页；请上传本表的签字盖章页的扫描件',
    })
    expect(await refused({ on: '2018-05-11' })).toEqual({
      scan: '这份扫描件2018年5月10日就已上传，早于签署日期（2018年5月11日）；请改正签署日期，或者上传这一天签字盖章的扫描件',
    })
    expect((await sign('dazhuang-clerk', { ...paper, on: '2018-05-10', covers: await digest() })).status).toBe(200)
  })
  it('cover the form that was seen: after a change they are void, and the older form cannot be signed', async () => {
    const covers = await digest()
    await county.signAll('dazhuang')
    const change = { ...complete, reason: '另有理由' }
    // What somebody else has saved is not overwritten by whoever does not say that they have seen it.
    expect((await county.click('dazhuang-legal', `dazhuang/${FORM}/save`, change)).refusal()).toMatchObject({
      code: 'conflict',
      error: '表格在别处修改过，本次没有保存；请核对两处内容后再保存。',
    })
    expect((await county.click('dazhuang-legal', `dazhuang/${FORM}/save`, { ...change, base: covers })).status).toBe(
      200,
    )
    expect((await sign('dazhuang-legal', { signOff: 'legalOffice', opinion: '同意', covers })).refusal()).toMatchObject(
      {
        code: 'elsewhere',
        error: expect.stringContaining('dazhuang法制（创建单位法制机构负责人）于2018年5月10日'),
      },
    )
    expect((await county.click('dazhuang-clerk', `dazhuang/${FORM}/submit`)).refusal().fields).toEqual({
      legalOffice: '尚缺“本单位法制机构意见”',
      unitHead: '尚缺“单位主要负责人意见”',
    })
  })
  it('do nothing twice', async () => {
    await county.signAll('dazhuang')
    expect((await county.signAll('dazhuang')).status).toBe(200)
    expect(await types()).toEqual(['opened', 'saved', 'signed', 'signed'])
  })
  it('submission names every field and sign-off that is missing', async () => {
    await county.click('dazhuang-clerk', `dazhuang/${FORM}/save`, { reason: '只有理由' })
    const { fields } = (await county.click('dazhuang-clerk', `dazhuang/${FORM}/submit`)).refusal()
    expect(Object.keys(fields ?? {})).toEqual([
      'contact',
      'phone',
      'project',
      'creationPlan',
      'workPlan',
      'creationReport',
      'legalOffice',
      'unitHead',
    ])
  })
  it('submission by another, and twice', async () => {
    await county.signAll('dazhuang')
    expect((await county.click('dazhuang-head', `dazhuang/${FORM}/submit`)).status).toBe(403)
    await county.click('dazhuang-clerk', `dazhuang/${FORM}/submit`)
    expect((await county.click('dazhuang-clerk', `dazhuang/${FORM}/submit`)).status).toBe(200)
    expect((await types()).filter((type) => type === 'decided')).toHaveLength(1)
  })
})
