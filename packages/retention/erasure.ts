/**
 * The erasure decider 到期清除: what is due on a day, as the daily function found it; one proposes to erase it, another
 * approves, and the function erases. Stream `retention/<day>`. Events hold opaque ids and digests, nothing about anybody.
 */
import { z } from 'zod/mini'
import { dateOf } from '#calendar/deadline.ts'
import { msBetween } from '#calendar/instant.ts'
import { saidDay } from '#calendar/said.ts'
import type { DataKind } from '#county/retention.ts'
import { isRepeated, mustApprove, mustGiveWay, mustWait } from '#ledger/by-two.ts'
import { canonicalJson } from '#ledger/chain.ts'
import type { Decision, Kind } from '#ledger/kind.ts'
import { Refused } from '#ledger/refused.ts'
import { isDue, REASONS, type Reason, type Retained } from './retained.ts'

const instant = z.iso.datetime({ precision: 3 })
const v = z.literal(1)
const head = { v, at: instant, by: z.string() }
const KINDS = { contact: '联系人', signer: '签署人', objector: '异议人', staff: '工作人员', login: '账号名称' } as const
export const KIND_TITLES: Readonly<Record<DataKind, string>> = KINDS
const kind = z.enum(['contact', 'signer', 'objector', 'staff', 'login'])
const because = z.enum(['inUse', 'replaced', 'over', 'answered', 'left', 'unlinked', 'unnamed'] satisfies Reason[])

/** `digest`: none where no event names them. `due`: the first day on which nothing asks to keep them. */
const line = z.object({
  id: z.string(),
  digest: z.optional(z.string()),
  kind,
  stream: z.string(),
  objection: z.optional(z.string()),
  because,
  due: z.iso.date(),
})
export type Line = z.infer<typeof line>

/** `lines`: what is due, the oldest first; `total`: how many there were; `coming`: what falls due next; `blocked`: rows whose use is blocked. */
const found = z.object({
  type: z.literal('found'),
  ...head,
  lines: z.array(line),
  total: z.int(),
  coming: z.array(line),
  blocked: z.int(),
})
const prepared = z.object({ type: z.literal('prepared'), ...head, ids: z.array(z.string()).check(z.minLength(1)) })
const returned = z.object({
  type: z.literal('preparationReturned'),
  ...head,
  reason: z.string().check(z.minLength(1), z.maxLength(500)),
})
const approved = z.object({
  type: z.literal('approved'),
  ...head,
  preparedBy: z.string(),
  ids: z.array(z.string()).check(z.minLength(1)),
})
/** A run of the function has begun to erase: no other one does until it has ended. */
const erasing = z.object({ type: z.literal('erasing'), ...head })
/** `left`: what was needed again by then. */
const erased = z.object({ type: z.literal('erased'), ...head, ids: z.array(z.string()), left: z.array(z.string()) })

export const retentionEvent = z.discriminatedUnion('type', [found, prepared, returned, approved, erasing, erased])
export type RetentionEvent = z.infer<typeof retentionEvent>
export type Found = z.infer<typeof found>
export type Erasure = {
  readonly found?: Found
  /** What waits for approval. */
  readonly prepared?: z.infer<typeof prepared>
  readonly returned?: z.infer<typeof returned> & { readonly ids: readonly string[] }
  readonly approved?: z.infer<typeof approved>
  readonly erasing?: z.infer<typeof erasing>
  readonly erased?: z.infer<typeof erased>
}

const PREFIX = 'retention/'
export const retentionStream = (day: string): string => `${PREFIX}${day}`
export const isRetention = (stream: string): boolean => stream.startsWith(PREFIX)

export const retentionKind: Kind<RetentionEvent, Erasure> = {
  parse: (stored) => retentionEvent.parse(stored),
  initial: {},
  evolve: ({ prepared: waiting, ...state }, event) => {
    switch (event.type) {
      case 'found':
        return { ...state, found: event }
      case 'prepared': {
        const { returned: _again, ...rest } = state
        return { ...rest, prepared: event }
      }
      case 'preparationReturned':
        return { ...state, returned: { ...event, ids: waiting?.ids ?? [] } }
      case 'approved':
        // Hashes say that it was written so, not that it could be decided.
        return waiting && isAnswer(event, waiting) ? { ...state, approved: event } : state
      case 'erasing':
        return { ...state, erasing: event }
      case 'erased':
        return { ...state, erased: event }
    }
  },
}

/** Of what waits, all of it, by somebody else. */
const isAnswer = ({ by, preparedBy, ids }: z.infer<typeof approved>, waiting: z.infer<typeof prepared>): boolean =>
  by !== waiting.by && preparedBy === waiting.by && canonicalJson(ids) === canonicalJson(waiting.ids)

type Deciding = Decision<RetentionEvent, Erasure>
type Asked = { readonly by: string; readonly received: string }
/** What the streams say now of what a list names; `today` in Asia/Shanghai. */
export type Now = { readonly retained: ReadonlyMap<string, Retained>; readonly today: string }

/** As much of an id as tells a line from the others for people. */
export const shownId = (id: string): string => (id.split('/').at(-1) ?? id).slice(0, 8)

const preparing = (stream: string) => ({ stream, what: '清除清单' })
/** Of one list; what is left over stands on the next day's. */
export const MOST_LINES = 300
export const MOST_COMING = 20

/** What the daily function found. It says so once a day. */
export const recordFound =
  (what: Omit<Found, 'type' | 'v' | 'at' | 'by'>, { by, received }: Asked): Deciding =>
  (state) =>
    state.found ? [] : [{ type: 'found', v: 1, at: received, by, ...what }]

/** Whether another day's list would say the same. */
export const saysTheSame = (a: Found, b: Omit<Found, 'type' | 'v' | 'at' | 'by'>): boolean =>
  canonicalJson([a.lines, a.total, a.coming, a.blocked]) === canonicalJson([b.lines, b.total, b.coming, b.blocked])

/** Proposes to erase lines of the list. */
export const proposeErasure =
  (
    stream: string,
    { ids, replaces }: { readonly ids: readonly string[]; readonly replaces?: string | undefined },
    now: Now,
    { by, received }: Asked,
  ): Deciding =>
  (state) => {
    const { found: list, prepared: standing } = state
    if (!list) throw new Refused('unknown', '没有这一日的清单；请从“到期清除”重新进入。')
    mustBeOpen(state)
    const listed = new Map([...list.lines, ...list.coming].map((one) => [one.id, one]))
    const unknown = ids.filter((id) => !listed.has(id))
    if (unknown.length > 0)
      throw new Refused('incomplete', `清单中没有其中的${unknown.length}条；请刷新后重新选择。`, {
        ids: '有不在清单中的条目',
      })
    if (ids.length === 0) throw new Refused('incomplete', '没有选择要清除的条目。', { ids: '请选择要清除的条目' })
    mustBeDue(ids, listed, now)
    const asking: z.infer<typeof prepared> = { type: 'prepared', v: 1, at: received, by, ids: [...new Set(ids)] }
    if (isRepeated(standing, asking)) return []
    mustGiveWay(standing, { by, replaces }, preparing(stream))
    return [asking]
  }

/** Sends a proposal back. `prepared`: the one that was seen. */
export const returnErasure =
  (
    stream: string,
    { prepared: seen, reason }: { readonly prepared: string; readonly reason: string },
    { by, received }: Asked,
  ): Deciding =>
  (state) => {
    const { prepared: standing, returned: before } = state
    if (!standing && before?.reason === reason && before.by === by) return []
    mustBeOpen(state)
    const waiting = mustWait(standing, seen, preparing(stream))
    if (waiting.by === by) throw new Refused('forbidden', '清除清单是您提请的，请由负责人批准或退回。')
    return [{ type: 'preparationReturned', v: 1, at: received, by, reason }]
  }

/** Another person approves: from then on the lines are erased, and nothing brings them back. */
export const approveErasure =
  (stream: string, prepared: string, now: Now, { by, received }: Asked): Deciding =>
  (state) => {
    const { found: list, prepared: standing, approved: done } = state
    if (done?.by === by) return []
    mustBeOpen(state)
    const waiting = mustWait(standing, prepared, preparing(stream))
    // Nothing is published.
    mustApprove(waiting, by, { prepared, secrecyChecked: true }, preparing(stream))
    const { ids, by: preparedBy } = waiting
    mustBeDue(ids, new Map([...(list?.lines ?? []), ...(list?.coming ?? [])].map((one) => [one.id, one])), now)
    return [{ type: 'approved', v: 1, at: received, by, preparedBy, ids }]
  }

/** The function runs for a quarter of an hour at most: whoever has begun longer ago does not go on. */
export const RUN_MS = 16 * 60_000

/** Begins to erase; nothing where somebody else is at it, or all is done. */
export const beginErasing =
  ({ by, received }: Asked): Deciding =>
  ({ approved: may, erasing: begun, erased: done }) => {
    if (!may || done) return []
    const isUnderWay = begun !== undefined && msBetween(begun.at, received) < RUN_MS
    return isUnderWay ? [] : [{ type: 'erasing', v: 1, at: received, by }]
  }

/** What was erased, and what was not since somebody needs it again. */
export const recordErased =
  (ids: readonly string[], left: readonly string[], { by, received }: Asked): Deciding =>
  ({ approved: may, erasing: begun, erased: done }) =>
    !may || !begun || done ? [] : [{ type: 'erased', v: 1, at: received, by, ids: [...ids], left: [...left] }]

function mustBeOpen({ approved: done }: Erasure): void {
  if (done) throw new Refused('elsewhere', '这份清单已经批准清除，不能再改；其余的列入下一日的清单。')
}

/** @throws Refused naming the day until which something is kept */
function mustBeDue(ids: readonly string[], listed: ReadonlyMap<string, Line>, { retained, today }: Now): void {
  const early = ids.flatMap((id) => {
    const one = retained.get(id)
    const about = listed.get(id)
    return about && !(one && isDue(one, today) && isDue(about, today)) ? [{ ...about, one }] : []
  })
  const [first] = early
  if (!first) return
  // The list said a later day: the county keeps less since, and the next list says so.
  const day = first.one?.due && [first.one.due, first.due].toSorted().at(-1)
  const until = day ? `${saidDay(day)}才到期` : first.one ? REASONS[first.one.because] : '查不到依据'
  const named = `${KIND_TITLES[first.kind]}（编号${shownId(first.id)}）`
  const others = early.length > 1 ? `，另有${early.length - 1}条也没有到期` : ''
  throw new Refused('early', `${named}${until}，不能清除${others}；请去掉这些条目后再办。`, {
    ids: `${early.length}条没有到期`,
  })
}

/** Approved to be erased, and due by then: what a row may say of itself. */
export function approvedLines({ found: list, approved: may, erased: done }: Erasure): readonly Line[] {
  const left = new Set(done?.left)
  const ids = new Set(may?.ids.filter((id) => !left.has(id)))
  const on = may && dateOf(may.at)
  return [...(list?.lines ?? []), ...(list?.coming ?? [])].filter(
    (one) => on !== undefined && ids.has(one.id) && one.because !== 'inUse' && isDue(one, on),
  )
}
