/** The clerk's form and the page of its case, kept in step with each other. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { applicationForm, applicationSaving } from '#contracts/case-forms.ts'
import type { CasePage } from '#contracts/case-page.ts'
import { intakeEndpoints } from '#contracts/intake.ts'
import { Autosave, type Standing } from '../forms/autosave.ts'
import { localDraft } from '../forms/local-draft.ts'
import { useApi } from '../session/api.ts'
import { onBack } from '../session/session-ends.ts'
import { useServerNow } from '../shell/server-now.ts'

/** As the timeline names a saved form. */
const SAVED = '保存申请表'

const standingOf = ({ seen, form, timeline }: CasePage): Standing => ({
  seen,
  digest: form?.digest ?? '',
  values: form?.values ?? {},
  by: timeline.filter(({ event }) => event.endsWith(SAVED)).at(-1)?.by ?? '',
})

/** @param person whose draft it is: two people at one PC do not see each other's */
export function useApplication(page: CasePage, person: string) {
  const api = useApi()
  const queries = useQueryClient()
  const now = useServerNow()
  const [unit, batch] = [page.unit.id, page.batch.id]
  const params = { batch, unit }
  const [autosave] = useState(
    () =>
      new Autosave({
        form: applicationForm,
        standing: standingOf(page),
        local: localDraft(`${person}/${page.case}/${page.visit}`, localStorage),
        open: (field) => page.reopens?.includes(field) ?? true,
        save: async (values, base, command) => {
          const body = applicationSaving.parse({ ...values, base })
          const next = await api(intakeEndpoints.saveApplication, { params, body, command })
          queries.setQueryData(['case', batch, unit], next)
          return standingOf(next)
        },
        read: async () => {
          const next = await api(intakeEndpoints.readCase, { params })
          queries.setQueryData(['case', batch, unit], next)
          return next.commands.some(({ name }) => name === 'save-application') ? standingOf(next) : undefined
        },
        now: () => now() ?? Date.now(),
        newCommand: () => crypto.randomUUID(),
        later: (what, ms) => {
          const timer = setTimeout(what, ms)
          return () => clearTimeout(timer)
        },
      }),
  )
  useEffect(() => {
    autosave.again()
    const stop = onBack(() => autosave.again())
    return () => {
      stop()
      autosave.stop()
    }
  }, [autosave])
  useEffect(() => autosave.arrived(standingOf(page)), [autosave, page])
  return { autosave, draft: useSyncExternalStore(autosave.subscribe, autosave.draft) }
}
