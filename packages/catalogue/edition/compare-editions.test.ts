import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Catalogue } from '../catalogue.ts'
import { loadCatalogue } from '../load-catalogue.ts'
import { openPack, packIds } from '../open-packs.ts'
import { itemsOf } from '../walk-catalogue.ts'
import { compareEditions } from './compare-editions.ts'

const edition = (name: string): Catalogue =>
  loadCatalogue(name, readFileSync(join(import.meta.dirname, '../fixtures', `${name}.yaml`), 'utf8')).catalogue!
const first = edition('first-edition')
const second = edition('second-edition')

it('finds what a person found between two editions', () => {
  expect(compareEditions(first, second)).toEqual([
    { change: 'same', old: ['ex-01'], new: ['ex-01'] },
    { change: 'split', old: ['ex-02'], new: ['ex-11', 'ex-12'] },
    { change: 'same', old: ['ex-03'], new: ['ex-03'] },
    { change: 'reworded', old: ['ex-04'], new: ['ex-14'] },
    { change: 'merged', old: ['ex-05', 'ex-06'], new: ['ex-13'] },
    { change: 'reworded', old: ['ex-07'], new: ['ex-07'] },
    { change: 'moved', old: ['ex-08'], new: ['ex-08'] },
    { change: 'gone', old: ['ex-09'], new: [] },
    { change: 'same', old: ['ex-10'], new: ['ex-10'] },
    { change: 'new', old: [], new: ['ex-15'] },
  ])
})

it.each(packIds())('finds %s the same as itself', (id) => {
  const { catalogue } = openPack(id)
  expect(new Set(compareEditions(catalogue!, catalogue!).map(({ change }) => change))).toEqual(new Set(['same']))
})

/** An edition in which some items lack, and the rest has lost its ids or not. */
const edited = (catalogue: Catalogue, keep: (id: string) => boolean, rename: boolean): Catalogue => ({
  ...catalogue,
  parts: catalogue.parts.map((part) => ({
    ...part,
    groups: part.groups?.map((group) => ({
      ...group,
      items: group.items
        .filter(({ id }) => keep(id))
        .map((item) => ({ ...item, id: rename ? `n-${item.id}` : item.id })),
    })),
  })),
})

it('tells every old and every new item exactly once, whatever was cut and renamed', () => {
  const sixian = openPack('sixian').catalogue!
  const ids = itemsOf(sixian).map(({ id }) => id)
  fc.assert(
    fc.property(fc.subarray(ids), fc.subarray(ids), fc.boolean(), (before, after, rename) => {
      const old = edited(sixian, (id) => before.includes(id), false)
      const next = edited(sixian, (id) => after.includes(id), rename)
      const map = compareEditions(old, next)
      const told = (side: 'old' | 'new') => map.flatMap((line) => line[side]).toSorted()
      expect(told('old')).toEqual(
        itemsOf(old)
          .map(({ id }) => id)
          .toSorted(),
      )
      expect(told('new')).toEqual(
        itemsOf(next)
          .map(({ id }) => id)
          .toSorted(),
      )
    }),
    { numRuns: 15 },
  )
})

it('knows items that lost their ids again by what they ask', () => {
  const sixian = openPack('sixian').catalogue!
  const map = compareEditions(
    sixian,
    edited(sixian, () => true, true),
  )
  expect(map.filter(({ change }) => change !== 'same')).toEqual([])
})

it('takes an addition that repeats the words of what stands unchanged for new', () => {
  const added = structuredClone(first)
  const [kept] = added.parts[0]!.items!
  added.parts[0]!.items!.push({ ...kept!, id: 'ex-99', title: '每年研究法治工作经费' })
  expect(compareEditions(first, added).filter(({ change }) => change !== 'same')).toEqual([
    { change: 'new', old: [], new: ['ex-99'] },
  ])
})
