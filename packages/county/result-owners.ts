/** Which organ owns which kind of external results 外部结果: the office, as usual, or a unit of the roster. */
import { z } from 'zod/mini'
import { RESULT_KINDS, resultKinds } from '#external-results/kinds-of-results.ts'
import { OWNERS } from '#typed/reserved-ids.ts'

const known = resultKinds.map((kind) => `${kind}（${RESULT_KINDS[kind]}）`).join('、')
const owner = z._default(
  z.string().check(z.regex(/^[a-z][a-z0-9-]{1,39}$/, `应是名册中的单位编号，或者“${OWNERS.office}”（法制办）`)),
  OWNERS.office,
)
const owners = z.object({ caseFiles: owner, lostSuit: owner, reversed: owner, correctedDocument: owner, annual: owner })

export const resultOwners = z.pipe(
  z.record(z.string(), z.unknown()).check(
    z.refine((given) => Object.keys(given).every((kind) => Object.hasOwn(RESULT_KINDS, kind)), {
      error: `有一种外部结果没有这样的编号，现有${known}`,
    }),
  ),
  owners,
)
export type ResultOwners = z.infer<typeof owners>
export const USUAL_OWNERS: ResultOwners = owners.parse({})

/** The variable RESULT_OWNERS, as JSON. */
export const parseResultOwners = (json: string): ResultOwners => owners.parse(JSON.parse(json))
