/** The way of assessing in words, as units and everybody read it before they are assessed. */
import { FULL, type Gate, type Scoring, SIDE_BY_SIDE, type Way } from './scoring.ts'

/** As a call's form offers them. */
export const WAYS: Readonly<Record<Way, string>> = {
  reach: '达标评定：逐项认定是否达标',
  points: '计分评定：各考核方式按权重计分',
  gateThenDeduct: '先决条件加扣分：先决指标达标后，按未达标指标扣分',
}
export const COMBINED: Readonly<Record<Extract<Scoring, { combined: unknown }>['combined'], string>> = {
  mean: '取平均值',
  median: '取中位数',
  withoutExtremes: '去掉一个最高分和一个最低分后取平均值',
}
export const saidTie = (tie: string, methods: Readonly<Record<string, string>>): string =>
  tie === SIDE_BY_SIDE ? '并列' : `“${methods[tie] ?? tie}”得分高的在前，仍相同的并列`

/** As whoever mends the call finds it in its form, too. */
export const saidGate = ({ place, title }: Gate): string => `${place} ${title}`

type Line = { readonly label: string; readonly said: string }
/** @param methods of the procedure, by name @param hasStandard without one there are no indicators to speak of */
export function saidScoring(
  scoring: Scoring,
  methods: Readonly<Record<string, string>>,
  hasStandard: boolean,
): { readonly lines: Line[]; readonly items: string[] } {
  const way = { label: '评定办法', said: WAYS[scoring.way] }
  const lines = [way, ...linesOf(scoring, methods, hasStandard), ...(hasStandard ? [NOT_APPLICABLE] : [])]
  const items = scoring.way === 'gateThenDeduct' ? scoring.gates.map(saidGate) : []
  return { lines, items }
}

/** A unit's own word takes nothing out of the assessment. */
const NOT_APPLICABLE: Line = {
  label: '不适用的指标',
  said: '单位自评不适用，经查阅资料的考核人员认可的，既不计为达标，也不计为未达标',
}

function linesOf(scoring: Scoring, methods: Readonly<Record<string, string>>, hasStandard: boolean): Line[] {
  switch (scoring.way) {
    case 'reach':
      return [
        { label: '指标达标', said: '各考核方式均未认定为未达标的，为达标' },
        {
          label: '可以推荐',
          said: scoring.notReached === 0 ? '全部指标达标的' : `未达标的指标不超过${scoring.notReached}项的`,
        },
      ]
    case 'points':
      return [
        {
          label: '各方式权重',
          said: Object.entries(methods)
            .map(([method, title]) => `${title}${scoring.weights[method] ?? 0}%`)
            .join('，'),
        },
        ...(hasStandard
          ? [{ label: '指标权重', said: '按标准规定；标准没有规定的，同一方式所考核的指标权重相同' }]
          : []),
        { label: '多人评分', said: COMBINED[scoring.combined] },
        { label: '可以推荐', said: `总分不低于${scoring.atLeast}分的（满分${FULL}分）` },
        { label: '同分', said: saidTie(scoring.tie, methods) },
      ]
    case 'gateThenDeduct':
      return [
        { label: '先决指标', said: `下列${scoring.gates.length}项，有一项未达标的，不予推荐` },
        { label: '扣分', said: `其他指标每有一项未达标的，从${FULL}分中扣${scoring.takenOff}分，扣完为止` },
        { label: '多人评分', said: COMBINED[scoring.combined] },
        { label: '可以推荐', said: `先决指标全部达标，且总分不低于${scoring.atLeast}分的` },
      ]
  }
}
