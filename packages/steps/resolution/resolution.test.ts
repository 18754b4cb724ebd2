import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { setLineAside } from '#case/list-act.ts'
import type { Decision } from '#ledger/kind.ts'
import { execute, readStream } from '#ledger/ledger.ts'
import { memoryLedger } from '#ledger/memory-ledger.ts'
import { Refused } from '#ledger/refused.ts'
import { given } from '../../../test/given/given.ts'
import { taken } from './lines-taken.ts'
import {
  deliberation,
  type ListPrepared,
  prepareList,
  type Resolution,
  type ResolutionEvent,
  type Resolved,
  resolutionKind,
  resolutionStream,
  resolve,
  submittedCases,
} from './resolution.ts'

const AT = '2018-12-20T08:00:00.000Z'
const asked = { by: 'p-孙秘书', received: AT }
type Content = Omit<Resolved, 'type' | 'v' | 'at' | 'by'>
const lines = (outcomes: Record<string, string>) =>
  Object.entries(outcomes).map(([unit, outcome]) => ({ case: unit, outcome }))
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
const aside = (unit: string, number: number, waits = false): ResolutionEvent => ({
  type: 'setAside',
  v: 1,
  at: AT,
  case: unit,
  number,
  reason: waits ? '有一票否决待确认。' : '本件已退出。',
  ...(waits && { waits }),
})
/** Every case has followed every meeting. */
const followed = () => Number.POSITIVE_INFINITY
const visitOf = () => 4
const hasLeft = () => false
const rules = { votes: false, present: 12, voters: 12, prepared: false, followed, visitOf, hasLeft }
const named = (quota: number) => ({ ...rules, limited: { outcome: 'named', quota } })
const first = meeting('纪要〔2018〕20号', { dazhuang: 'named', xiaoliang: 'named', dunji: 'deferred' })

describe('a resolution', () => {
  it('names nobody’s number in what everybody reads of it', () => {
    const personal = '请去掉手机号码、身份证号'
    const wrong = meeting('13955571234', { dazhuang: 'named' }, { meeting: '会议，34222119800101123X' })
    expect(given(resolutionKind).refused(resolve(wrong, rules, asked))).toEqual([
      'incomplete',
      '会议名称和编号向社会公开，其中有手机号码或身份证号；请改写，需要时留办公电话。',
      { meeting: personal, number: personal },
    ])
  })
  it('waits until a case has followed the meeting before, or the quota would count what never comes', () => {
    const { refused, when } = given(resolutionKind, resolved(first))
    const again = meeting('纪要〔2018〕21号', { dazhuang: 'refused', wawang: 'named' })
    const behind = { ...named(3), followed: (name: string) => (name.endsWith('dazhuang') ? 0 : 1) }
    expect(refused(resolve(again, behind, asked)).slice(0, 2)).toEqual([
      'conflict',
      '有1个单位前一次会议的决定正在生效，请稍候再登记。',
    ])
    expect(when(resolve(again, { ...named(3), followed: () => 1 }, asked))).toEqual([resolved(again)])
    // Set aside, the line of the first meeting is none.
    const { when: asideWhen } = given(resolutionKind, resolved(first), aside('dazhuang', 1, true))
    expect(asideWhen(resolve(again, behind, asked))).toEqual([resolved(again)])
  })
  it('is one decision over many cases', () => {
    expect(given(resolutionKind).when(resolve(first, named(2), asked))).toEqual([resolved(first)])
  })
  it('takes a case once', () => {
    const doubled = { ...first, lines: [...first.lines, { case: 'dazhuang', outcome: 'deferred' }] }
    expect(given(resolutionKind).refused(resolve(doubled, named(9), asked))).toEqual([
      'incomplete',
      '同一单位在一次会议决定中出现了两次。',
      { cases: '请去掉重复的单位' },
    ])
  })
  it('is not entered twice by one number', () => {
    for (const typed of ['纪要〔2018〕２０号', '纪要 [2018] 20号']) {
      const again = meeting(typed, { caogou: 'named' })
      expect(given(resolutionKind, resolved(first)).refused(resolve(again, named(9), asked))[0]).toBe('conflict')
    }
    const other = meeting('纪要〔2018〕20号', { caogou: 'named' })
    expect(given(resolutionKind, resolved(first)).refused(resolve(other, named(9), asked))).toEqual([
      'conflict',
      '编号为“纪要〔2018〕20号”的决定已经登记过；请核对编号。',
      {},
    ])
  })
  it('has nothing to do when just this was entered', () => {
    expect(given(resolutionKind, resolved(first)).when(resolve(first, named(2), asked))).toEqual([])
  })
  it('is no vote at an executive meeting, but may be one elsewhere', () => {
    const how = { kind: 'vote', inFavour: 9, against: 1, abstained: 0 } as const
    expect(given(resolutionKind).refused(resolve({ ...first, how }, named(9), asked))[1]).toBe(
      '该会议不实行表决，由集体讨论、行政首长决定。',
    )
    const group = { ...first, how, step: 'selection' }
    expect(given(resolutionKind).when(resolve(group, { ...rules, votes: true }, asked))).toEqual([resolved(group)])
  })
  it('counts no more votes than people, and never none', () => {
    const vote = (inFavour: number, against: number, abstained: number) =>
      resolve(
        { ...first, how: { kind: 'vote', inFavour, against, abstained } },
        { ...rules, votes: true, present: 3, voters: 3 },
        asked,
      )
    const { refused, when } = given(resolutionKind)
    expect(refused(vote(1, 3, 0))).toEqual([
      'incomplete',
      '同意、反对、弃权共4票，多于出席的3人；请核对票数。',
      { how: '共4票，多于出席的3人' },
    ])
    const few = { ...rules, votes: true, present: 3, voters: 1 }
    const one = { kind: 'vote', inFavour: 1, against: 0, abstained: 0 } as const
    expect(refused(resolve({ ...first, how: { ...one, inFavour: 3 } }, few, asked))[1]).toBe(
      '同意、反对、弃权共3票，多于可以表决的1人（出席3人，2人全部回避）；请核对票数。',
    )
    expect(when(resolve({ ...first, how: one }, few, asked))).toHaveLength(1)
    expect(refused(vote(0, 0, 0))).toEqual(['incomplete', '没有填写表决票数。', { how: '请填写表决票数' }])
    expect(when(vote(1, 1, 1))).toHaveLength(1)
    expect(when(vote(2, 0, 0))).toHaveLength(1)
    const negative = { kind: 'vote', inFavour: 3, against: -1, abstained: 0 }
    expect(deliberation.safeParse(negative).success).toBe(false)
    expect(deliberation.safeParse({ ...negative, against: 0 }).success).toBe(true)
  })
})

describe('submitting a list to a body', () => {
  type List = Omit<ListPrepared, 'type' | 'v' | 'at' | 'by' | 'commit'>
  const officer = { by: 'p-陈科员', received: AT }
  const list = (units: readonly string[], change: Partial<List> = {}): List => ({
    batch: '2018-2',
    step: 'selection',
    trial: false,
    cases: units.map((unit) => unit),
    visits: Object.fromEntries(units.map((unit) => [unit, 4])),
    text: '提请审议。',
    ...change,
  })
  const prepared = (content: List): ResolutionEvent => ({
    type: 'listPrepared',
    v: 1,
    at: AT,
    by: 'p-陈科员',
    ...content,
  })
  const both = list(['dazhuang', 'xiaoliang'])
  const waiting = (...events: readonly ResolutionEvent[]) =>
    submittedCases(given(resolutionKind, ...events).state).map((one) => one.unit)
  const submittedOnly = { votes: true, present: 12, voters: 12, prepared: true, followed, visitOf, hasLeft }

  it('makes its cases wait for the body', () => {
    expect(given(resolutionKind).when(prepareList(both, officer))).toEqual([prepared(both)])
    expect(waiting(prepared(both))).toEqual(['dazhuang', 'xiaoliang'])
  })
  it('is refused for cases that wait already', () => {
    expect(given(resolutionKind, prepared(both)).refused(prepareList(list(['dazhuang', 'dunji']), officer))).toEqual([
      'conflict',
      '有1个单位已经提请，正等待审议；请从名单中去掉。',
      { cases: '请去掉已经提请的单位' },
    ])
  })
  it('has nothing to do when just this was submitted, and something when the body has decided since', () => {
    expect(given(resolutionKind, prepared(both)).when(prepareList(both, officer))).toEqual([])
    // At the very same instant, too: what counts is the order.
    const decided = resolved(meeting('一号', { dazhuang: 'deferred', xiaoliang: 'deferred' }))
    expect(waiting(prepared(both), decided)).toEqual([])
    expect(given(resolutionKind, prepared(both), decided).when(prepareList(both, officer))).toHaveLength(1)
    expect(waiting(prepared(both), decided, prepared(both))).toEqual(['dazhuang', 'xiaoliang'])
  })
  it('is what alone may be decided then', () => {
    const more = meeting('一号', { dazhuang: 'cultivated', dunji: 'cultivated' })
    expect(given(resolutionKind, prepared(both)).refused(resolve(more, submittedOnly, asked))).toEqual([
      'incomplete',
      '有1个单位没有提请审议，不能列入本次决定。',
      { cases: '请去掉没有提请的单位' },
    ])
    const one = meeting('一号', { dazhuang: 'cultivated' })
    const { when } = given(resolutionKind, prepared(both))
    expect(when(resolve(one, submittedOnly, asked))).toHaveLength(1)
    expect(waiting(prepared(both), resolved(one))).toEqual(['xiaoliang'])
  })
  it('is over for a case that was sent back since: coming again, it is submitted again', () => {
    const again = { ...submittedOnly, visitOf: (name: string) => (name.endsWith('dazhuang') ? 9 : 4) }
    const decide = meeting('一号', { dazhuang: 'cultivated', xiaoliang: 'cultivated' })
    expect(given(resolutionKind, prepared(both)).refused(resolve(decide, again, asked))[1]).toBe(
      '有1个单位没有提请审议，不能列入本次决定。',
    )
    const old = prepared({ ...both, visits: undefined })
    expect(given(resolutionKind, old).when(resolve(decide, again, asked))).toHaveLength(1)
    const second = list(['dazhuang'], { visits: { dazhuang: 9 } })
    expect(given(resolutionKind, prepared(both)).when(prepareList(second, officer))).toEqual([prepared(second)])
    expect(given(resolutionKind, prepared(both), prepared(second)).when(resolve(decide, again, asked))).toHaveLength(1)
  })
  it('goes on waiting when its line was set aside for something pending, and not when it has left', () => {
    const one = resolved(meeting('一号', { dazhuang: 'cultivated', xiaoliang: 'cultivated' }))
    expect(waiting(prepared(both), one, aside('dazhuang', 2, true), aside('xiaoliang', 2))).toEqual(['dazhuang'])
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
    expect(taken(state, 'named', hasLeft)).toBe(1)
  })
  it('counts a case once that was set aside and named by a later meeting', () => {
    const again = meeting('纪要〔2018〕21号', { dazhuang: 'named' })
    const { state } = given(resolutionKind, resolved(first), aside('dazhuang', 1), resolved(again))
    expect(taken(state, 'named', hasLeft)).toBe(2)
    const twice = given(resolutionKind, resolved(first), aside('dazhuang', 1), resolved(again), aside('dazhuang', 3))
    expect(taken(twice.state, 'named', hasLeft)).toBe(1)
  })
  it('knows which meeting’s line was set aside when both had decided before', () => {
    const again = meeting('纪要〔2018〕21号', { dunji: 'named', dazhuang: 'named' })
    const { state } = given(resolutionKind, resolved(first), resolved(again), aside('dazhuang', 2), aside('dunji', 1))
    expect(taken(state, 'named', hasLeft)).toBe(3)
  })
  it('loses nothing by a line of another outcome that was set aside', () => {
    const { state } = given(resolutionKind, resolved(first), aside('dunji', 1))
    expect(taken(state, 'named', hasLeft)).toBe(2)
  })
  it('counts the last line that a case has taken: assessed again and left out, it gives its place back', () => {
    const { state, when } = given(resolutionKind, resolved(first), resolved(meeting('二号', { dazhuang: 'deferred' })))
    expect(taken(state, 'named', hasLeft)).toBe(1)
    expect(when(resolve(meeting('三号', { caogou: 'named' }), named(2), asked))).toHaveLength(1)
  })
  it('gets back the place of a case that has ended since without a title', () => {
    const next = meeting('纪要〔2018〕21号', { caogou: 'named' })
    const { refused, when } = given(resolutionKind, resolved(first))
    expect(refused(resolve(next, named(2), asked))[1]).toBe('本批次名额为2个，此前已用2个，本次又列1个，超出1个。')
    const left = { ...named(2), hasLeft: (name: string) => name.endsWith('dazhuang') }
    expect(when(resolve(next, left, asked))).toEqual([resolved(next)])
  })
  it('is none where the county sets none', () => {
    expect(given(resolutionKind).when(resolve(first, rules, asked))).toHaveLength(1)
  })
  it('does not count a case twice that a meeting lists again', () => {
    const again = meeting('纪要〔2018〕21号', { dazhuang: 'named', caogou: 'named' })
    expect(given(resolutionKind, resolved(first)).when(resolve(again, named(3), asked))).toHaveLength(1)
  })
})

it('a line is set aside once for each meeting', () => {
  const { when } = given(resolutionKind, resolved(first), aside('dazhuang', 1))
  expect(when(setLineAside({ case: 'dazhuang', number: 1, reason: '本件已退出。', waits: false }, AT))).toEqual([])
  expect(when(setLineAside({ case: 'xiaoliang', number: 1, reason: '本件已退出。', waits: false }, AT))).toEqual([
    aside('xiaoliang', 1),
  ])
})

it('never lets more cases hold an outcome than the quota, over any meetings, lines set aside and cases that come again', async () => {
  const unit: fc.Arbitrary<string> = fc.constantFrom('dazhuang', 'xiaoliang', 'dunji', 'caogou', 'pingshan')
  const step = fc.oneof(
    fc.record({
      outcomes: fc.dictionary(unit, fc.constantFrom('named', 'named', 'deferred', 'refused'), { minKeys: 1 }),
      /** These have something pending. */
      pending: fc.uniqueArray(unit, { maxLength: 2 }),
    }),
    fc.record({ again: unit }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), fc.integer({ min: 1, max: 4 }), async (steps, quota) => {
      const ledger = memoryLedger(() => new Date(AT))
      const stream = resolutionStream('2018-2', 'executiveMeeting')
      const run = (command: string, decide: Decision<ResolutionEvent, Resolution>) =>
        execute(ledger, resolutionKind, { stream, command, by: 'p', decide })
      // Counted apart from the decider: what each case took last, and whether it has left the meeting with it.
      const took = new Map<string, string>()
      const gone = new Set<string>()
      for (const [i, step] of steps.entries()) {
        if ('again' in step) {
          gone.delete(step.again)
          continue
        }
        const number = await run(`c${i}`, resolve(meeting(`第${i}号`, step.outcomes), named(quota), asked)).then(
          ({ commits }) => commits.length,
          (error: unknown) => {
            if (!(error instanceof Refused)) throw error
          },
        )
        if (number === undefined) continue
        for (const [name, outcome] of Object.entries(step.outcomes)) {
          const waits = !gone.has(name) && step.pending.includes(name)
          const line = { case: name, number, reason: '不再处于该环节。', waits }
          if (gone.has(name) || waits) await run(`aside ${i} ${name}`, setLineAside(line, AT))
          else {
            took.set(name, outcome)
            if (outcome !== 'deferred') gone.add(name)
          }
        }
        const { state } = await readStream(ledger, resolutionKind, stream)
        const really = [...took.values()].filter((outcome) => outcome === 'named').length
        expect(taken(state, 'named', hasLeft)).toBe(really)
        expect(really).toBeLessThanOrEqual(quota)
      }
    }),
  )
})
