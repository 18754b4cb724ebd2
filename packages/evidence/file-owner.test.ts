import { expect, it } from 'vitest'
import { fileOwner, officeFor, officeOn, ownersFor, ownersOnCase, PURPOSES } from './file-owner.ts'

it('says whose a file is and what for', () => {
  expect(fileOwner('dazhuang')).toEqual({ of: 'unit', unit: 'dazhuang', purpose: 'case' })
  expect(fileOwner(officeFor('minutes'))).toEqual({ of: 'office', purpose: 'minutes' })
  expect(fileOwner(officeOn('dazhuang'))).toEqual({ of: 'office', purpose: 'case', unit: 'dazhuang' })
})
it('knows files of before purposes were asked, and looks for them last', () => {
  expect(fileOwner('office')).toEqual({ of: 'office', purpose: 'unsaid' })
  expect(ownersOnCase('dazhuang')).toEqual(['dazhuang', 'office.case.dazhuang', 'office'])
  expect(ownersFor('proof')).toEqual(['office.proof', 'office'])
})
it.each([
  'office.',
  'office.case',
  'office.case.',
  'office.minutes.dazhuang',
  'office.case.a.b',
  'office.diary',
  'office.unsaid',
  'a.b',
])('takes “%s” for no owner', (name) => {
  expect(fileOwner(name)).toBeUndefined()
})
it('takes no name that every object has for a purpose', () => {
  expect(Object.keys(PURPOSES)).toHaveLength(14)
  expect(fileOwner('office.constructor')).toBeUndefined()
})
