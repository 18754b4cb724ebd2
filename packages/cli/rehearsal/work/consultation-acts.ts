/** The office asks the county's organs about units, chases who has not replied, and enters what they reply. */
import { consultationEndpoints } from '#contracts/consultation/consultation.ts'
import { officeFor } from '#evidence/file-owner.ts'
import { type Do, OFFICE } from '../acts.ts'
import { pdf } from '../paper.ts'
import { upload } from '../stage.ts'

type Letter = { readonly reference: string; readonly on: string; readonly lastDay: string }

/** To every organ. @param seen how many letters of the batch there are */
export const consult =
  (units: readonly string[], letter: Letter, seen = 0): Do =>
  async ({ as, batch }) => {
    const api = as(OFFICE.officer)
    const params = { batch }
    const { organs } = await api(consultationEndpoints.readConsultations, { params })
    await api(consultationEndpoints.sendConsultation, {
      params,
      body: { ...letter, organs: organs.map(({ organ }) => organ), units: [...units], seen },
      command: `consult-${batch}-${letter.on}`,
    })
  }

/** By telephone, on the day itself. */
export const chase =
  (organ: string, on: string): Do =>
  async ({ as, batch }) => {
    await as(OFFICE.officer)(consultationEndpoints.chaseOrgan, {
      params: { batch, n: '1', organ },
      body: { on, how: 'phone' },
      command: `chase-${batch}-${organ}-${on}`,
    })
  }

type Said = {
  readonly on: string
  readonly reference?: string
  readonly found?: readonly { readonly unit: string; readonly text: string }[]
}
/** @param reason why it is entered once more */
export const enterReply =
  (organ: string, { found = [], ...said }: Said, reason?: string): Do =>
  async (stage) => {
    const { batch } = stage
    const scan = await upload(stage, OFFICE.officer, officeFor('consultation'), pdf('复函.pdf', batch, organ))
    const params = { batch, n: '1', organ }
    const body = { ...said, scan, nothing: found.length === 0, found: [...found] }
    const api = stage.as(reason === undefined ? OFFICE.officer : OFFICE.head)
    if (reason === undefined) {
      const command = `reply-${batch}-${organ}`
      await api(consultationEndpoints.enterReply, { params, body, command })
      return
    }
    const command = `correct-${batch}-${organ}`
    await api(consultationEndpoints.correctReply, { params, body: { ...body, reason, seen: 1 }, command })
  }

/** A reply that was entered for the wrong organ. @param seen how many of it were entered, withdrawn ones too */
export const withdrawReply =
  (organ: string, reason: string, seen = 1): Do =>
  async ({ as, batch }) => {
    await as(OFFICE.head)(consultationEndpoints.withdrawReply, {
      params: { batch, n: '1', organ },
      body: { reason, seen },
      command: `withdraw-reply-${batch}-${organ}`,
    })
  }
/** A letter that nobody was sent. */
export const withdrawConsultation =
  (n: number, reason: string): Do =>
  async ({ as, batch }) => {
    await as(OFFICE.officer)(consultationEndpoints.withdrawConsultation, {
      params: { batch, n: String(n) },
      body: { reason },
      command: `withdraw-consultation-${batch}-${n}`,
    })
  }

/** Whoever sits in a body reads what organs say before it decides. */
export const readReplies =
  (login: string): Do =>
  async ({ as, batch }) => {
    await as(login)(consultationEndpoints.readConsultations, { params: { batch } })
  }
