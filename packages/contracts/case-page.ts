import { z } from 'zod/mini'
import { fieldDefinition } from './forms.ts'
import { reminder } from './reminders.ts'

const instant = z.string()
/** `owner`: whose evidence it is, for its address. */
export const fileReference = z.object({ owner: z.string(), sha256: z.string(), name: z.string() })
export type FileReference = z.infer<typeof fileReference>

/** What this caller may do now. `confirm`: the question to ask before what cannot be undone. */
export const offeredCommand = z.object({
  name: z.string(),
  title: z.string(),
  /** Where to POST the form's values. */
  path: z.string(),
  fields: z.array(fieldDefinition),
  /** Values to begin with. Those without a field (what a sign-off covers, say) are sent back exactly as they came last. */
  values: z.record(z.string(), z.unknown()),
  confirm: z.optional(z.string()),
  danger: z.boolean(),
})
export type OfferedCommand = z.infer<typeof offeredCommand>

export const timelineEntry = z.object({
  at: instant,
  step: z.string(),
  event: z.string(),
  by: z.string(),
  reason: z.optional(z.string()),
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
  before: z.optional(z.unknown()),
  now: z.optional(z.unknown()),
})
export const sinceReturn = z.object({
  at: instant,
  by: z.string(),
  reason: z.string(),
  answers: z.array(changedAnswer),
  /** Files of the answers before. */
  files: z.array(fileReference),
})
export type SinceReturn = z.infer<typeof sinceReturn>

export const casePage = z.object({
  case: z.string(),
  batch: z.object({ id: z.string(), title: z.string(), trial: z.boolean() }),
  unit: z.object({ id: z.string(), name: z.string() }),
  /** How many commits the page shows. */
  seen: z.int(),
  step: z.string(),
  stepTitle: z.string(),
  visit: z.int(),
  ended: z.boolean(),
  /** The first late instant, and the same in words ("2018年5月15日24时"). */
  due: z.optional(z.object({ lateFrom: instant, said: z.string() })),
  /** What the office has reminded the unit of, as long as it owes its application. */
  reminder: z.optional(reminder),
  form: z.optional(
    z.object({
      digest: z.string(),
      values: z.record(z.string(), z.unknown()),
      fields: z.array(fieldDefinition),
      files: z.array(fileReference),
      missing: z.array(z.string()),
    }),
  ),
  signOffs: z.array(
    z.object({
      name: z.string(),
      title: z.string(),
      mode: z.enum(['online', 'paper']),
      on: z.optional(z.string()),
      opinion: z.optional(z.string()),
      by: z.optional(z.string()),
    }),
  ),
  reopens: z.optional(z.array(z.string())),
  sinceReturn: z.optional(sinceReturn),
  veto: z.optional(z.object({ item: z.int(), title: z.string(), source: z.string() })),
  notice: z.optional(z.string()),
  timeline: z.array(timelineEntry),
  /** Why this caller cannot undo the last decision, where they might look for it. */
  final: z.optional(z.string()),
  commands: z.array(offeredCommand),
})
export type CasePage = z.infer<typeof casePage>
