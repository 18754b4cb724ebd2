/** The batch says that the head's sign-off is a file with an electronic seal. */
import { beforeEach, expect, it } from 'vitest'
import { type County, complete, FORM, file, intakeCounty, terms } from '../fixtures/intake-county.ts'

let county: County
beforeEach(async () => {
  county = await intakeCounty()
  await county.call({ ...terms, signOffs: { 'creation-application': { legalOffice: 'online', unitHead: 'sealed' } } })
  await county.click('dazhuang-clerk', 'dazhuang/open')
  await county.click('dazhuang-clerk', `dazhuang/${FORM}/save`, complete)
  await sign('dazhuang-legal', { signOff: 'legalOffice', opinion: '同意' })
})
const page = async (who = 'dazhuang-clerk') => (await county.get(who, 'cases/2018-2/dazhuang')).page()
const sign = async (who: string, body: object) =>
  county.click(who, `dazhuang/${FORM}/sign`, { covers: (await page()).form?.digest, ...body })
const seal = { signOff: 'unitHead', opinion: '同意', on: '2018-05-10', signer: '郑镇长' }

it('is asked of the clerk with the file, entered, shown with its way, and void once the form changes', async () => {
  const offered = (await page()).commands.find(({ name }) => name === 'sign-form')
  expect(offered).toMatchObject({
    title: '录入电子印章签署：单位主要负责人意见',
    todo: expect.stringContaining('电子印章'),
  })
  expect(offered?.fields.map(({ label }) => label)).toEqual(['意见', '签章日期', '签章人姓名', '加盖电子印章的文件'])
  expect((await page('dazhuang-head')).commands.map(({ name }) => name)).not.toContain('sign-form')
  await county.keepFile('dazhuang', 20, '申请表（盖章）.ofd', county.clock.at, 'application/ofd')
  const signed = (await sign('dazhuang-clerk', { ...seal, scan: file(20) })).page()
  expect(signed.form?.signOffs[1]).toMatchObject({
    ...{ mode: 'sealed', by: '郑镇长', on: '2018-05-10', scan: { name: '申请表（盖章）.ofd' } },
  })
  expect(signed.timeline.at(-1)).toMatchObject({
    event: '录入电子印章签署：单位主要负责人意见',
    files: [{ name: '申请表（盖章）.ofd' }],
  })
  expect(JSON.stringify(await county.events('case/2018-2/dazhuang'))).not.toContain('郑镇长')
  const changed = (
    await county.click('dazhuang-clerk', `dazhuang/${FORM}/save`, { ...complete, reason: '另写一段理由' })
  ).page()
  expect(changed.form?.signOffs[1]).toMatchObject({ mode: 'sealed' })
  expect(changed.form?.signOffs[1]?.on).toBeUndefined()
})

it('takes no picture of a stamp, whatever the file is called, and says what is lacking', async () => {
  await county.keepFile('dazhuang', 21, '申请表.pdf', county.clock.at, 'image/jpeg')
  expect((await sign('dazhuang-clerk', { ...seal, scan: file(21) })).refusal().fields).toEqual({
    scan: expect.stringContaining('应为PDF或OFD，这份文件的内容是JPG'),
  })
  expect((await sign('dazhuang-clerk', { signOff: 'unitHead', opinion: '同意' })).refusal()).toMatchObject({
    error: '“单位主要负责人意见”为电子印章签署，还需补齐。',
    fields: { scan: '请上传加盖电子印章的PDF或OFD文件' },
  })
  expect((await sign('dazhuang-head', { ...seal, scan: file(4) })).refusal().error).toContain(
    '电子印章签署，由本单位的创建单位经办人',
  )
})
