/** The rows of what lies beside cases while units work: their duties, what the office tells and finds. */
import { z } from 'zod/mini'
import type { Bulletins } from '#batch/bulletins/bulletins.ts'
import type { Received } from '#batch/bulletins/received.ts'
import type { Duty } from '#steps/work/duty.ts'
import { type Inspection, openFindings } from '#steps/work/inspection.ts'
import { LISTS } from './lists.ts'
import { head } from './row-head.ts'

/** Which progress reports a unit has sent. */
export const dutyRow = z.object({
  ...head,
  kind: z.literal('duty'),
  batch: z.string(),
  unit: z.string(),
  step: z.string(),
  /** By the period of each. */
  reported: z.array(z.string()),
})
export type DutyRow = z.infer<typeof dutyRow>

/** The bulletins of a batch. */
export const bulletinsRow = z.object({
  ...head,
  kind: z.literal('bulletins'),
  batch: z.string(),
  bulletins: z.array(z.object({ n: z.int(), at: z.string(), title: z.string() })),
})

/** Which bulletins a unit has read, and who was first. */
export const receivedRow = z.object({
  ...head,
  kind: z.literal('received'),
  batch: z.string(),
  unit: z.string(),
  read: z.array(z.object({ n: z.int(), at: z.string(), by: z.string() })),
})

/** Findings of the office's visits to a unit that are not confirmed as mended. `answered`: the unit said how it was. */
export const inspectionRow = z.object({
  ...head,
  kind: z.literal('inspection'),
  batch: z.string(),
  unit: z.string(),
  findings: z.array(z.object({ n: z.int(), item: z.int(), lateFrom: z.string(), answered: z.optional(z.string()) })),
})

type Fields<R> = Omit<R, 'stream' | 'number' | 'shape'>
type Ids = readonly string[]

export const dutyFields = ({ reports }: Duty, [batch = '', unit = '', step = '']: Ids): Fields<DutyRow> => ({
  ...{ kind: 'duty', list: LISTS.batch(batch), order: `duty/${unit}/${step}`, batch, unit, step },
  reported: reports.map(({ period }) => period),
})

export const bulletinsFields = ({ all }: Bulletins, [batch = '']: Ids): Fields<z.infer<typeof bulletinsRow>> => ({
  ...{ kind: 'bulletins', list: LISTS.batch(batch), order: 'bulletins', batch },
  bulletins: all.map(({ at, title }, i) => ({ n: i + 1, at, title })),
})

export const receivedFields = (
  { read }: Received,
  [batch = '', unit = '']: Ids,
): Fields<z.infer<typeof receivedRow>> => ({
  ...{ kind: 'received', list: LISTS.batch(batch), order: `received/${unit}`, batch, unit },
  read: read.map(({ n, at, by }) => ({ n, at, by })),
})

/** What is not mended waits on the one list of open work. */
export function inspectionFields(
  state: Inspection,
  [batch = '', unit = '']: Ids,
): Fields<z.infer<typeof inspectionRow>> {
  const findings = openFindings(state)
  const order = `inspection/${unit}`
  const place =
    findings.length > 0 ? { list: LISTS.open, order: LISTS.openOf(batch, order) } : { list: LISTS.batch(batch), order }
  return { kind: 'inspection', ...place, batch, unit, findings: [...findings] }
}
