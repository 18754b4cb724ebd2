/** Who is told of what was changed, and what the roster says of a day before it was. */
import { beforeEach, describe, expect, it } from 'vitest'
import { held, person, rosterInMemory } from './fixtures/roster-in-memory.ts'

const MARCH = '2018-03-05T01:00:00.000Z'
const APRIL = '2018-04-05T01:00:00.000Z'
let county: ReturnType<typeof rosterInMemory>
const dazhuang = { unit: 'dazhuang', name: '大庄镇', kind: 'town', inScope: true }
const changes = async (who: string, at = APRIL) => (await county.ask(who, '/api/roster/changes', undefined, at)).body

beforeEach(async () => {
  county = rosterInMemory()
  const people = [person('system', '甲甲'), person('security', '乙乙'), person('head', '丙丙'), person('clerk', '丁丁')]
  const posts = [
    held('p-system', 'administrator'),
    held('p-security', 'securityAdministrator'),
    held('p-head', 'officeHead'),
    held('p-clerk', 'unitClerk', { unit: 'dazhuang' }),
  ]
  expect((await county.lines('deployer', people, posts, { units: [dazhuang] })).body).toMatchObject({ refused: [] })
})
const rename = (name: string, at = MARCH) => county.ask('system', '/api/roster/people', { person: 'p-clerk', name }, at)

describe('another name that the administrator alone gives', () => {
  it('stands among the changes, and the head is told of it until it is noted', async () => {
    await rename('戊戊')
    const { changes: all, news } = await changes('head')
    expect(all[0]).toEqual({
      ...{ person: 'p-clerk', name: '戊戊', at: MARCH, by: '甲甲', isNews: true },
      sentence: '由丁丁改名为戊戊，其岗位和账号随之归戊戊',
    })
    expect(news).toMatchObject([{ person: 'p-clerk' }])
    await county.ask('head', '/api/roster/noted', { news }, APRIL)
    expect(await changes('head')).toMatchObject({ news: [], changes: [{ isNews: false }, ...all.slice(1)] })
  })
  it('is no change where only the telephone is another one, nor where the name is said again', async () => {
    await county.ask('system', '/api/roster/people', { person: 'p-clerk', name: '丁丁', phone: '0557-7021234' }, MARCH)
    await rename('丁丁')
    expect((await changes('head')).news).toEqual([])
  })
  it('is not told of the founding, which is the whole roster', async () => {
    county = rosterInMemory()
    await county.lines('deployer', [person('a', '甲一')])
    await county.lines('deployer', [person('a', '甲二')])
    const people = [person('system', '甲甲'), person('security', '乙乙')]
    const posts = [held('p-system', 'administrator'), held('p-security', 'securityAdministrator')]
    await county.lines('deployer', people, posts)
    expect(await changes('system')).toMatchObject({ news: [] })
  })
  it('of a unit stands among the changes as well', async () => {
    await county.ask('system', '/api/roster/units', { ...dazhuang, name: '大庄街道' }, MARCH)
    expect((await changes('head')).changes[0]).toMatchObject({
      ...{ person: 'dazhuang', name: '大庄街道', by: '甲甲', sentence: '单位由“大庄镇”改名为“大庄街道”' },
    })
  })
})

describe('the roster as of a day before', () => {
  it('has the names of that day, of people and of units', async () => {
    await rename('戊戊')
    await county.ask('system', '/api/roster/units', { ...dazhuang, name: '大庄街道' }, MARCH)
    const on = async (day: string) => {
      const { people, units } = (await county.ask('system', `/api/roster?day=${day}`, undefined, APRIL)).body
      const { name, appointments } = people.find((one: any) => one.person === 'p-clerk')
      return [name, appointments[0].unit.name, units[0].name]
    }
    expect(await on('2018-03-04')).toEqual(['丁丁', '大庄镇', '大庄镇'])
    expect(await on('2018-03-05')).toEqual(['戊戊', '大庄街道', '大庄街道'])
  })
  it('so have the changes of that time', async () => {
    await rename('戊戊')
    await county.ask('system', '/api/roster/units', { ...dazhuang, name: '大庄街道' }, MARCH)
    const before = (await changes('system')).changes.filter((one: any) => one.person === 'p-clerk' && one.at < MARCH)
    expect(before.map(({ name }: any) => name)).toEqual(['丁丁', '丁丁'])
    expect(before.map(({ sentence }: any) => sentence)).toContainEqual(
      expect.stringMatching(/^任大庄镇创建单位经办人，/),
    )
  })
})

describe('what was not approved', () => {
  const decline = (proposal: number) =>
    county.ask('security', '/api/roster/refusals', { person: 'p-clerk', proposal, reason: '不是本单位人员。' }, MARCH)
  beforeEach(async () => {
    await county.ask('system', '/api/roster/appointments', held('p-clerk', 'unitHead', { unit: 'dazhuang' }))
    await county.ask('system', '/api/roster/people', { person: 'p-clerk', name: '丁丁', login: 'other' })
  })
  it('comes back to whoever has entered it, with the reason and who says so', async () => {
    await decline(1)
    await decline(2)
    const { declined, pending } = await changes('system')
    expect(pending).toEqual([])
    expect(declined).toHaveLength(2)
    expect(declined).toContainEqual({
      ...{ person: 'p-clerk', name: '丁丁', at: MARCH, by: '乙乙', reason: '不是本单位人员。' },
      sentence: '任大庄镇创建单位主要负责人，自2018年1月1日起',
    })
  })
  it('is nobody else’s, and what was taken back was not declined', async () => {
    await decline(1)
    await county.ask('system', '/api/roster/withdrawals', { person: 'p-clerk', proposal: 2 }, MARCH)
    for (const who of ['security', 'head']) expect((await changes(who)).declined).toEqual([])
    expect((await changes('system')).declined).toHaveLength(1)
  })
})
