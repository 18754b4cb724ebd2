import { dateOf } from '#calendar/deadline.ts'
import { permissionFor } from '#procedure/permissions.ts'
import { heldOn } from '#roster/person.ts'
import { LISTS } from '#rows/row.ts'
import { type RowOf, type Rows, rowsOf } from '#rows/rows.ts'

/** Of the office and the team whoever has nothing to do with the unit, today. */
export async function peopleAround(
  { rows }: { readonly rows: Rows },
  unit: string,
  received: string,
): Promise<readonly RowOf<'person'>[]> {
  const today = dateOf(received)
  return (await rowsOf(rows, 'person', LISTS.people)).filter((row) =>
    permissionFor('read-assessment', heldOn(row, today), { unit }),
  )
}
