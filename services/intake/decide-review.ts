import { addDays, dateOf, firstLateInstant } from '#calendar/deadline.ts'
import { decideReview as decide } from '#case/review.ts'
import type { CasePage } from '#contracts/case-page.ts'
import type { intakeEndpoints } from '#contracts/intake.ts'
import type { Call } from '#edge/use-case.ts'
import type { Ledger } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import { decideCase } from './decide-case.ts'
import { askedBy, type CaseCall, type IntakeDeps } from './intake-deps.ts'
import { applicationLateFrom, readTerms } from './read-frame.ts'

/** The office decides the preliminary review; a return carries its own date. */
export const decideReview =
  (deps: IntakeDeps) =>
  async (call: Call<typeof intakeEndpoints.decideReview>): Promise<CasePage> => {
    const { outcome, reason, checklist, reopens, lastDay } = call.body
    const lateFrom = await returnEnds(deps.ledger, call, { outcome, lastDay })
    const review = {
      outcome,
      reason,
      ...(checklist && { checklist }),
      ...(reopens && { reopens }),
      ...(lateFrom && { lateFrom }),
    }
    return decideCase(deps, call, decide(review, askedBy(call)))
  }

/**
 * The first late instant of a return: the day chosen, else the later of the call's date and `returnDays` after
 * receipt; none for another outcome.
 */
export async function returnEnds(
  ledger: Ledger,
  { params, received }: CaseCall,
  { outcome, lastDay }: { readonly outcome: string; readonly lastDay?: string | undefined },
): Promise<string | undefined> {
  if (outcome !== 'returned') return undefined
  const terms = await readTerms(ledger, params.batch)
  const today = dateOf(received)
  if (lastDay !== undefined && lastDay < today)
    throw new Refused('incomplete', '补正截止日期已经过去。', { lastDay: `补正截止日期不能早于今天（${today}）` })
  if (lastDay !== undefined) return firstLateInstant(lastDay)
  const ends = [firstLateInstant(addDays(today, terms.returnDays)), applicationLateFrom(terms)]
  return ends.toSorted().at(-1)
}
