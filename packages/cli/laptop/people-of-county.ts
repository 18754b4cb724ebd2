/** What people of units in the demonstration rosters are called: whoever signs a paper in a rehearsal is somebody who is there. */
import { readFileSync } from 'node:fs'
import { decodeText } from '#roster-file/decode-text.ts'
import { readRoster } from '#roster-file/read-roster.ts'

/** Of every unit alike; a number that nobody has. */
export const OFFICE_PHONE = '0557-7021234'

/** Their logins name units, and no unit is in both. */
const ROSTERS = ['sixian', 'fenghuang']
let names: ReadonlyMap<string, string> | undefined

function byLogin(): ReadonlyMap<string, string> {
  names ??= new Map(
    ROSTERS.flatMap((county) => {
      const file = new URL(`../../../counties/${county}.roster.csv`, import.meta.url)
      return readRoster(decodeText(readFileSync(file))).roster.people.flatMap(({ body: { login = '', name } }) =>
        /^(clerk|legal|head|dept)-/.test(login) ? [[login, name] as const] : [],
      )
    }),
  )
  return names
}

/** @throws Error for a login that nobody has: then it is said who it is */
export function nameOf(login: string): string {
  const name = byLogin().get(login)
  if (!name) throw new Error(`nobody of a unit in counties/*.roster.csv logs in as ${login}; say whose name it is`)
  return name
}

/** Everybody whom a unit's forms name. */
export const namesOfUnits = (): readonly string[] =>
  [...byLogin()].flatMap(([login, name]) => (/^(clerk|head)-/.test(login) ? [name] : []))
