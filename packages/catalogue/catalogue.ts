/** A catalogue 标准/清单: a tree of items, as one edition of one document states them. Its words are ours, its facts the document's. */
import { z } from 'zod/mini'
import { kindOfUnit } from '#roster/unit.ts'

const id = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/))
const text = (max: number) => z.string().check(z.minLength(1), z.maxLength(max))
/** Our own short title: what must be shown. */
const title = text(30)
/** True where the document lost characters and this is what they most likely were: to be confirmed, never taken as read. */
const likely = z.optional(z.literal(true))
/** A fact of the document, or what its lost characters most likely said. */
const stated = z.union([text(80), z.strictObject({ is: text(80), likely: z.literal(true) })])
const organs = z.optional(z.array(id).check(z.minLength(1)))
const of = text(30)

/** `atMost` beside `atLeast` makes a range. */
export const threshold = z.strictObject({
  of,
  atLeast: z.optional(z.number()),
  atMost: z.optional(z.number()),
  unit: z.enum(['%', '次', '期', '天', '日', '年', '人']),
  /** Where the document does not bind hard: 原则要求, or 逐步达到. */
  force: z.optional(z.enum(['principle', 'gradual'])),
  /** Whom it binds, where not everybody that the item names. */
  organs,
  likely,
})

/** ISO 8601, one unit: P15D, P6M, P2Y. */
const duration = z.string().check(z.regex(/^P[1-9]\d*[DMY]$/))
export const deadline = z.union([
  /** Done by the end of that day, Asia/Shanghai. */
  z.strictObject({ of, on: z.iso.date(), organs, likely }),
  z.strictObject({ of, within: duration, after: of, extendable: z.optional(duration), organs, likely }),
  z.strictObject({ of, within: duration, before: of, organs, likely }),
  /** Falls due when so much time has passed. */
  z.strictObject({ of, once: duration, after: of, organs, likely }),
  /** The date stands elsewhere: in the law, in another plan. */
  z.strictObject({ of, statedIn: of, organs, likely }),
])
export const recurrence = z.strictObject({
  of,
  every: z.enum(['year', 'halfYear', 'quarter', 'twoYears']),
  /** Last day within the period, month and day: `12-20`; `02-last` is the month's end. */
  by: z.optional(z.string().check(z.regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]|last)$/))),
  fromYear: z.optional(z.int()),
  organs,
  likely,
})

export const itemKind = z.enum([
  'mechanism',
  'frequency',
  'ratio',
  'calendarDeadline',
  'negativeFact',
  'externalResult',
  'veto',
])
export const method = z.enum(['hearing', 'documents', 'siteVisit', 'lawTest', 'interviews'])

export const item = z.strictObject({
  /** Given once, from the first edition's number, and kept in later editions whatever the number becomes. */
  id,
  /** The document's own number; none where the document states it outside its numbering. */
  number: z.optional(z.int().check(z.minimum(1))),
  title,
  kind: itemKind,
  evidence: text(60),
  thresholds: z.optional(z.array(threshold).check(z.minLength(1))),
  deadlines: z.optional(z.array(deadline).check(z.minLength(1))),
  recurrences: z.optional(z.array(recurrence).check(z.minLength(1))),
  lead: organs,
  responsible: organs,
  /** Organs that the document has help the responsible one. */
  assisting: organs,
  /** Organs that the document has review, file or supervise what the responsible one does: they neither do it nor help. */
  reviewing: organs,
  /** Who supplies an external result. */
  suppliedBy: organs,
  weight: z.optional(z.number().check(z.positive())),
  appliesTo: z.optional(z.array(kindOfUnit).check(z.minLength(1))),
  /** Documents alone where none is named. */
  methods: z.optional(z.array(method).check(z.minLength(1))),
  /** A veto's: within how many years it has to be discovered, whenever it happened. */
  lookBackYears: z.optional(z.int()),
  /** Our remark on an oddity of the document. */
  note: z.optional(text(80)),
})

const branch = { id, number: text(12), title, weight: z.optional(z.number().check(z.positive())) }
const items = z.array(item).check(z.minLength(1))
export const group = z.strictObject({ ...branch, items })
export const part = z.strictObject({
  ...branch,
  groups: z.optional(z.array(group).check(z.minLength(1))),
  items: z.optional(items),
})

export const organ = z.strictObject({
  id,
  name: text(30),
  /** A group: `all` of what the roster lists under it, or those `concerned`, whom a person names. */
  group: z.optional(z.enum(['all', 'concerned'])),
})

export const catalogue = z.strictObject({
  id,
  title,
  place: text(20),
  edition: z.optional(stated),
  document: z.strictObject({
    title: text(60),
    /** The organ that issued it, as printed; none where the document names none. */
    issuer: z.optional(stated),
    number: z.optional(stated),
    date: z.optional(stated),
    part: z.optional(text(20)),
  }),
  /** The due date of items that state none. */
  due: z.optional(z.iso.date()),
  /** Where the document states that date 原则上. */
  dueInPrinciple: z.optional(z.literal(true)),
  /** Where the numbers of items start again at 1. */
  numbering: z.enum(['throughout', 'part', 'group']),
  /** Numbers that the document itself leaves out. */
  gaps: z.optional(z.array(z.strictObject({ number: z.int(), in: z.optional(id), note: text(80) }))),
  /** What all weights together make. */
  weight: z.optional(z.number().check(z.positive())),
  organs: z.array(organ),
  parts: z.array(part).check(z.minLength(1)),
})

export type Catalogue = z.infer<typeof catalogue>
export type Part = z.infer<typeof part>
export type Group = z.infer<typeof group>
export type Item = z.infer<typeof item>
export type ItemKind = z.infer<typeof itemKind>
export type Method = z.infer<typeof method>
export type Organ = z.infer<typeof organ>
export type Threshold = z.infer<typeof threshold>
export type Deadline = z.infer<typeof deadline>
export type Recurrence = z.infer<typeof recurrence>
export type Stated = z.infer<typeof stated>

export const wordOf = (fact: Stated): string => (typeof fact === 'string' ? fact : fact.is)
export const isLikely = (fact: Stated): boolean => typeof fact !== 'string'
