/** The demonstration roster: who can log in on a laptop, and what they are appointed to. */
import { readFileSync } from 'node:fs'
import type { Client } from '#contracts/client.ts'
import type { County } from '#county/county.ts'
import type { Account } from '#local-cloud/oidc/account.ts'
import { APPOINTMENTS } from '#procedure/appointments.ts'
import { decodeText } from '../roster/decode-text.ts'
import { type Roster, readRoster } from '../roster/read-roster.ts'
import { sendRoster } from '../roster/send-roster.ts'
import { root } from './laptop.ts'

function demonstrationRoster(county: County): Roster {
  const { roster, mistakes } = readRoster(decodeText(readFileSync(`${root}counties/${county.name}.roster.csv`)))
  const [first] = mistakes
  if (first) throw new Error(`counties/${county.name}.roster.csv, line ${first.line}: ${first.sentence}`)
  return roster
}

/** One account per person who has a login. */
export function accountsOf(county: County): Account[] {
  const { units, people, appointments } = demonstrationRoster(county)
  const unitNames = new Map(units.map(({ body }) => [body.unit, body.name]))
  return people.flatMap(({ body: { person, name, login } }) => {
    const held = appointments.filter(({ body }) => body.person === person).map(({ body }) => body)
    const unit = held.flatMap((one) => (one.unit ? [unitNames.get(one.unit) ?? one.unit] : []))[0]
    return login
      ? [{ id: login, name, role: held.map(({ appointment }) => APPOINTMENTS[appointment]).join('、'), unit }]
      : []
  })
}

/** Writes the roster by the real commands, as the county's first administrator. */
export async function importDemonstrationRoster(county: County, as: (login: string) => Client): Promise<void> {
  const { stopped } = await sendRoster(as(county.administratorLogin), demonstrationRoster(county), 'demonstration')
  if (stopped) throw new Error(`counties/${county.name}.roster.csv, line ${stopped.line}: ${stopped.sentence}`)
}

/** One login per role, for whoever wants to look around. */
export function oneAccountPerRole(county: County): Account[] {
  const seen = new Set<string>()
  return accountsOf(county).filter(({ role }) => !seen.has(role) && seen.add(role))
}
