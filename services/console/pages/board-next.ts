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

export function whatComesNext({ batch, steps, cases, notices, notBegun, due }: Board): readonly Coming[] {
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
    return { key, due: first.due, what: `${first.stepTitle}截止：${first.name}${several}` }
  })
  const ofNotices = notices
    .filter(({ closed }) => !closed)
    .map(({ n, due: end, units, openObjections }) => ({
      key: `notice ${n}`,
      due: end,
      what: `第${n}期公示期满（${units}家${openObjections > 0 ? `,${openObjections}件异议未办结` : ''}）`,
      path: `/console/batches/${batch}/notices/${n}`,
    }))
  const begin =
    notBegun.length > 0 && due ? [{ key: 'begin', due, what: `创建申请截止：还有${notBegun.length}家没有开始` }] : []
  return [
    ...waiting({ batch, steps, cases }),
    ...[...ofCases, ...ofNotices, ...begin].sort((a, b) => a.due.lateFrom.localeCompare(b.due.lateFrom)),
  ]
}

/** What somebody has to do before anything moves on. */
function waiting({ batch, steps, cases }: Pick<Board, 'batch' | 'steps' | 'cases'>): Coming[] {
  const count = (step: string) => steps.find((one) => one.step === step)?.count ?? 0
  const at = `/console/batches/${batch}`
  const [first] = cases.filter(({ step, entered }) => step === 'review' && !entered)
  const toList = cases.filter(({ step, listed }) => step === 'notice' && !listed).length
  return [
    ...(first ? [{ key: 'review', what: `${count('review')}件待初审`, path: `${at}/review/${first.unit}` }] : []),
    ...(toList > 0 ? [{ key: 'list', what: `${toList}家待公示`, path: `${at}/notices/new` }] : []),
    ...(count('executiveMeeting') > 0
      ? [
          {
            key: 'meeting',
            what: `${count('executiveMeeting')}家待常务会议审议`,
            path: `${at}/resolutions/executiveMeeting`,
          },
        ]
      : []),
  ]
}
