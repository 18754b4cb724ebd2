/** Writes past batches, and the units that they have named, into the data folder of a county that is down. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { marshall } from '@aws-sdk/util-dynamodb'
import { z } from 'zod/mini'
import { type Ask, database } from '#local-cloud/dynamo/database.ts'
import { BucketOnDisk } from '#local-cloud/s3/s3-store.ts'
import { type Copy, copyBatch, lotsOfUnits } from './copy-batch.ts'
import type { Pattern, Text } from './pattern.ts'

/** What one BatchWriteItem takes. */
const AT_ONCE = 25
const Tables = z.object({ TableNames: z.array(z.string()) })
const Written = z.object({ UnprocessedItems: z.optional(z.record(z.string(), z.unknown())) })

export async function seedPast(data: string, pattern: Pattern, batches: number): Promise<void> {
  const copies = [lotsOfUnits(pattern), ...Array.from({ length: batches }, (_, at) => copyBatch(pattern, at))]
  const tables = database(join(data, 'tables'))
  const { TableNames } = Tables.parse(await tables.ask('ListTables', {}))
  const named = (part: string) => TableNames.find((name) => name.includes(part)) ?? ''
  for (const { commits, rows } of copies) {
    await writeAll(tables.ask, named('ledger'), commits)
    await writeAll(tables.ask, named('views'), rows)
  }
  await tables.close()
  await writeTexts(data, copies)
}

async function writeAll(ask: Ask, table: string, items: readonly object[]): Promise<void> {
  for (let from = 0; from < items.length; from += AT_ONCE) {
    const puts = items
      .slice(from, from + AT_ONCE)
      .map((item) => ({ PutRequest: { Item: marshall(item, { removeUndefinedValues: true }) } }))
    const { UnprocessedItems = {} } = Written.parse(await ask('BatchWriteItem', { RequestItems: { [table]: puts } }))
    if (Object.keys(UnprocessedItems).length > 0) throw new Error(`${table} left items of past batches out`)
  }
}

async function writeTexts(data: string, copies: readonly Copy[]): Promise<void> {
  const buckets = Map.groupBy<string, Text>(
    copies.flatMap(({ texts }) => texts),
    ({ bucket }) => bucket,
  )
  for (const [name, texts] of buckets) {
    const bucket = await BucketOnDisk.open(join(data, 'buckets', name))
    for (const { object, text } of texts) {
      const { file, path } = bucket.incoming()
      await writeFile(path, text)
      await bucket.change(object.key, () => ({ ...object, file, size: Buffer.byteLength(text), announced: true }))
    }
  }
}
