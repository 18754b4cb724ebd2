/** The counties whose year can be rehearsed: each by its own procedures, of which every way is gone. */
import { Sentence } from '#typed/sentence.ts'
import { CONDITIONS, OTHER_STANDARD, publishPack, STANDARD } from '../catalogue-acts.ts'
import { allActs, inTime, type Play, plays } from '../plays.ts'
import { type Act, BEGINNING, END, on } from '../year.ts'
import {
  BEGINNING as BEGINNING_IN_FENGHUANG,
  CANCELLED_BATCH,
  cancelledStories,
  END as END_IN_FENGHUANG,
  MAIN_BATCH,
  mainStories,
  PROCEDURE,
} from './fenghuang.ts'
import { cancelledYear } from './fenghuang-cancelled.ts'
import { mainYear } from './fenghuang-year.ts'

export type Rehearsal = {
  readonly plays: readonly Play[]
  /** What happens in the county, batch beside batch. */
  readonly acts: readonly Act[]
  readonly beginning: string
  readonly end: string
  /** Its year uses every right of every function: whether one is not needed is seen once, for functions are the same everywhere. */
  readonly usesEveryRight: boolean
}

const publishing: readonly Act[] = [STANDARD, CONDITIONS, OTHER_STANDARD].map((id) =>
  on('2018-02-22T15:00', `发布${id}`, publishPack(id)),
)
const inFenghuang: readonly Play[] = [
  {
    ...{ batch: MAIN_BATCH, procedure: PROCEDURE, stories: mainStories, acts: mainYear, notices: 2 },
    decision: `/public/decisions/${MAIN_BATCH}/1.html`,
  },
  { batch: CANCELLED_BATCH, procedure: PROCEDURE, stories: cancelledStories, acts: cancelledYear, notices: 0 },
]

export const REHEARSALS: Readonly<Record<string, Rehearsal>> = {
  sixian: { plays, acts: allActs, beginning: BEGINNING, end: END, usesEveryRight: true },
  fenghuang: {
    plays: inFenghuang,
    acts: inTime([...publishing, ...mainYear, ...cancelledYear]),
    ...{ beginning: BEGINNING_IN_FENGHUANG, end: END_IN_FENGHUANG, usesEveryRight: false },
  },
}

/** @throws Sentence for a county whose year nobody has written */
export function rehearsalOf(county: string): Rehearsal {
  const found = Object.hasOwn(REHEARSALS, county) ? REHEARSALS[county] : undefined
  if (!found) throw new Sentence(`没有“${county}”的演练，现有${Object.keys(REHEARSALS).sort().join('、')}。`)
  return found
}
