/** What a unit owed in a batch when it was reminded: by every state that may have been read then. */
import { datesOf, type StandingCall } from '#batch/batch.ts'
import { isInvited } from '#batch/designated.ts'
import { publishedDates } from '#batch/published-dates.ts'
import { type Case, caseStream } from '#case/case.ts'
import { factsOf } from '#case/facts.ts'
import { laterDates } from '#case/later-dates.ts'
import { asAmended } from '#case/reschedule.ts'
import { stepOf } from '#procedure/procedure.ts'
import type { Standing } from '#reminders/owed.ts'
import { unitStream } from '#roster/unit.ts'
import { type StartFacts, whyNotStart } from '#steps/start-todo.ts'
import { dunned } from '#steps/work/due-reports.ts'
import { dutyStream } from '#steps/work/duty.ts'
import { inspectionStream, openFindings } from '#steps/work/inspection.ts'
import { reportsOwed } from '#steps/work/todo.ts'
import { callsAt, procedureOfCall } from './calls.ts'
import type { Elsewhere } from './elsewhere.ts'

type Of = { readonly batch: string; readonly unit: string; readonly at: string }
type Begun = Extract<Standing, { readonly reported: readonly string[] }>

function startOf(elsewhere: Elsewhere, call: StandingCall, state: Case, { unit, at }: Of): readonly StartFacts[] {
  const procedure = procedureOfCall(call)
  const lateFrom = laterDates(state.dates, datesOf(call))[procedure.start]
  const known = elsewhere.units.at(unitStream(unit), at)
  return known.map(({ inScope = false }) => ({
    ...{ unit, procedure, trial: call.trial, begun: state.visit > 0, lateFrom },
    inScope: isInvited(call, { unit, inScope }),
  }))
}

function begunOf({ duties, inspections }: Elsewhere, state: Case, { batch, unit, at }: Of): readonly Begun[] {
  return duties.at(dutyStream(batch, unit, state.step), at).flatMap(({ reports }) =>
    inspections.at(inspectionStream(batch, unit), at).map((inspection) => ({
      ...{ facts: factsOf(state), reported: reports.map(({ period }) => period) },
      findings: openFindings(inspection),
    })),
  )
}

/** A case may have taken an amendment already, or take it in a moment. */
function* lookedAt(elsewhere: Elsewhere, of: Of): Iterable<{ readonly call: StandingCall; readonly state: Case }> {
  for (const call of callsAt(elsewhere, of.batch, of.at))
    for (const state of elsewhere.cases.at(caseStream(of.batch, of.unit), of.at)) {
      yield { call, state }
      if (state.visit > 0) yield { call, state: asAmended(state, publishedDates(call.amendments)) }
    }
}

/** As its reminders look at it. @throws Refused where no such batch was called, Untold */
export function* standingsOf(elsewhere: Elsewhere, of: Of): Iterable<Standing> {
  for (const { call, state } of lookedAt(elsewhere, of))
    if (state.visit > 0) {
      procedureOfCall(call)
      yield* begunOf(elsewhere, state, of)
    } else for (const start of startOf(elsewhere, call, state, of)) yield { start }
}

/** Whether the office may have reminded it: of the form of an entry that is not late, or of a report. */
export function mayBeReminded(elsewhere: Elsewhere, of: Of): boolean {
  for (const { call, state } of lookedAt(elsewhere, of)) {
    if (state.visit === 0) {
      if (startOf(elsewhere, call, state, of).some((start) => whyNotStart(start, of.at) === undefined)) return true
      continue
    }
    const { procedure, step, lateFrom } = state
    const isLate = lateFrom !== undefined && of.at >= lateFrom
    if (!isLate && stepOf(procedure, step, 'entry')) return true
    const work = stepOf(procedure, step, 'work')
    const owes = ({ facts, reported }: Begun) => work && dunned(reportsOwed(work, facts, reported, of.at)).length > 0
    if (!isLate && work && begunOf(elsewhere, state, of).some(owes)) return true
  }
  return false
}
