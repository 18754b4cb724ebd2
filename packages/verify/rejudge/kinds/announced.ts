/**
 * What the one chain of `keepers/roster` says of who kept the roster: each change of it was announced there first, and rests
 * on what a lower number of it made. So no two make one another keepers, whatever their clocks say.
 */
import { dateOf } from '#calendar/deadline.ts'
import { msBetween } from '#calendar/instant.ts'
import type { Commit } from '#ledger/ledger.ts'
import { type Appointment, KEEPERS } from '#procedure/appointments.ts'
import type { Holding } from '#procedure/permissions.ts'
import { FOLLOWS_WITHIN, isUnderWay, KEEPERS_STREAM, type KeeperLine, type KeepersEvent } from '#roster/keepers.ts'
import { type Held, heldOn, isSameAppointment, type Person, personKind, personStream } from '#roster/person.ts'
import type { Elsewhere } from '../elsewhere.ts'

type Announced = Commit<KeepersEvent>
export type Written = { readonly command: string; readonly by: string; readonly at: string }

export const isKeeping = ({ appointment }: { readonly appointment: string }): boolean =>
  KEEPERS.some((part) => part === appointment)

const commandOf = ({ number }: Announced, command: string): string => `keepers ${number - 1} for ${command}`
/** By its click, and as long after it as our functions may take. */
const isFor = (one: Announced, { command, by, at }: Written): boolean =>
  one.by === by && one.command === commandOf(one, command) && Math.abs(msBetween(one.at, at)) <= FOLLOWS_WITHIN
const isLine = (line: KeeperLine, person: string, held: Held): boolean =>
  line.person === person && isSameAppointment(line.held, held) && line.held.to === held.to

/**
 * What was announced for a commit; `line`: of whom, and what. Of whoever does not keep the roster nothing is. A click that
 * was cut off and sent again has announced it more than once.
 */
export const announcedFor = (
  { keepers }: Elsewhere,
  written: Written,
  is: (event: KeepersEvent) => boolean,
  line?: KeeperLine,
): readonly Announced[] =>
  keepers
    .commits(KEEPERS_STREAM)
    .filter(
      (one) =>
        isFor(one, written) &&
        one.events.some(
          (event) =>
            is(event) &&
            (!line || !isKeeping(line.held) || event.lines.some((other) => isLine(other, line.person, line.held))),
        ),
    )

/** What somebody may have held, as far as numbers below one have made them keep the roster. */
export function madeBelow({ keepers }: Elsewhere, person: string, below: number | undefined) {
  const said = keepers.commits(KEEPERS_STREAM).filter(({ number }) => below === undefined || number < below)
  const lines = said.flatMap(({ events }) => events).flatMap((event) => event.lines)
  return (holdings: readonly Held[]): readonly Holding[] =>
    holdings.filter(
      (one) => !isKeeping(one) || lines.some(({ person: of, held }) => of === person && isSameAppointment(held, one)),
    )
}

/** The parts that nobody had by what lower numbers had said: whoever announces something has read all of that, and whatever followed. */
export function vacantBelow({ keepers, persons }: Elsewhere, below: number, received: string): readonly Appointment[] {
  const people = new Map<string, Person>()
  const said = keepers.commits(KEEPERS_STREAM)
  // What a click that was sent again has written follows what it said last, which may be this number.
  const lastFor = (written: Written) => said.findLast((one) => isFor(one, written) && one.at <= written.at)
  const isThere = (one: Announced, { person, held }: KeeperLine) =>
    persons
      .commits(personStream(person))
      .some(
        (commit) =>
          lastFor(commit) === one &&
          commit.events.some((event) => event.type === 'appointed' && isLine({ person, held }, person, event.held)),
      )
  for (const one of said.filter(({ number }) => number < below))
    for (const { at, by, lines } of one.events)
      for (const line of lines.filter((said) => isUnderWay(at, received) || isThere(one, said))) {
        const before = people.get(line.person) ?? personKind.initial
        people.set(line.person, personKind.evolve(before, { type: 'appointed', v: 1, at, by, held: line.held }))
      }
  const held = [...people.values()].flatMap((person) => heldOn(person, dateOf(received)))
  return KEEPERS.filter((part) => !held.some(({ appointment }) => appointment === part))
}
