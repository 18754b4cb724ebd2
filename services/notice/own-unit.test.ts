import { beforeEach, describe, expect, it } from 'vitest'
import { countyAtNotice } from './fixtures/county-at-notice.ts'

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
  it('neither enters an objection to it nor reads who objected', async () => {
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
  })
})
