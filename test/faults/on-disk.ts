/** What lies in the data folder of a county that is down. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import type { Commit } from '#ledger/ledger.ts'
import { database } from '#local-cloud/database.ts'

export type Ledger = ReadonlyMap<string, readonly Commit[]>
type Item = Record<string, unknown>

async function itemsOf<Of extends Item>(data: string, table: string): Promise<Of[]> {
  const { ask, close } = database(join(data, 'tables'))
  const { TableNames } = await ask('ListTables', {})
  const TableName = (TableNames as string[]).find((name) => name.includes(table))
  if (!TableName) throw new Error(`no table is named ${table}: ${TableNames}`)
  const items: Of[] = []
  let from: unknown
  do {
    const page = await ask('Scan', { TableName, ...(from ? { ExclusiveStartKey: from } : {}) })
    items.push(...(page.Items as Parameters<typeof unmarshall>[0][]).map((item) => unmarshall(item) as Of))
    from = page.LastEvaluatedKey
  } while (from)
  await close()
  return items
}

/** Every stream's commits, in order. */
export async function ledgerOf(data: string): Promise<Ledger> {
  const streams = Map.groupBy(await itemsOf<Commit>(data, 'ledger'), ({ stream }) => stream)
  return new Map(
    [...streams]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([stream, commits]) => [stream, commits.sort((a, b) => a.number - b.number)]),
  )
}

/** Every stream's row. What else lies in the table counts posts of the public form. */
export const rowsOf = async (data: string): Promise<ReadonlyMap<string, Item>> =>
  new Map(
    (await itemsOf(data, 'views')).flatMap((row) =>
      'stream' in row && 'shape' in row ? [[String(row.stream), row]] : [],
    ),
  )

/** Everything of a ledger that must be the same, stream by stream. */
export const hashes = (ledger: Ledger): Record<string, string[]> =>
  Object.fromEntries([...ledger].map(([stream, commits]) => [stream, commits.map(({ hash, at }) => `${at} ${hash}`)]))

/** Every object's address and the digest of its bytes. */
export const objectsOf = (data: string): string[] =>
  globSync(join(data, 'buckets/*/objects/*.json'))
    .map((path) => {
      const { key, etag } = JSON.parse(readFileSync(path, 'utf8'))
      return `${path.split('/').at(-3)}/${key} ${etag}`
    })
    .sort()

/** What `reconcile` counted, each time it ran: a line of the log. */
export const reconciled = (data: string): Record<'looked' | 'started' | 'woken' | 'applied', number>[] =>
  readFileSync(join(data, 'log'), 'utf8')
    .split('\n')
    .flatMap((line) => /reconcile[^:]*: (\{.*"service":"conductor".*\})$/.exec(line)?.slice(1) ?? [])
    .map((counts) => JSON.parse(counts))
