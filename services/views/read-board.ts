import { catalogueStream } from '#catalogue/publish-version.ts'
import type { viewsEndpoints } from '#contracts/views.ts'
import type { UseCase } from '#edge/use-case.ts'
import { Refused } from '#ledger/refused.ts'
import { titleOf } from '#procedure/procedure.ts'
import { procedureNamed } from '#procedure/procedures.ts'
import { type CaseRow, LISTS, type NoticeRow } from '#rows/row.ts'
import { type Rows, rowsOf } from '#rows/rows.ts'
import { batchLine } from './list-batches.ts'
import { dueAt } from './work.ts'

/** Where the cases of one batch stand, how many at each step and ending, who has not begun, its notices and meetings. */
export const readBoard =
  ({ rows, now }: { readonly rows: Rows; readonly now: () => Date }): UseCase<typeof viewsEndpoints.readBoard> =>
  async ({ params: { batch }, caller }) => {
    const [found, cases, notices, resolutions, units] = await Promise.all([
      rows.get(`batch/${batch}`),
      rowsOf(rows, 'case', LISTS.batch(batch), { prefix: 'case/' }),
      rowsOf(rows, 'notice', LISTS.batch(batch), { prefix: 'notice/' }),
      rowsOf(rows, 'resolution', LISTS.batch(batch), { prefix: 'resolution/' }),
      rowsOf(rows, 'unit', LISTS.units),
    ])
    if (found?.kind !== 'batch') throw new Refused('unknown', `没有编号为“${batch}”的批次；请从批次列表进入。`)
    const standard = found.standard && (await named(rows, found.standard))
    const procedure = procedureNamed(found.procedure)
    const names = new Map(units.map(({ unit, name }) => [unit, name]))
    const at = now().toISOString()
    const begun = new Set(cases.map(({ unit }) => unit))
    const running = new Set(notices.filter(({ closed }) => !closed).flatMap((row) => row.units))
    const mayBegin = at < found.lateFrom && !found.trial
    const shown = (row: CaseRow) => ({
      unit: row.unit,
      name: names.get(row.unit) ?? row.unit,
      step: row.step,
      stepTitle: titleOf(procedure, row.step),
      ended: row.ended,
      ...(row.lateFrom && { due: dueAt(row.lateFrom) }),
      late: !row.ended && row.lateFrom !== undefined && at >= row.lateFrom,
      owes: row.step === procedure.start,
      entered: row.makers.includes(caller.person),
      // The notice's own row may be ahead of its cases' rows.
      listed: row.step === 'notice' && (row.notice !== undefined || running.has(row.unit)),
      path: `/console/cases/${batch}/${row.unit}`,
    })
    return {
      ...batchLine(found),
      now: at,
      ...(standard && { standard }),
      steps: [...Object.keys(procedure.steps), ...Object.keys(procedure.endings)].map((step) => ({
        step,
        title: titleOf(procedure, step),
        count: cases.filter((row) => row.step === step).length,
        ending: Object.hasOwn(procedure.endings, step),
      })),
      cases: cases.map(shown),
      notBegun: units
        .filter(({ unit, inScope }) => mayBegin && inScope && !begun.has(unit))
        .map(({ unit, name }) => ({ unit, name })),
      notices: notices.map(noticeLine),
      resolutions: resolutions.map(({ step, meetings }) => ({ step, stepTitle: titleOf(procedure, step), meetings })),
    }
  }

async function named(rows: Rows, standard: { readonly catalogue: string; readonly version: number }) {
  const row = await rows.get(catalogueStream(standard.catalogue))
  return { ...standard, title: row?.kind === 'catalogue' ? row.title : standard.catalogue }
}

const noticeLine = ({ n, title, lastDay, lateFrom, units, closed, objections, openObjections }: NoticeRow) => ({
  ...{ n, title, lastDay, due: dueAt(lateFrom), units: units.length },
  ...{ closed, objections, openObjections },
})
