import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Decision } from '#ledger/kind.ts'
import { execute, readStream } from '#ledger/ledger.ts'
import { memoryLedger } from '#ledger/memory-ledger.ts'
import { Refused } from '#ledger/refused.ts'
import { given } from '../../test/given/given.ts'
import { setLineAside } from './notice.ts'
import {
  type Resolution,
  type ResolutionEvent,
  type Resolved,
  resolutionKind,
  resolutionStream,
  resolve,
  taken,
} from './resolution.ts'

const AT = '2018-12-20T08:00:00.000Z'
const asked = { by: 'p-孙秘书', received: AT }
type Content = Omit<Resolved, 'type' | 'v' | 'at' | 'by'>
const lines = (outcomes: Record<string, string>) =>
  Object.entries(outcomes).map(([unit, outcome]) => ({ case: `case/2018-2/${unit}`, outcome }))
const meeting = (number: string, outcomes: Record<string, string>, change: Partial<Content> = {}): Content => ({
  batch: '2018-2',
  step: 'executiveMeeting',
  trial: false,
  meeting: '县政府第20次常务会议',
  number,
  date: '2018-12-20',
  minutes: 'a'.repeat(64),
  attendance: 'b'.repeat(64),
  how: { kind: 'discussion' },
  lines: lines(outcomes),
  ...change,
})
const resolved = (content: Content): ResolutionEvent => ({ type: 'resolved', v: 1, at: AT, by: 'p-孙秘书', ...content })
const aside = (unit: string, number: number): ResolutionEvent => ({
  type: 'setAside',
  v: 1,
  at: AT,
  case: `case/2018-2/${unit}`,
  number,
  reason: '本件已退出。',
})
const named = (quota: number) => ({ outcome: 'named', quota })
const first = meeting('纪要〔2018〕20号', { dazhuang: 'named', xiaoliang: 'named', dunji: 'deferred' })

describe('a resolution', () => {
  it('is one decision over many cases', () => {
    expect(given(resolutionKind).when(resolve(first, named(2), asked))).toEqual([resolved(first)])
  })
  it('takes a case once', () => {
    const doubled = { ...first, lines: [...first.lines, { case: 'case/2018-2/dazhuang', outcome: 'deferred' }] }
    expect(given(resolutionKind).refused(resolve(doubled, named(9), asked))).toEqual([
      'incomplete',
      '同一单位在一次会议决定中出现了两次。',
      { lines: '请去掉重复的单位' },
    ])
  })
  it('is not entered twice by one number', () => {
    const other = meeting('纪要〔2018〕20号', { caogou: 'named' })
    expect(given(resolutionKind, resolved(first)).refused(resolve(other, named(9), asked))).toEqual([
      'conflict',
      '文号为“纪要〔2018〕20号”的会议决定已经登记过；请核对文号。',
      {},
    ])
  })
  it('has nothing to do when just this was entered', () => {
    expect(given(resolutionKind, resolved(first)).when(resolve(first, named(2), asked))).toEqual([])
  })
  it('is no vote at an executive meeting, but may be one elsewhere', () => {
    const how = { kind: 'vote', inFavour: 9, against: 1, abstained: 0 } as const
    expect(given(resolutionKind).refused(resolve({ ...first, how }, named(9), asked))[1]).toBe(
      '常务会议不实行表决，由集体讨论、负责人决定。',
    )
    const group = { ...first, how, step: 'selection' }
    expect(given(resolutionKind).when(resolve(group, named(9), asked))).toEqual([resolved(group)])
  })
})

describe('the quota', () => {
  it('counts over all meetings of the step', () => {
    const { refused, when } = given(resolutionKind, resolved(first))
    const next = meeting('纪要〔2018〕21号', { caogou: 'named', pingshan: 'named' })
    expect(refused(resolve(next, named(3), asked))).toEqual([
      'conflict',
      '本批次名额为3个，此前已用2个，本次又列2个，超出1个。',
      {},
    ])
    expect(when(resolve(next, named(4), asked))).toHaveLength(1)
  })
  it('gets back the place of a line that was set aside', () => {
    const { state } = given(resolutionKind, resolved(first), aside('dazhuang', 1))
    expect(taken(state, 'named')).toBe(1)
  })
  it('counts a case once that was set aside and named by a later meeting', () => {
    const again = meeting('纪要〔2018〕21号', { dazhuang: 'named' })
    const { state } = given(resolutionKind, resolved(first), aside('dazhuang', 1), resolved(again))
    expect(taken(state, 'named')).toBe(2)
    const twice = given(resolutionKind, resolved(first), aside('dazhuang', 1), resolved(again), aside('dazhuang', 3))
    expect(taken(twice.state, 'named')).toBe(1)
  })
  it('knows which meeting’s line was set aside when both had decided before', () => {
    const again = meeting('纪要〔2018〕21号', { dunji: 'named', dazhuang: 'named' })
    const { state } = given(resolutionKind, resolved(first), resolved(again), aside('dazhuang', 2), aside('dunji', 1))
    expect(taken(state, 'named')).toBe(3)
  })
  it('loses nothing by a line of another outcome that was set aside', () => {
    const { state } = given(resolutionKind, resolved(first), aside('dunji', 1))
    expect(taken(state, 'named')).toBe(2)
  })
  it('does not count a case twice that a meeting lists again', () => {
    const again = meeting('纪要〔2018〕21号', { dazhuang: 'named', caogou: 'named' })
    expect(given(resolutionKind, resolved(first)).when(resolve(again, named(3), asked))).toHaveLength(1)
  })
})

it('a line is set aside once for each meeting', () => {
  const { when } = given(resolutionKind, resolved(first), aside('dazhuang', 1))
  expect(when(setLineAside('case/2018-2/dazhuang', 1, '本件已退出。', AT))).toEqual([])
  expect(when(setLineAside('case/2018-2/xiaoliang', 1, '本件已退出。', AT))).toEqual([aside('xiaoliang', 1)])
})

it('never gives more cases an outcome than the quota, over any meetings and lines set aside', async () => {
  const units = ['dazhuang', 'xiaoliang', 'dunji', 'caogou', 'pingshan']
  const unit = fc.constantFrom(...units)
  const step = fc.oneof(
    fc.record({ outcomes: fc.dictionary(unit, fc.constantFrom('named', 'deferred', 'refused'), { minKeys: 1 }) }),
    fc.record({ aside: unit, back: fc.nat(3) }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), fc.integer({ min: 1, max: 4 }), async (steps, quota) => {
      const ledger = memoryLedger(() => new Date(AT))
      const stream = resolutionStream('2018-2', 'executiveMeeting')
      // Counted apart from the decider, from what was really committed.
      const standing = new Map<number, Set<string>>()
      for (const [i, step] of steps.entries()) {
        const acts = [...standing.keys()]
        const target = 'aside' in step ? acts.at(-1 - (step.back % Math.max(1, acts.length))) : undefined
        if ('aside' in step && target === undefined) continue
        const decide: Decision<ResolutionEvent, Resolution> =
          'aside' in step
            ? setLineAside(`case/2018-2/${step.aside}`, target!, '不再处于该环节。', AT)
            : resolve(meeting(`第${i}号`, step.outcomes), named(quota), asked)
        try {
          const { commits, events } = await execute(ledger, resolutionKind, {
            stream,
            command: `c${i}`,
            by: 'p',
            decide,
          })
          if ('aside' in step) standing.get(target!)?.delete(step.aside)
          else if (events.length > 0)
            standing.set(
              commits.length,
              new Set(Object.entries(step.outcomes).flatMap(([name, outcome]) => (outcome === 'named' ? [name] : []))),
            )
        } catch (error) {
          if (!(error instanceof Refused)) throw error
        }
        const { state } = await readStream(ledger, resolutionKind, stream)
        const really = new Set([...standing.values()].flatMap((set) => [...set])).size
        expect(taken(state, 'named')).toBe(really)
        expect(really).toBeLessThanOrEqual(quota)
      }
    }),
  )
})
