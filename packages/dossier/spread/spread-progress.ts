/** How far what was given to somebody is. */

/** As much of an indicator as lists tell. `number`: which version it has; 0 where nothing was written. */
export type Written = {
  readonly number: number
  readonly result?: 'reached' | 'notReached' | 'notApplicable' | undefined
  readonly missing?: string | undefined
  /** A return names it, and nobody has written it since. */
  readonly toMend?: true | undefined
}
/** `done` 已写完 · `begun` 写了一部分 · `empty` 没有写 · `notApplicable` 不适用 · `toMend` 退回待改 */
export type HowFar = 'done' | 'begun' | 'empty' | 'notApplicable' | 'toMend'

export const howFar = ({ number, result, missing, toMend }: Written): HowFar => {
  if (toMend) return 'toMend'
  if (number === 0) return 'empty'
  if (missing !== undefined || !result) return 'begun'
  return result === 'notApplicable' ? 'notApplicable' : 'done'
}
export const isLeft = (one: Written): boolean => ['begun', 'empty', 'toMend'].includes(howFar(one))

export type SpreadProgress = Readonly<Record<HowFar, number>> & { readonly items: number; readonly left: number }
export function spreadProgress(items: readonly Written[]): SpreadProgress {
  const all = items.map(howFar)
  const count = (of: HowFar) => all.filter((one) => one === of).length
  const [done, begun, empty, toMend] = [count('done'), count('begun'), count('empty'), count('toMend')]
  const notApplicable = count('notApplicable')
  return { items: all.length, done, begun, empty, notApplicable, toMend, left: begun + empty + toMend }
}
