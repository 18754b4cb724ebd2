/**
 * Personal data that no commit names: whoever saved them was overtaken, or cut off before the commit. Each row says for
 * which stream it was kept, so that the stream can be asked, as of every other row.
 */
import { addDays, dateOf } from '#calendar/deadline.ts'
import type { DataKind } from '#county/retention.ts'
import type { Kept } from '#persons/persons.ts'
import { isAboutPersons } from './needs.ts'
import type { Retained } from './retained.ts'

/** A click is repeated within minutes; the week is for whoever looks into why there is one. */
export const DAYS_OF_UNNAMED = 7

const KINDS: readonly DataKind[] = ['contact', 'signer', 'objector', 'staff', 'login']

type Looked = {
  /** Ids that streams name, each in whatever event. */
  readonly named: ReadonlySet<string>
  /** Streams that are not as they were written: what they named nobody knows. */
  readonly altered: readonly string[]
}

/** One line for each row that its stream does not name; none of a row of which nobody knows for what it was kept. */
export function unnamedIn(rows: readonly Kept[], { named, altered }: Looked): Retained[] {
  const unknown = new Set(altered)
  return rows.flatMap(({ id, kind: of, stream, at }): Retained[] => {
    const kind = KINDS.find((one) => one === of)
    if (!kind || stream === undefined || at === undefined) return []
    if (named.has(id) || unknown.has(stream) || !isAboutPersons(stream)) return []
    const due = addDays(dateOf(at), DAYS_OF_UNNAMED + 1)
    return [{ id, kind, stream, because: 'unnamed', blockFrom: due, due }]
  })
}
