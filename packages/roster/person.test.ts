import { describe, expect, it } from 'vitest'
import { RESERVED_IDS } from '#typed/reserved-ids.ts'
import { given } from '../../test/given/given.ts'
import { linkLogin, loginKind, loginStream } from './login.ts'
import {
  appoint,
  type Held,
  heldOn,
  identify,
  isIdentifiedBy,
  personKind,
  personStream,
  registerPerson,
} from './person.ts'

const AT = '2018-03-01T01:00:00.000Z'
const asked = { by: 'p-管理员', received: AT }
const personal = { id: 'x-王芳', digest: 'a'.repeat(64) }
const registered = { type: 'registered', v: 1, at: AT, by: 'p-管理员', personal } as const
const clerk: Held = { appointment: 'unitClerk', unit: 'dazhuang', from: '2018-03-01' }
const appointed = (held: Held) => ({ type: 'appointed', v: 1, at: AT, by: 'p-管理员', held }) as const

describe('registering a person', () => {
  it('names the personal data by reference, and again when they changed', () => {
    expect(given(personKind).when(registerPerson('p-1', personal, asked))).toEqual([registered])
    const changed = { ...personal, digest: 'b'.repeat(64) }
    expect(given(personKind, registered).when(registerPerson('p-1', changed, asked))).toEqual([
      { ...registered, personal: changed },
    ])
  })
  it('has nothing to do when they did not', () => {
    expect(given(personKind, registered).when(registerPerson('p-1', personal, asked))).toEqual([])
  })
})

describe('identifying', () => {
  const identified = { type: 'identified', v: 1, at: AT, by: 'p-管理员', login: 'login/1' } as const
  it('gives somebody their login, and with another one ends it', () => {
    expect(given(personKind, registered).when(identify('login/1', asked))).toEqual([identified])
    const { when, state } = given(personKind, registered, identified)
    expect([isIdentifiedBy(state, 'login/1'), isIdentifiedBy(state, 'login/2')]).toEqual([true, false])
    expect(when(identify('login/2', asked))).toEqual([{ ...identified, login: 'login/2' }])
  })
  it('has nothing to do when it is theirs, and is refused to somebody the roster does not know', () => {
    expect(given(personKind, registered, identified).when(identify('login/1', asked))).toEqual([])
    expect(given(personKind).refused(identify('login/1', asked))[0]).toBe('unknown')
  })
  it('is not asked of a login that an older version linked', () => {
    expect(isIdentifiedBy(given(personKind, registered).state, 'login/1')).toBe(true)
  })
})

it.each(RESERVED_IDS)('nobody is registered as “%s”, and nobody appointed in a unit of that id', (id) => {
  const wrong = expect.stringMatching(new RegExp(`^“${id}”在系统中专指.+，不能用作编号；请换一个编号$`))
  const known = given(personKind, registered)
  expect(given(personKind).refused(registerPerson(id, personal, asked))).toEqual([
    'incomplete',
    expect.stringContaining(`“${id}”在系统中专指`),
    { person: wrong },
  ])
  expect(known.refused(registerPerson(id, personal, asked))[0]).toBe('incomplete')
  expect(known.refused(appoint({ ...clerk, unit: id }, asked))[2]).toEqual({ unit: wrong })
})

describe('appointing', () => {
  it('gives an appointment, inside a unit or in the office', () => {
    expect(given(personKind, registered).when(appoint(clerk, asked))).toEqual([appointed(clerk)])
    const officer: Held = { appointment: 'officeOfficer', from: '2018-03-01', to: '2018-12-31' }
    expect(given(personKind, registered).when(appoint(officer, asked))).toEqual([appointed(officer)])
  })
  it('gives an appointment its last day, in place of the endless one', () => {
    const ended = { ...clerk, to: '2018-09-30' }
    const { when } = given(personKind, registered, appointed(clerk))
    expect(when(appoint(ended, asked))).toEqual([appointed(ended)])
    expect(given(personKind, registered, appointed(clerk), appointed(ended)).state.appointments).toEqual([ended])
  })
  it('is refused to somebody the roster does not know', () => {
    expect(given(personKind).refused(appoint(clerk, asked))).toEqual([
      'unknown',
      '名册里没有这个人；请先登记人员。',
      {},
    ])
  })
  it('is refused where appointment and unit do not fit, or the days', () => {
    const { refused } = given(personKind, registered)
    expect(refused(appoint({ appointment: 'unitHead', from: '2018-03-01' }, asked))).toEqual([
      'incomplete',
      '岗位与单位不符：此岗位要写明单位，请填写。',
      { unit: '此岗位要写明单位' },
    ])
    expect(refused(appoint({ appointment: 'officeHead', unit: 'dazhuang', from: '2018-03-01' }, asked))[2]).toEqual({
      unit: '此岗位不属于某个单位，请留空',
    })
    expect(refused(appoint({ ...clerk, to: '2018-02-28' }, asked))).toEqual([
      'incomplete',
      '岗位的截止日期（2018年2月28日）早于起始日期（2018年3月1日）；请改正其中一个。',
      { to: '请填写起始日期或以后的日期' },
    ])
  })
  it('has nothing to do when it is held just so', () => {
    expect(given(personKind, registered, appointed(clerk)).when(appoint(clerk, asked))).toEqual([])
  })
  it('is held from its first day to its last, both included', () => {
    const ended = { ...clerk, to: '2018-09-30' }
    const { state } = given(personKind, registered, appointed(ended))
    const on = (day: string) => heldOn(state, day).length
    expect(['2018-02-28', '2018-03-01', '2018-09-30', '2018-10-01'].map(on)).toEqual([0, 1, 1, 0])
  })
})

describe('a login', () => {
  const linked = { type: 'linked', v: 1, at: AT, by: 'p-管理员', person: 'p-1' } as const
  it('is linked to a person, and to another one by whoever says whose it was', () => {
    expect(given(loginKind).when(linkLogin('p-1', asked))).toEqual([linked])
    expect(given(loginKind, linked).when(linkLogin('p-2', asked, ['p-1']))).toEqual([{ ...linked, person: 'p-2' }])
  })
  it('leaves nobody unsaid', () => {
    const { refused } = given(loginKind, linked)
    for (const from of [[], ['p-3']])
      expect(refused(linkLogin('p-2', asked, from))).toEqual([
        'conflict',
        '这个账号现在是p-1的，没有改动；确要改归p-2，请核对后确认。',
        { login: '这个账号现在是p-1的' },
      ])
  })
  it('has nothing to do when it is', () => {
    expect(given(loginKind, linked).when(linkLogin('p-1', asked))).toEqual([])
  })
  it('does not show its subject in the stream’s name', () => {
    expect(loginStream('https://login.example', '13855571234')).toMatch(/^login\/[0-9a-f]{64}$/)
    expect(loginStream('https://login.example', '1')).not.toBe(loginStream('https://other.example', '1'))
    expect(personStream('p-1')).toBe('person/p-1')
  })
})
