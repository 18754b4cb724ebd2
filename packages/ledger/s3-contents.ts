import { GetObjectCommand, NoSuchKey, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { canonicalJson, digestOf } from './chain.ts'
import { ContentMissing, type Contents, parseContent } from './contents.ts'

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
        const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: sha256 }))
        return parseContent(sha256, (await Body?.transformToString('utf-8')) ?? '')
      } catch (error) {
        if (error instanceof NoSuchKey) throw new ContentMissing(sha256)
        throw error
      }
    },
  }
}
