import { expect, it } from 'vitest'
import { caseKind } from '#case/case.ts'
import type { CaseEvent } from '#case/case-events.ts'
import { factsOf } from '#case/facts.ts'
import { day, held, NAMED, OFFICER, saved, submitted, vetoRaised, withdrawalEntered } from '../../test/given/cases.ts'
import {
  AT_NOTICE_2018,
  AT_WORK,
  DECLARED,
  DECLARING,
  DRAFTED,
  draftReturned,
  PROPOSED,
  RECOMMENDED,
  REVIEW_2018,
  SELECTION,
} from '../../test/given/cases-2018.ts'
import { given } from '../../test/given/given.ts'
import { titlesOf, waitsFor } from './waits-for.ts'

const frame = {
  signOffs: {
    'creation-application': { legalOffice: 'online', unitHead: 'online' },
    'creation-declaration': { unitHead: 'online' },
  },
  vetoes: true,
  listed: false,
} as const
const whom = (events: readonly CaseEvent[], now = day(9)) =>
  titlesOf(waitsFor(factsOf(given(caseKind, ...events).state), frame, now))
const notice = {
  type: 'listed',
  v: 1,
  at: day(9),
  act: { stream: 'notice/2018-2/1', number: 2 },
  lateFrom: day(20),
} as const

it.each([
  ['an application to be filled in', REVIEW_2018.slice(0, 1), ['创建单位经办人']],
  ['one to be signed by the legal office', REVIEW_2018.slice(0, 2), ['创建单位经办人', '创建单位法制机构负责人']],
  ['a review', REVIEW_2018, ['法制办经办人']],
  ['a review that is drafted', DRAFTED, ['法制办负责人']],
  ['a draft that went back', [...DRAFTED, draftReturned], ['法制办经办人']],
  ['a selection', SELECTION, ['法制办经办人', '领导小组秘书']],
  ['a declaration', DECLARING, ['创建单位经办人']],
  ['acceptance', DECLARED, ['法制办经办人']],
  ['candidacy', RECOMMENDED, ['考核组组长']],
  ['a notice to be published', AT_NOTICE_2018, ['法制办经办人', '法制办负责人']],
  ['a notice that runs', [...AT_NOTICE_2018, notice], ['法制办经办人']],
  ['a proposal', PROPOSED, ['法制办经办人', '领导小组秘书']],
  ['nobody, once it has ended', NAMED, []],
])('%s waits for %j', (_what, events, roles) => {
  expect(whom(events)).toEqual(roles)
})

it('a form that the office enters from paper waits for the officer who has begun to, and for the unit as before', () => {
  const [begun, ...signed] = REVIEW_2018.slice(0, 4)
  if (begun?.type !== 'opened') throw new Error('the case is not opened')
  const ofOffice: CaseEvent = { ...begun, by: OFFICER, byOffice: true }
  const both = ['创建单位经办人', '法制办经办人']
  expect(whom([ofOffice])).toEqual(both)
  expect(whom([ofOffice, saved({}, OFFICER)])).toContain('法制办经办人')
  expect(whom([ofOffice, ...signed])).toEqual(both)
  // Handed in, it waits for another officer's draft, or the head decides without one.
  expect(whom([ofOffice, ...signed, submitted])).toEqual(['法制办经办人', '法制办负责人'])
})

it('work waits for the unit in the last days before a report, and else for its date', () => {
  expect(whom(AT_WORK, day(9))).toEqual([])
  expect(whom(AT_WORK, '2018-07-05T00:00:00.000Z')).toEqual(['创建单位经办人'])
})

it('what lies beside the step is waited for as well', () => {
  expect(whom([...REVIEW_2018, withdrawalEntered])).toEqual(['创建单位主要负责人', '法制办经办人'])
  expect(whom([...REVIEW_2018, vetoRaised])).toEqual(['法制办经办人', '法制办负责人'])
  expect(whom([...REVIEW_2018, held])).toEqual(['法制办经办人'])
})
