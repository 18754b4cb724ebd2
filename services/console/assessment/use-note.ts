/** What is noted of one indicator by one method, kept at the server after every pause as answers are. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { z } from 'zod/mini'
import { type AssessmentItem, assessmentEndpoints, noteBody } from '#contracts/assessment/assessment.ts'
import { ApiError } from '#contracts/client.ts'
import { useAutosave } from '../entry/use-autosave.ts'
import { Autosave, type Standing } from '../forms/autosave.ts'
import type { Values } from '../forms/kept-values.ts'
import { useApi } from '../session/api.ts'
import { onBack } from '../session/session-ends.ts'
import { useServerNow } from '../shell/server-now.ts'
import { ownNote } from './noted.ts'
import { type Sent, sendLeft } from './send-left.ts'
import { draftOf, isUnsaved, type NotePlace } from './unsaved-notes.ts'
import { type At, notesKey, type Params, useNoted, useRecorded } from './use-assessment.ts'

const { finding, off, text, files, results } = noteBody.shape
/** What is found, typed and attached, in fields. */
export const noteFields = z.strictObject({ finding, off, text, files })
const noteForm = z.strictObject({ ...noteFields.shape, results })

const standingOf = (item: AssessmentItem, at: At): Standing => {
  const { number, note } = ownNote(item, at)
  const { finding, off, text, files = [], results = [] } = note ?? {}
  return {
    // Nobody else writes there: whatever is other than here was written in another window.
    ...{ seen: number, digest: String(number), by: '' },
    values: {
      ...{ ...(finding && { finding }), ...(off && { off }), ...(text && { text }) },
      ...(files.length > 0 && { files }),
      ...(results.length > 0 && { results: results.map(({ use }) => use) }),
    },
  }
}

/** Points are taken off only for what is not reached; whoever changes their mind may leave them standing. */
const asFound = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => name !== 'off' || values.finding === 'notReached'))

/** How indicators' notes are read, and how each keeps itself. */
function useKeeping(params: Params) {
  const api = useApi()
  const queries = useQueryClient()
  const saved = useNoted()
  const { again } = useRecorded(params)
  const now = useServerNow()
  const { batch, unit } = params
  const read = async (item: string) => {
    const next = await api(assessmentEndpoints.readAssessmentItem, { params: { batch, unit, item } })
    queries.setQueryData(notesKey(params, item), next)
    return next
  }
  const keeping = (at: At, item: AssessmentItem) =>
    new Autosave({
      form: noteForm,
      standing: standingOf(item, at),
      local: draftOf(at, item.item),
      open: () => true,
      save: async (values, base, command, outlives) => {
        const body = { ...asFound(values), number: Number(base), visit: at.visit }
        try {
          const next = await api(assessmentEndpoints.noteIndicator, {
            ...{ params: { batch, unit, item: item.item, method: at.method }, body, command, outlives },
          })
          saved(at, next)
          return standingOf(next, at)
        } catch (error) {
          // The method has ended, or the case has gone on: the page says so, and shows what was typed.
          if (error instanceof ApiError && error.code === 'elsewhere') void again()
          throw error
        }
      },
      read: async () => standingOf(await read(item.item), at),
      now,
      newCommand: () => crypto.randomUUID(),
      later: (what, ms) => {
        const timer = setTimeout(what, ms)
        return () => clearTimeout(timer)
      },
    })
  return { read, keeping }
}

export function useNote(at: At, item: AssessmentItem) {
  const { keeping } = useKeeping(at)
  const [autosave] = useState(() => keeping(at, item))
  const draft = useAutosave(autosave)
  const { batch, unit, method, visit } = at
  useEffect(
    () => autosave.arrived(standingOf(item, { batch, unit, method, visit })),
    [autosave, item, batch, unit, method, visit],
  )
  return { autosave, draft }
}

const AGAIN_MS = 5000
/**
 * Sends what waits in this browser of other places than the one on screen, by whichever method, one after another, now
 * and whenever the network or the login is back; what another window has changed too waits until somebody opens it.
 * @param places those that may wait; undefined while nothing can be sent
 */
export function useSendLeft(params: Params, places: readonly NotePlace[] | undefined): void {
  const { read, keeping } = useKeeping(params)
  const send = async ({ at, item }: NotePlace): Promise<Sent> => {
    const autosave = keeping(at, await read(item))
    await autosave.flush()
    const { is } = autosave.draft().saving
    autosave.stop()
    return is === 'offline' || is === 'unanswered' ? 'noAnswer' : is === 'loggedOut' ? is : 'done'
  }
  const latest = useRef({ places, send })
  latest.current = { places, send }
  const by = places && [...new Set(places.map(({ at }) => `${at.method} ${at.visit}`))].join()
  useEffect(() => {
    if (by === undefined) return
    let isGone = false
    let isSending = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const all = async () => {
      if (isSending) return
      isSending = true
      clearTimeout(timer)
      const waits = ({ at, item }: NotePlace) => {
        if (isGone || !isUnsaved(at, item)) return false
        const isSame = (one: NotePlace) => one.item === item && one.at.method === at.method && one.at.visit === at.visit
        return latest.current.places?.some(isSame) ?? false
      }
      const isToTryAgain = await sendLeft(latest.current.places ?? [], waits, (place) => latest.current.send(place))
      isSending = false
      if (isToTryAgain && !isGone) timer = setTimeout(() => void all(), AGAIN_MS)
    }
    void all()
    const stop = onBack(() => void all())
    return () => {
      isGone = true
      clearTimeout(timer)
      stop()
    }
  }, [by])
}
