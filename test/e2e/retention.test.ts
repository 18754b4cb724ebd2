/** A county from the call to the day on which it has erased whoever it knew: with the functions' own rights, and their clock. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { intakeEndpoints } from '#contracts/intake.ts'
import { noticeEndpoints } from '#contracts/notice.ts'
import { type RetentionPage, retentionEndpoints } from '#contracts/personal/retention.ts'
import { USUAL_TERMS } from '#county/retention.ts'
import { verifyCounty } from '#verify/verify-county.ts'
import { type Do, inOrder, OFFICE } from '../../packages/cli/rehearsal/acts.ts'
import { approveErasure, proposeErasure, readRetention } from '../../packages/cli/rehearsal/erasing/erasing-acts.ts'
import { fillIn, signAndSubmit } from '../../packages/cli/rehearsal/form-acts.ts'
import { accepted, review } from '../../packages/cli/rehearsal/judgement-acts.ts'
import { closeNotice, meet, publishNotice } from '../../packages/cli/rehearsal/list-acts.ts'
import { admitObjection, findObjection, OBJECTORS, objectOnPage } from '../../packages/cli/rehearsal/objection-acts.ts'
import { recordsOnDisk } from '../../packages/cli/verify/records-on-disk.ts'
import { BATCH, type Laptop, laptopUnderTest } from './laptop-under-test.ts'

const UNIT = 'caogou'
/** A year of each, so that the story has one and not ten. */
const retention = {
  ...USUAL_TERMS,
  ...{ contact: { years: 1, useDays: 30 }, signer: { years: 1 }, objector: { years: 1, useDays: 30 } },
}
let laptop: Laptop
beforeAll(async () => {
  laptop = await laptopUnderTest([UNIT], { retention })
  const { stage, advanceTo } = laptop
  const onDay = async (day: string, ...acts: readonly Do[]) => {
    await advanceTo(`${day}T10:00:00+08:00`)
    await inOrder(...acts)(stage)
    await stage.settle()
  }
  await onDay('2018-05-11', fillIn(UNIT, '草沟镇人民政府'), signAndSubmit(UNIT, '2018-05-11'))
  await onDay('2018-05-14', review(UNIT, accepted))
  await onDay('2018-05-15', publishNotice([UNIT], '2018-05-15'))
  await onDay('2018-05-16', objectOnPage(UNIT))
  await onDay('2018-05-17', admitObjection(UNIT, OFFICE.officer), findObjection(UNIT, 'notUpheld'))
  await onDay('2018-05-23', closeNotice())
  await onDay('2018-05-25', meet('泗政常纪〔2018〕38号', '2018-05-25', [UNIT], 'named'))
  // What does not matter here does not run for every day of a year.
  laptop.hooks.skipSchedule = (_rule, instant) => new Date(instant).getUTCHours() !== 0 || isDull(instant)
}, 240_000)
afterAll(async () => {
  await laptop?.cloud.close()
})
const AWAKE = ['2018-06-2', '2018-06-3', '2018-07-0', '2019-05-2', '2019-05-3', '2019-06-0']
const isDull = (instant: number) => !AWAKE.some((days) => new Date(instant).toISOString().startsWith(days))

const morning = async (day: string) => {
  laptop.forgetTokens()
  await laptop.advanceTo(`${day}T09:00:00+08:00`)
  await laptop.cloud.settle()
}
const kindsOf = ({ newest }: RetentionPage) => newest?.lines.map(({ kind }) => kind).toSorted()
const params = { batch: BATCH, n: '1' }
async function objected() {
  const api = laptop.as(OFFICE.officer)
  const [one] = (await api(noticeEndpoints.readNotice, { params })).objections
  return api(noticeEndpoints.readObjection, { params: { ...params, objection: one?.objection ?? '' } })
}

it('uses nobody’s data any more a month after they were needed, and keeps them', async () => {
  expect(await objected()).toMatchObject({ name: OBJECTORS.page.name })
  await morning('2018-07-02')
  expect(await objected()).toMatchObject({ name: '（已封存）', summary: OBJECTORS.page.summary })
  const asked = laptop.as(OFFICE.officer)(intakeEndpoints.readContact, { params: { batch: BATCH, unit: UNIT } })
  await expect(asked).rejects.toMatchObject({ status: 403, message: expect.stringContaining('这份个人信息已封存') })
  const page = await readRetention(laptop, OFFICE.officer)
  expect(page).toMatchObject({ blocked: 2, newest: { total: 0, lines: [] } })
  expect(page.newest?.coming.map(({ kind, due }) => [kind, due])).toEqual([
    ['异议人', '2019-05-24'],
    ...[0, 1].map(() => [expect.stringMatching(/^(联系人|签署人)$/), '2019-05-26']),
  ])
})

it('refuses to erase before the time, naming the day', async () => {
  const { newest } = await readRetention(laptop, OFFICE.officer)
  const ids = newest?.coming.map(({ id }) => id) ?? []
  const asked = laptop.as(OFFICE.officer)(retentionEndpoints.proposeErasure, {
    params: { day: newest?.day ?? '' },
    body: { ids },
  })
  await expect(asked).rejects.toMatchObject({
    status: 409,
    code: 'early',
    message: expect.stringMatching(/^异议人（编号[0-9a-f]{8}）2019年5月24日才到期，不能清除，另有2条也没有到期/),
  })
})

it('erases what is due once two people have said so, and proves the record without it', async () => {
  await morning('2019-05-27')
  expect(kindsOf(await readRetention(laptop, OFFICE.officer))).toEqual(['异议人', '签署人', '联系人'].toSorted())
  await proposeErasure(laptop.stage)
  const own = await readRetention(laptop, OFFICE.officer)
  const alone = laptop.as(OFFICE.officer)(retentionEndpoints.approveErasure, {
    params: { day: own.newest?.day ?? '' },
    body: { prepared: own.newest?.prepared ?? '' },
  })
  await expect(alone).rejects.toMatchObject({ status: 403 })
  await approveErasure(laptop.stage)
  expect(await objected()).toMatchObject({ name: '（已封存）' })
  await morning('2019-05-28')
  expect(await objected()).toMatchObject({ name: '（已删除）', summary: OBJECTORS.page.summary })
  const contact = await laptop.as(OFFICE.officer)(intakeEndpoints.readContact, { params: { batch: BATCH, unit: UNIT } })
  expect(contact.fields.map(({ value }) => value)).toEqual(['（已删除）', '（已删除）'])
  const page = await laptop.as(`clerk-${UNIT}`)(intakeEndpoints.readCase, { params: { batch: BATCH, unit: UNIT } })
  expect(page.form).toMatchObject({ values: { contact: '（已删除）', reason: expect.stringContaining('连续获评') } })
  expect(page.form?.signOffs.map(({ by }) => by)).toContain('（已删除）')
  const { newest, done, blocked } = await readRetention(laptop, OFFICE.head)
  expect(blocked).toBe(0)
  expect([newest, ...done].flatMap((one) => one?.erased ?? [])).toMatchObject([{ count: 3, left: 0 }])
})

it('holds together on the disk: nothing is found, and nothing of anybody is left', async () => {
  await laptop.cloud.close()
  const { records, findings: onDisk } = await recordsOnDisk(laptop.data)
  const { findings, counts } = await verifyCounty(records)
  // The clock was set forward over days on which no root could be sealed.
  expect([...onDisk, ...findings].filter(({ unsure }) => !unsure)).toEqual([])
  expect(counts.persons).toBeGreaterThan(3)
  const persons = records.persons as readonly unknown[]
  const text = JSON.stringify(persons)
  for (const one of [OBJECTORS.page.name, OBJECTORS.page.contact]) expect(text).not.toContain(one)
  const gone = persons.filter((one) => JSON.stringify(one).includes('erased'))
  expect(gone).toHaveLength(3)
  // Without the approval the very same rows are findings.
  const ledger = records.ledger.filter((item) => !JSON.stringify(item).includes('"retention/'))
  const without = await verifyCounty({ ...records, ledger })
  expect(without.findings.filter(({ kind }) => kind === 'person')).toHaveLength(3)
})
