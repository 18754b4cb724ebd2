/**
 * Consultation 函询: before units are named, the county's organs are asked in writing what they know of them. A batch's
 * letters are numbered from 1 in one stream. Stream `consultation/<batch>`.
 */
import { z } from 'zod/mini'
import { addDays, dateOf, firstLateInstant } from '#calendar/deadline.ts'
import { saidDay } from '#calendar/said.ts'
import { keptUse } from '#evidence/cited-file.ts'
import type { Decision, Kind } from '#ledger/kind.ts'
import { Refused } from '#ledger/refused.ts'
import { isSameNumber } from '#typed/line.ts'

const day = z.iso.date()
const named = z.string().check(z.minLength(1))
const head = { v: z.literal(1), at: z.iso.datetime({ precision: 3 }), by: named }
/** Counted from 1. */
const n = z.int().check(z.positive())
/** Which letter, and which organ, as the county's file names it. */
const which = { n, organ: named }
/** Digest of why, among the texts: like what an organ says, it may name people. */
const reason = z.string().check(z.regex(/^[0-9a-f]{64}$/))

const sent = z.object({
  type: z.literal('sent'),
  ...head,
  /** 函号 */
  reference: named,
  on: day,
  /** Until when a reply is asked for. */
  lastDay: day,
  /** As they were called then: an organ is renamed, its letter is not. */
  organs: z.array(z.object({ id: named, title: named })).check(z.minLength(1)),
  units: z.array(named).check(z.minLength(1)),
})
const chased = z.object({
  type: z.literal('chased'),
  ...head,
  ...which,
  on: day,
  how: z.enum(['phone', 'letter', 'inPerson']),
})
/** What an organ says of the units that it knows something of lies in `content`; of the others asked about it knows nothing. */
const replied = z.object({
  type: z.literal('replied'),
  ...head,
  ...which,
  on: day,
  reference: z.optional(named),
  scan: keptUse,
  found: z.array(named),
  content: z.optional(named),
  /** It takes the place of what was entered before, which stays readable. */
  reason: z.optional(reason),
})
/** It was entered by mistake: the organ has not replied. */
const replyWithdrawn = z.object({ type: z.literal('replyWithdrawn'), ...head, ...which, reason })
/** It was entered by mistake: nobody is asked by it. */
const letterWithdrawn = z.object({ type: z.literal('letterWithdrawn'), ...head, n, reason })
export const consultationEvent = z.discriminatedUnion('type', [sent, chased, replied, replyWithdrawn, letterWithdrawn])
export type ConsultationEvent = z.infer<typeof consultationEvent>
type Sent = z.infer<typeof sent>
export type Chased = z.infer<typeof chased>
type Replied = z.infer<typeof replied>
export type ReplyWithdrawn = z.infer<typeof replyWithdrawn>
export type Withdrawn = z.infer<typeof letterWithdrawn>

/** What an organ knows, by unit, as `contents` keeps it: it may name people. */
export const replyWords = z.record(z.string(), z.string())
/** Why something entered was corrected or withdrawn, as `contents` keeps it. */
export const reasonWords = z.object({ reason: z.string() })

export type Reply = Replied & { readonly withdrawn?: ReplyWithdrawn }
export type Letter = Sent & {
  readonly chased: readonly Chased[]
  /** In order; the last one of an organ holds, unless it was withdrawn. */
  readonly replies: readonly Reply[]
  readonly withdrawn?: Withdrawn
}
/** In order; the place of one, counted from 1, is its number. */
export type Consultation = { readonly letters: readonly Letter[] }

export const consultationStream = (batch: string): string => `consultation/${batch}`

export const consultationKind: Kind<ConsultationEvent, Consultation> = {
  parse: (stored) => consultationEvent.parse(stored),
  initial: { letters: [] },
  evolve: ({ letters }, event) => {
    if (event.type === 'sent') return { letters: [...letters, { ...event, chased: [], replies: [] }] }
    return { letters: letters.map((one, i) => (i + 1 === event.n ? withNews(one, event) : one)) }
  },
}
function withNews(letter: Letter, event: Exclude<ConsultationEvent, Sent>): Letter {
  switch (event.type) {
    case 'chased':
      return { ...letter, chased: [...letter.chased, event] }
    case 'replied':
      return { ...letter, replies: [...letter.replies, event] }
    case 'replyWithdrawn': {
      const last = lastOf(letter, event.organ)
      return { ...letter, replies: letter.replies.map((one) => (one === last ? { ...one, withdrawn: event } : one)) }
    }
    case 'letterWithdrawn':
      return { ...letter, withdrawn: event }
  }
}

const lastOf = ({ replies }: Pick<Letter, 'replies'>, organ: string): Reply | undefined =>
  replies.findLast((one) => one.organ === organ)
/** The reply that holds. What a withdrawn one had corrected does not hold again. */
export function replyOf(letter: Pick<Letter, 'replies'>, organ: string): Reply | undefined {
  const last = lastOf(letter, organ)
  return last?.withdrawn ? undefined : last
}

/** Letters with organs that have not replied. `chased`: the last day on which each was. */
export const openLetters = ({ letters }: Consultation) =>
  letters.flatMap((letter) => {
    if (letter.withdrawn) return []
    const waiting = letter.organs.filter(({ id }) => !replyOf(letter, id))
    const { reference: called, lastDay, units } = letter
    return waiting.length === 0
      ? []
      : [
          {
            ...{ reference: called, lateFrom: firstLateInstant(lastDay), units },
            waiting: waiting.map(({ id, title }) => {
              const last = letter.chased.findLast(({ organ }) => organ === id)
              return { title, ...(last && { chased: last.on }) }
            }),
          },
        ]
  })

/** Nobody is given longer: a mistyped year would never be chased. */
const MOST_DAYS = 183

type Asked = { readonly by: string; readonly received: string }
type Deciding = Decision<ConsultationEvent, Consultation>
type NewLetter = Pick<Sent, 'reference' | 'on' | 'lastDay' | 'organs' | 'units'>

const NEVER_AHEAD = '不能晚于今天'
const refuse = (what: string, wrong: Readonly<Record<string, string>>): void => {
  if (Object.keys(wrong).length > 0) throw new Refused('incomplete', what, wrong)
}
const copyOf = ({ reference: called, on, lastDay, organs, units }: NewLetter): NewLetter => ({
  ...{ reference: called, on, lastDay, units: [...units] },
  organs: organs.map(({ id, title }) => ({ id, title })),
})

/**
 * @param since the day on which the batch was opened
 * @param seen how many letters were before the officer: a number is given once
 */
export const sendConsultation =
  (letter: NewLetter, { since, seen }: { readonly since: string; readonly seen: number }, asked: Asked): Deciding =>
  ({ letters }) => {
    const { by, received } = asked
    const words = JSON.stringify(copyOf(letter))
    // Also when others were sent since: the same words again are the same click, sent twice.
    if (letters.some((one) => !one.withdrawn && one.by === by && JSON.stringify(copyOf(one)) === words)) return []
    if (letters.length !== seen) throw new Refused('conflict', '刚刚又登记了一次函询；请刷新，看过之后再登记。')
    const { on, lastDay, organs, units } = letter
    // What was withdrawn is entered once more under its own number.
    const twice = letters.findIndex((one) => !one.withdrawn && isSameNumber(one.reference, letter.reference))
    refuse('函询没有登记，有内容需要修改。', {
      ...(twice >= 0 && { reference: `函号与第${twice + 1}次函询的相同；请核对` }),
      ...(on > dateOf(received) && { on: `发函日期${NEVER_AHEAD}` }),
      ...(on < since && { on: `创建通知${saidDay(since)}发布，发函日期不能早于这一天` }),
      ...(lastDay < on && { lastDay: '复函期限不能早于发函日期' }),
      ...(lastDay > addDays(on, MOST_DAYS) && { lastDay: '复函期限最多在发函后半年；请核对年份' }),
      ...(new Set(organs.map(({ id }) => id)).size < organs.length && { organs: '同一机关选了两次；请只留一次' }),
      ...(new Set(units).size < units.length && { units: '同一单位选了两次；请只留一次' }),
    })
    return [{ type: 'sent', v: 1, at: received, by, ...copyOf(letter) }]
  }

export const chaseOrgan =
  ({ n, organ, on, how }: Pick<Chased, 'n' | 'organ' | 'on' | 'how'>, { by, received }: Asked): Deciding =>
  (consultation) => {
    const letter = letterTo(consultation, n, organ)
    if (letter.chased.some((one) => one.organ === organ && one.on === on && one.how === how && one.by === by)) return []
    if (replyOf(letter, organ)) throw new Refused('conflict', '该机关已经复函，不需要催办；请刷新后查看。')
    refuse('催办没有登记，有内容需要修改。', dayWrong(letter, on, received, '催办日期'))
    return [{ type: 'chased', v: 1, at: received, by, n, organ, on, how }]
  }

type Said = Omit<Replied, 'type' | 'v' | 'at' | 'by' | 'reason'>
const saidOf = ({ n, organ, on, reference: called, scan, found, content }: Said): Said => ({
  ...{ n, organ, on, ...(called && { reference: called }), scan, found: [...found], ...(content && { content }) },
})
const isSame = (a: Said, b: Said): boolean => JSON.stringify(saidOf(a)) === JSON.stringify(saidOf(b))

export const enterReply =
  (reply: Said, { by, received }: Asked): Deciding =>
  (consultation) => {
    const letter = letterTo(consultation, reply.n, reply.organ)
    const before = replyOf(letter, reply.organ)
    if (before && isSame(before, reply)) return []
    if (before)
      throw new Refused('conflict', '该机关的复函刚刚已经登记；请刷新后查看，登记有误的，请用“更正”并说明理由。')
    mustFit(letter, reply, received)
    return [{ type: 'replied', v: 1, at: received, by, ...saidOf(reply) }]
  }

type Why = { readonly reason: string }

/** @param seen how many replies of the organ were before the officer, withdrawn ones too */
export const correctReply =
  (reply: Said & Why, seen: number, { by, received }: Asked): Deciding =>
  (consultation) => {
    const letter = letterTo(consultation, reply.n, reply.organ)
    const before = heldBy(letter, reply.organ, '更正')
    const same = isSame(before, reply)
    if (same && before.reason === reply.reason && before.by === by) return []
    mustHaveSeen(letter, reply.organ, seen, '更正')
    if (same)
      throw new Refused(
        'incomplete',
        '没有改动：填写的与已登记的复函相同。请修改有误的一项后再更正；没有错误的，按“取消”；登记错了机关的，用“撤销复函”。',
      )
    mustFit(letter, reply, received)
    return [{ type: 'replied', v: 1, at: received, by, ...saidOf(reply), reason: reply.reason }]
  }

/** Takes back what was entered by mistake: the organ is waited for again. @param seen as for a correction */
export const withdrawReply =
  ({ n, organ, reason }: Pick<ReplyWithdrawn, 'n' | 'organ' | 'reason'>, seen: number, asked: Asked): Deciding =>
  (consultation) => {
    const { by, received } = asked
    const letter = letterTo(consultation, n, organ)
    const done = lastOf(letter, organ)?.withdrawn
    if (done && done.by === by && done.reason === reason) return []
    heldBy(letter, organ, '撤销')
    mustHaveSeen(letter, organ, seen, '撤销')
    return [{ type: 'replyWithdrawn', v: 1, at: received, by, n, organ, reason }]
  }

/** Takes back a letter that was entered by mistake. What organs have replied is not put aside with it. */
export const withdrawConsultation =
  ({ n, reason }: Pick<Withdrawn, 'n' | 'reason'>, { by, received }: Asked): Deciding =>
  ({ letters }) => {
    const done = letters[n - 1]?.withdrawn
    if (done && done.by === by && done.reason === reason) return []
    const letter = standingLetter(letters, n)
    const replied = letter.organs.filter(({ id }) => replyOf(letter, id))
    if (replied.length > 0)
      throw new Refused(
        'conflict',
        `${replied.map(({ title }) => title).join('、')}已经复函，不能撤销这次函询；复函登记有误的，请先撤销复函。`,
      )
    return [{ type: 'letterWithdrawn', v: 1, at: received, by, n, reason }]
  }

function heldBy(letter: Letter, organ: string, doing: string): Reply {
  const held = replyOf(letter, organ)
  if (held) return held
  const why = lastOf(letter, organ) ? '刚刚已被撤销' : '还没有登记'
  throw new Refused('conflict', `该机关的复函${why}，不需要${doing}；请刷新后查看，已经复函的直接登记。`)
}

function mustHaveSeen({ replies }: Letter, organ: string, seen: number, doing: string): void {
  if (replies.filter((one) => one.organ === organ).length !== seen)
    throw new Refused('conflict', `该机关的复函刚刚已被更正；请刷新，看过之后再${doing}。`)
}

function standingLetter(letters: Consultation['letters'], n: number): Letter {
  const letter = letters[n - 1]
  if (!letter) throw new Refused('unknown', '没有这次函询；请刷新后再办。')
  if (letter.withdrawn) throw new Refused('conflict', '这次函询已经撤销，不再办理；请刷新后查看。')
  return letter
}

function letterTo({ letters }: Consultation, n: number, organ: string): Letter {
  const letter = standingLetter(letters, n)
  if (!letter.organs.some(({ id }) => id === organ))
    throw new Refused('unknown', '这次函询没有发给该机关；请刷新后再办。')
  return letter
}

const dayWrong = (letter: Letter, on: string, received: string, what: string) => ({
  ...(on > dateOf(received) && { on: `${what}${NEVER_AHEAD}` }),
  ...(on < letter.on && { on: `${saidDay(letter.on)}发函，${what}不能早于这一天` }),
})

function mustFit(letter: Letter, { on, found, content }: Said, received: string): void {
  const strange = found.some((unit) => !letter.units.includes(unit))
  refuse('复函没有登记，有内容需要修改。', {
    ...dayWrong(letter, on, received, '收到日期'),
    ...(strange && { found: '有单位不在这次函询的名单中；请刷新后重新选择' }),
    ...(new Set(found).size < found.length && { found: '同一单位写了两次；请合并为一条' }),
    ...(found.length > 0 !== (content !== undefined) && { found: '请写明所反映的情况' }),
  })
}
