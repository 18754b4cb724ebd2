import { beforeEach, describe, expect, it } from 'vitest'
import { countyAtNotice, DIGEST, write } from './fixtures/county-at-notice.ts'

let county: Awaited<ReturnType<typeof countyAtNotice>>
beforeEach(async () => {
  county = await countyAtNotice()
})
const OWN = 'officer-of-dazhuang'

describe('whoever holds an appointment in a unit', () => {
  it('neither prepares nor closes a notice that names it, and may prepare one that does not', async () => {
    const notice = (cases: readonly string[]) =>
      county.tellStep(OWN, '', {
        title: '公示',
        cases,
        publication: { on: '2018-06-11', place: '县政府网站公告栏' },
      })
    const [own = '', ...others] = ['dazhuang', 'caogou']
    expect((await notice([own, ...others])).status).toBe(403)
    expect((await notice(others)).status).toBe(200)
    await county.list([own])
    const closed = await county.tell(OWN, '/2/close', { checked: ['page', 'mail', 'post', 'dutyLog'] })
    expect([closed.status, closed.text]).toEqual([403, expect.stringContaining('任职，按规定应当回避')])
  })
  it('neither enters an objection to it nor reads who objected; nobody admits what they entered', async () => {
    await county.list()
    const objection = {
      about: 'dazhuang',
      channel: 'phone',
      on: '2018-06-11',
      summary: '办案超期',
      name: '王大明',
    }
    const asOwn = await county.tell(OWN, '/1/objections', objection)
    expect(asOwn.status).toBe(403)
    expect((await county.tell('officer', '/1/objections', objection)).status).toBe(200)
    const [line] = (await county.page()).objections
    expect((await county.ask(OWN, `/1/objections/${line?.objection}`)).status).toBe(403)
    expect((await county.ask('officer', `/1/objections/${line?.objection}`)).status).toBe(200)
    await county.openObjections()
    const lines = async (who: string) => (await county.page(who)).objections[0]
    expect(await lines('officer')).toMatchObject({
      commands: [],
      others: [expect.stringContaining('这件异议由您录入，“受理异议”由其他有权人员办理。'), expect.anything()],
    })
    const admit = (who: string) => county.tell(who, `/1/objections/${line?.objection}/admit`)
    expect((await admit('officer')).body).toMatchObject({
      code: 'forbidden',
      error: '这件异议由您录入，是否受理由其他有权人员决定；请由其他经办人或者负责人办理。',
    })
    expect((await lines('office-head'))?.commands).toEqual(['admit-objection', 'decline-objection'])
    expect((await admit('office-head')).status).toBe(200)
  })
})

describe('whoever had a hand in a form of the case', () => {
  it('settles no objection about it, is not asked to, and may admit one', async () => {
    const saved = { type: 'saved', byOffice: true, form: 'creation-application', content: DIGEST, digest: DIGEST }
    const answers = { answers: {}, attachments: [], missing: [] }
    await write(county.ledger, 'case/2018-2/dazhuang', { ...saved, ...answers, by: 'second-head' })
    await county.list()
    for (const about of ['dazhuang', 'caogou'])
      await county.tell('entering-officer', '/1/objections', {
        about,
        channel: 'phone',
        on: '2018-06-11',
        summary: '超期',
      })
    await county.openObjections()
    const may = async (who: string) =>
      Object.fromEntries((await county.page(who)).objections.map(({ about, commands }) => [about, commands]))
    expect(await may('second-head')).toEqual({
      dazhuang: ['admit-objection'],
      caogou: ['admit-objection', 'decline-objection'],
    })
    const both = ['admit-objection', 'decline-objection']
    expect(await may('office-head')).toEqual({ dazhuang: both, caogou: both })
    const [own] = (await county.page()).objections.filter(({ about }) => about === 'dazhuang')
    const path = `/1/objections/${own?.objection}`
    expect((await county.tell('second-head', `${path}/decline`, { reason: '与公示无关' })).body).toMatchObject({
      code: 'forbidden',
      error: '您填写、代录、签署或提交过本件，不能“不予受理异议”；请由其他有权人员办理。',
    })
    expect((await county.tell('second-head', `${path}/admit`)).status).toBe(200)
    const finding = { result: 'notUpheld', reason: '经核查情况', reply: '已按规定办理。' }
    expect((await may('second-head')).dazhuang).toEqual([])
    expect((await county.tell('second-head', `${path}/find`, finding)).status).toBe(403)
    expect((await county.tell('office-head', `${path}/find`, finding)).status).toBe(200)
    const found = async (who: string) =>
      (await county.page(who)).objections.find(({ objection }) => objection === own?.objection)
    expect(await found('officer')).toMatchObject({ reason: '经核查情况', reply: '已按规定办理。' })
    for (const who of [OWN, 'secretary']) expect(await found(who)).toBe(undefined)
  })
})
