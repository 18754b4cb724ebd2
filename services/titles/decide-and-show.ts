/** Decides on a title as it was looked at, and answers with its page. */
import type { TitlePage, titleEndpoints } from '#contracts/title/title.ts'
import type { Call } from '#edge/use-case.ts'
import { Overtaken } from '#ledger/by-two.ts'
import type { Decision } from '#ledger/kind.ts'
import { doneBy, execute } from '#ledger/ledger.ts'
import { namesOfPeople } from '#rows/looked-up/names-of-people.ts'
import { type Title, titleKind } from '#title/title.ts'
import type { TitleEvent } from '#title/title-events.ts'
import { type LookedAtTitle, lookAtTitle } from './look-at-title.ts'
import { showTitle } from './show-title.ts'
import type { TitleDeps } from './title-deps.ts'

export type TitleClick = Pick<Call<typeof titleEndpoints.approveMeasure>, 'params' | 'caller' | 'received' | 'command'>
export const askedBy = ({ caller, received }: TitleClick) => ({ by: caller.person, received })

type Preparing = (looked: LookedAtTitle) => Promise<Decision<TitleEvent, Title>>

/**
 * @param prepare looks into what the decision rests on; left out for a click that was decided already
 * @returns the title as it stands then
 * @throws Refused, with the name of whoever has prepared meanwhile
 */
export async function decideOnTitle(deps: TitleDeps, click: TitleClick, prepare: Preparing): Promise<LookedAtTitle> {
  const looked = await lookAtTitle(deps, click)
  const { stream, read, known } = looked
  const { command, caller } = click
  const by = caller.person
  if (doneBy(read.commits, { command, by })) return looked
  try {
    const decide = await prepare(looked)
    const answer = await execute(deps.ledger, titleKind, { stream, command, by, first: read, decide })
    return { ...looked, read: { ...read, ...answer } }
  } catch (error) {
    if (!(error instanceof Overtaken)) throw error
    throw error.named((await namesOfPeople(deps, [error.by], known))(error.by))
  }
}

/** The same, answered with the page of the title. */
export const decideAndShow = async (deps: TitleDeps, click: TitleClick, prepare: Preparing): Promise<TitlePage> =>
  showTitle(deps, click, await decideOnTitle(deps, click, prepare))
