/** An amendment gives units time and the end of a batch ends their cases: nobody of a unit that takes part has a hand in it. */
import { beforeEach, describe, expect, it } from 'vitest'
import { changesPage } from '#contracts/change.ts'
import type { Appointment } from '#procedure/appointments.ts'
import { appoint, personKind, personStream } from '#roster/person.ts'
import { registerUnit, unitKind, unitStream } from '#roster/unit.ts'
import { type County, intakeCounty } from '../fixtures/intake-county.ts'

let county: County
beforeEach(async () => {
  county = await intakeCounty()
  await county.call()
})
const BATCH = 'batches/2018-2'
const STREAM = 'batch/2018-2'
const reason = '遭遇汛情，各单位集中防汛。'
const ASKED = { by: 'fixture', received: '2018-01-01T00:00:00.000Z' }
const appointed = (who: string, appointment: Appointment, unit?: string) =>
  county.run(personKind, personStream(who), appoint({ from: '2018-01-01', appointment, ...(unit && { unit }) }, ASKED))
const outOfScope = (unit: string) =>
  county.run(unitKind, unitStream(unit), registerUnit(unit, { name: '草沟镇', kind: 'town', inScope: false }, ASKED))
const page = async (who: string) => changesPage.parse((await county.get(who, `${BATCH}/changes`)).body)
const written = async () => (await county.events(STREAM)).length

describe.each([
  ['amendment', { dates: { application: { lastDay: '2018-05-31' } }, reason }, '变更通知', '拟制变更通知'],
  ['cancelling', { reason }, '取消决定', '拟取消批次'],
] as const)('%s', (what, body, title, preparing) => {
  const prepare = (who = 'officer', key?: string) => county.post(who, `${BATCH}/${what}`, body, key)
  const seen = async (who: string) => (await page(who))[what]?.prepared
  const approve = async (who: string, key?: string, prepared?: string) =>
    county.post(who, `${BATCH}/${what}/approve`, { prepared: prepared ?? (await seen(who)), secrecyChecked: true }, key)
  const giveBack = async (who: string) =>
    county.post(who, `${BATCH}/${what}/return`, { prepared: await seen(who), reason: '请再核对。' })
  const said = (command: string, by: string) =>
    `您在草沟镇任职，按规定应当回避，不能“${command}”；请由没有在创建单位任职的${by}办理，没有的请系统管理员增设。`

  it('is neither approved nor returned by a head of a unit that may still apply, nor offered to them', async () => {
    await prepare()
    await appointed('office-head', 'unitClerk', 'caogou')
    const before = await written()
    for (const answer of [await approve('office-head'), await giveBack('office-head')])
      expect([answer.status, answer.refusal()]).toMatchObject([
        403,
        { code: 'forbidden', error: said(`签发${title}`, '法制办负责人') },
      ])
    expect(await written()).toBe(before)
    const shown = await page('office-head')
    expect(shown.commands).toEqual([])
    expect(shown.apart).toBe(
      '您在草沟镇任职，按规定应当回避，不办理本批次的变更和取消；请由没有在创建单位任职的法制办人员办理，没有的请系统管理员增设。',
    )
    expect(await page('secretary')).not.toHaveProperty('apart')
  })

  it('is approved by another head, and by one of a unit that is out of scope and has no case', async () => {
    await prepare()
    await appointed('secretary', 'officeHead')
    expect((await page('secretary')).commands).toContain(`approve-${what}`)
    expect((await giveBack('secretary')).status).toBe(200)
    await prepare()
    await appointed('office-head', 'unitClerk', 'huangwei')
    expect(await page('office-head')).not.toHaveProperty('apart')
    expect((await approve('office-head')).status).toBe(200)
  })

  it('is another person’s as well while a unit’s case goes on, though it is out of scope by now', async () => {
    await county.click('caogou-clerk', 'caogou/open')
    await appointed('office-head', 'unitClerk', 'caogou')
    await outOfScope('caogou')
    await prepare()
    expect((await approve('office-head')).status).toBe(403)
  })

  it('is not prepared by an officer of such a unit, and offered to the others alone', async () => {
    await appointed('officer', 'unitClerk', 'caogou')
    const before = await written()
    expect((await prepare()).refusal().error).toBe(said(preparing, '法制办经办人'))
    expect([await written(), (await page('officer')).commands]).toEqual([before, []])
    expect((await page('officer2')).commands).toContain(`prepare-${what}`)
    expect((await prepare('officer2')).status).toBe(200)
  })

  it('that was done before the appointment is answered again, by the same click and by another', async () => {
    await prepare('officer', 'click-of-officer')
    await appointed('officer', 'unitClerk', 'caogou')
    for (const key of ['click-of-officer', undefined]) expect((await prepare('officer', key)).status).toBe(200)
    const prepared = await seen('office-head')
    await approve('office-head', 'click-of-head')
    const before = await written()
    await appointed('office-head', 'unitClerk', 'caogou')
    for (const key of ['click-of-head', undefined])
      expect((await approve('office-head', key, prepared)).status).toBe(200)
    expect(await written()).toBe(before)
  })
})
