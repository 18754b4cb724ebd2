import { expect, it } from 'vitest'
import type { EvidenceEvent } from './evidence.ts'
import { rejectedSince } from './rejected.ts'

const AT = (day: number) => `2018-05-0${day}T02:00:00.000Z`
const promised = (day = 1): EvidenceEvent => ({
  ...{ type: 'promised', v: 1, at: AT(day), by: 'p-王', name: '甲.pdf', size: 3, contentType: 'application/pdf' },
})
const rejected = (day: number): EvidenceEvent => ({ type: 'rejected', v: 1, at: AT(day), reason: '不是PDF。' })
const held: EvidenceEvent = { type: 'held', v: 1, at: AT(2), contentType: 'application/pdf', size: 3 }
const kept: EvidenceEvent = { type: 'kept', v: 1, at: AT(3), contentType: 'application/pdf', size: 3 }
const scanned = (day: number, clean: boolean): EvidenceEvent => ({
  ...{ type: 'scanned', v: 1, at: AT(day), by: 'p-查毒', clean },
})

it.each([
  ['rejected', [promised(), rejected(2)], AT(2)],
  ['rejected again after a new promise', [promised(), rejected(2), promised(3), rejected(4)], AT(4)],
  ['found bad before it was kept', [promised(), held, scanned(3, false)], AT(3)],
] as [string, EvidenceEvent[], string][])('is the day on which it was %s', (_, events, at) => {
  expect(rejectedSince(events)).toBe(at)
})

it.each([
  ['that nobody promised', []],
  ['that was promised anew', [promised(), rejected(2), promised(3)]],
  ['that waits for the scanner', [promised(), held]],
  ['that is kept', [promised(), kept]],
  ['that was kept and found bad later', [promised(), held, scanned(3, true), kept, scanned(4, false)]],
  ['that was kept at another attempt', [promised(), rejected(2), promised(3), { ...kept, at: AT(4) }]],
] as [string, EvidenceEvent[]][])('is no day of a file %s', (_, events) => {
  expect(rejectedSince(events)).toBeUndefined()
})
