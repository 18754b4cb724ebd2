import { type Ledger, readStream } from '#ledger/ledger.ts'
import { unitKind, unitStream } from '#roster/unit.ts'
import { type Known, knownAs, NOTHING_KNOWN } from '#rows/known.ts'
import { inNameOrder } from '#typed/names.ts'

/** The name a unit had at an instant, so that what was published keeps its names; its id when the roster has none. */
export async function unitNameAt(
  ledger: Ledger,
  unit: string,
  at: string,
  known: Known = NOTHING_KNOWN,
): Promise<string> {
  const names = knownAs(known, 'unit', unitStream(unit))?.names ?? (await namesIn(ledger, unit))
  return (names.findLast((one) => one.at <= at) ?? names[0])?.name ?? unit
}

async function namesIn(ledger: Ledger, unit: string) {
  const { commits } = await readStream(ledger, unitKind, unitStream(unit))
  return commits.flatMap((commit) => commit.events)
}

/** Unit id → its name at an instant. */
export async function unitNamesAt(
  ledger: Ledger,
  units: readonly string[],
  at: string,
  known: Known = NOTHING_KNOWN,
): Promise<ReadonlyMap<string, string>> {
  const named = [...new Set(units)].map(async (unit) => [unit, await unitNameAt(ledger, unit, at, known)] as const)
  return new Map(await Promise.all(named))
}

/** Units with their names, in the order of these, as a list stands that nobody has sorted. */
export const namedInOrder = (units: readonly string[], names: ReadonlyMap<string, string>) =>
  inNameOrder(units.map((unit) => ({ unit, name: names.get(unit) ?? unit })))
