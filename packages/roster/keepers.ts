/**
 * What is about to change of who keeps the roster 名册管理员, and the founding. Stream `keepers/roster`: whoever decides
 * such a change looks at the keepers' own streams and writes here first, so that of two at the same instant the second
 * learns of the first. What counts stands in each person's own stream.
 */
import { z } from 'zod/mini'
import { msBetween } from '#calendar/instant.ts'
import type { Kind } from '#ledger/kind.ts'
import { Refused } from '#ledger/refused.ts'
import { held, type Person, personKind } from './person.ts'

const line = z.object({ person: z.string(), held })
/** `founding`: by whoever stood in for both parts, while nobody kept the roster. */
const changing = z.object({
  type: z.literal('changing'),
  v: z.literal(1),
  at: z.iso.datetime({ precision: 3 }),
  by: z.string(),
  founding: z.optional(z.literal(true)),
  lines: z.array(line),
})
export const keepersEvent = z.discriminatedUnion('type', [changing])
export type KeepersEvent = z.infer<typeof keepersEvent>
export type KeeperLine = z.infer<typeof line>

/** Everything that was ever announced, the first one first. */
export type Keepers = { readonly announced: readonly KeepersEvent[] }
export const KEEPERS_STREAM = 'keepers/roster'
export const keepersKind: Kind<KeepersEvent, Keepers> = {
  parse: (stored) => keepersEvent.parse(stored),
  initial: { announced: [] },
  evolve: ({ announced }, event) => ({ announced: [...announced, event] }),
}

/** Others have changed something of it since it was read. */
export class KeepersChanged extends Refused {
  constructor() {
    super('conflict', '名册的管理员刚刚另有变动，本次没有办理；请刷新页面，核对后再办。')
  }
}

/** Says what is to be written, while all stands as it was looked at. */
export const announce =
  (
    event: Omit<KeepersEvent, 'type' | 'v' | 'at'> & { readonly received: string },
    looked: Keepers,
  ): ((state: Keepers) => KeepersEvent[]) =>
  ({ announced }) => {
    const { received, ...said } = event
    if (announced.length !== looked.announced.length) throw new KeepersChanged()
    return [{ type: 'changing', v: 1, at: received, ...said }]
  }

/**
 * How long what was announced may still be written into the person's own stream, in milliseconds: a function that has
 * not ended by then never will, for it is given less.
 */
export const FOLLOWS_WITHIN = 60_000
export const isUnderWay = (at: string, received: string): boolean => msBetween(at, received) < FOLLOWS_WITHIN

const linesOf = ({ announced }: Keepers, person: string, received: string) =>
  announced.flatMap(({ at, lines }) =>
    isUnderWay(at, received) ? lines.flatMap((one) => (one.person === person ? [{ at, held: one.held }] : [])) : [],
  )
const withLines = (state: Person, lines: readonly { readonly at: string; readonly held: KeeperLine['held'] }[]) =>
  lines.reduce((before, one) => personKind.evolve(before, { type: 'appointed', v: 1, by: '', ...one }), state)

/** Somebody as far as they can be counted on: a last day that is under way is theirs, a post that is under way is not. */
export const countedOn = (state: Person, keepers: Keepers, person: string, received: string): Person =>
  withLines(
    state,
    linesOf(keepers, person, received).filter(({ held: { to } }) => to !== undefined),
  )

/** Somebody as they may be in a moment: whoever founds a county is not to do so beside them. */
export const mayBe = (state: Person, keepers: Keepers, person: string, received: string): Person =>
  withLines(state, linesOf(keepers, person, received))

/** Everybody of whom something was ever announced. */
export const namedIn = ({ announced }: Keepers): readonly string[] => [
  ...new Set(announced.flatMap(({ lines }) => lines.map(({ person }) => person))),
]
