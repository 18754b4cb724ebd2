/** Units that take part in a batch and in which whoever asks holds an appointment: nobody decides on their own. */
import { batchKind, batchStream } from '#batch/batch.ts'
import { isInvited } from '#batch/designated.ts'
import { caseKind, caseStream, isOpen } from '#case/case.ts'
import { nameSome } from '#edge/name-some.ts'
import type { Caller } from '#edge/use-case.ts'
import { type Ledger, readStream } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import { APPOINTMENTS } from '#procedure/appointments.ts'
import { COMMANDS, type Command } from '#procedure/commands.ts'
import { standingPermissions } from '#procedure/standing-permissions.ts'
import { unitKind, unitStream } from '#roster/unit.ts'
import { takesPart } from '#steps/batch-todo.ts'

export type OwnUnit = { readonly unit: string; readonly name: string }

export async function ownUnitsIn(ledger: Ledger, batch: string, { holdings }: Caller): Promise<readonly OwnUnit[]> {
  const own = [...new Set(holdings.flatMap(({ unit }) => unit ?? []))]
  if (own.length === 0) return []
  const { terms = {} } = (await readStream(ledger, batchKind, batchStream(batch))).state
  const found = await Promise.all(
    own.map(async (unit) => {
      const [{ state: registered }, { state }] = await Promise.all([
        readStream(ledger, unitKind, unitStream(unit)),
        readStream(ledger, caseKind, caseStream(batch, unit)),
      ])
      const { name = unit, inScope = false } = registered
      return takesPart({ inScope: isInvited(terms, { unit, inScope }), isOpen: isOpen(state) }) ? [{ unit, name }] : []
    }),
  )
  return found.flat()
}

/** @throws Refused for whoever holds an appointment there, saying who does it */
export function mustBeApart(command: Command, own: readonly OwnUnit[]): void {
  if (own.length === 0) return
  const rows = standingPermissions.filter((row) => row.command === command)
  const by = rows.map(({ appointment }) => APPOINTMENTS[appointment]).join('、')
  throw new Refused('forbidden', `${saidApart(own)}，不能“${COMMANDS[command]}”；${whoElse(by)}`)
}

/** The same, of everything that may become of a call, for whoever would do it otherwise. */
export const whyApart = (own: readonly OwnUnit[]): string =>
  `${saidApart(own)}，不办理本批次的变更和取消；${whoElse('法制办人员')}`

const saidApart = (own: readonly OwnUnit[]): string =>
  `您在${nameSome(
    own.map(({ name }) => name),
    '、',
  )}任职，按规定应当回避`

/** A county whose one head is of a unit is not stuck: it appoints another one. */
const whoElse = (by: string): string => `请由没有在创建单位任职的${by}办理，没有的请系统管理员增设。`
