/**
 * The indicators of a standard that a call names as gates. A line counts only as a whole: what is left over of it may name
 * another one, or except this one, and what it is read as is frozen.
 */
import type { Gate } from '#batch/scoring/scoring.ts'
import type { Catalogue } from '#catalogue/catalogue.ts'
import type { Placed } from '#catalogue/walk-catalogue.ts'
import { gatesAmong, indicatorsOf, placeOf } from '#dossier/indicators.ts'
import { Refused } from '#ledger/refused.ts'

/**
 * In the standard's order, each once.
 * @param named one in each: as the standard numbers it, 一（一）第2项 or 第2项, by its title, or by both
 * @throws Refused for what names none, or may mean several
 */
export function gatesOf(standard: Catalogue, named: readonly string[]): Gate[] {
  const indicators = indicatorsOf(standard)
  const byName = Map.groupBy(
    indicators.flatMap((one) => namesOf(one).map((name) => ({ name, id: one.item.id }))),
    ({ name }) => name,
  )
  const found = named.map((line) => ({ line, ids: new Set(byName.get(plain(line))?.map(({ id }) => id)) }))
  const wrong = found.flatMap(({ line, ids }) => {
    if (ids.size === 1) return []
    return [ids.size === 0 ? `没有“${line}”` : `“${line}”不止一项，请写明是哪一部分的`]
  })
  const [first] = indicators
  if (wrong.length > 0)
    throw new Refused('incomplete', `先决指标有${wrong.length}项不能确定。`, {
      'scoring.gates': `《${standard.title}》中${wrong.join('；')}。请每行只写一项，照标准的编号${first ? `，如${placeOf(first)}` : ''}`,
    })
  return gatesAmong(standard, new Set(found.flatMap(({ ids }) => [...ids])))
}

const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '')

/** Its place and its number within that, its title, and each of both with the title behind it. */
function namesOf(one: Placed): readonly string[] {
  const { item } = one
  const numbers = item.number === undefined ? [] : [`第${item.number}项`]
  const places = [...new Set([placeOf(one), ...numbers])].map(plain)
  const title = plain(item.title)
  return [title, ...places, ...places.map((place) => place + title)]
}
