import { expect, it } from 'vitest'
import { changedPins, countsOf, type Pin } from './manifest.ts'

const ITEMS = ['a-1', 'a-2', 'b-1', 'b-2', 'b-3']
const pinOf = (item: string, number: number): Pin => ({
  item,
  number,
  hash: number.toString(16).padStart(64, '0'),
  result: (['reached', 'notReached', 'notApplicable'] as const)[number % 3] ?? 'reached',
  files: [],
})
const all = (numbers: Readonly<Record<string, number>>) => ITEMS.map((item) => pinOf(item, numbers[item] ?? 1))

it('finds what was left out or is new between two lists', () => {
  const [first, ...rest] = all({})
  if (!first) throw new Error('there are items')
  expect(changedPins([first, ...rest], rest)).toEqual(['a-1'])
  expect(changedPins(rest, [first, ...rest])).toEqual(['a-1'])
  expect(changedPins(rest, rest)).toEqual([])
})

it('counts how many indicators were judged how', () => {
  expect(countsOf({ pins: all({ 'a-1': 2, 'b-3': 3 }) })).toEqual({ reached: 1, notReached: 3, notApplicable: 1 })
})
