/** What of a case was submitted to a body 提请审议、交付考核: whoever only sits there reads that, and no draft. */
import { type Case, caseKind, caseStream } from '#case/case.ts'
import type { CaseEvent } from '#case/case-events.ts'
import { digestOfUse } from '#evidence/cited-file.ts'
import { type Ledger, type Read, readStream } from '#ledger/ledger.ts'
import type { Command } from '#procedure/commands.ts'
import { type Holding, permissionsFor, permissionsOf } from '#procedure/permissions.ts'
import { type Procedure, stepOf } from '#procedure/procedure.ts'
import { type Panel, panelKind, panelStream } from './inquiry/panel.ts'
import { type Resolution, resolutionKind, resolutionStream } from './resolution/resolution.ts'

/** What only a body does. */
const OF_BODIES: ReadonlySet<string> = new Set(['record-resolution', 'record-method', 'end-method', 'settle-inquiry'])

/** The steps that somebody with these appointments decides for a body. */
export const stepsBefore = (procedure: Procedure, holdings: readonly Holding[]): ReadonlySet<string> =>
  new Set(
    permissionsOf(procedure).flatMap(({ command, appointment, steps = [] }) =>
      OF_BODIES.has(command) && holdings.some((held) => held.appointment === appointment) ? steps : [],
    ),
  )

export type CaseRead = Pick<Read<CaseEvent, Case>, 'commits' | 'state'>
const eventsOf = ({ commits }: CaseRead) => commits.flatMap((commit) => commit.events)

/** Steps of bodies in which somebody sits that a case has come to. `decided`: one of them was, so that it had been submitted to it. */
function comeBefore(read: CaseRead, holdings: readonly Holding[]) {
  const before = stepsBefore(read.state.procedure, holdings)
  const came = arrivals(eventsOf(read)).filter(({ step }) => before.has(step))
  return { decided: came.some(({ left }) => left), steps: [...new Set(came.map(({ step }) => step))] }
}
/** Where the office submits a list, what is on none of them has not come yet. */
const isListed = ({ prepared }: Pick<Resolution, 'prepared'>, { unit }: Case): boolean =>
  prepared.some(({ cases }) => cases.includes(unit))
const mustBeListed = ({ procedure }: Case, step: string): boolean =>
  stepOf(procedure, step, 'resolution')?.prepares !== undefined

/** Whether a case was submitted to a body in which somebody sits. */
export async function isSubmittedTo(ledger: Ledger, read: CaseRead, holdings: readonly Holding[]): Promise<boolean> {
  const { decided, steps } = comeBefore(read, holdings)
  if (decided) return true
  const isBefore = async (step: string) =>
    !mustBeListed(read.state, step) ||
    isListed((await readStream(ledger, resolutionKind, resolutionStream(read.state.batch, step))).state, read.state)
  return (await Promise.all(steps.map(isBefore))).includes(true)
}

/** Whether somebody gives a command about a case: without more, or because it was submitted to their body. */
export const isTheirs = async (
  ledger: Ledger,
  command: Command,
  holdings: readonly Holding[],
  read: CaseRead,
  unit: string,
): Promise<boolean> =>
  permissionsFor(command, holdings, { unit }).some(({ only }) => only !== 'laidBefore') ||
  (await isSubmittedTo(ledger, read, holdings))

/**
 * Digests of what is attached to its forms, and of what was recorded in assessing it; none where it was not submitted.
 * What its self-assessment cites is said by a text, and is none of these.
 */
export async function filesSubmittedTo(
  ledger: Ledger,
  read: CaseRead,
  holdings: readonly Holding[],
): Promise<{ readonly isSubmitted: boolean; readonly files: ReadonlySet<string> }> {
  if (!(await isSubmittedTo(ledger, read, holdings))) return { isSubmitted: false, files: new Set() }
  const { batch, unit } = read.state
  const panels = await Promise.all(
    assessedIn(read).map(({ visit }) => readStream(ledger, panelKind, panelStream(batch, unit, visit))),
  )
  const all = panels.map(({ state }) => state)
  return { isSubmitted: true, files: filesToRead(read, all) }
}

/** What else there is may have been read in any of several states. */
type Beside = {
  readonly resolutions: (stream: string) => readonly Resolution[]
  readonly panels: (stream: string) => readonly Panel[]
}
/** The same from what is at hand: every file that may have been submitted to them; undefined where nothing was. */
export function filesMaybeSubmittedTo(
  read: CaseRead,
  holdings: readonly Holding[],
  { resolutions, panels }: Beside,
): ReadonlySet<string> | undefined {
  const { state } = read
  const { decided, steps } = comeBefore(read, holdings)
  const isBefore = (step: string) =>
    !mustBeListed(state, step) || resolutions(resolutionStream(state.batch, step)).some((one) => isListed(one, state))
  if (!decided && !steps.some(isBefore)) return undefined
  const all = assessedIn(read).flatMap(({ visit }) => panels(panelStream(state.batch, state.unit, visit)))
  return filesToRead(read, all)
}

const assessedIn = (read: CaseRead): readonly Arrival[] =>
  arrivals(eventsOf(read)).filter(({ step }) => stepOf(read.state.procedure, step, 'inquiry'))

function filesToRead(read: CaseRead, panels: readonly Panel[]): ReadonlySet<string> {
  const events = eventsOf(read)
  const records = panels.flatMap((panel) => panel.records.flatMap(({ files }) => files))
  return new Set([...filesOf(events, formsHandedIn(events, read.state.procedure)), ...records].map(digestOfUse))
}

type Arrival = { readonly step: string; readonly visit: number; readonly left: boolean }
/** Every step that the case has come to, with the visit that it was, and whether that step's own decision led it on. */
function arrivals(events: readonly CaseEvent[]): readonly Arrival[] {
  const found: Arrival[] = []
  let state = caseKind.initial
  for (const event of events) {
    const { visit, procedure, step } = state
    state = caseKind.evolve(state, event)
    if (state.visit === visit) continue
    const last = found.at(-1)
    const isOwn = event.type === 'decided' && Object.hasOwn(procedure.steps[step]?.outcomes ?? {}, event.outcome)
    if (last && isOwn) found[found.length - 1] = { ...last, left: true }
    found.push({ step: state.step, visit: state.visit, left: false })
  }
  return found
}

/** Forms that the unit has handed in, and that neither it has taken back nor anybody has sent back since. */
export function formsHandedIn(events: readonly CaseEvent[], procedure: Procedure): ReadonlySet<string> {
  const forms = new Set<string>()
  for (const event of events) {
    if (event.type !== 'decided' && event.type !== 'corrected' && event.type !== 'recalled') continue
    const entry = stepOf(procedure, event.step, 'entry')
    if (event.type === 'recalled') {
      if (entry) forms.delete(entry.form)
      continue
    }
    if (entry && event.outcome === entry.submits) forms.add(entry.form)
    const again = stepOf(procedure, event.to, 'entry')
    if (again) forms.delete(again.form)
  }
  return forms
}

/** What is attached to these forms as they were saved last, and their signed pages. */
const filesOf = (events: readonly CaseEvent[], forms: ReadonlySet<string>): string[] =>
  [...forms].flatMap((form) => {
    const saved = events.findLast((event) => event.type === 'saved' && event.form === form)
    const scans = events.flatMap((event) =>
      event.type === 'signed' && event.form === form && event.scan ? [event.scan] : [],
    )
    return [...(saved?.type === 'saved' ? saved.attachments : []), ...scans]
  })

/** The papers of the meetings of these steps: what was submitted to them, and their minutes. */
export async function papersOfMeetings(
  ledger: Ledger,
  batch: string,
  steps: Iterable<string>,
): Promise<ReadonlySet<string>> {
  const read = await Promise.all(
    [...steps].map((step) => readStream(ledger, resolutionKind, resolutionStream(batch, step))),
  )
  return new Set(read.flatMap(({ state }) => papersOf(state)))
}
export const papersOf = ({ prepared, meetings }: Pick<Resolution, 'prepared' | 'meetings'>): readonly string[] =>
  [...prepared.flatMap(({ paper }) => paper ?? []), ...meetings.map(({ minutes }) => minutes)].map(digestOfUse)

export const readCaseOf = (ledger: Ledger, batch: string, unit: string): Promise<CaseRead> =>
  readStream(ledger, caseKind, caseStream(batch, unit))
