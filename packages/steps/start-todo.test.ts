import { describe, expect, it } from 'vitest'
import { day, LATE, SHORT } from '../../test/given/cases.ts'
import { clerk, everybody, officeHead, officer, stranger } from '../../test/given/people.ts'
import { isAwaited, isMissed, type StartFacts, startTodos, whyNotStart } from './start-todo.ts'
import type { Looking } from './todo-shape.ts'

const facts: StartFacts = {
  ...{ unit: 'dazhuang', procedure: SHORT, trial: false, inScope: true, begun: false, lateFrom: LATE },
}
const BEFORE = new Date(Date.parse(LATE) - 1).toISOString()
const at = (who: Looking, change: Partial<StartFacts> = {}, now = BEFORE) =>
  startTodos({ ...facts, ...change }, who, now).map(({ command, must }) => [command, must])

describe('before a unit has begun', () => {
  it('its clerk is to begin, an officer may from paper, and the head may move the date', () => {
    expect(at(clerk)).toEqual([['open-case', true]])
    expect(at(officer)).toEqual([['open-case', false]])
    expect(at(officeHead)).toEqual([['extend-case', false]])
    expect(at(stranger)).toEqual([])
    expect(startTodos(facts, clerk, BEFORE)).toMatchObject([{ text: '开始填写“创建申请”', lateFrom: LATE }])
  })
  it('from the first late instant on the date alone may be moved', () => {
    expect(at(clerk, {}, LATE)).toEqual([])
    expect(at(officeHead, {}, LATE)).toEqual([['extend-case', false]])
  })
  it('until a year later the unit is missed; in a trial, begun or out of scope it is not', () => {
    const [last, over] = ['2019-05-15T15:59:59.999Z', '2019-05-15T16:00:00.000Z']
    const missed = (now: string, change: Partial<StartFacts> = {}) => isMissed({ ...facts, ...change }, now)
    expect([BEFORE, LATE, last, over].map((now) => missed(now))).toEqual([false, true, true, false])
    expect([at(officeHead, {}, last), at(officeHead, {}, over)]).toEqual([[['extend-case', false]], []])
    for (const change of [{ trial: true }, { begun: true }, { inScope: false }, { lateFrom: undefined }])
      expect(missed(last, change)).toBe(false)
  })
  it('without a date it may always begin, and there is none to move', () => {
    expect(at(clerk, { lateFrom: undefined }, day(400))).toEqual([['open-case', true]])
    expect(at(officeHead, { lateFrom: undefined })).toEqual([])
  })
  it('nobody is waited for in a trial, who may begin all the same', () => {
    expect(at(clerk, { trial: true })).toEqual([['open-case', false]])
    expect([isAwaited(facts, BEFORE), isAwaited({ ...facts, trial: true }, BEFORE)]).toEqual([true, false])
  })
  it('nothing is to begin out of scope or twice', () => {
    for (const who of everybody)
      for (const change of [{ inScope: false }, { begun: true }]) expect(at(who, change)).toEqual([])
    expect(whyNotStart({ ...facts, begun: true }, LATE)).toBe('begun')
    expect(whyNotStart({ ...facts, inScope: false }, LATE)).toBe('outOfScope')
    expect(whyNotStart(facts, LATE)).toBe('late')
    expect(whyNotStart(facts, BEFORE)).toBeUndefined()
  })
})
