import { GetObjectCommand, HeadObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { evidenceStream, OFFICE } from '#evidence/evidence.ts'
import { type Attachments, keyOfAttachment, sha256Of } from './attachments.ts'

const SECONDS = 5 * 60

type Options = {
  readonly client: S3Client
  /** The private bucket `contents`. */
  readonly bucket: string
  /** The bucket of evidence, where the office's scans lie; only needed to link to them. */
  readonly evidence?: string
}

/**
 * Needs PutObject on `attachments/*` to keep, GetObject there and ListBucket to look, GetObject on `evidence/office/*`
 * of the other bucket to link to a scan.
 */
export function s3Attachments({ client, bucket, evidence }: Options): Attachments {
  return {
    async put(bytes, contentType) {
      const sha256 = sha256Of(bytes)
      try {
        await client.send(
          new PutObjectCommand({
            Bucket: bucket,
            Key: keyOfAttachment(sha256),
            Body: bytes,
            ContentType: contentType,
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

    async has(sha256) {
      try {
        await client.send(new HeadObjectCommand({ Bucket: bucket, Key: keyOfAttachment(sha256) }))
        return true
      } catch (error) {
        if (error instanceof Error && (error.name === 'NotFound' || error.name === 'NoSuchKey')) return false
        throw error
      }
    },

    async link({ from, sha256, name, contentType }) {
      if (from === 'evidence' && !evidence) throw new Error('this function was given no bucket of evidence to link to')
      const at =
        from === 'evidence'
          ? { Bucket: evidence, Key: evidenceStream(OFFICE, sha256) }
          : { Bucket: bucket, Key: keyOfAttachment(sha256) }
      // Always as a download: what strangers send is not opened in the console's origin.
      const ResponseContentDisposition = `attachment; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, '_')}`
      return getSignedUrl(
        client,
        new GetObjectCommand({ ...at, ResponseContentDisposition, ResponseContentType: contentType }),
        { expiresIn: SECONDS },
      )
    },
  }
}
