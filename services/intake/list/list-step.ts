/** A step of a batch at which one act decides many cases. */
import type { StandingCall } from '#batch/batch.ts'
import { whyWaiting } from '#case/apply-line.ts'
import { type Case, caseKind, caseStream } from '#case/case.ts'
import type { ActReference } from '#case/case-events.ts'
import { nameSome } from '#edge/name-some.ts'
import { readStream } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import type { StepKind, StepOf } from '#procedure/kinds.ts'
import { type Procedure, stepOf, titleOf } from '#procedure/procedure.ts'
import { procedureOf } from '#procedure/procedures.ts'
import type { CaseRow } from '#rows/row.ts'
import type { IntakeDeps } from '../intake-deps.ts'

export type ListStep<K extends StepKind> = {
  readonly batch: string
  readonly step: string
  readonly terms: StandingCall
  readonly procedure: Procedure
  readonly value: StepOf<K>
}

/** @param how the end of the sentence that says why another step is none. @throws Refused when it is no such step */
export function listStep<K extends StepKind>(
  terms: StandingCall,
  { batch, step }: { readonly batch: string; readonly step: string },
  kind: K,
  how: string,
): ListStep<K> {
  const procedure = procedureOf(terms.procedure)
  const value = stepOf(procedure, step, kind)
  if (!value) throw new Refused('unknown', `“${titleOf(procedure, step)}”环节${how}；请从批次进展重新进入。`)
  return { batch, step, terms, procedure, value }
}

/** A case that stands at the step. `held`: why no list may decide it now. */
export type Waiting = { readonly unit: string; readonly visit: number; readonly held?: string }

/**
 * The cases that stand at the step.
 * @param sentOn by unit the commit of an act that has sent its case on; a row that does not know that act yet lags
 * behind, and such a case is about to leave
 */
export const waitingCases = (
  open: readonly CaseRow[],
  step: string,
  sentOn: ReadonlyMap<string, ActReference>,
): Waiting[] =>
  open
    .filter((row) => row.step === step && hasFollowed(row, sentOn.get(row.unit)))
    .map((row) => {
      const held = whyWaiting(row)
      return { unit: row.unit, visit: row.visit, ...(held && { held }) }
    })

const hasFollowed = ({ taken = [] }: CaseRow, act: ActReference | undefined): boolean =>
  act === undefined || taken.some(({ stream, number }) => stream === act.stream && number === act.number)

/** Units whose cases are read side by side. */
const AT_ONCE = 25
export const chunksOf = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, n) => all.slice(n * AT_ONCE, (n + 1) * AT_ONCE))

/**
 * Which of these cases cannot stand in an act now, and why, in one sentence; undefined when all can.
 * @param held whether what waits for a veto or an objection can not either. A meeting that has been is recorded as it
 * was: there such a line is set aside, and says so on the act's page.
 */
export async function undecidable(
  deps: Pick<IntakeDeps, 'ledger'>,
  at: Pick<ListStep<StepKind>, 'batch' | 'step' | 'procedure'>,
  units: readonly string[],
  nameOf: (unit: string) => string,
  held: 'kept out' | 'set aside',
): Promise<string | undefined> {
  return whyUndecidable(await readCases(deps, at.batch, units), at, nameOf, held)
}

/** The cases of these units, by unit, from the ledger. */
export async function readCases(
  { ledger }: Pick<IntakeDeps, 'ledger'>,
  batch: string,
  units: readonly string[],
): Promise<ReadonlyMap<string, Case>> {
  const read: [string, Case][] = []
  for (const some of chunksOf([...new Set(units)]))
    read.push(
      ...(await Promise.all(
        some.map(
          async (unit): Promise<[string, Case]> => [
            unit,
            (await readStream(ledger, caseKind, caseStream(batch, unit))).state,
          ],
        ),
      )),
    )
  return new Map(read)
}

/** Units whose case came to its step after an instant: what was prepared by then is about an earlier visit, if about any. */
export const cameAfter = (cases: ReadonlyMap<string, Case>, at: string): readonly string[] =>
  [...cases].flatMap(([unit, { last }]) => (last && last.at > at ? [unit] : []))

/** The same of cases that were read. */
export function whyUndecidable(
  cases: ReadonlyMap<string, Case>,
  { step, procedure }: Pick<ListStep<StepKind>, 'step' | 'procedure'>,
  nameOf: (unit: string) => string,
  held: 'kept out' | 'set aside',
): string | undefined {
  const wrong = [...cases].flatMap(([unit, state]) => {
    const why = whyNot(state, step, procedure, held)
    return why ? [`${state.visit === 0 ? unit : nameOf(unit)}${why}`] : []
  })
  return wrong.length > 0 ? `${nameSome(wrong, '；')}；请从名单中去掉` : undefined
}

function whyNot(state: Case, step: string, procedure: Procedure, held: 'kept out' | 'set aside'): string | undefined {
  if (state.visit === 0) return '没有申报件'
  if (state.step !== step) return `现处“${titleOf(procedure, state.step)}”`
  return held === 'kept out' ? whyWaiting(state)?.replace(/。$/, '') : undefined
}
