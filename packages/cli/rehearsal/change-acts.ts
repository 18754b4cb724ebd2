/** The office changes a call after it was published: an officer prepares, the head sends back or approves. */
import { intakeEndpoints } from '#contracts/intake.ts'
import { type Do, inOrder, OFFICE } from './acts.ts'
import { onceSent, type Stage } from './stage.ts'

type Amendment = {
  /** The new last day by step. */
  readonly dates: Readonly<Record<string, string>>
  readonly reason: string
  readonly number?: string
}

/** @param time tells apart preparations of one batch */
export const prepareAmendment =
  ({ dates, reason, number }: Amendment, time = 1): Do =>
  ({ as, batch }) =>
    as(OFFICE.officer)(intakeEndpoints.prepareAmendment, {
      params: { batch },
      body: {
        dates: Object.fromEntries(Object.entries(dates).map(([step, lastDay]) => [step, { lastDay }])),
        reason,
        ...(number && { number }),
      },
      command: `amend-${batch}-${time}`,
    })

/** The instant of what waits. @throws Error when nothing does */
async function seen({ as, batch }: Stage, what: 'amendment' | 'cancelling') {
  const page = await as(OFFICE.head)(intakeEndpoints.readChanges, { params: { batch } })
  const { prepared } = page[what] ?? {}
  if (!prepared) throw new Error(`批次${batch}没有待签发的变更或取消。`)
  return { path: '', body: { prepared } }
}

export const returnAmendment =
  (reason: string, time = 1): Do =>
  async (stage) => {
    const { as, batch } = stage
    const command = `return-amendment-${batch}-${time}`
    const { body } = await onceSent(stage, command, () => seen(stage, 'amendment'))
    await as(OFFICE.head)(intakeEndpoints.returnAmendment, {
      params: { batch },
      body: { prepared: String(body.prepared), reason },
      command,
    })
  }

export const approveAmendment =
  (time = 1): Do =>
  async (stage) => {
    const { as, batch } = stage
    const command = `approve-amendment-${batch}-${time}`
    const { body } = await onceSent(stage, command, () => seen(stage, 'amendment'))
    await as(OFFICE.head)(intakeEndpoints.approveAmendment, {
      params: { batch },
      body: { prepared: String(body.prepared), secrecyChecked: true },
      command,
    })
  }

export const amend = (amendment: Amendment, time = 1): Do =>
  inOrder(prepareAmendment(amendment, time), approveAmendment(time))

export const prepareCancelling =
  (reason: string, time = 1): Do =>
  ({ as, batch }) =>
    as(OFFICE.officer)(intakeEndpoints.prepareCancelling, {
      params: { batch },
      body: { reason },
      command: `cancel-${batch}-${time}`,
    })

export const returnCancelling =
  (reason: string, time = 1): Do =>
  async (stage) => {
    const { as, batch } = stage
    const command = `return-cancelling-${batch}-${time}`
    const { body } = await onceSent(stage, command, () => seen(stage, 'cancelling'))
    await as(OFFICE.head)(intakeEndpoints.returnCancelling, {
      params: { batch },
      body: { prepared: String(body.prepared), reason },
      command,
    })
  }

export const approveCancelling =
  (time = 1): Do =>
  async (stage) => {
    const { as, batch } = stage
    const command = `approve-cancelling-${batch}-${time}`
    const { body } = await onceSent(stage, command, () => seen(stage, 'cancelling'))
    await as(OFFICE.head)(intakeEndpoints.approveCancelling, {
      params: { batch },
      body: { prepared: String(body.prepared), secrecyChecked: true },
      command,
    })
  }
