/** What comes next in a batch, by date, from what its board shows. */
import type { z } from 'zod/mini'
import type { board } from '#contracts/views.ts'

export type Board = z.output<typeof board>
export type Coming = {
  readonly key: string
  readonly lateFrom: string
  readonly said: string
  readonly what: string
  readonly path?: string
}

export function whatComesNext({ batch, cases, notices, notBegun, due }: Board): readonly Coming[] {
  const open = cases.filter(({ ended, step }) => !ended && step !== 'notice')
  const groups = new Map<string, typeof open>()
  for (const one of open)
    if (one.due) {
      const key = `${one.due.lateFrom} ${one.stepTitle}`
      groups.set(key, [...(groups.get(key) ?? []), one])
    }
  const ofCases = [...groups].flatMap(([key, [first, ...rest]]) => {
    if (!first?.due) return []
    const several = rest.length > 0 ? `等${rest.length + 1}家` : ''
    return { key, ...first.due, what: `${first.stepTitle}截止:${first.name}${several}` }
  })
  const ofNotices = notices
    .filter(({ closed }) => !closed)
    .map(({ n, due: end, units, openObjections }) => ({
      key: `notice ${n}`,
      ...end,
      what: `第${n}期公示期满(${units}家${openObjections > 0 ? `,${openObjections}件异议未办结` : ''})`,
      path: `/console/batches/${batch}/notices/${n}`,
    }))
  const begin =
    notBegun.length > 0 && due ? [{ key: 'begin', ...due, what: `创建申请截止:还有${notBegun.length}家没有开始` }] : []
  return [...ofCases, ...ofNotices, ...begin].sort((a, b) => a.lateFrom.localeCompare(b.lateFrom))
}
