/** A result is entered, corrected and withdrawn by the organ that owns it, or by the office for it. */
import type { ResultsPage, resultsEndpoints } from '#contracts/results/results.ts'
import type { UseCase } from '#edge/use-case.ts'
import * as deciders from '#external-results/external-results.ts'
import {
  type Organ,
  type Results,
  type ResultsEvent,
  resultsKind,
  scanOwner,
} from '#external-results/external-results.ts'
import { inWhoseName } from '#external-results/in-whose-name.ts'
import { ASKS, RESULT_KINDS, type ResultGrade, type ResultKind } from '#external-results/kinds-of-results.ts'
import type { Decision } from '#ledger/kind.ts'
import { doneBy, execute, readStream } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import { COMMANDS } from '#procedure/commands.ts'
import { keptFile } from '#rows/looked-up/kept-file.ts'
import {
  type LookedAtResults,
  lookAtResults,
  mannedOf,
  organName,
  type ResultsCall,
  unitName,
} from './look-at-results.ts'
import type { ResultsDeps } from './results-deps.ts'
import { showResults } from './show-results.ts'

type Uses = typeof resultsEndpoints
type Click = ResultsCall & { readonly command: string }
type Deciding = Decision<ResultsEvent, Results>
type Writing = Parameters<typeof inWhoseName>[0]

export const enterResult =
  (deps: ResultsDeps): UseCase<Uses['enterResult']> =>
  (call) => {
    const { unit, kind, scan } = call.body
    const prepare = async (looked: LookedAtResults) => {
      if (unitName(looked.known, unit) === undefined)
        throw new Refused('incomplete', '外部结果没有登记，有内容需要修改。', {
          unit: '名册中没有这个单位；请刷新后重新选择',
        })
      const organ = await mustWrite(deps, 'enter-result', { call, looked }, { unit, kind })
      const given = { unit, kind, ...(await kept(deps, call.body, looked, organ)) }
      const neighbours = await neighboursOf(deps, looked.year, kind)
      return deciders.enterResult(given, looked.year, { ...askedBy(call), ...organ }, neighbours)
    }
    return decide(deps, call, prepare, { scan, unit })
  }

export const correctResult =
  (deps: ResultsDeps): UseCase<Uses['correctResult']> =>
  (call) => {
    const { reason, seen, scan } = call.body
    const n = Number(call.params.n)
    const prepare = async (looked: LookedAtResults) => {
      const organ = await mustWrite(deps, 'correct-result', { call, looked }, aboutOf(looked, n))
      const given = await kept(deps, call.body, looked, organ)
      const why = { reason: await deps.contents.put({ reason }) }
      const neighbours = await neighboursOf(deps, looked.year, aboutOf(looked, n).kind)
      const at = { n, year: looked.year, seen, neighbours }
      return deciders.correctResult({ ...given, ...why }, at, { ...askedBy(call), ...organ })
    }
    return decide(deps, call, prepare, { scan })
  }

export const withdrawResult =
  (deps: ResultsDeps): UseCase<Uses['withdrawResult']> =>
  (call) => {
    const { reason, seen } = call.body
    const n = Number(call.params.n)
    return decide(deps, call, async (looked) => {
      const organ = await mustWrite(deps, 'withdraw-result', { call, looked }, aboutOf(looked, n))
      const why = await deps.contents.put({ reason })
      return deciders.withdrawResult({ n, reason: why }, seen, { ...askedBy(call), ...organ })
    })
  }

const askedBy = ({ caller, received }: ResultsCall) => ({ by: caller.person, received })

/** The books of the years beside, of a kind that may stand in either; no other is read. */
const neighboursOf = ({ ledger }: ResultsDeps, year: number, kind: ResultKind): Promise<deciders.Neighbours> =>
  Promise.all(
    (ASKS[kind].alsoYearAfter ? [year - 1, year + 1] : []).map(async (beside) => ({
      year: beside,
      results: (await readStream(ledger, resultsKind, deciders.resultsStream(beside))).state.results,
    })),
  )

type AboutWhom = { readonly unit: string; readonly kind: ResultKind }
function aboutOf({ book }: LookedAtResults, n: number): AboutWhom {
  const result = book.state.results[n - 1]
  if (!result) throw new Refused('unknown', '没有这条外部结果；请刷新后再办。')
  return result
}

/** @throws Refused for whoever may not write it, with whose it is */
async function mustWrite(
  deps: ResultsDeps,
  command: Writing,
  { call, looked }: { readonly call: ResultsCall; readonly looked: LookedAtResults },
  { unit, kind }: AboutWhom,
): Promise<Organ> {
  const owner = deps.owners[kind]
  const { holdings } = call.caller
  const isManned = (await mannedOf(deps, call, [owner])).has(owner)
  const organ = inWhoseName(command, holdings, { owner, isManned, unit })
  if (organ) return organ
  if (holdings.some((held) => held.unit === unit))
    throw new Refused('forbidden', `您在该单位任职，按规定应当回避，不能“${COMMANDS[command]}”；请由其他人员办理。`)
  const whose = `“${RESULT_KINDS[kind]}”由${organName(deps, looked.known, owner)}登记`
  throw new Refused(
    'forbidden',
    isManned ? `${whose}，该单位有经办人，不需要代录；请由该单位办理。` : `${whose}，您不能“${COMMANDS[command]}”。`,
  )
}

type Body = {
  readonly on: string
  readonly reference: string
  readonly grade?: ResultGrade | undefined
  readonly score?: number | undefined
  readonly text?: string | undefined
  readonly scan?: string | undefined
}
/** What the event holds of it: the words lie among the texts. @throws Refused where the scan cannot be used */
async function kept(
  { ledger, contents }: ResultsDeps,
  { on, reference, grade, score, text, scan }: Body,
  { known }: LookedAtResults,
  organ: Organ,
) {
  if (scan) {
    const { wrong } = await keptFile(ledger, scanOwner(organ), scan, known)
    if (wrong) throw new Refused('incomplete', '外部结果没有登记，扫描件还不能使用。', { scan: wrong })
  }
  const content = text ? await contents.put({ text }) : undefined
  return {
    ...{ on, reference, ...(grade && { grade }), ...(score !== undefined && { score }) },
    ...{ ...(content && { content }), ...(scan && { scan }) },
  }
}

async function decide(
  deps: ResultsDeps,
  click: Click,
  prepare: (looked: LookedAtResults) => Promise<Deciding>,
  named: Parameters<typeof lookAtResults>[2] = {},
): Promise<ResultsPage> {
  const { caller, command } = click
  const by = caller.person
  const looked = await lookAtResults(deps, click, named)
  const { book, year } = looked
  // Asked again because the answer was lost: others may have written since.
  if (doneBy(book.commits, { command, by })) return showResults(deps, click, looked)
  const answer = await execute(deps.ledger, resultsKind, {
    ...{ stream: deciders.resultsStream(year), command, by, first: book },
    decide: await prepare(looked),
  })
  return showResults(deps, click, { ...looked, book: { ...book, ...answer } })
}
