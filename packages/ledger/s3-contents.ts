import { GetObjectCommand, NoSuchKey, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { z } from 'zod/mini'
import { canonicalJson, digestOf } from './chain.ts'
import { ContentMissing, type Contents, parseContent } from './contents.ts'

/** To whoever may not list a bucket S3 says "forbidden" of what is not there, since the name alone would tell something. */
export const isNotThere = (error: Error): boolean =>
  error.name === 'NotFound' || error.name === 'NoSuchKey' || forbidden.safeParse(error).success
const forbidden = z.object({ $metadata: z.object({ httpStatusCode: z.literal(403) }) })

/** Needs `s3:PutObject` to keep, `s3:GetObject` to read; nothing overwrites. */
export function s3Contents({ client, bucket }: { readonly client: S3Client; readonly bucket: string }): Contents {
  return {
    async put(value) {
      const sha256 = digestOf(value)
      try {
        await client.send(
          new PutObjectCommand({
            Bucket: bucket,
            Key: sha256,
            Body: canonicalJson(value),
            ContentType: 'application/json',
            ChecksumSHA256: Buffer.from(sha256, 'hex').toString('base64'),
            IfNoneMatch: '*',
          }),
        )
      } catch (error) {
        // Already there, and the name says it is the same.
        if (!(error instanceof Error && error.name === 'PreconditionFailed')) throw error
      }
      return sha256
    },
    async get(sha256) {
      try {
        return await read(sha256)
      } catch (error) {
        if (error instanceof NoSuchKey) throw new ContentMissing(sha256)
        throw error
      }
    },
    async find(sha256) {
      try {
        return await read(sha256)
      } catch (error) {
        if (error instanceof Error && isNotThere(error)) return undefined
        throw error
      }
    },
  }

  async function read(sha256: string): Promise<unknown> {
    const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: sha256 }))
    return parseContent(sha256, (await Body?.transformToString('utf-8')) ?? '')
  }
}
