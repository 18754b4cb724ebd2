/** What somebody has typed of indicators and the county has not got: it waits in this browser. */
import type { AssessmentPage } from '#contracts/assessment/assessment.ts'
import { digestOfUse, nameOfUse } from '#evidence/cited-file.ts'
import { FINDINGS } from '#tally/finding.ts'
import { type LocalDraft, localDraft } from '../forms/local-draft.ts'
import { kept } from '../kept/browser.ts'
import { saidUse, usesIn } from './cited.ts'
import type { At, Params } from './use-assessment.ts'

/** One indicator by one method. */
export type NotePlace = { readonly at: At; readonly item: string }

// What was found at one assessment is never sent as a finding of the next one.
const nameOf = ({ batch, unit, method, visit }: At, item: string) =>
  `${batch}/${unit}/assessment/${visit}/${method}/${item}`
export const draftOf = (at: At, item: string): LocalDraft => localDraft(nameOf(at, item), kept, [])
export const isUnsaved = (at: At, item: string): boolean => Object.keys(draftOf(at, item).read()).length > 0
export const forgetUnsaved = (at: At, item: string): void => kept.forget(nameOf(at, item))
/** In words, to be copied; what was emptied leaves nothing to copy. */
export function unsavedText(at: At, item: string): string | undefined {
  const { finding, off, text, files, results } = draftOf(at, item).read()
  const names = [files?.value ?? []].flat().map((used) => nameOfUse(String(used)) ?? digestOfUse(String(used)))
  const typed = typeof text?.value === 'string' ? text.value : ''
  const found = Object.entries(FINDINGS).find(([name]) => name === finding?.value)?.[1] ?? ''
  const taken = typeof off?.value === 'string' && off.value !== '' ? `扣${off.value}分` : ''
  const cited = usesIn(results?.value).map(saidUse)
  return [found, taken, typed, ...cited, ...names].filter((line) => line !== '').join('\n') || undefined
}

type Line = { readonly item: string }
type Shown = { readonly method: string; readonly item: string | undefined }
/** Every place where whoever looks may note something, by whichever method, but the one on screen; undefined where there is none. */
export function placesLeft(
  { visit, methods }: Pick<AssessmentPage, 'visit' | 'methods'>,
  { batch, unit }: Params,
  lines: readonly Line[],
  shown: Shown,
): readonly NotePlace[] | undefined {
  const written = methods.filter(({ writes }) => writes)
  if (written.length === 0 || lines.length === 0) return undefined
  return written.flatMap(({ name: method }) =>
    lines.flatMap(({ item }) =>
      item === shown.item && method === shown.method ? [] : [{ at: { batch, unit, method, visit }, item }],
    ),
  )
}
