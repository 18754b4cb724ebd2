/** What comes next in a batch, by date, from what its board shows. */
import type { z } from 'zod/mini'
import type { board } from '#contracts/views.ts'

export type Board = z.output<typeof board>
export type Coming = {
  readonly key: string
  /** Absent: it waits for somebody, not for a day. */
  readonly due?: { readonly lateFrom: string; readonly said: string }
  readonly what: string
  readonly path?: string
}

/** @param judging where the cases are judged that wait for who looks, by unit */
export function whatComesNext(
  { batch, steps, cases, lists, notices, notBegun, due }: Board,
  judging: ReadonlyMap<string, string>,
): readonly Coming[] {
  // A notice's day is told once, not once for each of its cases.
  const open = cases.filter(({ ended, stepKind }) => !ended && stepKind !== 'notice')
  const groups = new Map<string, typeof open>()
  for (const one of open)
    if (one.due) {
      const key = `${one.due.lateFrom} ${one.stepTitle}`
      groups.set(key, [...(groups.get(key) ?? []), one])
    }
  const ofCases = [...groups].flatMap(([key, [first, ...rest]]) => {
    if (!first?.due) return []
    const several = rest.length > 0 ? `等${rest.length + 1}个单位` : ''
    return { key, due: first.due, what: `${first.stepTitle}截止：${first.name}${several}` }
  })
  const ofNotices = notices
    .filter(({ state }) => state === 'published')
    .map(({ n, due: end, units, openObjections = 0 }) => ({
      key: `notice ${n}`,
      due: end,
      what: `第${n}期公示期满（${units}个单位${openObjections > 0 ? `，${openObjections}件异议未办结` : ''}）`,
      path: `/console/batches/${batch}/notices/${n}`,
    }))
  const [first] = steps
  const awaited = notBegun.filter(({ late }) => !late).length
  const begin =
    awaited > 0 && due && first ? [{ key: 'begin', due, what: `${first.title}截止：还有${awaited}个单位没有开始` }] : []
  return [
    ...waiting({ steps, cases, lists }, judging),
    ...[...ofCases, ...ofNotices, ...begin].sort((a, b) => a.due.lateFrom.localeCompare(b.due.lateFrom)),
  ]
}

const WAITS_FOR = { resolution: '审议', notice: '发布', announcement: '印发' } as const

/** What somebody has to do before anything moves on. */
function waiting(
  { steps, cases, lists }: Pick<Board, 'steps' | 'cases' | 'lists'>,
  judging: ReadonlyMap<string, string>,
): Coming[] {
  const judged = steps.flatMap(({ step, title }) => {
    const here = cases.filter((one) => one.step === step && one.stepKind === 'judgement')
    const path = here.flatMap(({ unit }) => judging.get(unit) ?? []).at(0)
    return here.length > 0 ? [{ key: step, what: `${here.length}件待${title}`, ...(path && { path }) }] : []
  })
  return [
    ...judged,
    ...lists
      .filter((one) => one.waiting > 0)
      .map(({ step, title, kind, waiting: count, path }) => ({
        key: step,
        what: `${count}个单位待${WAITS_FOR[kind]}（${title}）`,
        ...(path && { path }),
      })),
  ]
}
