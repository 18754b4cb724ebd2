import { batchKind, batchStream, type CallTerms } from '#batch/batch.ts'
import { firstLateInstant } from '#calendar/deadline.ts'
import { type Ledger, readStream } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import { unitKind, unitStream } from '#roster/unit.ts'

/** What was frozen with the call. @throws Refused when no such batch was called */
export async function readTerms(ledger: Ledger, batch: string): Promise<CallTerms> {
  const { terms } = (await readStream(ledger, batchKind, batchStream(batch))).state
  if (!terms) throw new Refused('unknown', `没有批次“${batch}”的创建通知；请从批次列表重新进入。`)
  return terms
}

/** The unit as the roster has it. @throws Refused when it is not registered */
export async function readUnit(ledger: Ledger, unit: string): Promise<{ name: string; inScope: boolean }> {
  const { name, inScope = false } = (await readStream(ledger, unitKind, unitStream(unit))).state
  if (!name) throw new Refused('unknown', `名册里没有编号为“${unit}”的单位；请联系系统管理员。`)
  return { name, inScope }
}

/** The first instant that is late for an application. */
export const applicationLateFrom = ({ application }: CallTerms): string =>
  'lateFrom' in application ? application.lateFrom : firstLateInstant(application.lastDay)
