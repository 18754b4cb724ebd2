/** What the public reads of an act is what its cases have taken: a line that waits, or was set aside, is not said. */
import { caseKind, caseStream, hasEnded } from '#case/case.ts'
import type { ActReference } from '#case/list-act.ts'
import { type Ledger, readStream } from '#ledger/ledger.ts'
import { exitBy } from '#procedure/procedure.ts'

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

/** How the case of a unit stands that a notice names. */
export type CaseStanding = {
  /** It has taken a line of the notice, whichever commit gave it. */
  readonly took: boolean
  /** The instant at which it has ended; undefined while it goes on. */
  readonly endedAt: string | undefined
  /** It has ended because its batch was cancelled. */
  readonly withBatch: boolean
}

/** Of each of these units, from its case's own stream. */
export async function howCasesStand(
  ledger: Ledger,
  { batch, stream, units }: { readonly batch: string; readonly stream: string; readonly units: readonly string[] },
): Promise<ReadonlyMap<string, CaseStanding>> {
  const all = await Promise.all(
    units.map(async (unit): Promise<[string, CaseStanding]> => {
      const { state } = await readStream(ledger, caseKind, caseStream(batch, unit))
      const { taken, last, procedure } = state
      const ended = hasEnded(state) ? last : undefined
      return [
        unit,
        {
          took: taken.some((act) => act.stream === stream),
          endedAt: ended?.at,
          withBatch: ended !== undefined && ended.outcome === exitBy(procedure, 'cancellation'),
        },
      ]
    }),
  )
  return new Map(all)
}

/**
 * The streams of the acts whose page may say something else at news of the case: those whose line it has taken, and
 * once it has ended every notice that has listed it.
 */
export async function actsSayingOf(ledger: Ledger, batch: string, unit: string): Promise<ReadonlySet<string>> {
  const { commits, state } = await readStream(ledger, caseKind, caseStream(batch, unit))
  const listed = hasEnded(state)
    ? commits.flatMap(({ events }) => events.flatMap((event) => (event.type === 'listed' ? [event.act.stream] : [])))
    : []
  return new Set([...state.taken.map(({ stream }) => stream), ...listed])
}
