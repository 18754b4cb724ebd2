import { describe, expect, it } from 'vitest'
import type { Link } from './login.ts'
import { findHolder, onItsWayTo } from './login-holder.ts'
import type { Person } from './person.ts'

const given = (...logins: string[]): Person => {
  const login = logins.at(-1)
  return { appointments: [], logins, ...(login !== undefined && { login }) }
}
const AT = '2018-04-10T01:00:00.000Z'
const link = (person: string, after?: number): Link => ({ at: AT, person, ...(after !== undefined && { after }) })
const NOBODY: Person = { appointments: [] }
const holder = async (links: readonly Link[], people: Readonly<Record<string, Person>>) => {
  const found = await findHolder('login/1', { links }, async (person) => people[person] ?? NOBODY)
  return found && [found.person, found.ended]
}
const [toHead, toA] = [link('head', 0), link('a', 0)]

describe('a login is', () => {
  it('nobody’s before the commit of whom it is linked to, and theirs with it', async () => {
    expect(await holder([toA], {})).toBe(undefined)
    expect(await holder([toA], { a: given('login/1') })).toEqual(['a', false])
  })
  it('whose it was, until then', async () => {
    const head = given('login/1')
    expect(await holder([toHead, toA], { head })).toEqual(['head', false])
    expect(await holder([toHead, toA], { head, a: given('login/2') })).toEqual(['head', false])
    expect(await holder([toHead, toA], { head, a: given('login/1') })).toEqual(['a', false])
  })
  it('not theirs again by a link alone, whoever had it before', async () => {
    const head = given('login/1')
    const links = [link('a', 0), toHead, link('a', 1)]
    expect(await holder(links, { head, a: given('login/1') })).toEqual(['head', false])
    expect(await holder(links, { head, a: given('login/1', 'login/1') })).toEqual(['a', false])
  })
  it('nobody’s any more once they have another one, and does not fall back', async () => {
    expect(await holder([toHead, toA], { head: given('login/1'), a: given('login/1', 'login/2') })).toEqual(['a', true])
  })
  it('theirs at once where an older version linked it', async () => {
    expect(await holder([link('a')], {})).toEqual(['a', false])
    expect(await holder([link('a')], { a: given('login/2') })).toEqual(['a', true])
  })
})

describe('a login is on its way to somebody', () => {
  const onItsWay = (links: readonly Link[], people: Readonly<Record<string, Person>>, received = AT) =>
    onItsWayTo('login/1', { links }, received, async (person) => people[person] ?? NOBODY)
  const proposed = (proposal: number): Person => ({
    ...NOBODY,
    pending: [
      {
        ...{ type: 'loginProposed', v: 1, at: AT, by: 'b', as: 'administrator', proposal, login: 'login/1' },
        named: { id: '1', digest: '1' },
      },
    ],
  })
  it('between the link and their own commit, for a minute', async () => {
    expect(await onItsWay([], {})).toBe(undefined)
    expect(await onItsWay([toA], {})).toBe('a')
    expect(await onItsWay([toA], {}, '2018-04-10T01:00:59.999Z')).toBe('a')
    expect(await onItsWay([toA], {}, '2018-04-10T01:01:00.000Z')).toBe(undefined)
    expect(await onItsWay([toA], { a: given('login/1') })).toBe(undefined)
  })
  it('no more once what was to be approved is settled', async () => {
    const links = [{ ...toA, proposal: 2 }]
    expect(await onItsWay(links, { a: proposed(2) })).toBe('a')
    expect(await onItsWay(links, { a: proposed(3) })).toBe(undefined)
    expect(await onItsWay(links, {})).toBe(undefined)
  })
})
