import type { WorkItem } from '#contracts/views.ts'
import { permissionFor } from '#procedure/permissions.ts'
import type { BatchWork } from '../batch-work.ts'
import { casePath } from '../paths.ts'
import { type Watching, workItem } from '../work-item.ts'

/** Findings of supervision that wait for the unit to say how they were mended, or for the office to confirm it. */
export function workOnInspection(watching: Watching, work: BatchWork): WorkItem[] {
  const going = new Map(work.cases.flatMap((row) => (row.ended ? [] : [[row.unit, row]])))
  return work.inspections.flatMap(({ batch, unit, findings }) => {
    const row = going.get(unit)
    if (!row) return []
    const { step } = row
    return findings.flatMap(({ n, item, lateFrom, answered }) => {
      const command = answered === undefined ? 'answer-finding' : 'settle-finding'
      if (!permissionFor(command, watching.holdings, { unit })) return []
      const which = `第${n}次监督检查的问题${item}`
      return [
        workItem(watching, work, {
          ...{ kind: 'case', command, step, unit, path: casePath({ batch, unit }) },
          ...(answered === undefined
            ? { todo: `报送整改情况：${which}`, lateFrom }
            : { todo: `确认整改：${which}`, since: answered }),
        }),
      ]
    })
  })
}
