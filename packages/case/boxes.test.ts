/** Boxes of a form that steps of the procedure fill: with what was decided, until the case comes there again. */
import { expect, it } from 'vitest'
import { day, HEAD, moved } from '../../test/given/cases.ts'
import { LEADER, PROPOSED, SECOND_FORM } from '../../test/given/cases-2018.ts'
import { given } from '../../test/given/given.ts'
import { caseKind } from './case.ts'
import type { CaseEvent } from './case-events.ts'
import { hold, settleHold } from './hold.ts'

const act = { stream: 'resolution/2018-2/proposal', number: 2 }
const boxes = (events: readonly CaseEvent[]) => given(caseKind, ...events).state.papers[SECOND_FORM]?.boxes ?? {}

it('say by which outcome they were filled', () => {
  for (const outcome of ['proposed', 'notProposed']) {
    const to = outcome === 'proposed' ? 'executiveMeeting' : 'notProposed'
    const line = moved('proposal', 10, outcome, to, HEAD, { act })
    expect(boxes([...PROPOSED, line]).leadingGroup).toMatchObject({ step: 'proposal', outcome, act })
  }
})

it('are empty again when the case goes back before the step that fills them, and the others stay', () => {
  const proposed = moved('proposal', 10, 'proposed', 'executiveMeeting', HEAD, { act })
  const before = given(caseKind, ...PROPOSED, proposed)
  expect(Object.keys(before.state.papers[SECOND_FORM]?.boxes ?? {})).toEqual(['countyOffice', 'leadingGroup'])
  const objection = { act: { stream: 'notice/2018-2/1', number: 8 }, objection: 'o-1' }
  const by = { by: LEADER, received: day(300) }
  const held = before.when(hold(objection, by))
  const again = given(caseKind, ...PROPOSED, proposed, ...held)
  const back = again.when(settleHold({ ...objection, result: 'reassessment' }, by))
  const after = given(caseKind, ...PROPOSED, proposed, ...held, ...back).state
  expect(after.step).toBe('assessment')
  expect(Object.keys(after.papers[SECOND_FORM]?.boxes ?? {})).toEqual(['countyOffice'])
})
