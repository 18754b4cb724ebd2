/**
 * Who of a unit writes which indicator of its self-assessment, as its people have agreed. It keeps none of its clerks from
 * writing: it says whom an indicator waits for, and a department's clerk writes and reads no other. Stream `spread/<batch>/<unit>`.
 */
import { z } from 'zod/mini'
import { dateOf, firstLateInstant } from '#calendar/deadline.ts'
import { saidEnd } from '#calendar/said.ts'
import type { Decision, Kind } from '#ledger/kind.ts'
import { Refused } from '#ledger/refused.ts'

/** As many as a long standard has. */
export const MOST_GIVEN = 2000
export const LONGEST_DEPARTMENT = 30
export const LONGEST_REASON = 200

const head = { v: z.literal(1), at: z.iso.datetime({ precision: 3 }), by: z.string() }
const items = z.array(z.string()).check(z.minLength(1), z.maxLength(MOST_GIVEN))
/** `organ`: the department of the unit that they write it for. `due`: the day by which it is wanted. */
const given = z.object({
  type: z.literal('given'),
  ...head,
  items,
  person: z.string(),
  organ: z.optional(z.string().check(z.minLength(1), z.maxLength(LONGEST_DEPARTMENT))),
  due: z.optional(z.iso.date()),
})
/** Whoever spreads them has taken them from whoever had them. */
const taken = z.object({ type: z.literal('taken'), ...head, items })
/** Whoever had them does not write them. */
const givenBack = z.object({
  type: z.literal('givenBack'),
  ...head,
  items,
  reason: z.string().check(z.minLength(1), z.maxLength(LONGEST_REASON)),
})
export const spreadEvent = z.discriminatedUnion('type', [given, taken, givenBack])
export type SpreadEvent = z.infer<typeof spreadEvent>
type Given = z.infer<typeof given>
type GivenBack = z.infer<typeof givenBack>

/** `seen`: how many changes there were. */
export type Spread = {
  readonly shares: ReadonlyMap<string, Given>
  readonly backs: ReadonlyMap<string, GivenBack>
  readonly seen: number
}

export const spreadStream = (batch: string, unit: string): string => `spread/${batch}/${unit}`

const without = <Value>(map: ReadonlyMap<string, Value>, keys: readonly string[]): Map<string, Value> =>
  new Map([...map].filter(([key]) => !keys.includes(key)))
const withAll = <Value>(map: ReadonlyMap<string, Value>, keys: readonly string[], of: (key: string) => Value) =>
  new Map([...map, ...keys.map((key) => [key, of(key)] as const)])

/** What one person has been given. */
export const itemsOf = ({ shares }: Pick<Spread, 'shares'>, person: string): ReadonlySet<string> =>
  new Set([...shares].flatMap(([item, share]) => (share.person === person ? [item] : [])))

export const spreadKind: Kind<SpreadEvent, Spread> = {
  parse: (stored) => spreadEvent.parse(stored),
  initial: { shares: new Map(), backs: new Map(), seen: 0 },
  evolve: ({ shares, backs, seen }, event) => ({
    shares: event.type === 'given' ? withAll(shares, event.items, () => event) : without(shares, event.items),
    backs: event.type === 'givenBack' ? withAll(backs, event.items, () => event) : without(backs, event.items),
    seen: seen + 1,
  }),
}

type Asked = { readonly by: string; readonly received: string }
type Deciding = Decision<SpreadEvent, Spread>
export type Share = Pick<Given, 'person' | 'organ' | 'due'>

/** Nobody moves what they have not seen where it lies. */
function mustBeAsSeen(state: Spread, seen: number): void {
  if (state.seen !== seen) throw new Refused('conflict', '自评分工刚刚有变动，本次没有办理；请刷新，核对后再办。')
}

const isSame = (one: Share | undefined, { person, organ, due }: Share): boolean =>
  one?.person === person && one.organ === organ && one.due === due

/**
 * Gives indicators to one person, whoever had them.
 * @param latest the instant from which the form that holds the self-assessment is late; undefined where it has no date
 */
export const giveIndicators =
  (
    { items: asked, person, organ, due }: Share & { readonly items: readonly string[] },
    { seen, latest }: { readonly seen: number; readonly latest?: string | undefined },
    { by, received }: Asked,
  ): Deciding =>
  (state) => {
    const moved = [...new Set(asked)].filter((item) => !isSame(state.shares.get(item), { person, organ, due }))
    if (moved.length === 0) return []
    mustBeAsSeen(state, seen)
    const wrong = due && whyNotDue(due, dateOf(received), latest)
    if (wrong) throw new Refused('incomplete', '分工没有保存。', { due: wrong })
    return [
      {
        ...{ type: 'given', v: 1, at: received, by, items: moved, person },
        ...(organ && { organ }),
        ...(due && { due }),
      },
    ]
  }

function whyNotDue(due: string, today: string, latest: string | undefined): string | undefined {
  if (due < today) return '要求完成的日期不能早于今天'
  return latest && firstLateInstant(due) > latest
    ? `要求完成的日期不能晚于申报截止时间（${saidEnd(latest)}）`
    : undefined
}

/** Takes indicators from whoever has them. */
export const takeIndicators =
  (asked: readonly string[], seen: number, { by, received }: Asked): Deciding =>
  (state) => {
    const moved = [...new Set(asked)].filter((item) => state.shares.has(item))
    if (moved.length === 0) return []
    mustBeAsSeen(state, seen)
    return [{ type: 'taken', v: 1, at: received, by, items: moved }]
  }

/** Gives back what one has been given, and says why. */
export const giveBackIndicators =
  (asked: readonly string[], reason: string, seen: number, { by, received }: Asked): Deciding =>
  (state) => {
    const wanted = [...new Set(asked)]
    const isBack = (item: string) => state.backs.get(item)?.by === by && state.backs.get(item)?.reason === reason
    if (wanted.every(isBack)) return []
    mustBeAsSeen(state, seen)
    if (wanted.some((item) => state.shares.get(item)?.person !== by))
      throw new Refused('elsewhere', '所选指标中有的没有分给您，不能退回；请刷新后再办。')
    return [{ type: 'givenBack', v: 1, at: received, by, items: wanted, reason }]
  }
