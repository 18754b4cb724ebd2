/**
 * What becomes of an experience summary 经验材料 of a unit that holds the title (document 001, 工作要求 2: the office
 * promotes experience 经验推广), in the title's own stream. `content`: the digest of its words, title and all, which lie
 * in `contents`; `reason` of what was published and is taken away: the digest of why, which lies there too, since it may
 * say whom the words named. Why something is sent back its author reads in the worklist, as of everything else.
 */
import { z } from 'zod/mini'
import { digest, head, line } from './event-parts.ts'

/** The same in every event about them, so that each says which words it is about. */
const words = { title: line(40), content: digest }

const experienceDrafted = z.object({ type: z.literal('experienceDrafted'), ...head, ...words })
/** The unit's head agrees that exactly these words are published. */
const experienceConsented = z.object({
  type: z.literal('experienceConsented'),
  ...head,
  ...words,
  draftedBy: z.string(),
})
/** By whoever had to act next: the unit's head and the officer return it to the unit, the office's head to the officer. */
const experienceReturned = z.object({ type: z.literal('experienceReturned'), ...head, reason: line(500) })
const experienceProposed = z.object({ type: z.literal('experienceProposed'), ...head, ...words })
const experiencePublished = z.object({
  type: z.literal('experiencePublished'),
  ...head,
  ...words,
  proposedBy: z.string(),
})
/** The unit takes back what is published, or what is still in hand. */
const experienceWithdrawn = z.object({
  type: z.literal('experienceWithdrawn'),
  ...head,
  what: z.enum(['published', 'inHand']),
  reason: digest,
})
/** The office takes down what is published. */
const experienceTakenDown = z.object({ type: z.literal('experienceTakenDown'), ...head, reason: digest })

export const experienceEvents = [
  experienceDrafted,
  experienceConsented,
  experienceReturned,
  experienceProposed,
  experiencePublished,
  experienceWithdrawn,
  experienceTakenDown,
] as const
const experienceEvent = z.discriminatedUnion('type', experienceEvents)
export type ExperienceEvent = z.infer<typeof experienceEvent>
export type ExperienceEventOf<T extends ExperienceEvent['type']> = Extract<ExperienceEvent, { type: T }>

/** The words as `contents` keeps them. */
export const experienceWords = z.object({ title: z.string(), text: z.string() })
export type ExperienceWords = z.infer<typeof experienceWords>
/** Why it was withdrawn or taken down, as `contents` keeps it. */
export const experienceReason = z.object({ reason: z.string() })
