import type { viewsEndpoints } from '#contracts/views.ts'
import type { UseCase } from '#edge/use-case.ts'
import { permissionFor } from '#procedure/permissions.ts'
import { LISTS } from '#rows/row.ts'
import { type Rows, rowsOf, titleRows, unitNames } from '#rows/rows.ts'
import { STANDING_TITLES } from '#title/standing.ts'
import { byName, inNameOrder } from '#typed/names.ts'
import { titlePath } from './paths.ts'

/** Units that hold the title or held it, the newest first; never those of a trial. Entries that wait for approval are the office's. */
export const readRegister =
  ({ rows }: { readonly rows: Rows }): UseCase<typeof viewsEndpoints.readRegister> =>
  async ({ caller: { holdings } }) => {
    const [titles, batches, names] = await Promise.all([
      titleRows(rows),
      rowsOf(rows, 'batch', LISTS.batches),
      unitNames(rows),
    ])
    const trials = new Set(batches.filter(({ trial }) => trial).map(({ batch }) => batch))
    const mayEnter = permissionFor('prepare-measure', holdings) !== undefined
    const isOffice = mayEnter || permissionFor('approve-measure', holdings) !== undefined
    return {
      ...(mayEnter && { units: inNameOrder([...names].map(([unit, name]) => ({ unit, name }))) }),
      titles: titles
        .filter(({ batch, held, prepared }) => !trials.has(batch) && (held || (isOffice && prepared)))
        .map(({ unit, batch, on, act, held, certificate, endedOn, rechecked }) => ({
          ...{ unit, name: names.get(unit) ?? unit, batch, on, ofSystem: act !== undefined },
          hasCase: act !== undefined && permissionFor('read-case', holdings, { unit }) !== undefined,
          standingTitle: held ? STANDING_TITLES[held.standing] : '补录待签发',
          ...(held && { standing: held.standing }),
          ...(certificate && { certificate }),
          ...(endedOn && { endedOn }),
          ...(rechecked && { rechecked }),
          ...(permissionFor('read-title', holdings, { unit }) && { path: titlePath(batch, unit) }),
        }))
        .toSorted((a, b) => (a.on === b.on ? byName(a, b) : a.on < b.on ? 1 : -1)),
    }
  }
