/**
 * An experience summary 经验材料 is published with consent: a clerk of the unit drafts, its head consents, an officer
 * proposes, the head of the office publishes; each reads exactly what stands there, and nobody agrees to their own.
 */
import { mustNameNobody } from '#batch/names-somebody.ts'
import { type Approving, mustApprove, mustGiveWay } from '#ledger/by-two.ts'
import { digestOf } from '#ledger/chain.ts'
import type { Decision } from '#ledger/kind.ts'
import { Refused } from '#ledger/refused.ts'
import { seenAs } from '#ledger/seen.ts'
import { type InHand, standing, type Waits, waitsFor } from './experience.ts'
import type { ExperienceEvent, ExperienceEventOf, ExperienceWords } from './experience-events.ts'
import { STANDING_TITLES } from './standing.ts'
import type { Title } from './title.ts'
import type { TitleEvent } from './title-events.ts'

type Asked = { readonly by: string; readonly received: string }
type Deciding = Decision<TitleEvent, Title>
/** Which words: `content` is the digest of all of them. */
export type Named = Pick<ExperienceEventOf<'experienceDrafted'>, 'title' | 'content'>

export const EXPERIENCE = '经验材料'

/** What events say of these words. @throws Refused where they name somebody, since everybody may read them */
export function naming({ title, text }: ExperienceWords): Named {
  mustNameNobody(`${EXPERIENCE}向社会公开`, { title, text })
  return { title, content: digestOf({ title, text }) }
}

const isSame = (a: Named | undefined, b: Named): boolean => a?.title === b.title && a.content === b.content

/** Why nothing is published of the unit's experience while its title stands so; a warning says nothing of it. */
export function whyNotShown({ standing: is }: Title): string | undefined {
  if (is === undefined) return '没有这个称号；请从名录重新进入。'
  return is === 'held' || is === 'warned'
    ? undefined
    : `称号现在“${STANDING_TITLES[is]}”，不能起草、公开${EXPERIENCE}；已经公开的，可以撤回、撤下。`
}
/** @throws Refused */
function mustBeShown(title: Title): void {
  const why = whyNotShown(title)
  if (why) throw new Refused(title.standing === undefined ? 'unknown' : 'elsewhere', why)
}

/** A clerk drafts, and drafts anew whatever has become of the draft before: what its head had agreed to is void then. `replaces`: the draft that was seen. */
export const draftExperience =
  (
    stream: string,
    { title, content, replaces }: Named & { readonly replaces?: string | undefined },
    { by, received }: Asked,
  ): Deciding =>
  (state) => {
    const { inHand, published } = state.experience
    const words = { title, content }
    const isThere = inHand ? waitsFor(inHand) !== 'mending' && inHand.drafted.by === by : true
    if (isThere && isSame(inHand ? inHand.drafted : published, words)) return []
    mustBeShown(state)
    mustGiveWay(inHand?.drafted, { by, replaces }, { stream, what: EXPERIENCE })
    return [{ type: 'experienceDrafted', v: 1, at: received, by, ...words }]
  }

/** Who has to act, as sentences call it; and what is said where nothing waits for them. */
const NOTHING: Readonly<Record<Exclude<Waits, 'mending'>, string>> = {
  consenting: `没有等待单位同意的${EXPERIENCE}`,
  proposing: `没有单位已经同意、等待提请公开的${EXPERIENCE}`,
  publishing: `没有等待签发的${EXPERIENCE}`,
}
/** @throws Refused where nothing waits so, or something newer than what was seen */
function mustWaitFor(
  { inHand }: Title['experience'],
  waits: Exclude<Waits, 'mending'>,
  { stream, seen }: { readonly stream: string; readonly seen: string },
): InHand {
  if (!inHand || waitsFor(inHand) !== waits) throw new Refused('elsewhere', `${NOTHING[waits]}；请刷新后再办。`)
  if (seenAs(standing(inHand), stream) !== seen)
    throw new Refused('elsewhere', `您看到的${EXPERIENCE}之后又修改过；请刷新，核对后再办。`)
  return inHand
}

/** The unit's head agrees to exactly these words. `seen`: the draft. */
export const consentToExperience =
  (stream: string, { seen }: { readonly seen: string }, { by, received }: Asked): Deciding =>
  (title) => {
    const { experience } = title
    if (experience.inHand?.consented?.by === by && seenAs(experience.inHand.drafted, stream) === seen) return []
    const { drafted } = mustWaitFor(experience, 'consenting', { stream, seen })
    if (drafted.by === by)
      throw new Refused('forbidden', `${EXPERIENCE}是您起草的，不能由您自己同意公开；请由本单位其他有权人员办理。`)
    mustBeShown(title)
    const { title: called, content, by: draftedBy } = drafted
    return [{ type: 'experienceConsented', v: 1, at: received, by, title: called, content, draftedBy }]
  }

/** An officer proposes what the unit has agreed to. `seen`: its consent. */
export const proposeExperience =
  (stream: string, { seen }: { readonly seen: string }, { by, received }: Asked): Deciding =>
  (title) => {
    const { inHand } = title.experience
    if (inHand?.proposed?.by === by && inHand.consented && seenAs(inHand.consented, stream) === seen) return []
    const { drafted } = mustWaitFor(title.experience, 'proposing', { stream, seen })
    mustBeShown(title)
    return [{ type: 'experienceProposed', v: 1, at: received, by, title: drafted.title, content: drafted.content }]
  }

/** Another person of the office publishes it. `prepared`: the proposal that was seen. */
export const publishExperience =
  (stream: string, approving: Approving, { by, received }: Asked): Deciding =>
  (title) => {
    const { published, inHand } = title.experience
    if (
      !inHand &&
      published?.by === by &&
      published.proposed &&
      seenAs(published.proposed, stream) === approving.prepared
    )
      return []
    const { drafted, proposed = drafted } = mustWaitFor(title.experience, 'publishing', {
      stream,
      seen: approving.prepared,
    })
    mustApprove(proposed, by, approving, { stream, what: `${EXPERIENCE}的提请` })
    mustBeShown(title)
    const { title: called, content } = proposed
    return [{ type: 'experiencePublished', v: 1, at: received, by, title: called, content, proposedBy: proposed.by }]
  }

type Reasoned = { readonly seen: string; readonly reason: string }

/** Whoever had to act next sends it back. `waits`: what they had to do. */
export const returnExperience =
  (stream: string, waits: Exclude<Waits, 'mending'>, { seen, reason }: Reasoned, { by, received }: Asked): Deciding =>
  ({ experience }) => {
    const { inHand } = experience
    const last = inHand?.returned
    if (last && last === experience.done.at(-1) && last.by === by && last.reason === reason) return []
    const standingNow = standing(mustWaitFor(experience, waits, { stream, seen }))
    if (standingNow.by === by)
      throw new Refused('forbidden', `${EXPERIENCE}的上一步是您办理的，不需要退回；请由其他有权人员办理。`)
    return [{ type: 'experienceReturned', v: 1, at: received, by, reason }]
  }

/** The unit takes back what is published, or what is in hand: `seen` names the publication, or the draft. However the title stands. */
export const withdrawExperience =
  (
    stream: string,
    { what, seen, reason }: Reasoned & { readonly what: ExperienceEventOf<'experienceWithdrawn'>['what'] },
    { by, received }: Asked,
  ): Deciding =>
  ({ experience }) => {
    const { inHand, published, down, dropped, done } = experience
    const event = { type: 'experienceWithdrawn', v: 1, at: received, by, what, reason } as const
    const before = what === 'published' ? published : inHand?.drafted
    if (before && nameOf(before, stream) === seen) return [event]
    const gone = what === 'published' ? down?.published : dropped?.inHand.drafted
    if (gone && nameOf(gone, stream) === seen && isSaidAgain(done.at(-1), event)) return []
    throw new Refused('elsewhere', `没有您看到的${EXPERIENCE}，可能已经撤回或者又有新的一份；请刷新，核对后再办。`)
  }

/** The office takes down what is published. `seen`: the publication. However the title stands. */
export const takeDownExperience =
  (stream: string, { seen, reason }: Reasoned, { by, received }: Asked): Deciding =>
  ({ experience: { published, down, done } }) => {
    const event = { type: 'experienceTakenDown', v: 1, at: received, by, reason } as const
    if (published && nameOf(published, stream) === seen) return [event]
    if (down && nameOf(down.published, stream) === seen && isSaidAgain(done.at(-1), event)) return []
    throw new Refused('elsewhere', `没有您看到的已公开的${EXPERIENCE}，可能已经撤回、撤下；请刷新，核对后再办。`)
  }

/** What names an event of these to whoever saw it; of a publication without what the fold keeps beside. */
export function nameOf(event: ExperienceEvent & { readonly proposed?: unknown }, stream: string): string {
  const { proposed: _beside, ...written } = event
  return seenAs(written, stream)
}

const isSaidAgain = (
  last: ExperienceEvent | undefined,
  event: ExperienceEventOf<'experienceWithdrawn' | 'experienceTakenDown'>,
): boolean => last?.type === event.type && last.by === event.by && 'reason' in last && last.reason === event.reason
