import { digestOf } from '#ledger/chain.ts'
import type { Contents } from '#ledger/contents.ts'
import { execute, type Ledger } from '#ledger/ledger.ts'
import type { Persons } from '#persons/persons.ts'
import { noticeKind, receiveObjection as receive } from '#steps/notice/notice.ts'
import type { ObjectionReceived } from '#steps/notice/notice-events.ts'
import { type PublishedNotice, streamOf } from '../notice/read-notices.ts'
import type { ObjectionText } from './objection-content.ts'
import { codeDigest, receiptFor } from './receipt.ts'

export type ReceivingDeps = {
  readonly ledger: Ledger
  readonly contents: Contents
  readonly persons: Pick<Persons, 'remember'>
}
type Given = Pick<ObjectionReceived, 'about' | 'channel' | 'on'> & {
  readonly text: ObjectionText
  /** Absent: anonymous. */
  readonly objector?: Readonly<Record<string, string>> | undefined
}
type Asking = { readonly by: string; readonly click: string; readonly received: string }

/** Whether this very click has sent an objection before, and it was taken. */
export const hasCome = ({ read, published: { batch }, n }: PublishedNotice, sent: string): boolean => {
  const { click } = receiptFor(batch, n, sent)
  return read.commits.some(({ command }) => command === click)
}

/**
 * Keeps an objection: its text in `contents`, who sent it in `persons`, the receipt line in the notice.
 * `same` is false when this click has sent another objection before: then that one counts.
 * @throws Refused before anything is kept, when the notice takes no objection like this
 */
export async function receiveObjection(
  { ledger, contents, persons }: ReceivingDeps,
  found: PublishedNotice,
  { about, channel, on, text, objector }: Given,
  { by, click: sent, received }: Asking,
): Promise<{ objection: string; code: string; at: string; same: boolean }> {
  const { published, n, read, notice } = found
  const stream = streamOf(found)
  const { objection, code, click } = receiptFor(published.batch, n, sent)
  const line = { objection, about, channel, on, anonymous: !objector, code: codeDigest(objection, code) }
  const asked = { by, received }
  const content = digestOf(text)
  if (!hasCome(found, sent)) {
    receive({ ...line, content }, asked)(notice)
    await contents.put(text)
  }
  const kept = objector && (await persons.remember('objector', objector, { once: `${stream} ${click}` }))
  const decide = receive({ ...line, content, ...(kept && { objector: kept }) }, asked)
  const { state } = await execute(ledger, noticeKind, { stream, command: click, by, decide, first: read })
  const receipt = state.objections[objection]
  return {
    objection,
    code,
    at: receipt?.at ?? received,
    same: receipt?.content === content && receipt.about === about && receipt.channel === channel,
  }
}
