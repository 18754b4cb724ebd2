/** How far what was given to somebody is. */

/** As much of an indicator as lists tell. `number`: which version it has; 0 where nothing was written. */
export type Written = {
  readonly number: number
  readonly result?: 'reached' | 'notReached' | 'notApplicable' | undefined
  readonly missing?: string | undefined
}
/** `done` 已写完 · `begun` 写了一部分 · `empty` 没有写 · `notApplicable` 不适用 */
export type HowFar = 'done' | 'begun' | 'empty' | 'notApplicable'

export const howFar = ({ number, result, missing }: Written): HowFar => {
  if (number === 0) return 'empty'
  if (missing !== undefined || !result) return 'begun'
  return result === 'notApplicable' ? 'notApplicable' : 'done'
}
export const isLeft = (one: Written): boolean => ['begun', 'empty'].includes(howFar(one))

export type SpreadProgress = Readonly<Record<HowFar, number>> & { readonly items: number; readonly left: number }
export function spreadProgress(items: readonly Written[]): SpreadProgress {
  const all = items.map(howFar)
  const count = (of: HowFar) => all.filter((one) => one === of).length
  const [done, begun, empty, notApplicable] = [count('done'), count('begun'), count('empty'), count('notApplicable')]
  return { items: all.length, done, begun, empty, notApplicable, left: begun + empty }
}
