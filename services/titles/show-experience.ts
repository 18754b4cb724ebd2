/** A unit's experience summary 经验材料 as its page has it: what is in hand, what the public reads, and what this caller may do now. */
import type { ExperiencePage, experienceEndpoints } from '#contracts/title/experience.ts'
import type { UseCase } from '#edge/use-case.ts'
import { seenAs } from '#ledger/seen.ts'
import type { Command } from '#procedure/commands.ts'
import { permissionFor } from '#procedure/permissions.ts'
import { namesOfPeople } from '#rows/looked-up/names-of-people.ts'
import { codeOf, experiencePathOf } from '#title/certificate.ts'
import { nameOf as nameOfEvent, whyNotShown } from '#title/decide-experience.ts'
import { type Experience, standing, type Waits, waitsFor } from '#title/experience.ts'
import { experienceReason, experienceWords } from '#title/experience-events.ts'
import type { Title } from '#title/title.ts'
import { type LookedAtTitle, lookAtTitle } from './look-at-title.ts'
import type { TitleCall, TitleDeps } from './title-deps.ts'

export const readExperience =
  (deps: TitleDeps): UseCase<typeof experienceEndpoints.readExperience> =>
  async (call) =>
    showExperience(deps, call, await lookAtTitle(deps, call))

/** Who does what is to be done next. */
const NEXT: Readonly<Record<Exclude<Waits, 'mending'>, Command>> = {
  consenting: 'consent-experience',
  proposing: 'propose-experience',
  publishing: 'publish-experience',
}

export async function showExperience(
  deps: TitleDeps,
  { params, caller }: TitleCall,
  { stream, read, known }: LookedAtTitle,
): Promise<ExperiencePage> {
  const { batch, unit } = params
  const { state: title } = read
  const { experience } = title
  const may = (command: Command) => permissionFor(command, caller.holdings, { unit }) !== undefined
  const isUnit = caller.holdings.some((held) => held.unit === unit)
  const isOffice = may('propose-experience') || may('publish-experience')
  // What the unit has not agreed to is its own affair.
  const inHand = isUnit || (isOffice && experience.inHand?.consented) ? experience.inHand : undefined
  const { published } = experience
  const down = isUnit || isOffice ? experience.down : undefined
  const people = [inHand?.drafted, inHand?.consented, inHand?.proposed, inHand?.returned, published, down]
  const acted = people.flatMap((one) => (one ? [one.by] : []))
  const proposers = published ? [published.proposedBy] : []
  const nameOf = await namesOfPeople(deps, [...acted, ...proposers], known)
  const done = ({ by, at }: { readonly by: string; readonly at: string }) => ({ by: nameOf(by), at })
  const wordsOf = async (content: string) => experienceWords.parse(await deps.contents.get(content))
  const reasonOf = async (reason: string) => experienceReason.parse(await deps.contents.get(reason)).reason
  const [drafted, shown, taken] = await Promise.all([
    inHand && wordsOf(inHand.drafted.content),
    published && wordsOf(published.content),
    down?.reason && reasonOf(down.reason),
  ])
  const why = whyNotShown(title)
  const code = published || experience.down ? codeOf(stream, title) : undefined
  return {
    ...{ unit, batch },
    ...(why && { whyNot: why }),
    ...(inHand &&
      drafted && {
        inHand: {
          ...{ draft: seenAs(inHand.drafted, stream), seen: seenAs(standing(inHand), stream), waits: waitsFor(inHand) },
          ...{ title: drafted.title, text: drafted.text, drafted: done(inHand.drafted) },
          ...(inHand.consented && { consented: done(inHand.consented) }),
          ...(inHand.proposed && { proposed: done(inHand.proposed) }),
          ...(inHand.returned && { returned: { ...done(inHand.returned), reason: inHand.returned.reason } }),
        },
      }),
    ...(published &&
      shown && {
        published: {
          ...{ seen: nameOfEvent(published, stream), title: shown.title, text: shown.text, ...done(published) },
          proposedBy: nameOf(published.proposedBy),
        },
      }),
    ...(down && {
      down: {
        ...{ taker: down.taker, title: down.published.title, on: down.on },
        ...(taken && { by: nameOf(down.by), reason: taken }),
      },
    }),
    ...(code && { path: experiencePathOf(code) }),
    commands: commandsOf(title, experience, { may, by: caller.person }),
  }
}

type Asking = { readonly may: (command: Command) => boolean; readonly by: string }
function commandsOf(title: Title, { inHand, published }: Experience, { may, by }: Asking): Command[] {
  const waits = inHand && waitsFor(inHand)
  const next = waits && waits !== 'mending' ? NEXT[waits] : undefined
  const isOwn = inHand !== undefined && standing(inHand).by === by
  const open = whyNotShown(title) === undefined
  const offers: readonly (Command | undefined)[] = [
    open ? 'draft-experience' : undefined,
    // What one has done oneself another looks at; sent back it may be however the title stands.
    isOwn ? undefined : next,
    inHand || published ? 'withdraw-experience' : undefined,
    published ? 'take-experience-down' : undefined,
  ]
  return offers.flatMap((command) => (command && may(command) ? [command] : []))
}
