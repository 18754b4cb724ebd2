import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Answer, Answered } from './answer.ts'
import type { Pin } from './manifest.ts'
import { mayChange, reopenedBy } from './reopened.ts'
import { takenOver } from './taken-over.ts'

const said = (text: string): Answered => ({
  ...{ type: 'answered', v: 1, at: '2018-11-02T02:00:00.000Z', by: 'p-1', result: 'reached' },
  text,
  files: [],
})
const saying = (...texts: string[]): Answer => ({ versions: texts.map(said) })
const pinOf = (item: string, number: number): Pin => ({
  ...{ item, number, hash: number.toString(16).padStart(64, '0'), result: 'reached' },
  files: [],
})
const NAMED = reopenedBy({ reopens: ['selfAssessment'], indicators: ['a-1'] })

it('keeps what a return does not name, and nothing of what it does, as it came back', () => {
  const lists = { returned: [pinOf('a-1', 1), pinOf('a-2', 1)], held: [] }
  const closed = (back: typeof NAMED) =>
    ['a-1', 'a-2', 'a-3'].map((item) => takenOver(back, lists).closed(item)?.number)
  expect(closed(NAMED)).toEqual([undefined, 1, undefined])
  expect(closed(reopenedBy({ reopens: ['selfAssessment'] }))).toEqual([undefined, undefined, undefined])
  expect(closed(reopenedBy({ reopens: ['reason'] }))).toEqual([1, 1, undefined])
  expect(closed(undefined)).toEqual([undefined, undefined, undefined])
})

it('takes what says the same for what came back, before what was finished since', () => {
  const { again } = takenOver(NAMED, { returned: [pinOf('a-1', 1)], held: [pinOf('a-1', 3), pinOf('a-2', 2)] })
  expect(again('a-1', saying('一', '二', '一'))?.number).toBe(1)
  expect(again('a-1', saying('一', '二', '三', '二', '三'))?.number).toBe(3)
  expect(again('a-1', saying('一', '二', '三', '四'))).toBeUndefined()
  expect(again('a-2', saying('一', '二', '一'))).toBeUndefined()
})

it('never changes a pin that no return has named, over generated histories of saves, returns and finishings', () => {
  const items = ['a-1', 'a-2', 'b-1', 'b-2']
  const save = fc.record({ is: fc.constant('save' as const), item: fc.constantFrom(...items), text: fc.nat(2) })
  const sendBack = fc.record({ is: fc.constant('return' as const), indicators: fc.subarray(items, { minLength: 1 }) })
  fc.assert(
    fc.property(fc.array(fc.oneof({ weight: 3, arbitrary: save }, sendBack), { maxLength: 40 }), (history) => {
      const written = new Map(items.map((item) => [item, saying('0')]))
      let handed = items.map((item) => pinOf(item, 1))
      for (const one of history) {
        if (one.is === 'save') {
          const { versions } = written.get(one.item) ?? saying()
          written.set(one.item, { versions: [...versions, said(`${one.text}`)] })
          continue
        }
        const reopened = reopenedBy({ reopens: ['selfAssessment'], indicators: one.indicators })
        const over = takenOver(reopened, { returned: handed, held: handed })
        handed = handed.map((before) => {
          const answer = written.get(before.item) ?? saying()
          const now =
            over.closed(before.item) ?? over.again(before.item, answer) ?? pinOf(before.item, answer.versions.length)
          if (!mayChange(reopened, before.item)) expect(now).toEqual(before)
          // What was named says what was last written.
          else expect(answer.versions[now.number - 1]?.text).toBe(answer.versions.at(-1)?.text)
          return now
        })
      }
    }),
  )
})
