import { noticeKind, settleObjection } from '#acts/notice.ts'
import { objectionKind } from '#acts/objection.ts'
import { execute, type Ledger, readStream } from '#ledger/ledger.ts'
import { closeNoticeWhenDue } from './arrive.ts'

const RESULTS = { declined: 'notAdmitted', upheld: 'upheld', notUpheld: 'notUpheld' } as const

/** News of an objection: once it is settled, its line in the notice is too, and the notice may then close. */
export const followObjection =
  ({ ledger, now }: { ledger: Ledger; now: () => Date }) =>
  async (stream: string): Promise<void> => {
    const { state, commits } = await readStream(ledger, objectionKind, stream)
    const { status, notice } = state
    if (!notice || (status !== 'declined' && status !== 'upheld' && status !== 'notUpheld')) return
    const settled = commits.flatMap(({ events }) => events).find(({ type }) => type === 'declined' || type === 'found')
    if (!settled || !('by' in settled)) return
    const id = stream.slice(stream.indexOf('/') + 1)
    await execute(ledger, noticeKind, {
      stream: notice,
      command: `settle ${id}`,
      by: settled.by,
      decide: settleObjection(id, RESULTS[status], settled.at),
    })
    await closeNoticeWhenDue(ledger, notice, now().toISOString())
  }
