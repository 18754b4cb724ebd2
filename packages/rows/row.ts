/**
 * What lists show of one stream: its fold, cut down, plus the keys of the index `lists`. Rows are joined on reading,
 * so a unit's name stands in the unit's row only. People appear by their opaque ids, never by name.
 */
import { z } from 'zod/mini'
import { callTerms } from '#batch/batch.ts'
import { amended, cancelled } from '#batch/change-events.ts'
import { act, variant } from '#case/case-events.ts'
import { caseFacts } from '#case/facts.ts'
import { publishedVersion } from '#catalogue/edition/publish-version.ts'
import { signOffMode } from '#procedure/sign-off-mode.ts'
import { unitFacts } from '#roster/unit.ts'
import { consultationRow } from './consultation-row.ts'
import { dossierRow, spreadRow } from './dossier-row.ts'
import { evidenceRow, openedRow } from './evidence-rows.ts'
import { personRow } from './person-row.ts'
import { remindedRow, remindersRow } from './reminded-row.ts'
import { retentionRow } from './retention-row.ts'
import { head } from './row-head.ts'
import { titleRow } from './title-row.ts'
import { bulletinsRow, dutyRow, inspectionRow, receivedRow } from './work-rows.ts'

export { LISTS } from './lists.ts'
export type { DutyRow } from './work-rows.ts'

/** Raised by one when `rowOf` makes something else of the same commits: the hourly rebuild then replaces old rows. */
export const SHAPE = 29

export const batchRow = z.object({
  ...head,
  kind: z.literal('batch'),
  batch: z.string(),
  title: z.string(),
  trial: z.boolean(),
  openedAt: z.string(),
  procedure: variant,
  /** The first late instant of each step that has a date, as published amendments have it. */
  dates: z.record(z.string(), z.string()),
  quota: z.optional(z.int()),
  /** By form and sign-off. */
  signOffs: z.record(z.string(), z.record(z.string(), signOffMode)),
  /** Which published catalogue it chose. */
  standard: z.optional(z.object({ catalogue: z.string(), version: z.int() })),
  /** All that the call froze: since it never changes, a row that has it is as good as the ledger. */
  terms: z.optional(callTerms),
  /** Published amendments, in order. */
  amendments: z.optional(z.array(amended)),
  cancelled: z.optional(cancelled),
  /** What waits for approval, and who prepared it when; `returned`: why it went back to them. */
  prepared: z.optional(
    z.object({
      amendment: z.optional(
        z.object({ by: z.string(), at: z.string(), returned: z.optional(z.string()), steps: z.array(z.string()) }),
      ),
      cancelling: z.optional(z.object({ by: z.string(), at: z.string(), returned: z.optional(z.string()) })),
    }),
  ),
})
export type BatchRow = z.infer<typeof batchRow>

/** A call that is prepared and not opened yet. It becomes the row of the batch. */
export const callRow = z.object({
  ...head,
  kind: z.literal('call'),
  batch: z.string(),
  title: z.string(),
  trial: z.boolean(),
  by: z.string(),
  at: z.string(),
  /** Why it went back to whoever prepared it. */
  returned: z.optional(z.string()),
})
export type CallRow = z.infer<typeof callRow>

export const caseRow = z.object({
  ...head,
  kind: z.literal('case'),
  ...caseFacts.shape,
  /** The list acts whose line it has taken: an act that is not there it has not followed yet. */
  taken: z.optional(z.array(act)),
})
export type CaseRow = z.infer<typeof caseRow>

/** A case that has not begun and whose unit was given a longer date to begin. It becomes the row of the case. */
export const extensionRow = z.object({
  ...head,
  kind: z.literal('extension'),
  batch: z.string(),
  unit: z.string(),
  /** The first late instant. */
  lateFrom: z.string(),
})
export type ExtensionRow = z.infer<typeof extensionRow>

export const noticeRow = z.object({
  ...head,
  kind: z.literal('notice'),
  batch: z.string(),
  n: z.int(),
  step: z.string(),
  trial: z.boolean(),
  title: z.string(),
  /** Unit ids. */
  units: z.array(z.string()),
  /** Once it is published: units that it names, but for lines set aside. */
  named: z.optional(z.array(z.string())),
  publication: z.object({ on: z.string(), place: z.string() }),
  firstDay: z.string(),
  lastDay: z.string(),
  lateFrom: z.string(),
  /** `prepared`: waits for approval; `returned`: sent back to whoever prepared it. */
  state: z.enum(['prepared', 'returned', 'published', 'closed']),
  /** Why it was returned. */
  reason: z.optional(z.string()),
  preparedBy: z.string(),
  preparedAt: z.string(),
  objections: z.int(),
  openObjections: z.int(),
  /** Of a closed notice: units that may take their line on another closing. */
  waiting: z.array(z.string()),
})
export type NoticeRow = z.infer<typeof noticeRow>

export const resolutionRow = z.object({
  ...head,
  kind: z.literal('resolution'),
  batch: z.string(),
  step: z.string(),
  trial: z.boolean(),
  meetings: z.int(),
  /** How each meeting is called where a case has taken its line, as it was recorded or corrected; `number`: the commit; `units`: but for lines set aside. */
  acts: z.optional(
    z.array(
      z.object({
        number: z.int(),
        meeting: z.string(),
        reference: z.string(),
        /** The meeting's own day. */
        date: z.optional(z.string()),
        units: z.optional(z.array(z.string())),
      }),
    ),
  ),
  /** Units that were submitted to the body and wait for it, each with the visit at which it stood. */
  submitted: z.array(z.object({ unit: z.string(), visit: z.optional(z.int()) })),
})
export type ResolutionRow = z.infer<typeof resolutionRow>

export const announcementRow = z.object({
  ...head,
  kind: z.literal('announcement'),
  batch: z.string(),
  n: z.int(),
  step: z.string(),
  trial: z.boolean(),
  title: z.string(),
  /** How it is cited: 泗政〔2018〕6号. */
  reference: z.string(),
  /** The document's own day. */
  date: z.optional(z.string()),
  units: z.array(z.string()),
  /** Once it is published: units that it names, but for lines set aside. */
  named: z.optional(z.array(z.string())),
  state: z.enum(['prepared', 'returned', 'published']),
  reason: z.optional(z.string()),
  preparedBy: z.string(),
  preparedAt: z.string(),
})
export type AnnouncementRow = z.infer<typeof announcementRow>

/** What one visit of a case to an inquiry has come to. */
export const panelRow = z.object({
  ...head,
  kind: z.literal('panel'),
  batch: z.string(),
  unit: z.string(),
  visit: z.int(),
  ended: z.array(z.string()),
  settled: z.boolean(),
})
export type PanelRow = z.infer<typeof panelRow>

export const objectionRow = z.object({
  ...head,
  kind: z.literal('objection'),
  objection: z.string(),
  batch: z.string(),
  n: z.int(),
  /** Unit id. */
  about: z.string(),
  answerBy: z.string(),
  enteredBy: z.optional(z.string()),
  status: z.enum(['received', 'admitted', 'declined', 'upheld', 'reassess', 'notUpheld']),
  /** Once it is settled: what the unit, and what the objector is told. */
  reason: z.optional(z.string()),
  reply: z.optional(z.string()),
  /** The instant of its last decision. */
  decidedAt: z.optional(z.string()),
})
export type ObjectionRow = z.infer<typeof objectionRow>

const { kind: kindOfUnit, ...facts } = unitFacts.shape
export const unitRow = z.object({
  ...head,
  kind: z.literal('unit'),
  unit: z.string(),
  kindOfUnit,
  ...facts,
  /** Every name it has had, each with the instant since when and by whom, the first one first: what was published keeps its names. */
  names: z.array(z.object({ at: z.string(), name: z.string(), by: z.optional(z.string()) })),
})
export type UnitRow = z.infer<typeof unitRow>

export const catalogueRow = z.object({
  ...head,
  kind: z.literal('catalogue'),
  catalogue: z.string(),
  /** Of its newest version. */
  title: z.string(),
  versions: z.int(),
  /** Each as it was published, the first one first: since none changes, a row that has it is as good as the ledger. */
  published: z.array(publishedVersion),
})

export const row = z.discriminatedUnion('kind', [
  batchRow,
  callRow,
  caseRow,
  extensionRow,
  noticeRow,
  resolutionRow,
  announcementRow,
  panelRow,
  dutyRow,
  dossierRow,
  spreadRow,
  remindersRow,
  remindedRow,
  bulletinsRow,
  receivedRow,
  inspectionRow,
  consultationRow,
  objectionRow,
  evidenceRow,
  openedRow,
  unitRow,
  personRow,
  titleRow,
  catalogueRow,
  retentionRow,
])
export type Row = z.infer<typeof row>
export type RowKind = Row['kind']
