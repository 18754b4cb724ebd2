import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changedPins, countsOf, type Pin, pinsAfter } from './manifest.ts'

const ITEMS = ['a-1', 'a-2', 'b-1', 'b-2', 'b-3']
const pinOf = (item: string, number: number): Pin => ({
  item,
  number,
  hash: number.toString(16).padStart(64, '0'),
  result: (['reached', 'notReached', 'notApplicable'] as const)[number % 3] ?? 'reached',
  files: [],
})
const all = (numbers: Readonly<Record<string, number>>) => ITEMS.map((item) => pinOf(item, numbers[item] ?? 1))

describe('what is finished after a return', () => {
  it('differs in what the return names, whatever was written elsewhere', () => {
    const before = all({})
    const now = all({ 'a-2': 2, 'b-1': 4 })
    const pins = pinsAfter(before, now, (item) => item === 'b-1')
    expect(pins).toEqual(all({ 'b-1': 4 }))
    expect(changedPins(before, pins)).toEqual(['b-1'])
  })
  it('is everything as it stands where nothing was handed in before', () => {
    expect(pinsAfter(undefined, all({ 'a-1': 7 }), () => true)).toEqual(all({ 'a-1': 7 }))
  })
  it('never changes a pin that no return has named, over generated histories of saves, returns and finishings', () => {
    const save = fc.record({ is: fc.constant('save' as const), item: fc.constantFrom(...ITEMS) })
    const sendBack = fc.record({ is: fc.constant('return' as const), named: fc.subarray(ITEMS) })
    fc.assert(
      fc.property(fc.array(fc.oneof({ weight: 3, arbitrary: save }, sendBack), { maxLength: 40 }), (history) => {
        const written: Record<string, number> = {}
        let handed: readonly Pin[] | undefined
        for (const one of history) {
          if (one.is === 'save') written[one.item] = (written[one.item] ?? 1) + 1
          else {
            const named = handed ? one.named : ITEMS
            const next = pinsAfter(handed, all(written), (item) => named.includes(item))
            if (handed) for (const item of changedPins(handed, next)) expect(named).toContain(item)
            // What was named is handed in as it was last written.
            for (const item of named) expect(next.find((pin) => pin.item === item)?.number).toBe(written[item] ?? 1)
            expect(next.map(({ item }) => item)).toEqual(ITEMS)
            handed = next
          }
        }
      }),
    )
  })
})

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
