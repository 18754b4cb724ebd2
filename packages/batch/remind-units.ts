/**
 * Reminders 提醒 of the office to units that still owe the form of an entry or a report. Stream `reminders/<batch>`: one act is one
 * commit, and the batch's own stream, which every command reads, stays as short as it was.
 */

import { z } from 'zod/mini'
import { after } from '#calendar/instant.ts'
import { said } from '#calendar/said.ts'
import type { Decision, Kind } from '#ledger/kind.ts'
import { Refused } from '#ledger/refused.ts'
import { mustNameNobody } from './names-somebody.ts'

const unitsReminded = z.object({
  type: z.literal('unitsReminded'),
  v: z.literal(1),
  at: z.iso.datetime({ precision: 3 }),
  by: z.string(),
  units: z.array(z.string()).check(z.minLength(1)),
  text: z.string().check(z.minLength(1), z.maxLength(200)),
})
export const remindersEvent = z.discriminatedUnion('type', [unitsReminded])
export type UnitsReminded = z.infer<typeof unitsReminded>

/** In order; the place of one, counted from 1, is its number. */
export type Reminders = { readonly all: readonly UnitsReminded[] }

export const remindersStream = (batch: string): string => `reminders/${batch}`

export const remindersKind: Kind<UnitsReminded, Reminders> = {
  parse: (stored) => remindersEvent.parse(stored),
  initial: { all: [] },
  evolve: ({ all }, event) => ({ all: [...all, event] }),
}

const HOUR_MS = 3_600_000

/**
 * One reminder to several units.
 * @param units those that still owe something; without any there is nothing to do
 * @param seen how many reminders of the batch the officer had before them: nobody reminds twice in an hour unknowingly
 */
export const remindUnits =
  (
    { units, text, seen }: { units: readonly string[]; text: string; seen: number },
    { by, received }: { readonly by: string; readonly received: string },
  ): Decision<UnitsReminded, Reminders> =>
  ({ all }) => {
    if (units.length === 0) return []
    mustNameNobody('提醒没有发出', { text })
    if (seen > all.length)
      throw new Refused('elsewhere', `您所见的提醒有${seen}次，记录中只有${all.length}次；请刷新后再办。`)
    const hourAgo = after(received, -HOUR_MS)
    const unseen = all.slice(seen).findLast((one) => one.at > hourAgo && one.units.some((unit) => units.includes(unit)))
    if (unseen)
      throw new Refused(
        'conflict',
        `选中的单位里有${unseen.units.filter((unit) => units.includes(unit)).length}个刚在${said(unseen.at)}提醒过；请查看提醒记录，再决定是否需要提醒。`,
      )
    return [{ type: 'unitsReminded', v: 1, at: received, by, units: [...new Set(units)], text }]
  }

/** For each reminder the units whose last one it is; those that are nobody's last are left out. */
export function lastReminders({ all }: Reminders): UnitsReminded[] {
  const last = new Map(all.flatMap((one, n) => one.units.map((unit): [string, number] => [unit, n])))
  return all.flatMap((one, n) => {
    const units = one.units.filter((unit) => last.get(unit) === n)
    return units.length > 0 ? [{ ...one, units }] : []
  })
}
