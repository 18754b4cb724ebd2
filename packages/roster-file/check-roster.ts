import type { Client } from '#contracts/client.ts'
import { type RosterChange, rosterEndpoints } from '#contracts/roster.ts'
import type { Mistake } from './read-csv.ts'
import type { Roster } from './read-roster.ts'
import { bodyOf, inLanes, lineOf, type Part, partsToCheck } from './roster-parts.ts'

/** A line that changes somebody or some unit that is there already; `from`: whose login it takes; `apart`: units that it may be. */
export type Change = Mistake & Pick<RosterChange, 'from' | 'apart' | 'what'>
type Checked = { readonly refused: readonly Mistake[]; readonly changes: readonly Change[] }

/** What the county says of every line, before any is written. */
export async function checkRoster(api: Client, roster: Roster): Promise<Checked> {
  const parts = partsToCheck(roster)
  const found: { refused: Mistake[]; changes: Change[] } = { refused: [], changes: [] }
  const check = async (part: Part): Promise<'on'> => {
    const { refused, changes } = await api(rosterEndpoints.checkRoster, { body: bodyOf(part) })
    // Units that stand beside people are there to be known; all of them together are checked once.
    const own = ({ list }: Pick<RosterChange, 'list'>) =>
      list !== 'units' || part.people.length + part.appointments.length === 0
    found.refused.push(...refused.filter(own).map((one) => ({ ...one, line: lineOf(part, one) })))
    found.changes.push(...changes.filter(own).map((one) => ({ ...one, line: lineOf(part, one) })))
    return 'on'
  }
  await inLanes(parts, check)
  return { refused: [...found.refused].sort(byLine), changes: [...found.changes].sort(byLine) }
}
const byLine = (a: Mistake, b: Mistake): number => a.line - b.line

/** The roster with what was asked confirmed: each move says whose the login was, each new unit which ones it is not. */
export function withMoves(roster: Roster, changes: readonly Change[]): Roster {
  const ofLine = <Asked extends 'from' | 'apart'>(line: number, asked: Asked) =>
    changes.find((change) => change.line === line && change[asked] !== undefined)?.[asked]
  return {
    ...roster,
    units: roster.units.map(({ line, body }) => {
      const apartFrom = ofLine(line, 'apart')
      return { line, body: { ...body, ...(apartFrom && { apartFrom }) } }
    }),
    people: roster.people.map(({ line, body }) => {
      const loginFrom = ofLine(line, 'from')
      return { line, body: { ...body, ...(loginFrom && { loginFrom }) } }
    }),
  }
}

/** What is to be looked at, as a sentence calls it. */
export const calledChanges = (changes: readonly Change[]): string => {
  const alike = changes.filter(({ what }) => what === 'alike').length
  const others = changes.length - alike
  return [
    ...(others > 0 ? [`要更改已有的单位、人员或账号${others}处`] : []),
    ...(alike > 0 ? [`有${alike}个单位疑似重复登记`] : []),
  ].join('，')
}
