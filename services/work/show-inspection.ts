/** Everything that the page of a unit's inspection needs, read once and handed on. */
import { batchStream, type StandingCall } from '#batch/batch.ts'
import { dateOf, firstLateInstant } from '#calendar/deadline.ts'
import { saidEnd } from '#calendar/said.ts'
import { type Case, hasEnded } from '#case/case.ts'
import type { InspectionPage } from '#contracts/work/inspection.ts'
import type { Caller } from '#edge/use-case.ts'
import { evidenceStream } from '#evidence/evidence.ts'
import { officeOn } from '#evidence/file-owner.ts'
import { type Read, readStream } from '#ledger/ledger.ts'
import type { Command } from '#procedure/commands.ts'
import { permissionFor } from '#procedure/permissions.ts'
import { stepOf } from '#procedure/procedure.ts'
import { heldOn, personStream } from '#roster/person.ts'
import type { Known } from '#rows/known.ts'
import { readTerms } from '#rows/known-call.ts'
import { fileReferences } from '#rows/looked-up/kept-file.ts'
import { namesOfPeople } from '#rows/looked-up/names-of-people.ts'
import { LISTS, type Row } from '#rows/row.ts'
import { type RowOf, type Rows, rowsOf } from '#rows/rows.ts'
import { readCaseOf } from '#steps/submitted-to.ts'
import {
  findingState,
  type Inspection,
  type InspectionEvent,
  inspectionKind,
  inspectionStream,
} from '#steps/work/inspection.ts'
import { inNameOrder } from '#typed/names.ts'
import type { WorkDeps } from './work-deps.ts'

export type InspectionCall = {
  readonly params: { readonly batch: string; readonly unit: string }
  readonly caller: Caller
  readonly received: string
}
export type LookedAtInspection = {
  readonly terms: StandingCall
  readonly state: Case
  readonly inspection: Read<InspectionEvent, Inspection>
  readonly known: Known
  /** Whoever may have visited, with their rows; nobody for others than whoever records it. */
  readonly visitors: readonly PersonRow[]
}
type PersonRow = RowOf<'person'>

export async function lookAtInspection(
  { ledger, rows }: Pick<WorkDeps, 'ledger' | 'rows'>,
  { params: { batch, unit }, caller, received }: InspectionCall,
): Promise<LookedAtInspection> {
  const [{ state }, inspection] = await Promise.all([
    readCaseOf(ledger, batch, unit),
    readStream(ledger, inspectionKind, inspectionStream(batch, unit)),
  ])
  const events = inspection.commits.flatMap((commit) => commit.events)
  const people = events.flatMap((event) => [event.by, ...(event.type === 'visited' ? event.visitors : [])])
  const files = events.flatMap((event) => ('files' in event ? event.files : []))
  const records = isAtWork(state) && permissionFor('record-visit', caller.holdings, { unit }) !== undefined
  const visitors = records ? await possibleVisitors(rows, received) : []
  const looked = await rows.many([
    batchStream(batch),
    ...[...new Set(people)].map(personStream),
    ...files.flatMap((used) => [unit, officeOn(unit)].map((owner) => evidenceStream(owner, used))),
  ])
  const known = new Map<string, Row>([...visitors.map((row) => [row.stream, row] as const), ...looked])
  return { terms: await readTerms(ledger, batch, known), state, inspection, known, visitors }
}

/** Whether the unit works there, so that it may be visited. */
export const isAtWork = ({ procedure, step, visit }: Case): boolean =>
  visit > 0 && stepOf(procedure, step, 'work') !== undefined

export async function showInspection(
  deps: WorkDeps,
  { params: { unit }, caller, received }: InspectionCall,
  { terms, state, inspection, known, visitors: possible }: LookedAtInspection,
): Promise<InspectionPage> {
  const { visits } = inspection.state
  const goesOn = !terms.cancelled && state.visit > 0 && !hasEnded(state)
  const may = (command: Command) => goesOn && permissionFor(command, caller.holdings, { unit }) !== undefined
  const record = may('record-visit') && isAtWork(state)
  const visitors = record ? possible.map(({ person }) => person) : []
  const nameOf = await namesOfPeople(
    deps,
    [
      ...visitors,
      ...visits.flatMap(({ by, visitors: those, standing }) => [
        ...[by, ...those],
        ...standing.flatMap(({ answers }) =>
          answers.flatMap((one) => [one.by, ...(one.settled ? [one.settled.by] : [])]),
        ),
      ]),
    ],
    known,
  )
  const shown = await Promise.all(
    visits.map(async ({ on, at, by, place, visitors: those, text, files, standing }, i) => ({
      ...{ n: i + 1, on, at, by: nameOf(by), place, visitors: those.map(nameOf), text },
      files: await fileReferences(deps, officeOn(unit), files, known),
      findings: await Promise.all(
        standing.map(async (finding, j) => {
          const lateFrom = firstLateInstant(finding.lastDay)
          return {
            ...{ item: j + 1, text: finding.text, due: { lateFrom, said: saidEnd(lateFrom) } },
            state: findingState(finding, received),
            answers: await Promise.all(
              finding.answers.map(async ({ at: answered, by: who, text: told, files: brought, late, settled }) => ({
                ...{ at: answered, by: nameOf(who), text: told, late },
                files: await fileReferences(deps, unit, brought, known),
                ...(settled && {
                  settled: {
                    ...{ at: settled.at, by: nameOf(settled.by), outcome: settled.outcome },
                    ...(settled.reason && { reason: settled.reason }),
                  },
                }),
              })),
            ),
          }
        }),
      ),
    })),
  )
  return {
    seen: visits.length,
    visits: shown.reverse(),
    may: { record, answer: may('answer-finding'), settle: may('settle-finding') },
    people: inNameOrder(visitors.map((person) => ({ person, name: nameOf(person) }))),
  }
}

/** Whoever is of the office or sits in a body today. */
async function possibleVisitors(rows: Rows, received: string): Promise<PersonRow[]> {
  const people = await rowsOf(rows, 'person', LISTS.people)
  const today = dateOf(received)
  return people.filter((row) => permissionFor('read-board', heldOn(row, today)))
}
