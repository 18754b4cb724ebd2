/** What the lists say is not over: one query, however many batches there were. */
import type { AnnouncementRow, NoticeRow } from '#rows/row.ts'
import { LISTS } from '#rows/row.ts'
import { isOf, type Rows } from '#rows/rows.ts'

export type OpenWork = {
  /** Streams of cases. */
  readonly cases: readonly string[]
  readonly notices: readonly NoticeRow[]
  readonly documents: readonly AnnouncementRow[]
}

export async function openWork(rows: Rows): Promise<OpenWork> {
  const open = await Array.fromAsync(rows.list(LISTS.open))
  return {
    cases: open.filter(isOf('case')).map(({ stream }) => stream),
    notices: open.filter(isOf('notice')),
    documents: open.filter(isOf('announcement')),
  }
}
