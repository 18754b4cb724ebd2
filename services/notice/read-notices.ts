import { type Notice, type NoticeEvent, noticeKind, noticeStream, type Published } from '#acts/notice.ts'
import { batchKind, batchStream, type CallTerms } from '#batch/batch.ts'
import { type Commit, type Ledger, readStream } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'

export type PublishedNotice = {
  readonly n: number
  readonly commits: readonly Commit<NoticeEvent>[]
  readonly notice: Notice
  readonly published: Published
}

/** @throws Refused when no call of that batch was opened */
export async function termsOf(ledger: Ledger, batch: string): Promise<CallTerms> {
  const { terms } = (await readStream(ledger, batchKind, batchStream(batch))).state
  if (!terms) throw new Refused('unknown', `没有编号为“${batch}”的批次；请从批次列表重新进入。`)
  return terms
}

/** All notices of a batch, in order, from the ledger itself: they are numbered without gaps. */
export async function noticesOf(ledger: Ledger, batch: string): Promise<readonly PublishedNotice[]> {
  const found: PublishedNotice[] = []
  for (let n = 1; ; n++) {
    const { state, commits } = await readStream(ledger, noticeKind, noticeStream(batch, n))
    if (!state.published) return found
    found.push({ n, commits, notice: state, published: state.published })
  }
}

/** @throws Refused when there is no such notice */
export async function noticeOf(ledger: Ledger, batch: string, n: string): Promise<PublishedNotice> {
  const number = /^[1-9]\d{0,3}$/.test(n) ? Number(n) : 0
  const { state, commits } = await readStream(ledger, noticeKind, noticeStream(batch, number))
  if (!state.published) throw new Refused('unknown', '没有这一期公示；请核对地址，或从公示列表重新进入。')
  return { n: number, commits, notice: state, published: state.published }
}
