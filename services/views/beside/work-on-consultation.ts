import { saidDay } from '#calendar/said.ts'
import type { WorkItem } from '#contracts/views.ts'
import { permissionFor } from '#procedure/permissions.ts'
import type { BatchWork } from '../batch-work.ts'
import { consultationsPath } from '../paths.ts'
import { type Watching, workItem } from '../work-item.ts'

/** Organs that have not replied in time, as long as one of the units that they were asked about goes on. */
export function workOnConsultation(watching: Watching, work: BatchWork): WorkItem[] {
  if (!permissionFor('chase-consultation', watching.holdings)) return []
  const { batch } = work.batch
  const going = new Map(work.cases.flatMap((row) => (row.ended ? [] : [[row.unit, row]])))
  return work.consultations
    .flatMap(({ letters }) => letters)
    .flatMap(({ reference, lateFrom, units, waiting }) => {
      const one = units.flatMap((unit) => going.get(unit) ?? [])[0]
      if (!one || watching.now < lateFrom) return []
      const who = waiting.map(({ title, chased }) => `${title}${chased ? `（${saidDay(chased)}已催）` : ''}`)
      return [
        workItem(watching, work, {
          ...{ kind: 'batch', command: 'chase-consultation', step: one.step, lateFrom },
          ...{ todo: `催办复函（${reference}）：${who.join('、')}`, path: consultationsPath(batch) },
        }),
      ]
    })
}
