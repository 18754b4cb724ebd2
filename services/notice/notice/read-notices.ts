import { batchKind, batchStream } from '#batch/batch.ts'
import type { Cancelled } from '#batch/change-events.ts'
import { type Ledger, type Read, readStream } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import { type NoticeContent, noticeKind, noticeStream } from '#steps/notice/notice.ts'
import type { Notice, NoticeEvent, Published } from '#steps/notice/notice-events.ts'

/** A notice in whatever state; `shown`: what it says now, be it published, prepared or sent back. */
export type FoundNotice = {
  readonly n: number
  /** Its stream as it was read. */
  readonly read: Read<NoticeEvent, Notice>
  readonly notice: Notice
  readonly shown: NoticeContent & { readonly at: string; readonly by: string }
  readonly published?: Published
}
export type PublishedNotice = FoundNotice & { readonly published: Published }

/** How and when the batch was cancelled; undefined while it runs. */
export const cancelledAt = async (ledger: Ledger, batch: string): Promise<Cancelled | undefined> =>
  (await readStream(ledger, batchKind, batchStream(batch))).state.cancelled

const isPublished = (found: FoundNotice): found is PublishedNotice => found.published !== undefined

/** What was read of a notice's stream; undefined when nobody has prepared one there. */
export function foundNotice(n: number, read: Read<NoticeEvent, Notice>): FoundNotice | undefined {
  const { published, prepared, returned } = read.state
  const shown = published ?? prepared ?? returned?.notice
  return shown && { n, read, notice: read.state, shown, ...(published && { published }) }
}

type Numbered = {
  readonly all: readonly FoundNotice[]
  /** The stream of the next one, which nobody has written. */
  readonly next: Read<NoticeEvent, Notice>
}

/**
 * All notices of a batch, whatever their step and state, in order: they are numbered without gaps.
 * @param have one of them that was read a moment ago
 */
export async function numberedNotices(ledger: Ledger, batch: string, have?: FoundNotice): Promise<Numbered> {
  const all: FoundNotice[] = []
  for (let n = 1; ; n++) {
    const read = have?.n === n ? have.read : await readStream(ledger, noticeKind, noticeStream(batch, n))
    const found = foundNotice(n, read)
    if (!found) return { all, next: read }
    all.push(found)
  }
}
export const noticesOf = async (ledger: Ledger, batch: string, have?: FoundNotice): Promise<readonly FoundNotice[]> =>
  (await numberedNotices(ledger, batch, have)).all

/** Those that the public may see. */
export const publishedNotices = async (ledger: Ledger, batch: string): Promise<readonly PublishedNotice[]> =>
  (await noticesOf(ledger, batch)).filter(isPublished)

export const noSuchNotice = () => new Refused('unknown', '没有这一期公示；请核对地址，或从公示列表重新进入。')

/** A notice as its office sees it, prepared ones too. @throws Refused when there is no such notice */
export async function noticeOf(ledger: Ledger, batch: string, n: string): Promise<FoundNotice> {
  const number = /^[1-9]\d{0,3}$/.test(n) ? Number(n) : 0
  const found = foundNotice(number, await readStream(ledger, noticeKind, noticeStream(batch, number)))
  if (!found) throw noSuchNotice()
  return found
}

/** @throws Refused when there is no such notice, or none that the public may see */
export async function publishedNotice(ledger: Ledger, batch: string, n: string): Promise<PublishedNotice> {
  const found = await noticeOf(ledger, batch, n)
  if (!isPublished(found)) throw noSuchNotice()
  return found
}

export const streamOf = ({ shown, n }: FoundNotice): string => noticeStream(shown.batch, n)
