/**
 * The notice decider 公示: published and closed as a whole over a list of cases. Stream `notice/<batch>/<n>`.
 * Whether an objection is open when the notice closes is decided here and nowhere else.
 */
import canonicalize from 'canonicalize'
import { z } from 'zod/mini'
import { dateOf, lapsesFrom } from '#calendar/deadline.ts'
import { saidDay, saidEnd } from '#calendar/said.ts'
import type { Decision, Kind } from '#ledger/kind.ts'
import { Refused } from '#ledger/refused.ts'
import { type Line, line, type SetAside, setAside } from './act.ts'

const date = z.iso.date()
const instant = z.iso.datetime({ precision: 3 })
const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/))
const v = z.literal(1)

/** Where and on which day the notice stands, with proof: the period runs from that recorded day. */
export const publication = z.object({
  on: date,
  place: z.string().check(z.minLength(1), z.maxLength(300)),
  proof: z.optional(sha256),
})
export const period = z.object({
  firstDay: date,
  lastDay: date,
  lateFrom: instant,
  days: z.int(),
  convention: z.enum(['A', 'B', 'C', 'D']),
})

const published = z.object({
  type: z.literal('published'),
  v,
  at: instant,
  by: z.string(),
  batch: z.string(),
  trial: z.boolean(),
  title: z.string(),
  /** What stands above the list; without it a sentence that says no more than that this is one. */
  text: z.optional(z.string().check(z.minLength(1), z.maxLength(1000))),
  cases: z.array(z.string()).check(z.minLength(1)),
  publication,
  period,
  replyDays: z.int(),
})
/** The receipt line; what the objection says, and who sent it, lies elsewhere. */
const objectionReceived = z.object({
  type: z.literal('objectionReceived'),
  v,
  at: instant,
  by: z.string(),
  objection: z.string(),
  about: z.string(),
  channel: z.enum(['page', 'phone', 'letter', 'visit', 'email']),
  on: date,
  anonymous: z.boolean(),
  content: sha256,
  objector: z.optional(z.object({ id: z.string(), digest: z.string() })),
  code: z.string(),
})
const objectionSettled = z.object({
  type: z.literal('objectionSettled'),
  v,
  at: instant,
  objection: z.string(),
  result: z.enum(['upheld', 'notUpheld', 'notAdmitted']),
})
const proofRecorded = z.object({
  type: z.literal('proofRecorded'),
  v,
  at: instant,
  by: z.string(),
  when: z.enum(['start', 'end']),
  proof: sha256,
})
const closed = z.object({ type: z.literal('closed'), v, at: instant, by: z.string(), lines: z.array(line) })

export const noticeEvent = z.discriminatedUnion('type', [
  published,
  objectionReceived,
  objectionSettled,
  proofRecorded,
  closed,
  setAside,
])
export type NoticeEvent = z.infer<typeof noticeEvent>
export type Published = z.infer<typeof published>
export type ObjectionReceived = z.infer<typeof objectionReceived>

export type Notice = {
  readonly published?: Published
  readonly objections: Readonly<
    Record<string, ObjectionReceived & { readonly result?: 'upheld' | 'notUpheld' | 'notAdmitted' }>
  >
  readonly proofs: Partial<Record<'start' | 'end', string>>
  readonly closed?: { readonly at: string; readonly by: string; readonly lines: readonly Line[] }
  readonly setAside: readonly SetAside[]
}

export const noticeStream = (batch: string, n: number): string => `notice/${batch}/${n}`

export const noticeKind: Kind<NoticeEvent, Notice> = {
  parse: (stored) => noticeEvent.parse(stored),
  initial: { objections: {}, proofs: {}, setAside: [] },
  evolve: (notice, event) => {
    switch (event.type) {
      case 'published':
        return {
          ...notice,
          published: event,
          proofs: event.publication.proof ? { start: event.publication.proof } : {},
        }
      case 'objectionReceived':
        return { ...notice, objections: { ...notice.objections, [event.objection]: event } }
      case 'objectionSettled': {
        const about = notice.objections[event.objection]
        return about
          ? { ...notice, objections: { ...notice.objections, [event.objection]: { ...about, result: event.result } } }
          : notice
      }
      case 'proofRecorded':
        return { ...notice, proofs: { ...notice.proofs, [event.when]: event.proof } }
      case 'closed':
        return { ...notice, closed: event }
      case 'setAside':
        return { ...notice, setAside: [...notice.setAside, event] }
    }
  },
}

type Deciding = Decision<NoticeEvent, Notice>
type Asked = { readonly by: string; readonly received: string }

/** What a notice says, however often it is entered. */
const content = ({ type, v, at, by, ...notice }: Partial<Published>) => canonicalize(notice)

/** Publishes the list. Publishing the same notice again does nothing. */
export const publishNotice =
  (notice: Omit<Published, 'type' | 'v' | 'at' | 'by'>, { by, received }: Asked): Deciding =>
  ({ published }) => {
    if (published && content(published) === content(notice)) return []
    if (published)
      throw new Refused(
        'conflict',
        `这一期公示已于${saidDay(published.publication.on)}发布，共${published.cases.length}家；请刷新后查看。`,
      )
    if (new Set(notice.cases).size < notice.cases.length)
      throw new Refused('incomplete', '同一单位在名单中出现了两次。', { cases: '请去掉重复的单位' })
    return [{ type: 'published', v: 1, at: received, by, ...notice }]
  }

/** Receives an objection within the period; what counts is the instant of receipt, or the recorded day for paper and phone. */
export const receiveObjection =
  (objection: Omit<ObjectionReceived, 'type' | 'v' | 'at' | 'by'>, { by, received }: Asked): Deciding =>
  ({ published, objections, closed }) => {
    if (objections[objection.objection]) return []
    if (!published) throw new Refused('unknown', '没有这一期公示。')
    if (!published.cases.includes(objection.about))
      throw new Refused('incomplete', '该单位不在这一期公示名单中。', { about: '请选择公示名单中的单位' })
    if (objection.on > dateOf(received))
      throw new Refused('incomplete', '收到日期在今天之后。', { on: '请填写实际收到（来信为邮戳）的日期' })
    const late =
      objection.channel === 'page' ? received >= published.period.lateFrom : objection.on > published.period.lastDay
    if (late || closed)
      throw new Refused(
        'late',
        `公示期已于${saidEnd(published.period.lateFrom)}结束，不再受理异议；您仍可依法向有关机关反映。`,
      )
    return [{ type: 'objectionReceived', v: 1, at: received, by, ...objection }]
  }

/** What became of an objection; follows the objection's own stream. */
export const settleObjection =
  (objection: string, result: 'upheld' | 'notUpheld' | 'notAdmitted', received: string): Deciding =>
  ({ objections }) => {
    const known = objections[objection]
    if (!known) throw new Refused('unknown', '这一期公示没有收到这件异议。')
    if (known.result === result) return []
    if (known.result) throw new Refused('conflict', '这件异议已有办理结果，不能再改；请刷新后核对。')
    return [{ type: 'objectionSettled', v: 1, at: received, objection, result }]
  }

export const recordProof =
  (when: 'start' | 'end', proof: string, { by, received }: Asked): Deciding =>
  ({ published, proofs }) => {
    if (!published) throw new Refused('unknown', '没有这一期公示。')
    return proofs[when] === proof ? [] : [{ type: 'proofRecorded', v: 1, at: received, by, when, proof }]
  }

export const openObjections = ({ objections }: Notice): readonly ObjectionReceived[] =>
  Object.values(objections).filter(({ result }) => !result)

/** An officer closes the notice: refused while the period runs or an objection is open. */
export const closeNotice =
  ({ by, received }: Asked): Deciding =>
  (notice) => {
    const { published, closed } = notice
    if (!published) throw new Refused('unknown', '没有这一期公示。')
    if (closed) return []
    if (received < lapsesFrom(published.period.lateFrom))
      throw new Refused('early', `公示期到${saidEnd(published.period.lateFrom)}为止，现在还不能结束公示。`)
    const open = openObjections(notice)
    if (open.length > 0)
      throw new Refused(
        'conflict',
        `还有${open.length}件异议没有处理完（${open.map(({ objection }) => objection).join('、')}），不能以无异议结束公示。`,
      )
    return [{ type: 'closed', v: 1, at: received, by, lines: closingLines(notice) }]
  }

/** Time closes the notice two minutes after its period, unless an objection is open; then its settlement does. */
export const closeWhenDue =
  (now: string): Deciding =>
  (notice) => {
    const { published, closed } = notice
    if (!published || closed || now < lapsesFrom(published.period.lateFrom) || openObjections(notice).length > 0)
      return []
    return [{ type: 'closed', v: 1, at: now, by: 'time', lines: closingLines(notice) }]
  }

function closingLines({ published, objections }: Notice): Line[] {
  const upheld = new Set(
    Object.values(objections)
      .filter(({ result }) => result === 'upheld')
      .map(({ about }) => about),
  )
  return (published?.cases ?? []).map((name) => ({ case: name, outcome: upheld.has(name) ? 'upheld' : 'clear' }))
}

/** A case could not take the line of commit `number`. */
export const setLineAside =
  (
    name: string,
    number: number,
    reason: string,
    received: string,
  ): Decision<SetAside, { readonly setAside: readonly SetAside[] }> =>
  ({ setAside }) =>
    setAside.some((line) => line.case === name && line.number === number)
      ? []
      : [{ type: 'setAside', v: 1, at: received, case: name, number, reason }]
