import { boundCommand, clickOf } from '#ledger/bound-command.ts'
import { digestOf } from '#ledger/chain.ts'
import type { Contents } from '#ledger/contents.ts'
import { execute, type Ledger } from '#ledger/ledger.ts'
import type { Persons } from '#persons/persons.ts'
import { noticeKind, receiveObjection as receive } from '#steps/notice/notice.ts'
import type { ObjectionReceived } from '#steps/notice/notice-events.ts'
import { type PublishedNotice, streamOf } from '../notice/read-notices.ts'
import { alikeOf } from './alike.ts'
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
  const compare = clickOf(receiptFor(batch, n, sent).click)
  return read.commits.some(({ command }) => compare(command) !== 'another click')
}

/**
 * Keeps an objection: its text in `contents`, who sent it in `persons`, the receipt line in the notice.
 * `same` is false when this click has sent another objection before: that one counts, and nothing of this one is kept.
 * @throws Refused before anything is kept, when the notice takes no objection like this
 */
export async function receiveObjection(
  { ledger, contents, persons }: ReceivingDeps,
  found: PublishedNotice,
  { about, channel, on, text, objector }: Given,
  { by, click: sent, received }: Asking,
): Promise<{ objection: string; code: string; about: string; at: string; same: boolean }> {
  const { published, n, read, notice } = found
  const stream = streamOf(found)
  const { objection, code, click } = receiptFor(published.batch, n, sent)
  // The day on which a page's objection came is nothing that its sender says.
  const said = { by, about, channel, text, objector, ...(channel !== 'page' && { on }) }
  const command = boundCommand(sent, said, click)
  const line = { objection, about, channel, on, anonymous: !objector, code: codeDigest(objection, code) }
  const asked = { by, received }
  const [content, alike] = [digestOf(text), alikeOf(text.summary)]
  const compare = clickOf(command)
  const before = read.commits.map((commit) => compare(commit.command)).find((one) => one !== 'another click')
  const come = notice.objections[objection]
  if (before) {
    const same = come?.content === content && come.about === about && come.channel === channel
    if (before === 'something else' || !same)
      return { objection, code, about: come?.about ?? '', at: come?.at ?? received, same: false }
  } else {
    receive({ ...line, content, alike }, asked)(notice)
    await contents.put(text)
  }
  const how = { once: `${stream} ${click}`, stream, at: received }
  const kept = objector && (await persons.remember('objector', objector, how))
  const decide = receive({ ...line, content, alike, ...(kept && { objector: kept }) }, asked)
  const { state } = await execute(ledger, noticeKind, { stream, command, by, decide, first: read })
  return { objection, code, about, at: state.objections[objection]?.at ?? received, same: true }
}
