/** What no schema sees: rules between the parts of a catalogue. */

import { type Branch, branchesOf } from '../branches-of.ts'
import type { Catalogue } from '../catalogue.ts'
import { missingNumbers } from './missing-numbers.ts'
import type { Remark } from './remark.ts'

export const mistakesOf = (catalogue: Catalogue): Remark[] => [
  ...doubledIds(catalogue),
  ...missingNumbers(catalogue),
  ...unknownOrgans(catalogue),
  ...weightsThatDoNotAddUp(catalogue),
  ...missingFacts(catalogue),
]

function doubledIds(catalogue: Catalogue): Remark[] {
  const ids = [
    ...branchesOf(catalogue).map(({ id, path }) => ({ id, path })),
    ...catalogue.organs.map(({ id }, index) => ({ id: `organ ${id}`, path: ['organs', index] })),
  ]
  const seen = new Set<string>()
  return ids.flatMap(({ id, path }) => {
    const doubled = seen.has(id)
    seen.add(id)
    return doubled ? [{ path: [...path, 'id'], sentence: `标识${id.split(' ').at(-1)}已经用过；请换一个。` }] : []
  })
}

function unknownOrgans(catalogue: Catalogue): Remark[] {
  const known = new Set(catalogue.organs.map(({ id }) => id))
  const wrong = (ids: readonly string[] | undefined, path: readonly PropertyKey[]): Remark[] =>
    (ids ?? []).flatMap((id, index) =>
      known.has(id) ? [] : [{ path: [...path, index], sentence: `名单中没有机关${id}；请先列入机关名单，或改正。` }],
    )
  return branchesOf(catalogue).flatMap(({ item, path }) => {
    if (!item) return []
    const named = (['lead', 'responsible', 'assisting', 'reviewing', 'suppliedBy'] as const).flatMap((field) =>
      wrong(item[field], [...path, field]),
    )
    const bound = (['thresholds', 'deadlines', 'recurrences'] as const).flatMap((field) =>
      (item[field] ?? []).flatMap(({ organs }, index) => wrong(organs, [...path, field, index, 'organs'])),
    )
    return [...named, ...bound]
  })
}

/** A weight stated above is the sum of the weights below; once one child has a weight, all have. */
function weightsThatDoNotAddUp(catalogue: Catalogue): Remark[] {
  const whole: Branch = {
    id: catalogue.id,
    path: [],
    weight: catalogue.weight,
    children: branchesOf(catalogue).filter(({ path }) => path.length === 2),
  }
  return [whole, ...branchesOf(catalogue)].flatMap(({ path, weight, children }) => {
    const without = children.filter((child) => child.weight === undefined)
    if (without.length === children.length) return []
    const lacking = without.map((child) => ({
      path: [...child.path, 'weight'],
      sentence: '同级的都有权重，此处没有；请补上。',
    }))
    // In hundredths: 0.1 + 0.2 is no mistake of the pack.
    const sum = children.reduce((total, child) => total + Math.round((child.weight ?? 0) * 100), 0)
    if (lacking.length > 0 || weight === undefined || sum === Math.round(weight * 100)) return lacking
    return [{ path: [...path, 'weight'], sentence: `下级权重合计${sum / 100}，此处为${weight}；请改到相等。` }]
  })
}

/** What a kind promises has to be there. */
function missingFacts(catalogue: Catalogue): Remark[] {
  return branchesOf(catalogue).flatMap(({ item, path }) => {
    if (!item) return []
    const remarks: Remark[] = []
    const lacks = (field: string, sentence: string) => remarks.push({ path: [...path, field], sentence })
    if (item.kind === 'frequency' && !item.recurrences) lacks('recurrences', '类别为频次而没有周期；请补上，或改类别。')
    if (item.kind === 'ratio' && !item.thresholds) lacks('thresholds', '类别为比率而没有量化要求；请补上，或改类别。')
    if (item.kind === 'calendarDeadline' && !item.deadlines && !item.recurrences)
      lacks('deadlines', '类别为时限而没有时限或周期；请补上，或改类别。')
    if (item.kind === 'externalResult' && !item.suppliedBy)
      lacks('suppliedBy', '类别为外部结果而没有写明由谁提供；请补上，或改类别。')
    for (const [index, { atLeast, atMost }] of (item.thresholds ?? []).entries())
      if (atLeast === undefined && atMost === undefined)
        remarks.push({ path: [...path, 'thresholds', index], sentence: '既没有下限也没有上限；请至少写一个。' })
    return remarks
  })
}
