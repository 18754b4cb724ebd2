import type { SinceReturn } from '#contracts/case-page.ts'

/** What of a return nobody has changed, in words. */
export const asReturned = (answers: SinceReturn['answers']): readonly string[] =>
  answers.flatMap(({ label, changed, asBefore }) =>
    asBefore ? [`${label}退回的${asBefore}项指标`] : changed ? [] : [label],
  )
