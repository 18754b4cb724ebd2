/** Files that were given all at once: to which indicator each belongs, by its name or as somebody says, and on its way. */
import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { type DossierPart, dossierEndpoints } from '#contracts/dossier/dossier.ts'
import { type Numbered, sortFile } from '#dossier/sort-files.ts'
import { cite } from '#evidence/cited-file.ts'
import { useAskToLeave } from '../forms/ask-to-leave.ts'
import { saidWhole } from '../forms/refusal.ts'
import { useApi } from '../session/api.ts'
import { pathOf } from '../upload/dropped-files.ts'
import { uploadFile } from '../upload/upload-file.ts'
import { nextChoice } from '../upload/use-uploads.ts'

type Given = {
  readonly key: number
  readonly file: File
  /** As somebody says; null: to none of them. */
  readonly chosen?: string | null
  readonly error?: string
}
export type SortedFile = Given & { readonly item: string | undefined; readonly why: string | undefined }

export const numberedIn = (parts: readonly DossierPart[]): readonly Numbered[] =>
  parts.flatMap(({ number, title, items }) =>
    items.map(({ id, title: named, n, group }) => ({
      ...{ id, title: named, number: n, group },
      part: { number, title },
    })),
  )

type Params = { readonly batch: string; readonly unit: string }
/** @param isPart the parts hold only what was given to whoever sorts */
export function useSorting(params: Params, owner: string, parts: readonly DossierPart[], isPart: boolean) {
  const api = useApi()
  const queries = useQueryClient()
  const [given, setGiven] = useState<readonly Given[]>([])
  const [sending, setSending] = useState(false)
  const [ended, setEnded] = useState(0)
  const [said, setSaid] = useState<string>()
  const items = useMemo(() => numberedIn(parts), [parts])
  const files: readonly SortedFile[] = useMemo(
    () =>
      given.map((one) => {
        const found = sortFile(pathOf(one.file), items, isPart)
        const item = 'item' in found ? found.item : undefined
        return {
          ...one,
          item: one.chosen === undefined ? item : (one.chosen ?? undefined),
          why: 'why' in found ? found.why : undefined,
        }
      }),
    [given, items, isPart],
  )
  useAskToLeave(given.length > 0)
  const change = (key: number, to: Partial<Given>) =>
    setGiven((all) => all.map((one) => (one.key === key ? { ...one, ...to } : one)))

  /** Uploads what has a place, then cites all of it at once; what failed stays with why. */
  const send = async () => {
    setSending(true)
    setEnded(0)
    setSaid(undefined)
    const kept = await Promise.all(
      files.map(async ({ key, file, item }) => {
        if (item === undefined) return []
        try {
          const { sha256, name } = await uploadFile(api, owner, file, () => {}, new AbortController().signal)
          return [{ key, item, use: cite(sha256, name) }]
        } catch (error) {
          change(key, { error: saidWhole(error) })
          return []
        } finally {
          setEnded((count) => count + 1)
        }
      }),
    )
    const all = kept.flat()
    try {
      const ids = [...new Set(all.map(({ item }) => item))]
      const cited = ids.map((item) => ({
        item,
        files: all.flatMap((one) => (one.item === item ? [one.use] : [])),
      }))
      const answer =
        cited.length > 0
          ? await api(dossierEndpoints.citeInDossier, {
              params,
              body: { items: cited },
              command: crypto.randomUUID(),
            })
          : { items: [] }
      const wrong = new Map(answer.items.flatMap(({ item, error }) => (error ? [[item, error] as const] : [])))
      const done = new Set(all.flatMap(({ key, item }) => (wrong.has(item) ? [] : [key])))
      for (const { key, item } of all) if (wrong.has(item)) change(key, { error: wrong.get(item) ?? '' })
      setGiven((before) => before.filter(({ key }) => !done.has(key)))
      setSaid(`已引用${done.size}个文件，涉及${ids.length - wrong.size}项指标。`)
      const counts = new Map(answer.items.flatMap((one) => (one.error ? [] : [[one.item, one.files] as const])))
      queries.setQueriesData<DossierPart>(
        { queryKey: ['dossier', params.batch, params.unit, 'part'] },
        (part) =>
          part && {
            ...part,
            items: part.items.map((line) => ({ ...line, files: counts.get(line.id) ?? line.files })),
          },
      )
      await queries.invalidateQueries({ queryKey: ['dossier', params.batch, params.unit, 'item'] })
    } catch (error) {
      setSaid(saidWhole(error))
    } finally {
      setSending(false)
    }
  }
  return {
    ...{ files, sending, ended, said, send },
    add: (more: readonly File[]) => {
      setSaid(undefined)
      setGiven((all) => [...all, ...more.map((file) => ({ key: nextChoice(), file }))])
    },
    assign: (key: number, item: string | undefined) =>
      setGiven((all) =>
        all.map(({ error: _mended, ...one }) => (one.key === key ? { ...one, chosen: item ?? null } : one)),
      ),
    remove: (key: number) => setGiven((all) => all.filter((one) => one.key !== key)),
  }
}
export type Sorting = ReturnType<typeof useSorting>
