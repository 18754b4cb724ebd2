import { describe, expect, it } from 'vitest'
import { day, OFFICER, SECOND, SHORT } from '../../test/given/cases.ts'
import { everybody, ofBoth, officeHead, officer, second, wholeOffice } from '../../test/given/people.ts'
import { type BatchFacts, batchTodos, takesPart } from './batch-todo.ts'
import type { Looking } from './todo-shape.ts'

const facts: BatchFacts = { procedure: SHORT, cancelled: false, units: ['caogou'] }
const at = (who: Looking, change: Partial<BatchFacts> = {}) => batchTodos({ ...facts, ...change }, who)
const commands = (who: Looking, change: Partial<BatchFacts> = {}) =>
  at(who, change).map(({ command, must }) => [command, must])
const prepared = { by: OFFICER, at: day(3) }
const returned = { ...prepared, returned: '先报县政府同意。' }
const MAY = [
  ['prepare-amendment', false],
  ['prepare-cancelling', false],
]

describe('what waits about a batch', () => {
  it('is nothing: officers may prepare an amendment or the end, and nobody else has anything to do', () => {
    for (const who of everybody)
      expect([who.person, commands(who)]).toEqual([
        who.person,
        [officer, second, ofBoth, wholeOffice].includes(who) ? MAY : [],
      ])
    expect(at(officer)).toEqual([
      { command: 'prepare-amendment', text: '变更期限', must: false },
      { command: 'prepare-cancelling', text: '取消批次', must: false },
    ])
  })
  it('is the signature of another person than whoever prepared it, since then', () => {
    expect(at(officeHead, { amendment: prepared })).toEqual([
      { command: 'approve-amendment', text: '签发变更通知', must: true, since: day(3) },
    ])
    expect(at(officeHead, { cancelling: prepared })).toEqual([
      { command: 'approve-cancelling', text: '签发取消批次的决定', must: true, since: day(3) },
    ])
    const own = { ...prepared, by: wholeOffice.person }
    expect(commands(wholeOffice, { amendment: own })).toEqual(MAY)
    expect(commands(wholeOffice, { cancelling: own })).toEqual([MAY[1]])
  })
  it('is to be mended by whoever prepared it, once it came back with a reason; others may', () => {
    const mend = (what: string) => `${what}被退回，请修改后重新送签：先报县政府同意。`
    const [amendment, cancelling] = [mend('变更通知'), mend('取消批次的决定')]
    expect(at(officer, { amendment: returned })).toEqual([
      { command: 'prepare-amendment', text: amendment, must: true, since: day(3) },
      { command: 'prepare-cancelling', text: '取消批次', must: false },
    ])
    expect(at(second, { cancelling: { ...returned, by: SECOND } })[1]).toEqual({
      ...{ command: 'prepare-cancelling', text: cancelling, must: true, since: day(3) },
    })
    expect(commands(second, { amendment: returned })).toEqual(MAY)
    expect(commands(officeHead, { amendment: returned, cancelling: returned })).toEqual([])
  })
  it('is no amendment while the end waits for its signature', () => {
    expect(commands(officer, { cancelling: prepared })).toEqual([['prepare-cancelling', false]])
    expect(commands(officeHead, { amendment: prepared, cancelling: prepared })).toEqual([
      ['approve-amendment', true],
      ['approve-cancelling', true],
    ])
  })
  it('is nothing in a batch that is cancelled, nor for people of a unit that takes part', () => {
    for (const who of everybody)
      expect(at(who, { cancelled: true, amendment: returned, cancelling: prepared })).toEqual([])
    expect(commands(ofBoth, { units: ['caogou', 'dazhuang'], amendment: prepared })).toEqual([])
    expect(commands(ofBoth, { amendment: prepared })).toEqual([...MAY, ['approve-amendment', true]])
  })
})

it('a unit takes part as long as it may begin, or has a case that goes on', () => {
  const all = [true, false].flatMap((inScope) => [true, false].map((isOpen) => takesPart({ inScope, isOpen })))
  expect(all).toEqual([true, true, true, false])
})
