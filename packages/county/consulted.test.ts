import { expect, it } from 'vitest'
import { consulted, parseConsulted, USUAL_CONSULTED } from './consulted.ts'

it('takes the usual six, and a county’s own', () => {
  expect(parseConsulted(JSON.stringify(USUAL_CONSULTED))).toEqual(USUAL_CONSULTED)
  expect(parseConsulted('[{"id":"tax","name":"税务局"}]')).toEqual([{ id: 'tax', name: '税务局' }])
})

it.each([
  ['none at all', []],
  ['an id that no stream may have', [{ id: 'Tax/1', name: '税务局' }]],
  ['the same one twice', [USUAL_CONSULTED[0], USUAL_CONSULTED[0]]],
  ['one without a name', [{ id: 'tax', name: '' }]],
])('refuses %s', (_what, organs) => {
  expect(consulted.safeParse(organs).success).toBe(false)
})
