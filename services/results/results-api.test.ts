import { beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod/mini'
import {
  enteringPage,
  type ResultsPage,
  recentResults,
  resultsEndpoints,
  resultsPage,
} from '#contracts/results/results.ts'
import { USUAL_OWNERS } from '#county/result-owners.ts'
import { serve } from '#edge/serve.ts'
import { officeFor } from '#evidence/file-owner.ts'
import { memoryContents } from '#ledger/memory-contents.ts'
import { sha } from '../../test/given/cases.ts'
import { type WorkCounty, workCounty } from '../work/fixtures/work-county.ts'
import { resultsUses } from './results-uses.ts'

const PATH = '/results/2018'
const STREAM = 'results/2018'
const SCAN = `${sha('5')} 判决书.pdf`
const WORDS = '一起治安行政处罚因程序违法被判决撤销。'
const FROM = { from: '2018-01-01' }
let county: WorkCounty
let ask: ReturnType<WorkCounty['asking']>
let serveWith: (owners?: Partial<typeof USUAL_OWNERS>) => ReturnType<WorkCounty['asking']>
beforeEach(async () => {
  county = await workCounty()
  await county.enter('group-secretary', { appointment: 'leadingGroupSecretary', ...FROM })
  await county.enter('scorer', { appointment: 'scorer', ...FROM })
  await county.enter('secretary', { appointment: 'meetingSecretary', ...FROM })
  await county.enter('admin', { appointment: 'administrator', ...FROM })
  const head = { v: 1, at: '2018-01-01T00:00:00.000Z', by: 'admin' }
  await county.write('unit/dangan', {
    ...{ type: 'registered', ...head, unit: 'dangan', name: '县档案局', kind: 'department', inScope: false },
  })
  const { ledger, rows, persons } = county
  const deps = { ledger, rows, persons, contents: memoryContents(), organs: { office: '县法制办' } }
  serveWith = (owners = {}) => {
    const uses = resultsUses({ ...deps, owners: { ...USUAL_OWNERS, ...owners } })
    return county.asking(serve(resultsEndpoints, uses, { ledger, log: () => {} }))
  }
  // 黄圩镇 stands for an organ that owns something: it has somebody, and 县档案局 has nobody.
  ask = serveWith({ caseFiles: 'huangwei', annual: 'dangan' })
  await county.keep(officeFor('results'), sha('5'))
})

const refusal = z.object({
  code: z.string(),
  error: z.string(),
  fields: z.optional(z.record(z.string(), z.string())),
})
const refused = ({ body }: { body: unknown }) => refusal.parse(body)
const wrongIn = (answer: { body: unknown }) => Object.keys(refused(answer).fields ?? {})
const page = ({ body }: { body: unknown }): ResultsPage => resultsPage.parse(body)
const LOST = {
  ...{
    unit: 'caogou',
    kind: 'lostSuit',
    on: '2018-05-20',
    reference: '（2018）皖1324行初3号',
    text: WORDS,
    scan: SCAN,
  },
}
const REVIEWED = { unit: 'caogou', kind: 'caseFiles', on: '2018-05-30', reference: '泗案〔2018〕4号', score: 86 }
const enter = (more: object = {}, who = 'officer', key?: string) => ask(who, PATH, { ...LOST, ...more }, key)
const shown = async (who: string) => page(await ask(who, PATH)).results.map(({ n }) => n)

it('offers whoever may enter their kinds and other units, and nobody else', async () => {
  const of = async (who: string) => {
    const { kinds, units } = enteringPage.parse((await ask(who, '/result-kinds')).body)
    return { kinds: kinds.map(({ kind, organ, byOffice }) => [kind, organ, byOffice]), units: units.length }
  }
  const office = [
    ['lostSuit', '县法制办', undefined],
    ['reversed', '县法制办', undefined],
    ['correctedDocument', '县法制办', undefined],
    ['annual', '县档案局', true],
  ]
  for (const who of ['officer', 'head']) expect(await of(who), who).toEqual({ kinds: office, units: 4 })
  expect(await of('huangwei-clerk')).toEqual({ kinds: [['caseFiles', '黄圩镇', undefined]], units: 3 })
  for (const who of ['huangwei-head', 'caogou-clerk', 'scorer', 'secretary'])
    expect(await of(who), who).toEqual({ kinds: [], units: 0 })
  expect((await ask('admin', PATH)).status).toBe(403)
})

describe('a result', () => {
  it('is entered once, and its words stand in no event', async () => {
    const [first] = page(await enter({}, 'officer', 'entered-once')).results
    expect(first).toMatchObject({
      ...{ n: 1, year: 2018, name: '草沟镇', kind: 'lostSuit' },
      versions: [{ by: '名-officer', organ: '县法制办', text: WORDS, scan: { name: '判决书.pdf' }, use: SCAN }],
    })
    expect((await enter({}, 'officer', 'entered-once')).status).toBe(200)
    expect((await enter()).status).toBe(200)
    expect(await county.events(STREAM)).toHaveLength(1)
    expect(JSON.stringify(await county.events(STREAM))).not.toContain('处罚')
  })
  it('is refused at the field that is wrong', async () => {
    const wrong = async (more: object) => wrongIn(await enter(more))
    expect(await wrong({ kind: 'taxes' })).toEqual(['kind'])
    expect(await wrong({ unit: 'nowhere' })).toEqual(['unit'])
    expect(await wrong({ on: '2018-07-21' })).toEqual(['on'])
    expect(await wrong({ on: '2017-05-20', reference: '（2017）皖1324行初3号' })).toEqual(['on'])
    expect(await wrong({ scan: undefined })).toEqual(['scan'])
    expect(await wrong({ scan: sha('6') })).toEqual(['scan'])
    expect(await wrong({ text: undefined })).toEqual(['text'])
    expect(await wrong({ grade: 'good' })).toEqual(['grade'])
    await enter()
    expect(await wrong({ text: '另一种说法，认定其程序违法。' })).toEqual(['reference'])
    expect(await county.events(STREAM)).toHaveLength(1)
  })
  it('is of a year that there is', async () => {
    for (const year of ['1999', '2019', 'all', '20180'])
      expect((await ask('officer', `/results/${year}`)).status, year).toBe(404)
    expect((await ask('officer', '/results/2000')).status).toBe(200)
    expect(page(await ask('officer', '/results/current')).year).toBe(2018)
  })
})

describe('whose it is', () => {
  it('is asked of the county’s file: its own people, the office for one with nobody', async () => {
    expect((await enter(REVIEWED, 'huangwei-clerk')).status).toBe(422)
    const own = { ...REVIEWED, text: undefined, scan: undefined }
    expect(page(await ask('huangwei-clerk', PATH, own)).results).toMatchObject([{ versions: [{ organ: '黄圩镇' }] }])
    const office = await ask('officer', PATH, { ...own, reference: '泗案〔2018〕5号' })
    expect([office.status, refused(office).error]).toEqual([403, expect.stringContaining('黄圩镇登记，该单位有经办人')])
    const annual = { unit: 'caogou', kind: 'annual', on: '2018-05-30', reference: '泗考〔2018〕1号', grade: 'good' }
    expect(wrongIn(await ask('officer', PATH, annual))).toEqual(['scan'])
    const forThem = page(await ask('officer', PATH, { ...annual, scan: SCAN }))
    expect(forThem.results[0]?.versions).toMatchObject([{ organ: '县档案局', byOffice: true }])
  })
  it('is never somebody’s of the unit concerned, whatever else they hold', async () => {
    await county.enter('both', { appointment: 'officeOfficer', ...FROM })
    const held = { appointment: 'unitLegalOfficer', unit: 'caogou', ...FROM } as const
    await county.write('person/both', { type: 'appointed', v: 1, at: '2018-01-01T00:00:00.000Z', by: 'admin', held })
    await enter()
    const change = {
      ...LOST,
      unit: undefined,
      kind: undefined,
      text: '没有这回事，登记错了。',
      reason: '登记错了。',
      seen: 1,
    }
    for (const who of ['both', 'caogou-clerk', 'caogou-head', 'huangwei-clerk', 'scorer', 'secretary']) {
      expect((await enter({ reference: '另一号' }, who)).status, who).toBe(403)
      expect((await ask(who, `${PATH}/1/correct`, change)).status, who).toBe(403)
      expect((await ask(who, `${PATH}/1/withdraw`, { reason: '登记错了。', seen: 1 })).status, who).toBe(403)
    }
    expect((await ask('huangwei-clerk', PATH, { ...REVIEWED, unit: 'huangwei' })).status).toBe(403)
    expect(await county.events(STREAM)).toHaveLength(1)
    expect((await enter({ unit: 'dazhuang' }, 'both')).status).toBe(200)
  })
})

it('is read by the unit concerned without its paper, by who owns it, and by whoever checks; by no other unit', async () => {
  await enter()
  await ask('huangwei-clerk', PATH, { ...REVIEWED, unit: 'dazhuang' })
  for (const who of ['officer', 'head', 'group-secretary', 'secretary', 'scorer'])
    expect(await shown(who), who).toEqual([2, 1])
  expect(await shown('caogou-head')).toEqual([1])
  expect(await shown('dazhuang-clerk')).toEqual([2])
  expect(await shown('huangwei-clerk')).toEqual([2])
  expect(await shown('huangwei-head')).toEqual([])
  const [own] = page(await ask('caogou-clerk', PATH)).results
  expect(own?.versions).toMatchObject([{ text: WORDS }])
  expect(own?.versions[0]).not.toHaveProperty('scan')
  expect(page(await ask('scorer', PATH)).results.at(-1)?.versions[0]?.scan?.name).toBe('判决书.pdf')
})

describe('what was entered by mistake', () => {
  const { unit: _unit, kind: _kind, ...facts } = LOST
  const correct = (more: object = {}, who = 'head') =>
    ask(who, `${PATH}/1/correct`, { ...facts, on: '2018-05-21', reason: '日期看错了。', seen: 1, ...more })
  const withdraw = (more: object = {}, who = 'head') =>
    ask(who, `${PATH}/1/withdraw`, { reason: '二审已经改判。', seen: 1, ...more })
  beforeEach(() => enter())
  it('is corrected with a reason before whoever has seen it; the first one stays', async () => {
    expect((await correct({ reason: '' })).status).toBe(422)
    expect(refused(await correct({ on: LOST.on })).error).toContain('没有改动')
    expect(refused(await correct({ seen: 2 })).code).toBe('conflict')
    expect((await correct()).status).toBe(200)
    expect((await correct()).status).toBe(200)
    expect(page(await ask('officer', PATH)).results).toMatchObject([
      { versions: [{ on: LOST.on }, { on: '2018-05-21', reason: '日期看错了。', by: '名-head' }] },
    ])
    expect(refused(await ask('head', `${PATH}/2/correct`, { ...facts, reason: '日期看错了。', seen: 1 })).code).toBe(
      'unknown',
    )
  })
  it('is withdrawn with a reason, and stays readable', async () => {
    expect(refused(await withdraw({ seen: 2 })).code).toBe('conflict')
    expect((await withdraw()).status).toBe(200)
    expect((await withdraw()).status).toBe(200)
    expect(page(await ask('caogou-clerk', PATH)).results).toMatchObject([
      { versions: [{ text: WORDS }], withdrawn: { reason: '二审已经改判。', by: '名-head' } },
    ])
    expect(refused(await correct()).code).toBe('conflict')
    expect((await enter({}, 'head')).status).toBe(200)
    expect(JSON.stringify(await county.events(STREAM))).not.toContain('改判')
  })
})

it('tells whoever checks what stands of three years, as it stands, and no unit', async () => {
  await enter()
  await enter({ reference: '（2018）皖1324行初4号' })
  await ask('officer', `${PATH}/2/withdraw`, { reason: '二审已经改判。', seen: 1 })
  await ask('head', '/results/2016', { ...LOST, on: '2016-05-20', reference: '（2016）皖1324行初3号' })
  await ask('head', '/results/2015', { ...LOST, on: '2015-05-20', reference: '（2015）皖1324行初3号' })
  const answer = await ask('scorer', '/results')
  const recent = recentResults.parse(answer.body)
  expect(recent.years).toEqual([2018, 2017, 2016])
  expect(recent.results.map(({ year, n }) => [year, n])).toEqual([
    [2018, 1],
    [2016, 1],
  ])
  expect(recent.results[0]?.versions).toMatchObject([{ text: WORDS }])
  expect((await ask('caogou-clerk', '/results')).status).toBe(403)
})
