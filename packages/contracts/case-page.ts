import { z } from 'zod/mini'
import { commandNames } from '#procedure/commands.ts'
import { signOffMode } from '#procedure/sign-off-mode.ts'
import type { Endpoint } from './endpoint.ts'
import { amendmentShown, cancelledShown } from './shown/amended.ts'
import { fieldDefinition } from './shown/field-definition.ts'
import { fileReference } from './shown/file-reference.ts'
import { visitShown, whyAgain } from './shown/inquiry-visit.ts'
import { dueReminder, reminder } from './shown/reminded.ts'

const instant = z.string()

export { type FileReference, fileReference } from './shown/file-reference.ts'

/**
 * What this caller may do now. `confirm`: the question to ask before what cannot be undone, with the name of a field in
 * braces where it says what was filled in there.
 * Where a draft waits, 'decide-step' is offered twice: without fields, its value `drafted` naming what is signed, and
 * with the fields of a decision to be made instead.
 */
export const offeredCommand = z.object({
  name: z.enum(commandNames),
  title: z.string(),
  /** Where to POST the form's values. */
  path: z.string(),
  fields: z.array(fieldDefinition),
  /** Values to begin with. Those without a field (what a sign-off covers, say) are sent back exactly as they came last. */
  values: z.record(z.string(), z.unknown()),
  confirm: z.optional(z.string()),
  danger: z.boolean(),
  /** It waits for this caller; the sentence says what is to be done. */
  todo: z.optional(z.string()),
  /** Which form, sign-off or method it is about. */
  form: z.optional(z.string()),
  signOff: z.optional(z.string()),
  method: z.optional(z.string()),
  /** Of a report: on which period. */
  period: z.optional(z.string()),
})
export type OfferedCommand = z.infer<typeof offeredCommand>

export const timelineEntry = z.object({
  at: instant,
  /** The day that a meeting or a document states of itself; it may be entered on a later one, at `at`. */
  on: z.optional(z.string()),
  step: z.string(),
  event: z.string(),
  /** Of a decision: its outcome's title. */
  outcomeTitle: z.optional(z.string()),
  by: z.string(),
  reason: z.optional(z.string()),
  /** The reason is what a sign-off says: an opinion, which gives no reason for anything. */
  isOpinion: z.optional(z.literal(true)),
  files: z.array(fileReference),
  /** What became of it since, or what it did besides, in a sentence. */
  note: z.optional(z.string()),
  /** A later version stands in its place. */
  replaced: z.optional(z.boolean()),
  /** The name of the command, among those offered, that undoes it. */
  undo: z.optional(z.string()),
})
export type TimelineEntry = z.infer<typeof timelineEntry>

/**
 * What the unit has changed since the office returned the form last: every question that was reopened, changed or not.
 * Of a question about a person only whether it changed.
 */
export const changedAnswer = z.object({
  name: z.string(),
  label: z.string(),
  changed: z.boolean(),
  /** How many of the indicators that came back nobody has changed. */
  asBefore: z.optional(z.int()),
  before: z.optional(z.unknown()),
  now: z.optional(z.unknown()),
})
export const sinceReturn = z.object({
  at: instant,
  by: z.string(),
  reason: z.string(),
  answers: z.array(changedAnswer),
  /** Of a form that was handed in again with something of that as it was: why. */
  explanation: z.optional(z.string()),
  /** Files of the answers before. */
  files: z.array(fileReference),
})
export type SinceReturn = z.infer<typeof sinceReturn>

const signOffLine = z.object({
  name: z.string(),
  title: z.string(),
  /** What the box is called on paper. */
  printed: z.string(),
  /** How it is given inside the unit; absent for a box that a step of the procedure fills. */
  mode: z.optional(signOffMode),
  on: z.optional(z.string()),
  opinion: z.optional(z.string()),
  by: z.optional(z.string()),
  /** Of one given on paper the stamped page, of a sealed one the file with the seal. */
  scan: z.optional(fileReference),
})
/** How the county's document prints the form. */
const printed = z.object({
  annex: z.optional(z.string()),
  /** In lines, with the batch's name. */
  title: z.array(z.string()),
  /** Beside the seal's place, beside the day of handing in, and before the unit's name. */
  sealed: z.string(),
  dated: z.string(),
  unit: z.string(),
  /** Questions that are answered in words, up to three in a row; those about a person too, whoever looks. */
  rows: z.array(z.array(z.object({ name: z.string(), label: z.string() }))),
  /** What is said below an answer. */
  notes: z.record(z.string(), z.string()),
  /** The document that the form is taken from. */
  source: z.string(),
})

const paper = z.object({
  /** The form's name in the procedure, and the step whose form it is. */
  name: z.string(),
  title: z.string(),
  step: z.string(),
  /** Absent as long as nothing was saved. */
  digest: z.optional(z.string()),
  /** Who saved it last, and when. */
  savedBy: z.optional(z.string()),
  savedAt: z.optional(instant),
  /** The day on which it was handed in, as long as it is not back with the unit. */
  handedIn: z.optional(z.string()),
  values: z.record(z.string(), z.unknown()),
  fields: z.array(fieldDefinition),
  files: z.array(fileReference),
  missing: z.array(z.string()),
  /** Answers that nobody has saved here yet, and the title of the form that they were taken from. */
  takenOver: z.optional(z.array(z.object({ name: z.string(), title: z.string() }))),
  signOffs: z.array(signOffLine),
  printed,
  reopens: z.optional(z.array(z.string())),
  /** Of a form that holds the self-assessment: what of it is finished, and was or will be handed in with the form. */
  selfAssessment: z.optional(
    z.object({
      pinned: z.optional(
        z.object({ manifest: z.string(), reached: z.int(), notReached: z.int(), notApplicable: z.int() }),
      ),
      /** It came back and was not finished anew: with how many indicators to mend, all where none is named. */
      sentBack: z.optional(z.object({ indicators: z.optional(z.int()) })),
    }),
  ),
  /** Why a signer sent it back. */
  declined: z.optional(z.object({ title: z.string(), by: z.string(), reason: z.string() })),
})
export type ShownPaper = z.infer<typeof paper>

/**
 * A judging that waits for a signature: a draft 拟办, or a correction, of the instant `at`. `drafted` names it, by what it
 * says, when it is signed or sent back.
 * `due`: until when the unit is to mend its form if it were signed now, in words ("2018年5月25日24时"), and why where that
 * is not the day chosen.
 */
const shownDraft = z.object({
  drafted: z.string(),
  at: instant,
  by: z.string(),
  step: z.string(),
  outcome: z.string(),
  outcomeTitle: z.string(),
  reason: z.string(),
  checklist: z.optional(z.record(z.string(), z.boolean())),
  reopens: z.optional(z.array(z.string())),
  indicators: z.optional(z.array(z.string())),
  due: z.optional(z.string()),
  /** Of a correction of a meeting's line: which record says what of the unit. */
  inMinutes: z.optional(z.string()),
  /** That its conclusion contradicts its checklist or its opinion. */
  atOdds: z.optional(z.string()),
})
export type ShownDraft = z.infer<typeof shownDraft>

/** How a report stands, as `packages/steps/work` tells; of one that the work's dates do not reach any more no `due`. */
const reportLine = z.object({
  period: z.string(),
  title: z.string(),
  state: z.enum(['notYet', 'due', 'sent', 'sentLate', 'late', 'skipped']),
  due: z.optional(z.object({ lateFrom: instant, said: z.string() })),
  sent: z.optional(z.object({ at: instant, by: z.string(), text: z.string(), files: z.array(fileReference) })),
})
const work = z.object({
  reports: z.array(reportLine),
  guidance: z.array(z.object({ at: instant, by: z.string(), text: z.string() })),
})

/** What lies behind a case, read apart from its page: forms of other steps, and work to a date that is over. */
export const earlierPage = z.object({ papers: z.array(paper), work: z.optional(work) })
export type EarlierPage = z.infer<typeof earlierPage>

/** Visits to an inquiry before the last one, as far as anything was recorded, the newest first. */
export const inquiriesPage = z.object({
  /** Of the last visit. */
  again: z.optional(whyAgain),
  earlier: z.array(z.object({ visit: z.int(), ...visitShown, again: z.optional(whyAgain) })),
})
export type InquiriesPage = z.infer<typeof inquiriesPage>

export const casePage = z.object({
  case: z.string(),
  batch: z.object({ id: z.string(), title: z.string(), trial: z.boolean() }),
  unit: z.object({ id: z.string(), name: z.string() }),
  /** How many commits the page shows. */
  seen: z.int(),
  step: z.string(),
  stepTitle: z.string(),
  /** What kind of step the case stands at; absent before it is opened and once it has ended. */
  kind: z.optional(z.enum(['entry', 'judgement', 'resolution', 'notice', 'work', 'inquiry', 'announcement'])),
  visit: z.int(),
  ended: z.boolean(),
  /** It has ended where a title is conferred, which has a page of its own. */
  title: z.optional(z.literal(true)),
  /** The first late instant, and the same in words ("2018年5月15日24时"). */
  due: z.optional(z.object({ lateFrom: instant, said: z.string() })),
  /** What the office has reminded the unit of, as long as it owes its form. */
  reminder: z.optional(reminder),
  /** What it was reminded of by itself and owes still. */
  dueReminder: z.optional(dueReminder),
  /** What became of the call's dates, in order, and of its batch. */
  amendments: z.array(amendmentShown),
  cancelled: z.optional(cancelledShown),
  /** Why the call names this unit, where it is beyond the county's scope. */
  designated: z.optional(z.string()),
  /** Why the unit cannot begin and whom it may ask, where it is not invited. */
  uninvited: z.optional(z.string()),
  /** The form that is filled in or judged where the case stands, else the newest. */
  form: z.optional(paper),
  /** Forms of other steps; what they say is read apart. */
  others: z.array(z.object({ name: z.string(), title: z.string(), step: z.string() })),
  sinceReturn: z.optional(sinceReturn),
  draft: z.optional(shownDraft),
  draftReturned: z.optional(z.object({ by: z.string(), at: instant, reason: z.string() })),
  correction: z.optional(shownDraft),
  withdrawal: z.optional(z.object({ by: z.string(), at: instant, reason: z.string() })),
  veto: z.optional(z.object({ item: z.string(), title: z.string(), source: z.string() })),
  /** Objections that hold the case. */
  held: z.array(z.string()),
  /** Of an open case: whom it waits for, as appointments in words; nobody where it waits for a date. */
  next: z.optional(z.array(z.string())),
  notice: z.optional(z.string()),
  /** What lies beside the case at such a step. */
  work: z.optional(work),
  /** The self-assessment has a page for this caller: as it is written, or as it was handed in. */
  dossier: z.optional(z.literal(true)),
  /** There was such a step before; its work is read apart. */
  worked: z.boolean(),
  /** The last visit to an inquiry, at later steps too. `more`: what came before it, or led to it, is read apart. */
  inquiry: z.optional(z.object({ ...visitShown, more: z.boolean() })),
  /** What was last decided of it by others than its unit: a title of a step and of an outcome, by whom, on which day. */
  result: z.optional(
    z.object({
      ...{ step: z.string(), outcome: z.string(), by: z.string(), on: z.string(), reason: z.optional(z.string()) },
      /** Whose words `reason` is, where it is what a meeting's record says: 会议纪要. */
      record: z.optional(z.string()),
    }),
  ),
  timeline: z.array(timelineEntry),
  /** Why this caller cannot undo the last decision, where they might look for it. */
  final: z.optional(z.string()),
  commands: z.array(offeredCommand),
})
export type CasePage = z.infer<typeof casePage>

/** Apart from what is done with a case, which the first page of a unit does not need. */
export const readCase = {
  method: 'GET',
  path: '/api/cases/{batch}/{unit}',
  access: { command: 'read-case' },
  title: '查看申报件',
  response: casePage,
} as const satisfies Endpoint
