/** What of the roster waits for this person: to approve what another has entered, or to take note of what has changed. */
import type { WorkItem } from '#contracts/views.ts'
import type { Command } from '#procedure/commands.ts'
import { permissionFor } from '#procedure/permissions.ts'
import { whyNotApproved } from '#roster/proposal.ts'
import { LISTS } from '#rows/row.ts'
import { type Rows, rowsOf } from '#rows/rows.ts'
import type { Looking } from '#steps/todo-shape.ts'
import { ROSTER_CHANGES } from './paths.ts'

export async function workOnRoster(rows: Rows, looking: Looking): Promise<WorkItem[]> {
  const may = (command: Command) => permissionFor(command, looking.holdings) !== undefined
  const [approves, notes] = [may('approve-roster'), may('note-roster')]
  if (!approves && !notes) return []
  const people = await rowsOf(rows, 'person', LISTS.changing)
  const waiting = people.flatMap(({ person, pending = [] }) =>
    pending.filter((one) => whyNotApproved(one, person, looking) === undefined),
  )
  const news = people.flatMap(({ changes = [] }) => changes.filter(({ isNews }) => isNews))
  return [
    ...(approves ? itemOf('approve-roster', waiting, `批准岗位和账号（${waiting.length}项）`) : []),
    ...(notes ? itemOf('note-roster', news, `阅知岗位和账号的变动（${news.length}项）`) : []),
  ]
}

function itemOf(command: Command, all: readonly { readonly at: string }[], todo: string): WorkItem[] {
  const [first] = all.toSorted((a, b) => a.at.localeCompare(b.at))
  if (!first) return []
  return [
    {
      ...{ kind: 'roster', command, title: '名册', todo, since: first.at, path: ROSTER_CHANGES },
      ...{ batch: '', trial: false, step: '', stepTitle: '名册' },
    },
  ]
}
