/** Which field of a commit that was altered cannot be ours: what it says now is written as none of our writers writes it. */
import type { Hashed } from '#ledger/chain.ts'

/** A click bound to what it asked for; a click of before; or the name of a command of time and machine, which has a blank. */
const COMMAND =
  /^[0-9a-f]{32} =[0-9a-f]{32}$|^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$|^[a-z]{2,20}( [^ =]+)+( =[0-9a-f]{32})?$/
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

type Beside = { readonly before: Hashed | undefined; readonly after: Hashed | undefined }

/** `command` or `at`; undefined where neither shows it, or both do. */
export function unlikeOurs({ command, at }: Hashed, { before, after }: Beside): 'command' | 'at' | undefined {
  const isOurs = COMMAND.test(command)
  const isBetween = INSTANT.test(at) && (!before || before.at <= at) && (!after || at <= after.at)
  if (isOurs === isBetween) return undefined
  return isOurs ? 'at' : 'command'
}
