import { type Resolution, resolutionStream } from '#acts/resolution.ts'
import { caseKind, caseStream } from '#case/case.ts'
import { type Ledger, readStream } from '#ledger/ledger.ts'
import { LISTS } from '#rows/row.ts'
import { type Rows, rowsOf } from '#rows/rows.ts'
import type { MeetingStep } from './meeting-step.ts'

type Deps = { readonly ledger: Ledger; readonly rows: Rows }

/**
 * Units whose case stands at the step. A row may lag behind a meeting that has just sent its case on: such a case
 * waits only if it has taken that line and come back since, which the ledger tells.
 */
export async function waitingCases(
  { ledger, rows }: Deps,
  batch: string,
  { step, outcomes }: MeetingStep,
  { meetings, setAside }: Resolution,
): Promise<string[]> {
  const sentOn = new Map<string, number>()
  for (const { commit, lines } of meetings)
    for (const { case: unit, outcome } of lines) {
      const isAside = setAside.some((one) => one.number === commit && one.case === unit)
      if (!isAside && outcomes[outcome]?.leadsTo !== step) sentOn.set(unit, commit)
    }
  const standing = (await rowsOf(rows, 'case', LISTS.batch(batch), { prefix: 'case/' })).filter(
    (row) => row.step === step,
  )
  const waits = await Promise.all(
    standing.map(async ({ unit }) => {
      const commit = sentOn.get(unit)
      if (commit === undefined) return true
      const { commits, state } = await readStream(ledger, caseKind, caseStream(batch, unit))
      const line = `${resolutionStream(batch, step)}#${commit}`
      return state.step === step && commits.some(({ command }) => command === line)
    }),
  )
  return standing.filter((_, i) => waits[i]).map(({ unit }) => unit)
}
