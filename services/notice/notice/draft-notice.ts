import { dateOf } from '#calendar/deadline.ts'
import { whyWaiting } from '#case/apply-line.ts'
import { isDay } from '#contracts/forms.ts'
import type { noticeEndpoints } from '#contracts/notice.ts'
import type { UseCase } from '#edge/use-case.ts'
import type { Ledger } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import { unitStream } from '#roster/unit.ts'
import { knownAs } from '#rows/known.ts'
import { openCases, type Rows } from '#rows/rows.ts'
import { lookAround } from './look-at-notice.ts'
import { type NoticeStep, noticeStepOf } from './notice-step.ts'
import { numberFor } from './number-for.ts'
import { periodOf } from './period-of-notice.ts'
import { type FoundNotice, noticesOf } from './read-notices.ts'
import { explainedPeriod, saidPeriod } from './said-period.ts'
import { namedIn } from './who-is-listed.ts'

type Deps = { readonly ledger: Ledger; readonly rows: Rows }

/** What a notice published today (or on the day in `?on=`) could list, and the period that would follow. */
export const draftNotice =
  ({ ledger, rows }: Deps): UseCase<typeof noticeEndpoints.draftNotice> =>
  async ({ params: { batch, step: name }, query, received }) => {
    const [notices, open] = await Promise.all([noticesOf(ledger, batch), openCases(rows, batch)])
    const here = open.filter((row) => row.step === name && !row.notice && !namedIn(notices, row.unit, row.since))
    const known = await lookAround(rows, batch, undefined, { units: here.map(({ unit }) => unit) })
    const step = await noticeStepOf(ledger, batch, name, known)
    const on = query.on ?? dateOf(received)
    if (!isDay(on))
      throw new Refused('incomplete', '发布日期应为日期，如2018-05-15。', { on: '发布日期应为日期，如2018-05-15' })
    const all = here.map((row) => {
      const { unit } = row
      return { unit, name: knownAs(known, 'unit', unitStream(unit))?.name ?? unit, why: whyWaiting(row) }
    })
    const period = periodOf(step.terms, on)
    const place = notices.at(-1)?.shown.publication.place
    return {
      n: numberFor(notices, { step: name }),
      today: dateOf(received),
      text: `根据${step.terms.approval.reference}，经${wayTo(step)}，现将下列单位予以公示，接受社会监督。`,
      ...(place && { place }),
      waiting: all.filter(({ why }) => !why),
      heldBack: all.flatMap(({ why, ...one }) => (why ? [{ ...one, why }] : [])),
      period: { ...period, said: saidPeriod(period), explained: explainedPeriod(period) },
      notices: notices
        .filter(({ shown }) => shown.step === name)
        .map((found) => ({ n: found.n, title: found.shown.title, state: stateOf(found, received) })),
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

function stateOf({ notice: { prepared, published, closed } }: FoundNotice, received: string) {
  if (closed) return 'closed'
  if (published) return received < published.period.lateFrom ? 'running' : 'over'
  return prepared ? 'prepared' : 'returned'
}
