import { expect, it } from 'vitest'
import { given } from '../../../test/given/given.ts'
import { type CopiesEvent, copiesKind, copy, judge } from './copies.ts'

const AT = '2018-05-10T01:00:00.000Z'
const asked = { by: 'verifier', received: AT }
const copied: CopiesEvent = { type: 'copied', v: 1, at: AT, by: 'verifier', owner: 'dazhuang' }
const bad: CopiesEvent = { type: 'judged', v: 1, at: AT, by: 'verifier', clean: false, finding: 'Example.Test' }
const clean: CopiesEvent = { type: 'judged', v: 1, at: AT, by: 'verifier', clean: true }

it('knows each place once, and what was said last', () => {
  expect(given(copiesKind).when(copy('dazhuang', asked))).toEqual([copied])
  expect(given(copiesKind, copied).when(copy('dazhuang', asked))).toEqual([])
  expect(given(copiesKind, copied, bad).when(copy('office.minutes', asked))).toHaveLength(1)
  expect(given(copiesKind, copied, bad).state).toMatchObject({ owners: ['dazhuang'], verdict: { clean: false } })
  expect(given(copiesKind, copied, bad, clean).state).toMatchObject({ verdict: { clean: true } })
})

it('takes a verdict that changes something, and no first one that is clean', () => {
  expect(given(copiesKind, copied).when(judge({ clean: true }, asked))).toEqual([])
  expect(given(copiesKind, copied).when(judge({ clean: false, finding: 'Example.Test' }, asked))).toEqual([bad])
  expect(given(copiesKind, copied, bad).when(judge({ clean: false, finding: 'Example.Test' }, asked))).toEqual([])
  expect(given(copiesKind, copied, bad).when(judge({ clean: false, finding: 'Other' }, asked))).toHaveLength(1)
  expect(given(copiesKind, copied, bad).when(judge({ clean: true }, asked))).toEqual([clean])
  expect(given(copiesKind, copied, bad, clean).when(judge({ clean: true }, asked))).toEqual([])
})
