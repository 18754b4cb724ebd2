import { firstLateInstant } from '#calendar/deadline.ts'
import { saidDay } from '#calendar/said.ts'
import type { WorkItem } from '#contracts/views.ts'
import { isLeft, type Written } from '#dossier/spread/spread-progress.ts'
import { isToMend } from '#dossier/to-mend.ts'
import { permissionFor } from '#procedure/permissions.ts'
import { assessingEntry } from '#procedure/ways.ts'
import type { CaseRow } from '#rows/row.ts'
import type { RowOf } from '#rows/rows.ts'
import type { BatchWork } from '../batch-work.ts'
import { dossierPath } from '../paths.ts'
import { type Watching, workItem } from '../work-item.ts'
import { sharesOfLeft } from './shares-of-left.ts'

const NOTHING: Written = { number: 0 }
/** A longer opinion is read where the work is done. */
const MOST_SAID = 60

/** The unit's own day is no deadline: what is written after it counts as well. */
const saidWanted = (due: string | undefined, now: string): string =>
  due === undefined ? '' : `，要求${saidDay(due)}前完成${now >= firstLateInstant(due) ? '，已过' : ''}`

function saidOpinion(reason: string | undefined): string {
  if (reason === undefined) return ''
  // Characters, or a rare one is cut in two.
  const said = [...reason]
  return `。退回意见：${said.slice(0, MOST_SAID).join('')}${said.length > MOST_SAID ? '……' : ''}`
}

type Share = RowOf<'spread'>['shares'][number]
type Returned = CaseRow['papers'][string]['reassessing']

/** What somebody has to do of what they have been given; undefined where nothing is left. */
function todoOf({ items, organ, due }: Share, left: number, returned: Returned, now: string): string | undefined {
  const whose = organ ? `（${organ}）` : ''
  // Which of them it is about, the opinion alone says.
  if (returned && !returned.indicators)
    return `自评退回补正${whose}：请核对分给您的${items.length}项${saidOpinion(returned.reason)}`
  if (left === 0) return undefined
  return returned
    ? `修改退回的自评${whose}：分给您的有${left}项退回待改${saidOpinion(returned.reason)}`
    : `填写分给您的自评${whose}：共${items.length}项，还有${left}项没有写完${saidWanted(due, now)}`
}

/** Indicators of their unit that this person has been given and not written, and those that somebody has to give anew. */
export function workOnSpread(watching: Watching, work: BatchWork): WorkItem[] {
  const { holdings, person, now } = watching
  const form = assessingEntry(work.procedure)?.form ?? ''
  return work.spreads.flatMap(({ batch, unit, shares, backs }) => {
    const row = work.cases.find((one) => one.unit === unit && !one.ended)
    const about = { unit, procedure: work.procedure, step: row?.step }
    if (!row || !permissionFor('write-dossier', holdings, about)) return []
    const { returned: isBack = false, reassessing: returned } = row.papers[form] ?? {}
    // A return that leaves the self-assessment as it was handed in.
    if (isBack && !returned) return []
    const answers = new Map(work.answers.flatMap((one) => (one.unit === unit ? [[one.item, one] as const] : [])))
    const isOpen = (item: string) => {
      const answer = answers.get(item)
      if (returned?.indicators) return isToMend(returned, item, answer)
      return isLeft(answer ?? NOTHING)
    }
    const of = { kind: 'case', step: row.step, unit } as const
    const own = shares.flatMap((share) => {
      const left = share.items.filter(isOpen).length
      const todo = share.person === person ? todoOf(share, left, returned, now) : undefined
      if (todo === undefined) return []
      const path = dossierPath({ batch, unit }, 'left')
      return [
        workItem(watching, work, {
          ...{ ...of, command: 'write-dossier', path, todo, since: returned?.at ?? share.since },
          ...(returned && { lateFrom: row.lateFrom }),
        }),
      ]
    })
    if (!permissionFor('spread-dossier', holdings, about)) return own
    // Whoever gave it may have gone: any of those who spread them gives it again.
    const givenBack = backs.filter(({ item }) => isOpen(item))
    const ofLeft = sharesOfLeft({ unit, shares }, work.writers, now).flatMap(({ items, since }) =>
      items.filter(isOpen).map((item) => ({ item, since })),
    )
    const since = [...givenBack, ...ofLeft].map((one) => one.since).toSorted()[0]
    if (since === undefined) return own
    const said = [
      ...(givenBack.length > 0 ? [`有${givenBack.length}项退回`] : []),
      ...(ofLeft.length > 0 ? [`有${ofLeft.length}项的承办人现在不能填写`] : []),
    ]
    const todo = `自评分工${said.join('，')}，请改派`
    return [
      ...own,
      workItem(watching, work, {
        ...{ ...of, command: 'spread-dossier', since, todo, path: dossierPath({ batch, unit }, 'spread') },
      }),
    ]
  })
}
