import { DeleteObjectCommand, ListObjectsV2Command, type S3Client } from '@aws-sdk/client-s3'
import type { RejectedFiles } from './remove-rejected.ts'

/** Needs ListBucket, and DeleteObject on `evidence/*`, which the bucket's own policy leaves to this function alone. */
export const s3Rejected = (
  { client, bucket }: { readonly client: S3Client; readonly bucket: string },
  atOnce = 1000,
): RejectedFiles => ({
  async *keys() {
    let from: string | undefined
    do {
      const page = await client.send(
        new ListObjectsV2Command({
          ...{ Bucket: bucket, Prefix: 'evidence/', MaxKeys: atOnce },
          ...(from && { ContinuationToken: from }),
        }),
      )
      for (const { Key } of page.Contents ?? []) if (Key) yield Key
      from = page.NextContinuationToken
    } while (from)
  },
  async remove(key) {
    await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }))
  },
})
