import type { RosterBody, rosterEndpoints } from '#contracts/roster.ts'
import type { UseCase } from '#edge/use-case.ts'
import { withoutUnitNameNote } from '#typed/no-units.ts'
import { withoutNote } from '#typed/person.ts'
import { checkLines, type RefusedAt } from './check-lines.ts'
import { type Deps, readKnown } from './read-known.ts'

/** What the county would refuse of a roster, and what it would change of whom. */
export const checkRoster =
  (deps: Deps): UseCase<typeof rosterEndpoints.checkRoster> =>
  async ({ body: sent, caller, received }) => {
    const body = withoutNotes(sent)
    const known = await readKnown(deps, body, { by: caller.person, received })
    const { refused, changes } = checkLines(body, known, { by: caller.person, received })
    return { refused: said(refused), changes }
  }

/** The lines as they are registered: a name without the note that it is one. */
export const withoutNotes = (body: RosterBody): RosterBody => ({
  ...body,
  units: body.units.map((one) => ({ ...one, name: withoutUnitNameNote(one.name) })),
  people: body.people.map((one) => ({ ...one, name: withoutNote(one.name) })),
})

export const said = (refused: readonly RefusedAt[]) =>
  refused.map(({ why, ...place }) => ({ ...place, sentence: why.message }))
