import { createHash } from 'node:crypto'
import { GetObjectCommand, PutObjectCommand, paginateListObjectsV2, type S3Client } from '@aws-sdk/client-s3'
import { canonicalJson } from './chain.ts'
import { parseRoot, type Root, type Roots, rootOf } from './root.ts'

const FOLDER = 'roots/'

/** Needs PutObject and GetObject on `roots/*`, and ListBucket. Names sort as their dates do. */
export function s3Roots({ client, bucket }: { readonly client: S3Client; readonly bucket: string }): Roots {
  async function names(): Promise<readonly string[]> {
    const found: string[] = []
    for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: FOLDER }))
      for (const { Key } of Contents) if (Key) found.push(Key)
    return found.toSorted()
  }
  async function textOf(name: string): Promise<string> {
    const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: name }))
    return (await Body?.transformToString('utf-8')) ?? ''
  }
  const read = async (name: string): Promise<Root> => parseRoot(await textOf(name))
  const nameOf = (date: string) => `${FOLDER}${date}.json`
  return {
    async *all() {
      for (const name of await names()) yield await read(name)
    },
    dates: async () => (await names()).map((name) => name.slice(FOLDER.length, -'.json'.length)),
    on: async (date) => {
      const root = rootOf(await textOf(nameOf(date)))
      // One of another day in its place says nothing of this one.
      return root?.date === date ? root : undefined
    },
    async newest() {
      const name = (await names()).at(-1)
      return name === undefined ? undefined : read(name)
    },
    async keep(root) {
      const Body = canonicalJson(root)
      try {
        await client.send(
          new PutObjectCommand({
            Bucket: bucket,
            Key: nameOf(root.date),
            Body,
            ContentType: 'application/json',
            ChecksumSHA256: createHash('sha256').update(Body).digest('base64'),
            IfNoneMatch: '*',
          }),
        )
        return true
      } catch (error) {
        if (error instanceof Error && error.name === 'PreconditionFailed') return false
        throw error
      }
    },
  }
}
