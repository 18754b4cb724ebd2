/** Who may do what at the step of a notice; apart from the step itself, since the public pages need no permissions. */
import { mustBeApart } from '#edge/check-permission.ts'
import type { Caller } from '#edge/use-case.ts'
import type { Ledger } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import { APPOINTMENTS } from '#procedure/appointments.ts'
import { COMMANDS, type Command } from '#procedure/commands.ts'
import { permissionFor, permissionsOf } from '#procedure/permissions.ts'
import type { Known } from '#rows/known.ts'
import type { NoticeStep } from './notice/notice-step.ts'
import { unitNamesAt } from './unit-name.ts'

/** Whether the batch's own procedure allows it; the edge knew only that some procedure does. */
export const mayAtStep = (
  command: Command,
  { holdings }: Pick<Caller, 'holdings'>,
  { procedure, name }: NoticeStep,
  unit?: string,
): boolean => permissionFor(command, holdings, { procedure, step: name, unit }) !== undefined

/** To whom the procedure gives the command there, by the titles of their appointments. */
export const whoMayAtStep = (command: Command, { procedure, name }: NoticeStep): readonly string[] => [
  ...new Set(
    permissionsOf(procedure)
      .filter((row) => row.command === command && (row.steps === undefined || row.steps.includes(name)))
      .map(({ appointment }) => APPOINTMENTS[appointment]),
  ),
]

/** @throws Refused when the procedure gives this command at this step to others */
export function mustBeAllowed(command: Command, caller: Caller, step: NoticeStep): void {
  if (!mayAtStep(command, caller, step))
    throw new Refused(
      'forbidden',
      `按本批次的程序，您的岗位不能在“${step.value.title}”环节办理“${COMMANDS[command]}”；请由有权人员办理。`,
    )
}

/** Whether somebody makes the notices of a step, who alone know of those that are not issued. */
export const mayPrepare = (caller: Caller, step: NoticeStep): boolean =>
  mayAtStep('prepare-notice', caller, step) || mayAtStep('approve-notice', caller, step)

/**
 * What is prepared and not issued yet is the office's alone, as a call is.
 * @throws Refused for whoever neither prepares nor approves notices there
 */
export function mustPrepare(caller: Caller, step: NoticeStep): void {
  if (!mayPrepare(caller, step))
    throw new Refused('forbidden', '公示还没有发布，由拟制和签发的人员办理；发布后可以查看。')
}

/**
 * Nobody decides on their own unit: a notice that names one is another person's.
 * @throws Refused naming it
 */
export async function mustBeApartFrom(
  ledger: Ledger,
  units: readonly string[],
  { command, caller, received, known }: { command: Command; caller: Caller; received: string; known: Known },
): Promise<void> {
  const own = units.filter((unit) => caller.holdings.some((held) => held.unit === unit))
  if (own.length === 0) return
  const names = await unitNamesAt(ledger, own, received, known)
  mustBeApart(COMMANDS[command], caller, own, (unit) => names.get(unit) ?? unit)
}
