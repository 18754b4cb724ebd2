import { describe, expect, it } from 'vitest'
import {
  AT_MEETING,
  AT_NOTICE,
  CLOSING,
  day,
  held,
  LISTED,
  NAMED,
  NOTICE,
  OFFICE_HEAD,
  OFFICER,
} from '../../test/given/cases.ts'
import { PROPOSED } from '../../test/given/cases-2018.ts'
import { given } from '../../test/given/given.ts'
import { caseKind } from './case.ts'
import { factsOf } from './facts.ts'
import { hold, settleHold } from './hold.ts'

const officer = { by: OFFICER, received: day(9) }
const head = { by: OFFICE_HEAD, received: day(12) }
const { act, objection } = held
const settlement = { stream: NOTICE.stream, number: 6 }
const settle = (result: 'released' | 'objection' | 'reassessment') =>
  settleHold({ act: settlement, objection, result }, head)
const released = { type: 'released', v: 1, at: day(12), by: OFFICE_HEAD, act: settlement, objection } as const

describe('an objection that was in time and turned up later', () => {
  it('holds a case that has taken its line of the notice', () => {
    expect(given(caseKind, ...AT_MEETING).when(hold({ act, objection }, officer))).toEqual([held])
    expect(factsOf(given(caseKind, ...AT_MEETING, held).state).held).toEqual([{ objection }])
  })
  it('leaves alone a case that the notice itself keeps, one that never was in it, and one that has ended', () => {
    for (const history of [LISTED, AT_NOTICE, NAMED])
      expect(given(caseKind, ...history).when(hold({ act, objection }, officer))).toEqual([])
    // The receipt was before the closing: that the closing knew of it.
    const before = { act: { ...CLOSING, number: 2 }, objection }
    expect(given(caseKind, ...AT_MEETING).when(hold(before, officer))).toEqual([])
  })
  it('has nothing to do when it holds the case already', () => {
    expect(given(caseKind, ...AT_MEETING, held).when(hold({ act, objection }, officer))).toEqual([])
  })
})

describe('its settlement', () => {
  it('lets the case go on when it does not hold, as long as no other one does', () => {
    const other = { ...held, objection: 'yi-2' }
    expect(given(caseKind, ...AT_MEETING, held).when(settle('released'))).toEqual([released])
    const { state } = given(caseKind, ...AT_MEETING, held, other, released)
    expect([state.step, state.held]).toEqual(['executiveMeeting', [other]])
  })
  it('takes the case by the exit that an upheld one means, from wherever it stands', () => {
    expect(given(caseKind, ...AT_MEETING, held).when(settle('objection'))).toEqual([
      released,
      {
        type: 'decided',
        v: 1,
        at: day(12),
        by: OFFICE_HEAD,
        step: 'executiveMeeting',
        visit: 4,
        outcome: 'objectionUpheld',
        to: 'objectionUpheld',
        act: settlement,
      },
    ])
  })
  it('leads to a new assessment where the procedure has that', () => {
    const events = given(caseKind, ...PROPOSED, held).when(settle('reassessment'))
    expect(events).toMatchObject([{ type: 'released' }, { outcome: 'reassessed', to: 'assessment' }])
    const { state } = given(caseKind, ...PROPOSED, held, ...events)
    expect([state.step, state.visit, state.held]).toEqual(['assessment', 11, []])
    // The box of a body that did not decide stays empty.
    expect(state.papers['creation-declaration']?.boxes).not.toHaveProperty('leadingGroup')
  })
  it('has nothing to do when nothing of the kind holds the case, or it has ended', () => {
    expect(given(caseKind, ...AT_MEETING).when(settle('objection'))).toEqual([])
    expect(given(caseKind, ...AT_MEETING, held, released).when(settle('released'))).toEqual([])
    expect(given(caseKind, ...NAMED, held).when(settle('objection'))).toEqual([])
  })
})
