/** What all methods together say of each indicator: reached where none says otherwise (product.md, Scoring). */
import type { FoundBy } from './finding.ts'
import type { Indicator, Measured, Missing } from './measured.ts'
import type { Branch } from './weigh.ts'

export const leavesOf = ({ id, children }: Branch): readonly string[] => children?.flatMap(leavesOf) ?? [id]

export function indicatorsFound({
  standard,
  found,
  notApplicable: { said, agreedBy },
}: Measured): readonly Indicator[] {
  const byItem = Map.groupBy(found, ({ item }) => item)
  return leavesOf(standard).map((item) => {
    const findings = byItem.get(item) ?? []
    const agreeing = findings.filter(({ method }) => agreedBy.has(method))
    const isAgreed = agreeing.length > 0 && agreeing.every(({ finding }) => finding === 'notApplicable')
    if (said.has(item) && isAgreed) return { item, verdict: 'notApplicable', findings }
    // One who calls it not applicable while others do not, or whom the unit does not ask for it, says nothing of it.
    const says = findings.filter(({ finding }) => finding !== 'notApplicable')
    const verdict = says.length === 0 ? 'unfound' : says.every(isReached) ? 'reached' : 'notReached'
    return { item, verdict, findings }
  })
}

const isReached = ({ finding }: FoundBy): boolean => finding === 'reached'

/** What methods that have to find an indicator have not found. */
export function itemsMissing({ asked, found }: Measured, notApplicable: ReadonlySet<string>): readonly Missing[] {
  const known = new Set(found.map(({ method, item }) => `${method} ${item}`))
  return [...asked].flatMap(([method, items]): Missing[] => {
    const left = [...items].filter((item) => !known.has(`${method} ${item}`) && !notApplicable.has(item))
    return left.length > 0 ? [{ method, items: left }] : []
  })
}
