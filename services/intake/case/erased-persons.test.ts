/** A case whose people's data are blocked or erased goes on being read by whoever read it before. */
import { beforeEach, expect, it } from 'vitest'
import { caseKind, caseStream } from '#case/case.ts'
import { readStream } from '#ledger/ledger.ts'
import { type County, complete, FORM, intakeCounty } from '../fixtures/intake-county.ts'

let county: County
const STREAM = caseStream('2018-2', 'dazhuang')
const ended = async () => {
  const reason = '不在创建范围内。'
  const answer = await county.click('officer', 'dazhuang/steps/review/decide', { outcome: 'refused', reason })
  expect(answer.page()).toMatchObject({ ended: true })
}
const papers = async () => Object.values((await readStream(county.ledger, caseKind, STREAM)).state.papers)
const contact = async () => (await papers())[0]?.form?.personal?.id ?? ''
const signer = async () => (await papers())[0]?.signOffs.unitHead?.signer?.id ?? ''
const form = async () => (await county.get('dazhuang-clerk', 'cases/2018-2/dazhuang')).page().form
const ask = () => county.get('officer', 'cases/2018-2/dazhuang/contact')

beforeEach(async () => {
  county = await intakeCounty()
  await county.call()
  await county.submitted()
})

it('says of a contact that is blocked that it is, and shows the rest of the form', async () => {
  await ended()
  const before = await form()
  await county.persons.block(await contact())
  const now = await form()
  expect(now?.values).toEqual({ ...before?.values, contact: '（已封存）', phone: '（已封存）' })
  expect((await ask()).refusal()).toMatchObject({ code: 'forbidden', error: expect.stringContaining('已封存') })
})

it('says of what was erased that it was: in the form, to whoever asks whom to call, and of who signed', async () => {
  await ended()
  for (const id of [await contact(), await signer()]) await county.persons.erase(id)
  const now = await form()
  expect(now?.values).toMatchObject({ contact: '（已删除）', phone: '（已删除）', reason: expect.any(String) })
  expect(now?.signOffs.find(({ name }) => name === 'unitHead')).toMatchObject({ by: '（已删除）', opinion: '同意申请' })
  expect((await ask()).body).toMatchObject({ fields: [{ value: '（已删除）' }, { value: '（已删除）' }] })
})

it('goes on with what was blocked while the case was over, once it is open again', async () => {
  const before = await form()
  await county.persons.block(await contact())
  expect((await form())?.values).toEqual(before?.values)
  expect((await ask()).status).toBe(200)
})

it('puts no word of ours into a form that is still filled in', async () => {
  await county.persons.erase(await contact())
  expect((await form())?.values).not.toHaveProperty('contact')
})

it('brings nothing back that was erased when the click that kept it is made again', async () => {
  await county.click('caogou-clerk', 'caogou/open')
  const save = () => county.click('caogou-clerk', `caogou/${FORM}/save`, complete, 'click-that-saves')
  await save()
  const stream = caseStream('2018-2', 'caogou')
  const { state } = await readStream(county.ledger, caseKind, stream)
  const erased = Object.values(state.papers)[0]?.form?.personal?.id ?? ''
  await county.persons.erase(erased)
  expect((await save()).status).toBe(200)
  expect(await county.persons.states([erased])).toEqual(new Map([[erased, 'erased']]))
  expect(JSON.stringify(await county.events(stream)).split(erased)).toHaveLength(2)
})
