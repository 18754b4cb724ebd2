import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { type Catalogue, catalogue as schema } from '../catalogue.ts'
import { catalogueDigest } from '../edition/digest.ts'
import { loadCatalogue } from '../load-catalogue.ts'
import { openPack, packIds } from '../open-packs.ts'
import { itemsOf } from '../walk-catalogue.ts'
import { mistakesOf } from './mistakes-of.ts'

/** The same value with the keys of every object in another order; parsing it would put them back. */
function shuffled<T>(value: T, seed: number): T
function shuffled(value: unknown, seed: number): unknown {
  if (Array.isArray(value)) return value.map((one) => shuffled(one, seed))
  if (typeof value !== 'object' || value === null) return value
  const keys = Object.entries(value).map(([key, one]) => [key, shuffled(one, seed)] as const)
  const weight = (key: string) =>
    [...key].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0) * seed) % 9973, seed)
  return Object.fromEntries(keys.toSorted(([a], [b]) => weight(a) - weight(b)))
}

const ORGANS = ['office', 'treasury', 'towns']
const item = fc.record(
  {
    title: fc.constantFrom('有制度', '有台账', '有专人'),
    evidence: fc.constantFrom('文本', '台账', '名册'),
    kind: fc.constant('mechanism'),
    lead: fc.subarray(ORGANS, { minLength: 1 }),
    responsible: fc.subarray(ORGANS, { minLength: 1 }),
  },
  { requiredKeys: ['title', 'evidence', 'kind'] },
)
/** Sound catalogues of every shape: parts of items or of groups, numbered throughout, by part or by group. */
const catalogues: fc.Arbitrary<Catalogue> = fc
  .record({
    numbering: fc.constantFrom('throughout', 'part', 'group'),
    shape: fc.array(
      fc.oneof(
        fc.array(item, { minLength: 1, maxLength: 4 }),
        fc.array(fc.array(item, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
      ),
      { minLength: 1, maxLength: 4 },
    ),
  })
  .map(({ numbering, shape }) => {
    let number = 0
    let id = 0
    const numberedItems = (items: unknown[]) =>
      items.map((one) => {
        number++
        id++
        return { ...(one as object), id: `i-${id}`, number }
      })
    const parts = shape.map((content, index) => {
      if (numbering !== 'throughout') number = 0
      const branch = { id: `p-${index + 1}`, number: '一二三四'[index], title: '部分' }
      if (!Array.isArray(content[0])) return { ...branch, items: numberedItems(content) }
      const groups = (content as unknown[][]).map((items, at) => {
        if (numbering === 'group') number = 0
        return { id: `p-${index + 1}-g${at + 1}`, number: `${at + 1}`, title: '组', items: numberedItems(items) }
      })
      return { ...branch, groups }
    })
    const organs = ORGANS.map((one) => ({ id: one, name: one }))
    const document = { title: '文件', date: '2018-01-01' }
    return schema.parse({ id: 'any', title: '任意', place: '某县', document, numbering, organs, parts })
  })

describe('any sound catalogue', () => {
  it('has no mistake, and survives being written and read', () => {
    fc.assert(
      fc.property(catalogues, (catalogue) => {
        const { problems, catalogue: read } = loadCatalogue('a', stringify(catalogue))
        expect(problems).toEqual([])
        expect(read).toEqual(catalogue)
        expect(catalogueDigest(read!)).toBe(catalogueDigest(catalogue))
      }),
      { numRuns: 50 },
    )
  })
  it('has one digest, whatever order its keys stand in, and another once anything changes', () => {
    fc.assert(
      fc.property(catalogues, fc.integer({ min: 1, max: 9000 }), (catalogue, seed) => {
        const digest = catalogueDigest(catalogue)
        expect(catalogueDigest(shuffled(catalogue, seed))).toBe(digest)
        const changed = structuredClone(catalogue)
        itemsOf(changed).at(-1)!.title = '另一个标题'
        expect(catalogueDigest(changed)).not.toBe(digest)
      }),
    )
  })
  it('shows a doubled id, an unknown organ and a lost number, each once', () => {
    fc.assert(
      fc.property(catalogues, fc.nat(), (catalogue, pick) => {
        const damaged = (damage: (item: ReturnType<typeof itemsOf>[number]) => void) => {
          const copy = structuredClone(catalogue)
          const items = itemsOf(copy)
          damage(items[pick % items.length]!)
          return mistakesOf(copy).map(({ sentence }) => sentence.slice(0, 4))
        }
        expect(damaged((item) => Object.assign(item, { id: 'p-1' }))).toEqual(['标识p-'])
        expect(damaged((item) => Object.assign(item, { lead: ['nobody'] }))).toEqual(['名单中没'])
        expect(damaged((item) => Object.assign(item, { number: item.number! + 1000 }))[0]).toBe('前面缺编')
      }),
    )
  })
})

it.each(packIds())('%s: ids are unique, every organ is known, the digest does not depend on order', (id) => {
  const catalogue = openPack(id).catalogue!
  expect(mistakesOf(catalogue)).toEqual([])
  for (const seed of [3, 77, 4099]) expect(catalogueDigest(shuffled(catalogue, seed))).toBe(catalogueDigest(catalogue))
})
