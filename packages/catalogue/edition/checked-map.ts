import type { Catalogue } from '../catalogue.ts'
import { type Change, compareEditions } from './compare-editions.ts'
import { correctMap, WrongCorrection } from './correct-map.ts'

/**
 * A whole old→new map as a person has checked it, in the editions' order: every old and every new item in exactly one line.
 * @throws WrongCorrection naming what is wrong or left out
 */
export function checkedMap(map: readonly Change[], before: Catalogue, after: Catalogue): Change[] {
  const whole = correctMap(compareEditions(before, after), map)
  const untold = whole.filter((line) => !map.includes(line)).flatMap(({ old, new: to }) => [...old, ...to])
  if (untold.length === 0) return whole
  const some = untold.slice(0, 5).join('、')
  throw new WrongCorrection(
    `新旧对照表没有列出${untold.length > 5 ? `${some}等${untold.length}处` : some}；请补上，每个条目恰好出现在一行中。`,
  )
}
