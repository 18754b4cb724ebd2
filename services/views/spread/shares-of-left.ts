/** Indicators of a self-assessment that are given to somebody who can write them no longer. */
import { dateOf } from '#calendar/deadline.ts'
import { permissionFor } from '#procedure/permissions.ts'
import { heldOn } from '#roster/person.ts'
import type { RowOf } from '#rows/rows.ts'

type Spread = RowOf<'spread'>

/**
 * @param writers rows of whoever has a share; whoever is not among them is believed to write
 * @param now an instant
 */
export function sharesOfLeft(
  { unit, shares }: Pick<Spread, 'unit' | 'shares'>,
  writers: readonly RowOf<'person'>[],
  now: string,
): Spread['shares'] {
  const today = dateOf(now)
  const left = new Set(
    writers
      .filter((row) => {
        // Its own people: others write it only from its paper.
        const own = heldOn(row, today).filter((held) => held.unit === unit)
        return permissionFor('write-dossier', own, { unit }) === undefined
      })
      .map(({ person }) => person),
  )
  return shares.filter(({ person }) => left.has(person))
}
