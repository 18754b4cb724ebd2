import { KEEPERS } from '#procedure/appointments.ts'
import { type CaseRow, LISTS, type Row, type RowKind } from './row.ts'

export type Span = {
  /** Only rows whose order begins with this. */
  readonly prefix?: string
  /** Only rows at this order or after it. */
  readonly from?: string
  readonly limit?: number
}

/** The rows of the table `views`. They lag behind the ledger: what is decided reads the ledger. */
export interface Rows {
  get(stream: string): Promise<Row | undefined>
  /** Those of these streams that have a row, by stream. */
  many(streams: readonly string[]): Promise<ReadonlyMap<string, Row>>
  /** A list's rows by ascending order, page after page. */
  list(list: string, span?: Span): AsyncIterable<Row>
  /** Every row's stream with how far and in which shape it was made. */
  marks(): AsyncIterable<{ readonly stream: string; readonly number: number; readonly shape: number }>
}

export type RowOf<K extends RowKind> = Extract<Row, { readonly kind: K }>

export const isOf =
  <K extends RowKind>(kind: K) =>
  (row: Row): row is RowOf<K> =>
    row.kind === kind

/** The rows of one kind on a list, all of them. */
export async function rowsOf<K extends RowKind>(rows: Rows, kind: K, list: string, span?: Span): Promise<RowOf<K>[]> {
  return (await Array.fromAsync(rows.list(list, span))).filter(isOf(kind))
}

/** The cases of a batch that have not ended, by unit. */
export async function openCases(rows: Rows, batch: string): Promise<CaseRow[]> {
  const found = await rowsOf(rows, 'case', LISTS.open, { prefix: LISTS.openOf(batch, 'case/') })
  return found.filter(({ ended }) => !ended)
}

/** Whoever ever kept the roster. */
export async function keeperRows(rows: Rows): Promise<RowOf<'person'>[]> {
  const lists = await Promise.all([LISTS.administrators, LISTS.changing].map((list) => rowsOf(rows, 'person', list)))
  return lists.flat().filter(({ appointments }) => appointments.some((one) => KEEPERS.includes(one.appointment)))
}

/** Every title, whether something of it waits for somebody or not. */
export const titleRows = async (rows: Rows): Promise<RowOf<'title'>[]> =>
  (await Promise.all([LISTS.register, LISTS.titlesAtWork].map((list) => rowsOf(rows, 'title', list)))).flat()

/** Unit id → name, for joining. */
export async function unitNames(rows: Rows): Promise<ReadonlyMap<string, string>> {
  return new Map((await rowsOf(rows, 'unit', 'units')).map(({ unit, name }) => [unit, name]))
}
