import { AwsError } from '#local-cloud/wire/aws-error.ts'

export type Item = Record<string, unknown>
/** Attribute names of a key, of a table or of an index. */
export type KeyNames = { hash: string; range?: string | undefined }

const ITEM_BYTES = 400 * 1024
const HASH_BYTES = 2048
const RANGE_BYTES = 1024

/** Bytes of an item as DynamoDB counts them; dynalite counts characters, and Chinese ones have three bytes each. */
export const itemBytes = (item: Item): number =>
  Object.entries(item).reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + valueBytes(value), 0)

function valueBytes(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  const [[type, content] = ['', undefined]] = Object.entries(value)
  if (type === 'S' && typeof content === 'string') return Buffer.byteLength(content)
  if (type === 'B' && typeof content === 'string') return Buffer.byteLength(content, 'base64')
  if (type === 'N' && typeof content === 'string') return Math.ceil(content.replace(/[-.]/g, '').length / 2) + 1
  if (type === 'L' && Array.isArray(content)) return content.reduce((sum: number, one) => sum + valueBytes(one) + 1, 3)
  if (type === 'M' && typeof content === 'object' && content !== null)
    return itemBytes(Object.fromEntries(Object.entries(content))) + 3 + Object.keys(content).length
  if (Array.isArray(content)) return content.reduce((sum: number, one) => sum + valueBytes({ [type[0] ?? '']: one }), 0)
  return 1
}

/** @throws AwsError ValidationException for what DynamoDB refuses by size and dynalite lets pass */
export function guardSizes(item: Item, keys: readonly KeyNames[]): void {
  for (const { hash, range } of keys) {
    refuseLonger(item[hash], HASH_BYTES, `hashkey ${hash}`)
    if (range) refuseLonger(item[range], RANGE_BYTES, `rangekey ${range}`)
  }
  const bytes = itemBytes(item)
  if (bytes > ITEM_BYTES)
    throw new AwsError('ValidationException', `Item size has exceeded the maximum allowed size: ${bytes} bytes`)
}

function refuseLonger(value: unknown, limit: number, what: string) {
  const bytes = valueBytes(value)
  if (bytes > limit)
    throw new AwsError(
      'ValidationException',
      `One or more parameter values were invalid: Size of ${what} has exceeded the maximum size limit of ${limit} bytes: ${bytes} bytes`,
    )
}
