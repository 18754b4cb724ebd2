/** In whose name somebody writes results of a kind: their unit's, which owns it, the office's, or by the office for another 代录. */
import type { Command } from '#procedure/commands.ts'
import { type Holding, permissionsFor } from '#procedure/permissions.ts'
import { OWNERS } from '#typed/reserved-ids.ts'
import type { Organ } from './external-results.ts'

type Writing = Extract<Command, 'enter-result' | 'correct-result' | 'withdraw-result'>
type Owned = {
  /** The unit that owns the kind, or the office. */
  readonly owner: string
  /** Somebody of that unit may write. */
  readonly isManned: boolean
  /** About whom it is, once that is known. */
  readonly unit?: string | undefined
}

/** Whether somebody writes what their unit owns. */
export const writesFor = (holdings: readonly Holding[], owner: string): boolean =>
  permissionsFor('enter-result', holdings).some(
    (row) =>
      row.only === 'owned' && holdings.some((held) => held.appointment === row.appointment && held.unit === owner),
  )

/** Undefined where nobody's: a unit's people write nothing about their own unit, whoever owns it. */
export function inWhoseName(
  command: Writing,
  holdings: readonly Holding[],
  { owner, isManned, unit }: Owned,
): Organ | undefined {
  const allowing = permissionsFor(command, holdings, { unit })
  if (allowing.some(({ only }) => only === 'owned') && writesFor(holdings, owner)) return { organ: owner }
  if (!allowing.some(({ only }) => only === undefined)) return undefined
  if (owner === OWNERS.office) return { organ: owner }
  return isManned ? undefined : { organ: owner, byOffice: true }
}
