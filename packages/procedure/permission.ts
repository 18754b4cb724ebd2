import type { Purpose } from '#evidence/file-owner.ts'
import { APPOINTMENTS, type Appointment } from './appointments.ts'
import type { Command } from './commands.ts'

/**
 * `within: 'ownUnit'`: only for the unit of the appointment. `apartFrom: 'ownUnit'`: never for a unit one holds an
 * appointment in (nobody decides on their own unit); `'anyUnit'`: nor by anybody who holds one in whatever unit. `steps`: where it may be given; absent: it belongs to no step.
 * `files`: whose files it is about and what they are kept for. `only`: what is asked besides, of the file or the case
 * itself: that it was submitted to the body, that it was sent by the person, that the office may enter the unit's paper, that it was
 * issued to a batch of the person's unit, that it is of an indicator which the person was given, that the person's unit
 * owns such results, that they are about it or owned by it.
 */
export type Permission = {
  readonly command: Command
  readonly appointment: Appointment
  readonly within?: 'ownUnit'
  readonly apartFrom?: 'ownUnit' | 'anyUnit'
  readonly steps?: readonly string[]
  readonly files?: { readonly of: 'unit' | 'office'; readonly purposes: readonly Purpose[] }
  readonly only?: 'laidBefore' | 'sent' | 'entering' | 'issued' | 'given' | 'owned' | 'theirs'
  readonly sentence: string
}

const APART = { ownUnit: '；本人任职单位的除外', anyUnit: '；在单位任职的人员除外' } as const

/** @param what the rest of the sentence, after who */
export const row = (
  appointment: Appointment,
  what: string,
  more: Omit<Permission, 'sentence' | 'appointment'>,
): Permission => ({
  appointment,
  ...more,
  sentence: `${APPOINTMENTS[appointment]}${what}${more.apartFrom ? APART[more.apartFrom] : ''}。`,
})
