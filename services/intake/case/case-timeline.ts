import type { CallTerms } from '#batch/batch.ts'
import { said } from '#calendar/said.ts'
import { type Case, caseKind } from '#case/case.ts'
import type { CaseEvent } from '#case/case-events.ts'
import type { TimelineEntry } from '#contracts/case-page.ts'
import { ownersOnCase } from '#evidence/file-owner.ts'
import type { Ledger } from '#ledger/ledger.ts'
import { exitBy, type Procedure, titleOf } from '#procedure/procedure.ts'
import { procedureOf } from '#procedure/procedures.ts'
import type { Known } from '#rows/known.ts'
import type { Reading } from '../allow.ts'
import { fileReferences } from '../kept-evidence.ts'
import type { Naming } from '../name-people.ts'
import { findingsOf } from './findings.ts'
import { sayEvent } from './say-event.ts'

/** What is shown, and to whom. */
export type Showing = Reading & {
  readonly unit: string
  readonly terms: CallTerms
  readonly naming: Naming
  readonly known: Known
}
/** An entry and the event that it tells of. */
export type Told = { readonly event: CaseEvent; readonly entry: TimelineEntry }

/** What is not decided yet, as far as somebody may not read it. */
const isHidden = (event: CaseEvent, { drafts, corrections }: Reading): boolean =>
  event.type === 'drafted' || event.type === 'draftReturned'
    ? !drafts
    : (event.type === 'correctionDrafted' || event.type === 'correctionReturned') && !corrections(event.step)

/** What happened to a case, in order and in Chinese. */
export async function caseTimeline(ledger: Ledger, events: readonly CaseEvent[], showing: Showing): Promise<Told[]> {
  const { unit, known, vetoes, terms } = showing
  // A longer date may come before the case is opened.
  const procedure = procedureOf(terms.procedure)
  const unconfirmed = vetoes ? new Set<CaseEvent>() : unconfirmedVetoes(events, procedure)
  const told: Told[] = []
  let state: Case = caseKind.initial
  /** Where the decision stands that was taken at a visit. */
  const decisions = new Map<number, number>()
  for (const event of events) {
    const before = state
    state = caseKind.evolve(state, event)
    if (isHidden(event, showing) || unconfirmed.has(event)) continue
    const findings = await findingsOf(ledger, event, known)
    const { files = [], ...said } = sayEvent(event, { before, after: state, findings }, showing)
    if (before.correction && !state.correction && !ANSWERS.has(event.type)) overtake(told, before.correction, event.at)
    if (event.type === 'corrected') replace(told, decisions.get(event.corrects), event.at)
    if (event.type === 'decided' || event.type === 'corrected') decisions.set(event.visit, told.length)
    const step = 'step' in event ? event.step : event.type === 'opened' ? state.step : before.step
    const references = await fileReferences(ledger, ownersOnCase(unit), files, known)
    const entry = { at: event.at, step: titleOf(procedure, step), ...said, files: references }
    told.push({ event, entry })
  }
  return told
}

/** Vetoes that were raised and not confirmed, or not yet, with what dismissed them. */
function unconfirmedVetoes(events: readonly CaseEvent[], procedure: Procedure): ReadonlySet<CaseEvent> {
  const exit = exitBy(procedure, 'veto')
  const confirmed = events.findIndex((event) => event.type === 'decided' && event.outcome === exit)
  const raised = events.findLastIndex(({ type }, i) => type === 'vetoRaised' && i < confirmed)
  return new Set(events.filter(({ type }, i) => type === 'vetoDismissed' || (type === 'vetoRaised' && i !== raised)))
}

const ANSWERS: ReadonlySet<CaseEvent['type']> = new Set(['corrected', 'correctionReturned'])
/** A correction that nobody signed before the next decision came: whoever drafted it reads what became of it. */
function overtake(told: Told[], drafted: CaseEvent, at: string): void {
  const index = told.findIndex(({ event }) => event.type === drafted.type && event.at === drafted.at)
  const found = told[index]
  if (found) told[index] = { ...found, entry: { ...found.entry, note: `没有签发，${said(at)}已有新的办理，不再更正` } }
}

/** The first version stays where it is, and says that another stands in its place. */
function replace(told: Told[], index: number | undefined, at: string): void {
  const found = index === undefined ? undefined : told[index]
  if (!found || index === undefined) return
  told[index] = { ...found, entry: { ...found.entry, replaced: true, note: `已更正，见${said(at)}的更正` } }
}
