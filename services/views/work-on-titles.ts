/** What of the titles waits for this person: measures to approve or to mend, a meeting to record, a decision to publish, experience to agree to and to publish, re-checks. */

import { dateOf, firstLateInstant } from '#calendar/deadline.ts'
import type { WorkItem } from '#contracts/views.ts'
import type { Command } from '#procedure/commands.ts'
import { permissionFor } from '#procedure/permissions.ts'
import { LISTS } from '#rows/row.ts'
import { type RowOf, type Rows, rowsOf, titleRows } from '#rows/rows.ts'
import type { Waits } from '#title/experience.ts'
import { howMany } from '#title/how-many.ts'
import { isOver, MEASURES } from '#title/standing.ts'
import { REGISTER, titlePath } from './paths.ts'
import { dueAt, type Watching } from './work-item.ts'

const AT_WORK = [
  'prepare-measure',
  'approve-measure',
  'record-title-meeting',
  'record-plaque',
  'draft-experience',
  'consent-experience',
  'propose-experience',
  'publish-experience',
] as const satisfies readonly Command[]
type Title = RowOf<'title'>

/** From October on all of them, for whoever re-checks; otherwise those of which something waits. */
export async function readTitles(
  rows: Rows,
  { holdings, now }: Pick<Watching, 'holdings' | 'now'>,
): Promise<readonly Title[]> {
  // Of no unit, for the office, and of those that this person works for.
  const about = [{}, ...holdings.flatMap(({ unit }) => (unit === undefined ? [] : { unit }))]
  const may = (command: Command) => about.some((one) => permissionFor(command, holdings, one) !== undefined)
  if (isTimeToRecheck(now) && may('recheck-title')) return titleRows(rows)
  return AT_WORK.some(may) ? rowsOf(rows, 'title', LISTS.titlesAtWork) : []
}

export function workOnTitles(watching: Watching, titles: readonly Title[]): WorkItem[] {
  const may = (command: Command, { unit }: Title) => permissionFor(command, watching.holdings, { unit }) !== undefined
  const item = (title: Title, command: Command, todo: string, since: string): WorkItem[] => {
    const { unit, batch } = title
    if (!may(command, title)) return []
    const name = watching.names.get(unit) ?? unit
    return [
      {
        ...{ kind: 'title', command, title: name, batch, trial: false, unit: { id: unit, name }, step: '' },
        ...{ stepTitle: '称号', todo, since, path: titlePath(batch, unit) },
      },
    ]
  }
  const each = titles.flatMap((title): WorkItem[] => {
    const { prepared, proposed, decided, held, plaque, changedAt, experience } = title
    const what = prepared && MEASURES[prepared.kind]
    return [
      ...(prepared && what && prepared.returned === undefined && prepared.by !== watching.person
        ? item(title, 'approve-measure', `签发${what}`, prepared.at)
        : []),
      ...(prepared?.returned !== undefined && what
        ? item(title, 'prepare-measure', `${what}被退回，请修改后重新送签：${prepared.returned}`, prepared.at)
        : []),
      ...(proposed ? item(title, 'record-title-meeting', '登记会议对取消示范单位资格的决定', proposed) : []),
      ...(decided && prepared?.kind !== 'revoke'
        ? item(title, 'prepare-measure', '会议已决定取消，拟制取消决定', decided)
        : []),
      ...(held?.standing === 'revoked' && !plaque ? item(title, 'record-plaque', '收回牌匾并登记', changedAt) : []),
      // Nobody agrees to what they did themselves.
      ...(experience && (experience.by !== watching.person || experience.returned !== undefined)
        ? item(title, ...todoOf(experience), experience.at)
        : []),
    ]
  })
  return [...each, ...recheckIn(watching, titles)]
}

/** What is to be done about an experience summary 经验材料. */
const TODOS: Readonly<Record<Waits, readonly [Command, string]>> = {
  mending: ['draft-experience', '经验材料被退回，请修改后重新送签'],
  consenting: ['consent-experience', '经验材料待本单位同意公开'],
  proposing: ['propose-experience', '单位已同意公开经验材料，提请公开或者退回'],
  publishing: ['publish-experience', '签发经验材料'],
}
function todoOf({ waits, returned }: NonNullable<Title['experience']>): readonly [Command, string] {
  const [command, todo] = TODOS[waits]
  if (returned === undefined) return [command, todo]
  return [command, `${waits === 'proposing' ? '公开经验材料的提请被退回，请核对后再办' : todo}：${returned}`]
}

/** From October on the year's re-checks 年度复查 are one line, until they are all made. */
const isTimeToRecheck = (now: string): boolean => dateOf(now).slice(5, 7) >= '10'
function recheckIn({ now, holdings }: Watching, titles: readonly Title[]): WorkItem[] {
  const today = dateOf(now)
  const year = Number(today.slice(0, 4))
  if (!isTimeToRecheck(now) || !permissionFor('recheck-title', holdings)) return []
  const left = titles.filter(
    ({ on, held, rechecked = 0 }) =>
      held && !isOver(held.standing) && Number(on.slice(0, 4)) < year && rechecked < year,
  )
  if (left.length === 0) return []
  return [
    {
      ...{ kind: 'title', command: 'recheck-title', title: '示范单位名录', batch: '', trial: false, step: '' },
      ...{
        stepTitle: '称号',
        todo: `登记${year}年年度复查（还有${howMany(left.map(({ unit }) => unit))}）`,
        path: REGISTER,
      },
      due: dueAt(firstLateInstant(`${year}-12-31`)),
    },
  ]
}
