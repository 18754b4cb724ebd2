/** What people do, each act under a command of its own: done again after a crash, it decides nothing new. */
import type { CallBody } from '#contracts/call.ts'
import { intakeEndpoints } from '#contracts/intake.ts'
import { onceSent, type Stage } from './stage.ts'

export type Do = (stage: Stage) => Promise<unknown>

export const OFFICE = {
  officer: 'officer-1',
  second: 'officer-2',
  head: 'office-head',
  secretary: 'secretary',
  groupSecretary: 'group-secretary',
  leader: 'assessment-leader',
  scorer: 'scorer-1',
  secondScorer: 'scorer-2',
} as const
/** Small units, in which one person is clerk and legal officer. */
const ONE_PERSON: ReadonlySet<string> = new Set(['heita', 'wafang', 'shuiwu', 'yunguan'])

export const clerkOf = (unit: string): string => `clerk-${unit}`
export const legalOf = (unit: string): string => (ONE_PERSON.has(unit) ? clerkOf(unit) : `legal-${unit}`)
export const headOf = (unit: string): string => `head-${unit}`

/** Acts one after the other, as one. */
export const inOrder =
  (...acts: readonly Do[]): Do =>
  async (stage) => {
    for (const act of acts) await act(stage)
  }
/** The same act in another batch of the county. */
export const inBatch =
  (batch: string, act: Do): Do =>
  (stage) =>
    act({ ...stage, batch })

export const openCall =
  (terms: CallBody): Do =>
  (stage) =>
    stage.as(OFFICE.head)(intakeEndpoints.openCall, {
      params: { batch: stage.batch },
      body: terms,
      command: `call-${stage.batch}`,
    })

/** One reminder of the office to several units that owe their form. */
export const remind =
  (units: readonly string[], text: string): Do =>
  async (stage) => {
    const api = stage.as(OFFICE.officer)
    const params = { batch: stage.batch }
    const command = `remind-${stage.batch}-${units.join('-')}`
    const { body } = await onceSent(stage, command, async () => {
      const { seen } = await api(intakeEndpoints.readReminders, { params })
      return { path: '', body: { seen } }
    })
    await api(intakeEndpoints.remindUnits, {
      params,
      body: { units: [...units], text, seen: Number(body.seen) },
      command,
    })
  }
