import { creation } from './creation.ts'
import type { Procedure } from './procedure.ts'

/** Every procedure a batch may be run by, by name. */
export const procedures: Readonly<Record<string, Procedure>> = { creation }

/** @throws Error when no procedure has that name: the batch was opened by a later version. */
export function procedureNamed(name: string): Procedure {
  const procedure = procedures[name]
  if (!procedure) throw new Error(`no procedure is named ${name}`)
  return procedure
}
