/** What can happen to one case. Time, ids and digests come from outside; who somebody is stays in `persons`. */
import { z } from 'zod/mini'

const date = z.iso.date()
const instant = z.iso.datetime({ precision: 3 })
const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/))
const sentence = z.string().check(z.maxLength(2000))
const v = z.literal(1)
/** Entered by the office from the unit's paper form 代录. */
const byOffice = z.optional(z.literal(true))

/** Personal data lies in `persons`; here only its opaque id and keyed digest. */
const personal = z.object({ id: z.string(), digest: z.string() })
/** A line of a list act: which commit of which act's stream decided this. */
export const act = z.object({ stream: z.string(), number: z.int() })

export const SIGN_OFFS = { legalOffice: '本单位法制机构意见', unitHead: '本单位主要负责人意见' } as const
export const signOffName = z.enum(['legalOffice', 'unitHead'])
export type SignOffName = z.infer<typeof signOffName>

const opened = z.object({
  type: z.literal('opened'),
  v,
  at: instant,
  batch: z.string(),
  unit: z.string(),
  trial: z.boolean(),
  procedure: z.string(),
  lateFrom: instant,
  by: z.string(),
  byOffice,
})
/**
 * The form as it stands. `answers` holds a digest per question, so that a return can reopen single ones; of a question
 * about a person only a keyed digest, since whoever has a plain one can try all telephone numbers. `missing` names the
 * form's questions that are not acceptable yet, and nothing else: which sign-offs are lacking is decided on submitting.
 */
const saved = z.object({
  type: z.literal('saved'),
  v,
  at: instant,
  by: z.string(),
  byOffice,
  content: sha256,
  answers: z.record(z.string(), z.string()),
  personal: z.optional(personal),
  attachments: z.array(sha256),
  missing: z.array(z.string()),
  digest: sha256,
})
const signed = z.object({
  type: z.literal('signed'),
  v,
  at: instant,
  by: z.string(),
  byOffice,
  signOff: signOffName,
  mode: z.enum(['online', 'paper']),
  on: date,
  opinion: sentence,
  /** Whose name stands under it, when it was given on paper. */
  signer: z.optional(personal),
  scan: z.optional(sha256),
  covers: sha256,
})
/** The case moved: somebody, an act or time decided its step. */
const decided = z.object({
  type: z.literal('decided'),
  v,
  at: instant,
  by: z.string(),
  /** Of a submission only. */
  byOffice,
  step: z.string(),
  visit: z.int(),
  outcome: z.string(),
  to: z.string(),
  reason: z.optional(sentence),
  checklist: z.optional(z.record(z.string(), z.boolean())),
  reopens: z.optional(z.array(z.string())),
  lateFrom: z.optional(instant),
  act: z.optional(act),
  covers: z.optional(sha256),
})
/**
 * Another officer replaces a decision on which nothing rests yet; the first version stays where it is. `corrects`: the
 * visit at which that version was decided; `visit`: where the case stood meanwhile.
 */
const corrected = z.object({
  type: z.literal('corrected'),
  v,
  at: instant,
  by: z.string(),
  step: z.string(),
  corrects: z.int(),
  visit: z.int(),
  outcome: z.string(),
  to: z.string(),
  reason: sentence,
  reopens: z.optional(z.array(z.string())),
  lateFrom: z.optional(instant),
  covers: z.optional(sha256),
})
/** A notice names this case: from then on the step ends with that notice's period. */
const listed = z.object({ type: z.literal('listed'), v, at: instant, act, lateFrom: instant })
const vetoRaised = z.object({
  type: z.literal('vetoRaised'),
  v,
  at: instant,
  by: z.string(),
  item: z.int(),
  source: sentence,
  evidence: z.optional(sha256),
})
const vetoDismissed = z.object({ type: z.literal('vetoDismissed'), v, at: instant, by: z.string(), reason: sentence })

export const caseEvent = z.discriminatedUnion('type', [
  opened,
  saved,
  signed,
  decided,
  corrected,
  listed,
  vetoRaised,
  vetoDismissed,
])
export type CaseEvent = z.infer<typeof caseEvent>
export type Saved = z.infer<typeof saved>
export type Signed = z.infer<typeof signed>
export type Decided = z.infer<typeof decided>
export type Corrected = z.infer<typeof corrected>
export type Personal = z.infer<typeof personal>
export type ActReference = z.infer<typeof act>
