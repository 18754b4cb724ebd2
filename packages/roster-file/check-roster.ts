import type { Client } from '#contracts/client.ts'
import { type RosterChange, rosterEndpoints } from '#contracts/roster.ts'
import type { Mistake } from './read-csv.ts'
import type { Roster } from './read-roster.ts'
import { bodyOf, inLanes, lineOf, type Part, partsToCheck } from './roster-parts.ts'

/** A line that changes somebody or some unit that is there already; `from`: whose login it takes. */
export type Change = Mistake & Pick<RosterChange, 'from'>
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

/** The roster with its moves confirmed: each says whose the login was. */
export const withMoves = (roster: Roster, changes: readonly Change[]): Roster => ({
  ...roster,
  people: roster.people.map(({ line, body }) => {
    const from = changes.find((change) => change.line === line && change.from !== undefined)?.from
    return { line, body: { ...body, ...(from && { loginFrom: from }) } }
  }),
})
