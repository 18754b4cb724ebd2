import { describe, expect, it } from 'vitest'
import type { CaseEvent } from '#case/case-events.ts'
import { procedureAt } from '#procedure/procedures.ts'
import { formsHandedIn, stepsBefore } from './submitted-to.ts'

const procedure = procedureAt('creation-2018@1')!
const decided = (step: string, outcome: string, to: string) =>
  ({ type: 'decided', step, outcome, to, visit: 1 }) as unknown as CaseEvent
const recalled = { type: 'recalled', step: 'application', from: 'review', visit: 2 } as unknown as CaseEvent
const submitted = decided('application', 'submitted', 'review')
const handedIn = (...events: CaseEvent[]) => [...formsHandedIn(events, procedure)]

describe('a form', () => {
  it('is nobody’s but the unit’s until it is handed in', () => {
    expect(handedIn()).toEqual([])
    expect(handedIn(decided('application', 'lapsed', 'notSubmitted'))).toEqual([])
    expect(handedIn(submitted)).toEqual(['creation-application'])
  })
  it('is the unit’s again while it mends it, whether it took it back or somebody sent it back', () => {
    expect(handedIn(submitted, recalled)).toEqual([])
    expect(handedIn(submitted, decided('review', 'returned', 'application'))).toEqual([])
    const corrected = {
      type: 'corrected',
      step: 'review',
      outcome: 'returned',
      to: 'application',
    } as unknown as CaseEvent
    expect(handedIn(submitted, decided('review', 'accepted', 'selection'), corrected)).toEqual([])
    expect(handedIn(submitted, recalled, submitted)).toEqual(['creation-application'])
  })
  it('stays handed in while the next one is filled in', () => {
    const working = [
      submitted,
      decided('review', 'accepted', 'selection'),
      decided('implementation', 'ended', 'declaration'),
    ]
    expect(handedIn(...working)).toEqual(['creation-application'])
    expect(handedIn(...working, decided('declaration', 'declared', 'acceptance'))).toEqual([
      'creation-application',
      'creation-declaration',
    ])
  })
})

it('a body is whoever decides there, not whoever prepares it', () => {
  const before = (appointment: string) => [...stepsBefore(procedure, [{ appointment }])]
  expect(before('leadingGroupSecretary')).toEqual(['selection', 'proposal'])
  expect(before('assessmentLeader')).toEqual(['assessment', 'candidacy'])
  expect(before('scorer')).toEqual(['assessment'])
  expect(before('meetingSecretary')).toEqual(['executiveMeeting'])
  for (const other of ['officeOfficer', 'officeHead', 'unitClerk', 'administrator']) expect(before(other)).toEqual([])
})
