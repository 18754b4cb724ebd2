/** A year's results for whoever may see them, and those of the last years that stand. */
import { dateOf } from '#calendar/deadline.ts'
import type {
  EnteringPage,
  RecentResults,
  ResultShown,
  ResultsPage,
  ResultVersion,
  resultsEndpoints,
} from '#contracts/results/results.ts'
import type { UseCase } from '#edge/use-case.ts'
import { fileOwner } from '#evidence/file-owner.ts'
import {
  FIRST_YEAR,
  type Result,
  resultReason,
  resultsKind,
  resultsStream,
  resultWords,
  scanOwner,
  versionsOf,
} from '#external-results/external-results.ts'
import { inWhoseName, writesFor } from '#external-results/in-whose-name.ts'
import { resultKinds } from '#external-results/kinds-of-results.ts'
import { readStream } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import { type Holding, permissionsFor } from '#procedure/permissions.ts'
import type { Known } from '#rows/known.ts'
import { keptFile, referenceTo } from '#rows/looked-up/kept-file.ts'
import { namesOfPeople } from '#rows/looked-up/names-of-people.ts'
import { unitNames } from '#rows/rows.ts'
import { inNameOrder } from '#typed/names.ts'
import { OWNERS } from '#typed/reserved-ids.ts'
import {
  knownOf,
  type LookedAtResults,
  lookAtResults,
  mannedOf,
  organName,
  type ResultsCall,
  unitName,
} from './look-at-results.ts'
import type { ResultsDeps } from './results-deps.ts'

export const readResults =
  (deps: ResultsDeps): UseCase<typeof resultsEndpoints.readResults> =>
  async (call) =>
    showResults(deps, call, await lookAtResults(deps, call))

/** Whoever sees every unit's. */
const seesAll = (holdings: readonly Holding[]): boolean =>
  permissionsFor('read-results', holdings).some(({ only }) => only === undefined)

/** How far a veto looks back, with the year that has begun. */
const YEARS = 3

export const readRecentResults =
  (deps: ResultsDeps): UseCase<typeof resultsEndpoints.readRecentResults> =>
  async ({ caller, received }): Promise<RecentResults> => {
    const { ledger } = deps
    // A unit's people see their own on the page of each year.
    if (!seesAll(caller.holdings))
      throw new Refused('forbidden', '近三年的外部结果供核对各单位时查看；涉及本单位的，请从“外部结果簿”查看。')
    const last = Number(dateOf(received).slice(0, 4))
    const years = Array.from({ length: YEARS }, (_, back) => last - back).filter((year) => year >= FIRST_YEAR)
    const books = await Promise.all(years.map((year) => readStream(ledger, resultsKind, resultsStream(year))))
    const standing = books.flatMap(({ state }, at) =>
      state.results.flatMap((result, i) =>
        result.withdrawn
          ? []
          : [
              {
                ...{ year: years[at] ?? last, n: i + 1, version: versionsOf(result).length },
                result: { ...result, corrections: result.corrections.slice(-1) },
              },
            ],
      ),
    )
    const naming = await namingOf(deps, caller.holdings, await knownOf(deps, books), standing)
    return { years, results: newestFirst(await Promise.all(standing.map((one) => showOne(naming, one)))) }
  }

type Placed = {
  readonly year: number
  readonly n: number
  /** How many versions there are, of which `result` may have fewer. */
  readonly version: number
  readonly result: Result
}

export async function showResults(
  deps: ResultsDeps,
  { caller: { holdings }, received }: ResultsCall,
  { year, book, known }: LookedAtResults,
): Promise<ResultsPage> {
  const all = seesAll(holdings)
  const placed = book.state.results
    .map((result, i) => ({ year, n: i + 1, version: versionsOf(result).length, result }))
    .filter(({ result }) => all || isOwn(holdings, result.unit) || writesFor(holdings, deps.owners[result.kind]))
  const naming = await namingOf(deps, holdings, known, placed)
  return {
    ...{ year, today: dateOf(received), all },
    results: newestFirst(await Promise.all(placed.map((one) => showOne(naming, one)))),
  }
}

const isOwn = (holdings: readonly Holding[], unit: string): boolean => holdings.some((held) => held.unit === unit)

export const readEntering =
  (deps: ResultsDeps): UseCase<typeof resultsEndpoints.readEntering> =>
  async (call): Promise<EnteringPage> => {
    const { holdings } = call.caller
    if (permissionsFor('enter-result', holdings).length === 0) return { kinds: [], units: [] }
    const { owners, organs, rows } = deps
    const manned = await mannedOf(deps, call, Object.values(owners))
    const may = resultKinds.flatMap((kind) => {
      const owner = owners[kind]
      const organ = inWhoseName('enter-result', holdings, { owner, isManned: manned.has(owner) })
      return organ ? [{ kind, organ }] : []
    })
    if (may.length === 0) return { kinds: [], units: [] }
    const names = await unitNames(rows)
    const others = [...names].filter(([unit]) => !isOwn(holdings, unit)).map(([unit, name]) => ({ unit, name }))
    return {
      kinds: may.map(({ kind, organ }) => ({
        ...{ kind, owner: scanOwner(organ), ...(organ.byOffice && { byOffice: organ.byOffice }) },
        organ: organ.organ === OWNERS.office ? organs.office : (names.get(organ.organ) ?? organ.organ),
      })),
      units: inNameOrder(others),
    }
  }

const newestFirst = (results: readonly ResultShown[]): ResultShown[] =>
  results.toSorted((a, b) => b.year - a.year || b.n - a.n)

type Naming = {
  readonly deps: ResultsDeps
  readonly holdings: readonly Holding[]
  readonly known: Known
  readonly nameOf: (person: string) => string
}
async function namingOf(
  deps: ResultsDeps,
  holdings: Naming['holdings'],
  known: Known,
  placed: readonly Placed[],
): Promise<Naming> {
  const people = placed.flatMap(({ result }) => [
    ...versionsOf(result).map(({ by }) => by),
    ...(result.withdrawn ? [result.withdrawn.by] : []),
  ])
  return { deps, holdings, known, nameOf: await namesOfPeople(deps, people, known) }
}

const whyOf = async ({ deps }: Naming, reason: string): Promise<string> =>
  resultReason.parse(await deps.contents.get(reason)).reason

async function showOne(naming: Naming, { year, n, version, result }: Placed): Promise<ResultShown> {
  const { unit, kind, withdrawn } = result
  return {
    ...{ year, n, unit, name: unitName(naming.known, unit) ?? unit, kind, version },
    versions: await Promise.all(versionsOf(result).map((one) => showVersion(naming, one))),
    ...(withdrawn && {
      withdrawn: {
        ...{ at: withdrawn.at, by: naming.nameOf(withdrawn.by) },
        reason: await whyOf(naming, withdrawn.reason),
      },
    }),
  }
}

async function showVersion(naming: Naming, said: ReturnType<typeof versionsOf>[number]): Promise<ResultVersion> {
  const { deps, known, nameOf } = naming
  const { at, by, organ, byOffice, on, reference, grade, score, content } = said
  const [words, why, scan] = await Promise.all([
    content && deps.contents.get(content).then((kept) => resultWords.parse(kept).text),
    said.type === 'resultCorrected' && whyOf(naming, said.reason),
    scanOf(naming, said),
  ])
  return {
    ...{ at, by: nameOf(by), organ: organName(deps, known, organ), ...(byOffice && { byOffice }), on, reference },
    ...{ ...(grade && { grade }), ...(score !== undefined && { score }), ...(words && { text: words }), ...scan },
    ...(why && { reason: why }),
  }
}

/** For whoever may open it whatever it is about. */
async function scanOf(
  { deps, holdings, known }: Naming,
  said: ReturnType<typeof versionsOf>[number],
): Promise<Pick<ResultVersion, 'scan' | 'use'>> {
  const { scan } = said
  const owner = scanOwner(said)
  const file = fileOwner(owner)
  if (!scan || !file) return {}
  const allowing = permissionsFor('read-evidence', holdings, { unit: file.unit, file })
  if (!allowing.some(({ only }) => only === undefined)) return {}
  return { scan: referenceTo(owner, scan, await keptFile(deps.ledger, owner, scan, known)), use: scan }
}
