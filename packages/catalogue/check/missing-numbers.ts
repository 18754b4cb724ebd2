import { branchesOf } from '../branches-of.ts'
import type { Catalogue } from '../catalogue.ts'
import { ordinalOf } from './ordinal-of.ts'
import type { Remark } from './remark.ts'

/** Numbers run 1, 2, 3 … within what the catalogue says they run in; what the document itself leaves out is declared. */
export function missingNumbers(catalogue: Catalogue): Remark[] {
  return [...itemRuns(catalogue), ...groupRun(catalogue), ...partRun(catalogue)]
}

function itemRuns(catalogue: Catalogue): Remark[] {
  const { gaps = [], numbering, parts } = catalogue
  const used = new Set<number>()
  const runs = new Map<string, { id: string; number: number; path: readonly PropertyKey[] }[]>()
  for (const { item, path } of branchesOf(catalogue)) {
    if (item?.number === undefined) continue
    const part = parts[Number(path[1])]
    const group = path[2] === 'groups' ? part?.groups?.[Number(path[3])] : part
    const run = { throughout: '', part: part?.id ?? '', group: group?.id ?? '' }[numbering]
    runs.set(run, [...(runs.get(run) ?? []), { id: item.id, number: item.number, path }])
  }
  const remarks = [...runs].flatMap(([run, numbered]) => {
    let expected = 1
    return numbered.flatMap(({ number, path }) => {
      for (;;) {
        const gap = gaps.findIndex((one) => one.number === expected && (one.in ?? '') === run)
        if (gap < 0 || number === expected) break
        used.add(gap)
        expected++
      }
      const at = [...path, 'number']
      const before = expected
      expected = number + 1
      if (number === before) return []
      if (number < before) return [{ path: at, sentence: `编号${number}重复或倒序，此处应为${before}；请核对原文。` }]
      const missing = number === before + 1 ? `${before}` : `${before}至${number - 1}`
      return [{ path: at, sentence: `前面缺编号${missing}；请补上条目，原文如此的列入“缺号”。` }]
    })
  })
  const idle = gaps.flatMap(({ number }, index) =>
    used.has(index) ? [] : [{ path: ['gaps', index, 'number'], sentence: `编号${number}并没有缺；请删去这一条。` }],
  )
  return [...remarks, ...idle]
}

/** Groups number on from the group before, or start at 1 with their part. */
function groupRun({ parts }: Catalogue): Remark[] {
  let last = 0
  return parts.flatMap((part, index) =>
    (part.groups ?? []).flatMap((group, at) => {
      const ordinal = ordinalOf(group.number)
      if (ordinal === undefined) return []
      const fits = ordinal === last + 1 || (at === 0 && ordinal === 1)
      const expected = at === 0 ? `1或${last + 1}` : `${last + 1}`
      last = ordinal
      return fits
        ? []
        : [
            {
              path: ['parts', index, 'groups', at, 'number'],
              sentence: `编号${group.number}不连续，此处应为第${expected}；请核对原文。`,
            },
          ]
    }),
  )
}

function partRun({ parts }: Catalogue): Remark[] {
  const ordinals = parts.map(({ number }) => ordinalOf(number))
  if (ordinals.includes(undefined)) return []
  return parts.flatMap(({ number }, index) =>
    ordinals[index] === index + 1
      ? []
      : [{ path: ['parts', index, 'number'], sentence: `编号${number}不连续，此处应为第${index + 1}；请核对原文。` }],
  )
}
