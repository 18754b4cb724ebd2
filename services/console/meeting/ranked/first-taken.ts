/** What becomes of a draft when the first of its ranked list are taken. */
import type { ResolutionPage } from '#contracts/meeting.ts'
import { tidyText } from '#typed/line.ts'
import { casesBefore, type Draft, linesOf } from '../resolution-draft.ts'

/** The one outcome that does not go by rank; undefined where there are several, of which a person has to choose. */
export function otherOutcome({ outcomes, limited }: ResolutionPage): ResolutionPage['outcomes'][number] | undefined {
  const others = outcomes.filter(({ value }) => value !== limited)
  return others.length === 1 ? others[0] : undefined
}

/** How many can be taken: as many places as the quota leaves, where there is one. */
export const mostTaken = (page: ResolutionPage): number | undefined =>
  page.quota === undefined ? undefined : Math.max(0, Math.min(page.quota - page.taken, casesBefore(page).length))

/** Why all others are not: true of each by what was chosen, and somebody may say more. */
const saidBehind = (count: number): string => `名次在前${count}名以外。`
const isSaidBehind = (text: string): boolean => /^名次在前\d+名以外。$/.test(text)

/**
 * Whoever shares the last place is taken too; if the quota does not reach, that is said where it is counted.
 * @param count up to which rank
 */
export function firstTaken(
  page: ResolutionPage,
  draft: Draft,
  { count, other }: { readonly count: number; readonly other: string },
): Partial<Draft> {
  const lines = linesOf(page, draft)
  const isTaken = (rank: number | undefined) => rank !== undefined && rank <= count
  const before = tidyText(draft.reasons?.[other] ?? '')
  const says = lines.some(({ rank }) => !isTaken(rank)) && (before === '' || isSaidBehind(before))
  return {
    outcome: page.limited,
    own: {
      ...draft.own,
      ...Object.fromEntries(
        lines.map(({ unit, rank }) => [unit, { ...draft.own[unit], outcome: isTaken(rank) ? page.limited : other }]),
      ),
    },
    ...(says && { reasons: { ...draft.reasons, [other]: saidBehind(count) } }),
  }
}
