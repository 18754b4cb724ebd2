/** What a reason leaves to be filled in: apart from whether it says anything, since it knows every organ. */
import { headsNothing } from './headings.ts'
import { blankInReason, whyLeft, withoutQuoted } from './unfilled.ts'

/** What is to be told of the blank where somebody says why. */
export function unfilledInReason(typed: string): string | undefined {
  const blank = blankInReason(typed)
  if (blank !== undefined) return whyLeft(blank)
  const heading = headsNothing(withoutQuoted(typed))
  return heading && `中的“${heading}”下面没有内容；请填写，或者删去这一行`
}
