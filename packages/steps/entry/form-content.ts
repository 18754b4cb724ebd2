/** What a save says of the text that it keeps: all of it follows from that text, and can be compared with it. */
import { z } from 'zod/mini'
import type { Saved } from '#case/case-events.ts'
import { digestOfUse } from '#evidence/cited-file.ts'
import { digestOf } from '#ledger/chain.ts'
import { type Form, fileFields } from '#procedure/forms.ts'
import { ASSESSMENT } from '#procedure/self-assessment.ts'
import { saidIn } from '#typed/line.ts'

type Values = Readonly<Record<string, unknown>>
type Assessment = Saved['selfAssessment']

/**
 * What `contents` keeps of a form: everything but what is personal. Of its files the answers have order and names (older
 * ones digests, with the names in `files`); `types` has by digest what the bytes are where a name says otherwise.
 */
export const storedForm = z.object({
  values: z.record(z.string(), z.unknown()),
  files: z.optional(z.record(z.string(), z.string())),
  types: z.optional(z.record(z.string(), z.string())),
})
export type StoredForm = z.infer<typeof storedForm>

/** The uses of files in a form, by the order of its questions and of each answer. */
export const usesIn = (form: Form, values: Values): { field: string; used: string }[] =>
  fileFields(form).flatMap((field) =>
    [values[field]].flat().flatMap((used) => (typeof used === 'string' ? [{ field, used }] : [])),
  )

/** What an answer that is not personal says: the bytes of its files, each once, or its words. */
export function saying(form: Form, name: string, value: unknown): unknown {
  if (typeof value === 'string') return fileFields(form).includes(name) ? digestOfUse(value) : saidIn(value)
  return Array.isArray(value) ? [...new Set(value.map((one) => saying(form, name, one)))] : value
}

export const attachmentsIn = (form: Form, values: Values): string[] =>
  [...new Set(usesIn(form, values).map(({ used }) => digestOfUse(used)))].toSorted()

const pinned = (kept: Assessment) => (kept ? { [ASSESSMENT.name]: kept.manifest } : {})

/** @param marks of the answers that are personal */
export const answersOf = ({ values }: StoredForm, marks: Readonly<Record<string, string>>, kept: Assessment) => ({
  ...Object.fromEntries(Object.entries(values).map(([field, value]) => [field, digestOf(value)])),
  ...marks,
  ...pinned(kept),
})

/** The same, however it is written and whatever its files are called. */
export function saysOf(form: Form, { values }: StoredForm, marks: Readonly<Record<string, string>>, kept: Assessment) {
  const said = Object.entries(values).map(([field, value]) => [field, saying(form, field, value)])
  return digestOf({ ...Object.fromEntries(said), ...marks, ...pinned(kept) })
}

/** The digest of the form covers what is personal, and what it pins. */
export const digestOfForm = ({ content, personal, selfAssessment }: Omit<Partial<Saved>, 'digest'>): string =>
  digestOf({ content, personal: personal?.digest ?? '', ...pinned(selfAssessment) })
