/** The stories an acceptance plays, one per unit of its cast, in the cast's order. */
import type { Story } from '../rehearsal/year.ts'

export type Unit = { readonly id: string; readonly name: string }

const plots = {
  named: { story: '申请、初审、公示、命名', ends: 'named' },
  returned: { story: '退回补正后重报，命名', ends: 'named' },
  refused: { story: '初审不予通过', ends: 'refused' },
  lapsed: { story: '填了一半没有提交，逾期', ends: 'notSubmitted' },
  withdrawn: { story: '公示期间主动退出', ends: 'withdrawn' },
  vetoed: { story: '公示期间一票否决', ends: 'vetoed' },
} as const
export type Plot = keyof typeof plots
const order = ['named', 'returned', 'refused', 'lapsed', 'withdrawn', 'vetoed'] as const satisfies readonly Plot[]

export const TRIAL_UNITS: number = order.length

/** Which unit plays which plot. @throws Error when there are too few units */
export function castOf(units: readonly Unit[]): Readonly<Record<Plot, Unit>> {
  const [named, returned, refused, lapsed, withdrawn, vetoed] = units
  if (!named || !returned || !refused || !lapsed || !withdrawn || !vetoed)
    throw new Error(`the acceptance needs ${TRIAL_UNITS} units, received ${units.length}`)
  return { named, returned, refused, lapsed, withdrawn, vetoed }
}

export const storiesOf = (playing: Readonly<Record<Plot, Unit>>): Story[] =>
  order.map((plot) => ({ unit: playing[plot].id, name: playing[plot].name, ...plots[plot] }))
