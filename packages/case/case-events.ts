/** What can happen to one case. Time, ids and digests come from outside; who somebody is stays in `persons`. */
import { z } from 'zod/mini'
import { keptUse } from '#evidence/cited-file.ts'
import { signOffMode } from '#procedure/sign-off-mode.ts'

const date = z.iso.date()
const instant = z.iso.datetime({ precision: 3 })
const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/))
const sentence = z.string().check(z.maxLength(2000))
/** A step, an outcome, a form or a sign-off of the procedure: what it may be is data. */
const name = z.string().check(z.minLength(1), z.maxLength(40))
const head = { v: z.literal(1), at: instant }
const byPerson = { ...head, by: z.string() }
/** Entered by the office from the unit's paper form 代录. */
const byOffice = z.optional(z.literal(true))

/** Personal data lies in `persons`; here only its opaque id and keyed digest. */
const personal = z.object({ id: z.string(), digest: z.string() })
/** A line of a list act: which commit of which act's stream decided this. */
export const act = z.object({ stream: z.string(), number: z.int() })
/** The version of a procedure that the call froze. */
export const variant = z.object({ name: z.string(), version: z.int(), digest: sha256 })

/** `dates`: the first late instant of each step that has a date in the batch. */
const opened = z.object({
  type: z.literal('opened'),
  ...byPerson,
  batch: z.string(),
  unit: z.string(),
  trial: z.boolean(),
  procedure: variant,
  dates: z.record(name, instant),
  byOffice,
})
/**
 * A form as it stands. `answers` holds a digest per question, so that a return can reopen single ones; of a question
 * about a person only a keyed digest, since whoever has a plain one can try all telephone numbers. `missing` names the
 * form's questions that are not acceptable yet, and nothing else: which sign-offs are lacking is decided on submitting.
 */
const saved = z.object({
  type: z.literal('saved'),
  ...byPerson,
  form: name,
  byOffice,
  content: sha256,
  answers: z.record(z.string(), z.string()),
  personal: z.optional(personal),
  attachments: z.array(sha256),
  missing: z.array(z.string()),
  /**
   * Of a form that holds the self-assessment, once it is finished: the manifest's digest, and how many indicators were
   * judged how. `asBefore`: how many of those that the last return names stand as they came back.
   */
  selfAssessment: z.optional(
    z.object({
      manifest: sha256,
      ...{ reached: z.int(), notReached: z.int(), notApplicable: z.int() },
      asBefore: z.optional(z.int()),
    }),
  ),
  /** Of what it says, however it is written and whatever its files are called; older ones have none. */
  says: z.optional(sha256),
  digest: sha256,
})
const signed = z.object({
  type: z.literal('signed'),
  ...byPerson,
  form: name,
  byOffice,
  signOff: name,
  mode: signOffMode,
  on: date,
  opinion: sentence,
  /** Whose name stands under it, when it was given on paper or by an electronic seal. */
  signer: z.optional(personal),
  /** The stamped page, or the file with the seal. */
  scan: z.optional(keptUse),
  covers: sha256,
})
/** A signer sends the form back to whoever fills it in. */
const signingDeclined = z.object({
  type: z.literal('signingDeclined'),
  ...byPerson,
  form: name,
  signOff: name,
  reason: sentence,
})
/** What a judgement says, in its draft and in its decision. */
const judged = {
  outcome: name,
  reason: sentence,
  checklist: z.optional(z.record(z.string(), z.boolean())),
  /**
   * Of a return: the questions that reopen, and the first instant that is late for mending them. What is drafted has
   * one only where somebody chose the day (older drafts have the default of their own day); what is decided always.
   */
  reopens: z.optional(z.array(z.string())),
  /** Of a return that reopens the self-assessment: the indicators that may change; all where none is named. */
  indicators: z.optional(z.array(z.string())),
  lateFrom: z.optional(instant),
}
const drafted = z.object({ type: z.literal('drafted'), ...byPerson, step: name, visit: z.int(), ...judged })
const draftReturned = z.object({
  type: z.literal('draftReturned'),
  ...byPerson,
  step: name,
  visit: z.int(),
  reason: sentence,
})
/** The case moved: somebody, an act or time decided its step. */
const decided = z.object({
  type: z.literal('decided'),
  ...byPerson,
  /** Of a submission only. */
  byOffice,
  step: name,
  visit: z.int(),
  to: name,
  ...judged,
  reason: z.optional(sentence),
  /** Who drafted what was signed. */
  draftedBy: z.optional(z.string()),
  act: z.optional(act),
  /** Of a line of a list that is ranked. */
  rank: z.optional(z.int()),
  /** Of a line of a notice: the objections whose finding gave it. */
  objections: z.optional(z.array(z.string())),
  covers: z.optional(sha256),
  /** Of a form that was handed in with a self-assessment: the manifest of what it pins. */
  manifest: z.optional(sha256),
})
/** The unit takes its form back before anybody has judged it. `step`: the entry it goes back to. */
const recalled = z.object({ type: z.literal('recalled'), ...byPerson, step: name, visit: z.int(), from: name })
/** Of a meeting's line: what its minutes say of the unit. */
const inMinutes = z.optional(sentence)
/**
 * What is to replace a decision on which nothing rests yet, signed by another person. `corrects`: the visit at which
 * the version was decided that it replaces.
 */
const correctionDrafted = z.object({
  type: z.literal('correctionDrafted'),
  ...byPerson,
  step: name,
  corrects: z.int(),
  ...judged,
  inMinutes,
})
/** Whoever signs sends a correction back, saying why, or its author takes it back: the decision stands as it was. */
const correctionReturned = z.object({
  type: z.literal('correctionReturned'),
  ...byPerson,
  step: name,
  corrects: z.int(),
  reason: z.optional(sentence),
})
/** The correction is signed; the first version stays where it is. `visit`: where the case stood meanwhile. */
const corrected = z.object({
  type: z.literal('corrected'),
  ...byPerson,
  step: name,
  corrects: z.int(),
  visit: z.int(),
  to: name,
  ...judged,
  draftedBy: z.string(),
  covers: z.optional(sha256),
  inMinutes,
  /** Of a meeting's line: the commit of the meetings' stream that corrects it. */
  act: z.optional(act),
})
/** A notice names this case: from then on the step ends with that notice. */
const listed = z.object({ type: z.literal('listed'), ...head, act, lateFrom: instant })
const vetoRaised = z.object({
  type: z.literal('vetoRaised'),
  ...byPerson,
  /** The item's id in the catalogue of vetoes that the call froze. */
  item: z.string(),
  source: sentence,
  evidence: z.optional(keptUse),
})
const vetoDismissed = z.object({ type: z.literal('vetoDismissed'), ...byPerson, reason: sentence })
/** The unit wants to leave; its head confirms, or has signed the stamped paper whose scan this is. */
const withdrawalEntered = z.object({
  type: z.literal('withdrawalEntered'),
  ...byPerson,
  reason: sentence,
  scan: z.optional(keptUse),
})
/**
 * `reason`: why the unit's head does not agree; whoever takes back their own says none. `read`: whoever entered one
 * that was cancelled says that they know; one that waits goes on waiting.
 */
const withdrawalCancelled = z.object({
  type: z.literal('withdrawalCancelled'),
  ...byPerson,
  reason: z.optional(sentence),
  read: z.optional(z.literal(true)),
})
/** One unit's date of a step is moved, before it or after it has lapsed. */
const extended = z.object({
  type: z.literal('extended'),
  ...byPerson,
  batch: z.string(),
  unit: z.string(),
  step: name,
  lateFrom: instant,
  reason: sentence,
})
/** An amendment of the call's dates has moved this case's: the first late instant of each step that moved. */
const rescheduled = z.object({ type: z.literal('rescheduled'), ...byPerson, act, dates: z.record(name, instant) })
/** An objection that was in time has turned up: no list decides the case until it is settled. */
const held = z.object({ type: z.literal('held'), ...byPerson, act, objection: z.string() })
const released = z.object({ type: z.literal('released'), ...byPerson, act, objection: z.string() })

export const caseEvent = z.discriminatedUnion('type', [
  opened,
  saved,
  signed,
  signingDeclined,
  drafted,
  draftReturned,
  decided,
  recalled,
  correctionDrafted,
  correctionReturned,
  corrected,
  listed,
  vetoRaised,
  vetoDismissed,
  withdrawalEntered,
  withdrawalCancelled,
  extended,
  rescheduled,
  held,
  released,
])
export type CaseEvent = z.infer<typeof caseEvent>
export type EventOf<Type extends CaseEvent['type']> = Extract<CaseEvent, { type: Type }>
export type Saved = EventOf<'saved'>
export type Signed = EventOf<'signed'>
export type Drafted = EventOf<'drafted'>
export type Decided = EventOf<'decided'>
export type Corrected = EventOf<'corrected'>
export type CorrectionDrafted = EventOf<'correctionDrafted'>
export type Personal = z.infer<typeof personal>
export type ActReference = z.infer<typeof act>
