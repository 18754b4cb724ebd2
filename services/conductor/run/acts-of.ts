/** The acts that may still decide an open case: what has reached all of its cases is not among them. */
import type { Case } from '#case/case.ts'
import { type Altered, eachApart } from '#ledger/altered.ts'
import { type Ledger, readStream } from '#ledger/ledger.ts'
import { stepAt } from '#procedure/procedure.ts'
import { LISTS } from '#rows/row.ts'
import { type Rows, rowsOf } from '#rows/rows.ts'
import { panelStream } from '#steps/inquiry/panel.ts'
import { noticeKind } from '#steps/notice/notice.ts'
import { resolutionStream } from '#steps/resolution/resolution.ts'
import type { OpenWork } from './open-work.ts'

type Deps = { readonly ledger: Ledger; readonly rows: Rows }

/**
 * Their streams, after the objections whose settlement a notice waits for.
 * @param batches the open cases by their batch
 * @returns `altered`: notices that could not be asked for their objections
 */
export async function actsOf(
  deps: Deps,
  open: OpenWork,
  batches: ReadonlyMap<string, readonly Case[]>,
): Promise<{ readonly acts: readonly string[]; readonly altered: readonly Altered[] }> {
  const notices = open.notices.filter(({ batch }) => batches.has(batch))
  const objections: string[] = []
  const altered = await eachApart(notices, async ({ stream }) => {
    objections.push(...(await unsettled(deps.ledger, stream)))
  })
  const documents = open.documents.filter(({ batch }) => batches.has(batch))
  const waited = [...batches.values()].flat().flatMap(waitedFor)
  const done = await Promise.all([...batches].map(([batch, cases]) => doneFor(deps.rows, batch, cases)))
  const acts = [...waited, ...notices.map(({ stream }) => stream), ...documents.map(({ stream }) => stream)]
  return { acts: [...objections, ...new Set([...acts, ...done.flat()])], altered }
}

const unsettled = async (ledger: Ledger, notice: string): Promise<readonly string[]> =>
  Object.entries((await readStream(ledger, noticeKind, notice)).state.objections).flatMap(([id, { result }]) =>
    result ? [] : [`objection/${id}`],
  )

/** What a case itself says that it waits for. */
function waitedFor({ batch, unit, visit, procedure, step, notice, held }: Case): readonly string[] {
  const kind = stepAt(procedure, step)?.kind
  return [
    ...(kind === 'inquiry' ? [panelStream(batch, unit, visit)] : []),
    ...(kind === 'resolution' ? [resolutionStream(batch, step)] : []),
    ...(notice ? [notice.stream] : []),
    ...held.map(({ act }) => act.stream),
  ]
}

/** Acts that are done, of which a case may not have heard: those of its step, and notices with objections at any step. */
async function doneFor(rows: Rows, batch: string, cases: readonly Case[]): Promise<readonly string[]> {
  const steps = new Map(cases.map(({ unit, step }) => [unit, step]))
  const list = LISTS.batch(batch)
  const [notices, documents] = await Promise.all([
    rowsOf(rows, 'notice', list, { prefix: 'notice/' }),
    rowsOf(rows, 'announcement', list, { prefix: 'decision/' }),
  ])
  const isNamed = (units: readonly string[], step: string | undefined) =>
    units.some((unit) => steps.has(unit) && (!step || steps.get(unit) === step))
  return [
    ...notices.filter(({ units, step, objections }) => isNamed(units, objections > 0 ? undefined : step)),
    ...documents.filter(({ units, step }) => isNamed(units, step)),
  ].map(({ stream }) => stream)
}
