/** The day that somebody chose for a return, until which the unit may mend its form. */
import { addDays, dateOf, firstLateInstant } from '#calendar/deadline.ts'
import { saidDay, saidEnd } from '#calendar/said.ts'
import type { ReturnTerms } from '#case/until-when.ts'
import { Refused } from '#ledger/refused.ts'
import type { Judgement } from '#procedure/kinds.ts'

/** How many days a unit may have to mend its form at most: a mistyped year would keep the case open for good. */
const LONGEST = 365

/**
 * The first late instant of the day that was chosen for a return; none where nobody chose one, which is then computed
 * when it is decided. @throws Refused for a day that has passed, cuts what is published, or is a mistyped year
 */
export function chosenEnd(
  { outcomes }: Pick<Judgement, 'outcomes'>,
  { outcome, lastDay }: { readonly outcome: string; readonly lastDay?: string | undefined },
  { dates }: Pick<ReturnTerms, 'dates'>,
  received: string,
): string | undefined {
  const back = Object.hasOwn(outcomes, outcome) ? outcomes[outcome]?.back : undefined
  if (!back || lastDay === undefined) return undefined
  const today = dateOf(received)
  if (lastDay < today)
    throw new Refused('incomplete', '补正截止日期已经过去。', {
      lastDay: `补正截止日期不能早于今天（${saidDay(today)}）`,
    })
  const lateFrom = firstLateInstant(lastDay)
  const published = dates[back]
  if (published && lateFrom < published)
    throw new Refused('incomplete', '补正截止日期早于通知规定的日期。', {
      lastDay: `补正截止日期不能早于通知规定的日期（${saidEnd(published)}），在此之前单位本来就可以提交`,
    })
  const longest = addDays(today, LONGEST)
  if (lastDay > longest)
    throw new Refused('incomplete', '补正截止日期太晚。', {
      lastDay: `补正截止日期不能晚于一年以后（${saidDay(longest)}）`,
    })
  return lateFrom
}
