import type { Command } from '#procedure/commands.ts'
import { standingPermissions } from '#procedure/standing-permissions.ts'

/** Whether somebody with these appointments may ask for what belongs to no step of a procedure, at all. */
export const mayAsk = (command: Command, appointments: readonly { readonly appointment: string }[]): boolean =>
  standingPermissions.some(
    (row) => row.command === command && appointments.some(({ appointment }) => appointment === row.appointment),
  )
