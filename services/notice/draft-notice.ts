import { dateOf } from '#calendar/deadline.ts'
import type { noticeEndpoints } from '#contracts/notice.ts'
import type { UseCase } from '#edge/use-case.ts'
import type { Ledger } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import { LISTS } from '#rows/row.ts'
import { type Rows, rowsOf, unitNames } from '#rows/rows.ts'
import { periodOf } from './period-of-notice.ts'
import { noticesOf, termsOf } from './read-notices.ts'
import { explainedPeriod, saidPeriod } from './said-period.ts'

type Deps = { readonly ledger: Ledger; readonly rows: Rows }

/** What a notice published today (or on the day in `?on=`) could list, and the period that would follow. */
export const draftNotice =
  ({ ledger, rows }: Deps): UseCase<typeof noticeEndpoints.draftNotice> =>
  async ({ params: { batch }, query, received }) => {
    const terms = await termsOf(ledger, batch)
    const on = query.on ?? dateOf(received)
    if (!/^\d{4}-\d{2}-\d{2}$/.test(on) || Number.isNaN(Date.parse(on)))
      throw new Refused('incomplete', '发布日期应为日期，如2018-05-15。', { on: '发布日期应为日期，如2018-05-15' })
    const notices = await noticesOf(ledger, batch)
    const listed = new Set(notices.filter(({ notice }) => !notice.closed).flatMap(({ published }) => published.cases))
    const names = await unitNames(rows)
    const cases = await rowsOf(rows, 'case', LISTS.batch(batch), { prefix: 'case/' })
    const period = periodOf(terms, on)
    const place = notices.at(-1)?.published.publication.place
    return {
      n: notices.length + 1,
      today: dateOf(received),
      text: `根据${terms.approval.reference}，经单位申请和初审，现将下列单位予以公示，接受社会监督。`,
      ...(place && { place }),
      waiting: cases
        .filter(({ step, notice, unit }) => step === 'notice' && !notice && !listed.has(unit))
        .map(({ unit }) => ({ unit, name: names.get(unit) ?? unit })),
      period: { ...period, said: saidPeriod(period), explained: explainedPeriod(period) },
      notices: notices.map(({ n, published, notice }) => ({
        n,
        title: published.title,
        closed: notice.closed !== undefined,
      })),
    }
  }
