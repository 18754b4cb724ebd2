import { isInvited } from '#batch/designated.ts'
import { caseStream } from '#case/case.ts'
import { placeTitle } from '#case/place-title.ts'
import { catalogueStream } from '#catalogue/edition/publish-version.ts'
import type { viewsEndpoints } from '#contracts/views.ts'
import type { UseCase } from '#edge/use-case.ts'
import { Refused } from '#ledger/refused.ts'
import { commandNames } from '#procedure/commands.ts'
import { permissionFor } from '#procedure/permissions.ts'
import { stepOf, titleOf } from '#procedure/procedure.ts'
import { saidReminder } from '#reminders/due-reminders.ts'
import { type Known, knownAs, NOTHING_KNOWN } from '#rows/known.ts'
import { type CaseRow, LISTS, type NoticeRow, type Row, type UnitRow } from '#rows/row.ts'
import { type Rows, rowsOf } from '#rows/rows.ts'
import { isAwaited, isMissed, startTodos } from '#steps/start-todo.ts'
import { hasMade } from '#steps/todo-shape.ts'
import { dunned } from '#steps/work/due-reports.ts'
import { reportsOwed } from '#steps/work/todo.ts'
import { inNameOrder } from '#typed/names.ts'
import { type BatchWork, batchWork, namedAt, workSeenBy } from './batch-work.ts'
import { listsOnBoard } from './board-lists.ts'
import { batchLine } from './list-batches.ts'
import { casePath } from './paths.ts'
import { dueAt, type Watching } from './work-item.ts'
import { startFactsOf } from './work-to-start.ts'

/** Where the cases of one batch stand, how many at each step and ending, who has not begun, its acts, and what this caller may do there. */
export const readBoard =
  ({ rows, now }: { readonly rows: Rows; readonly now: () => Date }): UseCase<typeof viewsEndpoints.readBoard> =>
  async ({ params: { batch }, caller }) => {
    const [found, ended, beside, open, units] = await Promise.all([
      rows.get(`batch/${batch}`),
      Array.fromAsync(rows.list(LISTS.ended(batch))),
      Array.fromAsync(rows.list(LISTS.batch(batch))),
      Array.fromAsync(rows.list(LISTS.open, { prefix: LISTS.openOf(batch) })),
      rowsOf(rows, 'unit', LISTS.units),
    ])
    if (found?.kind !== 'batch') throw new Refused('unknown', `没有编号为“${batch}”的批次；请从批次列表进入。`)
    const work = workSeenBy(caller, batchWork(found, newest([...ended, ...beside, ...open])))
    const begun = new Set(work.cases.map(({ unit }) => unit))
    const others =
      found.trial || found.cancelled
        ? []
        : units.filter((one) => isInvited(found.terms ?? {}, one) && !begun.has(one.unit))
    const { standard } = found
    // Those that were given longer to begin, and what the standard is called now: asked for together.
    const asked = [
      ...(standard ? [catalogueStream(standard.catalogue)] : []),
      ...others.map(({ unit }) => caseStream(batch, unit)),
    ]
    const known = asked.length > 0 ? await rows.many(asked) : NOTHING_KNOWN
    const { procedure, cases, notices, resolutions } = work
    const names = new Map(units.map(({ unit, name }) => [unit, name]))
    const watching = { ...caller, now: now().toISOString(), names }
    const answers = (row: NoticeRow) =>
      permissionFor('read-objection', caller.holdings, { procedure }) !== undefined &&
      !row.units.some((one) => caller.holdings.some(({ unit }) => unit === one))
    return {
      ...batchLine(found),
      now: watching.now,
      ...(standard && { standard: named(known, standard) }),
      steps: [...Object.keys(procedure.steps), ...Object.keys(procedure.endings)].map((step) => ({
        step,
        title: titleOf(procedure, step),
        count: cases.filter((row) => row.step === step).length,
        ending: Object.hasOwn(procedure.endings, step),
      })),
      cases: inNameOrder(cases.map((row) => caseLine(watching, work, row))),
      notBegun: inNameOrder(notBegun(watching, work, others, known)),
      notices: notices.toSorted((a, b) => a.n - b.n).map((row) => noticeLine(row, answers(row))),
      resolutions: resolutions.map(({ step, meetings }) => ({ step, stepTitle: titleOf(procedure, step), meetings })),
      lists: found.cancelled ? [] : listsOnBoard(watching, work),
      may: found.cancelled
        ? []
        : commandNames.filter((one) => ON_UNITS.has(one) && permissionFor(one, caller.holdings, { procedure })),
    }
  }

/** What may be done about units from the board: reminding them, telling all of them something, entering their paper forms 代录. */
const ON_UNITS: ReadonlySet<string> = new Set(['remind-units', 'open-case', 'save-form', 'issue-bulletin'])

/** A row that moves from one list to the other while they are read may be seen twice. By order of the case's unit or the act's number. */
function newest(rows: readonly Row[]): readonly Row[] {
  const found = new Map<string, Row>()
  for (const row of rows) if ((found.get(row.stream)?.number ?? 0) < row.number) found.set(row.stream, row)
  return [...found.values()].toSorted((a, b) => (a.stream < b.stream ? -1 : 1))
}

function caseLine({ now, names, ...looking }: Watching, work: BatchWork, row: CaseRow) {
  const { batch, unit, step, ended, lateFrom, notice } = row
  const stepKind = work.procedure.steps[step]?.kind
  const reports = reportsOf(work, row, now)
  return {
    unit,
    name: names.get(unit) ?? unit,
    step,
    stepTitle: placeTitle(work.procedure, row, now),
    ...(stepKind && { stepKind }),
    ended,
    ...(lateFrom && { due: dueAt(lateFrom) }),
    late: (!ended && lateFrom !== undefined && now >= lateFrom) || reports.some((one) => one.late),
    owes: stepKind === 'entry',
    reports,
    findings: findingsOf(work, row, now),
    ...remindedOf(work, unit),
    entered: hasMade(looking, row),
    // The notice's own row may be ahead of its cases' rows.
    listed: notice !== undefined || namedAt(work, step).has(unit),
    path: casePath({ batch, unit }),
  }
}

/** The last time that the unit was reminded by itself, and of what. */
function remindedOf({ reminded }: BatchWork, unit: string) {
  const last = reminded.find((one) => one.unit === unit)?.all.at(-1)
  return last ? { reminded: { at: last.at, text: saidReminder(last.lines) } } : {}
}

function findingsOf({ inspections }: BatchWork, { unit, ended }: CaseRow, now: string) {
  const open = ended ? [] : (inspections.find((one) => one.unit === unit)?.findings ?? [])
  const late = open.filter(({ lateFrom, answered }) => answered === undefined && now >= lateFrom)
  return { open: open.length, late: late.length }
}

/** Progress reports that are due or late while the work goes on. */
function reportsOf({ procedure, duties }: BatchWork, row: CaseRow, now: string) {
  const value = stepOf(procedure, row.step, 'work')
  if (!value || (row.lateFrom !== undefined && now >= row.lateFrom)) return []
  const sent = duties.find(({ unit, step }) => unit === row.unit && step === row.step)
  return dunned(reportsOwed(value, row, sent?.reported ?? [], now)).map(({ title, state, lateFrom }) => ({
    ...{ title, late: state === 'late', due: dueAt(lateFrom) },
  }))
}

/** Units that have not begun, each as long as it may, and those whose day is over; in a trial none is waited for. */
const notBegun = (watching: Watching, work: BatchWork, units: readonly UnitRow[], known: Known) =>
  units.flatMap(({ unit, name, inScope }) => {
    const { now } = watching
    const facts = startFactsOf(work, { unit, inScope }, known.get(caseStream(work.batch.batch, unit)))
    const late = isMissed(facts, now)
    if (!late && !isAwaited(facts, now)) return []
    const extend = startTodos(facts, watching, now).some(({ command }) => command === 'extend-case')
    return [
      { unit, name, late, extend, ...(facts.lateFrom && { due: dueAt(facts.lateFrom) }), ...remindedOf(work, unit) },
    ]
  })

function named(known: Known, standard: { readonly catalogue: string; readonly version: number }) {
  const row = knownAs(known, 'catalogue', catalogueStream(standard.catalogue))
  return { ...standard, title: row?.title ?? standard.catalogue }
}

/** @param counted whether the caller may learn how many objections came: of their own unit nobody does */
const noticeLine = (
  { n, step, title, lastDay, lateFrom, units, state, objections, openObjections }: NoticeRow,
  counted: boolean,
) => ({
  ...{ n, step, title, lastDay, due: dueAt(lateFrom), units: units.length, state },
  closed: state === 'closed',
  ...(counted && { objections, openObjections }),
})
