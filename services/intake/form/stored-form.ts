import type { Saved } from '#case/case-events.ts'
import type { FileReference } from '#contracts/case-page.ts'
import { digestOfUse, nameOfUse } from '#evidence/cited-file.ts'
import { BLOCKED, Blocked, ERASED, type PersonalData, type Why } from '#persons/persons.ts'
import { type Form, fileFields, personalFields } from '#procedure/forms.ts'
import { type StoredForm, storedForm, usesIn } from '#steps/entry/form-content.ts'
import { saidIn } from '#typed/line.ts'
import { nameKey } from '#typed/names.ts'
import { withoutNote } from '#typed/person.ts'
import { dialled } from '#typed/phone.ts'
import { asEntered } from '#typed/plain-names.ts'
import type { IntakeDeps } from '../intake-deps.ts'
import { fileReference, scanNotes } from '../kept-evidence.ts'

export const readForm = async (
  { contents }: Pick<IntakeDeps, 'contents'>,
  { content: sha256 }: Pick<Saved, 'content'>,
): Promise<StoredForm> => storedForm.parse(await contents.get(sha256))

/** The answers that hold files, each use written by `write`. */
export const withUses = (
  form: Form,
  values: Readonly<Record<string, unknown>>,
  write: (used: string) => string,
): Record<string, unknown> =>
  Object.fromEntries(
    fileFields(form).flatMap((field): [string, unknown][] => {
      const value = values[field]
      if (typeof value === 'string') return [[field, write(value)]]
      return Array.isArray(value) ? [[field, usesIn(form, { [field]: value }).map(({ used }) => write(used))]] : []
    }),
  )

const isOfPerson = (form: Form, name: string): boolean =>
  form.fields.some((field) => field.name === name && field.format === 'person')
/** What is personal as it is kept: a name without the note that it is one. */
export const asKept = (form: Form, name: string, value: string): string =>
  isOfPerson(form, name) ? withoutNote(value) : value
/** The same as it stands in its field, where it is asked for again with every save. */
export const asInFields = (form: Form, values: PersonalData): PersonalData =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, isOfPerson(form, name) ? asEntered(value) : value]),
  )

/** Whether two answers about a person say the same: one name, one number to dial, one address, in whatever way they are written. */
export function saysTheSame(form: Form, name: string, one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return one === other
  const format = form.fields.find((field) => field.name === name)?.format
  const key = format === 'person' ? nameKey : format === 'phone' ? dialled : format === 'email' ? mailed : saidIn
  return key(one) === key(other)
}
const mailed = (address: string): string => saidIn(address).toLowerCase()

/** The files of a form of this unit for the page, in that order. */
export async function filesOfForm(
  deps: Pick<IntakeDeps, 'rows' | 'county'>,
  form: Form,
  { values, files = {}, types = {} }: StoredForm,
  unit: string,
): Promise<FileReference[]> {
  const uses = usesIn(form, values).map(({ used }) => used)
  const notes = await scanNotes(deps, unit, uses)
  return uses.map((used) => {
    const sha256 = digestOfUse(used)
    const name = nameOfUse(used) ?? (Object.hasOwn(files, sha256) ? files[sha256] : undefined)
    const more = { contentType: types[sha256], scan: notes.get(sha256) }
    return fileReference(unit, used, name ?? `${sha256.slice(0, 8)}…`, more)
  })
}

/** What is personal in a form, as far as it is filled in; nothing once it was erased. */
export async function readPersonal(
  { persons }: Pick<IntakeDeps, 'persons'>,
  { personal }: Pick<Saved, 'personal'>,
  why: Why,
): Promise<PersonalData> {
  return (personal && (await persons.read(personal.id, why))) ?? {}
}

/** A word of ours in the place of each answer about a person. */
export const inEachPlace = (form: Form, { answers }: Pick<Saved, 'answers'>, word: string): PersonalData =>
  Object.fromEntries(personalFields(form).flatMap((name) => (Object.hasOwn(answers, name) ? [[name, word]] : [])))

/**
 * The same to be shown: of what was erased, or is blocked, that it was there, and no reason to hide the rest of a page.
 * @param isOver whether nobody fills the form in any more: a word of ours is nobody's answer, and what is filled in is in use
 */
export async function showPersonal(
  deps: Pick<IntakeDeps, 'persons'>,
  { form, saved, isOver }: { readonly form: Form; readonly saved: Saved; readonly isOver: boolean },
  why: Why,
): Promise<PersonalData> {
  const instead = (word: string) => (isOver ? inEachPlace(form, saved, word) : {})
  if (!saved.personal) return {}
  try {
    return (await deps.persons.read(saved.personal.id, { ...why, inUse: !isOver })) ?? instead(ERASED)
  } catch (error) {
    if (error instanceof Blocked) return instead(BLOCKED)
    throw error
  }
}
