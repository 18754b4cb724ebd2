import type { CallTerms } from '#batch/batch.ts'
import { addDays, dateOf, firstLateInstant } from '#calendar/deadline.ts'
import { decideReview as decide } from '#case/review.ts'
import type { CasePage } from '#contracts/case-page.ts'
import type { intakeEndpoints } from '#contracts/intake.ts'
import type { Call } from '#edge/use-case.ts'
import { Refused } from '#ledger/refused.ts'
import { decideCase } from './decide-case.ts'
import { askedBy, type IntakeDeps } from './intake-deps.ts'
import { applicationLateFrom, readTerms } from './read-frame.ts'

/** The office decides the preliminary review; a return carries its own date. */
export const decideReview =
  (deps: IntakeDeps) =>
  async (call: Call<typeof intakeEndpoints.decideReview>): Promise<CasePage> => {
    const { outcome, reason, checklist, reopens, lastDay } = call.body
    const lateFrom =
      outcome === 'returned'
        ? returnEnds(await readTerms(deps.ledger, call.params.batch), call.received, lastDay)
        : undefined
    const review = {
      outcome,
      reason,
      ...(checklist && { checklist }),
      ...(reopens && { reopens }),
      ...(lateFrom && { lateFrom }),
    }
    return decideCase(deps, call, decide(review, askedBy(call)))
  }

/** The first late instant of a return: the day chosen, else the later of the call's date and `returnDays` after receipt. */
function returnEnds(terms: CallTerms, received: string, lastDay: string | undefined): string {
  const today = dateOf(received)
  if (lastDay !== undefined && lastDay < today)
    throw new Refused('incomplete', '补正截止日期已经过去。', { lastDay: `补正截止日期不能早于今天(${today})` })
  if (lastDay !== undefined) return firstLateInstant(lastDay)
  const ends = [firstLateInstant(addDays(today, terms.returnDays)), applicationLateFrom(terms)]
  return ends.toSorted().at(-1) ?? ''
}
