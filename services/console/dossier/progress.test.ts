import { expect, it } from 'vitest'
import type { DossierItem, DossierPage, DossierPart } from '#contracts/dossier/dossier.ts'
import { beside, statusOf, withItem, withMended, withStatus } from './progress.ts'

const counts = { items: 2, reached: 0, notReached: 0, notApplicable: 0, missing: 2 }
const partOf = (id: string, items: readonly string[]): DossierPart => ({
  ...{ id, number: '一', title: id },
  items: items.map((item) => ({
    id: item,
    place: '第1项',
    title: item,
    number: 0,
    missing: '没有选择自评结论',
    files: 0,
  })),
})
const page = {
  ...counts,
  ...{ items: 4, missing: 4 },
  parts: ['p', 'q'].map((id) => ({ id, number: '一', title: id, ...counts })),
} as DossierPage
const item = { id: 'p-1', number: 1, result: 'reached', text: '已建立。', files: ['f'] } as unknown as DossierItem

it('counts what is saved here at once, in the part and in the whole', () => {
  const part = withItem(partOf('p', ['p-1', 'p-2']), item)
  expect(part.items[0]).toEqual({ id: 'p-1', place: '第1项', title: 'p-1', number: 1, result: 'reached', files: 1 })
  const now = withStatus(page, 'p', 'missing', 'reached')
  expect([now.reached, now.missing]).toEqual([1, 3])
  expect(now.parts.map(({ reached, missing }) => [reached, missing])).toEqual([
    [1, 1],
    [0, 2],
  ])
  expect(withStatus(page, 'p', 'missing', 'missing')).toEqual(page)
})

it('counts what a return names as mended once it is written, and once only', () => {
  const toMend = { toMend: true } as const
  const parts = page.parts.map((one) => ({ ...one, toMend: one.id === 'p' ? 2 : 0 }))
  const back = { ...page, toMend: 2, parts }
  const mended = withMended(back, 'p', toMend, {})
  expect([mended.toMend, ...mended.parts.map((one) => one.toMend)]).toEqual([1, 1, 0])
  expect([withMended(back, 'p', toMend, toMend), withMended(back, 'p', {}, {})]).toEqual([back, back])
  expect(withMended(page, 'p', toMend, {})).toEqual(page)
  const part = partOf('p', ['p-1'])
  const named = { ...part, items: part.items.map((one) => ({ ...one, ...toMend })) }
  expect(withItem(named, item).items[0]).not.toHaveProperty('toMend')
})

it('an answer that lacks something counts as none, whatever was chosen', () => {
  expect([
    statusOf({}),
    statusOf({ result: 'reached' }),
    statusOf({ result: 'notApplicable', missing: '理由' }),
  ]).toEqual(['missing', 'reached', 'missing'])
})

it('goes from one item to the next, over the ends of parts, and no further', () => {
  const [p, q] = [partOf('p', ['p-1', 'p-2']), partOf('q', ['q-1', 'q-2'])]
  const all = new Map([p, q].map((one) => [one.id, one]))
  const from = (part: string, at: string, by: 1 | -1, loaded = all) =>
    beside(page.parts, loaded, { part, item: at }, by)
  expect(from('p', 'p-1', 1)).toEqual({ part: 'p', item: 'p-2' })
  expect(from('p', 'p-2', 1)).toEqual({ part: 'q', item: 'q-1' })
  expect(from('q', 'q-1', -1)).toEqual({ part: 'p', item: 'p-2' })
  expect(from('p', 'p-2', 1, new Map([['p', p]]))).toEqual({ part: 'q' })
  expect([from('q', 'q-2', 1), from('p', 'p-1', -1)]).toEqual([undefined, undefined])
})

it('goes among what is left only, comes again to what was passed over, and stops where nothing else is left', () => {
  const [p, q] = [partOf('p', ['p-1', 'p-2', 'p-3']), partOf('q', ['q-1'])]
  const written = (part: DossierPart, done: readonly string[]): DossierPart => ({
    ...part,
    items: part.items.map(({ missing, ...one }) =>
      done.includes(one.id) ? { ...one, number: 1, result: 'reached' } : { ...one, ...(missing && { missing }) },
    ),
  })
  const counted = (missing: readonly [number, number]) =>
    page.parts.map((one, i) => ({ ...one, missing: missing[i] ?? 0 }))
  const all = new Map([written(p, ['p-2']), q].map((one) => [one.id, one]))
  const from = (item: string, by: 1 | -1, missing: readonly [number, number] = [2, 1], loaded = all) =>
    beside(counted(missing), loaded, { part: item.slice(0, 1), item }, by, 'left')
  expect(from('p-1', 1)).toEqual({ part: 'p', item: 'p-3' })
  expect(from('p-3', -1)).toEqual({ part: 'p', item: 'p-1' })
  expect(from('p-3', 1)).toEqual({ part: 'q', item: 'q-1' })
  expect(from('p-3', 1, [2, 1], new Map([['p', p]]))).toEqual({ part: 'q' })
  expect(from('q-1', 1)).toEqual({ part: 'p', item: 'p-1' })
  expect(from('p-1', -1)).toBeUndefined()
  const last = new Map([written(p, ['p-1', 'p-2']), written(q, ['q-1'])].map((one) => [one.id, one]))
  expect(from('p-3', 1, [1, 0], last)).toBeUndefined()
})
