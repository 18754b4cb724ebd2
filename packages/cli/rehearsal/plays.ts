/** Five batches of one county at the same time, by two procedures. */
import { FATES_BATCH, fatesActs, fatesStories } from './fates/fates-batch.ts'
import { LONG_BATCH, LONG_PROCEDURE, longStories } from './long-batch.ts'
import { longYear2018 } from './long-year-2018.ts'
import { longYear2019 } from './long-year-2019.ts'
import { BATCH, PROCEDURE } from './second-batch.ts'
import { titleYears } from './titles/title-years.ts'
import { SHORT_WAYS_BATCH, shortWays, shortWaysStories } from './ways/short-ways.ts'
import { WAYS_BATCH, wholeWays, wholeWaysStories } from './ways/whole-ways.ts'
import { type Act, publishing, type Story, stories, year } from './year.ts'

export type Play = {
  readonly batch: string
  /** `name@version` */
  readonly procedure: string
  readonly stories: readonly Story[]
  readonly acts: readonly Act[]
  /** How many notices it publishes. */
  readonly notices: number
  /** Where the public reads who was named, of a meeting or of the document that a step publishes; none: nobody is. */
  readonly decision?: string
}

export const inTime = (acts: readonly Act[]) => acts.toSorted((a, b) => a.at.localeCompare(b.at))

export const shortPlay: Play = {
  batch: BATCH,
  procedure: PROCEDURE,
  stories,
  acts: year,
  notices: 1,
  decision: `/public/decisions/${BATCH}.html`,
}
export const longPlay: Play = {
  batch: LONG_BATCH,
  procedure: LONG_PROCEDURE,
  stories: longStories,
  acts: [...publishing, ...inTime([...longYear2018, ...longYear2019])],
  notices: 2,
  decision: `/public/decisions/${LONG_BATCH}/1.html`,
}
const fatesPlay: Play = {
  batch: FATES_BATCH,
  procedure: LONG_PROCEDURE,
  stories: fatesStories,
  acts: [...publishing, ...fatesActs],
  notices: 0,
}
const wholeWaysPlay: Play = {
  batch: WAYS_BATCH,
  procedure: LONG_PROCEDURE,
  stories: wholeWaysStories,
  acts: [...publishing, ...wholeWays],
  notices: 2,
  decision: `/public/decisions/${WAYS_BATCH}/1.html`,
}
const shortWaysPlay: Play = {
  batch: SHORT_WAYS_BATCH,
  procedure: PROCEDURE,
  stories: shortWaysStories,
  acts: [...publishing, ...shortWays],
  notices: 1,
}
export const plays: readonly Play[] = [shortPlay, longPlay, fatesPlay, wholeWaysPlay, shortWaysPlay]
/** What happens in the county, batch beside batch. */
export const allActs: readonly Act[] = inTime([
  ...shortPlay.acts,
  ...longYear2018,
  ...longYear2019,
  ...fatesActs,
  ...wholeWays,
  ...shortWays,
  ...titleYears,
])
