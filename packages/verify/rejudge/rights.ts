/** Whether somebody had the right to what stands under their name. */
import { dateOf } from '#calendar/deadline.ts'
import type { FileOwner } from '#evidence/file-owner.ts'
import type { Decision } from '#ledger/kind.ts'
import { Refused } from '#ledger/refused.ts'
import { COMMANDS, type Command } from '#procedure/commands.ts'
import { permissionFor } from '#procedure/permissions.ts'
import type { Procedure } from '#procedure/procedure.ts'
import { type Held, heldOn, personStream } from '#roster/person.ts'
import { MARGIN_MS, MOMENT_MS } from '../verify-roots.ts'
import type { Elsewhere } from './elsewhere.ts'

export type By = { readonly by: string; readonly received: string }
export type Right = {
  readonly unit?: string | undefined
  readonly procedure?: Procedure
  readonly step?: string | undefined
  readonly file?: FileOwner
}

/** What somebody may have held, by every state in which their own stream may have been read: hardly by what came later. */
export const holdingsOf = ({ persons }: Elsewhere, { by, received }: By): readonly (readonly Held[])[] =>
  persons.at(personStream(by), received, MARGIN_MS, MOMENT_MS).map((state) => heldOn(state, dateOf(received)))

/** @throws Refused */
export function mustHaveRight(elsewhere: Elsewhere, command: Command, by: By, about: Right = {}): void {
  const mayBe = holdingsOf(elsewhere, by)
  if (!mayBe.some((holdings) => permissionFor(command, holdings, about) !== undefined))
    throw new Refused('forbidden', `${by.by}当时没有“${COMMANDS[command]}”的岗位`)
}

/** The decision, where whoever took it had the right to it. */
export const byRight =
  <Event, State>(
    elsewhere: Elsewhere,
    command: Command,
    by: By,
    decide: Decision<Event, State>,
    about: (state: State) => Right = () => ({}),
  ): Decision<Event, State> =>
  (state) => {
    const events = decide(state)
    if (events.length > 0) mustHaveRight(elsewhere, command, by, about(state))
    return events
  }

/**
 * What a unit enters is its own people's, and whoever holds nothing there enters it from its paper 代录.
 * @throws Refused where it says otherwise
 */
export function mustSayForWhom(elsewhere: Elsewhere, by: By, unit: string, byOffice: boolean): void {
  const mayBe = holdingsOf(elsewhere, by)
  if (!mayBe.some((holdings) => holdings.some((held) => held.unit === unit) !== byOffice))
    throw new Refused(
      'forbidden',
      byOffice ? `${by.by}当时在${unit}任职，不是代录` : `${by.by}当时不在${unit}任职，没有写明代录`,
    )
}
