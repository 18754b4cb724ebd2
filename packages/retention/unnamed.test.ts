import { expect, it } from 'vitest'
import type { Kept } from '#persons/persons.ts'
import { unnamedIn } from './unnamed.ts'

const CASE = 'case/2018-2/dazhuang'
const row = (id: string, more: Partial<Kept> = {}): Kept => ({
  ...{ id, kind: 'contact', stream: CASE, at: '2018-05-01T17:00:00.000Z', ...more },
})
const found = (rows: readonly Kept[], named: string[] = [], altered: string[] = []) =>
  unnamedIn(rows, { named: new Set(named), altered })

it('lists what its stream does not name, a week after it was kept', () => {
  expect(found([row('a'), row('b')], ['b'])).toEqual([
    { id: 'a', kind: 'contact', stream: CASE, because: 'unnamed', blockFrom: '2018-05-10', due: '2018-05-10' },
  ])
})

it.each([
  ['nobody says for what it was kept', { stream: undefined }],
  ['nobody says since when it is kept', { at: undefined }],
  ['it is of no kind that is kept', { kind: 'other' }],
  ['it was kept for a stream that names nobody', { stream: 'batch/2018-2' }],
] as [string, object][])('lists nothing where %s', (_, more) => {
  const { stream, at, ...rest } = { ...row('a'), ...more }
  expect(found([{ ...rest, ...(stream && { stream }), ...(at && { at }) }])).toEqual([])
})

it('lists nothing of a stream that is not as it was written', () => {
  expect(found([row('a')], [], [CASE])).toEqual([])
})
