/** Organs enter what they have found of units, correct what was mistyped, and withdraw what was overturned. */
import { resultsEndpoints, versionShownOf } from '#contracts/results/results.ts'
import type { ResultGrade, ResultKind } from '#external-results/kinds-of-results.ts'
import { type Do, OFFICE } from '../acts.ts'
import { pdf } from '../paper.ts'
import { type Stage, upload } from '../stage.ts'

type Facts = {
  readonly on: string
  readonly reference: string
  readonly grade?: ResultGrade
  readonly score?: number
  readonly text?: string
}
type About = { readonly unit: string; readonly kind: ResultKind }
const yearOf = ({ on }: Facts): string => on.slice(0, 4)

const scanned = (stage: Stage, login: string, owner: string, { reference }: Facts) =>
  upload(stage, login, owner, pdf('文书.pdf', reference, owner))

/** By the office, with its paper. @param login of whoever enters, else the office's officer */
export const enterResult =
  ({ unit, kind }: About, facts: Facts, login: string = OFFICE.officer): Do =>
  async (stage) => {
    const api = stage.as(login)
    const params = { year: yearOf(facts) }
    const { kinds } = await api(resultsEndpoints.readEntering)
    const owner = kinds.find((one) => one.kind === kind)?.owner
    if (owner === undefined) throw new Error(`${login} enters no ${kind}`)
    const body = { unit, kind, ...facts, scan: await scanned(stage, login, owner, facts) }
    await api(resultsEndpoints.enterResult, { params, body, command: `enter-result-${kind}-${unit}-${params.year}` })
  }

/** The last one of a number. */
const about = async ({ as }: Stage, login: string, { reference, ...on }: Pick<Facts, 'on' | 'reference'>) => {
  const year = yearOf({ reference, ...on })
  const { results } = await as(login)(resultsEndpoints.readResults, { params: { year } })
  const found = results.find((one) => versionShownOf(one)?.reference === reference)
  if (!found) throw new Error(`no result ${reference} of ${year}`)
  return { params: { year, n: String(found.n) }, seen: found.versions.length, use: found.versions.at(-1)?.use }
}

export const correctResult =
  (facts: Facts, reason: string, login: string = OFFICE.head): Do =>
  async (stage) => {
    const { params, seen, use } = await about(stage, login, facts)
    const body = { ...facts, ...(use && { scan: use }), reason, seen }
    const command = `correct-result-${params.year}-${params.n}`
    await stage.as(login)(resultsEndpoints.correctResult, { params, body, command })
  }

export const withdrawResult =
  (which: Pick<Facts, 'on' | 'reference'>, reason: string, login: string = OFFICE.head): Do =>
  async (stage) => {
    const { params, seen } = await about(stage, login, which)
    const command = `withdraw-result-${params.year}-${params.n}`
    await stage.as(login)(resultsEndpoints.withdrawResult, { params, body: { reason, seen }, command })
  }

/** Whoever checks units reads what stands of the last years. */
export const readRecentResults =
  (login: string): Do =>
  async ({ as }) => {
    await as(login)(resultsEndpoints.readRecentResults)
  }
/** A unit's people read what stands of it. */
export const readResults =
  (login: string, year: string): Do =>
  async ({ as }) => {
    await as(login)(resultsEndpoints.readResults, { params: { year } })
  }
