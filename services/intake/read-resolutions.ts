import { type Resolution, resolutionKind, resolutionStream, taken } from '#acts/resolution.ts'
import type { CallTerms } from '#batch/batch.ts'
import type { intakeEndpoints, ResolutionPage } from '#contracts/intake.ts'
import type { Call } from '#edge/use-case.ts'
import { readStream } from '#ledger/ledger.ts'
import { titleOf } from '#procedure/procedure.ts'
import { LISTS } from '#rows/row.ts'
import { rowsOf, unitNames } from '#rows/rows.ts'
import type { IntakeDeps } from './intake-deps.ts'
import { type MeetingStep, meetingStep } from './meeting-step.ts'
import { readTerms } from './read-frame.ts'

/** What the meetings of a step decided, and which cases wait for the next one. */
export const readResolutions =
  (deps: IntakeDeps) =>
  async ({ params }: Call<typeof intakeEndpoints.readResolutions>): Promise<ResolutionPage> => {
    const { batch, step } = params
    const terms = await readTerms(deps.ledger, batch)
    const { state } = await readStream(deps.ledger, resolutionKind, resolutionStream(batch, step))
    return showResolutions(deps, { batch, terms, meeting: meetingStep(terms, step) }, state)
  }

export async function showResolutions(
  { rows }: Pick<IntakeDeps, 'rows'>,
  { batch, terms, meeting }: { batch: string; terms: CallTerms; meeting: MeetingStep },
  resolution: Resolution,
): Promise<ResolutionPage> {
  const { step, procedure, outcomes, limited } = meeting
  const names = await unitNames(rows)
  const cases = await rowsOf(rows, 'case', LISTS.batch(batch), { prefix: 'case/' })
  const nameOf = (unit: string) => names.get(unit) ?? unit
  return {
    batch,
    step,
    stepTitle: titleOf(procedure, step),
    quota: terms.quota,
    taken: taken(resolution, limited),
    outcomes: Object.entries(outcomes).map(([value, { title }]) => ({ value, label: title })),
    waiting: cases.filter((one) => one.step === step).map(({ unit }) => ({ unit, name: nameOf(unit) })),
    meetings: resolution.meetings.map(({ commit, meeting, number, date, lines }) => ({
      number: commit,
      meeting,
      reference: number,
      date,
      lines: lines.map(({ case: unit, outcome, reason }) => {
        const aside = resolution.setAside.find((one) => one.number === commit && one.case === unit)
        return {
          unit,
          name: nameOf(unit),
          outcome,
          outcomeTitle: outcomes[outcome]?.title ?? outcome,
          ...(reason && { reason }),
          ...(aside && { setAside: aside.reason }),
        }
      }),
    })),
  }
}
