import { z } from 'zod/mini'
import type { CallContext } from '#local-cloud/permissions/policy-condition.ts'
import type { Item } from './item-size.ts'

const AnItem = z.record(z.string(), z.unknown())
const Asked = z.object({
  Key: z.optional(AnItem),
  Item: z.optional(AnItem),
  Keys: z.optional(z.array(AnItem)),
  KeyConditionExpression: z._default(z.string(), ''),
  ExpressionAttributeNames: z._default(z.record(z.string(), z.string()), {}),
  ExpressionAttributeValues: z._default(AnItem, {}),
})

/**
 * What the condition key `dynamodb:LeadingKeys` holds of a request: every value of the partition key that it names, without
 * types. A scan names none, and neither does a query that the front cannot read.
 * @param hash the partition key of the table, or of the index that is asked
 */
export function leadingKeys(request: unknown, hash: string): CallContext {
  const { Key, Item, Keys = [], ...query } = Asked.parse(request)
  const named = [Key, Item, ...Keys, queried(query, hash)].flatMap((item) => (item?.[hash] ? [item[hash]] : []))
  return { 'dynamodb:LeadingKeys': named.flatMap(valuesOf) }
}

/** The partition key is compared by `=`; the sort key's part may stand on either side of it. */
function queried(
  { KeyConditionExpression: said, ExpressionAttributeNames: names, ExpressionAttributeValues: values }: Query,
  hash: string,
): Item | undefined {
  for (const [, name = '', value = ''] of said.matchAll(/([#\w.-]+)\s*=\s*(:\w+)/g))
    if ((names[name] ?? name) === hash) return { [hash]: values[value] }
  return undefined
}
type Query = Pick<
  z.infer<typeof Asked>,
  'KeyConditionExpression' | 'ExpressionAttributeNames' | 'ExpressionAttributeValues'
>

const valuesOf = (attribute: unknown): string[] => Object.values(z.safeParse(AnItem, attribute).data ?? {}).map(String)
