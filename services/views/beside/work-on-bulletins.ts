import type { WorkItem } from '#contracts/views.ts'
import { permissionFor } from '#procedure/permissions.ts'
import { isOfUnit } from '#steps/todo-shape.ts'
import type { BatchWork } from '../batch-work.ts'
import { bulletinsPath } from '../paths.ts'
import { type Watching, workItem } from '../work-item.ts'

/** Bulletins that nobody of this person's unit has read, as long as the unit's case goes on. */
export function workOnBulletins(watching: Watching, work: BatchWork): WorkItem[] {
  const { batch } = work.batch
  const issued = work.bulletins.flatMap(({ bulletins }) => bulletins)
  if (issued.length === 0 || !permissionFor('note-bulletin', watching.holdings)) return []
  return work.cases
    .filter((row) => !row.ended && isOfUnit(watching, row))
    .flatMap(({ unit, step }) => {
      const read = work.received.find((one) => one.unit === unit)?.read ?? []
      return issued
        .filter(({ n }) => !read.some((one) => one.n === n))
        .map(({ n, title, at }) =>
          workItem(watching, work, {
            ...{ kind: 'case', command: 'note-bulletin', step, unit, since: at },
            todo: `阅知情况交流第${n}期：${title}`,
            path: bulletinsPath(batch),
          }),
        )
    })
}
