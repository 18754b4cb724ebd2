/** A call names bodies beyond the county's scope, each with its reason; who is neither in scope nor named takes no part. */
import { beforeEach, describe, expect, it } from 'vitest'
import { callPage, usualCall } from '#contracts/call.ts'
import { appoint, personKind, personStream } from '#roster/person.ts'
import { registerUnit, unitKind, unitStream } from '#roster/unit.ts'
import { type County, intakeCounty } from '../fixtures/intake-county.ts'

const reason = '案卷评查连续两年优秀，可以起示范作用。'
const designated = [{ unit: 'huangwei', reason }]
const ASKED = { by: 'fixture', received: '2018-03-01T01:00:00.000Z' }
let county: County
beforeEach(async () => {
  county = await intakeCounty()
  const facts = { name: '黄圩执法中队', kind: 'dispatched', inScope: false } as const
  await county.run(unitKind, unitStream('huangwei'), registerUnit('huangwei', facts, ASKED))
})
const open = () => county.click('huangwei-clerk', 'huangwei/open')
const page = async (who: string, unit = 'huangwei') => (await county.get(who, `cases/2018-2/${unit}`)).page()
const uninvited = async (who: string) => callPage.parse((await county.get(who, 'batches/2018-2/call')).body).uninvited
const remind = async () =>
  (await county.post('officer', 'batches/2018-2/reminders', { units: ['huangwei'], text: '请抓紧申请。', seen: 0 }))
    .body

describe('a body below the units in scope', () => {
  it('is offered to whoever prepares a call, with what it is', async () => {
    const { usual } = (await county.get('officer', 'procedures')).body as { usual: unknown }
    expect(usualCall.parse(usual).beyond).toEqual([{ unit: 'huangwei', name: '黄圩执法中队', kind: '派出机构' }])
  })

  it('that the call names takes part as any other, and reads why', async () => {
    await county.call({ designated })
    const { shown, inHand } = callPage.parse((await county.get('officer', 'batches/2018-2/call')).body)
    expect(shown).toContainEqual(
      expect.objectContaining({
        title: '指定参加的单位',
        text: ['除创建范围内的单位外，另行指定下列单位参加：'],
        items: ['黄圩执法中队（派出机构）'],
      }),
    )
    expect(shown).toContainEqual(
      expect.objectContaining({ title: '指定参加的理由', lines: [{ label: '黄圩执法中队', said: reason }] }),
    )
    expect(inHand?.openedBy).toBe('赵主任')
    expect(await page('huangwei-clerk')).toMatchObject({ designated: reason, commands: [{ name: 'open-case' }] })
    expect(await page('huangwei-clerk')).not.toHaveProperty('uninvited')
    expect(await uninvited('huangwei-clerk')).toEqual([])
    expect(await remind()).toMatchObject({ reminded: [{ unit: 'huangwei' }], leftOut: [] })
    expect((await open()).status).toBe(200)
    expect(await page('officer')).toMatchObject({ designated: reason, step: 'application' })
  })

  it('that it does not name is told why and whom to ask, begins nothing and is not reminded', async () => {
    await county.call({ contact: { phone: '0557-7021234' } })
    const why =
      '黄圩执法中队是派出机构，由创建通知指定的才参加，本批次的通知没有指定黄圩执法中队；认为应当参加的，请按创建通知的联系方式（电话0557-7021234）向法制办询问。'
    expect(await page('huangwei-clerk')).toMatchObject({ uninvited: why, commands: [] })
    expect(await uninvited('huangwei-clerk')).toEqual([why])
    expect(await uninvited('dazhuang-clerk')).toEqual([])
    expect(await uninvited('officer')).toEqual([])
    expect((await open()).refusal()).toMatchObject({ code: 'conflict', error: why })
    const longer = { lastDay: '2018-05-20', reason: '汛期延后' }
    expect((await county.click('office-head', 'huangwei/steps/application/extend', longer)).refusal().error).toBe(
      `没有可延长的期限：${why}`,
    )
    expect(await remind()).toMatchObject({
      ...{ reminded: [], leftOut: [{ unit: 'huangwei', why: '不在创建范围内' }] },
    })
    expect(await page('dazhuang-clerk', 'dazhuang')).not.toHaveProperty('uninvited')
  })

  it('keeps its invitation and its name as the call froze them', async () => {
    await county.call({ designated })
    const facts = { name: '黄圩执法大队', kind: 'dispatched', inScope: false } as const
    await county.run(unitKind, unitStream('huangwei'), registerUnit('huangwei', facts, ASKED))
    const { shown } = callPage.parse((await county.get('huangwei-clerk', 'batches/2018-2/call')).body)
    expect(shown.find(({ title }) => title === '指定参加的单位')?.items).toEqual(['黄圩执法中队（派出机构）'])
    expect((await open()).status).toBe(200)
  })
})

it('is named once, with a sentence of reason, where it is not in scope already', async () => {
  const fields = async (given: readonly object[]) => (await county.call({ designated: given })).refusal().fields
  expect(await fields([{ unit: 'dazhuang', reason }])).toEqual({ designated: '大庄镇已在创建范围内，不需要指定' })
  expect(await fields([...designated, ...designated])).toEqual({ designated: '黄圩执法中队指定了两次' })
  expect(await fields([{ unit: 'huangwei', reason: '。。' }])).toHaveProperty(['designated.0.reason'])
  expect(await fields([{ unit: 'huangwei', reason: '联系王某13955571234，已经落实。' }])).toHaveProperty([
    'designated.0.reason',
  ])
  expect((await county.call({ designated: [{ unit: 'nowhere', reason }] })).status).toBe(404)
  expect(await county.events('batch/2018-2')).toEqual([])
})

it('is of a unit that takes part, who decides on no change of the batch', async () => {
  await county.call({ designated })
  const held = { from: '2018-01-01', appointment: 'unitClerk', unit: 'huangwei' } as const
  await county.run(personKind, personStream('officer'), appoint(held, ASKED))
  const change = { dates: { application: { lastDay: '2018-05-31' } }, reason: '遭遇汛情，集中防汛。' }
  expect((await county.post('officer', 'batches/2018-2/amendment', change)).refusal().error).toContain('应当回避')
})
