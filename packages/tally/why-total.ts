/** The sentence that explains a result, for whoever opens it. */
import { FULL, type Scoring } from '#batch/scoring/scoring.ts'
import { said, ZERO } from './exact.ts'
import type { Tally } from './tally.ts'

/** @param titles of the methods, by name, in the procedure's order */
export function whyTotal(scoring: Scoring, tally: Tally, titles: Readonly<Record<string, string>>): string {
  const of = (verdict: Tally['indicators'][number]['verdict']) =>
    tally.indicators.filter((one) => one.verdict === verdict).length
  const out = of('notApplicable')
  const counted = `${tally.indicators.length}项指标中达标${of('reached')}项、未达标${of('notReached')}项${out > 0 ? `、不适用${out}项` : ''}${of('unfound') > 0 ? `、没有认定${of('unfound')}项` : ''}`
  const wanting = tally.missing.length > 0 ? '还有没有认定、没有评分的，不能得出结果。' : ''
  switch (scoring.way) {
    case 'reach': {
      const { isEnough } = tally
      const allowed = `未达标的不超过${scoring.notReached}项的可以推荐`
      return `${counted}；${allowed}，${isEnough === undefined ? wanting : isEnough ? '可以推荐。' : '不可以推荐。'}`
    }
    case 'points': {
      if (tally.way !== 'points' || !tally.total) return wanting
      const { methods } = tally
      const terms = Object.entries(titles).flatMap(([name, title]) => {
        const { weight = 0, score } = methods.find(({ method }) => method === name) ?? {}
        return weight > 0 && score ? [`${title}${said(score)}×${weight}%`] : []
      })
      return `${terms.join(' + ')} = ${said(tally.total)}分（四舍五入到百分位）；不低于${scoring.atLeast}分的可以推荐，${tally.isEnough ? '可以推荐。' : '不可以推荐。'}`
    }
    case 'gateThenDeduct': {
      if (tally.way !== 'gateThenDeduct') return ''
      const off = tally.taken.reduce((all, { points }) => all.add(points), ZERO)
      const gates = tally.closed.length > 0 ? `先决指标有${tally.closed.length}项未达标` : '先决指标全部达标'
      if (!tally.total) return `${gates}；${wanting}`
      return `${gates}；${FULL} − ${said(off)} = ${said(tally.total)}分；先决指标全部达标且不低于${scoring.atLeast}分的可以推荐，${tally.isEnough ? '可以推荐。' : '不可以推荐。'}`
    }
  }
}
