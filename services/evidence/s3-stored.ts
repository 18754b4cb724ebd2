import { GetObjectCommand, HeadObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { s3Body } from '#evidence/s3-body.ts'
import type { Stored } from './objects.ts'

/** Needs GetObject on `evidence/*`, and ListBucket, without which what is missing is answered as forbidden. */
export function s3Stored({ client, bucket }: { readonly client: S3Client; readonly bucket: string }): Stored {
  const at = (key: string) => ({ Bucket: bucket, Key: key })
  return {
    async find(key) {
      try {
        const head = await client.send(new HeadObjectCommand({ ...at(key), ChecksumMode: 'ENABLED' }))
        const sha256 = head.ChecksumSHA256 && Buffer.from(head.ChecksumSHA256, 'base64').toString('hex')
        return { size: head.ContentLength ?? 0, sha256 }
      } catch (error) {
        if (error instanceof Error && (error.name === 'NotFound' || error.name === 'NoSuchKey')) return undefined
        throw error
      }
    },

    async read(key, from, to) {
      if (to <= from) return new Uint8Array()
      try {
        const { Body } = await client.send(new GetObjectCommand({ ...at(key), Range: `bytes=${from}-${to - 1}` }))
        return (await Body?.transformToByteArray()) ?? new Uint8Array()
      } catch (error) {
        if (error instanceof Error && error.name === 'InvalidRange') return new Uint8Array()
        throw error
      }
    },

    body: (key) => s3Body(client, at(key)),
  }
}
