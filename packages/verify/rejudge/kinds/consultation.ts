/** What organs were asked about units, and replied: whether it could be entered so then. */
import { batchStream } from '#batch/batch.ts'
import { dateOf } from '#calendar/deadline.ts'
import { caseStream, hasEnded } from '#case/case.ts'
import {
  chaseOrgan,
  consultationKind,
  correctReply,
  enterReply,
  sendConsultation,
  withdrawConsultation,
  withdrawReply,
} from '#consultation/consultation.ts'
import { Refused } from '#ledger/refused.ts'
import { mustRun } from '../calls.ts'
import { LAG_MS } from '../elsewhere.ts'
import { judging } from '../judging.ts'
import { byRight } from '../rights.ts'

export const judgeConsultation = judging(
  consultationKind,
  function* candidates({ ids, events, elsewhere, commit, state }) {
    const [event] = events
    const [batch = ''] = ids
    const { at: received, by } = event
    const asked = { by, received }
    const who = { by: commit.by, received }
    mustRun(elsewhere, batch, received)
    const seenOf = ({ n, organ }: { readonly n: number; readonly organ: string }) =>
      state.letters[n - 1]?.replies.filter((one) => one.organ === organ).length ?? 0
    if (event.type === 'chased') yield byRight(elsewhere, 'chase-consultation', who, chaseOrgan(event, asked))
    else if (event.type === 'replied') {
      const { reason } = event
      yield reason === undefined
        ? byRight(elsewhere, 'enter-reply', who, enterReply(event, asked))
        : byRight(elsewhere, 'correct-reply', who, correctReply({ ...event, reason }, seenOf(event), asked))
    } else if (event.type === 'replyWithdrawn')
      yield byRight(elsewhere, 'withdraw-reply', who, withdrawReply(event, seenOf(event), asked))
    else if (event.type === 'letterWithdrawn')
      yield byRight(elsewhere, 'withdraw-consultation', who, withdrawConsultation(event, asked))
    else {
      // By the rows of the cases, which may lag.
      const isIn = (unit: string) =>
        elsewhere.cases
          .at(caseStream(batch, unit), received, LAG_MS)
          .some((state) => state.visit > 0 && !hasEnded(state))
      const strange = event.units.find((unit) => !isIn(unit))
      if (strange !== undefined) throw new Refused('elsewhere', `${strange}当时没有在办的申报件`)
      for (const { openedAt } of elsewhere.batches.at(batchStream(batch), received))
        if (openedAt) {
          const given = { since: dateOf(openedAt), seen: state.letters.length }
          yield byRight(elsewhere, 'send-consultation', who, sendConsultation(event, given, asked))
        }
    }
  },
)
