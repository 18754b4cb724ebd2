import type { Ledger } from '#ledger/ledger.ts'
import { readStream } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import { type KindOfUnit, unitKind, unitStream } from '#roster/unit.ts'
import { type Known, knownAs, NOTHING_KNOWN } from '#rows/known.ts'

export type Registered = {
  readonly unit: string
  readonly name: string
  readonly kind: KindOfUnit
  readonly inScope: boolean
}
/** The unit as the roster has it. @throws Refused when it is not registered */
export async function readUnit(ledger: Ledger, unit: string, known: Known = NOTHING_KNOWN): Promise<Registered> {
  const stream = unitStream(unit)
  const row = knownAs(known, 'unit', stream)
  if (row) return { unit, name: row.name, kind: row.kindOfUnit, inScope: row.inScope }
  const { name, kind, inScope = false } = (await readStream(ledger, unitKind, stream)).state
  if (!name || !kind) throw new Refused('unknown', `名册里没有编号为“${unit}”的单位；请联系系统管理员。`)
  return { unit, name, kind, inScope }
}
