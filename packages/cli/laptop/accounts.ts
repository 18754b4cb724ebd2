/** The demonstration roster: who can log in on a laptop, and what they are appointed to. */
import { readFileSync } from 'node:fs'
import type { Client } from '#contracts/client.ts'
import type { County } from '#county/county.ts'
import type { Account } from '#local-cloud/oidc/account.ts'
import { APPOINTMENTS, type Appointment } from '#procedure/appointments.ts'
import { decodeText } from '#roster-file/decode-text.ts'
import { type Roster, readRoster } from '#roster-file/read-roster.ts'
import { sendRoster } from '#roster-file/send-roster.ts'
import { root } from './laptop.ts'

function demonstrationRoster(county: County): Roster {
  const { roster, mistakes } = readRoster(decodeText(readFileSync(`${root}counties/${county.name}.roster.csv`)))
  const [first] = mistakes
  if (first) throw new Error(`counties/${county.name}.roster.csv, line ${first.line}: ${first.sentence}`)
  return roster
}

const OFFICE: ReadonlySet<Appointment> = new Set(['officeOfficer', 'officeHead'])

/** One account per person who has a login: the office, which the rest waits for, then the county's other organs, then units. */
export function accountsOf(county: County): Account[] {
  const { organs } = county
  const { units, people, appointments } = demonstrationRoster(county)
  const unitNames = new Map(units.map(({ body }) => [body.unit, body.name]))
  const all = people.flatMap(({ body: { person, name, login } }) => {
    const held = appointments.filter(({ body }) => body.person === person).map(({ body }) => body)
    const own = held.flatMap((one) => (one.unit ? [unitNames.get(one.unit) ?? one.unit] : []))[0]
    const inOffice = held.some(({ appointment }) => OFFICE.has(appointment))
    const unit = own ?? (inOffice ? organs.office : `${organs.county}其他县级岗位`)
    const role = held.map(({ appointment }) => APPOINTMENTS[appointment]).join('、')
    return login ? [{ rank: own ? 2 : inOffice ? 0 : 1, account: { id: login, name, role, unit } }] : []
  })
  return all.toSorted((a, b) => a.rank - b.rank).map(({ account }) => account)
}

/** Writes the roster by the real commands, as the county's first administrator. */
export async function importDemonstrationRoster(county: County, as: (login: string) => Client): Promise<void> {
  const { stopped } = await sendRoster(as(county.administratorLogin), demonstrationRoster(county), 'demonstration')
  if (stopped) throw new Error(`counties/${county.name}.roster.csv, line ${stopped.line}: ${stopped.sentence}`)
}

/** One login per role, for whoever wants to look around; of these logins first, who find something to do. */
export function oneAccountPerRole(county: County, first: readonly string[]): Account[] {
  const all = accountsOf(county)
  const known = first.map((login) => {
    const account = all.find(({ id }) => id === login)
    if (!account) throw new Error(`counties/${county.name}.roster.csv has no login ${login}`)
    return account
  })
  const seen = new Set<string>()
  return [...known, ...all].filter(({ role }) => !seen.has(role) && seen.add(role))
}
