/** A deployed county's tables and buckets, by the names that its storage stack gave them. */
import { type DynamoDBClient, paginateListTables } from '@aws-sdk/client-dynamodb'
import { ListBucketsCommand, type S3Client } from '@aws-sdk/client-s3'
import { Sentence } from '#typed/sentence.ts'
import { inWords } from './in-words.ts'

const TABLES = ['ledger', 'views', 'persons'] as const
const BUCKETS = ['contents', 'evidence', 'roots', 'site'] as const
export type Stores = Readonly<Record<(typeof TABLES)[number] | (typeof BUCKETS)[number], string>>

/** @throws Sentence where one is not there, or several are: a stack that was made anew leaves its old ones behind */
export async function findStores(dynamo: DynamoDBClient, s3: S3Client, county: string): Promise<Stores> {
  const tables = await inWords('dynamodb:ListTables', '全部表', namesOfTables(dynamo))
  const { Buckets = [] } = await inWords('s3:ListAllMyBuckets', '全部桶', s3.send(new ListBucketsCommand({})))
  const buckets = Buckets.flatMap(({ Name }) => Name ?? [])
  const one = (what: string, names: readonly string[], part: string): string => {
    // What follows the part is CloudFormation's: hexadecimal digits of ours, then letters of its own.
    const found = names.filter((name) => name.startsWith(`${county}-storage-${part}`))
    const [only, ...more] = found
    if (only !== undefined && more.length === 0) return only
    throw new Sentence(
      only === undefined
        ? `所用的云账号和区域里没有县${county}的${what}${part}（名称以${county}-storage-${part}开头）；请核对县名、--profile和县文件的region。`
        : `所用的云账号里有多个县${county}的${what}${part}：${found.join('、')}；请先把不再使用的移走或改用别的账号，再核对。`,
    )
  }
  const table = (part: string) => one('表', tables, part)
  const bucket = (part: string) => one('桶', buckets, part)
  return {
    ledger: table('ledger'),
    views: table('views'),
    persons: table('persons'),
    contents: bucket('contents'),
    evidence: bucket('evidence'),
    roots: bucket('roots'),
    site: bucket('site'),
  }
}

async function namesOfTables(client: DynamoDBClient): Promise<string[]> {
  const names: string[] = []
  for await (const { TableNames = [] } of paginateListTables({ client }, {})) names.push(...TableNames)
  return names
}
