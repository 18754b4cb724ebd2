import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Catalogue } from '#catalogue/catalogue.ts'
import { loadCatalogue } from '#catalogue/load-catalogue.ts'
import { placedItems } from '#catalogue/walk-catalogue.ts'
import { DEADLINES, EVERYTHING, filterItems, isFiltered } from './filter-items.ts'

const pack = (id: string): Catalogue => {
  const path = new URL(`../../../packages/catalogue/packs/${id}.yaml`, import.meta.url)
  return loadCatalogue(id, readFileSync(path, 'utf8')).catalogue!
}
const [sixian, zhuzhou, changzhou] = [pack('sixian'), pack('zhuzhou'), pack('changzhou')]
const ids = (catalogue: Catalogue, filter: object) =>
  filterItems(catalogue, { ...EVERYTHING, ...filter }).map(({ item }) => item.id)

describe('items', () => {
  it('are all there without a filter', () => {
    expect(isFiltered(EVERYTHING)).toBe(false)
    expect(ids(sixian, {})).toHaveLength(102)
  })
  it('of a kind: the six vetoes', () => {
    expect(ids(sixian, { kinds: ['veto'] })).toEqual([1, 2, 3, 4, 5, 6].map((n) => `sx-v-${n}`))
  })
  it('that name an organ, in whatever part', () => {
    for (const catalogue of [sixian, changzhou, zhuzhou])
      for (const { id } of catalogue.organs) {
        const named = placedItems(catalogue).filter(({ item }) => JSON.stringify(item).includes(`"${id}"`))
        expect(ids(catalogue, { organ: id })).toEqual(named.map(({ item }) => item.id))
      }
    const [first, ...others] = zhuzhou.parts[0]!.groups![0]!.items
    const helped = { ...first!, lead: undefined, responsible: undefined, assisting: ['somebody'] }
    const parts = [{ ...zhuzhou.parts[0]!, groups: [{ ...zhuzhou.parts[0]!.groups![0]!, items: [helped, ...others] }] }]
    expect(ids({ ...zhuzhou, parts }, { organ: 'somebody' })).toEqual([first!.id])
  })
  it('with a threshold, by what it counts, or without', () => {
    const percent = ids(changzhou, { threshold: '%' })
    expect(percent.length).toBeGreaterThan(0)
    expect(ids(changzhou, { threshold: 'any' })).toEqual(expect.arrayContaining(percent))
    expect(ids(changzhou, { threshold: 'any' }).length + ids(changzhou, { threshold: 'none' }).length).toBe(
      placedItems(changzhou).length,
    )
  })
  it('by the default due date where they state none', () => {
    expect(ids(zhuzhou, { deadline: 'none' })).toEqual([])
    expect(ids(zhuzhou, { deadline: 'default' }).length).toBeGreaterThan(50)
    expect(ids(sixian, { deadline: 'default' })).toEqual([])
  })
  it('that say every word, wherever they say it', () => {
    expect(ids(sixian, { text: ' 主要负责人 汇报 ' })).toContain('sx-1-07')
    expect(ids(sixian, { text: '主要负责人 没有人这样说' })).toEqual([])
    expect(ids(sixian, { text: 'SX-1-07' })).toEqual(['sx-1-07'])
  })
})

it('filters leave together what each of them leaves, in the document’s order', () => {
  const organs = zhuzhou.organs.map(({ id }) => id)
  const filters = fc.record(
    {
      organ: fc.constantFrom(...organs),
      threshold: fc.constantFrom('any', 'none', '%', '次'),
      deadline: fc.constantFrom(...(Object.keys(DEADLINES) as (keyof typeof DEADLINES)[])),
      text: fc.constantFrom('行政', '制度', '执法'),
    },
    { requiredKeys: [] },
  )
  const [all, seen] = [ids(zhuzhou, {}), new Set<number>()]
  fc.assert(
    fc.property(filters, (filter) => {
      const each = Object.entries(filter).map(([name, value]) => new Set(ids(zhuzhou, { [name]: value })))
      const left = ids(zhuzhou, filter)
      expect(left).toEqual(all.filter((id) => each.every((one) => one.has(id))))
      seen.add(left.length)
    }),
  )
  // Some leave everything or nothing; those in between are what was to be seen.
  expect([...seen].some((left) => left > 0 && left < all.length)).toBe(true)
})
