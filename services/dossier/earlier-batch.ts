/** The batch before in which a unit assessed itself by the same standard: its answers are offered, and stand for nothing until somebody takes them. */
import { caseStream } from '#case/case.ts'
import type { DossierPage } from '#contracts/dossier/dossier.ts'
import { knownAs } from '#rows/known.ts'
import { type BatchRow, LISTS } from '#rows/row.ts'
import { rowsOf } from '#rows/rows.ts'
import type { DossierCall, DossierDeps } from './dossier-deps.ts'

/** A county has one or two a year; what is older says little of today. */
const MOST_LOOKED_AT = 4

/** @returns the newest one of them, whatever became of the case there; undefined where there is none */
export async function earlierBatch({ rows }: DossierDeps, { params }: DossierCall): Promise<DossierPage['earlier']> {
  const batches = await rowsOf(rows, 'batch', LISTS.batches)
  const own = batches.find(({ batch }) => batch === params.batch)
  if (!own) return undefined
  const before = batches
    .filter((one) => isOfSameStandard(one, own) && one.openedAt < own.openedAt)
    .toSorted((a, b) => b.openedAt.localeCompare(a.openedAt))
    .slice(0, MOST_LOOKED_AT)
  if (before.length === 0) return undefined
  const known = await rows.many(before.map(({ batch }) => caseStream(batch, params.unit)))
  const found = before.find(({ batch }) => knownAs(known, 'case', caseStream(batch, params.unit)))
  return found && { batch: found.batch, title: found.title }
}

/** A trial's answers are nobody's, and in a trial real ones are as good as any. */
const isOfSameStandard = (one: BatchRow, own: BatchRow): boolean =>
  !one.trial && one.standard !== undefined && one.standard.catalogue === own.standard?.catalogue
