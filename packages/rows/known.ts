/** Rows that were looked up at once, by their streams: for names, and for what never changes once it is there. */
import type { Row, RowKind } from './row.ts'
import { isOf, type RowOf } from './rows.ts'

export type Known = ReadonlyMap<string, Row>
export const NOTHING_KNOWN: Known = new Map()

export function knownAs<K extends RowKind>(known: Known, kind: K, stream: string): RowOf<K> | undefined {
  const found = known.get(stream)
  return found && isOf(kind)(found) ? found : undefined
}
