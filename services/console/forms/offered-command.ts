/** What the API offers is called as it is offered: a new step of the procedure needs no screen of its own. */
import { useQueryClient } from '@tanstack/react-query'
import { z } from 'zod/mini'
import { type CasePage, casePage, type OfferedCommand } from '#contracts/case-page.ts'
import type { Endpoint } from '#contracts/endpoint.ts'
import { useApi } from '../session/api.ts'
import type { About, Values } from './kept-values.ts'

const anything = z.record(z.string(), z.unknown())
const endpointOf = ({ path, title }: OfferedCommand) =>
  ({
    method: 'POST',
    path: path.startsWith('/') ? `/${path.slice(1)}` : `/${path}`,
    access: 'signedIn',
    title,
    body: anything,
    response: casePage,
  }) satisfies Endpoint

/** What came along without a field (what a sign-off covers, say) goes back exactly as it came last. */
const unseen = ({ fields, values }: OfferedCommand): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !fields.some((field) => field.name === name)))

/** Sends a command's values under the id of one click, and shows the page that comes back. */
export type Send = (command: OfferedCommand) => (values: Values, click: string) => Promise<CasePage>

export function useSend(batch: string, unit: string): Send {
  const api = useApi()
  const queries = useQueryClient()
  return (command) => async (values, click) => {
    const next = await api(endpointOf(command), { body: { ...values, ...unseen(command) }, command: click })
    queries.setQueryData(['case', batch, unit], next)
    void queries.invalidateQueries({ queryKey: ['worklist'] })
    void queries.invalidateQueries({ queryKey: ['board', batch] })
    return next
  }
}

/**
 * Under which its form is kept: the path names the case, and the step or the form where it belongs to one. Never the stay:
 * whoever is told to load the page anew after the case has left and come back finds what was typed.
 */
export const draftName = ({ path, signOff, method, form, period }: OfferedCommand): string =>
  [path.replace(/^\//, ''), signOff ?? method ?? form ?? period].filter(Boolean).join('/')
/** The stay of the case that is on the page. */
export const stayOf = ({ visit }: Pick<CasePage, 'visit'>): About => ({
  is: `${visit}`,
  otherwise: '这里有本件离开本环节之前填写的内容，请核对后再办。',
})

/** Tells one offered command from another of the same name. */
export const keyOf = ({ name, path, signOff }: OfferedCommand): string => `${name} ${path} ${signOff ?? ''}`
