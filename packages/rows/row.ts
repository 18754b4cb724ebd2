/**
 * What lists show of one stream: its fold, cut down, plus the keys of the index `lists`. Rows are joined on reading,
 * so a unit's name stands in the unit's row only. People appear by their opaque ids, never by name.
 */
import { z } from 'zod/mini'
import { held } from '#roster/person.ts'
import { unitFacts } from '#roster/unit.ts'

/** Raised by one when `rowOf` makes something else of the same commits: the hourly rebuild then replaces old rows. */
export const SHAPE = 4

const head = {
  stream: z.string(),
  /** Commits of the stream that the row shows. */
  number: z.int(),
  shape: z.int(),
  list: z.string(),
  order: z.string(),
}

export const batchRow = z.object({
  ...head,
  kind: z.literal('batch'),
  batch: z.string(),
  title: z.string(),
  trial: z.boolean(),
  openedAt: z.string(),
  procedure: z.string(),
  /** The first instant that is late for an application. */
  lateFrom: z.string(),
  quota: z.int(),
  signOffs: z.object({ legalOffice: z.enum(['online', 'paper']), unitHead: z.enum(['online', 'paper']) }),
  /** Which published catalogue it chose. */
  standard: z.optional(z.object({ catalogue: z.string(), version: z.int() })),
})
export type BatchRow = z.infer<typeof batchRow>

export const caseRow = z.object({
  ...head,
  kind: z.literal('case'),
  batch: z.string(),
  unit: z.string(),
  trial: z.boolean(),
  procedure: z.string(),
  /** A step or an ending. */
  step: z.string(),
  visit: z.int(),
  ended: z.boolean(),
  /** The instant of the last decision: since when it stands at its step. */
  since: z.optional(z.string()),
  lateFrom: z.optional(z.string()),
  /** `missing`: how many fields a complete form still lacks. */
  form: z.optional(z.object({ digest: z.string(), by: z.string(), missing: z.int() })),
  signOffs: z.array(z.enum(['legalOffice', 'unitHead'])),
  /** Sent back to be mended. */
  returned: z.boolean(),
  makers: z.array(z.string()),
  veto: z.optional(z.object({ item: z.int(), by: z.string() })),
  /** The stream of the notice that names the case now. */
  notice: z.optional(z.string()),
})
export type CaseRow = z.infer<typeof caseRow>

export const noticeRow = z.object({
  ...head,
  kind: z.literal('notice'),
  batch: z.string(),
  n: z.int(),
  trial: z.boolean(),
  title: z.string(),
  /** Unit ids. */
  units: z.array(z.string()),
  publication: z.object({ on: z.string(), place: z.string() }),
  firstDay: z.string(),
  lastDay: z.string(),
  lateFrom: z.string(),
  closed: z.boolean(),
  objections: z.int(),
  openObjections: z.int(),
})
export type NoticeRow = z.infer<typeof noticeRow>

/** Each unit's last reminder. */
export const remindersRow = z.object({
  ...head,
  kind: z.literal('reminders'),
  batch: z.string(),
  reminders: z.array(z.object({ at: z.string(), by: z.string(), text: z.string(), units: z.array(z.string()) })),
})
export type RemindersRow = z.infer<typeof remindersRow>

export const resolutionRow = z.object({
  ...head,
  kind: z.literal('resolution'),
  batch: z.string(),
  step: z.string(),
  trial: z.boolean(),
  meetings: z.int(),
})
export type ResolutionRow = z.infer<typeof resolutionRow>

export const objectionRow = z.object({
  ...head,
  kind: z.literal('objection'),
  objection: z.string(),
  batch: z.string(),
  n: z.int(),
  /** Unit id. */
  about: z.string(),
  answerBy: z.string(),
  status: z.enum(['received', 'admitted', 'declined', 'upheld', 'notUpheld']),
})
export type ObjectionRow = z.infer<typeof objectionRow>

export const evidenceRow = z.object({
  ...head,
  kind: z.literal('evidence'),
  owner: z.string(),
  sha256: z.string(),
  name: z.string(),
  size: z.int(),
  contentType: z.string(),
  status: z.enum(['promised', 'kept', 'rejected']),
  /** When it was kept; before that, when it was promised. */
  since: z.string(),
  note: z.optional(z.string()),
  reason: z.optional(z.string()),
})
export type EvidenceRow = z.infer<typeof evidenceRow>

const { kind: kindOfUnit, ...facts } = unitFacts.shape
export const unitRow = z.object({ ...head, kind: z.literal('unit'), unit: z.string(), kindOfUnit, ...facts })
export type UnitRow = z.infer<typeof unitRow>

export const personRow = z.object({
  ...head,
  kind: z.literal('person'),
  person: z.string(),
  appointments: z.array(held),
})
export type PersonRow = z.infer<typeof personRow>

export const titleRow = z.object({
  ...head,
  kind: z.literal('title'),
  unit: z.string(),
  batch: z.string(),
  on: z.string(),
})
export type TitleRow = z.infer<typeof titleRow>

export const catalogueRow = z.object({
  ...head,
  kind: z.literal('catalogue'),
  catalogue: z.string(),
  /** Of its newest version. */
  title: z.string(),
  versions: z.int(),
})
export type CatalogueRow = z.infer<typeof catalogueRow>

export const row = z.discriminatedUnion('kind', [
  batchRow,
  caseRow,
  noticeRow,
  resolutionRow,
  remindersRow,
  objectionRow,
  evidenceRow,
  unitRow,
  personRow,
  titleRow,
  catalogueRow,
])
export type Row = z.infer<typeof row>
export type RowKind = Row['kind']

/** The names of the lists, for those who write rows and those who read them. */
export const LISTS = {
  batches: 'batches',
  batch: (batch: string) => `batch/${batch}`,
  objections: (batch: string) => `objections/${batch}`,
  units: 'units',
  people: 'people',
  evidence: (owner: string) => `evidence/${owner}`,
  register: 'register',
  catalogues: 'catalogues',
} as const
