/** What people look at, pick wrongly and put right between their decisions: nothing of it moves a case. */

import { evidenceEndpoints } from '#contracts/evidence.ts'
import { intakeEndpoints } from '#contracts/intake.ts'
import { noticeEndpoints } from '#contracts/notice.ts'
import { rosterEndpoints } from '#contracts/roster.ts'
import { viewsEndpoints } from '#contracts/views.ts'
import { officeFor } from '#evidence/file-owner.ts'
import { clerkOf, type Do, OFFICE } from './acts.ts'
import { type Paper, pdf, sha256Of } from './paper.ts'
import { upload } from './stage.ts'

/** Logs in and looks at all that the first page leads to. */
export const lookAround =
  (login: string): Do =>
  async ({ as, batch }) => {
    const api = as(login)
    await api(rosterEndpoints.readMe)
    await api(viewsEndpoints.readWorklist)
    await api(viewsEndpoints.listBatches)
    await api(viewsEndpoints.readRegister)
    await api(viewsEndpoints.readBoard, { params: { batch } })
  }

/** Reads the call, as whoever takes part in it does. */
export const readCall =
  (login: string): Do =>
  ({ as, batch }) =>
    as(login)(intakeEndpoints.readCall, { params: { batch } })

/** Whoever opens a call has read it: in words, and as its public page will be. */
export const previewCall: Do = async (stage) => {
  await readCall(OFFICE.head)(stage)
  await stage.as(OFFICE.head)(noticeEndpoints.previewCall, { params: { batch: stage.batch } })
}

export const lookUpContact =
  (unit: string): Do =>
  ({ as, batch }) =>
    as(OFFICE.officer)(intakeEndpoints.readContact, { params: { batch, unit } })

/** Downloads by an address that was signed for it. @throws Error with the store's answer */
export async function openFile(url: string): Promise<void> {
  const answer = await fetch(url)
  const bytes = await answer.bytes()
  if (!answer.ok) throw new Error(`a file could not be opened: ${answer.status} ${Buffer.from(bytes)}`)
}

/** The office goes through a unit's files. */
export const openEvidence =
  (owner: string): Do =>
  async ({ as }) => {
    const api = as(OFFICE.officer)
    const { items } = await api(evidenceEndpoints.listEvidence, { params: { owner } })
    for (const { sha256, status } of items)
      if (status === 'kept')
        await openFile((await api(evidenceEndpoints.linkEvidence, { params: { owner, sha256 } })).url)
  }

/** The head looks who has opened what today. */
export const lookAtOpenings: Do = async ({ as, settle }) => {
  await settle()
  const { openings } = await as(OFFICE.head)(evidenceEndpoints.listOpenings)
  if (openings.length === 0) throw new Error('nobody is recorded to have opened anything today')
}

/** A program that was given a document's name: sent, rejected, and picked once more. */
export const pickWrongFile =
  (unit: string): Do =>
  async (stage) => {
    const paper: Paper = { name: '创建报告.pdf', bytes: Buffer.from(`MZ this is a program of ${unit}`) }
    const refused = (error: unknown) => error
    const first = await upload(stage, clerkOf(unit), unit, paper).catch(refused)
    const { tickets } = await stage.as(clerkOf(unit))(evidenceEndpoints.askTickets, {
      params: { owner: unit },
      body: {
        files: [
          { sha256: sha256Of(paper), name: paper.name, size: paper.bytes.length, contentType: 'application/pdf' },
        ],
      },
      command: `ticket-${unit}-once-more`,
    })
    if (!(first instanceof Error) || tickets[0]?.status !== 'refused')
      throw new Error(`a program was taken for a document: ${first}, ${tickets[0]?.status}`)
  }

export const draftNotice: Do = ({ as, batch }) =>
  as(OFFICE.officer)(noticeEndpoints.draftNotice, { params: { batch, step: 'notice' } })

/** The page as it stood on the last day. */
export const proveEnd: Do = async (stage) => {
  const proof = await upload(stage, OFFICE.officer, officeFor('proof'), pdf('公示期满网页截图.pdf', stage.batch))
  await stage.as(OFFICE.officer)(noticeEndpoints.recordProof, {
    params: { batch: stage.batch, n: '1' },
    body: { when: 'end', proof },
    command: `proof-${stage.batch}-1-end`,
  })
}

/** Somebody of the roster has another number now. */
export const correctPhone =
  (person: string, name: string, phone: string): Do =>
  ({ as }) =>
    as('admin')(rosterEndpoints.registerPerson, {
      body: { person, name, phone },
      command: `phone-${person}-${phone}`,
    })
