/** What can happen to a notice 公示, and what these events add up to. Who objected stays in `persons`. */
import { z } from 'zod/mini'
import { line as lineOfAct, type SetAside, setAside } from '#case/list-act.ts'
import { keptUse } from '#evidence/cited-file.ts'

const date = z.iso.date()
const instant = z.iso.datetime({ precision: 3 })
const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/))
const v = z.literal(1)

/** Where and on which day the notice stands, with proof: the period runs from that recorded day. */
export const publication = z.object({
  on: date,
  place: z.string().check(z.minLength(1), z.maxLength(300)),
  proof: z.optional(keptUse),
})
export const period = z.object({
  firstDay: date,
  lastDay: date,
  lateFrom: instant,
  days: z.int(),
  convention: z.enum(['A', 'B', 'C', 'D']),
  /** The notices on holidays that it was counted by, as pages cite them; of natural days without extension none. */
  holidays: z.optional(z.array(z.string())),
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
export const objectionResult = z.enum(['upheld', 'reassess', 'notUpheld', 'notAdmitted'])
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
  /** The digest of its text, whatever its punctuation: others with the same say the same. Older lines have none. */
  alike: z.optional(sha256),
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
  proof: keptUse,
})
/** Where the office has looked for objections that came in time before it closes the notice. */
export const CHANNELS_TO_CHECK = ['page', 'mail', 'post', 'dutyLog'] as const
/** `objections`: those whose finding gave the outcome. Why stands with each of them. */
const line = z.extend(lineOfAct, { objections: z.optional(z.array(z.string())) })
export type NoticeLine = z.infer<typeof line>
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

/** `settledAt`: an instant, that of the decision. */
export type NoticedObjection = ObjectionReceived & { readonly result?: ObjectionResult; readonly settledAt?: string }

export type Notice = {
  readonly prepared?: Prepared
  /** What went back, and why. */
  readonly returned?: z.infer<typeof preparationReturned> & { readonly notice: Prepared }
  readonly published?: Published
  readonly objections: Readonly<Record<string, NoticedObjection>>
  readonly proofs: Partial<Record<'start' | 'end', string>>
  readonly closed?: { readonly at: string; readonly by: string }
  /** In order; a case may have several, of which all but the last were set aside. */
  readonly lines: readonly NoticeLine[]
  readonly setAside: readonly SetAside[]
}
