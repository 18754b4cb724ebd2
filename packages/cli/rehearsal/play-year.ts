/** Plays dated acts on a county whose time can be moved, and says what became of each story. */

import { dateOf } from '#calendar/deadline.ts'
import type { TimelineEntry } from '#contracts/case-page.ts'
import { titleOf } from '#procedure/procedure.ts'
import { procedureAt } from '#procedure/procedures.ts'
import { OFFICE } from './acts.ts'
import { readCase, type Stage } from './stage.ts'
import type { Act, Story } from './year.ts'

export type Told = {
  readonly batch: string
  readonly unit: string
  readonly story: string
  readonly expected: string
  readonly actual: string
  /** Of the last entry, in Asia/Shanghai. */
  readonly actualOn: string
  readonly expectedOn?: string
  readonly ok: boolean
  readonly timeline: readonly {
    readonly at: string
    readonly on?: string | undefined
    readonly step: string
    readonly event: string
    readonly by: string
  }[]
}

type Deps = {
  readonly stage: Stage
  /** Moves time to an instant, through every timer due before it. */
  readonly advanceTo: (instant: string) => Promise<void>
  /** Told of each act before it is done. */
  readonly told?: (act: Act) => void
}

export async function play(acts: readonly Act[], { stage, advanceTo, told = () => {} }: Deps): Promise<void> {
  for (const act of acts) {
    await advanceTo(act.at)
    told(act)
    await act.act(stage)
  }
  await stage.settle()
}

/** @param key the procedure of the stage's batch, as `name@version` */
export function tellStories(stage: Stage, key: string, stories: readonly Story[]): Promise<Told[]> {
  const procedure = procedureAt(key)
  if (!procedure) throw new Error(`no procedure ${key} is listed`)
  return Promise.all(
    stories.map(async ({ unit, name, story, ends, endsOn }) => {
      const { step, timeline } = await readCase(stage, OFFICE.officer, unit)
      const actualOn = dateOf(timeline.at(-1)?.at ?? '')
      return {
        batch: stage.batch,
        unit: name,
        story,
        expected: titleOf(procedure, ends),
        actual: titleOf(procedure, step),
        actualOn,
        ...(endsOn && { expectedOn: endsOn }),
        ok: step === ends && (endsOn ?? actualOn) === actualOn,
        timeline: timeline.map(briefly),
      }
    }),
  )
}

const briefly = ({ at, step, event, by }: TimelineEntry) => ({ at, step, event, by })
