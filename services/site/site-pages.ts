import { GetObjectCommand, NoSuchKey, type S3Client } from '@aws-sdk/client-s3'

/** Pages as the site bucket keeps them. */
export interface PublishedPages {
  /** Undefined when no such page is published. */
  get(key: string): Promise<{ readonly body: Uint8Array; readonly contentType: string } | undefined>
}

/** Needs GetObject on `public/*`, and ListBucket, without which a missing page is answered as forbidden. */
export const s3PublishedPages = ({
  client,
  bucket,
}: {
  readonly client: S3Client
  readonly bucket: string
}): PublishedPages => ({
  async get(key) {
    try {
      const { Body, ContentType } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }))
      return Body && { body: await Body.transformToByteArray(), contentType: ContentType ?? 'application/octet-stream' }
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined
      throw error
    }
  },
})
