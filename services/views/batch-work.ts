/** The rows of one batch, together, and how things stand at each of its list steps. */

import { publishedDates } from '#batch/published-dates.ts'
import { lapsesFrom } from '#calendar/deadline.ts'
import { whyWaiting } from '#case/apply-line.ts'
import { amendedDate } from '#case/until-when.ts'
import { permissionFor } from '#procedure/permissions.ts'
import type { Procedure } from '#procedure/procedure.ts'
import { stepAt } from '#procedure/procedure.ts'
import { procedureOf } from '#procedure/procedures.ts'
import type {
  AnnouncementRow,
  BatchRow,
  CaseRow,
  DutyRow,
  NoticeRow,
  ObjectionRow,
  PanelRow,
  ResolutionRow,
  Row,
} from '#rows/row.ts'
import { isOf, type RowOf } from '#rows/rows.ts'
import type { ListFacts } from '#steps/list-todo.ts'
import { isSubmitted } from '#steps/resolution/resolution.ts'
import type { Looking } from '#steps/todo-shape.ts'

export type BatchWork = {
  readonly batch: BatchRow
  readonly procedure: Procedure
  readonly cases: readonly CaseRow[]
  readonly notices: readonly NoticeRow[]
  readonly announcements: readonly AnnouncementRow[]
  readonly resolutions: readonly ResolutionRow[]
  readonly objections: readonly ObjectionRow[]
  readonly panels: readonly PanelRow[]
  readonly duties: readonly DutyRow[]
  readonly bulletins: readonly RowOf<'bulletins'>[]
  readonly consultations: readonly RowOf<'consultation'>[]
  readonly inspections: readonly RowOf<'inspection'>[]
  readonly received: readonly RowOf<'received'>[]
  readonly reminded: readonly RowOf<'reminded'>[]
  readonly spreads: readonly RowOf<'spread'>[]
  /** Whom these spreads give something, where somebody looks who may give it to others. */
  readonly writers: readonly RowOf<'person'>[]
  /** What units have written of their indicators, where somebody who looks has been given some. */
  readonly answers: readonly RowOf<'dossier'>[]
}

/** @param rows of this batch only */
export const batchWork = (batch: BatchRow, rows: readonly Row[]): BatchWork => ({
  batch,
  procedure: procedureOf(batch.procedure),
  cases: rows.filter(isOf('case')).map((row) => byDatesOf(batch, row)),
  notices: rows.filter(isOf('notice')),
  announcements: rows.filter(isOf('announcement')),
  resolutions: rows.filter(isOf('resolution')),
  objections: rows.filter(isOf('objection')),
  panels: rows.filter(isOf('panel')),
  duties: rows.filter(isOf('duty')),
  bulletins: rows.filter(isOf('bulletins')),
  consultations: rows.filter(isOf('consultation')),
  inspections: rows.filter(isOf('inspection')),
  received: rows.filter(isOf('received')),
  reminded: rows.filter(isOf('reminded')),
  spreads: rows.filter(isOf('spread')),
  writers: rows.filter(isOf('person')),
  answers: rows.filter(isOf('dossier')),
})

/** A case whose own row does not know of an amendment yet has the date that the batch's gives it. */
function byDatesOf({ amendments = [] }: BatchRow, row: CaseRow): CaseRow {
  const lateFrom = row.ended || row.notice ? row.lateFrom : amendedDate(row, publishedDates(amendments))
  return lateFrom === row.lateFrom || lateFrom === undefined ? row : { ...row, lateFrom }
}

const MAKING = ['prepare-notice', 'approve-notice', 'prepare-announcement', 'approve-announcement'] as const

/**
 * What somebody may know of the batch: whom an act names that is not issued, those alone know who prepare or approve it.
 * For everybody else its units wait as if there were none.
 */
export function workSeenBy({ holdings }: Pick<Looking, 'holdings'>, work: BatchWork): BatchWork {
  const { procedure, notices, announcements } = work
  const isSeen = ({ step, state }: { readonly step: string; readonly state: string }) =>
    !(state === 'prepared' || state === 'returned') ||
    MAKING.some((command) => permissionFor(command, holdings, { procedure, step }) !== undefined)
  return { ...work, notices: notices.filter(isSeen), announcements: announcements.filter(isSeen) }
}

type Acts = Pick<BatchWork, 'notices' | 'announcements'>

/** Units that an act of the step names which is prepared, or is published and runs, but for lines set aside. */
export const namedAt = ({ notices, announcements }: Acts, step: string): ReadonlySet<string> =>
  new Set(
    [
      ...notices.filter(({ state }) => state === 'prepared' || state === 'published'),
      ...announcements.filter(({ state }) => state === 'prepared'),
    ].flatMap((act) => (act.step === step ? (act.named ?? act.units) : [])),
  )

const unitsOf = (rows: readonly CaseRow[]): string[] => rows.map(({ unit }) => unit)

/**
 * How things stand at a list step. A case that a veto or an objection holds back waits for that, not for a list.
 * @param now an instant
 */
export function listFactsOf(
  { procedure, cases, notices, announcements, resolutions }: BatchWork,
  step: string,
  now: string,
): ListFacts {
  const value = stepAt(procedure, step)
  const standing = cases.filter((row) => row.step === step && whyWaiting(row) === undefined)
  const named = namedAt({ notices, announcements }, step)
  const submitted =
    value?.kind === 'resolution' && value.prepares
      ? resolutions.flatMap((row) => (row.step === step ? row.submitted : []))
      : []
  const isBefore = ({ unit, visit }: CaseRow) => isSubmitted(submitted, unit, visit)
  const own = notices.filter((row) => row.step === step)
  const acts = [...own, ...announcements.filter((row) => row.step === step)]
  // A case is on a notice by its own row or by the notice's: either may be ahead.
  const free = new Set(unitsOf(standing.filter((row) => !row.notice && !named.has(row.unit) && !isBefore(row))))
  return {
    step,
    waiting: [...free],
    submitted: unitsOf(standing.filter(isBefore)),
    prepared: acts
      .filter(({ state }) => state === 'prepared')
      .map(({ n, preparedBy, preparedAt, units }) => ({ n, by: preparedBy, at: preparedAt, units })),
    // Once its units have gone on, or another act names them, there is nothing to mend.
    returned: acts
      .filter(({ state, units }) => state === 'returned' && units.some((unit) => free.has(unit)))
      .map(({ n, units, reason = '' }) => ({ n, units, reason })),
    over: own.flatMap((row) => {
      const { n, title, units } = row
      if (row.state === 'published') return now < lapsesFrom(row.lateFrom) ? [] : [{ n, title, units, waiting: 0 }]
      const left = standing.filter(({ unit, notice }) => notice === row.stream && row.waiting.includes(unit)).length
      return row.state === 'closed' && left > 0 ? [{ n, title, units, waiting: left }] : []
    }),
  }
}
