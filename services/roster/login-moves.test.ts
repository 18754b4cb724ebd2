import { beforeEach, describe, expect, it } from 'vitest'
import { rosterEndpoints } from '#contracts/roster.ts'
import { send } from '#edge/http-event.ts'
import { serve } from '#edge/serve.ts'
import { type Ledger, readStream } from '#ledger/ledger.ts'
import { memoryLedger } from '#ledger/memory-ledger.ts'
import { memoryPersons } from '#persons/memory-persons.ts'
import { personKind } from '#roster/person.ts'
import { memoryRows } from '#rows/memory-rows.ts'
import { callerOrFirstAdministrator } from './first-administrator.ts'
import { foundIn } from './fixtures/found-in.ts'
import { rosterUses } from './roster-uses.ts'

const issuer = 'https://login.example'
const AT = '2018-03-01T01:00:00.000Z'
let ledger: Ledger
let persons: ReturnType<typeof memoryPersons>
let clicks = 0

type Answer = { status: number; body: any }
const ask = (who: string, path: string, body?: object, key = `click-${clicks++}-long`): Promise<Answer> => {
  const rows = memoryRows(ledger)
  const handler = serve(rosterEndpoints, rosterUses({ ledger, rows, persons, issuer }), {
    ledger,
    log: () => {},
    callerOf: callerOrFirstAdministrator({ ledger, rows, login: { issuer, subject: 'deployer' } }),
  })
  return send(handler, {
    ...{ path, at: AT, login: { issuer, subject: who } },
    ...(body && { method: 'POST', body, key }),
  }) as Promise<Answer>
}
const lines = (who: string, people: object[], appointments: object[] = []) =>
  ask(who, '/api/roster/lines', { units: [], people, appointments })
const approveAll = (person: string, proposals: number[], key?: string) =>
  ask('security', '/api/roster/approvals', { proposals: proposals.map((proposal) => ({ person, proposal })) }, key)
const takeBack = (person: string, proposal: number) => ask('system', '/api/roster/withdrawals', { person, proposal })
/** Whom a login lets in; its status where nobody. */
const whoIs = async (login: string) => {
  const { status, body } = await ask(login, '/api/me')
  return status === 200 ? body.person : status
}
const held = (person: string, appointment: string) => ({ person, appointment, from: '2018-01-01' })
const ofHead = { person: 'p-a', name: '丁一', login: 'head', loginFrom: 'p-head' }
/** The ledger does something else first, before it takes the first commit that fits. */
const meanwhile = (fits: RegExp, act: () => Promise<unknown>) => {
  const whole = ledger
  let done = false
  ledger = {
    ...whole,
    append: async (head, ...rest) => {
      if (done || !fits.test(head.stream)) return whole.append(head, ...rest)
      done = true
      await act()
      return whole.append(head, ...rest)
    },
  }
}

beforeEach(async () => {
  ledger = memoryLedger(() => new Date(AT))
  persons = memoryPersons(() => {})
  const people = ['system', 'security', 'head'].map((login, i) => ({
    ...{ person: `p-${login}`, name: `甲乙丙`[i]!.repeat(2), login },
  }))
  const posts = [
    held('p-system', 'administrator'),
    held('p-security', 'securityAdministrator'),
    held('p-head', 'officeHead'),
  ]
  expect((await lines('deployer', people, posts)).body).toMatchObject({ refused: [], waiting: 0 })
})

describe('a login whose approval fails stays whose it was', () => {
  it('where it is asked for with what does not go together: the rest of it is approved', async () => {
    await lines('system', [ofHead])
    for (const post of ['administrator', 'auditor']) await lines('system', [], [held('p-a', post)])
    const { status, body } = await approveAll('p-a', [1, 2, 3])
    expect([status, body.approved, body.refused]).toEqual([
      200,
      2,
      [{ person: 'p-a', proposal: 3, sentence: expect.stringContaining('不能由一人兼任') }],
    ])
    expect(await whoIs('head')).toBe('p-a')
  })
  it('where it was taken back at the same time', async () => {
    await lines('system', [ofHead])
    meanwhile(/^person\/p-a/, () => takeBack('p-a', 1))
    expect((await approveAll('p-a', [1])).status).toBe(409)
    expect(await whoIs('head')).toBe('p-head')
  })
  it('where a new login of nobody was taken back at the same time', async () => {
    await lines('system', [{ person: 'p-a', name: '丁一', login: 'new' }])
    meanwhile(/^person\/p-a/, () => takeBack('p-a', 1))
    expect((await approveAll('p-a', [1])).status).toBe(409)
    expect(await whoIs('new')).toBe(403)
  })
  it('where the power is cut between the two commits; and moves when the click is repeated', async () => {
    await lines('system', [ofHead])
    const whole = ledger
    ledger = {
      ...whole,
      append: (head, ...rest) =>
        head.stream === 'person/p-a' ? Promise.reject(new Error('power cut')) : whole.append(head, ...rest),
    }
    expect((await approveAll('p-a', [1], 'the-same-click')).status).toBe(500)
    ledger = whole
    expect(await whoIs('head')).toBe('p-head')
    expect((await approveAll('p-a', [1], 'the-same-click')).body.approved).toBe(1)
    expect(await whoIs('head')).toBe('p-a')
  })
  it('and is given to somebody else afterwards, or to the same one', async () => {
    await lines('system', [ofHead])
    meanwhile(/^person\/p-a/, () => takeBack('p-a', 1))
    await approveAll('p-a', [1])
    const unsaid = { person: 'p-b', name: '丁二', login: 'head' }
    expect((await lines('system', [unsaid])).body.refused).toMatchObject([
      { sentence: expect.stringContaining('丙丙') },
    ])
    await lines('system', [{ ...unsaid, loginFrom: 'p-head' }])
    expect((await approveAll('p-b', [1])).body.approved).toBe(1)
    expect(await whoIs('head')).toBe('p-b')
    await lines('system', [{ ...ofHead, loginFrom: 'p-b' }])
    expect((await approveAll('p-a', [2])).body.approved).toBe(1)
    expect(await whoIs('head')).toBe('p-a')
  })
  it('and so does the one that somebody lost and is to have again', async () => {
    await lines('system', [ofHead])
    await approveAll('p-a', [1])
    await lines('system', [{ person: 'p-head', name: '丙丙', login: 'head', loginFrom: 'p-a' }])
    meanwhile(/^person\/p-head/, () => takeBack('p-head', 1))
    expect((await approveAll('p-head', [1])).status).toBe(409)
    expect(await whoIs('head')).toBe('p-a')
  })
})

it('whoever a line still names, who has lost it since, stands in nothing that is entered', async () => {
  await lines('system', [ofHead])
  await approveAll('p-a', [1])
  await lines('system', [{ person: 'p-head', name: '丙丙', login: 'new-head' }])
  await lines('system', [{ person: 'p-a', name: '丁一', login: 'mine' }])
  await approveAll('p-a', [2])
  await lines('system', [{ person: 'p-b', name: '丁二', login: 'head', loginFrom: 'p-head' }])
  const { events } = (await readStream(ledger, personKind, 'person/p-b')).commits.at(-1) ?? { events: [] }
  expect(events.at(-1)).toMatchObject({ type: 'loginProposed' })
  expect(events.at(-1)).not.toHaveProperty('loginFrom')
})

describe('at the founding', () => {
  beforeEach(() => {
    ledger = memoryLedger(() => new Date(AT))
  })
  it('a login moves with its new owner’s commit, not before', async () => {
    await lines('deployer', [{ person: 'p-a', name: '丁一', login: 'ww' }])
    const whole = ledger
    ledger = {
      ...whole,
      append: (head, ...rest) =>
        head.stream === 'person/p-b' ? Promise.reject(new Error('power cut')) : whole.append(head, ...rest),
    }
    const moved = { person: 'p-b', name: '丁二', login: 'ww', loginFrom: 'p-a' }
    expect((await lines('deployer', [moved])).status).toBe(500)
    ledger = whole
    expect(await whoIs('ww')).toBe('p-a')
    expect((await lines('deployer', [moved])).status).toBe(200)
    expect(await whoIs('ww')).toBe('p-b')
  })
  it('one that differs from somebody’s in its capitals only is refused, unless it is their own put right', async () => {
    const a = { person: 'p-a', name: '丁一', login: 'clerk-x' }
    await lines('deployer', [a])
    for (const [login, sentence] of [
      ['Clerk-X', '账号“Clerk-X”与丁一（p-a）的“clerk-x”只有大小写不同；请核对后改正。'],
      [
        'ｃｌｅｒｋ-x',
        '账号“clerk-x”由丁一（p-a）改归丁二（p-b），丁一（p-a）从此不能用它登录；确要这样改，请核对后确认。',
      ],
    ] as const) {
      const [refused] = (await lines('deployer', [{ person: 'p-b', name: '丁二', login }])).body.refused
      expect([login, refused?.sentence]).toEqual([login, sentence])
      expect(await whoIs(login)).toBe(403)
    }
    const twice = ['Clerk-Y', 'clerk-y'].map((login, n) => ({ person: `p-y${n}`, name: '丁三', login }))
    expect((await lines('deployer', twice)).body.refused).toMatchObject([{ sentence: expect.stringContaining('重复') }])
    expect((await lines('deployer', [{ ...a, login: 'Clerk-X' }])).body).toMatchObject({ refused: [] })
    expect(await whoIs('Clerk-X')).toBe('p-a')
    for (const login of ['无', '待定', 'a b', 'a、b'])
      expect([login, (await lines('deployer', [{ ...a, login }])).status]).toEqual([login, 422])
  })
  it('a login comes back to whom it was with', async () => {
    const a = { person: 'p-a', name: '丁一', login: 'ww' }
    await lines('deployer', [a])
    await lines('deployer', [{ person: 'p-b', name: '丁二', login: 'ww', loginFrom: 'p-a' }])
    expect((await lines('deployer', [{ ...a, loginFrom: 'p-b' }])).body.people).toEqual({ changed: 1, same: 0 })
    expect(await whoIs('ww')).toBe('p-a')
    expect((await lines('deployer', [a])).body.people).toEqual({ changed: 0, same: 1 })
    expect(await foundIn(ledger)).toEqual([])
  })
})
