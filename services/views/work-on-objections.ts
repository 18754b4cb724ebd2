import { firstLateInstant } from '#calendar/deadline.ts'
import type { WorkItem } from '#contracts/views.ts'
import type { Command } from '#procedure/commands.ts'
import { permissionFor } from '#procedure/permissions.ts'
import type { ObjectionRow } from '#rows/row.ts'
import { ADMITS, SETTLES } from '#steps/notice/objection.ts'
import { hasMade } from '#steps/todo-shape.ts'
import type { BatchWork } from './batch-work.ts'
import { noticePath } from './paths.ts'
import { type Watching, workItem } from './work-item.ts'

/** What may be done next with an objection, and how that is said. */
const NEXT: Partial<Record<ObjectionRow['status'], { readonly commands: readonly Command[]; readonly what: string }>> =
  {
    received: { commands: ['admit-objection', 'decline-objection'], what: '决定是否受理异议' },
    admitted: { commands: ['find-objection'], what: '调查、认定并答复异议' },
  }

/** Objections to admit, and admitted ones to find and answer, by their day of reply. */
export const workOnObjections = (watching: Watching, work: BatchWork): WorkItem[] =>
  work.objections.flatMap((row) => {
    const { about: unit, n, batch, answerBy } = row
    const { procedure } = work
    const step = stepOfNotice(work, n)
    const next = NEXT[row.status]
    const about = work.cases.find((one) => one.unit === unit)
    const made = about !== undefined && hasMade(watching, about)
    const command = next?.commands.find(
      (one) =>
        !(made && SETTLES.has(one)) &&
        !(ADMITS.has(one) && row.enteredBy === watching.person) &&
        permissionFor(one, watching.holdings, { unit, procedure, step }),
    )
    if (!next || !command || !step) return []
    return workItem(watching, work, {
      kind: 'objection',
      command,
      step,
      unit,
      todo: `${next.what}${row.objection}`,
      lateFrom: firstLateInstant(answerBy),
      path: noticePath(batch, n),
    })
  })

/** The step of the notice that it is about; its row may lag behind the objection's. */
const stepOfNotice = ({ notices, procedure: { steps } }: BatchWork, n: number): string | undefined =>
  notices.find((row) => row.n === n)?.step ?? Object.keys(steps).find((name) => steps[name]?.kind === 'notice')
