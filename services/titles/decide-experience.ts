/** A unit's experience summary 经验材料: drafted and agreed to in the unit, proposed and published by the office, taken back or down. */
import type { ExperiencePage, experienceEndpoints } from '#contracts/title/experience.ts'
import type { UseCase } from '#edge/use-case.ts'
import type { Decision } from '#ledger/kind.ts'
import * as deciders from '#title/decide-experience.ts'
import type { Waits } from '#title/experience.ts'
import type { Title } from '#title/title.ts'
import type { TitleEvent } from '#title/title-events.ts'
import { askedBy, decideOnTitle, type TitleClick } from './decide-and-show.ts'
import { showExperience } from './show-experience.ts'
import type { TitleDeps } from './title-deps.ts'

type Uses = typeof experienceEndpoints
type Deciding = Decision<TitleEvent, Title>

async function decide(
  deps: TitleDeps,
  call: TitleClick,
  deciding: (stream: string) => Promise<Deciding>,
): Promise<ExperiencePage> {
  const looked = await decideOnTitle(deps, call, ({ stream }) => deciding(stream))
  return showExperience(deps, call, looked)
}

export const draftExperience =
  (deps: TitleDeps): UseCase<Uses['draftExperience']> =>
  (call) =>
    decide(deps, call, async (stream) => {
      const { replaces, ...words } = call.body
      const named = deciders.naming(words)
      await deps.contents.put(words)
      return deciders.draftExperience(stream, { ...named, replaces }, askedBy(call))
    })

export const consentToExperience =
  (deps: TitleDeps): UseCase<Uses['consentToExperience']> =>
  (call) =>
    decide(deps, call, async (stream) => deciders.consentToExperience(stream, call.body, askedBy(call)))

export const proposeExperience =
  (deps: TitleDeps): UseCase<Uses['proposeExperience']> =>
  (call) =>
    decide(deps, call, async (stream) => deciders.proposeExperience(stream, call.body, askedBy(call)))

export const publishExperience =
  (deps: TitleDeps): UseCase<Uses['publishExperience']> =>
  (call) =>
    decide(deps, call, async (stream) => deciders.publishExperience(stream, call.body, askedBy(call)))

/** Why lies in `contents`, since it may say whom the words named. */
const reasoned = async <B extends { readonly reason: string }>({ contents }: TitleDeps, { reason, ...body }: B) => ({
  ...body,
  reason: await contents.put({ reason }),
})

type Returning = Uses['declineExperience' | 'returnExperience' | 'returnExperienceProposal']
const returning =
  (waits: Exclude<Waits, 'mending'>) =>
  (deps: TitleDeps): UseCase<Returning> =>
  (call) =>
    decide(deps, call, async (stream) => deciders.returnExperience(stream, waits, call.body, askedBy(call)))
export const declineExperience = returning('consenting')
export const returnExperience = returning('proposing')
export const returnExperienceProposal = returning('publishing')

export const withdrawExperience =
  (deps: TitleDeps): UseCase<Uses['withdrawExperience']> =>
  (call) =>
    decide(deps, call, async (stream) =>
      deciders.withdrawExperience(stream, await reasoned(deps, call.body), askedBy(call)),
    )

export const takeExperienceDown =
  (deps: TitleDeps): UseCase<Uses['takeExperienceDown']> =>
  (call) =>
    decide(deps, call, async (stream) =>
      deciders.takeDownExperience(stream, await reasoned(deps, call.body), askedBy(call)),
    )
