/** What is noted of one indicator by one method, kept at the server after every pause as answers are. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { z } from 'zod/mini'
import { type AssessmentItem, assessmentEndpoints, noteBody } from '#contracts/assessment/assessment.ts'
import { useAutosave } from '../entry/use-autosave.ts'
import { Autosave, type Standing } from '../forms/autosave.ts'
import { localDraft } from '../forms/local-draft.ts'
import { kept } from '../kept/browser.ts'
import { useApi } from '../session/api.ts'
import { useServerNow } from '../shell/server-now.ts'
import { ownNote } from './noted.ts'
import { notesKey, type Params, useNoted } from './use-assessment.ts'

export const noteForm = z.strictObject({ text: noteBody.shape.text, files: noteBody.shape.files })

/** `visit`: during which stay of the case it is noted; whoever is told that it has come back finds what they typed. */
export type At = Params & { readonly method: string; readonly visit: number }
const draftOf = ({ batch, unit, method }: At, item: string) =>
  localDraft(`${batch}/${unit}/assessment/${method}/${item}`, kept, [])
/** What of it is in this browser and not at the server. */
export const unsavedText = (at: At, item: string): string | undefined => {
  const { text } = draftOf(at, item).read()
  return typeof text?.value === 'string' ? text.value : undefined
}
export const isUnsaved = (at: At, item: string): boolean => Object.keys(draftOf(at, item).read()).length > 0

const standingOf = (item: AssessmentItem, method: string): Standing => {
  const { number, note } = ownNote(item, method)
  const { text, files = [] } = note ?? {}
  return {
    // Nobody else writes there: whatever is other than here was written in another window.
    ...{ seen: number, digest: String(number), by: '' },
    values: { ...(text && { text }), ...(files.length > 0 && { files }) },
  }
}

export function useNote(at: At, item: AssessmentItem) {
  const api = useApi()
  const queries = useQueryClient()
  const { method, visit, batch, unit } = at
  const saved = useNoted(at, method)
  const now = useServerNow()
  const params = { batch, unit, item: item.item }
  const [autosave] = useState(
    () =>
      new Autosave({
        form: noteForm,
        standing: standingOf(item, method),
        local: draftOf(at, item.item),
        open: () => true,
        save: async (values, base, command, outlives) => {
          const body = { ...values, number: Number(base), visit }
          const next = await api(assessmentEndpoints.noteIndicator, {
            ...{ params: { ...params, method }, body, command, outlives },
          })
          saved(next)
          return standingOf(next, method)
        },
        read: async () => {
          const next = await api(assessmentEndpoints.readAssessmentItem, { params })
          queries.setQueryData(notesKey(at, item.item), next)
          return standingOf(next, method)
        },
        now,
        newCommand: () => crypto.randomUUID(),
        later: (what, ms) => {
          const timer = setTimeout(what, ms)
          return () => clearTimeout(timer)
        },
      }),
  )
  const draft = useAutosave(autosave)
  useEffect(() => autosave.arrived(standingOf(item, method)), [autosave, item, method])
  return { autosave, draft }
}
