import { branchesOf } from '../branches-of.ts'
import { type Catalogue, wordOf } from '../catalogue.ts'
import { sayDay } from '../words/say-facts.ts'
import type { Remark } from './remark.ts'

/** Oddities of the document itself: to be known, not to be mended. */
export const findingsOf = (catalogue: Catalogue): Remark[] => [
  ...dueBeforeThePlan(catalogue),
  ...withoutOrgan(catalogue),
]

/** A plan cannot ask for what was due before it: the item is never "late" by such a date. */
function dueBeforeThePlan(catalogue: Catalogue): Remark[] {
  const { date } = catalogue.document
  if (!date) return []
  const issued = wordOf(date)
  const early = (on: string, path: readonly PropertyKey[]): Remark[] =>
    on < issued ? [{ path, sentence: `期限${sayDay(on)}早于文件日期${sayDay(issued)}；照录，不据此计逾期。` }] : []
  const own = branchesOf(catalogue).flatMap(({ item, path }) =>
    (item?.deadlines ?? []).flatMap((deadline, index) =>
      'on' in deadline ? early(deadline.on, [...path, 'deadlines', index, 'on']) : [],
    ),
  )
  return catalogue.due === undefined ? own : [...early(catalogue.due, ['due']), ...own]
}

/** Where all others name who is to do it, an item that names nobody stands out. */
function withoutOrgan(catalogue: Catalogue): Remark[] {
  const items = branchesOf(catalogue).filter(({ item }) => item)
  const idle = items.filter(({ item }) => !item?.lead && !item?.responsible)
  if (idle.length * 10 > items.length) return []
  return idle.map(({ path }) => ({ path: [...path, 'responsible'], sentence: '没有写明责任单位；分派时请指定。' }))
}
