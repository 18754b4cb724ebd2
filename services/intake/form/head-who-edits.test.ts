/** A head who fills the form in themselves signs it on paper, in a batch whose sign-offs are given on screen. */
import { beforeEach, expect, it } from 'vitest'
import { appoint, personKind, personStream } from '#roster/person.ts'
import { type County, complete, FORM, file, intakeCounty } from '../fixtures/intake-county.ts'

let county: County
beforeEach(async () => {
  county = await intakeCounty()
  await county.call({ signOffs: { 'creation-application': { legalOffice: 'online', unitHead: 'online' } } })
  const held = { appointment: 'unitClerk', unit: 'dazhuang', from: '2018-01-01' } as const
  await county.run(
    personKind,
    personStream('dazhuang-head'),
    appoint(held, { by: 'fixture', received: '2018-01-01T00:00:00.000Z' }),
  )
})
const click = (path: string, body?: unknown, who = 'dazhuang-head') => county.click(who, `dazhuang/${path}`, body)
const page = async (who = 'dazhuang-head') => (await county.get(who, 'cases/2018-2/dazhuang')).page()
const scanned = { on: '2018-05-10', signer: '郑镇长', scan: file(4) }

async function saved(by: string): Promise<void> {
  await click('open', undefined, by)
  await click(`${FORM}/save`, complete, by)
  const covers = (await page(by)).form?.digest
  await click(`${FORM}/sign`, { signOff: 'legalOffice', opinion: '同意。', covers }, 'dazhuang-legal')
}
const sign = async (more: object = {}, who?: string) =>
  click(
    `${FORM}/sign`,
    { signOff: 'unitHead', opinion: '同意申请。', covers: (await page()).form?.digest, ...more },
    who,
  )

it('is offered the paper and no signing on screen, and hands in with it', async () => {
  await saved('dazhuang-head')
  const { commands, form } = await page()
  expect(commands.find(({ name }) => name === 'sign-form')).toMatchObject({
    title: '录入纸质签署：单位主要负责人意见',
    fields: [{ name: 'opinion' }, { name: 'on' }, { name: 'signer' }, { name: 'scan' }],
  })
  expect(form?.signOffs).toMatchObject([{ mode: 'online' }, { name: 'unitHead', mode: 'paper' }, {}])
  const signed = await sign(scanned)
  expect(signed.page().form?.signOffs).toMatchObject([{}, { mode: 'paper', by: '郑镇长', on: '2018-05-10' }, {}])
  expect((await click(`${FORM}/submit`)).page().step).toBe('review')
})

it('is refused on screen, with what is possible, and with every field of the paper that is wrong', async () => {
  await saved('dazhuang-head')
  const refused = await sign()
  expect([refused.status, refused.body]).toMatchObject([
    422,
    { error: expect.stringContaining('请由没有填写过本表的负责人在线签署，或由您录入签字盖章的纸质签署。') },
  ])
  expect((await sign({ ...scanned, on: '2018-12-01' })).body).toMatchObject({ fields: { on: expect.any(String) } })
  expect(county.readings).toEqual(county.readings.filter((line) => !line.includes('signer')))
})

it('is not for a clerk who edited, whose head signs on screen', async () => {
  await saved('dazhuang-clerk')
  const clerks = await sign(scanned, 'dazhuang-clerk')
  expect([clerks.status, clerks.body]).toMatchObject([
    403,
    { error: '“单位主要负责人意见”本批次为在线签署，由本单位的创建单位主要负责人办理。' },
  ])
  expect((await sign({}, 'dazhuang-head')).page().form?.signOffs).toMatchObject([{}, { mode: 'online' }, {}])
})

it('has nothing to do a second time', async () => {
  await saved('dazhuang-head')
  await sign(scanned)
  const before = (await county.get('dazhuang-head', 'cases/2018-2/dazhuang')).page().timeline.length
  expect((await sign(scanned)).page().timeline).toHaveLength(before)
})
