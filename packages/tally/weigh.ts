/**
 * How much each indicator weighs 指标权重: as its standard says, whose weights add up at every level
 * (`catalogue/check`); where those side by side say nothing they weigh as many as they are.
 */
import { type Exact, exact, ONE, ratio, sum } from './exact.ts'

/** A standard's tree as far as it weighs: parts, groups, and indicators without `children`. */
export type Branch = {
  readonly id: string
  readonly weight?: number | undefined
  readonly children?: readonly Branch[]
}
/** `points`: against those beside it. */
type Weighed = { readonly id: string; readonly points: Exact; readonly children?: readonly Weighed[] }

function weighed({ id, weight, children }: Branch): Weighed {
  if (!children) return { id, points: weight === undefined ? ONE : exact(weight) }
  const within = children.map(weighed)
  return {
    id,
    points: weight === undefined ? sum(within.map(({ points }) => points)) : exact(weight),
    children: within,
  }
}

/** Those that a method looks at; a branch weighs what is left of it, so that nobody's weight grows by what was left out beside it. */
function only(one: Weighed, asked: ReadonlySet<string>): Weighed | undefined {
  const { id, points, children } = one
  if (!children) return asked.has(id) ? one : undefined
  const left = children.flatMap((child) => only(child, asked) ?? [])
  if (left.length === 0) return undefined
  const of = (all: readonly Weighed[]) => sum(all.map((child) => child.points))
  return { id, points: points.mul(ratio(of(left), of(children))), children: left }
}

/**
 * The share of the whole of each of `asked` that is applicable, in the standard's order; together 1, or nobody has one.
 * What is not applicable gives its weight to those beside it, and a branch of nothing else to the branches beside it.
 */
export function sharesOf(
  standard: Branch,
  asked: ReadonlySet<string>,
  notApplicable: ReadonlySet<string>,
): ReadonlyMap<string, Exact> {
  const shares = new Map<string, Exact>()
  const counts = ({ id, children }: Weighed): boolean => children?.some(counts) ?? !notApplicable.has(id)
  const give = ({ id, children }: Weighed, share: Exact): void => {
    if (!children) {
      shares.set(id, share)
      return
    }
    const counted = children.filter(counts)
    const all = sum(counted.map(({ points }) => points))
    for (const child of counted) give(child, share.mul(ratio(child.points, all)))
  }
  const whole = only(weighed(standard), asked)
  if (whole && counts(whole)) give(whole, ONE)
  return shares
}
