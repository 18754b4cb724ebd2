import { HeadObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import type { SitePages } from './site-pages.ts'

const ATTEMPTS = 5
const LOST = new Set(['PreconditionFailed', 'ConditionalRequestConflict', 'NoSuchKey'])

/** Needs PutObject and GetObject on `public/*`, and ListBucket, without which a missing page is answered as forbidden. */
export function s3Pages({ client, bucket }: { readonly client: S3Client; readonly bucket: string }): SitePages {
  const etagOf = async (key: string): Promise<string | undefined> => {
    try {
      return (await client.send(new HeadObjectCommand({ Bucket: bucket, Key: key }))).ETag
    } catch (error) {
      if (error instanceof Error && (error.name === 'NotFound' || error.name === 'NoSuchKey')) return undefined
      throw error
    }
  }
  return {
    async publish(key, make) {
      for (let attempt = 1; ; attempt++) {
        const etag = await etagOf(key)
        const page = await make()
        try {
          await client.send(
            new PutObjectCommand({
              Bucket: bucket,
              Key: key,
              Body: page,
              ContentType: 'text/html; charset=utf-8',
              CacheControl: 'max-age=60',
              ...(etag ? { IfMatch: etag } : { IfNoneMatch: '*' }),
            }),
          )
          return
        } catch (error) {
          if (attempt === ATTEMPTS || !(error instanceof Error && LOST.has(error.name))) throw error
        }
      }
    },
  }
}
