import { batchKind, batchStream } from '#batch/batch.ts'
import type { noticeEndpoints } from '#contracts/notice.ts'
import type { Organs } from '#county/organs.ts'
import type { UseCase } from '#edge/use-case.ts'
import { type Ledger, readStream } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import { seesPrepared } from '#steps/batch-todo.ts'
import { batchHtml } from './batch-html.ts'

/** A call that is prepared as its public page would be, made by what makes it when it is opened; keeps nothing. */
export const previewCall =
  ({
    ledger,
    organs,
  }: {
    readonly ledger: Ledger
    readonly organs: Organs
  }): UseCase<typeof noticeEndpoints.previewCall> =>
  async ({ params: { batch }, caller }) => {
    const {
      call,
      terms = call?.prepared.terms,
      ...state
    } = (await readStream(ledger, batchKind, batchStream(batch))).state
    if (!terms || !seesPrepared(caller))
      throw new Refused('unknown', `没有批次“${batch}”的创建通知；请从批次列表重新进入。`)
    return { html: batchHtml({ ...state, batch, terms, organs }) }
  }
