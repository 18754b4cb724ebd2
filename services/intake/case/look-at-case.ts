/** Everything that a page or a command of one case needs of other streams, read once and handed on. */
import { batchStream, type StandingCall } from '#batch/batch.ts'
import { remindersStream } from '#batch/remind-units.ts'
import { type Case, caseKind, caseStream } from '#case/case.ts'
import type { ActReference, CaseEvent } from '#case/case-events.ts'
import { evidenceStream } from '#evidence/evidence.ts'
import { type Read, readStream } from '#ledger/ledger.ts'
import { type Procedure, stepOf } from '#procedure/procedure.ts'
import { procedureOf } from '#procedure/procedures.ts'
import { personStream } from '#roster/person.ts'
import { unitStream } from '#roster/unit.ts'
import type { Known } from '#rows/known.ts'
import { readTerms } from '#rows/known-call.ts'
import { type Panel, type PanelEvent, panelKind, panelStream } from '#steps/inquiry/panel.ts'
import { type Progress, type ProgressEvent, progressKind, progressStream } from '#steps/work/progress.ts'
import { type CaseCall, type IntakeDeps, isOfUnit } from '../intake-deps.ts'
import { ownersOf } from '../kept-evidence.ts'
import { readUnit } from '../known-rows.ts'

export type Looked = {
  readonly read: Read<CaseEvent, Case>
  readonly terms: StandingCall
  /** The case's; of one that has not begun, the batch's. */
  readonly procedure: Procedure
  readonly unit: { readonly name: string; readonly inScope: boolean }
  readonly known: Known
  /** What lies beside the case at such steps. */
  readonly progress?: Read<ProgressEvent, Progress>
  readonly panel?: Read<PanelEvent, Panel>
  /** The panels of earlier visits, in order. */
  readonly earlier?: readonly (InquiryVisit & { readonly read: Read<PanelEvent, Panel> })[]
}

/** @param files digests of what the request brings along, to be found with the rest */
export async function lookAtCase(
  deps: Pick<IntakeDeps, 'ledger' | 'rows'>,
  { params: { batch, unit }, caller }: Pick<CaseCall, 'params' | 'caller'>,
  files: readonly string[] = [],
): Promise<Looked> {
  const { ledger, rows } = deps
  const read = await readStream(ledger, caseKind, caseStream(batch, unit))
  const { state } = read
  const events = eventsOf(read)
  // Nobody of a unit reads what the panel has found about it.
  const inquiries = isOfUnit(caller, unit) ? [] : inquiriesIn(events, state)
  const [progress, ...panels] = await Promise.all([
    workIn(events, state.procedure) ? readStream(ledger, progressKind, progressStream(batch, unit)) : undefined,
    ...inquiries.map(async (inquiry) => ({
      ...inquiry,
      read: await readStream(ledger, panelKind, panelStream(batch, unit, inquiry.visit)),
    })),
  ])
  const panel = panels.at(-1)?.read
  const beside = [progress, ...panels.map((one) => one.read)].flatMap((one) =>
    one ? eventsOf<ProgressEvent | PanelEvent>(one) : [],
  )
  const named = [...events, ...beside]
  const known = await rows.many([
    batchStream(batch),
    unitStream(unit),
    remindersStream(batch),
    ...[caller.person, ...peopleIn(named)].map(personStream),
    ...events.flatMap((event) => ('act' in event && event.act ? [event.act.stream] : [])),
    ...[...files, ...filesIn(named)].flatMap((sha256) => ownersOf(unit).map((owner) => evidenceStream(owner, sha256))),
  ])
  const [terms, found] = await Promise.all([readTerms(ledger, batch, known), readUnit(ledger, unit, known)])
  return {
    read,
    terms,
    procedure: state.visit > 0 ? state.procedure : procedureOf(terms.procedure),
    unit: found,
    known,
    ...(progress && { progress }),
    ...(panel && { panel, earlier: panels.slice(0, -1) }),
  }
}

export const eventsOf = <E>({ commits }: { readonly commits: readonly { readonly events: readonly E[] }[] }): E[] =>
  commits.flatMap((commit) => commit.events)

type Named = CaseEvent | ProgressEvent | PanelEvent
/** Who acted; time is nobody. */
export const peopleIn = (events: readonly Named[]): string[] => [
  ...new Set(events.flatMap((event) => ('by' in event && event.by !== 'time' ? [event.by] : []))),
]
/** Files that events themselves name; those of forms are named where the form is kept. */
const filesIn = (events: readonly Named[]): string[] =>
  events.flatMap((event) => {
    if ('files' in event) return [...event.files]
    if ('scan' in event && event.scan) return [event.scan]
    return 'evidence' in event && event.evidence ? [event.evidence] : []
  })

/** The work that the case stands at or has been through last, and the instant at which it began. */
export function workIn(
  events: readonly CaseEvent[],
  procedure: Procedure,
): { readonly step: string; readonly since: string } | undefined {
  const begun = events.findLast(
    (event) => (event.type === 'decided' || event.type === 'corrected') && stepOf(procedure, event.to, 'work'),
  )
  return begun && 'to' in begun ? { step: begun.to, since: begun.at } : undefined
}

/** One visit of a case to an inquiry. `by`: the decision that led it there. */
export type InquiryVisit = {
  readonly step: string
  readonly visit: number
  readonly by?: {
    readonly at: string
    readonly step: string
    readonly outcome: string
    readonly act?: ActReference | undefined
  }
}

/** Every visit of the case to an inquiry, in order, the one that it pays now last: an arrival counts one more. */
export const inquiriesIn = (events: readonly CaseEvent[], { procedure }: Case): readonly InquiryVisit[] =>
  events.flatMap((event) => {
    if ((event.type !== 'decided' && event.type !== 'corrected') || !stepOf(procedure, event.to, 'inquiry')) return []
    const { at, step, outcome, to, visit } = event
    const act = event.type === 'decided' ? event.act : undefined
    return [{ step: to, visit: visit + 1, by: { at, step, outcome, ...(act && { act }) } }]
  })
