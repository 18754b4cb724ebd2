/** The objection decider 异议: what the office does with one objection. Stream `objection/<id>`. */
import { z } from 'zod/mini'
import { mustNameNobody } from '#batch/names-somebody.ts'
import { said } from '#calendar/said.ts'
import type { Decision, Kind } from '#ledger/kind.ts'
import { Refused } from '#ledger/refused.ts'
import type { Command } from '#procedure/commands.ts'

const instant = z.iso.datetime({ precision: 3 })
const text = z.string().check(z.minLength(1), z.maxLength(2000))
const v = z.literal(1)

const received = z.object({
  type: z.literal('received'),
  v,
  at: instant,
  notice: z.string(),
  about: z.string(),
  answerBy: z.iso.date(),
  /** Who entered it for the office, or took it from the public page; older ones do not say. */
  by: z.optional(z.string()),
})
const admitted = z.object({ type: z.literal('admitted'), v, at: instant, by: z.string() })
const declined = z.object({ type: z.literal('declined'), v, at: instant, by: z.string(), reason: text })
/** The finding and the reply to the objector, in one decision. */
const found = z.object({
  type: z.literal('found'),
  v,
  at: instant,
  by: z.string(),
  result: z.enum(['upheld', 'reassess', 'notUpheld']),
  reason: text,
  reply: text,
})

export const objectionEvent = z.discriminatedUnion('type', [received, admitted, declined, found])
export type ObjectionEvent = z.infer<typeof objectionEvent>

export type Objection = {
  readonly status: 'unknown' | 'received' | 'admitted' | 'declined' | 'upheld' | 'reassess' | 'notUpheld'
  readonly notice?: string
  readonly about?: string
  readonly answerBy?: string
  readonly enteredBy?: string
  readonly reason?: string
  readonly reply?: string
  /** Who has decided last, and when. */
  readonly decided?: { readonly by: string; readonly at: string }
}

export const objectionStream = (id: string): string => `objection/${id}`

export const objectionKind: Kind<ObjectionEvent, Objection> = {
  parse: (stored) => objectionEvent.parse(stored),
  initial: { status: 'unknown' },
  evolve: (state, event) => {
    switch (event.type) {
      case 'received':
        return {
          ...{ status: 'received', notice: event.notice, about: event.about, answerBy: event.answerBy },
          ...(event.by !== undefined && { enteredBy: event.by }),
        }
      case 'admitted':
        return { ...state, status: 'admitted', decided: decidedIn(event) }
      case 'declined':
        return {
          ...{ ...state, status: 'declined', reason: event.reason, reply: event.reason },
          decided: decidedIn(event),
        }
      case 'found':
        return {
          ...{ ...state, status: event.result, reason: event.reason, reply: event.reply },
          decided: decidedIn(event),
        }
    }
  },
}

const decidedIn = ({ by, at }: { readonly by: string; readonly at: string }) => ({ by, at })

type Deciding = Decision<ObjectionEvent, Objection>
type Asked = { readonly by: string; readonly received: string }

/** Follows the receipt line in the notice's stream. */
export const openObjection =
  (line: { notice: string; about: string; answerBy: string; by: string }, at: string): Deciding =>
  ({ status }) =>
    status === 'unknown' ? [{ type: 'received', v: 1, at, ...line }] : []

/** `enteredBy`: as the notice's receipt line has it. */
export const admit =
  ({ by, received }: Asked, enteredBy: string): Deciding =>
  (state) => {
    if (state.status === 'admitted' && isOwn(state, by)) return []
    mustBe('received', state)
    mustNotHaveEntered(by, enteredBy)
    return [{ type: 'admitted', v: 1, at: received, by }]
  }

export const decline =
  (reason: string, { by, received }: Asked, enteredBy: string): Deciding =>
  (state) => {
    if (state.status === 'declined' && state.reason === reason && isOwn(state, by)) return []
    mustBe('received', state)
    mustNotHaveEntered(by, enteredBy)
    mustNameNobody('不予受理的理由要给当事人看', { reason })
    return [{ type: 'declined', v: 1, at: received, by, reason }]
  }

export const find =
  (
    finding: { result: 'upheld' | 'reassess' | 'notUpheld'; reason: string; reply: string },
    { by, received }: Asked,
  ): Deciding =>
  (state) => {
    const same = state.status === finding.result
    if (same && state.reason === finding.reason && state.reply === finding.reply && isOwn(state, by)) return []
    mustBe('admitted', state)
    mustNameNobody('认定理由和答复要给当事人看', { reason: finding.reason, reply: finding.reply })
    return [{ type: 'found', v: 1, at: received, by, ...finding }]
  }

/** Whoever decided it says so again. Another one who came to the same is told whose decision it is, and not that it is done. */
const isOwn = ({ decided }: Objection, by: string): boolean => decided?.by === by

/** What decides whether it is admitted: another person's than who entered it. */
export const ADMITS: ReadonlySet<Command> = new Set(['admit-objection', 'decline-objection'])
/** @throws Refused */
function mustNotHaveEntered(by: string, enteredBy: string): void {
  if (by === enteredBy)
    throw new Refused('forbidden', '这件异议由您录入，是否受理由其他有权人员决定；请由其他经办人或者负责人办理。')
}

/** What settles it, and so decides on the case that it is about; that one is looked into decides nothing yet. */
export const SETTLES: ReadonlySet<Command> = new Set(['decline-objection', 'find-objection'])

export const OBJECTION_STATUS = {
  unknown: '未收到',
  received: '已收到，待决定是否受理',
  admitted: '已受理，调查中',
  declined: '不予受理',
  upheld: '异议成立',
  reassess: '需要重新考核',
  notUpheld: '异议不成立',
} as const

/** Somebody has decided before: `by`, at the instant `at`. */
export class DecidedBefore extends Refused {
  readonly by: string
  readonly #at: string
  readonly #status: Settled

  constructor(status: Settled, { by, at }: { readonly by: string; readonly at: string }) {
    super('elsewhere', decidedBefore('其他人员', at, status))
    this.by = by
    this.#at = at
    this.#status = status
  }

  /** The same refusal, to be read by people. @param who the name of whoever decided */
  named(who: string): Refused {
    return new Refused('elsewhere', decidedBefore(who, this.#at, this.#status))
  }
}
type Settled = Exclude<Objection['status'], 'unknown' | 'received'>
const decidedBefore = (who: string, at: string, status: Settled): string =>
  `这件异议已由${who}于${said(at)}办理，结果是“${OBJECTION_STATUS[status]}”，本次没有办理；请刷新后再办。`

function mustBe(wanted: 'received' | 'admitted', { status, decided }: Objection): void {
  if (status === 'unknown') throw new Refused('unknown', '没有这件异议；请核对编号。')
  if (status === wanted) return
  if (status !== 'received' && decided) throw new DecidedBefore(status, decided)
  throw new Refused('elsewhere', '这件异议尚待决定是否受理，现在不能认定和答复；请先决定是否受理。')
}
