import { expect, it } from 'vitest'
import { type Commit, Head } from '#ledger/ledger.ts'
import { wrongActs } from './cited-acts.ts'

const [CASE, MEETING] = ['case/2018-2/dazhuang', 'resolution/2018-2/executiveMeeting']
const [EARLY, LATE] = ['2018-05-01T00:00:00.000Z', '2018-05-02T00:00:00.000Z']
const commitsOf = (stream: string, at: string, ...all: object[]) => {
  const made: Commit[] = []
  for (const event of all) made.push(new Head(stream, made).next([event], `click-${made.length}`, 'p-1', new Date(at)))
  return made
}
const meeting = (at: string, ...units: string[]) =>
  commitsOf(MEETING, at, ...units.map((unit) => ({ type: 'resolved', lines: [{ unit, outcome: 'named' }] })))
const decided = (number: number, stream = MEETING) =>
  commitsOf(CASE, LATE, { type: 'opened' }, { type: 'decided', act: { stream, number } })
const found = (own: readonly Commit[], acts: readonly Commit[]) =>
  wrongActs(
    CASE,
    own,
    Map.groupBy(acts, ({ stream }) => stream),
  ).map(({ commit, field, sentence }) => [...[commit, field], /而(.*)，不是/.exec(sentence)?.[1]])

it('finds nothing in a line that its act has given', () => {
  expect(found(decided(2), meeting(EARLY, 'caogou', 'dazhuang'))).toEqual([])
  // What is settled of an objection names it, and the notice its unit.
  expect(found(decided(2), meeting(EARLY, 'dazhuang', 'caogou'))).toEqual([])
  const panel = 'panel/2018-2/dazhuang/7'
  expect(found(decided(1, panel), commitsOf(panel, EARLY, { type: 'settled' }))).toEqual([])
  const batch = 'batch/2018-2'
  expect(found(decided(1, batch), commitsOf(batch, EARLY, { type: 'amended' }))).toEqual([])
})

it.each([
  ['is not there', meeting(EARLY, 'dazhuang'), '没有这一次提交'],
  ['came after it', meeting('2018-05-03T00:00:00.000Z', 'caogou', 'dazhuang'), '那一次提交在它之后'],
  ['is about others', meeting(EARLY, 'caogou', 'changgou'), '那里没有列入本件'],
  ['names the unit only later', meeting(EARLY, 'caogou', 'changgou', 'dazhuang'), '那里没有列入本件'],
] as const)('finds a line whose act %s', (_, acts, how) => {
  expect(found(decided(2), acts)).toEqual([[2, 'events[0].act', how]])
})
