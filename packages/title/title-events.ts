/** What happens to a title 称号 from its conferring on. Stream `title/<unit>/<batch>`. Events name nobody but who acted, by an id. */

import { z } from 'zod/mini'
import { keptUse } from '#evidence/cited-file.ts'
import { deliberation } from '#steps/resolution/resolution.ts'
import { day, digest, head, instant, line } from './event-parts.ts'
import { experienceEvents } from './experience-events.ts'
import type { MeasureKind } from './standing.ts'

const conferred = z.object({
  type: z.literal('conferred'),
  v: z.literal(1),
  at: instant,
  unit: z.string(),
  batch: z.string(),
  on: day,
  /** The resolution or the decision whose line named the unit. */
  act: z.object({ stream: z.string(), number: z.int() }),
  /** The number of its certificate 证书编号; a title conferred before 0.3.0 has none. */
  certificate: z.optional(z.string()),
})

/** `on`: the day that the measure states; `text`: what for, as the unit and the public read it. */
const measured = { on: day, text: line(1000) }
/**
 * What one person prepares and another approves. The veto of document 001 (part 七) takes a title from whoever is found
 * to have done what it lists, its 工作要求 3 from whoever makes little progress or violates the law gravely: hence the
 * two grounds.
 */
export const measure = z.discriminatedUnion('kind', [
  /** A title of an earlier batch, which this system did not run, from the scan of its decision; `text`: its title. */
  z.object({
    kind: z.literal('enter'),
    ...measured,
    number: line(60),
    certificate: z.optional(line(60)),
    scan: keptUse,
  }),
  z.object({ kind: z.literal('warn'), ...measured }),
  z.object({ kind: z.literal('suspend'), ...measured }),
  z.object({ kind: z.literal('lift'), ...measured }),
  z.object({ kind: z.literal('expire'), ...measured }),
  z.object({
    kind: z.literal('propose'),
    ...measured,
    ground: z.enum(['veto', 'requirement']),
    /** Which situation of the veto, as the document has it; when it happened, and when it was discovered. */
    situation: z.optional(line(200)),
    happened: z.optional(day),
    discovered: z.optional(day),
    /** The unit was heard 听取意见 on this day, and said this. */
    heard: day,
    said: line(1000),
    scan: z.optional(keptUse),
  }),
  /** The decision 取消示范单位资格的决定 with a number of its own, once the meeting has decided so. */
  z.object({ kind: z.literal('revoke'), ...measured, number: line(60) }),
])
export type Measure = z.infer<typeof measure>
export type MeasureOf<K extends MeasureKind> = Extract<Measure, { kind: K }>

const measurePrepared = z.object({ type: z.literal('measurePrepared'), ...head, measure })
const preparationReturned = z.object({ type: z.literal('preparationReturned'), ...head, reason: line(500) })
/** What came back is not sent again: whoever may prepare says why, and it waits for nobody any more. */
const preparationDropped = z.object({ type: z.literal('preparationDropped'), ...head, reason: line(500) })
const measureTaken = z.object({ type: z.literal('measureTaken'), ...head, preparedBy: z.string(), measure })
/** The executive meeting has decided on a proposal. `attendance`: the digest of who was there, an object in `contents`. */
const meetingRecorded = z.object({
  type: z.literal('meetingRecorded'),
  ...head,
  meeting: line(200),
  number: line(200),
  date: day,
  minutes: keptUse,
  attendance: digest,
  how: deliberation,
  revokes: z.boolean(),
  reason: z.optional(line(1000)),
})
/** The yearly re-check 年度复查 found that the title is kept. */
const rechecked = z.object({ type: z.literal('rechecked'), ...head, year: z.int(), ...measured })
const plaqueReturned = z.object({ type: z.literal('plaqueReturned'), ...head, on: day, text: z.optional(line(200)) })

export const titleEvent = z.discriminatedUnion('type', [
  conferred,
  measurePrepared,
  preparationReturned,
  preparationDropped,
  measureTaken,
  meetingRecorded,
  rechecked,
  plaqueReturned,
  ...experienceEvents,
])
export type TitleEvent = z.infer<typeof titleEvent>
export type TitleEventOf<T extends TitleEvent['type']> = Extract<TitleEvent, { type: T }>
