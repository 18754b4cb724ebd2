/** What is entered on a judgement and what becomes of it when it is sent. */
import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { CasePage, OfferedCommand } from '#contracts/case-page.ts'
import { ApiError } from '#contracts/client.ts'
import { schemaOfShown } from '#contracts/forms.ts'
import type { WorkItem } from '#contracts/views.ts'
import { ASSESSMENT } from '#procedure/self-assessment.ts'
import { checked } from '../forms/checked.ts'
import { fieldsInUse } from '../forms/fields-in-use.ts'
import type { Values } from '../forms/kept-values.ts'
import { stayOf, useSend } from '../forms/offered-command.ts'
import { refusalOf } from '../forms/refusal.ts'
import { useRefusal } from '../session/session-ends.ts'
import type { Refusal } from './decide-panel.tsx'
import { beginAgainWith, beginWith, outcomesOf, useDraft } from './judging-draft.ts'
import { offersOf } from './offers.ts'
import { rememberDecided } from './queue/decided-here.ts'

/** What was done here, in a word. */
export type Done = 'decided' | 'proposed' | 'returned'
type Args = { page: CasePage; step: string; visit: number; path: string; next: WorkItem | undefined }

export function useJudging({ page, step, visit, path, next }: Args) {
  const queries = useQueryClient()
  const [, goTo] = useLocation()
  const { message } = App.useApp()
  const send = useSend(page.batch.id, page.unit.id)
  const { decide, propose } = offersOf(page)
  const beginning = page.draft ? beginWith(page.draft) : beginAgainWith(propose?.values)
  const about = stayOf({ visit })
  const drafting = useDraft(`judging/${page.case}/${step}`, about, beginning)
  const [click, setClick] = useState<string>(() => crypto.randomUUID())
  const [sending, setSending] = useState(false)
  const [done, setDone] = useState<Done>()
  const [refused, setRefused] = useRefusal<Refusal>()
  const asked = decide ?? propose
  const outcomes = asked ? outcomesOf(asked) : []

  const end = (what: Done, said: string) => {
    drafting.forget()
    rememberDecided(path)
    setDone(what)
    message.success(`${page.unit.name}：${said}`)
    if (next) goTo(next.path)
  }
  const ask = async (command: OfferedCommand, values: () => Values, what: Done, said: string) => {
    setSending(true)
    setRefused(undefined)
    try {
      await send(command)(values(), click)
      end(what, said)
    } catch (error) {
      // Decided otherwise than asked: the next try is another click. Without an answer it is the same one.
      if (!(error instanceof ApiError) || error.status !== 0) setClick(crypto.randomUUID())
      setRefused(refusalOf(error))
      if (error instanceof ApiError && error.status === 409)
        await queries.invalidateQueries({ queryKey: ['case', page.batch.id, page.unit.id] })
    } finally {
      setSending(false)
    }
  }
  /** What is entered, as far as it belongs to the outcome. `despite`: its contradiction was shown, and it is meant so. */
  const entered = (command: OfferedCommand, despite: boolean) => () => {
    const { reopens, indicators = [], ...rest } = drafting.values
    const all: Values = { ...rest, ...(reopens.length > 0 && { reopens }) }
    const fields = fieldsInUse(command.fields, all)
    const given = fields.flatMap(({ name }) => (all[name] === undefined ? [] : [[name, all[name]]]))
    const isReassessed = fields.some(({ name }) => name === 'reopens') && reopens.includes(ASSESSMENT.name)
    return {
      ...checked(schemaOfShown(fields), Object.fromEntries(given)),
      ...(isReassessed && indicators.length > 0 && { indicators }),
      ...(despite && { despite }),
    }
  }
  const chosen = outcomes.find(({ value }) => value === drafting.values.outcome)?.label ?? ''
  return {
    draft: drafting.values,
    /** Under which it is kept in this browser. */
    kept: drafting.name,
    about,
    // What was refused is still there to be sent, also where it began with what an earlier visit had kept.
    touched: drafting.touched || refused !== undefined,
    /** Something typed earlier lies in this browser. */
    wasKept: drafting.wasKept,
    change: drafting.change,
    ...{ outcomes, sending, refused, done, send },
    decide: (command: OfferedCommand, despite: boolean) =>
      void ask(command, entered(command, despite), 'decided', `${chosen}，已办理`),
    propose: (command: OfferedCommand, despite: boolean) =>
      void ask(command, entered(command, despite), 'proposed', `拟办“${chosen}”，已送签`),
    sign: (command: OfferedCommand) =>
      void ask(command, () => ({}), 'decided', `${page.draft?.outcomeTitle ?? ''}，已签发`),
    /** The page is looked at anew: what was typed stays, to be sent or changed. */
    goOn: () => {
      drafting.goOn(stayOf(page))
      setRefused(undefined)
      setDone(undefined)
    },
    returned: () => end('returned', '拟办已退回'),
  }
}
export type Judging = ReturnType<typeof useJudging>
