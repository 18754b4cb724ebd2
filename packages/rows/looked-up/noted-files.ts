/** Files that scorers have noted of single indicators: others open them when they read the note, and not before. */
import { digestOfUse } from '#evidence/cited-file.ts'
import { type Ledger, readStream } from '#ledger/ledger.ts'
import { panelKind, panelStream } from '#steps/inquiry/panel.ts'
import { notesOf, type Sheet, sheetKind } from '#steps/inquiry/sheet.ts'
import { sheetStream } from '#steps/inquiry/sheet-stream.ts'
import { inquiriesIn } from '#steps/inquiry/visits.ts'
import { type CaseRead, readCaseOf } from '#steps/submitted-to.ts'
import type { Rows } from '../rows.ts'
import { type Assessed, type SheetPlace, sheetPlaces } from './sheets.ts'

type BatchOfNotes = { readonly batch: string; readonly cancelled?: unknown }
type Deps = { readonly ledger: Ledger; readonly rows: Rows }
/** How many streams are under way at once: each is mostly waiting. */
const AT_ONCE = 25

/** What others read by now, and whoever asks their own. @returns digests */
export async function filesOfNotesRead(
  deps: Deps,
  batch: BatchOfNotes,
  read: CaseRead,
  caller: string,
): Promise<readonly string[]> {
  const assessed = await assessedOf(deps.ledger, batch, read)
  const open = await sheetPlaces(deps.rows, assessed, 'open')
  const own = (await shutPlaces(deps, assessed)).filter(({ by }) => by === caller)
  const sheets = await sheetsOf(deps.ledger, read, [...open, ...own])
  return sheets.flatMap(({ sheet }) => notesOf(sheet)).flatMap(({ files }) => files.map(digestOfUse))
}

export const sentBy = (person: string | undefined, sha256: string): string => `${person} ${sha256}`
/**
 * What scorers have sent and noted by methods that go on, whatever they have made of it since, and though a record has
 * taken it in; another note that whoever asks reads lays it open. Somebody else's file is not hidden by being noted.
 * @returns as `sentBy` names them
 */
export async function filesOfNotesShut(
  deps: Deps,
  batch: BatchOfNotes,
  { unit, caller }: { readonly unit: string; readonly caller: string },
): Promise<readonly string[]> {
  const read = await readCaseOf(deps.ledger, batch.batch, unit)
  const assessed = await assessedOf(deps.ledger, batch, read)
  const shut = await sheetsOf(deps.ledger, read, await shutPlaces(deps, assessed))
  const noted = shut.flatMap(({ by, sheet }) =>
    [...sheet.versions.values()]
      .flat()
      .flatMap(({ files }) => files.map((used) => ({ by, sha256: digestOfUse(used) }))),
  )
  if (noted.length === 0) return []
  const open = new Set(await filesOfNotesRead(deps, batch, read, caller))
  return noted.flatMap(({ by, sha256 }) => (open.has(sha256) ? [] : [sentBy(by, sha256)]))
}

async function assessedOf(
  ledger: Ledger,
  { batch, cancelled }: BatchOfNotes,
  { commits, state }: CaseRead,
): Promise<Assessed> {
  const { procedure, unit, step, visit } = state
  const found = inquiriesIn(
    commits.flatMap(({ events }) => events),
    state,
  )
  const visits = await Promise.all(
    found.map(async (one) => ({
      ...one,
      panel: (await readStream(ledger, panelKind, panelStream(batch, unit, one.visit))).state,
    })),
  )
  const last = visits.at(-1)
  const goesOn = !cancelled && last?.step === step && last.visit === visit && last.panel.settled === undefined
  return { procedure, visits, over: !goesOn }
}

const shutPlaces = ({ rows }: Deps, assessed: Assessed) => sheetPlaces(rows, assessed, 'shut')

async function sheetsOf(
  ledger: Ledger,
  { state: { batch, unit } }: CaseRead,
  places: readonly SheetPlace[],
): Promise<readonly { readonly by: string; readonly sheet: Sheet }[]> {
  const found: { by: string; sheet: Sheet }[] = []
  for (let from = 0; from < places.length; from += AT_ONCE) {
    const some = places.slice(from, from + AT_ONCE).map(async ({ visit, method, by }) => ({
      by,
      sheet: (await readStream(ledger, sheetKind, sheetStream(batch, unit, visit, method, by))).state,
    }))
    found.push(...(await Promise.all(some)))
  }
  return found
}
