/** What people do, each act under a command of its own: done again after a crash, it decides nothing new. */
import type { CallBody, CallPage } from '#contracts/call.ts'
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
const ONE_PERSON: ReadonlySet<string> = new Set(['heita', 'wafang', 'shuiwu', 'yunguan', 'guoshui', 'yanghu'])

export const clerkOf = (unit: string): string => `clerk-${unit}`
export const legalOf = (unit: string): string => (ONE_PERSON.has(unit) ? clerkOf(unit) : `legal-${unit}`)
/** Of a department of the market regulator, where the demonstration roster has one. */
export const departmentOf = (unit: string): string => `dept-${unit}`
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

/** An officer prepares the call. @param time tells apart preparations of one batch @returns what they see then */
export const prepareCall =
  (terms: CallBody, time = 1) =>
  (stage: Stage): Promise<CallPage> =>
    stage.as(OFFICE.officer)(intakeEndpoints.prepareCall, {
      params: { batch: stage.batch },
      body: terms,
      command: `prepare-call-${stage.batch}-${time}`,
    })

/** What waits of the call. @throws Error when nothing does */
const inHandOf = ({ batch, inHand }: CallPage) => {
  if (!inHand) throw new Error(`批次${batch}没有拟制中的创建通知。`)
  return inHand
}

/** The head sends back what an officer has prepared. */
export const returnCall =
  (terms: CallBody, reason: string): Do =>
  async (stage) => {
    const { prepared } = inHandOf(await prepareCall(terms)(stage))
    const { body } = await onceSent(stage, `return-call-${stage.batch}`, async () => ({ path: '', body: { prepared } }))
    await stage.as(OFFICE.head)(intakeEndpoints.returnCall, {
      params: { batch: stage.batch },
      body: { prepared: String(body.prepared), reason },
      command: `return-call-${stage.batch}`,
    })
  }

/** The call by two: an officer prepares it, the head opens what was prepared. */
export const openCall =
  (terms: CallBody, time = 1): Do =>
  async (stage) => {
    const inHand = inHandOf(await prepareCall(terms, time)(stage))
    await stage.as(OFFICE.head)(intakeEndpoints.openCall, {
      params: { batch: stage.batch },
      body: { prepared: inHand.prepared, secrecyChecked: true },
      command: `call-${stage.batch}`,
    })
  }

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
