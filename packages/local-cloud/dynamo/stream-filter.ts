import { z } from 'zod/mini'
import { matches } from '#local-cloud/events/event-pattern.ts'
import type { Item } from './item-size.ts'

/** The filters of an event source mapping, as a template has them. */
export const FilterCriteria = z.object({ Filters: z.array(z.object({ Pattern: z.string() })) })

/** By keys alone: a consumer is told of a change before its image is known here. */
const Pattern = z.strictObject({
  dynamodb: z.strictObject({ Keys: z.record(z.string(), z.unknown()) }),
})

/**
 * Whether a consumer is called for a record with these keys: one filter that fits is enough, and without any it is
 * called for all. @throws Error for a pattern that the laptop does not know
 */
export function streamFilter(criteria: z.infer<typeof FilterCriteria> | undefined): (keys: Item) => boolean {
  if (!criteria) return () => true
  const patterns = criteria.Filters.map((filter) => {
    const { data, error } = Pattern.safeParse(JSON.parse(filter.Pattern))
    if (error) throw new Error(`the local streams filter by dynamodb.Keys alone, not by ${filter.Pattern}`)
    // An operator nobody knows is found at boot, not when the first record comes.
    matches(data, {})
    return data
  })
  return (keys) => patterns.some((pattern) => matches(pattern, { dynamodb: { Keys: keys } }))
}
