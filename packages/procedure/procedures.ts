/** Every version of every procedure that a case may still follow; a version leaves the list with its last open case. */

import { digestOfProcedure } from './digest.ts'
import { problemsOf } from './problems-of.ts'
import { type Procedure, procedure } from './procedure.ts'
import creation2018 from './variants/creation-2018.1.json' with { type: 'json' }
import creationShort from './variants/creation-short.1.json' with { type: 'json' }

/** A variant as a batch freezes it. */
export type Variant = { readonly name: string; readonly version: number; readonly digest: string }

/** @throws Error naming everything that keeps a value from being run */
export function readProcedure(value: unknown): Procedure {
  const read = procedure.parse(value)
  const problems = problemsOf(read)
  if (problems.length > 0)
    throw new Error(`the procedure ${read.name}@${read.version} cannot be run: ${problems.join('; ')}.`)
  return read
}

export const procedures: readonly Procedure[] = [creationShort, creation2018].map(readProcedure)

/** `name@version`. */
export const keyOf = ({ name, version }: Pick<Variant, 'name' | 'version'>): string => `${name}@${version}`
const listed = new Map(procedures.map((one) => [keyOf(one), one]))

/** `name@version`, as a county's file names it; undefined when no such version is listed. */
export const procedureAt = (key: string): Procedure | undefined => listed.get(key)
export const variantOf = (of: Procedure): Variant => ({
  name: of.name,
  version: of.version,
  digest: digestOfProcedure(of),
})

/** @throws Error when no listed version is that one: the batch was opened by another release */
export function procedureOf(variant: Variant): Procedure {
  const found = listed.get(keyOf(variant))
  if (!found) throw new Error(`no procedure ${keyOf(variant)} is listed`)
  if (digestOfProcedure(found) !== variant.digest)
    throw new Error(
      `the procedure ${keyOf(variant)} is not the one that was frozen; what decides in a version never changes`,
    )
  return found
}
