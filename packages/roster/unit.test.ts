import { expect, it } from 'vitest'
import { given } from '../../test/given/given.ts'
import { registerUnit, unitKind } from './unit.ts'

const AT = '2018-03-01T01:00:00.000Z'
const asked = { by: 'p-管理员', received: AT }
const facts = { name: '大庄镇人民政府', kind: 'town', inScope: true } as const
const registered = { type: 'registered', v: 1, at: AT, by: 'p-管理员', unit: 'dazhuang', ...facts } as const

it('registers a unit, and what has changed of it', () => {
  expect(given(unitKind).when(registerUnit('dazhuang', facts, asked))).toEqual([registered])
  for (const change of [{ name: '大庄镇' }, { kind: 'secondLevel' }, { parent: 'sixian' }, { inScope: false }] as const)
    expect(given(unitKind, registered).when(registerUnit('dazhuang', { ...facts, ...change }, asked))).toEqual([
      { ...registered, ...change },
    ])
})
it('forgets a parent that it no longer has', () => {
  const { when } = given(unitKind, { ...registered, parent: 'sixian' })
  expect(given(unitKind, ...when(registerUnit('dazhuang', facts, asked))).state).not.toHaveProperty('parent')
})
it('has nothing to do when nothing has changed', () => {
  expect(given(unitKind, registered).when(registerUnit('dazhuang', facts, asked))).toEqual([])
})
