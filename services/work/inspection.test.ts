import { beforeEach, describe, expect, it } from 'vitest'
import { type InspectionPage, inspectionPage } from '#contracts/work/inspection.ts'
import { AT_WORK } from '../../test/given/cases-2018.ts'
import { type WorkCounty, workCounty } from './fixtures/work-county.ts'

let county: WorkCounty
beforeEach(async () => {
  county = await workCounty()
  await county.write('case/2018-2/dazhuang', ...AT_WORK.slice(1))
})
const path = '/cases/2018-2/dazhuang/inspection'
const visit = {
  on: '2018-07-19',
  place: '办公楼会议室',
  visitors: ['officer', 'head'],
  text: '查阅重大决策程序材料，听取情况介绍。',
  findings: [{ text: '重大决策没有合法性审查记录。', lastDay: '2018-08-20' }],
  seen: 0,
}
const answer = { text: '已补齐三项决策的审查记录。', seen: 0 }
const at = `${path}/visits/1/findings/1`
const parsed = ({ body }: { body: unknown }): InspectionPage => inspectionPage.parse(body)
const record = (more: object = {}, who = 'officer') => county.ask(who, `${path}/visits`, { ...visit, ...more })
const states = async () =>
  parsed(await county.ask('officer', path)).visits.flatMap(({ findings }) => findings.map(({ state }) => state))

describe('a visit', () => {
  it('is recorded with who was there and what was found, and shown to the unit and the office', async () => {
    const before = parsed(await county.ask('officer', path))
    expect(before).toMatchObject({ seen: 0, visits: [], may: { record: true, answer: false, settle: true } })
    expect(before.people.map(({ person }) => person).toSorted()).toEqual(['head', 'officer'])
    await record()
    const page = parsed(await county.ask('dazhuang-clerk', path))
    expect(page).toMatchObject({ seen: 1, may: { record: false, answer: true, settle: false }, people: [] })
    expect(page.visits).toMatchObject([
      {
        ...{ n: 1, on: '2018-07-19', by: '名-officer', visitors: ['名-officer', '名-head'] },
        findings: [{ item: 1, state: 'owed', due: { said: '2018年8月20日24时' }, answers: [] }],
      },
    ])
    // It decides nothing about the case.
    expect(await county.events('case/2018-2/dazhuang')).toHaveLength(AT_WORK.length)
  })
  it('is refused before the step began, in the future, of strangers, of a unit that does not work, and to others', async () => {
    const wrong = async (more: object) => (await record(more)).body
    expect(await wrong({ on: '2018-07-21' })).toMatchObject({ fields: { on: '检查日期不能晚于今天' } })
    expect(await wrong({ on: '2018-01-02' })).toMatchObject({ fields: { on: expect.stringContaining('不能早于') } })
    expect(await wrong({ visitors: ['dazhuang-clerk'] })).toMatchObject({ fields: { visitors: expect.any(String) } })
    expect((await record({}, 'dazhuang-clerk')).status).toBe(403)
    expect((await county.ask('caogou-clerk', path)).status).toBe(403)
    const other = await county.ask('officer', '/cases/2018-2/caogou/inspection/visits', visit)
    expect(other.body).toMatchObject({ code: 'elsewhere' })
    expect(await county.events('inspection/2018-2/dazhuang')).toEqual([])
  })
})

describe('a finding', () => {
  beforeEach(async () => {
    await record()
  })
  it('is answered by the unit, sent back with a reason until another day, answered again and confirmed', async () => {
    county.clock.at = '2018-08-21T01:00:00.000Z'
    expect(await states()).toEqual(['late'])
    expect((await county.ask('dazhuang-clerk', `${at}/answer`, answer)).status).toBe(200)
    expect(await states()).toEqual(['answered'])
    const back = { outcome: 'back', reason: '还缺两项决策的审查记录。', lastDay: '2018-09-10', seen: 1 }
    const returned = parsed(await county.ask('head', `${at}/settle`, back))
    expect(returned.visits[0]?.findings[0]).toMatchObject({
      ...{ state: 'owed', due: { said: '2018年9月10日24时' } },
      answers: [{ late: true, settled: { outcome: 'back', by: '名-head', reason: back.reason } }],
    })
    const again = { text: '其余两项也已补齐。', seen: 1 }
    await county.ask('dazhuang-clerk', `${at}/answer`, again)
    await county.ask('officer', `${at}/settle`, { outcome: 'mended', seen: 2 })
    expect(await states()).toEqual(['mended'])
  })
  it('has nothing to do a second time, and is settled only as it was seen', async () => {
    for (let time = 0; time < 2; time++)
      expect((await county.ask('dazhuang-clerk', `${at}/answer`, answer)).status).toBe(200)
    expect((await county.ask('officer', `${at}/settle`, { outcome: 'mended', seen: 0 })).status).toBe(409)
    for (let time = 0; time < 2; time++)
      expect((await county.ask('officer', `${at}/settle`, { outcome: 'mended', seen: 1 })).status).toBe(200)
    expect(await county.events('inspection/2018-2/dazhuang')).toHaveLength(3)
  })
  it('is answered with files that are kept, by its own unit, and confirmed by the office', async () => {
    const file = 'b'.repeat(64)
    const brought = { ...answer, files: [`${file} 记录.pdf`] }
    expect((await county.ask('dazhuang-clerk', `${at}/answer`, brought)).body).toMatchObject({
      fields: { files: expect.stringContaining('记录.pdf') },
    })
    await county.keep('dazhuang', file)
    const page = parsed(await county.ask('dazhuang-clerk', `${at}/answer`, brought))
    expect(page.visits[0]?.findings[0]?.answers[0]?.files).toEqual([
      { owner: 'dazhuang', sha256: file, name: '记录.pdf' },
    ])
    expect((await county.ask('officer', `${at}/answer`, answer)).status).toBe(403)
    expect((await county.ask('dazhuang-clerk', `${at}/settle`, { outcome: 'mended', seen: 1 })).status).toBe(403)
    expect((await county.ask('dazhuang-clerk', `${path}/visits/1/findings/7/answer`, answer)).status).toBe(404)
  })
})
