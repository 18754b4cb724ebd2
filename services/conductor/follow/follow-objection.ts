import { caseKind, caseStream } from '#case/case.ts'
import { execute, type Ledger, readStream } from '#ledger/ledger.ts'
import { stepOf } from '#procedure/procedure.ts'
import { noticeKind, settleObjection } from '#steps/notice/notice.ts'
import type { ObjectionResult } from '#steps/notice/notice-events.ts'
import type { NoticeOutcomes } from '#steps/notice/notice-lines.ts'
import { type Objection, objectionKind } from '#steps/notice/objection.ts'

/** What a decided objection is to its notice; one that is not decided yet is nothing. */
const RESULTS: Readonly<Partial<Record<Objection['status'], ObjectionResult>>> = {
  declined: 'notAdmitted',
  upheld: 'upheld',
  reassess: 'reassess',
  notUpheld: 'notUpheld',
}

/** News of an objection: once it is settled, its line in the notice is too; what that means for the case the notice decides. */
export const followObjection =
  ({ ledger }: { ledger: Ledger }) =>
  async (stream: string): Promise<void> => {
    const { state, commits } = await readStream(ledger, objectionKind, stream)
    const { notice, about } = state
    const result = RESULTS[state.status]
    const settled = commits
      .flatMap(({ events }) => events)
      .find((event) => event.type === 'declined' || event.type === 'found')
    if (!notice || !about || !result || !settled) return
    const outcomes = await outcomesAt(ledger, notice, about)
    const objection = stream.slice(stream.indexOf('/') + 1)
    const by = { by: settled.by, received: settled.at }
    await execute(ledger, noticeKind, {
      stream: notice,
      command: `settle ${objection}`,
      by: settled.by,
      decide: settleObjection({ objection, result }, outcomes, by),
    })
  }

/** What the step of a notice gives to a case that it names, in the case's own procedure. */
async function outcomesAt(ledger: Ledger, notice: string, about: string): Promise<NoticeOutcomes> {
  const { published } = (await readStream(ledger, noticeKind, notice)).state
  if (!published) throw new Error(`${notice} was never published, but an objection names it`)
  const stream = caseStream(published.batch, about)
  const { procedure } = (await readStream(ledger, caseKind, stream)).state
  const step = stepOf(procedure, published.step, 'notice')
  if (!step) throw new Error(`${notice} belongs to the step ${published.step}, which is no notice for ${stream}`)
  return step
}
