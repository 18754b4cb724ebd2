/**
 * What a unit owes while it works to a date: its progress reports 进展报告, one for each calendar period, and the office's
 * guidance beside them. Stream `duty/<batch>/<unit>/<step>`.
 */
import { z } from 'zod/mini'
import { dateOf } from '#calendar/deadline.ts'
import { keptUse } from '#evidence/cited-file.ts'
import type { Decision, Kind } from '#ledger/kind.ts'
import { Refused } from '#ledger/refused.ts'
import type { DueReport } from './due-reports.ts'

const instant = z.iso.datetime({ precision: 3 })
const head = {
  v: z.literal(1),
  at: instant,
  by: z.string(),
  step: z.string(),
  text: z.string().check(z.minLength(1), z.maxLength(2000)),
}

const reported = z.object({
  type: z.literal('reported'),
  ...head,
  /** Which report, by the last month of its period ("2018-06"): no change of the work's dates makes another one of it. */
  period: z.string(),
  files: z.array(keptUse),
  late: z.boolean(),
})
export type Reported = z.infer<typeof reported>
const guided = z.object({ type: z.literal('guided'), ...head })
export const dutyEvent = z.discriminatedUnion('type', [reported, guided])
export type DutyEvent = z.infer<typeof dutyEvent>

export type Duty = {
  readonly reports: readonly Reported[]
  readonly guidance: readonly z.infer<typeof guided>[]
}

export const dutyStream = (batch: string, unit: string, step: string): string => `duty/${batch}/${unit}/${step}`

export const dutyKind: Kind<DutyEvent, Duty> = {
  parse: (stored) => dutyEvent.parse(stored),
  initial: { reports: [], guidance: [] },
  evolve: (duty, event) =>
    event.type === 'reported'
      ? { ...duty, reports: [...duty.reports, event] }
      : { ...duty, guidance: [...duty.guidance, event] },
}

type Asked = { readonly by: string; readonly received: string }
type Deciding = Decision<DutyEvent, Duty>

/** The last report on a period before this one. */
export const reportBefore = <R extends Pick<Reported, 'period'>>(
  reports: readonly R[],
  period: string,
): R | undefined =>
  reports
    .filter((one) => one.period < period)
    .toSorted((a, b) => a.period.localeCompare(b.period))
    .at(-1)

/**
 * The unit reports on a period that has begun. Late is late, and is taken all the same as long as the work goes on,
 * though a later one came before.
 */
export const reportProgress =
  (
    report: { step: string; period: string; text: string; files: readonly string[] },
    due: readonly DueReport[],
    { by, received }: Asked,
  ): Deciding =>
  ({ reports }) => {
    const { period, step, text, files } = report
    const owed = due.find((one) => one.period === period)
    if (!owed) throw new Refused('unknown', '这一期不需要报送进展；请刷新后再报。')
    const { title, firstDay, lateFrom } = owed
    const sent = reports.find((one) => one.period === period)
    if (sent && sent.text === text && sent.files.join() === files.join()) return []
    if (sent) throw new Refused('conflict', `${title}已经报送；请刷新后查看。`)
    if (dateOf(received) < firstDay) throw new Refused('early', `${title}所报的期间还没有开始；开始之后再报。`)
    // The form begins with what was said last, which may be sent by mistake.
    const before = reportBefore(reports, period)
    if (before?.text === text)
      throw new Refused('incomplete', '进展情况与上一期相同。', { text: '与上一期一字不差；请写明本期的进展' })
    return [
      { type: 'reported', v: 1, at: received, by, step, period, text, files: [...files], late: received >= lateFrom },
    ]
  }

export const guideUnit =
  ({ step, text }: { step: string; text: string }, { by, received }: Asked): Deciding =>
  ({ guidance }) => {
    // On another day it is another act, though it says the same.
    const isSaid = guidance.some(
      (one) => one.by === by && one.text === text && one.step === step && dateOf(one.at) === dateOf(received),
    )
    return isSaid ? [] : [{ type: 'guided', v: 1, at: received, by, step, text }]
  }
