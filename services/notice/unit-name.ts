import { type Ledger, readStream } from '#ledger/ledger.ts'
import { unitKind, unitStream } from '#roster/unit.ts'

/** The name a unit had at an instant, so that what was published keeps its names; its id when the roster has none. */
export async function unitNameAt(ledger: Ledger, unit: string, at: string): Promise<string> {
  const { commits } = await readStream(ledger, unitKind, unitStream(unit))
  const events = commits.flatMap((commit) => commit.events)
  return (events.findLast((event) => event.at <= at) ?? events[0])?.name ?? unit
}

/** Unit id → its name at an instant. */
export async function unitNamesAt(
  ledger: Ledger,
  units: readonly string[],
  at: string,
): Promise<ReadonlyMap<string, string>> {
  const named = [...new Set(units)].map(async (unit) => [unit, await unitNameAt(ledger, unit, at)] as const)
  return new Map(await Promise.all(named))
}
