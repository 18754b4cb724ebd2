import { z } from 'zod/mini'
import type { Saved } from '#case/case-events.ts'
import type { PersonalData, Why } from '#persons/persons.ts'
import type { IntakeDeps } from '../intake-deps.ts'

/** What `contents` keeps of a form: everything but what is personal, and the names of its files by digest. */
const content = z.object({
  values: z.record(z.string(), z.unknown()),
  files: z.record(z.string(), z.string()),
})
export type StoredForm = z.infer<typeof content>

export const readForm = async (
  { contents }: Pick<IntakeDeps, 'contents'>,
  { content: sha256 }: Pick<Saved, 'content'>,
): Promise<StoredForm> => content.parse(await contents.get(sha256))

/** What is personal in a form, as far as it is filled in; nothing once it was erased. */
export async function readPersonal(
  { persons }: Pick<IntakeDeps, 'persons'>,
  { personal }: Pick<Saved, 'personal'>,
  why: Why,
): Promise<PersonalData> {
  return (personal && (await persons.read(personal.id, why))) ?? {}
}
