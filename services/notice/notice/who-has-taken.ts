/** What the public reads of an act is what its cases have taken: a line that waits, or was set aside, is not said. */
import { caseKind, caseStream, hasEnded } from '#case/case.ts'
import type { ActReference } from '#case/list-act.ts'
import { type Ledger, readStream } from '#ledger/ledger.ts'

/** An act and the units that it names. */
type Lines = { readonly act: ActReference; readonly units: readonly string[] }

/** The acts whose line the case has taken. */
export const takenBy = async (ledger: Ledger, batch: string, unit: string): Promise<readonly ActReference[]> =>
  (await readStream(ledger, caseKind, caseStream(batch, unit))).state.taken

const hasTaken = async (ledger: Ledger, batch: string, unit: string, { stream, number }: ActReference) =>
  (await takenBy(ledger, batch, unit)).some((one) => one.stream === stream && one.number === number)

/** The units that have taken their line of the act, in its order. */
export async function whoHasTaken(ledger: Ledger, batch: string, { act, units }: Lines): Promise<readonly string[]> {
  const has = await Promise.all(units.map((unit) => hasTaken(ledger, batch, unit, act)))
  return units.filter((_, at) => has[at])
}

/** Whether any unit has; one after the other, since the first one usually has. */
export async function hasAnyTaken(ledger: Ledger, batch: string, { act, units }: Lines): Promise<boolean> {
  for (const unit of units) if (await hasTaken(ledger, batch, unit, act)) return true
  return false
}

/** `endedAt`: the instant at which the case has ended; undefined while it goes on. */
export type Took = { readonly endedAt: string | undefined }

/** The units that have taken a line of that notice, whichever commit of it gave it, each with how its case stands. */
export async function whoTookFrom(
  ledger: Ledger,
  { batch, stream, units }: { readonly batch: string; readonly stream: string; readonly units: readonly string[] },
): Promise<ReadonlyMap<string, Took>> {
  const states = await Promise.all(
    units.map(async (unit) => ({ unit, ...(await readStream(ledger, caseKind, caseStream(batch, unit))) })),
  )
  return new Map(
    states
      .filter(({ state }) => state.taken.some((act) => act.stream === stream))
      .map(({ unit, state }) => [unit, { endedAt: hasEnded(state) ? state.last?.at : undefined }]),
  )
}
