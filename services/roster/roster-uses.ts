import type { rosterEndpoints } from '#contracts/roster.ts'
import type { UseCases } from '#edge/use-case.ts'
import { checkRoster } from './check-roster.ts'
import { readHolidays } from './read-holidays.ts'
import type { Deps } from './read-known.ts'
import { readMe } from './read-me.ts'
import { readRoster } from './read-roster.ts'
import { readRosterChanges } from './read-roster-changes.ts'
import { approveChanges, declineChange, noteRosterChanges, takeBackChange } from './settle-proposals.ts'
import { appointPerson, registerPersonOf, registerUnitOf, writeLines } from './write-lines.ts'

/** Everything the roster's API answers. */
export const rosterUses = (deps: Deps): UseCases<typeof rosterEndpoints> => ({
  readMe: readMe(deps),
  registerUnit: registerUnitOf(deps),
  registerPerson: registerPersonOf(deps),
  appoint: appointPerson(deps),
  checkRoster: checkRoster(deps),
  writeLines: writeLines(deps),
  readRoster: readRoster(deps),
  readHolidays: readHolidays(deps),
  readRosterChanges: readRosterChanges(deps),
  approveChanges: approveChanges(deps),
  declineChange: declineChange(deps),
  takeBackChange: takeBackChange(deps),
  noteChanges: noteRosterChanges(deps),
})
