import { GetObjectCommand, NoSuchKey, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import type { SitePages } from './site-pages.ts'

const ATTEMPTS = 5
const LOST = new Set(['PreconditionFailed', 'ConditionalRequestConflict', 'NoSuchKey'])

const TYPES: Readonly<Record<string, string>> = {
  json: 'application/json',
  ics: 'text/calendar',
  atom: 'application/atom+xml',
}
const typeOf = (key: string): string => TYPES[key.slice(key.lastIndexOf('.') + 1)] ?? 'text/html'

/** Needs PutObject and GetObject on `public/*`, and ListBucket, without which a missing page is answered as forbidden. */
export function s3Pages({ client, bucket }: { readonly client: S3Client; readonly bucket: string }): SitePages {
  async function standing(key: string): Promise<{ text?: string; etag?: string | undefined }> {
    try {
      const { Body, ETag } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }))
      return Body ? { text: await Body.transformToString(), etag: ETag } : {}
    } catch (error) {
      if (error instanceof NoSuchKey) return {}
      throw error
    }
  }
  return {
    async publish(key, make) {
      for (let attempt = 1; ; attempt++) {
        const { text, etag } = await standing(key)
        const page = await make(text)
        try {
          await client.send(
            new PutObjectCommand({
              Bucket: bucket,
              Key: key,
              Body: page,
              ContentType: `${typeOf(key)}; charset=utf-8`,
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
    read: async (key) => (await standing(key)).text,
  }
}
