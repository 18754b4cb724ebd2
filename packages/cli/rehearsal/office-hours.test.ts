/** What a rehearsal and the demonstration leave on record is looked at by people who know offices. */
import { describe, expect, it } from 'vitest'
import { lastDayOf } from '#calendar/period.ts'
import { BEGINNING, FIRST_BATCH_BEGINNING, TODAY } from '../start/today.ts'
import { wholeDemonstration } from '../start/whole-demonstration.ts'
import { REHEARSALS } from './counties/rehearsal-of.ts'

/** What the public does, at home and in the evening. */
const PUBLIC = /^群众/

const isWorkingDay = (day: string): boolean => lastDayOf({ publish: day, days: 1, convention: 'D' }) === day

describe.each([
  ...Object.entries(REHEARSALS).map(([county, { acts }]) => [`the rehearsed year of ${county}`, acts] as const),
  ['the demonstration', wholeDemonstration],
] as const)('%s', (_, acts) => {
  it('is acted on working days, in office hours', () => {
    const odd = acts.filter(({ at, what }) => {
      const hour = at.slice(11, 16)
      return (
        !PUBLIC.test(what) &&
        (!at.endsWith('+08:00') || hour < '08:00' || hour > '18:00' || !isWorkingDay(at.slice(0, 10)))
      )
    })
    expect(odd.map(({ at, what }) => `${at} ${what}`)).toEqual([])
  })
})

it('begins and is handed over in office hours', () => {
  for (const at of [BEGINNING, FIRST_BATCH_BEGINNING, TODAY])
    expect([at.slice(11, 16) >= '08:00', at.slice(11, 16) <= '18:00']).toEqual([true, true])
})
