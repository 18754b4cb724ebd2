import {
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  PutObjectTaggingCommand,
  type S3Client,
} from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { disposition, type Objects } from './objects.ts'

const UPLOAD_SECONDS = 15 * 60
const DOWNLOAD_SECONDS = 5 * 60

/**
 * Needs PutObject, GetObject and PutObjectTagging on `evidence/*`, and ListBucket, without which a missing object is
 * answered as forbidden.
 * @param client made with `requestChecksumCalculation: 'WHEN_REQUIRED'`; otherwise the SDK signs the checksum of an empty body
 */
export function s3Objects({ client, bucket }: { readonly client: S3Client; readonly bucket: string }): Objects {
  const at = (key: string) => ({ Bucket: bucket, Key: key })
  return {
    async signPut(key, { sha256, size, contentType }) {
      const checksum = Buffer.from(sha256, 'hex').toString('base64')
      const command = new PutObjectCommand({
        ...at(key),
        ChecksumSHA256: checksum,
        ContentLength: size,
        ContentType: contentType,
        IfNoneMatch: '*',
      })
      const url = await getSignedUrl(client, command, {
        expiresIn: UPLOAD_SECONDS,
        // In the query string S3 ignores the checksum; and only a signed header binds.
        unhoistableHeaders: new Set(['x-amz-checksum-sha256']),
        signableHeaders: new Set(['host', 'content-type', 'content-length', 'if-none-match', 'x-amz-checksum-sha256']),
      })
      // Whoever sends the body states its length by itself; browsers refuse to be told.
      return { url, headers: { 'content-type': contentType, 'if-none-match': '*', 'x-amz-checksum-sha256': checksum } }
    },

    signGet: (key, shown) =>
      getSignedUrl(
        client,
        new GetObjectCommand({
          ...at(key),
          ResponseContentDisposition: disposition(shown),
          ResponseContentType: shown.contentType,
        }),
        { expiresIn: DOWNLOAD_SECONDS },
      ),

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

    async markRejected(key, rejected) {
      // The bucket's lifecycle expires what is tagged true.
      const Tagging = { TagSet: [{ Key: 'rejected', Value: String(rejected) }] }
      await client.send(new PutObjectTaggingCommand({ ...at(key), Tagging }))
    },
  }
}
