/** A form that is being filled in and the page of its case, kept in step with each other. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { CasePage, ShownPaper } from '#contracts/case-page.ts'
import { schemaOfShown } from '#contracts/forms.ts'
import { intakeEndpoints } from '#contracts/intake.ts'
import { Autosave, type Standing } from '../forms/autosave.ts'
import { localDraft } from '../forms/local-draft.ts'
import { kept } from '../kept/browser.ts'
import { useApi } from '../session/api.ts'
import { useServerNow } from '../shell/server-now.ts'
import { paperOf, saveOf } from './paper-of.ts'
import { useAutosave } from './use-autosave.ts'

const standingOf = (page: CasePage): Standing => {
  const paper = paperOf(page)
  return {
    seen: page.seen,
    digest: paper?.digest ?? '',
    values: paper?.values ?? {},
    by: paper?.savedBy ?? '',
  }
}

export function usePaper(page: CasePage, paper: ShownPaper) {
  const api = useApi()
  const queries = useQueryClient()
  const now = useServerNow()
  const [unit, batch] = [page.unit.id, page.batch.id]
  const params = { batch, unit }
  const [form] = useState(() => schemaOfShown(paper.fields))
  const personal = paper.fields.flatMap(({ name, personal: isPersonal }) => (isPersonal ? [name] : []))
  const [autosave] = useState(
    () =>
      new Autosave({
        form,
        standing: standingOf(page),
        local: localDraft(`${page.case}/form/${paper.name}`, kept, personal),
        open: (field) => paper.reopens?.includes(field) ?? true,
        save: async (values, base, command, outlives) => {
          const next = await api(intakeEndpoints.saveForm, {
            params: { ...params, form: paper.name },
            body: { ...values, base },
            command,
            outlives,
          })
          queries.setQueryData(['case', batch, unit], next)
          return standingOf(next)
        },
        read: async () => {
          const next = await api(intakeEndpoints.readCase, { params })
          queries.setQueryData(['case', batch, unit], next)
          return saveOf(next) ? standingOf(next) : undefined
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
  useEffect(() => autosave.arrived(standingOf(page)), [autosave, page])
  return { autosave, schema: form, draft }
}
