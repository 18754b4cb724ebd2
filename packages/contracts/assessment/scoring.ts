/** How a batch has its units assessed, as its call is sent. */
import { z } from 'zod/mini'
import { COMBINATIONS, FULL, MOST_INDICATORS, MOST_TAKEN_OFF } from '#batch/scoring/scoring.ts'
import { tidyLine } from '#typed/line.ts'
import { listOf, recordOf, typedText, whole, word } from '../rules.ts'

const WAY = '请选择考核评定办法'
const combined = z.enum(COMBINATIONS, { error: '请选择多人评分的处理办法' })
const atLeast = whole('可以推荐的最低分', 1, FULL)
const gates = listOf(
  // What it names is looked for in the standard, and nothing else of it is kept.
  typedText('先决指标', 60, tidyLine).check(z.minLength(1, '请填写先决指标')),
  '请逐行填写先决指标',
  MOST_INDICATORS,
  `先决指标最多${MOST_INDICATORS}项`,
).check(z.minLength(1, '请填写先决指标，每行一项'))

export const scoringBody = z.discriminatedUnion(
  'way',
  [
    z.strictObject({ way: z.literal('reach'), notReached: whole('可以未达标的指标数', 0, MOST_INDICATORS) }),
    z.strictObject({
      way: z.literal('points'),
      weights: recordOf(whole('权重', 0, FULL), '请填写各方式的权重'),
      combined,
      atLeast,
      tie: word('请选择同分处理办法'),
    }),
    z.strictObject({
      way: z.literal('gateThenDeduct'),
      /** As the standard numbers them, or by their titles. */
      gates,
      takenOff: whole('每项扣分', 1, MOST_TAKEN_OFF),
      combined,
      atLeast,
    }),
  ],
  { error: WAY },
)
export type ScoringBody = z.infer<typeof scoringBody>
