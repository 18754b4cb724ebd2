import { describe, expect, it } from 'vitest'
import { boundCommand } from '#ledger/bound-command.ts'
import { type Commit, Head } from '#ledger/ledger.ts'
import { undecidable } from './undecidable.ts'

const S = 'notice/2018-2/1'
type Line = readonly [command: string, ...events: object[]]
const AT = '2018-05-01T00:00:00.000Z'
const found = (...lines: readonly Line[]) => foundAt(...lines.map((line) => [AT, ...line] as const))
const foundAt = (...lines: readonly (readonly [at: string, ...line: Line])[]) => {
  const made: Commit[] = []
  for (const [at, command, ...events] of lines) made.push(new Head(S, made).next(events, command, 'p-1', new Date(at)))
  return undecidable(S, made).map(({ commit, field, sentence }) => [commit, field, sentence.includes('不是本系统所写')])
}
const prepared = { type: 'prepared', by: 'p-1' }
const published = { type: 'published', by: 'p-2', preparedBy: 'p-1' }

it('finds nothing in what one prepared and another approved, by two clicks', () => {
  expect(found(['a', prepared], ['b', published])).toEqual([])
  expect(found(['a', { ...prepared, type: 'amendmentPrepared' }], ['b', { ...published, type: 'amended' }])).toEqual([])
  expect(
    found(
      ['a', { type: 'appointmentProposed', by: 'p-1', proposal: 1 }],
      ['b', { type: 'appointed', by: 'p-2', proposedBy: 'p-1' }],
    ),
  ).toEqual([])
  // At the founding one alone has appointed.
  expect(found(['a', { type: 'appointed', by: 'p-1' }])).toEqual([])
})

it('finds a click that stands twice, whatever it is bound to', () => {
  expect(found(['a', prepared], ['a', published])).toEqual([[2, 'command', true]])
  const [one, other] = ['一', '二'].map((said) => boundCommand('click-12345678', said))
  expect(found([one!, prepared], [other!, prepared])).toEqual([[2, 'command', true]])
  expect(found(['line batch/2018-2#1', prepared], ['line batch/2018-2#2', prepared])).toEqual([])
})

it('finds one person as two', () => {
  expect(found(['a', prepared], ['b', { ...published, by: 'p-1' }])).toEqual([[2, 'events[0].preparedBy', true]])
  expect(found(['a', { type: 'appointed', by: 'p-1', proposedBy: 'p-1' }])).toEqual([[1, 'events[0].proposedBy', true]])
})

it('finds an approval of what nobody prepared before', () => {
  expect(found(['b', published], ['a', prepared])).toEqual([[1, 'events[0].preparedBy', true]])
  expect(found(['a', { ...prepared, by: 'p-3' }], ['b', published])).toEqual([[2, 'events[0].preparedBy', true]])
})

describe('a judgement', () => {
  const drafted = { type: 'drafted', by: 'p-1', step: 'review', visit: 2, outcome: 'accepted' }
  const decided = { ...drafted, type: 'decided', by: 'p-2', draftedBy: 'p-1' }
  const back = { type: 'draftReturned', by: 'p-2', step: 'review', visit: 2, reason: '请核对。' }
  const { draftedBy: _nobody, ...own } = decided

  it('is signed by another person than who drafted it, or decided without a draft', () => {
    expect(found(['a', drafted], ['b', decided])).toEqual([])
    expect(found(['a', drafted], ['b', back], ['c', { ...drafted, by: 'p-3' }], ['d', decided])).toEqual([
      [4, 'events[0].draftedBy', true],
    ])
    expect(found(['b', own])).toEqual([])
    expect(found(['a', drafted], ['b', { ...own, outcome: 'refused' }])).toEqual([])
    expect(found(['a', drafted], ['b', back], ['c', { ...own, by: 'p-1' }])).toEqual([])
  })

  it.each([
    ['nobody drafted it', []],
    ['another one drafted it', [{ ...drafted, by: 'p-3' }]],
    ['it was drafted at another step', [{ ...drafted, step: 'acceptance' }]],
    ['it was drafted at another stay', [{ ...drafted, visit: 1 }]],
    ['it was drafted otherwise', [{ ...drafted, outcome: 'refused' }]],
    ['the draft went back', [drafted, back]],
    ['the draft was signed already', [drafted, decided]],
  ])('is found forged where %s', (_, before) => {
    const lines = [...before, decided].map((event, i): Line => [`click-${i}`, event])
    expect(found(...lines)).toEqual([[lines.length, 'events[0].draftedBy', true]])
  })

  it('is found where one person drafted and decided it, whatever it says of who drafted', () => {
    expect(found(['a', drafted], ['b', { ...own, by: 'p-1' }])).toEqual([[2, 'events[0].by', true]])
    expect(found(['a', drafted], ['b', { ...decided, by: 'p-1' }])).toEqual([[2, 'events[0].by', true]])
  })

  it('is corrected by two as well', () => {
    const correction = { type: 'correctionDrafted', by: 'p-1', step: 'review', corrects: 2, outcome: 'refused' }
    const corrected = { ...correction, type: 'corrected', by: 'p-2', draftedBy: 'p-1', visit: 3 }
    expect(found(['a', correction], ['b', corrected])).toEqual([])
    expect(found(['b', corrected])).toEqual([[1, 'events[0].draftedBy', true]])
    expect(found(['a', correction], ['b', { ...corrected, by: 'p-1' }])).toEqual([[2, 'events[0].by', true]])
    expect(found(['a', correction], ['b', { ...correction, type: 'correctionReturned' }], ['c', corrected])).toEqual([
      [3, 'events[0].draftedBy', true],
    ])
  })
})

it('finds a commit that says an earlier time than the one before it, beyond what clocks differ', () => {
  const [later, soon] = ['2018-05-01T00:16:00.000Z', '2018-05-01T00:14:00.000Z']
  expect(foundAt([later, 'a', prepared], [AT, 'b', prepared])).toEqual([[2, 'at', true]])
  expect(foundAt([soon, 'a', prepared], [AT, 'b', prepared])).toEqual([])
  expect(foundAt([later, 'a', prepared], [AT, 'b', prepared], [AT, 'c', prepared]).map(([at]) => at)).toEqual([2, 3])
})

it('finds an event that says another time than its commit', () => {
  const back = { ...prepared, at: '2018-04-30T00:00:00.000Z' }
  expect(found(['a', back])).toEqual([[1, 'events[0].at', true]])
  expect(found(['a', { ...prepared, at: '2018-05-02T00:00:00.000Z' }])).toEqual([[1, 'events[0].at', true]])
  expect(found(['a', { ...prepared, at: '2018-04-30T23:59:30.000Z' }])).toEqual([])
})

it('lets only what follows from an act say its time, under the name of that act', () => {
  const [stream, at] = ['case/2018-2/dunji', '2018-04-30T00:00:00.000Z']
  const act = { stream: 'batch/2018-2', number: 3 }
  const said = (command: string, event: object) => {
    const made = new Head(stream, []).next([event], command, 'p-1', new Date(AT))
    return undecidable(stream, [made]).map(({ field }) => field)
  }
  const follows = { type: 'rescheduled', act, at }
  expect(said('line batch/2018-2#3', follows)).toEqual([])
  expect(said('line batch/2018-2#3', { ...follows, at: '2018-05-02T00:00:00.000Z' })).toEqual(['events[0].at'])
  expect(said('line batch/2018-2#4', follows)).toEqual(['events[0].at'])
  expect(said('line x', follows)).toEqual(['events[0].at'])
  expect(said('line batch/2018-2#3', { type: 'signed', by: 'p-1', at })).toEqual(['events[0].at'])
})

it('lets what a late objection does to a closed notice say the time of the finding', () => {
  const at = '2018-04-30T00:00:00.000Z'
  const settled = { type: 'objectionSettled', objection: '2018-2-1-AAAAAAA2', result: 'upheld', at }
  const lined = { type: 'lined', by: 'p-1', lines: [], at }
  expect(found(['settle 2018-2-1-AAAAAAA2', settled, lined])).toEqual([])
  expect(found(['settle 2018-2-1-AAAAAAA2', lined])).toEqual([[1, 'events[0].at', true]])
})
