/** A batch's notices and open cases as its lists show them: for pages, however many notices there are. */
import { type CaseRow, LISTS, type NoticeRow } from '#rows/row.ts'
import { isOf, type Rows } from '#rows/rows.ts'

type InLists = {
  readonly cases: readonly CaseRow[]
  /** By number; one that moves from one list to the other while they are read is here once. */
  readonly notices: readonly NoticeRow[]
}

export async function listedNotices(rows: Pick<Rows, 'list'>, batch: string): Promise<InLists> {
  const [open, done] = await Promise.all([
    Array.fromAsync(rows.list(LISTS.open, { prefix: LISTS.openOf(batch) })),
    Array.fromAsync(rows.list(LISTS.batch(batch), { prefix: 'notice/' })),
  ])
  const notices = new Map<number, NoticeRow>()
  for (const row of [...done, ...open].filter(isOf('notice')))
    if ((notices.get(row.n)?.number ?? 0) < row.number) notices.set(row.n, row)
  return {
    cases: open.filter(isOf('case')).filter(({ ended }) => !ended),
    notices: [...notices.values()].toSorted((a, b) => a.n - b.n),
  }
}
