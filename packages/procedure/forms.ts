/** A form is one definition: from it come the screen, the check, what its sign-offs cover and the paper that is stamped. */
import { z } from 'zod/mini'
import { appointmentName } from './appointments.ts'
import creationApplication from './forms/creation-application.json' with { type: 'json' }
import creationDeclaration from './forms/creation-declaration.json' with { type: 'json' }
import { resolution } from './kinds.ts'
import { ASSESSMENT } from './self-assessment.ts'
import { readValue } from './wrong-file.ts'

const name = z.string().check(z.regex(/^[a-z][A-Za-z0-9]{0,39}$/))
const label = z.string().check(z.minLength(1), z.maxLength(60))

export const fieldKind = z.enum([
  'text',
  'longText',
  'date',
  'number',
  'choice',
  'choices',
  'checklist',
  'files',
  'file',
])
const field = z.strictObject({
  name,
  label,
  kind: fieldKind,
  /** Characters of a text, the largest number. */
  max: z.optional(z.int()),
  format: z.optional(z.enum(['phone', 'email', 'person'])),
  /** `facts`: what there may not be, so that 无 is an answer. */
  says: z.optional(z.literal('facts')),
  help: z.optional(z.string()),
  choices: z.optional(z.array(z.strictObject({ value: name, label }))),
  optional: z.optional(z.literal(true)),
  /** Kept in `persons`, apart from the ledger. */
  personal: z.optional(z.literal(true)),
  /** Another form of the case that asks the same: what it says there stands here to begin with. */
  from: z.optional(z.string()),
  /** Stands in lists of cases that are submitted to a body. */
  listed: z.optional(z.literal(true)),
})

const signOff = z.strictObject({
  name,
  title: label,
  /** Who gives it inside the unit, in the order of the list; without one a step of the procedure fills the box. */
  signer: z.optional(appointmentName),
  /** Whoever edited the form does not give it online. */
  apartFromEditors: z.optional(z.literal(true)),
  /** What the box is called on paper, where the document calls it otherwise: the county's own organ, and what it says. */
  printed: z.optional(z.strictObject({ of: z.union([z.literal('office'), resolution.shape.body]), says: label })),
})
export type SignOffBox = z.infer<typeof signOff>

/** How the document prints it. Questions that are no files have a row each, in their order, unless some share one. */
const printed = z.strictObject({
  /** 附件2 */
  annex: z.optional(label),
  /** What follows the batch's name in the title. */
  title: label,
  /** Who seals it; the seal's place is beside. */
  sealed: label,
  /** The day on which it is handed in. */
  dated: label,
  /** The row of the unit's name. */
  unit: label,
  /** Questions that stand side by side: two, or three, each then above its answer. */
  beside: z._default(z.array(z.array(name).check(z.minLength(2), z.maxLength(3))), []),
  /** What is said below an answer. */
  notes: z._default(z.record(name, label), {}),
})
export type Printed = z.infer<typeof printed>

export const form = z.strictObject({
  name: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/)),
  title: label,
  source: z.string(),
  fields: z.array(field).check(z.minLength(1)),
  signOffs: z.array(signOff),
  printed: z.optional(printed),
})
export type FormField = z.infer<typeof field>
export type Form = z.infer<typeof form>

const FOLDER = 'packages/procedure/forms'
const files: Readonly<Record<string, unknown>> = {
  'creation-application.json': creationApplication,
  'creation-declaration.json': creationDeclaration,
}

/** Every form that a variant may name. */
export const forms: Readonly<Record<string, Form>> = Object.fromEntries(
  Object.entries(files)
    .map(([name, value]) => readValue(form, value, `${FOLDER}/${name}`))
    .map((one) => [one.name, one]),
)

/** The sign-offs that the unit itself collects before it hands the form in. */
export const unitSignOffs = ({ signOffs }: Form): readonly SignOffBox[] => signOffs.filter(({ signer }) => signer)
export const fileFields = ({ fields }: Form): readonly string[] =>
  fields.filter(({ kind }) => kind === 'files' || kind === 'file').map((one) => one.name)
export const personalFields = ({ fields }: Form): readonly string[] =>
  fields.filter(({ personal }) => personal).map((one) => one.name)
/** A field's or a sign-off's name on screen. */
export const labelOf = ({ fields, signOffs }: Form, named: string): string =>
  [...fields, ASSESSMENT].find((one) => one.name === named)?.label ??
  signOffs.find((one) => one.name === named)?.title ??
  named
