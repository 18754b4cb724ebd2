/** What somebody has typed of indicators and the county has not got: it waits in this browser. */
import { digestOfUse, nameOfUse } from '#evidence/cited-file.ts'
import { type LocalDraft, localDraft } from '../forms/local-draft.ts'
import { kept } from '../kept/browser.ts'
import type { At } from './use-assessment.ts'

// What was found at one assessment is never sent as a finding of the next one.
const nameOf = ({ batch, unit, method, visit }: At, item: string) =>
  `${batch}/${unit}/assessment/${visit}/${method}/${item}`
export const draftOf = (at: At, item: string): LocalDraft => localDraft(nameOf(at, item), kept, [])
export const isUnsaved = (at: At, item: string): boolean => Object.keys(draftOf(at, item).read()).length > 0
export const forgetUnsaved = (at: At, item: string): void => kept.forget(nameOf(at, item))
/** In words, to be copied; what was emptied leaves nothing to copy. */
export function unsavedText(at: At, item: string): string | undefined {
  const { text, files } = draftOf(at, item).read()
  const names = [files?.value ?? []].flat().map((used) => nameOfUse(String(used)) ?? digestOfUse(String(used)))
  const typed = typeof text?.value === 'string' ? text.value : ''
  return [typed, ...names].filter((line) => line !== '').join('\n') || undefined
}
