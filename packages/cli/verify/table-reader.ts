/**
 * A thread of its own, since the database under the laptop's tables ends its whole process when a file of it is damaged.
 * Answers all items of every table, by the table's name.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod/mini'
import { database } from '#local-cloud/dynamo/database.ts'

const page = z.object({ Items: z.array(z.unknown()), LastEvaluatedKey: z.optional(z.unknown()) })
const { ask, close } = database(z.string().parse(workerData))
const { TableNames } = z.object({ TableNames: z.array(z.string()) }).parse(await ask('ListTables', {}))
const tables: [string, unknown[]][] = []
for (const TableName of TableNames) {
  const items: unknown[] = []
  let from: unknown
  do {
    const { Items, LastEvaluatedKey } = page.parse(
      await ask('Scan', { TableName, ...(from ? { ExclusiveStartKey: from } : {}) }),
    )
    items.push(...Items)
    from = LastEvaluatedKey
  } while (from)
  tables.push([TableName, items])
}
await close()
parentPort?.postMessage(tables)
