/** An answer that is being written, kept at the server after every pause as forms are. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { answerForm, type DossierItem, dossierEndpoints } from '#contracts/dossier/dossier.ts'
import { useAutosave } from '../entry/use-autosave.ts'
import { Autosave, type Standing } from '../forms/autosave.ts'
import { localDraft } from '../forms/local-draft.ts'
import { kept } from '../kept/browser.ts'
import { useApi } from '../session/api.ts'
import { useServerNow } from '../shell/server-now.ts'
import { itemKey, useSaved } from './use-dossier.ts'

const standingOf = ({ number, result, text, files, by }: DossierItem): Standing => ({
  seen: number,
  digest: String(number),
  values: { ...(result && { result }), ...(text && { text }), ...(files.length > 0 && { files }) },
  by: by ?? '',
})

export function useAnswer(params: { readonly batch: string; readonly unit: string }, item: DossierItem) {
  const api = useApi()
  const queries = useQueryClient()
  const saved = useSaved(params)
  const now = useServerNow()
  const at = { ...params, item: item.id }
  const [autosave] = useState(
    () =>
      new Autosave({
        form: answerForm,
        standing: standingOf(item),
        local: localDraft(`${params.batch}/${params.unit}/dossier/${item.id}`, kept, []),
        open: () => true,
        save: async (values, base, command, outlives) => {
          const body = { ...values, number: Number(base) }
          const next = await api(dossierEndpoints.saveDossierItem, { params: at, body, command, outlives })
          saved(next)
          return standingOf(next)
        },
        read: async () => {
          const next = await api(dossierEndpoints.readDossierItem, { params: at })
          queries.setQueryData(itemKey(params, item.id), next)
          return next.writes ? standingOf(next) : undefined
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
  useEffect(() => autosave.arrived(standingOf(item)), [autosave, item])
  return { autosave, draft }
}
