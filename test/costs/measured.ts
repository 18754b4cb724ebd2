/** Requests one by one, each with what the functions behind the front have asked for it, and bare work after each. */
import type { Stage } from '../../packages/cli/rehearsal/stage.ts'
import { type As, casesOf, endpoints, nameOf } from '../calls/count-calls.ts'
import { type Cost, type Meter, type Run, sumOf } from './meter.ts'
import { BARE } from './with-bare.ts'

export type Kind = 'command' | 'page' | 'follower' | 'schedule' | 'together'
/** `cases`: how many a list act decides at once. */
export type Measured = Cost & { readonly name: string; readonly kind: Kind; readonly cases: number }

/** Whoever answers a request; all others follow it, or the clock. */
export const isFront = ({ functionName }: Run): boolean => /-api$|-notice-public$|-serve-site$/.test(functionName)
export const isBare = ({ functionName }: Run): boolean => functionName === BARE.functionName

const ONLY_LOOKS = new Set(['previewNotice'])
const kindOf = (name: string): Kind =>
  ONLY_LOOKS.has(name) || endpoints.find(([one]) => one === name)?.[1].method === 'GET' ? 'page' : 'command'

const OFTEN = 3

export type Measuring = {
  readonly as: As
  /** Any other request, under a name of its own. */
  readonly measure: <Said>(name: string, kind: Kind, send: () => Promise<Said>) => Promise<Said>
}

export function measuring(stage: Pick<Stage, 'origin' | 'as' | 'settle'>, meter: Meter, into: Measured[]): Measuring {
  const { origin, settle } = stage
  const bare = async () => {
    const { ok, status } = await fetch(`${origin}${BARE.path}`, { method: 'POST' })
    if (!ok) throw new Error(`bare work was answered ${status}`)
  }
  const times = new Map<string, number>()
  const once = async <Said>(name: string, kind: Kind, send: () => Promise<Said>, of: (said: Said) => number) => {
    // Rows have caught up by then, as they have for a person.
    await settle()
    const from = meter.runs.length
    const said = await send()
    const runs = meter.runs.slice(from).filter(isFront)
    into.push({ ...sumOf(runs), name, kind, cases: of(said) })
    times.set(name, (times.get(name) ?? 0) + 1)
    await bare()
    return said
  }
  /** A page is looked at until it was seen often enough for a median; a command is given once. */
  const measured: typeof once = async (name, kind, send, of) => {
    const said = await once(name, kind, send, of)
    while (kind === 'page' && (times.get(name) ?? 0) < OFTEN) await once(name, kind, send, of)
    return said
  }
  const as: As = (login) => {
    const api = stage.as(login)
    return async (endpoint, request) => {
      const name = nameOf(endpoint)
      if (!name) throw new Error(`${endpoint.method} ${endpoint.path} is no endpoint of a contract`)
      const cases = (answer: unknown) => casesOf(request?.body) || casesOf(answer)
      return measured(name, kindOf(name), () => api(endpoint, request), cases)
    }
  }
  return { as, measure: (name, kind, send) => measured(name, kind, send, () => 0) }
}

/** What followed the requests, by the kind of news, and what the clock did. */
export const followed = (runs: readonly Run[]): Measured[] =>
  runs
    .filter((run) => !isFront(run) && !isBare(run))
    .map(({ functionName, news, scheduled, ...cost }) => {
      const name = functionName.replace(/^[a-z]+-/, '')
      const kind = scheduled ? 'schedule' : 'follower'
      return { ...cost, name: news ? `${name} ${news}` : name, kind, cases: 0 }
    })
