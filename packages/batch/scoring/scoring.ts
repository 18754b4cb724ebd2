/**
 * How what the methods of an assessment found becomes a recommendation 考核评定办法: the batch's choice, frozen with its
 * call, for the documents' standards carry no points (product.md, Scoring).
 */
import { z } from 'zod/mini'

/** How what several scorers give for the same is made one: all of it, its middle, or all but one highest and one lowest. */
export const COMBINATIONS = ['mean', 'median', 'withoutExtremes'] as const
/** Units of the same total stand side by side. */
export const SIDE_BY_SIDE = 'sideBySide'
/** The full points of a unit. */
export const FULL = 100
/** More indicators than any standard of the documents has may stay below it, and more are no gates. */
export const MOST_INDICATORS = 200
/** Points taken off for one indicator. */
export const MOST_TAKEN_OFF = 20

const points = z.int().check(z.minimum(0), z.maximum(FULL))
/** From 0 on everybody would be recommended. */
const least = z.int().check(z.minimum(1), z.maximum(FULL))
const combined = z.enum(COMBINATIONS)
/** `place`: as the standard numbers it, 一（一）第7项. */
const indicator = z.object({ id: z.string(), place: z.string(), title: z.string() })

const reach = z.object({
  way: z.literal('reach'),
  /** Recommended with at most so many indicators that are not reached. */
  notReached: z.int().check(z.minimum(0), z.maximum(MOST_INDICATORS)),
})
const byPoints = z.object({
  way: z.literal('points'),
  /** Of each method, by its name; together `FULL`. Within a method indicators weigh as the standard says, or all the same. */
  weights: z.record(z.string(), points),
  combined,
  /** Recommended from so many points on. */
  atLeast: least,
  /** `SIDE_BY_SIDE`, or the method whose points decide between units of the same total. */
  tie: z.string(),
})
const gateThenDeduct = z.object({
  way: z.literal('gateThenDeduct'),
  /** Who has not reached one of them is not recommended. */
  gates: z.array(indicator).check(z.minLength(1), z.maxLength(MOST_INDICATORS)),
  /** Points off for every other indicator that is not reached, down to 0. */
  takenOff: z.int().check(z.minimum(1), z.maximum(MOST_TAKEN_OFF)),
  combined,
  atLeast: least,
})
export const scoring = z.discriminatedUnion('way', [reach, byPoints, gateThenDeduct])
export type Scoring = z.infer<typeof scoring>
export type Gate = z.infer<typeof indicator>
export type Way = Scoring['way']

/** Whether points of a method count for anything. */
export const countsPointsOf = (scoring: Scoring | undefined, method: string): boolean =>
  scoring?.way === 'points' && (scoring.weights[method] ?? 0) > 0
