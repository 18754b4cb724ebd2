/** An objection whose sender's data are blocked or erased goes on being read. */
import { beforeEach, expect, it } from 'vitest'
import { readStream } from '#ledger/ledger.ts'
import { noticeKind } from '#steps/notice/notice.ts'
import { countyAtNotice } from '../fixtures/county-at-notice.ts'
import { complete, receiptOf, sendForm } from '../fixtures/send-form.ts'

let county: Awaited<ReturnType<typeof countyAtNotice>>
let receipt: string
beforeEach(async () => {
  county = await countyAtNotice()
  await county.list()
  receipt = receiptOf((await sendForm(county, complete)).text).receipt
})
const objector = async () =>
  (await readStream(county.ledger, noticeKind, 'notice/2018-2/1')).state.objections[receipt]?.objector?.id ?? ''
const read = async () => (await county.ask('officer', `/1/objections/${receipt}`)).body

it('shows who objected while that may be used', async () => {
  expect(await read()).toMatchObject({ name: complete.name, contact: complete.contact })
})
it('shows all but who objected once that is blocked, and once it is erased', async () => {
  const before = await read()
  await county.persons.block(await objector())
  expect(await read()).toEqual({ ...Object(before), name: '（已封存）', contact: undefined })
  await county.persons.erase(await objector())
  expect(await read()).toEqual({ ...Object(before), name: '（已删除）', contact: undefined })
})
