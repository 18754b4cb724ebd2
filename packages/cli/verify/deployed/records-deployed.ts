/** What lies in a deployed county's tables and buckets; nothing is written. */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { GetObjectCommand, paginateListObjectsV2, type S3Client } from '@aws-sdk/client-s3'
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb'
import { z } from 'zod/mini'
import { after } from '#calendar/instant.ts'
import { s3Bodies } from '#verify/s3-bodies.ts'
import type { OnDisk } from '../records-on-disk.ts'
import { isRow } from '../rows-of-table.ts'
import { findStores } from './find-stores.ts'
import { inWords } from './in-words.ts'

type Deployed = {
  readonly dynamo: DynamoDBClient
  readonly s3: S3Client
  /** Its name. */
  readonly county: string
  /** Whether personal data are read as well, all of them. */
  readonly persons: boolean
  /** An ISO instant. */
  readonly now: string
}

/** Rows follow within seconds, and what they missed is made up for by the hour; pages follow rows. */
const ROWS_WITHIN = -2 * 3_600_000
const PAGES_WITHIN = -2 * 60_000

/** @throws Sentence where credentials or rights are lacking, or there is no such county */
export async function recordsDeployed({ dynamo, s3, county, persons, now }: Deployed): Promise<OnDisk> {
  const stores = await findStores(dynamo, s3, county)
  const client = DynamoDBDocumentClient.from(dynamo)
  const table = (name: string) => inWords('dynamodb:Scan', `表${name}`, scanned(client, name))
  const bucket = (name: string) => bucketOf(s3, name)
  // Roots and rows first: what comes meanwhile is in the ledger by then.
  const [roots, site] = [bucket(stores.roots), bucket(stores.site)]
  const sealed = await Promise.all(
    (await roots.keys('roots/')).map(async (name) => ({ name, text: (await roots.text(name)) ?? '' })),
  )
  const names = await site.keys('public/')
  const rows = (await table(stores.views)).filter(isRow)
  const ledger = await table(stores.ledger)
  const bodies = s3Bodies({ client: s3, contents: stores.contents, evidence: stores.evidence })
  const reading = <T>(name: string, asking: Promise<T>) => inWords('s3:GetObject、s3:ListBucket', `桶${name}`, asking)
  return {
    records: {
      ledger,
      rows,
      persons: persons ? await table(stores.persons) : 'unread',
      lagging: streamsSince(ledger, after(now, ROWS_WITHIN)),
      roots: sealed,
      until: now,
      texts: await bucket(stores.contents).keys(''),
      bodies: {
        text: (sha256) => reading(stores.contents, bodies.text(sha256)),
        file: (key) => reading(stores.evidence, bodies.file(key)),
        attachment: (object) => reading(stores.contents, bodies.attachment(object)),
      },
    },
    pages: { names, late: streamsSince(ledger, after(now, PAGES_WITHIN)), text: site.text },
    findings: [],
  }
}

async function scanned(client: DynamoDBDocumentClient, TableName: string): Promise<unknown[]> {
  const items: unknown[] = []
  for await (const { Items = [] } of paginateScan({ client }, { TableName, ConsistentRead: true })) items.push(...Items)
  return items
}

function bucketOf(client: S3Client, Bucket: string) {
  async function listed(Prefix: string): Promise<string[]> {
    const keys: string[] = []
    for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket, Prefix }))
      for (const { Key } of Contents) if (Key) keys.push(Key)
    return keys
  }
  async function textOf(Key: string): Promise<string | undefined> {
    try {
      const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }))
      return (await Body?.transformToString('utf-8')) ?? ''
    } catch (error) {
      if (error instanceof Error && error.name === 'NoSuchKey') return undefined
      throw error
    }
  }
  return {
    keys: (prefix: string) => inWords('s3:ListBucket', `桶${Bucket}`, listed(prefix)),
    text: (key: string) => inWords('s3:GetObject', `桶${Bucket}`, textOf(key)),
  }
}

const written = z.object({ stream: z.string(), at: z.string() })
/** Streams that something was written into since. */
const streamsSince = (items: readonly unknown[], instant: string): ReadonlySet<string> =>
  new Set(
    items.flatMap((item) => {
      const { data } = written.safeParse(item)
      return data && data.at >= instant ? [data.stream] : []
    }),
  )
