/** A unit spreads its self-assessment over its people, who see what is theirs and give back what is not. */
import { beforeEach, describe, expect, it } from 'vitest'
import { spreadPage } from '#contracts/dossier/spread.ts'
import { linkLogin, loginKind, loginStream } from '#roster/login.ts'
import { appoint, personKind, personStream, registerPerson } from '#roster/person.ts'
import { atDeclaration, atWork, click, county, DECLARATION, declared } from '../../intake/fixtures/whole-county.ts'
import { answered, look, openDossierCounty, reached, tell } from '../fixtures/dossier-county.ts'

const [CLERK, SECOND] = ['dazhuang-clerk', 'dazhuang-second']
const page = (who = CLERK) => answered(look(who, '/spread'), spreadPage)
const give = (body: object, who = CLERK) => tell(who, '/spread', { seen: 0, items: ['s-1'], ...body })
const back = (body: object, who = SECOND) =>
  tell(who, '/spread/back', { seen: 1, items: ['s-1'], reason: '此项由规划股掌握，请改派。', ...body })
const error = async (answer: ReturnType<typeof look>) => {
  const { status, body } = await answer
  const { error: sentence, fields } = body as { error: string; fields?: object }
  return [status, fields ?? sentence]
}
const asked = { by: 'fixture', received: '2018-01-01T00:00:00.000Z' }
async function secondClerk(to?: string) {
  const name = await county.persons.remember('staff', { name: '李敏' })
  await county.run(personKind, personStream(SECOND), registerPerson(SECOND, name, asked))
  const held = { appointment: 'unitClerk', unit: 'dazhuang', from: '2018-01-01', ...(to && { to }) } as const
  await county.run(personKind, personStream(SECOND), appoint(held, asked))
  await county.run(loginKind, loginStream('https://login.example', SECOND), linkLogin(SECOND, asked))
}

beforeEach(async () => {
  await openDossierCounty()
  await secondClerk()
})

describe('the indicators of a unit', () => {
  beforeEach(atWork)

  it('are given to its people, for a department and by a day, and each is told which are theirs', async () => {
    expect(await page()).toEqual({
      ...{ seen: 0, may: true, givesBack: true, me: CLERK, shares: [], backs: [] },
      people: [
        { person: SECOND, name: '李敏', appointment: '创建单位经办人' },
        { person: CLERK, name: 'dazhuang经办', appointment: '创建单位经办人' },
      ],
    })
    await give({ items: ['s-1', 's-2'], person: SECOND, organ: '法制科', due: '2018-06-30' })
    await give({ items: ['s-3'], person: CLERK, seen: 1 })
    const due = { day: '2018-06-30', lateFrom: '2018-06-30T16:00:00.000Z', said: '2018年6月30日' }
    expect(await page(SECOND)).toMatchObject({
      ...{ seen: 2, me: SECOND },
      shares: [
        { person: SECOND, name: '李敏', organ: '法制科', due, items: ['s-1', 's-2'] },
        { person: CLERK, name: 'dazhuang经办', writes: true, items: ['s-3'] },
      ],
    })
  })

  it('may be given to another, or taken back, by whoever has seen where they are', async () => {
    await give({ person: SECOND })
    expect(await error(give({ person: CLERK }))).toEqual([409, expect.stringContaining('刚刚有变动')])
    await give({ person: CLERK, seen: 1 })
    expect((await page()).shares).toMatchObject([{ person: CLERK, items: ['s-1'] }])
    await give({ seen: 2 })
    expect((await page()).shares).toEqual([])
  })

  it('come back with a reason from whoever has them, and from nobody else', async () => {
    await give({ person: SECOND })
    expect((await back({}, CLERK)).status).toBe(409)
    expect((await back({ reason: '无' })).status).toBe(422)
    expect((await back({})).status).toBe(200)
    expect(await page()).toMatchObject({
      shares: [],
      backs: [{ item: 's-1', name: '李敏', at: county.clock.at, reason: '此项由规划股掌握，请改派。' }],
    })
    await give({ person: CLERK, seen: 2 })
    expect((await page()).backs).toEqual([])
  })

  it('are written by everybody who writes the unit’s self-assessment, whoever has them', async () => {
    await give({ person: SECOND })
    expect((await tell(CLERK, '/items/s-1', { ...reached, number: 0 })).status).toBe(200)
  })

  it('are given to nobody who may not write them, and not beyond the standard or the declaration’s date', async () => {
    for (const person of ['dazhuang-head', 'caogou-clerk', 'officer', 'nobody'])
      expect(await error(give({ person }))).toEqual([422, { person: '所选人员现在不能填写本单位自评；请重新选择' }])
    expect((await give({ items: ['s-9'], person: SECOND })).status).toBe(404)
    expect(await error(give({ person: SECOND, due: '2018-12-01' }))).toEqual([
      422,
      { due: expect.stringContaining('不能晚于申报截止时间（2018年11月30日24时）') },
    ])
    expect((await give({ person: SECOND, organ: '电话13955571234' })).status).toBe(422)
  })

  it('stay with somebody who has left, of whom it is said', async () => {
    await give({ person: SECOND })
    await secondClerk('2018-05-09')
    expect((await page()).shares).toMatchObject([{ person: SECOND, writes: false }])
  })

  it('are spread by the clerks, seen by the unit’s others, and are nobody else’s affair', async () => {
    await give({ person: SECOND })
    for (const who of ['dazhuang-head', 'dazhuang-legal']) {
      expect(await page(who)).toMatchObject({ may: false, people: [], shares: [{ person: SECOND }] })
      expect((await give({ person: SECOND, seen: 1 }, who)).status).toBe(403)
    }
    for (const who of ['officer', 'caogou-clerk', 'secretary']) {
      expect((await look(who, '/spread')).status).toBe(403)
      expect((await give({ person: SECOND, seen: 1 }, who)).status).toBe(403)
    }
  })

  it('lie as they did when the same click is sent again', async () => {
    const body = { seen: 0, items: ['s-1'], person: SECOND }
    const [first, again] = [
      await tell(CLERK, '/spread', body, 'the-same-click'),
      await tell(CLERK, '/spread', body, 'the-same-click'),
    ]
    expect([first.status, again.status, again.body]).toEqual([200, 200, first.body])
    expect(await county.events('spread/2018-2/dazhuang')).toHaveLength(1)
  })
})

it('is spread while it may be written, and not before or after', async () => {
  await county.submitted()
  expect(await page()).toMatchObject({ may: false, why: expect.stringContaining('本件现处“初审”') })
  expect((await give({ person: SECOND })).status).toBe(409)
  await openDossierCounty()
  await secondClerk()
  await atDeclaration()
  county.clock.at = '2018-11-30T16:00:00.000Z'
  expect((await give({ person: SECOND })).status).toBe(409)
})

it('is nothing to the officer who enters the unit’s paper form, and writes its self-assessment', async () => {
  await atDeclaration()
  await click('officer2', `${DECLARATION}/save`, declared)
  expect((await look('officer2')).status).toBe(200)
  expect(await error(look('officer2', '/spread'))).toEqual([403, expect.stringContaining('只有本单位人员能看')])
  expect((await give({ person: SECOND }, 'officer2')).status).toBe(403)
})
