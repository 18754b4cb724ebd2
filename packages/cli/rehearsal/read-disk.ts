/** What lies in the data folder of a county that is down: everything, without anybody's right to read it. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import { z } from 'zod/mini'
import { storedCommit } from '#ledger/dynamo-ledger.ts'
import { type Commit, Head, type Ledger } from '#ledger/ledger.ts'
import { parseRoot, type Root } from '#ledger/root.ts'
import { database } from '#local-cloud/dynamo/database.ts'
import { BucketOnDisk } from '#local-cloud/s3/s3-store.ts'

const item = z.record(
  z.string(),
  z.custom<AttributeValue>((value) => typeof value === 'object' && value !== null),
)
const page = z.object({ Items: z.array(item), LastEvaluatedKey: z.optional(z.unknown()) })
const tables = z.object({ TableNames: z.array(z.string()) })

async function itemsOf(data: string, table: string): Promise<unknown[]> {
  const { ask, close } = database(join(data, 'tables'))
  try {
    const { TableNames } = tables.parse(await ask('ListTables', {}))
    const TableName = TableNames.find((name) => name.includes(table))
    if (!TableName) throw new Error(`no table is named ${table}, only ${TableNames.join(', ')}`)
    const items: unknown[] = []
    let from: unknown
    do {
      const { Items, LastEvaluatedKey } = page.parse(
        await ask('Scan', { TableName, ...(from ? { ExclusiveStartKey: from } : {}) }),
      )
      items.push(...Items.map((one) => unmarshall(one)))
      from = LastEvaluatedKey
    } while (from)
    return items
  } finally {
    await close()
  }
}

/** The ledger as it lies there; nothing can be appended to it. */
export async function ledgerOnDisk(data: string): Promise<Ledger> {
  const commits = z.array(storedCommit).parse(await itemsOf(data, 'ledger'))
  const streams = Map.groupBy<string, Commit>(
    commits.toSorted((a, b) => a.number - b.number),
    ({ stream }) => stream,
  )
  return {
    async read(stream) {
      const found = streams.get(stream) ?? []
      return { head: new Head(stream, found), commits: found }
    },
    append: () => Promise.reject(new Error('what lies on the disk is only read')),
    async *streams() {
      for (const [stream, all] of streams)
        yield { stream, number: all.at(-1)?.number ?? 0, hash: all.at(-1)?.hash ?? '' }
    },
  }
}

/** Every row of the table `views`, by its stream; what else lies there counts posts of the public form. */
export async function rowsOnDisk(data: string): Promise<ReadonlyMap<string, unknown>> {
  const known = z.object({ stream: z.string(), kind: z.string() })
  return new Map(
    (await itemsOf(data, 'views')).flatMap((row) => {
      const { data: named } = known.safeParse(row)
      return named ? [[named.stream, row]] : []
    }),
  )
}

export async function rootsOnDisk(data: string): Promise<Root[]> {
  const name = readdirSync(join(data, 'buckets')).find((one) => one.includes('-roots'))
  if (!name) throw new Error('there is no bucket of roots')
  const bucket = await BucketOnDisk.open(join(data, 'buckets', name))
  const roots: Root[] = []
  for (const { key } of bucket.all()) {
    const opened = await bucket.open(key)
    if (!opened) continue
    roots.push(parseRoot(await opened.bytes.readFile('utf8')))
    await opened.bytes.close()
  }
  return roots
}
