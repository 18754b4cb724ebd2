/** Whether an experience summary 经验材料 could be drafted, agreed to, published and taken down so, by whoever had the right to it. */
import type { Decision } from '#ledger/kind.ts'
import { Refused } from '#ledger/refused.ts'
import { seenAs } from '#ledger/seen.ts'
import type { Command } from '#procedure/commands.ts'
import * as deciders from '#title/decide-experience.ts'
import { standing, type Waits, waitsFor } from '#title/experience.ts'
import { type ExperienceEvent, type ExperienceEventOf, experienceWords } from '#title/experience-events.ts'
import type { Title } from '#title/title.ts'
import type { TitleEvent } from '#title/title-events.ts'
import type { Elsewhere } from '../elsewhere.ts'
import type { About } from '../judging.ts'
import { mustHaveRight } from '../rights.ts'

type Deciding = Decision<TitleEvent, Title>

const RIGHTS: Readonly<Record<Exclude<ExperienceEvent['type'], 'experienceReturned'>, Command>> = {
  experienceDrafted: 'draft-experience',
  experienceConsented: 'consent-experience',
  experienceProposed: 'propose-experience',
  experiencePublished: 'publish-experience',
  experienceWithdrawn: 'withdraw-experience',
  experienceTakenDown: 'take-experience-down',
}
/** It is returned by whoever had to act next. */
const RETURNS: Readonly<Record<Exclude<Waits, 'mending'>, Command>> = {
  consenting: 'consent-experience',
  proposing: 'propose-experience',
  publishing: 'publish-experience',
}

export const isOfExperience = (event: TitleEvent): event is ExperienceEvent =>
  event.type === 'experienceReturned' || Object.hasOwn(RIGHTS, event.type)

/** @throws Refused where nobody could have done it so */
export function judgedExperience(
  { stream, ids, state, elsewhere }: About<TitleEvent, Title>,
  event: ExperienceEvent,
): Deciding {
  const [unit = ''] = ids
  const { by, at: received } = event
  const who = { by, received }
  const { inHand, published } = state.experience
  const seen = inHand ? seenAs(standing(inHand), stream) : ''
  const right = (command: Command) => mustHaveRight(elsewhere, command, who, { unit })
  if (event.type === 'experienceReturned') {
    const waits = inHand && waitsFor(inHand)
    if (!waits || waits === 'mending') throw new Refused('elsewhere', '没有等待办理的经验材料，不能退回')
    right(RETURNS[waits])
    return deciders.returnExperience(stream, waits, { seen, reason: event.reason }, who)
  }
  right(RIGHTS[event.type])
  switch (event.type) {
    case 'experienceDrafted': {
      mustBeTheWords(elsewhere, event)
      const replaces = inHand && seenAs(inHand.drafted, stream)
      return deciders.draftExperience(stream, { title: event.title, content: event.content, replaces }, who)
    }
    case 'experienceConsented':
      return deciders.consentToExperience(stream, { seen }, who)
    case 'experienceProposed':
      return deciders.proposeExperience(stream, { seen }, who)
    case 'experiencePublished':
      return deciders.publishExperience(stream, { prepared: seen, secrecyChecked: true }, who)
    case 'experienceWithdrawn': {
      const { what, reason } = event
      const shown = published ? deciders.nameOf(published, stream) : ''
      const draft = inHand ? seenAs(inHand.drafted, stream) : ''
      return deciders.withdrawExperience(stream, { what, seen: what === 'published' ? shown : draft, reason }, who)
    }
    case 'experienceTakenDown':
      return deciders.takeDownExperience(
        stream,
        { seen: published ? deciders.nameOf(published, stream) : '', reason: event.reason },
        who,
      )
  }
}

/** What the digest names are such words, under that title, and name nobody. Without the text whoever reads texts has told. @throws Refused */
function mustBeTheWords({ textOf }: Elsewhere, { title, content }: ExperienceEventOf<'experienceDrafted'>): void {
  const kept = textOf(content)
  if (!kept) return
  const { data } = experienceWords.safeParse(kept.is)
  if (!data) throw new Refused('incomplete', '所指的内容不是经验材料')
  const named = deciders.naming(data)
  if (named.title !== title || named.content !== content)
    throw new Refused('incomplete', `所指经验材料的标题或者正文与记录的不同`)
}
