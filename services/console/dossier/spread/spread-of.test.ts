import { expect, it } from 'vitest'
import type { DossierPart } from '#contracts/dossier/dossier.ts'
import type { SpreadPage } from '#contracts/dossier/spread.ts'
import { besideAmong, ownOf, shareOf, standings } from './spread-of.ts'

const line = (id: string, more: object = {}) => ({
  id,
  place: id,
  title: id,
  number: 0,
  missing: '没有写',
  files: 0,
  ...more,
})
const done = { number: 1, result: 'reached', missing: undefined }
const parts = [
  { id: 'p', number: '一', title: '一', items: [line('p-1', done), line('p-2'), line('p-3', { number: 1 })] },
  {
    id: 'q',
    number: '二',
    title: '二',
    items: [line('q-1'), line('q-2', { number: 1, result: 'notApplicable', missing: undefined })],
  },
] as unknown as readonly DossierPart[]
const due = { day: '2018-06-30', lateFrom: '2018-06-30T16:00:00.000Z', said: '2018年6月30日' }
const page: SpreadPage = {
  ...{ seen: 2, may: true, givesBack: true, me: 'a', people: [], backs: [] },
  shares: [
    { person: 'b', name: '陈', items: ['q-2'], writes: true, due },
    { person: 'a', name: '李', items: ['p-3', 'p-1'], writes: true, due },
  ],
}
const LATE = Date.parse('2018-07-01T00:00:00.000Z')

it('knows what is whose, and what is one’s own', () => {
  expect(shareOf(page).get('q-2')?.person).toBe('b')
  expect([...ownOf(page)]).toEqual(['p-3', 'p-1'])
})

it('puts whoever is behind first and what nobody has last, each with what is left in the standard’s order', () => {
  const told = (now?: number) =>
    standings(page, parts, now).map(({ share, behind, left, progress }) => [
      share?.name,
      behind,
      left.map(({ id }) => id),
      [progress.items, progress.done, progress.begun, progress.empty, progress.notApplicable],
    ])
  expect(told(LATE)).toEqual([
    ['李', true, ['p-3'], [2, 1, 1, 0, 0]],
    ['陈', false, [], [1, 0, 0, 0, 1]],
    [undefined, false, ['p-2', 'q-1'], [2, 0, 0, 2, 0]],
  ])
  expect(told(Date.parse('2018-06-30T15:00:00.000Z')).map(([name, behind]) => [name, behind])).toEqual([
    ['陈', false],
    ['李', false],
    [undefined, false],
  ])
  expect(told().every(([, behind]) => behind === false)).toBe(true)
})

it('counts what came back as left, of which nobody is behind by a day that was before', () => {
  const back = [{ ...parts[1], items: [line('q-2', { ...done, toMend: true })] }] as unknown as typeof parts
  expect(
    standings(page, back, LATE).map(({ behind, left, progress }) => [behind, left.length, progress.toMend]),
  ).toEqual([
    [false, 1, 1],
    [false, 0, 0],
  ])
})

it('goes from one of some indicators to the next, over the ends of parts, also from one that is none of them', () => {
  const among = new Set(['p-1', 'p-3', 'q-2'])
  const from = (item: string, by: 1 | -1) => besideAmong(parts, among, { part: '', item }, by)
  expect(from('p-1', 1)).toEqual({ part: 'p', item: 'p-3' })
  expect(from('p-3', 1)).toEqual({ part: 'q', item: 'q-2' })
  expect(from('q-1', -1)).toEqual({ part: 'p', item: 'p-3' })
  expect(from('unheard', 1)).toEqual({ part: 'p', item: 'p-1' })
  expect([from('q-2', 1), from('p-1', -1), from('unheard', -1)]).toEqual([undefined, undefined, undefined])
})
