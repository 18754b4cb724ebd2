/**
 * External results 外部结果: what organs have found of units, entered once by the organ that owns such results, and cited
 * by whoever needs them. A year's results are numbered from 1 in one stream. Stream `results/<year>`.
 */
import { z } from 'zod/mini'
import { dateOf } from '#calendar/deadline.ts'
import { saidDay } from '#calendar/said.ts'
import { keptUse } from '#evidence/cited-file.ts'
import { officeFor } from '#evidence/file-owner.ts'
import type { Decision, Kind } from '#ledger/kind.ts'
import { Refused } from '#ledger/refused.ts'
import { isSameNumber, yearOfNumber } from '#typed/line.ts'
import { OWNERS } from '#typed/reserved-ids.ts'
import { ASKS, RESULT_KINDS, type ResultKind, resultGrades, resultKinds } from './kinds-of-results.ts'

const named = z.string().check(z.minLength(1))
/** Of words among the texts: what was found, and why it was corrected, may name people. */
const digest = z.string().check(z.regex(/^[0-9a-f]{64}$/))
/** Counted from 1. */
const n = z.int().check(z.positive())
const head = {
  v: z.literal(1),
  at: z.iso.datetime({ precision: 3 }),
  by: named,
  /** The unit whose people have entered it, or the office. */
  organ: named,
  /** The office has entered it for an organ that has nobody to do so 代录. */
  byOffice: z.optional(z.literal(true)),
}
const facts = {
  /** Of the paper that says it. */
  on: z.iso.date(),
  /** 文号 */
  reference: named,
  grade: z.optional(z.enum(resultGrades)),
  score: z.optional(z.int().check(z.minimum(0), z.maximum(100))),
  content: z.optional(digest),
  scan: z.optional(keptUse),
}

const entered = z.object({
  type: z.literal('resultEntered'),
  ...head,
  unit: named,
  kind: z.enum(resultKinds),
  ...facts,
})
/** It takes the place of what was entered before, which stays readable. About another unit it would be another result. */
const corrected = z.object({ type: z.literal('resultCorrected'), ...head, n, ...facts, reason: digest })
/** It was entered by mistake, or was overturned: it says nothing of the unit any more. */
const withdrawn = z.object({ type: z.literal('resultWithdrawn'), ...head, n, reason: digest })
export const resultsEvent = z.discriminatedUnion('type', [entered, corrected, withdrawn])
export type ResultsEvent = z.infer<typeof resultsEvent>
type Entered = z.infer<typeof entered>
type Corrected = z.infer<typeof corrected>
export type ResultWithdrawn = z.infer<typeof withdrawn>

/** What was found, as `contents` keeps it. */
export const resultWords = z.object({ text: z.string() })
/** Why it was corrected or withdrawn, as `contents` keeps it. */
export const resultReason = z.object({ reason: z.string() })

export type Result = Entered & {
  readonly corrections: readonly Corrected[]
  readonly withdrawn?: ResultWithdrawn
}
/** In order; the place of one, counted from 1, is its number. */
export type Results = { readonly results: readonly Result[] }

export const resultsStream = (year: number): string => `results/${year}`
export const FIRST_YEAR = 2000

export const resultsKind: Kind<ResultsEvent, Results> = {
  parse: (stored) => resultsEvent.parse(stored),
  initial: { results: [] },
  evolve: ({ results }, event) => {
    if (event.type === 'resultEntered') return { results: [...results, { ...event, corrections: [] }] }
    return { results: results.map((one, i) => (i + 1 === event.n ? withNews(one, event) : one)) }
  },
}
const withNews = (result: Result, event: Exclude<ResultsEvent, Entered>): Result =>
  event.type === 'resultCorrected'
    ? { ...result, corrections: [...result.corrections, event] }
    : { ...result, withdrawn: event }

/** What was said of it, in order; the last one holds. */
export const versionsOf = (result: Result): readonly (Entered | Corrected)[] => [result, ...result.corrections]
const heldOf = (result: Result): Entered | Corrected => result.corrections.at(-1) ?? result

/** In whose name somebody enters. */
export type Organ = Pick<Entered, 'organ' | 'byOffice'>
/** Where a scan lies that was entered so: a unit's among its own, else among the office's. */
export const scanOwner = ({ organ, byOffice }: Organ): string =>
  organ === OWNERS.office || byOffice ? officeFor('results') : organ

type Asked = Organ & { readonly by: string; readonly received: string }
type Deciding = Decision<ResultsEvent, Results>
type Facts = Pick<Entered, keyof typeof facts>
type About = Pick<Entered, 'unit' | 'kind'>
type Why = { readonly reason: string }
const headOf = ({ by, received, organ, byOffice }: Asked) =>
  ({ v: 1, at: received, by, organ, ...(byOffice && { byOffice }) }) as const

const factsOf = ({ on, reference, grade, score, content, scan }: Facts): Facts => ({
  ...{ on, reference, ...(grade && { grade }), ...(score !== undefined && { score }) },
  ...{ ...(content && { content }), ...(scan && { scan }) },
})
const isSame = (a: Facts, b: Facts): boolean => JSON.stringify(factsOf(a)) === JSON.stringify(factsOf(b))

/** What stands in the books of the years before and after, where a kind may be entered in either of two. */
export type Neighbours = readonly { readonly year: number; readonly results: Results['results'] }[]

/** @param year whose results the stream has @param neighbours of a kind that is dated in its year or in the next */
export const enterResult =
  (given: About & Facts, year: number, asked: Asked, neighbours: Neighbours = []): Deciding =>
  ({ results }) => {
    const { unit, kind } = given
    const isIt = (one: Result) => one.unit === unit && one.kind === kind && isSame(heldOf(one), given)
    // Also when others were entered since: the same words again are the same click, sent twice.
    if (results.some((one) => !one.withdrawn && one.by === asked.by && isIt(one))) return []
    mustFit(given, year, asked, { results, neighbours })
    return [{ type: 'resultEntered', ...headOf(asked), unit, kind, ...factsOf(given) }]
  }

type Corrects = {
  readonly n: number
  readonly year: number
  readonly seen: number
  readonly neighbours?: Neighbours
}

/** @param seen how many versions of it were before whoever corrects it */
export const correctResult =
  (given: Facts & Why, { n, year, seen, neighbours = [] }: Corrects, asked: Asked): Deciding =>
  ({ results }) => {
    const { result, last } = standing(results, n)
    const same = isSame(last, given)
    if (same && last.type === 'resultCorrected' && last.reason === given.reason && last.by === asked.by) return []
    mustHaveSeen(result, seen, '更正')
    if (same)
      throw new Refused(
        'incomplete',
        '没有改动：填写的与已登记的结果相同。请修改有误的一项后再更正；没有错误的，按“取消”；登记错了单位或种类的，撤销后重新登记。',
      )
    mustFit({ unit: result.unit, kind: result.kind, ...given }, year, asked, { results, neighbours, n, last })
    return [{ type: 'resultCorrected', ...headOf(asked), n, ...factsOf(given), reason: given.reason }]
  }

/** Takes back what was entered by mistake, or what was overturned since. @param seen as for a correction */
export const withdrawResult =
  ({ n, reason }: Pick<ResultWithdrawn, 'n' | 'reason'>, seen: number, asked: Asked): Deciding =>
  ({ results }) => {
    const done = results[n - 1]?.withdrawn
    if (done && done.by === asked.by && done.reason === reason) return []
    mustHaveSeen(standing(results, n).result, seen, '撤销')
    return [{ type: 'resultWithdrawn', ...headOf(asked), n, reason }]
  }

function standing(results: Results['results'], n: number) {
  const result = results[n - 1]
  if (!result) throw new Refused('unknown', '没有这条外部结果；请刷新后再办。')
  if (result.withdrawn) throw new Refused('conflict', '这条外部结果已经撤销，不再办理；请刷新后查看。')
  return { result, last: heldOf(result) }
}

function mustHaveSeen(result: Result, seen: number, doing: string): void {
  if (versionsOf(result).length !== seen)
    throw new Refused('conflict', `这条外部结果刚刚已被更正；请刷新，看过之后再${doing}。`)
}

type Fitting = {
  readonly neighbours: Neighbours
  readonly n?: number
  readonly last?: Entered | Corrected
}
/** @param book `n`: which one is corrected, of all that there are; `last`: what stands of it */
function mustFit(
  given: About & Facts,
  year: number,
  asked: Asked,
  { results, neighbours, n, last }: Results & Fitting,
): void {
  const { unit, kind, on, reference } = given
  const isIt = (one: Result) =>
    !one.withdrawn && one.unit === unit && one.kind === kind && isSameNumber(heldOf(one).reference, reference)
  const twice = results.findIndex((one, i) => i + 1 !== n && isIt(one))
  // One document says what a year has come to: it stands in one year's book.
  const elsewhere = neighbours.flatMap((book) => {
    const at = book.results.findIndex(isIt)
    return at >= 0 ? [`${book.year}年第${at + 1}号`] : []
  })
  const where = twice >= 0 ? `第${twice + 1}号` : elsewhere[0]
  const wrong = {
    ...wrongDay(on, year, kind, asked.received),
    ...wrongYear(given),
    ...(where && {
      reference: `该单位的${RESULT_KINDS[kind]}已有这一文号（${where}）；请核对，有误的请更正已登记的一条`,
    }),
    ...wrongFinding(given),
    ...wrongScan(given, asked, last),
  }
  if (Object.keys(wrong).length > 0) throw new Refused('incomplete', '外部结果没有登记，有内容需要修改。', wrong)
}

/** A court decides in a later year than that of its number; nobody does in an earlier one. */
function wrongYear({ reference, on }: Facts): { readonly reference?: string } {
  const said = yearOfNumber(reference)
  return said === undefined || said <= on.slice(0, 4)
    ? {}
    : { reference: `文号中是${said}年，晚于文书日期${saidDay(on)}；请对照文书核对` }
}

function wrongDay(on: string, year: number, kind: ResultKind, received: string): { readonly on?: string } {
  if (on > dateOf(received)) return { on: '文书日期不能晚于今天' }
  const of = Number(on.slice(0, 4))
  if (of === year || (ASKS[kind].alsoYearAfter && of === year + 1)) return {}
  return {
    on: ASKS[kind].alsoYearAfter
      ? `${year}年度的${RESULT_KINDS[kind]}，文书日期应在${year}年或者${year + 1}年；其他年度的，请在该年登记`
      : `这里登记${year}年的结果，文书日期应在${year}年；其他年份的，请在该年登记`,
  }
}

function wrongFinding({ kind, grade, score, content }: About & Facts) {
  const { grades, scored, needsWords } = ASKS[kind]
  const title = RESULT_KINDS[kind]
  const isSaid = grades.length === 0 || grade !== undefined || (scored && score !== undefined)
  return {
    ...(!isSaid && { grade: scored ? '请选择等次或者填写得分' : '请选择等次' }),
    ...(grade && !grades.includes(grade) && { grade: `${title}没有这一等次；请重新选择` }),
    ...(score !== undefined && !scored && { score: `${title}没有得分；请留空` }),
    ...(needsWords && !content && { text: '请写明认定的情况' }),
  }
}

function wrongScan(
  { kind, scan }: About & Facts,
  asked: Asked,
  last: Entered | Corrected | undefined,
): { readonly scan?: string } {
  if (scan) return {}
  if (asked.byOffice) return { scan: '代录的，应当上传该机关的文书扫描件' }
  // What stands has one, which lies where whoever corrects it brings none from: it would be gone from what holds.
  if (last?.scan && scanOwner(last) !== scanOwner(asked))
    return {
      scan: `已登记的扫描件由${last.byOffice ? '法制办代录' : '原登记机关'}上传，更正后不再随附；请重新上传文书扫描件`,
    }
  return ASKS[kind].needsScan ? { scan: `${RESULT_KINDS[kind]}应当上传文书扫描件` } : {}
}
