/** The indicators of a standard that a call names as gates. */
import type { Gate } from '#batch/scoring/scoring.ts'
import type { Catalogue } from '#catalogue/catalogue.ts'
import { gatesAmong, indicatorsOf } from '#dossier/indicators.ts'
import { sortFile } from '#dossier/sort-files.ts'
import { Refused } from '#ledger/refused.ts'

/**
 * In the standard's order, each once.
 * @param named as the standard numbers them, 一（一）第7项, or by their titles
 * @throws Refused for what names none, or may mean several
 */
export function gatesOf(standard: Catalogue, named: readonly string[]): Gate[] {
  const numbered = indicatorsOf(standard).map(({ item: { id, title, number }, part, group }) => ({
    id,
    title,
    number,
    part,
    group,
  }))
  const found = named.map((line) => ({ line, sorted: sortFile(line, numbered) }))
  const unknown = found.filter(({ sorted }) => 'why' in sorted)
  if (unknown.length > 0) {
    const lines = unknown.map(({ line }) => `“${line}”`).join('、')
    throw new Refused('incomplete', `先决指标有${unknown.length}项不能确定。`, {
      'scoring.gates': `《${standard.title}》中没有${lines}，或者不止一项；请按标准的编号逐行填写，如一（一）第7项`,
    })
  }
  const chosen = new Set(found.flatMap(({ sorted }) => ('item' in sorted ? [sorted.item] : [])))
  return gatesAmong(standard, chosen)
}
