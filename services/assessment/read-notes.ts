/**
 * Notes of single indicators that a caller may read: their own, and everybody's where nobody writes any more: by methods
 * that have ended, on a visit that is over, on earlier visits. Before, nobody reads another's.
 */
import { type Read, readStream } from '#ledger/ledger.ts'
import { type SheetPlace, sheetPlaces } from '#rows/looked-up/sheets.ts'
import { panelKind, panelStream } from '#steps/inquiry/panel.ts'
import { type Noted, notesOf, type Sheet } from '#steps/inquiry/sheet.ts'
import type { AssessmentCall, AssessmentDeps } from './assessment-deps.ts'
import { type LookedAtAssessment, readSheet } from './look-at-assessment.ts'

/** `recorded`: a record of its writer's has taken it in as it stands. */
export type NoteRead = Noted & { readonly method: string; readonly visit: number; readonly recorded: boolean }

/** How many streams are under way at once: each is mostly waiting. */
const AT_ONCE = 25

export async function readNotes(
  deps: AssessmentDeps,
  call: AssessmentCall,
  looked: LookedAtAssessment,
): Promise<readonly NoteRead[]> {
  const others = await sheetsOfOthers(deps, call, looked)
  const found: NoteRead[] = []
  for (let from = 0; from < others.length; from += AT_ONCE)
    for (const notes of await Promise.all(
      others
        .slice(from, from + AT_ONCE)
        .map(async (one) => notesIn(await readSheet(deps, call.params, one.visit, one.method, one.by), one)),
    ))
      found.push(...notes)
  return [...ownNotes(call, looked), ...found]
}

/** Those of this caller alone on the last visit, for which nothing is read: a command answers with these. */
export const ownNotes = (
  { caller }: AssessmentCall,
  { panel, visit, sheets }: LookedAtAssessment,
): readonly NoteRead[] =>
  [...sheets].flatMap(([method, read]) => notesIn(read, { visit, method, by: caller.person, panel: panel.state }))

function notesIn(
  { commits, state }: Pick<Read<Noted, Sheet>, 'commits' | 'state'>,
  { visit, method, by, panel }: SheetPlace,
): readonly NoteRead[] {
  const taken = panel.records.findLast((one) => one.method === method && one.by === by)?.sheet?.number ?? 0
  const last = new Map(commits.flatMap(({ number, events }) => events.map(({ item }) => [item, number] as const)))
  return notesOf(state).map((note) => ({ ...note, method, visit, recorded: (last.get(note.item) ?? 0) <= taken }))
}

/** Whose sheets may be read, by visit and method. */
async function sheetsOfOthers(
  { ledger, rows }: AssessmentDeps,
  { params: { batch, unit }, caller }: AssessmentCall,
  { visits, visit, panel, over, state: { procedure } }: LookedAtAssessment,
): Promise<readonly SheetPlace[]> {
  const seen = await Promise.all(
    visits.map(async (one) => ({
      ...one,
      panel:
        one.visit === visit
          ? panel.state
          : (await readStream(ledger, panelKind, panelStream(batch, unit, one.visit))).state,
    })),
  )
  const open = await sheetPlaces(rows, { procedure, visits: seen, over }, 'open')
  // What they have written on this visit is at hand.
  return open.filter((at) => at.visit !== visit || at.by !== caller.person)
}
