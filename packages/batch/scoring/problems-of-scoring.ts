/** What the procedure asks of the way in which a call has its units assessed. */
import type { Procedure } from '#procedure/procedure.ts'
import { FULL, type Scoring, SIDE_BY_SIDE, type Way } from './scoring.ts'

/** How a procedure's assessments find out, by name; nothing where it has none. */
export const methodsOf = ({ steps }: Procedure): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.values(steps).flatMap((step) =>
      step.kind === 'inquiry' ? Object.entries(step.methods).map(([name, { title }]) => [name, title]) : [],
    ),
  )

type Points = Pick<Extract<Scoring, { way: 'points' }>, 'way' | 'weights' | 'tie'>
/** As a call is sent or frozen. */
type Chosen = { readonly way: Exclude<Way, 'points'> } | Points

/**
 * By field of the terms.
 * @param methods the procedure's, as `methodsOf` gives them
 * @param hasStandard whether the call chose one: indicators are a standard's
 */
export function problemsOfScoring(
  scoring: Chosen | undefined,
  { methods, hasStandard }: { readonly methods: Readonly<Record<string, string>>; readonly hasStandard: boolean },
): Record<string, string> {
  const names = Object.keys(methods)
  if (names.length === 0) return scoring ? { scoring: '程序中没有考核环节，不需要评定办法' } : {}
  if (!scoring) return { 'scoring.way': '请选择考核评定办法' }
  if (!hasStandard && scoring.way !== 'points')
    return { 'scoring.way': '没有选用标准的，没有指标可以认定达标；请选用标准，或者选择计分评定' }
  return scoring.way === 'points' ? problemsOfWeights(scoring, names) : {}
}

function problemsOfWeights({ weights, tie }: Points, methods: readonly string[]) {
  const given = Object.keys(weights)
  const missing = methods.filter((method) => !given.includes(method))
  const strange = given.filter((method) => !methods.includes(method))
  const sum = Object.values(weights).reduce((all, one) => all + one, 0)
  return {
    ...Object.fromEntries(missing.map((method) => [`scoring.weights.${method}`, '请填写这一方式的权重，不计分的填0'])),
    ...Object.fromEntries(strange.map((method) => [`scoring.weights.${method}`, '程序中没有这一考核方式'])),
    ...(missing.length === 0 &&
      strange.length === 0 &&
      sum !== FULL && {
        [`scoring.weights.${methods[0]}`]: `各方式权重之和应为${FULL}，现为${sum}；请改正`,
      }),
    ...(tie !== SIDE_BY_SIDE && !methods.includes(tie) && { 'scoring.tie': '请选择列出的同分处理办法' }),
    ...(tie !== SIDE_BY_SIDE && weights[tie] === 0 && { 'scoring.tie': '这一方式的权重为0，不能用来区分同分；请另选' }),
  }
}
