import { dateOf } from '#calendar/deadline.ts'
import { whyWaiting } from '#case/apply-line.ts'
import { isDay } from '#contracts/forms.ts'
import type { noticeEndpoints } from '#contracts/notice.ts'
import type { UseCase } from '#edge/use-case.ts'
import type { Ledger } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import { unitStream } from '#roster/unit.ts'
import { knownAs } from '#rows/known.ts'
import type { NoticeRow } from '#rows/row.ts'
import type { Rows } from '#rows/rows.ts'
import { periodOf } from '#steps/notice/period-of-notice.ts'
import { inNameOrder } from '#typed/names.ts'
import { mustPrepare } from '../allowed-at-step.ts'
import { enteredHolidays } from './entered-holidays.ts'
import { listedNotices } from './listed-notices.ts'
import { lookAround } from './look-at-notice.ts'
import { type NoticeStep, noticeStepOf } from './notice-step.ts'
import { numberFor } from './number-for.ts'
import { explainedPeriod, saidPeriod } from './said-period.ts'

type Deps = { readonly ledger: Ledger; readonly rows: Rows }

/** What a notice published today (or on the day in `?on=`) could list, and the period that would follow. */
export const draftNotice =
  ({ ledger, rows }: Deps): UseCase<typeof noticeEndpoints.draftNotice> =>
  async ({ params: { batch, step: name }, query, caller, received }) => {
    const { cases, notices } = await listedNotices(rows, batch)
    const listed = new Set(notices.flatMap(runningNames))
    const here = cases.filter((row) => row.step === name && !row.notice && !listed.has(row.unit))
    const known = await lookAround(rows, batch, undefined, { units: here.map(({ unit }) => unit) })
    const step = await noticeStepOf(ledger, batch, name, known)
    mustPrepare(caller, step)
    const on = query.on ?? dateOf(received)
    if (!isDay(on))
      throw new Refused('incomplete', '发布日期应为日期，如2018-05-15。', { on: '发布日期应为日期，如2018-05-15' })
    const all = inNameOrder(
      here.map((row) => {
        const { unit } = row
        return { unit, name: knownAs(known, 'unit', unitStream(unit))?.name ?? unit, why: whyWaiting(row) }
      }),
    )
    const period = periodOf(step.terms, on, { entered: await enteredHolidays(ledger, step.terms, on) })
    const place = notices.at(-1)?.publication.place
    return {
      n: numberFor(notices, { step: name }),
      today: dateOf(received),
      text: `根据${step.terms.document?.number ?? step.terms.approval.reference}，经${wayTo(step)}，现将下列单位予以公示，接受社会监督。`,
      ...(place && { place }),
      waiting: all.filter(({ why }) => !why),
      heldBack: all.flatMap(({ why, ...one }) => (why ? [{ ...one, why }] : [])),
      period: { ...period, said: saidPeriod(period), explained: explainedPeriod(period) },
      notices: notices
        .filter(({ step: one }) => one === name)
        .map((row) => ({ n: row.n, title: row.title, state: stateOf(row, received) })),
    }
  }

/** What the cases have come through, as a notice says it: 单位申请和初审. */
function wayTo({ procedure: { steps }, name }: NoticeStep): string {
  const all = Object.entries(steps)
  const before = all.slice(
    0,
    all.findIndex(([one]) => one === name),
  )
  const judged = before.flatMap(([, { kind, title }]) => (kind === 'entry' || kind === 'work' ? [] : [title]))
  return [['单位申请', ...judged.slice(0, -1)].join('、'), ...judged.slice(-1)].join('和')
}

const stateOf = ({ state, lateFrom }: NoticeRow, received: string) =>
  state === 'published' ? (received < lateFrom ? 'running' : 'over') : state

/** Whom a notice names that waits for approval or runs, but for lines set aside: their cases may not have followed yet. */
const runningNames = ({ state, named, units }: NoticeRow): readonly string[] =>
  state === 'prepared' || state === 'published' ? (named ?? units) : []
