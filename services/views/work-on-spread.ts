import { firstLateInstant } from '#calendar/deadline.ts'
import { saidDay } from '#calendar/said.ts'
import type { WorkItem } from '#contracts/views.ts'
import { isLeft, type Written } from '#dossier/spread/spread-progress.ts'
import { permissionFor } from '#procedure/permissions.ts'
import type { BatchWork } from './batch-work.ts'
import { dossierPath } from './paths.ts'
import { type Watching, workItem } from './work-item.ts'

const NOTHING: Written = { number: 0 }

/** The unit's own day is no deadline: what is written after it counts as well. */
const saidWanted = (due: string | undefined, now: string): string =>
  due === undefined ? '' : `，要求${saidDay(due)}前完成${now >= firstLateInstant(due) ? '，已过' : ''}`

/** Indicators of their unit that this person has been given and not written, and those that came back to them. */
export function workOnSpread(watching: Watching, work: BatchWork): WorkItem[] {
  const { holdings, person } = watching
  return work.spreads.flatMap(({ batch, unit, shares, backs }) => {
    const row = work.cases.find((one) => one.unit === unit && !one.ended)
    const about = { unit, procedure: work.procedure, step: row?.step }
    if (!row || !permissionFor('write-dossier', holdings, about)) return []
    const written = new Map(work.answers.flatMap((one) => (one.unit === unit ? [[one.item, one] as const] : [])))
    const of = { kind: 'case', step: row.step, unit } as const
    const own = shares.flatMap((share) => {
      const left = share.items.filter((item) => isLeft(written.get(item) ?? NOTHING)).length
      if (share.person !== person || left === 0) return []
      return [
        workItem(watching, work, {
          ...{ ...of, command: 'write-dossier', since: share.since, path: dossierPath({ batch, unit }, 'mine') },
          todo: `填写分给您的自评${share.organ ? `（${share.organ}）` : ''}：共${share.items.length}项，还有${left}项没有写完${saidWanted(share.due, watching.now)}`,
        }),
      ]
    })
    // Whoever gave it may have gone: any of those who spread them gives it again.
    const returned = permissionFor('spread-dossier', holdings, about)
      ? backs.filter(({ item }) => isLeft(written.get(item) ?? NOTHING))
      : []
    const since = returned.map((one) => one.since).toSorted()[0]
    if (since === undefined) return own
    const todo = `自评分工有${returned.length}项退回，请改派`
    return [
      ...own,
      workItem(watching, work, {
        ...{ ...of, command: 'spread-dossier', since, todo, path: dossierPath({ batch, unit }, 'spread') },
      }),
    ]
  })
}
