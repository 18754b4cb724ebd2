import type { Ledger } from '#ledger/ledger.ts'
import { readStream } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import { unitKind, unitStream } from '#roster/unit.ts'
import { type Known, knownAs, NOTHING_KNOWN } from '#rows/known.ts'

/** The unit as the roster has it. @throws Refused when it is not registered */
export async function readUnit(
  ledger: Ledger,
  unit: string,
  known: Known = NOTHING_KNOWN,
): Promise<{ name: string; inScope: boolean }> {
  const stream = unitStream(unit)
  const { name, inScope = false } = knownAs(known, 'unit', stream) ?? (await readStream(ledger, unitKind, stream)).state
  if (!name) throw new Refused('unknown', `名册里没有编号为“${unit}”的单位；请联系系统管理员。`)
  return { name, inScope }
}
