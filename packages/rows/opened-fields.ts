import type { OpenedEvent } from '#evidence/opened.ts'
import { LISTS } from './row.ts'

/** What a row of 400 KB holds several times over; the record has all of them. */
const MOST = 500

/** What one person opened on one day, the last ones. */
export const openedFields = (all: readonly OpenedEvent[], day: string, person: string) => ({
  kind: 'opened' as const,
  list: LISTS.opened,
  order: `${day}/${person}`,
  day,
  person,
  files: all.slice(-MOST).map(({ at, owner, sha256, objection, case: contact }) => ({
    ...{ at, owner },
    ...(sha256 && { sha256 }),
    ...(objection && { objection }),
    ...(contact && { case: contact }),
  })),
  ...(all.length > MOST && { more: all.length - MOST }),
})
