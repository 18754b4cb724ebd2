import { APPOINTMENTS, type Appointment } from './appointments.ts'
import type { Command } from './commands.ts'

/**
 * `within: 'ownUnit'`: only for the unit of the appointment. `apartFrom: 'ownUnit'`: never for a unit one holds an
 * appointment in (nobody decides on their own unit). `steps`: where it may be given; absent: it belongs to no step.
 */
export type Permission = {
  readonly command: Command
  readonly appointment: Appointment
  readonly within?: 'ownUnit'
  readonly apartFrom?: 'ownUnit'
  readonly steps?: readonly string[]
  readonly sentence: string
}

/** @param what the rest of the sentence, after who */
export const row = (
  appointment: Appointment,
  what: string,
  more: Omit<Permission, 'sentence' | 'appointment'>,
): Permission => ({
  appointment,
  ...more,
  sentence: `${APPOINTMENTS[appointment]}${what}${more.apartFrom ? '；本人任职单位的除外' : ''}。`,
})
