/** How much of the account outsiders can take. */
import { z } from 'zod/mini'

const calls = (usual: number) => z._default(z.int().check(z.minimum(1), z.maximum(200)), usual)

/**
 * Calls that run side by side at most, and for which that room is kept: of the objection form (and as many of the files of calls), and of the pages. An
 * objection takes a third of a second and five a second are let in; a page takes a tenth and fifty are. `false` keeps no
 * room apart: AWS leaves a hundred of the account's limit to everything else, and refuses a deployment that would not.
 */
export const atOnce = z._default(
  z.union([z.literal(false), z.strictObject({ objections: calls(10), pages: calls(20) })]),
  { objections: 10, pages: 20 },
)
