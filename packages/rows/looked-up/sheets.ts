/** Sheets in which scorers note single indicators: where they may lie, and whether others read them yet. */
import { type Procedure, stepOf } from '#procedure/procedure.ts'
import type { Panel } from '#steps/inquiry/panel.ts'
import type { InquiryVisit } from '#steps/inquiry/visits.ts'
import { LISTS } from '../row.ts'
import { type Rows, rowsOf } from '../rows.ts'

/** `over`: nobody records anything any more on the last visit. */
export type Assessed = {
  readonly procedure: Procedure
  readonly visits: readonly (InquiryVisit & { readonly panel: Panel })[]
  readonly over: boolean
}
export type SheetPlace = { readonly visit: number; readonly method: string; readonly by: string; readonly panel: Panel }

/**
 * @param which `open`: what others read, because its method has ended, its visit is over, or there was another since;
 * `shut`: what nobody else reads yet
 */
export async function sheetPlaces(
  rows: Rows,
  { procedure, visits, over }: Assessed,
  which: 'open' | 'shut',
): Promise<readonly SheetPlace[]> {
  const last = visits.at(-1)
  const wanted = visits.flatMap((one) => {
    const { methods = {}, records } = stepOf(procedure, one.step, 'inquiry') ?? {}
    const isOpen = (method: string) => one !== last || over || one.panel.ended.includes(method)
    const names = Object.keys(methods).filter((method) => isOpen(method) === (which === 'open'))
    return names.length > 0 ? [{ ...one, methods: names, records }] : []
  })
  if (wanted.length === 0) return []
  const people = await rowsOf(rows, 'person', LISTS.people)
  return wanted.flatMap(({ visit, panel, methods, records }) => {
    // Also of whoever has left since, or has an office in the unit by now.
    const scorers = people.filter((row) => row.appointments.some(({ appointment }) => appointment === records))
    const writers = new Set([...scorers.map(({ person }) => person), ...panel.records.map(({ by }) => by)])
    return methods.flatMap((method) => [...writers].map((by) => ({ visit, method, by, panel })))
  })
}
