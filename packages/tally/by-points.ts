/** 计分评定: each method's points by its weight; within a method its indicators by theirs. */
import type { Scoring } from '#batch/scoring/scoring.ts'
import { FULL } from '#batch/scoring/scoring.ts'
import { combine } from './combine.ts'
import { type Exact, exact, most, ONE, ratio, rounded, sum, ZERO } from './exact.ts'
import type { FoundBy } from './finding.ts'
import { indicatorsFound, itemsMissing } from './indicators-found.ts'
import type { Indicator, Measured, Missing, Scored } from './measured.ts'
import { type Branch, sharesOf } from './weigh.ts'

type ByPoints = Extract<Scoring, { way: 'points' }>
/** `score`: out of 100; none where nothing of it was found. `items`: of a method that looks at single indicators. */
export type MethodScore = {
  readonly method: string
  readonly weight: number
  readonly score?: Exact
  readonly items: readonly Scored[]
}
export type PointsTally = {
  readonly way: 'points'
  readonly indicators: readonly Indicator[]
  readonly methods: readonly MethodScore[]
  readonly missing: readonly Missing[]
  /** Rounded; none as long as anything is missing. */
  readonly total?: Exact
  readonly isEnough?: boolean
}

export function byPoints({ weights, combined, atLeast }: ByPoints, measured: Measured): PointsTally {
  const indicators = indicatorsFound(measured)
  const out = new Set(indicators.flatMap(({ item, verdict }) => (verdict === 'notApplicable' ? [item] : [])))
  const methods = Object.entries(weights).map(([method, weight]): MethodScore => {
    const items = scored(measured, method, out, combined)
    const score =
      items.length > 0
        ? sum(items.map(({ share, value }) => share.mul(value))).mul(FULL)
        : asWhole(measured, method, combined)
    return { method, weight, items, ...(score && { score }) }
  })
  const missing = [
    ...itemsMissing(measured, out).filter(({ method }) => weights[method] !== 0),
    ...methods.flatMap(({ method, weight, score }): Missing[] =>
      weight > 0 && !score && !measured.asked.get(method)?.size ? [{ method }] : [],
    ),
  ]
  if (missing.length > 0) return { way: 'points', indicators, methods, missing }
  const total = rounded(sum(methods.map(({ weight, score = ZERO }) => ratio(exact(weight), exact(FULL)).mul(score))))
  return { way: 'points', indicators, methods, missing, total, isEnough: total.compare(atLeast) >= 0 }
}

/** Each indicator that the method has found, with its share of those. */
function scored(
  { standard, found }: Measured,
  method: string,
  notApplicable: ReadonlySet<string>,
  combined: ByPoints['combined'],
): readonly Scored[] {
  const full = weightsIn(standard)
  const byItem = Map.groupBy(
    found.filter((one) => one.method === method && one.finding !== 'notApplicable' && !notApplicable.has(one.item)),
    ({ item }) => item,
  )
  const shares = sharesOf(standard, new Set([...byItem.keys(), ...notApplicable]), notApplicable)
  return [...shares].map(([item, share]) => {
    const values = (byItem.get(item) ?? []).map((one) => partReached(one, full.get(item)))
    return { item, share, value: combine(values, combined) }
  })
}

/** From 0 to 1: never below, however much is taken off. */
function partReached({ finding, off }: FoundBy, points: number | undefined): Exact {
  if (finding === 'reached') return ONE
  if (off === undefined || points === undefined) return ZERO
  return most(ZERO, ONE.sub(ratio(exact(off), exact(points))))
}

const weightsIn = ({ id, weight, children }: Branch): ReadonlyMap<string, number> =>
  new Map(children ? children.flatMap((child) => [...weightsIn(child)]) : weight === undefined ? [] : [[id, weight]])

/** What a method measures as a whole, out of 100. */
function asWhole(
  { marks, sittings, answers }: Measured,
  method: string,
  combined: ByPoints['combined'],
): Exact | undefined {
  const given = marks.filter((one) => one.method === method).map(({ mark }) => exact(mark))
  if (given.length > 0) return combine(given, combined)
  const sat = sittings.filter((one) => one.method === method)
  const invited = sat.reduce((all, one) => all + one.invited, 0)
  // Whoever was invited and stayed away has no marks: a unit that sends its best alone gains nothing.
  if (invited > 0) return ratio(sum(sat.flatMap((one) => one.marks.map(exact))), exact(invited))
  const asked = answers.filter((one) => one.method === method)
  const answered = asked.reduce((all, one) => all + one.answered, 0)
  if (answered === 0) return undefined
  return ratio(exact(asked.reduce((all, one) => all + one.well, 0)), exact(answered)).mul(FULL)
}
