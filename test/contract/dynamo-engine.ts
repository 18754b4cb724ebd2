/** Engines that answer like DynamoDB: dynalite in this process, and what LEDGER_ENDPOINT points at: `name=address`, several by commas. */
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CreateTableCommand, DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import dynalite from 'dynalite'

export type Engine = { connect(): DynamoDBDocumentClient; close(): Promise<void> }

/** Key attributes: the first is the hash key, a second the range key; S unless it says N. */
export type Keys = Readonly<Record<string, 'S' | 'N'>>

const clientOf = (endpoint: string) =>
  new DynamoDBClient({
    endpoint,
    region: 'cn-north-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  })

export async function openDynalite(): Promise<Engine> {
  const path = mkdtempSync(join(tmpdir(), 'shifan-dynalite-'))
  const server = dynalite({ path, createTableMs: 0 })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    connect() {
      const client = clientOf(endpoint)
      insertByPut(client)
      return DynamoDBDocumentClient.from(client)
    },
    async close() {
      await new Promise<void>((closed) => server.close(() => closed()))
      rmSync(path, { recursive: true })
    },
  }
}

export const openEndpoint = async (endpoint: string): Promise<Engine> => ({
  connect: () => DynamoDBDocumentClient.from(clientOf(endpoint)),
  close: async () => {},
})

/** The engines of this run, by name. */
export const engines: readonly (readonly [string, () => Promise<Engine>])[] = [
  ['dynalite', openDynalite],
  ...(process.env.LEDGER_ENDPOINT ?? '')
    .split(',')
    .filter((one) => one !== '')
    .map((one) => {
      const [, name = one, address = one] = /^([\w-]+)=(.+)$/.exec(one) ?? []
      return [name, () => openEndpoint(address)] as const
    }),
]

export async function createTable(client: DynamoDBDocumentClient, TableName: string, keys: Keys): Promise<void> {
  await client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: Object.entries(keys).map(([AttributeName, AttributeType]) => ({
        AttributeName,
        AttributeType,
      })),
      KeySchema: Object.keys(keys).map((AttributeName, i) => ({ AttributeName, KeyType: i === 0 ? 'HASH' : 'RANGE' })),
    }),
  )
  // dynalite answers before the table is there.
  while ((await client.send(new DescribeTableCommand({ TableName }))).Table?.TableStatus !== 'ACTIVE')
    await new Promise(setImmediate)
}

/** dynalite has no PartiQL: the request of an INSERT goes out as the conditional put that it means. */
function insertByPut(client: DynamoDBClient): void {
  client.middlewareStack.add(
    (next) => async (args) => {
      const request = args.request as { headers: Record<string, string>; body: string | Uint8Array }
      if (!request.headers['x-amz-target']?.endsWith('.ExecuteStatement')) return next(args)
      const { body } = request
      const { Statement, Parameters } = JSON.parse(typeof body === 'string' ? body : new TextDecoder().decode(body))
      const [, TableName, fields = ''] = /^INSERT INTO "([^"]+)" VALUE \{(.*)\}$/.exec(Statement) ?? []
      const names = [...fields.matchAll(/'([^']+)': \?/g)].map(([, name]) => name)
      request.headers['x-amz-target'] = 'DynamoDB_20120810.PutItem'
      request.body = JSON.stringify({
        TableName,
        Item: Object.fromEntries(names.map((name, i) => [name, Parameters[i]])),
        ConditionExpression: 'attribute_not_exists(#key)',
        ExpressionAttributeNames: { '#key': names[0] },
      })
      return next(args).catch((error: Error) => {
        if (error.name === 'ConditionalCheckFailedException') error.name = 'DuplicateItemException'
        throw error
      })
    },
    { step: 'build', priority: 'high' },
  )
}
