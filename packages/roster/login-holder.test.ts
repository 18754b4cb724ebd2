import { describe, expect, it } from 'vitest'
import type { Link } from './login.ts'
import { findHolder } from './login-holder.ts'
import type { Person } from './person.ts'

const given = (...logins: string[]): Person => {
  const login = logins.at(-1)
  return { appointments: [], logins, ...(login !== undefined && { login }) }
}
const NOBODY: Person = { appointments: [] }
const holder = async (links: readonly Link[], people: Readonly<Record<string, Person>>) => {
  const found = await findHolder('login/1', { links }, async (person) => people[person] ?? NOBODY)
  return found && [found.person, found.ended]
}
const [toHead, toA] = [
  { person: 'head', after: 0 },
  { person: 'a', after: 0 },
]

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
    const links = [{ person: 'a', after: 0 }, toHead, { person: 'a', after: 1 }]
    expect(await holder(links, { head, a: given('login/1') })).toEqual(['head', false])
    expect(await holder(links, { head, a: given('login/1', 'login/1') })).toEqual(['a', false])
  })
  it('nobody’s any more once they have another one, and does not fall back', async () => {
    expect(await holder([toHead, toA], { head: given('login/1'), a: given('login/1', 'login/2') })).toEqual(['a', true])
  })
  it('theirs at once where an older version linked it', async () => {
    expect(await holder([{ person: 'a' }], {})).toEqual(['a', false])
    expect(await holder([{ person: 'a' }], { a: given('login/2') })).toEqual(['a', true])
  })
})
