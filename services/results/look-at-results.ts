/** What pages of results need, read once and handed on. */
import { dateOf } from '#calendar/deadline.ts'
import type { Caller } from '#edge/use-case.ts'
import { evidenceStream } from '#evidence/evidence.ts'
import {
  FIRST_YEAR,
  type Results,
  type ResultsEvent,
  resultsKind,
  resultsStream,
  scanOwner,
} from '#external-results/external-results.ts'
import { writesFor } from '#external-results/in-whose-name.ts'
import { type Read, readStream } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import { permissionsFor } from '#procedure/permissions.ts'
import { heldOn, personStream } from '#roster/person.ts'
import { unitStream } from '#roster/unit.ts'
import { type Known, knownAs } from '#rows/known.ts'
import { LISTS } from '#rows/row.ts'
import { rowsOf } from '#rows/rows.ts'
import { OWNERS } from '#typed/reserved-ids.ts'
import type { ResultsDeps } from './results-deps.ts'

export type Asking = { readonly caller: Caller; readonly received: string }
export type ResultsCall = Asking & { readonly params: { readonly year: string } }
type Book = Read<ResultsEvent, Results>
export type LookedAtResults = { readonly year: number; readonly book: Book; readonly known: Known }

/** `current`: of the day on which somebody asks. @throws Refused where there is no such book */
export function yearOf(sent: string, received: string): number {
  const last = Number(dateOf(received).slice(0, 4))
  if (sent === 'current') return last
  const year = /^[1-9]\d{3}$/.test(sent) ? Number(sent) : 0
  if (year >= FIRST_YEAR && year <= last) return year
  throw new Refused('unknown', `外部结果按年登记，从${FIRST_YEAR}年到${last}年，收到“${sent}”；请重新选择年份。`)
}

type Named = { readonly scan?: string | undefined; readonly unit?: string | undefined }

/** @param named what the request itself names */
export async function lookAtResults(
  deps: Pick<ResultsDeps, 'ledger' | 'rows' | 'owners'>,
  { params, caller, received }: ResultsCall,
  { scan, unit }: Named = {},
): Promise<LookedAtResults> {
  const year = yearOf(params.year, received)
  const book = await readStream(deps.ledger, resultsKind, resultsStream(year))
  // A scan lies with the office or with the caller's unit: in whose name it is, is known only with the book.
  const owners = [scanOwner({ organ: OWNERS.office }), ...caller.holdings.flatMap((held) => held.unit ?? [])]
  const named = [
    personStream(caller.person),
    ...(unit === undefined ? [] : [unitStream(unit)]),
    ...(scan === undefined ? [] : owners.map((owner) => evidenceStream(owner, scan))),
  ]
  return { year, book, known: await knownOf(deps, [book], named) }
}

/** The rows of whom the books are about, who has written them, whose kinds are, and of scans. */
export function knownOf(
  { rows, owners }: Pick<ResultsDeps, 'rows' | 'owners'>,
  books: readonly Book[],
  named: readonly string[] = [],
): Promise<Known> {
  const events = books.flatMap(({ commits }) => commits.flatMap((commit) => commit.events))
  const units = [
    ...Object.values(owners),
    ...events.flatMap((one) => ('unit' in one ? [one.unit, one.organ] : [one.organ])),
  ]
  return rows.many([
    ...new Set([
      ...named,
      ...events.map(({ by }) => personStream(by)),
      ...units.filter((unit) => unit !== OWNERS.office).map(unitStream),
      ...events.flatMap((event) =>
        'scan' in event && event.scan ? [evidenceStream(scanOwner(event), event.scan)] : [],
      ),
    ]),
  ])
}

/** Undefined for whom the roster does not know. */
export const unitName = (known: Known, unit: string): string | undefined =>
  knownAs(known, 'unit', unitStream(unit))?.name

/** As an organ is called now. */
export const organName = ({ organs }: Pick<ResultsDeps, 'organs'>, known: Known, organ: string): string =>
  organ === OWNERS.office ? organs.office : (unitName(known, organ) ?? organ)

/** Of these owners the units that have somebody to enter for them. Only the office asks: for others it enters 代录. */
export async function mannedOf(
  { rows }: Pick<ResultsDeps, 'rows'>,
  { caller, received }: Asking,
  owners: readonly string[],
): Promise<ReadonlySet<string>> {
  const units = new Set(owners.filter((owner) => owner !== OWNERS.office))
  const isOffice = permissionsFor('enter-result', caller.holdings).some(({ only }) => only === undefined)
  if (units.size === 0 || !isOffice) return new Set()
  // Whoever has something waiting for approval stands on a list of their own.
  const people = await Promise.all([LISTS.people, LISTS.changing].map((list) => rowsOf(rows, 'person', list)))
  const today = dateOf(received)
  const held = people.flat().map((row) => heldOn(row, today))
  return new Set([...units].filter((unit) => held.some((holdings) => writesFor(holdings, unit))))
}
