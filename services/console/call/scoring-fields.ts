/** How a batch has its units assessed, in the form of its call: what it asks, begins with, and sends. */
import { COMBINED, saidTie, WAYS } from '#batch/scoring/said-scoring.ts'
import { FULL, MOST_INDICATORS, MOST_TAKEN_OFF, SIDE_BY_SIDE } from '#batch/scoring/scoring.ts'
import type { ScoringBody } from '#contracts/assessment/scoring.ts'
import type { OfferedProcedure } from '#contracts/call.ts'
import type { FieldDefinition } from '#contracts/forms.ts'
import type { Values } from '../forms/kept-values.ts'
import { linesOf } from './lines-of.ts'

type Methods = Pick<OfferedProcedure, 'methods'>
const choicesOf = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))
const weightField = (method: string): string => `scoring.weights.${method}`
const inWay = (...among: ScoringBody['way'][]) => ({ field: 'scoring.way', among })

/** Nothing of a procedure that assesses nobody. */
export function fieldsOfScoring({ methods }: Methods): readonly FieldDefinition[] {
  if (methods.length === 0) return []
  const titles = Object.fromEntries(methods.map(({ name, title }) => [name, title]))
  const number = { kind: 'number', required: true } as const
  const points = { ...number, min: 0, max: FULL }
  const choice = { kind: 'choice', required: true } as const
  return [
    {
      ...{ name: 'scoring.way', label: '考核评定办法', ...choice, choices: choicesOf(WAYS) },
      help: '随通知发布，单位和公众都能看到，发布后不能改',
    },
    {
      ...{ name: 'scoring.notReached', label: '可以未达标的指标数', ...number, min: 0, max: MOST_INDICATORS },
      ...{ help: '未达标的不超过这一项数的，可以推荐；填0的，须全部达标', when: inWay('reach') },
    },
    ...methods.map(
      ({ name, title }): FieldDefinition => ({
        ...{ name: weightField(name), label: `${title}权重（%）`, ...points, when: inWay('points') },
        help: `各方式之和为${FULL}，不计分的填0`,
      }),
    ),
    {
      ...{ name: 'scoring.gates', label: '先决指标', kind: 'longText', required: true, max: 3000, open: true },
      ...{ help: '所选标准中的指标，每行一项，照标准的编号填写，如一（一）第2项', when: inWay('gateThenDeduct') },
    },
    {
      ...{ name: 'scoring.takenOff', label: '每项扣分', ...number, min: 1, max: MOST_TAKEN_OFF },
      ...{ help: `其他指标每有一项未达标的，从${FULL}分中扣除`, when: inWay('gateThenDeduct') },
    },
    {
      ...{ name: 'scoring.combined', label: '多人评分', ...choice, choices: choicesOf(COMBINED) },
      when: inWay('points', 'gateThenDeduct'),
    },
    {
      ...{ name: 'scoring.atLeast', label: '可以推荐的最低分', ...points, min: 1 },
      ...{ help: `满分${FULL}分，不低于这一分数的，可以推荐`, when: inWay('points', 'gateThenDeduct') },
    },
    {
      ...{ name: 'scoring.tie', label: '总分相同的', ...choice, when: inWay('points') },
      choices: [SIDE_BY_SIDE, ...methods.map(({ name }) => name)].map((tie) => ({
        value: tie,
        label: saidTie(tie, titles),
      })),
    },
  ]
}

/** What a call that is mended says. */
export function valuesOfChosen(scoring: ScoringBody): Values {
  const { weights = {}, gates, ...rest } = { weights: undefined, gates: undefined, ...scoring }
  return {
    ...Object.fromEntries(Object.entries(rest).map(([name, value]) => [`scoring.${name}`, value])),
    ...Object.fromEntries(Object.entries(weights).map(([method, value]) => [weightField(method), value])),
    ...(gates && { 'scoring.gates': gates.join('\n') }),
  }
}

/** As the API takes it, in the way that was chosen; nothing of a procedure that assesses nobody. */
export function scoringOf(values: Values, { methods }: Methods): Readonly<Record<string, unknown>> | undefined {
  if (methods.length === 0) return undefined
  const way = values['scoring.way']
  const [combined, atLeast] = [values['scoring.combined'], values['scoring.atLeast']]
  switch (way) {
    case 'points':
      return {
        ...{ way, combined, atLeast, tie: values['scoring.tie'] },
        weights: Object.fromEntries(
          methods.flatMap(({ name }) => {
            const weight = values[weightField(name)]
            return weight === undefined ? [] : [[name, weight]]
          }),
        ),
      }
    case 'gateThenDeduct':
      return {
        ...{ way, combined, atLeast, takenOff: values['scoring.takenOff'] },
        gates: linesOf(values['scoring.gates']) ?? [],
      }
    case 'reach':
      return { way, notReached: values['scoring.notReached'] }
    default:
      return { way }
  }
}
