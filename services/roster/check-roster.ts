import type { rosterEndpoints } from '#contracts/roster.ts'
import type { UseCase } from '#edge/use-case.ts'
import { checkLines, type RefusedAt } from './check-lines.ts'
import { type Deps, readKnown } from './read-known.ts'

/** What the county would refuse of a roster, and what it would change of whom. */
export const checkRoster =
  (deps: Deps): UseCase<typeof rosterEndpoints.checkRoster> =>
  async ({ body, caller, received }) => {
    const known = await readKnown(deps, body, { by: caller.person, received })
    const { refused, changes } = checkLines(body, known, { by: caller.person, received })
    return { refused: said(refused), changes }
  }

export const said = (refused: readonly RefusedAt[]) =>
  refused.map(({ why, ...place }) => ({ ...place, sentence: why.message }))
