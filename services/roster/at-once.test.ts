/** What two decide at the same instant, and each alone might. */
import { beforeEach, describe, expect, it } from 'vitest'
import { type Answer, held, person, rosterInMemory } from './fixtures/roster-in-memory.ts'

const LATER = '2018-03-02T01:00:00.000Z'
let county: ReturnType<typeof rosterInMemory>
beforeEach(() => {
  county = rosterInMemory()
})
const ask: typeof county.ask = (...asked) => county.ask(...asked)
const lines: typeof county.lines = (...asked) => county.lines(...asked)
const approve: typeof county.approve = (...asked) => county.approve(...asked)
const posts: typeof county.posts = (...asked) => county.posts(...asked)
const meanwhile: typeof county.meanwhile = (...asked) => county.meanwhile(...asked)

describe('of two who end the last two keepers of one part', () => {
  const end = { to: '2018-03-01' }
  beforeEach(async () => {
    const people = [person('one', '甲甲'), person('two', '乙乙'), person('sec', '丙丙'), person('cond', '丁丁')]
    const appointments = [
      held('p-one', 'administrator'),
      held('p-two', 'administrator'),
      held('p-sec', 'securityAdministrator'),
      held('p-cond', 'securityAdministrator'),
    ]
    expect((await lines('deployer', people, appointments)).body).toMatchObject({ refused: [], waiting: 0 })
    // Each alone may go: the other one stays.
    await ask('two', '/api/roster/appointments', held('p-one', 'administrator', end))
    await ask('one', '/api/roster/appointments', held('p-two', 'administrator', end))
  })
  const left = async () =>
    (await Promise.all(['one', 'two'].map((login) => posts(login, LATER)))).filter((all) => all.length > 0).length

  it('the one who comes second is refused', async () => {
    let other: Answer | undefined
    meanwhile(/^keepers\//, async () => {
      other = await approve('cond', 'p-two', 1)
    })
    const { body } = await approve('sec', 'p-one', 1)
    expect([other?.body.approved, body.approved]).toEqual([1, 0])
    expect(body.refused).toMatchObject([{ sentence: expect.stringContaining('最后一名系统管理员') }])
    expect(await left()).toBe(1)
  })
  it('also where the first has said so and not yet written it', async () => {
    let other: Answer | undefined
    meanwhile(/^person\/p-one/, async () => {
      other = await approve('cond', 'p-two', 1)
    })
    expect((await approve('sec', 'p-one', 1)).body.approved).toBe(1)
    expect(other?.body).toMatchObject({ approved: 0, refused: [{ sentence: expect.stringContaining('最后一名') }] })
    expect(await left()).toBe(1)
  })
  it('and where the power is cut in between, the other may after a minute', async () => {
    const whole = county.stores.ledger
    county.stores.ledger = {
      ...whole,
      append: (head, ...rest) =>
        head.stream === 'person/p-one' ? Promise.reject(new Error('power cut')) : whole.append(head, ...rest),
    }
    expect((await approve('sec', 'p-one', 1)).status).toBe(500)
    county.stores.ledger = whole
    expect((await approve('cond', 'p-two', 1)).body.approved).toBe(0)
    expect((await approve('cond', 'p-two', 1, '2018-03-01T01:01:00.000Z')).body.approved).toBe(1)
    expect(await left()).toBe(1)
  })
  it('what changes no keeper asks nobody', async () => {
    const before = (await county.stores.ledger.read('keepers/roster')).commits.length
    await ask('one', '/api/roster/appointments', held('p-two', 'auditor'))
    await lines('one', [person('three', '戊戊')], [held('p-three', 'officeOfficer')])
    for (const proposal of [1, 2]) await approve('sec', 'p-three', proposal)
    expect(await posts('three')).toEqual(['officeOfficer'])
    expect((await county.stores.ledger.read('keepers/roster')).commits).toHaveLength(before)
  })
})

describe('the founding is once', () => {
  const keepers = [held('p-one', 'administrator'), held('p-two', 'securityAdministrator')]
  const found = () => lines('deployer', [person('one', '甲甲'), person('two', '乙乙')], keepers)
  const mine = () => lines('deployer', [person('xu', '己己')], [held('p-xu', 'officeHead')])

  it('of two at the same instant the second comes before it is over, or is refused', async () => {
    meanwhile(/^keepers\//, found)
    const late = await mine()
    expect(late).toMatchObject({ status: 409, body: { error: expect.stringContaining('名册的管理员刚刚另有变动') } })
    expect(await posts('xu')).toEqual([])
    expect(await posts('one')).toEqual(['administrator'])
  })
  it('also where the rows do not know of it yet', async () => {
    county.stores.rows = { ...county.stores.rows, list: async function* () {} }
    await found()
    expect((await mine()).status).toBe(403)
    expect(await posts('xu')).toEqual([])
  })
  it('also where it has been said and not yet written', async () => {
    let late: Answer | undefined
    meanwhile(/^person\//, async () => {
      late = await mine()
    })
    expect((await found()).status).toBe(200)
    expect(late?.status).toBe(403)
    expect(await posts('xu')).toEqual([])
  })
  it('what founds nothing yet may come in parts, also at the same instant', async () => {
    const parts = [
      lines('deployer', [person('aa', '甲一')], [held('p-aa', 'officeOfficer')]),
      lines('deployer', [person('bb', '乙一')], [held('p-bb', 'officeOfficer')]),
    ]
    expect((await Promise.all(parts)).map(({ status }) => status)).toEqual([200, 200])
    expect((await found()).status).toBe(200)
  })
})

describe('one login that is given to two', () => {
  beforeEach(async () => {
    const people = [person('one', '甲甲'), person('sec', '乙乙'), person('cond', '丙丙')]
    const appointments = [
      held('p-one', 'administrator'),
      held('p-sec', 'securityAdministrator'),
      held('p-cond', 'securityAdministrator'),
    ]
    await lines('deployer', people, appointments)
    await lines('one', [{ person: 'p-a', name: '丁一', login: 'new' }])
    await lines('one', [{ person: 'p-b', name: '丁二', login: 'new' }])
  })
  const whose = async () => (await ask('new', '/api/me')).body.person
  it.each([/^login\//, /^person\/p-a/])(
    'is the first one’s, at whatever moment the other comes: %s',
    async (moment) => {
      let other: Answer | undefined
      meanwhile(moment, async () => {
        other = await approve('cond', 'p-b', 1)
      })
      const one = await approve('sec', 'p-a', 1)
      expect([one.body.approved, other?.body.approved].toSorted()).toEqual([0, 1])
      const [refused] = [one, other].flatMap((answer) => answer?.body.refused ?? [])
      expect(refused.sentence).toMatch(/^这个账号/)
      const [owner, loser] = one.body.approved === 1 ? ['p-a', 'p-b'] : ['p-b', 'p-a']
      expect(await whose()).toBe(owner)
      const { commits } = await county.stores.ledger.read(`person/${loser}`)
      expect(commits.flatMap(({ events }) => events)).not.toMatchObject([{ type: 'identified' }])
    },
  )
})
