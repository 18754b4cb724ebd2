import { caseStream } from '#case/case.ts'
import { LISTS } from '#rows/row.ts'
import { type Rows, rowsOf } from '#rows/rows.ts'
import type { Waits } from '../wait/waits.ts'

type Deps = { readonly waits: Pick<Waits, 'unfinished'>; readonly rows: Rows }

/**
 * Streams of a batch's cases, those that have ended among them: what was begun and is not done with, behind which the
 * lists may lag, and what the lists have. A case that is in neither has news that nobody has followed yet.
 */
export async function casesOf({ waits, rows }: Deps, batch: string): Promise<readonly string[]> {
  const [begun, open, ended] = await Promise.all([
    waits.unfinished(),
    rowsOf(rows, 'case', LISTS.open, { prefix: LISTS.openOf(batch, 'case/') }),
    rowsOf(rows, 'case', LISTS.ended(batch), { prefix: 'case/' }),
  ])
  const own = begun.filter((stream) => stream.startsWith(caseStream(batch, '')))
  return [...new Set([...own, ...open.map(({ stream }) => stream), ...ended.map(({ stream }) => stream)])].sort()
}
