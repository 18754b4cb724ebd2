/** The call by two: an officer prepares it, the head reads it and opens it or sends it back. */
import { beforeEach, expect, it } from 'vitest'
import { callPage } from '#contracts/call.ts'
import { type County, file, intakeCounty, terms, usedAs } from '../fixtures/intake-county.ts'

const CALL = 'batches/2018-2/call'
let county: County
beforeEach(async () => {
  county = await intakeCounty()
})
const body = () => ({ ...terms, conditions: county.conditions, vetoes: county.vetoes })
const prepare = (more: object = {}, who = 'officer', key?: string) =>
  county.post(who, CALL, { ...body(), ...more }, key)
const page = async (who: string) => callPage.parse((await county.get(who, CALL)).body)
const seen = async () => (await page('office-head')).inHand?.prepared
const open = async (who = 'office-head', more: object = {}, key?: string) =>
  county.post(who, `${CALL}/approve`, { prepared: await seen(), secrecyChecked: true, ...more }, key)
const giveBack = async (reason = '申请期限再核。') =>
  county.post('office-head', `${CALL}/return`, { prepared: await seen(), reason })

it('prepared by an officer is seen by the office alone, in words and as its form takes it, and opened by another', async () => {
  const answer = callPage.parse((await prepare()).body)
  expect(answer).toMatchObject({
    ...{ batch: '2018-2', title: '第二批示范单位创建', trial: false, commands: ['prepare-call'] },
    inHand: {
      prepared: expect.stringMatching(/^[0-9a-f]{64}$/),
      ...{ preparedBy: '钱经办', preparedAt: '2018年5月10日10时00分' },
      terms: { ...body(), procedure: 'creation-short@1', approval: { ...terms.approval, by: '泗县人民政府' } },
    },
  })
  expect(answer).not.toHaveProperty('opened')
  expect(answer.shown).toContainEqual({
    ...{ title: '期限', text: [] },
    lines: [{ label: '创建申请截止', said: '2018年5月15日24时', note: '2018年5月16日0时起为逾期' }],
    items: [],
  })
  expect(answer.shown).toContainEqual({ title: '基本条件', text: [], lines: [], items: ['机构健全', '经费落实'] })
  expect((await page('office-head')).commands).toEqual(['open-call'])
  for (const who of ['dazhuang-clerk', 'secretary']) expect((await county.get(who, CALL)).status).toBe(404)
  expect((await county.click('dazhuang-clerk', 'dazhuang/open')).status).toBe(404)
})

it('says its own number apart from the approval, what is approved, its text and papers, and where the office is reached', async () => {
  await county.keepFile('office.minutes', file(9), '批复.pdf')
  const approval = { ...terms.approval, allows: '同意开展第二批创建活动。', scan: usedAs(9, '批复.pdf') }
  const words = {
    scope: '各乡镇人民政府。',
    text: '现将有关事项通知如下。\n请认真组织。',
    papers: ['创建标准', '申请表'],
  }
  await prepare({ approval, ...words, contact: { phone: '0557-7021234' } })
  expect((await open()).status).toBe(200)
  const shown = await page('dazhuang-clerk')
  expect(shown.shown).toMatchObject([
    { title: '通知正文', text: ['现将有关事项通知如下。', '请认真组织。'] },
    { title: '创建范围', text: ['各乡镇人民政府。'] },
    {
      title: '文件',
      lines: [
        { label: '通知', said: '泗政办秘〔2018〕2号，泗县人民政府办公室，2018年3月2日' },
        { said: '泗政〔2018〕1号，泗县人民政府，2018年3月1日', note: '批准内容：同意开展第二批创建活动。' },
      ],
    },
    ...Array.from({ length: 4 }, () => ({})),
    { title: '附件', items: ['创建标准', '申请表'] },
    { title: '联系方式', lines: [{ said: '0557-7021234' }] },
    ...Array.from({ length: 2 }, () => ({})),
  ])
  // Its pages are the office's alone.
  expect(JSON.stringify(shown)).not.toContain('批复')
  expect((await page('officer')).inHand?.scan).toEqual({ owner: 'office.minutes', sha256: file(9), name: '批复.pdf' })
})

it('comes with files in their order and under their names, which everybody gets once it is open', async () => {
  await county.keepFile('office.call', file(11), '标准.pdf')
  await county.keepFile('office.call', file(12), '申请表.pdf')
  const files = [usedAs(12, '附件2 申请表.pdf'), usedAs(11, '附件1 标准.pdf')]
  await prepare({ files, papers: ['活动说明'] })
  const shownTo = async (who: string) => (await page(who)).shown.find(({ title }) => title === '附件')
  expect(await shownTo('office-head')).toMatchObject({
    items: ['活动说明'],
    files: [{ name: '附件2 申请表.pdf' }, { name: '附件1 标准.pdf' }],
  })
  expect(JSON.stringify(await shownTo('office-head'))).not.toContain('/public/')
  expect((await page('office-head')).inHand?.files).toEqual([
    { owner: 'office.call', sha256: file(12), name: '附件2 申请表.pdf' },
    { owner: 'office.call', sha256: file(11), name: '附件1 标准.pdf' },
  ])
  expect((await page('officer')).inHand?.terms?.files).toEqual(files)
  expect((await open()).status).toBe(200)
  expect(await shownTo('dazhuang-clerk')).toMatchObject({
    files: [
      { name: '附件2 申请表.pdf', path: '/public/batches/2018-2/files/1' },
      { name: '附件1 标准.pdf', path: '/public/batches/2018-2/files/2' },
    ],
  })
})

it('takes no file that is not kept for calls, nor one whose name tells somebody’s number', async () => {
  await county.keepFile('office.minutes', file(11), '批复.pdf')
  for (const used of [usedAs(11, '批复.pdf'), usedAs(1, '材料1.pdf')])
    expect((await prepare({ files: [used] })).refusal().fields).toEqual({ files: expect.stringContaining('.pdf') })
  await county.keepFile('office.call', file(12), '表.pdf')
  expect((await prepare({ files: [usedAs(12, '联系13955571234.pdf')] })).refusal().fields).toHaveProperty(['files.0'])
  const many = Array.from({ length: 11 }, (_, i) => usedAs(i + 20))
  expect((await prepare({ files: many })).refusal().fields).toEqual({ files: '附件文件最多10个' })
  const twice = [usedAs(11, '附件.pdf'), usedAs(12, '附件.pdf')]
  expect((await prepare({ files: twice })).refusal().fields).toEqual({
    files: '附件中有两个“附件.pdf”，公众分不清；请改名后重新上传其中一个',
  })
})

it('is not opened with a file that the county’s scanner found bad meanwhile', async () => {
  county = await intakeCounty(undefined, { malwareScan: true })
  await county.keepFile('office.call', file(12), '表.pdf')
  await prepare({ files: [usedAs(12, '表.pdf')] })
  await county.scanned('office.call', file(12), false)
  expect((await open()).refusal().error).toContain('请退回，换掉或者去掉这些附件后重新拟制')
  expect(await county.events('batch/2018-2')).toHaveLength(1)
})

it('says of a file that was found bad once it was open that it is given no more, and gives the others', async () => {
  county = await intakeCounty(undefined, { malwareScan: true })
  for (const n of [11, 12]) await county.keepFile('office.call', file(n), `${n}.pdf`)
  await prepare({ files: [usedAs(11, '标准.pdf'), usedAs(12, '表.pdf')] })
  expect((await open()).status).toBe(200)
  await county.scanned('office.call', file(11), false)
  for (const who of ['officer', 'dazhuang-clerk'])
    expect((await page(who)).shown.find(({ title }) => title === '附件')?.files).toEqual([
      { name: '标准.pdf', stopped: expect.stringContaining('已停止提供') },
      { name: '表.pdf', path: '/public/batches/2018-2/files/2' },
    ])
})

it('takes no scan of the approval that is not kept, and no mobile number as the office’s', async () => {
  const approval = { ...terms.approval, scan: file(8) }
  expect((await prepare({ approval })).refusal().fields).toHaveProperty(['approval.scan'])
  const mobile = (await prepare({ contact: { phone: '13955571234' } })).refusal()
  expect(mobile.fields).toEqual({
    'contact.phone': '请去掉手机号码、身份证号：联系电话向社会公开；请填写办公电话，如0557-7021234',
  })
  expect(await county.events('batch/2018-2')).toEqual([])
})

it('opened is read by units, with the digest of what was frozen, and by the office with who did it', async () => {
  await prepare()
  const prepared = await seen()
  expect((await open()).status).toBe(200)
  const opened = { said: '2018年5月10日10时00分', digest: prepared }
  for (const who of ['dazhuang-clerk', 'secretary']) {
    const shown = await page(who)
    expect([shown.opened, shown.inHand, shown.commands]).toEqual([opened, undefined, []])
  }
  expect(await page('officer')).toMatchObject({
    ...{ opened, commands: [] },
    inHand: { prepared, preparedBy: '钱经办', openedBy: '赵主任' },
  })
  expect((await county.click('dazhuang-clerk', 'dazhuang/open')).status).toBe(200)
})

it('is not prepared by the head nor opened by an officer, nor unread, nor before the secrecy check', async () => {
  expect((await prepare({}, 'office-head')).refusal().error).toBe(
    '“拟制创建通知”由法制办经办人办理；您现在的岗位：法制办负责人。',
  )
  await prepare()
  expect((await open('officer')).status).toBe(403)
  expect((await open('office-head', { prepared: '0'.repeat(64) })).status).toBe(409)
  expect((await open('office-head', { secrecyChecked: false })).refusal().fields).toEqual({
    secrecyChecked: '请确认已进行保密审查',
  })
  expect(await county.events('batch/2018-2')).toHaveLength(1)
})

it('goes back with a reason, is mended and prepared again, and what was mended is what is opened', async () => {
  await prepare()
  const first = await seen()
  expect((await giveBack()).status).toBe(200)
  expect(await page('officer')).toMatchObject({
    inHand: { returned: { by: '赵主任', reason: '申请期限再核。' } },
    commands: ['prepare-call'],
  })
  expect((await open()).refusal().error).toBe('没有待签发的创建通知；请刷新后再办。')
  await prepare({ quota: 3 })
  expect((await open('office-head', { prepared: first })).refusal().error).toContain('之后又修改过')
  expect((await open()).status).toBe(200)
  expect((await page('dazhuang-clerk')).shown).toContainEqual(
    expect.objectContaining({ lines: expect.arrayContaining([{ label: '名额', said: '不超过3个单位' }]) }),
  )
})

it('of another officer is replaced only by whoever saw it, who is told whose it is', async () => {
  await prepare()
  expect((await prepare({ quota: 3 }, 'officer2')).refusal().error).toMatch(
    /^钱经办于.*拟制了创建通知，您打开页面时还没有/,
  )
  expect((await prepare({ quota: 3, replaces: await seen() }, 'officer2')).status).toBe(200)
})

it('is done once however often the same click is sent', async () => {
  for (let twice = 0; twice < 2; twice++) await prepare({}, 'officer', 'one-click-of-officer')
  const prepared = await seen()
  for (let twice = 0; twice < 2; twice++)
    expect((await open('office-head', { prepared }, 'one-click-of-head')).status).toBe(200)
  expect(await county.events('batch/2018-2')).toHaveLength(2)
})
