/** Every version of every procedure that a case may still follow; a version leaves the list with its last open case. */

import { digestOfProcedure } from './digest.ts'
import { problemsOf } from './problems-of.ts'
import { type Procedure, procedure } from './procedure.ts'
import creation2018 from './variants/creation-2018.1.json' with { type: 'json' }
import creationDirect from './variants/creation-direct.1.json' with { type: 'json' }
import creationShort from './variants/creation-short.1.json' with { type: 'json' }
import { readValue, WrongFile } from './wrong-file.ts'

/** A variant as a batch freezes it. */
export type Variant = { readonly name: string; readonly version: number; readonly digest: string }

const FOLDER = 'packages/procedure/variants'
/** Imports are static, so that bundles have them; a file that is not here is listed nowhere. */
const files: Readonly<Record<string, unknown>> = {
  'creation-short.1.json': creationShort,
  'creation-2018.1.json': creation2018,
  'creation-direct.1.json': creationDirect,
}

/**
 * @param file its path from the root, where it comes from one
 * @throws WrongFile naming everything that keeps a value from being run
 */
export function readProcedure(value: unknown, file = '程序'): Procedure {
  const read = readValue(procedure, value, file)
  const problems = problemsOf(read)
  if (problems.length > 0)
    throw new WrongFile(problems.map((problem) => `${file}不能运行（${keyOf(read)}）：${problem}.`).join('\n'))
  return read
}

export const procedures: readonly Procedure[] = Object.entries(files).map(([name, value]) =>
  readProcedure(value, `${FOLDER}/${name}`),
)

/** `name@version`. */
export function keyOf({ name, version }: Pick<Variant, 'name' | 'version'>): string {
  return `${name}@${version}`
}
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
