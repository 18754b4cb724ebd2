/** The counted story in a county with so many past batches, and what everything in it has cost. */
import { openCall } from '../../packages/cli/rehearsal/acts.ts'
import { terms } from '../../packages/cli/rehearsal/second-batch.ts'
import { playCounted } from '../calls/counted-story.ts'
import { BATCH, BEGINNING } from '../e2e/laptop-under-test.ts'
import { doBeside } from './beside.ts'
import type { Counties } from './county.ts'
import { followed, isBare, type Measured, measuring } from './measured.ts'
import { Meter } from './meter.ts'

export type Played = { readonly measured: readonly Measured[]; readonly bareMs: readonly number[] }

/** After the story: every schedule is due, once. */
const SCHEDULES = Date.parse('2018-07-19T08:00:00+08:00')
/** The day before: the roots alone, of which the daily look at the records asks what has changed since. */
const SEALED = Date.parse('2018-07-18T08:00:00+08:00')

export async function playIn(counties: Counties, batches: number): Promise<Played> {
  const meter = new Meter()
  const county = await counties.withPast(batches, {
    ...meter.hooks,
    skipSchedule: (rule, instant) => instant !== SCHEDULES && !(instant === SEALED && /seal-?heads/i.test(rule)),
  })
  const { cloud, settle } = county
  try {
    await county.advanceTo(BEGINNING)
    const stage = { ...county.stage, batch: BATCH }
    await openCall(terms)(stage)
    await settle()
    meter.runs.length = 0
    const measured: Measured[] = []
    const people = measuring(stage, meter, measured)
    let instant = BEGINNING
    const advanceTo = (to: string) => {
      instant = to
      return county.advanceTo(to)
    }
    const settleAndMore = async () => {
      await settle()
      await doBeside(instant, { ...stage, as: people.as }, { meter, measuring: people, into: measured })
      await settle()
    }
    await playCounted({ stage, advanceTo, cloud: { settle: settleAndMore } }, people.as)
    await cloud.advanceTo(SCHEDULES)
    await settle()
    const rebuilt = meter.runs.filter(
      ({ functionName, scheduled, calls }) => scheduled && functionName.endsWith('rebuild-rows') && calls.PutItem,
    )
    if (rebuilt.length > 0) throw new Error('rows of past batches were not those that project-rows makes')
    return {
      measured: [...measured, ...followed(meter.runs)],
      bareMs: meter.runs.filter(isBare).map(({ cpuMs }) => cpuMs),
    }
  } finally {
    await cloud.close()
  }
}
