import { expect, it } from 'vitest'
import { boundCommand } from '#ledger/bound-command.ts'
import { type Commit, Head } from '#ledger/ledger.ts'
import { undecidable } from './undecidable.ts'

const S = 'notice/2018-2/1'
type Line = readonly [command: string, ...events: object[]]
const found = (...lines: readonly Line[]) => {
  const made: Commit[] = []
  for (const [command, ...events] of lines)
    made.push(new Head(S, made).next(events, command, 'p-1', new Date('2018-05-01T00:00:00.000Z')))
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
