/** How often the functions behind an API ask AWS for something, request by request. */

import { assessmentEndpoints } from '#contracts/assessment/assessment.ts'
import { catalogueEndpoints } from '#contracts/catalogue.ts'
import { consultationEndpoints } from '#contracts/consultation/consultation.ts'
import { dossierEndpoints } from '#contracts/dossier/dossier.ts'
import type { Endpoint } from '#contracts/endpoint.ts'
import { evidenceEndpoints } from '#contracts/evidence.ts'
import { intakeEndpoints } from '#contracts/intake.ts'
import { noticeEndpoints } from '#contracts/notice.ts'
import { retentionEndpoints } from '#contracts/personal/retention.ts'
import { resultsEndpoints } from '#contracts/results/results.ts'
import { rosterEndpoints } from '#contracts/roster.ts'
import { titleEndpoints } from '#contracts/title/title.ts'
import { viewsEndpoints } from '#contracts/views.ts'
import { workEndpoints } from '#contracts/work/work.ts'
import type { AwsCall } from '#local-cloud/time/hooks.ts'
import type { Stage } from '../../packages/cli/rehearsal/stage.ts'

/** `cases`: how many the request decides at once. */
export type Counted = { name: string; who: string; cases: number; calls: string[] }
export type As = Stage['as']

export const endpoints: readonly [string, Endpoint][] = Object.entries({
  ...intakeEndpoints,
  ...noticeEndpoints,
  ...viewsEndpoints,
  ...evidenceEndpoints,
  ...dossierEndpoints,
  ...retentionEndpoints,
  ...rosterEndpoints,
  ...catalogueEndpoints,
  ...titleEndpoints,
  ...workEndpoints,
  ...assessmentEndpoints,
  ...consultationEndpoints,
  ...resultsEndpoints,
})
const patterns = endpoints.map(([name, { method, path }]) => ({
  name,
  method,
  pattern: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`),
}))
/** Of an endpoint's own address, or one that a page has offered. */
export const nameOf = ({ method, path }: Endpoint): string | undefined =>
  endpoints.find(([, one]) => one.method === method && one.path === path)?.[0] ??
  patterns.find((one) => one.method === method && one.pattern.test(path))?.name

/**
 * The same people, whose requests are counted.
 * @param called every call that any function makes, in order; what follows a request is not the API's
 * @param counted gets an entry for each answered request of intake, notices and views
 */
export const countingPeople =
  ({ as, settle }: Pick<Stage, 'as' | 'settle'>, called: readonly AwsCall[], counted: Counted[]): As =>
  (login) => {
    const api = as(login)
    return async (endpoint, request) => {
      // Rows have caught up by then: one that lags is made up for by the ledger, which costs a call more.
      await settle()
      const from = called.length
      const answer = await api(endpoint, request)
      const name = nameOf(endpoint)
      const calls = called.slice(from).flatMap((call) => (call.functionName.endsWith('-api') ? [saidCall(call)] : []))
      if (name) counted.push({ name, who: login, cases: casesOf(request?.body) || casesOf(answer), calls })
      return answer
    }
  }

/** Named by the request, be they cases or objections, or by the act that it approves; of several documents by the newest. */
export function casesOf(said: unknown): number {
  const { cases, units, lines, all, objections } = (said ?? {}) as Record<string, unknown>
  if (Array.isArray(all)) return casesOf(all.at(-1))
  return [cases, units, lines, objections].find(Array.isArray)?.length ?? 0
}

/** What was asked for, so that a failing bound shows where to look. */
function saidCall({ operation, about }: AwsCall): string {
  if (typeof about === 'string') return `${operation} ${about.split(/[:/]/).at(-1)?.slice(0, 8)}`
  const input = about as Record<string, Record<string, { S?: string; Keys?: unknown[] }>>
  const keys = Object.values(input.ExpressionAttributeValues ?? input.Key ?? input.Parameters ?? {})
  const many = Object.values(input.RequestItems ?? {}).flatMap(({ Keys = [] }) => Keys)
  const said = many.length > 0 ? `${many.length} keys` : keys.flatMap(({ S = [] }) => S)[0]
  return `${operation} ${String(said).slice(0, 60)}`
}
