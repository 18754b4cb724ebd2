/**
 * The notice decider 公示: prepared by one, approved and so published by another, closed by the office over a list of
 * cases. Stream `notice/<batch>/<n>`. What an objection and a closing mean for each case is decided here and nowhere else.
 */
import canonicalize from 'canonicalize'
import { z } from 'zod/mini'
import { dateOf, lapsesFrom } from '#calendar/deadline.ts'
import { saidDay, saidEnd } from '#calendar/said.ts'
import { type Line, line, type SetAside, setAside } from '#case/list-act.ts'
import type { Decision, Kind } from '#ledger/kind.ts'
import { Refused } from '#ledger/refused.ts'
import { linesNow, type NoticeOutcomes } from './notice-lines.ts'

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

const content = {
  batch: z.string(),
  /** The step of the procedure that this notice is. */
  step: z.string(),
  trial: z.boolean(),
  title: z.string(),
  /** What stands above the list; without it a sentence that says no more than that this is one. */
  text: z.optional(z.string().check(z.minLength(1), z.maxLength(1000))),
  cases: z.array(z.string()).check(z.minLength(1)),
  publication,
  period,
  replyDays: z.int(),
}
const head = { v, at: instant, by: z.string() }
const prepared = z.object({ type: z.literal('prepared'), ...head, ...content })
const preparationReturned = z.object({
  type: z.literal('preparationReturned'),
  ...head,
  reason: z.string().check(z.minLength(1), z.maxLength(500)),
})
/** Approved, after the secrecy check 保密审查. */
const published = z.object({ type: z.literal('published'), ...head, preparedBy: z.string(), ...content })
const objectionResult = z.enum(['upheld', 'reassess', 'notUpheld', 'notAdmitted'])
export type ObjectionResult = z.infer<typeof objectionResult>
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
  result: objectionResult,
})
const proofRecorded = z.object({
  type: z.literal('proofRecorded'),
  v,
  at: instant,
  by: z.string(),
  when: z.enum(['start', 'end']),
  proof: sha256,
})
/** Where the office has looked for objections that came in time before it closes the notice. */
export const CHANNELS_TO_CHECK = ['page', 'mail', 'post', 'dutyLog'] as const
/** The period is over and all channels were checked: cases without an open objection take their line. */
const closed = z.object({
  type: z.literal('closed'),
  ...head,
  checked: z.array(z.enum(CHANNELS_TO_CHECK)),
  lines: z.array(line),
})
/** Lines of cases that could not take one when the notice was closed. */
const lined = z.object({ type: z.literal('lined'), ...head, lines: z.array(line).check(z.minLength(1)) })

export const noticeEvent = z.discriminatedUnion('type', [
  prepared,
  preparationReturned,
  published,
  objectionReceived,
  objectionSettled,
  proofRecorded,
  closed,
  lined,
  setAside,
])
export type NoticeEvent = z.infer<typeof noticeEvent>
export type Published = z.infer<typeof published>
export type ObjectionReceived = z.infer<typeof objectionReceived>

export type Prepared = z.infer<typeof prepared>

export type Notice = {
  readonly prepared?: Prepared
  /** What went back, and why. */
  readonly returned?: z.infer<typeof preparationReturned> & { readonly notice: Prepared }
  readonly published?: Published
  readonly objections: Readonly<Record<string, ObjectionReceived & { readonly result?: ObjectionResult }>>
  readonly proofs: Partial<Record<'start' | 'end', string>>
  readonly closed?: { readonly at: string; readonly by: string }
  /** In order; a case may have several, of which all but the last were set aside. */
  readonly lines: readonly Line[]
  readonly setAside: readonly SetAside[]
}

export const noticeStream = (batch: string, n: number): string => `notice/${batch}/${n}`

export const noticeKind: Kind<NoticeEvent, Notice> = {
  parse: (stored) => noticeEvent.parse(stored),
  initial: { objections: {}, proofs: {}, lines: [], setAside: [] },
  evolve: (notice, event) => {
    switch (event.type) {
      case 'prepared': {
        const { returned: _again, ...rest } = notice
        return { ...rest, prepared: event }
      }
      case 'preparationReturned': {
        const { prepared, ...rest } = notice
        return prepared ? { ...rest, returned: { ...event, notice: prepared } } : notice
      }
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
        return { ...notice, closed: event, lines: [...notice.lines, ...event.lines] }
      case 'lined':
        return { ...notice, lines: [...notice.lines, ...event.lines] }
      case 'setAside':
        return { ...notice, setAside: [...notice.setAside, event] }
    }
  },
}

type Deciding = Decision<NoticeEvent, Notice>
type Asked = { readonly by: string; readonly received: string }

export type NoticeContent = Omit<Prepared, 'type' | 'v' | 'at' | 'by'>

/** What a notice says, however often it is entered. */
const saying = ({ type, v, at, by, ...notice }: Partial<Prepared>) => canonicalize(notice)

/** Prepares a notice for whoever approves it; a newer preparation takes the place of an older one. */
export const prepareNotice =
  (notice: NoticeContent, { by, received }: Asked): Deciding =>
  ({ prepared, published }) => {
    if (published)
      throw new Refused(
        'conflict',
        `这一期公示已于${saidDay(published.publication.on)}发布，共${published.cases.length}个单位；请刷新后查看。`,
      )
    if (prepared && prepared.by === by && saying(prepared) === saying(notice)) return []
    if (new Set(notice.cases).size < notice.cases.length)
      throw new Refused('incomplete', '同一单位在名单中出现了两次。', { cases: '请去掉重复的单位' })
    return [{ type: 'prepared', v: 1, at: received, by, ...notice }]
  }

/** Sends what was prepared back. `prepared`: the instant of the preparation that was seen. */
export const returnPreparation =
  ({ prepared: seen, reason }: { prepared: string; reason: string }, { by, received }: Asked): Deciding =>
  ({ prepared, published, returned }) => {
    if (!prepared && returned?.reason === reason && returned.by === by) return []
    if (!prepared || published) throw new Refused('elsewhere', '没有待签发的公示；请刷新后再办。')
    mustBeSeen(prepared, seen)
    return [{ type: 'preparationReturned', v: 1, at: received, by, reason }]
  }

/** Another person approves what was prepared, after the secrecy check: it is published. */
export const approveNotice =
  (
    { prepared: seen, secrecyChecked }: { prepared: string; secrecyChecked: boolean },
    { by, received }: Asked,
  ): Deciding =>
  ({ prepared, published }) => {
    if (published?.by === by) return []
    if (!prepared || published) throw new Refused('elsewhere', '没有待签发的公示；请刷新后再办。')
    mustBeSeen(prepared, seen)
    if (prepared.by === by) throw new Refused('forbidden', '公示是您拟制的，不能由您自己签发；请由其他有权人员签发。')
    if (!secrecyChecked)
      throw new Refused('incomplete', '发布前应当进行保密审查。', { secrecyChecked: '请确认已进行保密审查' })
    const { type, at, by: preparedBy, ...content } = prepared
    return [{ ...content, type: 'published', at: received, by, preparedBy }]
  }

function mustBeSeen({ at }: Prepared, seen: string): void {
  if (at !== seen) throw new Refused('elsewhere', '您看到的公示稿之后又修改过；请刷新，核对后再办。')
}

/**
 * Receives an objection that came within the period, whenever it is entered; what counts is the instant of receipt, or
 * the recorded day for paper and phone.
 */
export const receiveObjection =
  (objection: Omit<ObjectionReceived, 'type' | 'v' | 'at' | 'by'>, { by, received }: Asked): Deciding =>
  ({ published, objections }) => {
    if (objections[objection.objection]) return []
    if (!published) throw new Refused('unknown', '没有这一期公示。')
    if (!published.cases.includes(objection.about))
      throw new Refused('incomplete', '该单位不在这一期公示名单中。', { about: '请选择公示名单中的单位' })
    if (objection.on > dateOf(received))
      throw new Refused('incomplete', '收到日期在今天之后。', { on: '请填写实际收到（来信为邮戳）的日期' })
    // The period ends the right to object, not the office's duty to enter what came in time.
    const late =
      objection.channel === 'page' ? received >= published.period.lateFrom : objection.on > published.period.lastDay
    if (late)
      throw new Refused(
        'late',
        `公示期已于${saidEnd(published.period.lateFrom)}结束，不再接收异议；您仍可依法向有关机关反映。`,
      )
    return [{ type: 'objectionReceived', v: 1, at: received, by, ...objection }]
  }

/**
 * What became of an objection; follows the objection's own stream. In a notice that is closed, the case's own line
 * comes with its last settlement, unless it has taken one already.
 */
export const settleObjection =
  (
    { objection, result }: { objection: string; result: ObjectionResult },
    outcomes: NoticeOutcomes,
    { by, received }: Asked,
  ): Deciding =>
  (notice) => {
    const known = notice.objections[objection]
    if (!known) throw new Refused('unknown', '这一期公示没有收到这件异议。')
    if (known.result === result) return []
    if (known.result) throw new Refused('conflict', '这件异议已有办理结果，不能再改；请刷新后核对。')
    const settled = { type: 'objectionSettled', v: 1, at: received, objection, result } as const
    const after = { ...notice, objections: { ...notice.objections, [objection]: { ...known, result } } }
    const own = notice.closed ? linesNow(after, [known.about], outcomes) : []
    return own.length > 0 ? [settled, { type: 'lined', v: 1, at: received, by, lines: own }] : [settled]
  }

export const recordProof =
  (when: 'start' | 'end', proof: string, { by, received }: Asked): Deciding =>
  ({ published, proofs }) => {
    if (!published) throw new Refused('unknown', '没有这一期公示。')
    return proofs[when] === proof ? [] : [{ type: 'proofRecorded', v: 1, at: received, by, when, proof }]
  }

/**
 * The office closes the notice after its period, once it has looked through every channel. Cases without an open
 * objection take their line; those whose line was set aside because something was pending take it on a later closing.
 */
export const closeNotice =
  (
    { checked, outcomes }: { checked: readonly (typeof CHANNELS_TO_CHECK)[number][]; outcomes: NoticeOutcomes },
    { by, received }: Asked,
  ): Deciding =>
  (notice) => {
    const { published, closed } = notice
    if (!published) throw new Refused('unknown', '没有这一期公示。')
    if (received < lapsesFrom(published.period.lateFrom))
      throw new Refused('early', `公示期到${saidEnd(published.period.lateFrom)}为止，现在还不能结束公示。`)
    const missing = CHANNELS_TO_CHECK.filter((channel) => !checked.includes(channel))
    if (missing.length > 0)
      throw new Refused('incomplete', '结束公示前，要逐一核对网页、邮箱、来信和值班记录中有没有期内收到的异议。', {
        checked: '请逐项核对后勾选',
      })
    const lines = linesNow(notice, published.cases, outcomes)
    if (closed && lines.length === 0) return []
    return [{ type: 'closed', v: 1, at: received, by, checked: [...checked], lines }]
  }
