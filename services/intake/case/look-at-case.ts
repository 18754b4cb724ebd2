/** What a page or a command of one case needs of other streams, read once and handed on. */

import { batchStream, type StandingCall } from '#batch/batch.ts'
import { publishedDates } from '#batch/published-dates.ts'
import { remindersStream } from '#batch/remind-units.ts'
import { type Case, caseKind, caseStream } from '#case/case.ts'
import type { CaseEvent } from '#case/case-events.ts'
import { asAmended } from '#case/reschedule.ts'
import { evidenceStream } from '#evidence/evidence.ts'
import { ownersOnCase } from '#evidence/file-owner.ts'
import { type Commit, doneBy, type Read, readStream } from '#ledger/ledger.ts'
import type { Procedure } from '#procedure/procedure.ts'
import { procedureOf } from '#procedure/procedures.ts'
import { remindedStream } from '#reminders/due-reminders.ts'
import { personStream } from '#roster/person.ts'
import { unitStream } from '#roster/unit.ts'
import type { Known } from '#rows/known.ts'
import { readTerms } from '#rows/known-call.ts'
import type { PanelEvent } from '#steps/inquiry/panel.ts'
import { objectionStream } from '#steps/notice/objection.ts'
import type { DutyEvent } from '#steps/work/duty.ts'
import { inspectionStream } from '#steps/work/inspection.ts'
import { ACTORS } from '#typed/reserved-ids.ts'
import type { CaseCall, IntakeDeps } from '../intake-deps.ts'
import { type Registered, readUnit } from '../known-rows.ts'
import { objectionsIn } from './findings.ts'
import { type Beside, eventsOf, type LookingBeside, lookBeside } from './look-beside.ts'

export type Looked = Beside & {
  readonly read: Read<CaseEvent, Case>
  readonly terms: StandingCall
  /** The case's; of one that has not begun, the batch's. */
  readonly procedure: Procedure
  readonly unit: Registered
  readonly known: Known
}
/** `files`: digests of those that the request brings along, to be found with the rest. */
export type Looking = LookingBeside & { readonly files?: readonly string[] | undefined }

export async function lookAtCase(
  { ledger, rows }: Pick<IntakeDeps, 'ledger' | 'rows'>,
  call: Pick<CaseCall, 'params' | 'caller'>,
  { files = [], ...looking }: Looking = {},
): Promise<Looked> {
  const { batch, unit } = call.params
  const read = await readStream(ledger, caseKind, caseStream(batch, unit))
  const { state } = read
  const events = eventsOf(read)
  const beside = await lookBeside(ledger, call, read, looking)
  const named = [...events, ...eventsBeside(beside)]
  const known = await rows.many([
    batchStream(batch),
    unitStream(unit),
    ...[remindersStream(batch), remindedStream(batch, unit), inspectionStream(batch, unit)],
    ...[call.caller.person, ...peopleIn(named)].map(personStream),
    ...events.flatMap((event) => ('act' in event && event.act ? [event.act.stream] : [])),
    ...objectionsIn(events).map(objectionStream),
    ...[...files, ...filesIn(named)].flatMap((sha256) =>
      ownersOnCase(unit).map((owner) => evidenceStream(owner, sha256)),
    ),
  ])
  const [terms, found] = await Promise.all([readTerms(ledger, batch, known), readUnit(ledger, unit, known)])
  return {
    read: asKnown(read, terms),
    terms,
    procedure: state.visit > 0 ? state.procedure : procedureOf(terms.procedure),
    unit: found,
    known,
    ...beside,
  }
}

/** Whether the case, or a stream that lies beside it, has the click already. @throws Refused when that asked for something else */
export const isDone = ({ read, progress, panel }: Looked, click: Pick<Commit, 'command' | 'by'>): boolean =>
  [read, progress, panel].some((one) => one && doneBy<unknown>(one.commits, click))

/** The case with the dates that the call's amendments give it, though their news may not have reached it yet. */
export const asKnown = (read: Looked['read'], { amendments }: StandingCall): Looked['read'] => ({
  ...read,
  state: asAmended(read.state, publishedDates(amendments)),
})

type EventBeside = DutyEvent | PanelEvent
export const eventsBeside = ({ progress, panel, earlier = [] }: Beside): EventBeside[] =>
  [progress, ...earlier.map(({ read }) => read), panel].flatMap((one) => (one ? eventsOf<EventBeside>(one) : []))

type Named = CaseEvent | EventBeside
/** Who acted, and who was there; time is nobody. */
export const peopleIn = (events: readonly Named[]): string[] => [
  ...new Set(
    events.flatMap((event) => [
      ...('by' in event && event.by !== ACTORS.time ? [event.by] : []),
      ...('people' in event && event.people ? event.people : []),
    ]),
  ),
]
/** Files that events themselves name; those of forms are named where the form is kept. */
const filesIn = (events: readonly Named[]): string[] =>
  events.flatMap((event) => {
    if ('files' in event) return [...event.files]
    if ('scan' in event && event.scan) return [event.scan]
    return 'evidence' in event && event.evidence ? [event.evidence] : []
  })
