/** How an experience summary 经验材料 stands: what is in hand, what is published, and that it was taken down. */
import { dateOf } from '#calendar/deadline.ts'
import type { ExperienceEvent, ExperienceEventOf } from './experience-events.ts'

/** One draft and what has come of it; without `consented`, `returned` says why the unit has it again. */
export type InHand = {
  readonly drafted: ExperienceEventOf<'experienceDrafted'>
  readonly consented?: ExperienceEventOf<'experienceConsented'>
  readonly proposed?: ExperienceEventOf<'experienceProposed'>
  readonly returned?: ExperienceEventOf<'experienceReturned'>
}
/** `proposed`: what the office's head had before them. */
export type Published = ExperienceEventOf<'experiencePublished'> & {
  readonly proposed: ExperienceEventOf<'experienceProposed'> | undefined
}
export const TAKERS = ['unit', 'office', 'revocation'] as const
/** `on`: since which day, in Asia/Shanghai; a revocation takes it down by rule, for a reason of its own. */
export type Down = {
  readonly taker: (typeof TAKERS)[number]
  readonly on: string
  readonly at: string
  readonly by: string
  readonly reason?: string
  readonly published: Published
}
export type Experience = {
  readonly inHand?: InHand
  readonly published?: Published
  readonly down?: Down
  /** What the unit last took back before anybody had published it. */
  readonly dropped?: ExperienceEventOf<'experienceWithdrawn'> & { readonly inHand: InHand }
  /** Everything that was done, in order. */
  readonly done: readonly ExperienceEvent[]
}

export const WAITS = ['mending', 'consenting', 'proposing', 'publishing'] as const
/** What is to be done next: the unit mends and sends it again, its head consents, the officer proposes, the office's head publishes. */
export type Waits = (typeof WAITS)[number]
export function waitsFor({ consented, proposed, returned }: InHand): Waits {
  if (proposed) return 'publishing'
  if (consented) return 'proposing'
  return returned ? 'mending' : 'consenting'
}
/** What whoever acts next has before them; its name by `seenAs` says that they saw it. */
export const standing = ({ drafted, consented, proposed }: InHand): ExperienceEvent => proposed ?? consented ?? drafted

export function happening(before: Experience, event: ExperienceEvent): Experience {
  const experience = { ...before, done: [...before.done, event] }
  const { inHand, published, ...rest } = experience
  switch (event.type) {
    case 'experienceDrafted':
      return { ...experience, inHand: { drafted: event } }
    case 'experienceConsented':
      return inHand ? { ...experience, inHand: { drafted: inHand.drafted, consented: event } } : experience
    case 'experienceReturned': {
      if (!inHand) return experience
      const { drafted, consented, proposed } = inHand
      // Only a proposal goes back to the office: the unit's consent stands.
      return { ...experience, inHand: { drafted, ...(proposed && consented && { consented }), returned: event } }
    }
    case 'experienceProposed': {
      if (!inHand) return experience
      const { returned: _mended, ...sent } = inHand
      return { ...experience, inHand: { ...sent, proposed: event } }
    }
    case 'experiencePublished': {
      const { down: _again, ...up } = rest
      return { ...up, published: { ...event, proposed: inHand?.proposed } }
    }
    case 'experienceWithdrawn':
      if (event.what === 'published') return takenDown(experience, 'unit', event)
      return inHand ? { ...rest, ...(published && { published }), dropped: { ...event, inHand } } : experience
    case 'experienceTakenDown':
      return takenDown(experience, 'office', event)
  }
}

type Taking = { readonly at: string; readonly by: string; readonly reason?: string }
function takenDown(experience: Experience, taker: Down['taker'], { at, by, reason }: Taking): Experience {
  const { published, ...rest } = experience
  if (!published) return experience
  return { ...rest, down: { taker, on: dateOf(at), at, by, ...(reason !== undefined && { reason }), published } }
}

/** Of a title that is over nothing is published any more; of one that was revoked what is published comes down with it. */
export function atTheEnd(experience: Experience, revoked: Taking | undefined): Experience {
  const { inHand: _never, ...rest } = experience
  return revoked ? takenDown(rest, 'revocation', revoked) : rest
}
