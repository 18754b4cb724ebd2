/** What a login is called goes years after its owner has left, and comes back with them. */
import { beforeEach, describe, expect, it } from 'vitest'
import { readStream } from '#ledger/ledger.ts'
import { personKind } from '#roster/person.ts'
import { foundIn } from './fixtures/found-in.ts'
import { held, person, rosterInMemory } from './fixtures/roster-in-memory.ts'

const LATER = '2031-03-05T01:00:00.000Z'
let county: ReturnType<typeof rosterInMemory>
const clerk = person('clerk', '丁丁')
const again = held('p-clerk', 'officeOfficer', { from: '2031-03-05' })
const stateOf = async (id: string) => (await readStream(county.stores.ledger, personKind, `person/${id}`)).state
const eraseLogin = async (id = 'p-clerk') => {
  const { named } = await stateOf(id)
  await county.persons.erase(named!.id)
  return named!.id
}
const loginSeen = async (id = 'p-clerk') => {
  const { people } = (await county.ask('system', '/api/roster', undefined, LATER)).body
  return people.find((one: any) => one.person === id).login
}
const check = async (...people: object[]) =>
  (await county.ask('system', '/api/roster/check', { units: [], people, appointments: [] }, LATER)).body.changes
const write = (people: object[], appointments: object[] = []) =>
  county.lines('system', people, appointments, { at: LATER })

beforeEach(async () => {
  county = rosterInMemory()
  const posts = [
    held('p-system', 'administrator'),
    held('p-security', 'securityAdministrator'),
    held('p-clerk', 'officeOfficer', { to: '2018-12-31' }),
  ]
  const all = [person('system', '甲甲'), person('security', '乙乙'), clerk]
  expect((await county.lines('deployer', all, posts)).body).toMatchObject({ refused: [] })
})

describe('a login whose name was erased', () => {
  it('is called by it again once its line is sent and approved, and still is the same person’s', async () => {
    const gone = await eraseLogin()
    expect(await loginSeen()).toBe('（已删除）')
    expect((await write([clerk], [again])).body).toMatchObject({ refused: [], waiting: 2, people: { changed: 1 } })
    for (const proposal of [1, 2])
      expect((await county.approve('security', 'p-clerk', proposal, LATER)).body).toMatchObject({ approved: 1 })
    expect(await loginSeen()).toBe('clerk')
    expect((await stateOf('p-clerk')).named?.id).not.toBe(gone)
    expect(await county.posts('clerk', LATER)).toEqual(['officeOfficer'])
  })
  it('is said to whoever imports it, and not where it is there or waits for approval', async () => {
    expect(await check(clerk)).toEqual([])
    await eraseLogin()
    const sentence = '丁丁（p-clerk）的账号名称已到期清除，现重新登记为“clerk”，账号不变'
    expect(await check(clerk)).toEqual([{ list: 'people', at: 0, what: 'labelled', sentence }])
    await write([clerk])
    expect(await check(clerk)).toEqual([])
  })
  it('is entered once, however often its line is sent', async () => {
    await eraseLogin()
    expect((await write([clerk])).body).toMatchObject({ waiting: 1, people: { changed: 1 } })
    expect((await write([clerk])).body).toMatchObject({ waiting: 0, people: { changed: 0, same: 1 } })
  })
  it('stays without it where the line names no login, or the name is blocked and not erased', async () => {
    const { login: _none, ...nameOnly } = clerk
    const { named } = await stateOf('p-clerk')
    await county.persons.block(named!.id)
    expect((await write([clerk])).body).toMatchObject({ waiting: 0, people: { same: 1 } })
    await eraseLogin()
    expect((await write([nameOnly])).body).toMatchObject({ waiting: 0, people: { same: 1 } })
    expect(await loginSeen()).toBe('（已删除）')
  })
  it('is called by it at once where one person alone founds the county', async () => {
    county = rosterInMemory()
    await county.lines('deployer', [clerk])
    await eraseLogin()
    expect((await county.lines('deployer', [clerk])).body).toMatchObject({ people: { changed: 1 }, waiting: 0 })
    const { named } = await stateOf('p-clerk')
    expect((await county.persons.names([named!.id])).get(named!.id)).toBe('clerk')
    expect(await foundIn(county.stores.ledger)).toEqual([])
  })
})
