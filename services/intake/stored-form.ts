import { z } from 'zod/mini'
import type { Saved } from '#case/case-events.ts'
import { applicationDraft, PERSONAL_FIELDS } from '#contracts/case-forms.ts'
import type { PersonalData, Why } from '#persons/persons.ts'
import type { IntakeDeps } from './intake-deps.ts'

/** What `contents` keeps of an application: everything but who to call, and the names of its files by digest. */
const content = z.object({
  values: z.omit(applicationDraft, { contact: true, phone: true }),
  files: z.record(z.string(), z.string()),
})
export type StoredForm = z.infer<typeof content>

export const readForm = async (
  { contents }: Pick<IntakeDeps, 'contents'>,
  { content: sha256 }: Saved,
): Promise<StoredForm> => content.parse(await contents.get(sha256))

/** Whom to call about an application, of the two fields what is filled in; nothing once it was erased. */
export async function readContactData(
  { persons }: Pick<IntakeDeps, 'persons'>,
  { personal }: Pick<Saved, 'personal'>,
  why: Why,
): Promise<PersonalData> {
  return (personal && (await persons.read(personal.id, why))) ?? {}
}

export const isPersonal = (field: string): boolean => PERSONAL_FIELDS.some((name) => name === field)
