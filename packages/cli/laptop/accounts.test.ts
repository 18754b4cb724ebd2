import { expect, it } from 'vitest'
import { WITH_WORK } from '../start/with-work.ts'
import { accountsOf, oneAccountPerRole } from './accounts.ts'
import { readCounty } from './laptop.ts'

const county = readCounty('sixian')

it('lists the office first, under its own name, then the county’s other posts, then units', () => {
  const places = [...new Set(accountsOf(county).map(({ unit }) => unit))]
  expect(places.slice(0, 3)).toEqual(['泗县人民政府法制办公室', '泗县其他县级岗位', '大庄镇人民政府'])
  expect(accountsOf(county)[0]?.id).toBe('officer-1')
})

it('gives every role once, first who finds something to do', () => {
  const accounts = oneAccountPerRole(county, WITH_WORK)
  expect(accounts.slice(0, WITH_WORK.length).map(({ id }) => id)).toEqual(WITH_WORK)
  const roles = accounts.map(({ role }) => role)
  expect(new Set(roles).size).toBe(roles.length)
  expect(new Set(roles)).toEqual(new Set(accountsOf(county).map(({ role }) => role)))
  expect(() => oneAccountPerRole(county, ['nobody'])).toThrow('no login nobody')
})
