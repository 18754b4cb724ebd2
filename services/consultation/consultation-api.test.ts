import { beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod/mini'
import {
  type ConsultationsPage,
  consultationEndpoints,
  consultationsPage,
} from '#contracts/consultation/consultation.ts'
import { USUAL_CONSULTED } from '#county/consulted.ts'
import { serve } from '#edge/serve.ts'
import { officeFor } from '#evidence/file-owner.ts'
import { memoryContents } from '#ledger/memory-contents.ts'
import { sha } from '../../test/given/cases.ts'
import { type WorkCounty, workCounty } from '../work/fixtures/work-county.ts'
import { consultationUses } from './consultation-uses.ts'

const PATH = '/batches/2018-2/consultations'
const STREAM = 'consultation/2018-2'
const SCAN = `${sha('5')} 复函.pdf`
const WORDS = '草沟镇2017年一起治安行政处罚被法院判决撤销。'
const FROM = { from: '2018-01-01' }
let county: WorkCounty
let ask: ReturnType<WorkCounty['asking']>
beforeEach(async () => {
  county = await workCounty()
  await county.enter('group-secretary', { appointment: 'leadingGroupSecretary', ...FROM })
  await county.enter('leader', { appointment: 'assessmentLeader', ...FROM })
  await county.enter('secretary', { appointment: 'meetingSecretary', ...FROM })
  await county.enter('scorer', { appointment: 'scorer', ...FROM })
  const { ledger, rows, persons } = county
  const deps = { ledger, rows, persons, contents: memoryContents(), consulted: USUAL_CONSULTED }
  const organs = { county: '泗县', office: '泗县人民政府法制办公室' }
  ask = county.asking(serve(consultationEndpoints, consultationUses({ ...deps, organs }), { ledger, log: () => {} }))
  await county.keep(officeFor('consultation'), sha('5'))
})

const refusal = z.object({ code: z.string(), fields: z.optional(z.record(z.string(), z.string())) })
const refused = ({ body }: { body: unknown }) => refusal.parse(body)
const wrongIn = (answer: { body: unknown }) => Object.keys(refused(answer).fields ?? {})
const page = ({ body }: { body: unknown }): ConsultationsPage => consultationsPage.parse(body)
const LETTER = { reference: '泗法函〔2018〕3号', on: '2018-07-01', lastDay: '2018-07-15', seen: 0 }
const send = (more: object = {}, who = 'officer', key?: string) =>
  ask(
    who,
    PATH,
    { ...LETTER, organs: USUAL_CONSULTED.map(({ id }) => id), units: ['dazhuang', 'caogou'], ...more },
    key,
  )
const REPLY = { on: '2018-07-10', scan: SCAN, nothing: true, found: [] }
const reply = (organ: string, more: object = {}, who = 'officer', key?: string) =>
  ask(who, `${PATH}/1/organs/${organ}/reply`, { ...REPLY, ...more }, key)
const known = { nothing: false, found: [{ unit: 'caogou', text: WORDS }] }
const organ = async (id: string, who = 'officer') =>
  page(await ask(who, PATH)).letters[0]?.organs.find((one) => one.organ === id)

it('offers the county’s organs and the units that are in hand, to the office alone', async () => {
  expect(page(await ask('officer', PATH))).toMatchObject({
    may: true,
    seen: 0,
    office: '泗县人民政府法制办公室',
    organs: USUAL_CONSULTED.map(({ id, name }) => ({ organ: id, title: name })),
    units: [
      { unit: 'caogou', name: '草沟镇' },
      { unit: 'dazhuang', name: '大庄镇' },
    ],
  })
  for (const who of ['group-secretary', 'leader', 'secretary'])
    expect(page(await ask(who, PATH)), who).toMatchObject({ may: false, organs: [], units: [] })
})

it('is nobody’s of a unit, whatever else they hold, and no scorer’s', async () => {
  await county.enter('both', { appointment: 'officeOfficer', ...FROM })
  const held = { appointment: 'unitLegalOfficer', unit: 'dazhuang', ...FROM } as const
  await county.write('person/both', { type: 'appointed', v: 1, at: '2018-01-01T00:00:00.000Z', by: 'admin', held })
  for (const who of ['both', 'dazhuang-clerk', 'caogou-head', 'huangwei-clerk', 'scorer']) {
    expect((await ask(who, PATH)).status, who).toBe(403)
    expect((await send({}, who)).status, who).toBe(403)
  }
  await send()
  for (const who of ['group-secretary', 'leader', 'secretary', 'both'])
    expect((await reply('police', {}, who)).status, who).toBe(403)
})

describe('a letter', () => {
  it('is sent once, and asks of each organ', async () => {
    const sent = page(await send({}, 'officer', 'sent-once'))
    expect(sent.letters).toMatchObject([{ n: 1, reference: LETTER.reference, by: '名-officer' }])
    expect(sent.letters[0]?.organs.map(({ title }) => title)).toEqual(USUAL_CONSULTED.map(({ name }) => name))
    expect((await send({}, 'officer', 'sent-once')).status).toBe(200)
    expect((await send()).status).toBe(200)
    expect(await county.events(STREAM)).toHaveLength(1)
  })
  it('is refused to organs and about units that are not there, and on days that cannot be', async () => {
    const wrong = async (more: object) => wrongIn(await send(more))
    expect(await wrong({ organs: ['tax'] })).toEqual(['organs'])
    expect(await wrong({ units: ['huangwei'] })).toEqual(['units'])
    expect(await wrong({ on: '2018-07-21', lastDay: '2018-07-30' })).toEqual(['on'])
    expect(await wrong({ on: '2017-12-31' })).toContain('on')
    expect(refused(await send({ seen: 1 })).code).toBe('conflict')
    expect((await send({ organs: [] })).status).toBe(422)
    expect(await county.events(STREAM)).toEqual([])
  })
})

describe('a reply', () => {
  beforeEach(() => send())

  it('says that nothing is known, or of which units what; its words stand in no event', async () => {
    expect((await reply('police')).status).toBe(200)
    expect((await reply('court', known)).status).toBe(200)
    expect(await organ('court', 'secretary')).toMatchObject({
      replies: [{ on: REPLY.on, found: [{ name: '草沟镇', text: WORDS }], scan: { name: '复函.pdf' } }],
    })
    expect(JSON.stringify(await county.events(STREAM))).not.toContain('判决')
  })
  it('is refused without its scan, before the letter, and where it says both or neither', async () => {
    const wrong = async (more: object) => wrongIn(await reply('police', more))
    expect(await wrong({ scan: sha('6') })).toEqual(['scan'])
    expect(await wrong({ on: '2018-06-30' })).toEqual(['on'])
    expect(await wrong({ nothing: false })).toEqual(['nothing'])
    expect(await wrong({ ...known, nothing: true })).toEqual(['nothing'])
    expect(await wrong({ nothing: false, found: [{ unit: 'huangwei', text: WORDS }] })).toEqual(['found'])
    expect(await wrong({ nothing: false, found: [{ unit: 'caogou', text: '未发现问题。' }] })).toEqual(['found.0.text'])
    expect(refused(await reply('tax')).code).toBe('unknown')
    expect(await county.events(STREAM)).toHaveLength(1)
  })
  it('is entered once, and corrected with a reason before whoever has seen it', async () => {
    await reply('court', known)
    const same = { ...REPLY, ...known, reason: '没有说清楚。', seen: 1 }
    const unchanged = await ask('head', `${PATH}/1/organs/court/correct`, same)
    expect(unchanged.body).toMatchObject({ code: 'incomplete', error: expect.stringContaining('没有改动') })
    expect((await reply('court', known)).status).toBe(200)
    expect(refused(await reply('court')).code).toBe('conflict')
    const correct = (more: object) => ask('head', `${PATH}/1/organs/court/correct`, { ...REPLY, ...more })
    expect(refused(await correct({ reason: '所反映的是另一单位。', seen: 0 })).code).toBe('conflict')
    expect((await correct({ seen: 1 })).status).toBe(422)
    expect((await correct({ reason: '所反映的是另一单位。', seen: 1 })).status).toBe(200)
    expect((await organ('court'))?.replies).toMatchObject([
      { found: [{ text: WORDS }] },
      { found: [], reason: '所反映的是另一单位。', by: '名-head' },
    ])
  })
})

describe('what was entered by mistake', () => {
  const WHY = { reason: '登记到别的机关名下了。' }
  const takeBack = (more: object = {}, who = 'head') =>
    ask(who, `${PATH}/1/organs/court/withdraw`, { ...WHY, seen: 1, ...more })
  const takeBackLetter = (more: object = {}, who = 'officer') => ask(who, `${PATH}/1/withdraw`, { ...WHY, ...more })
  beforeEach(() => send())
  it('is withdrawn with a reason: the organ is waited for again, and its reply stays readable', async () => {
    await reply('court', known)
    expect((await takeBack({ reason: '' })).status).toBe(422)
    expect(refused(await takeBack({ seen: 0 })).code).toBe('conflict')
    expect((await takeBack()).status).toBe(200)
    expect((await takeBack()).status).toBe(200)
    expect((await organ('court'))?.replies).toMatchObject([
      { found: [{ text: WORDS }], withdrawn: { ...WHY, by: '名-head' } },
    ])
    expect((await reply('court')).status).toBe(200)
    expect((await organ('court'))?.replies).toHaveLength(2)
  })
  it('is a whole letter only as long as nobody has replied', async () => {
    await reply('court')
    expect(refused(await takeBackLetter()).code).toBe('conflict')
    await takeBack()
    expect(page(await takeBackLetter()).letters).toMatchObject([{ n: 1, withdrawn: { ...WHY, by: '名-officer' } }])
    expect(refused(await reply('police')).code).toBe('conflict')
    expect(page(await send({ seen: 1, units: ['caogou'] })).letters.map(({ n }) => n)).toEqual([2, 1])
  })
  it('is nobody else’s to withdraw, and its reason lies in no event', async () => {
    await reply('court')
    for (const who of ['group-secretary', 'leader', 'secretary', 'dazhuang-clerk', 'scorer']) {
      expect((await takeBack({}, who)).status, who).toBe(403)
      expect((await takeBackLetter({}, who)).status, who).toBe(403)
    }
    const correct = { ...REPLY, ...known, ...WHY, seen: 1 }
    expect((await ask('officer', `${PATH}/1/organs/court/correct`, correct)).status).toBe(200)
    await takeBack({ seen: 2 })
    await takeBackLetter()
    expect(await county.events(STREAM)).toHaveLength(5)
    expect(JSON.stringify(await county.events(STREAM))).not.toContain(WHY.reason)
  })
})

it('chases who has not replied', async () => {
  await send()
  const chase = (more: object = {}) =>
    ask('officer', `${PATH}/1/organs/audit/chase`, { on: '2018-07-18', how: 'phone', ...more })
  expect((await chase()).status).toBe(200)
  expect((await organ('audit'))?.chased).toEqual([{ on: '2018-07-18', how: 'phone', by: '名-officer' }])
  expect(wrongIn(await chase({ on: '2018-06-30' }))).toEqual(['on'])
  await reply('audit')
  expect(refused(await chase({ how: 'letter' })).code).toBe('conflict')
})

it('does nothing more in a batch that is cancelled, and shows what there is', async () => {
  await send()
  const head = { v: 1, at: '2018-07-19T00:00:00.000Z' }
  await county.write(
    'batch/2018-2',
    { type: 'cancellingPrepared', ...head, by: 'officer', reason: '机构改革。' },
    { type: 'batchCancelled', ...head, by: 'head', reason: '机构改革。', preparedBy: 'officer', preparedAt: head.at },
  )
  expect(refused(await reply('police')).code).toBe('elsewhere')
  expect(page(await ask('officer', PATH))).toMatchObject({ may: false, letters: [{ n: 1 }] })
})
