import { setImmediate as nextTurn } from 'node:timers/promises'
import { z } from 'zod/mini'
import type { Template } from '#local-cloud/assembly/template.ts'
import type { Ask } from './database.ts'
import type { Item, KeyNames } from './item-size.ts'

const KeySchema = z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }))
const Properties = z.object({
  KeySchema,
  AttributeDefinitions: z.array(z.object({ AttributeName: z.string(), AttributeType: z.string() })),
  GlobalSecondaryIndexes: z.optional(
    z.array(
      z.object({
        IndexName: z.string(),
        KeySchema,
        Projection: z.object({
          ProjectionType: z.string(),
          NonKeyAttributes: z.optional(z.array(z.string())),
        }),
      }),
    ),
  ),
  StreamSpecification: z.optional(z.object({ StreamViewType: z.string() })),
})

export type Table = {
  name: string
  arn: string
  streamArn: string
  region: string
  key: KeyNames
  indexKeys: readonly KeyNames[]
  /** What a stream record carries, undefined where the table has no stream. */
  streamView: string | undefined
  declared: z.infer<typeof Properties>
}

export const readTables = (template: Template): Table[] =>
  template.all(['AWS::DynamoDB::GlobalTable', 'AWS::DynamoDB::Table'], Properties).map((table) => {
    const arn = template.arn(table)
    const { KeySchema, GlobalSecondaryIndexes = [], StreamSpecification } = table.properties
    return {
      name: table.name,
      arn,
      streamArn: `${arn}/stream/local`,
      region: table.stack.place.region,
      key: namesOf(KeySchema),
      indexKeys: GlobalSecondaryIndexes.map((index) => namesOf(index.KeySchema)),
      streamView: StreamSpecification?.StreamViewType,
      declared: table.properties,
    }
  })

/** The partition key of the table, or of one of its indexes. */
export const hashOf = ({ key, declared: { GlobalSecondaryIndexes = [] } }: Table, index?: string): string => {
  const asked = GlobalSecondaryIndexes.find(({ IndexName }) => IndexName === index)
  return asked ? namesOf(asked.KeySchema).hash : key.hash
}

function namesOf(schema: z.infer<typeof KeySchema>): KeyNames {
  const named = (type: string) => schema.find(({ KeyType }) => KeyType === type)?.AttributeName
  return { hash: named('HASH') ?? '', range: named('RANGE') }
}

/** The item's key alone. */
export const keyOf = ({ key: { hash, range } }: Table, item: Item): Item =>
  range ? { [hash]: item[hash], [range]: item[range] } : { [hash]: item[hash] }

export async function createTables(tables: readonly Table[], ask: Ask): Promise<void> {
  for (const { name: TableName, declared } of tables) {
    const { KeySchema, AttributeDefinitions, GlobalSecondaryIndexes } = declared
    const known = { TableName, KeySchema, AttributeDefinitions, BillingMode: 'PAY_PER_REQUEST' }
    await ask('CreateTable', GlobalSecondaryIndexes ? { ...known, GlobalSecondaryIndexes } : known).catch(
      (error: Error) => {
        if (error.name !== 'ResourceInUseException') throw error
      },
    )
    // Even with `createTableMs: 0` it answers before the table is there.
    while (!(await isActive(TableName, ask))) await nextTurn()
  }
}

const Description = z.object({ Table: z.object({ TableStatus: z.string() }) })
const isActive = async (TableName: string, ask: Ask) =>
  Description.parse(await ask('DescribeTable', { TableName })).Table.TableStatus === 'ACTIVE'

const Page = z.object({
  Items: z._default(z.array(z.record(z.string(), z.unknown())), []),
  LastEvaluatedKey: z.optional(z.record(z.string(), z.unknown())),
})

/** The newest item of every partition. Consumers only read which stream has news, so one of them stands for all. */
export async function* newestItems({ name: TableName, key }: Table, ask: Ask): AsyncGenerator<Item> {
  const newest = new Map<string, Item>()
  let start: Item | undefined
  do {
    const page: z.infer<typeof Page> = Page.parse(
      await ask('Scan', start ? { TableName, ExclusiveStartKey: start } : { TableName }),
    )
    // A scan answers a partition's items in the order of their sort keys.
    for (const item of page.Items) newest.set(JSON.stringify(item[key.hash]), item)
    start = page.LastEvaluatedKey
  } while (start)
  yield* newest.values()
}
