/** What the API offers is called as it is offered: a new step of the procedure needs no screen of its own. */
import { useQueryClient } from '@tanstack/react-query'
import { z } from 'zod/mini'
import { type CasePage, casePage, type OfferedCommand } from '#contracts/case-page.ts'
import type { Endpoint } from '#contracts/endpoint.ts'
import { useApi } from '../session/api.ts'
import type { Values } from './kept-values.ts'

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

/** What was typed belongs to this stay of the case; where the stay is named as seen, and so may be refused, to its step. */
export const stayOf = ({ step, visit }: Pick<CasePage, 'step' | 'visit'>, { values }: OfferedCommand): string =>
  'visit' in values ? step : `${visit}`

/** Tells one offered command from another of the same name. */
export const keyOf = ({ name, path, signOff }: OfferedCommand): string => `${name} ${path} ${signOff ?? ''}`
