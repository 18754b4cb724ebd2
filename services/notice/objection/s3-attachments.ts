import { HeadObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { keyOfAttachment } from '#evidence/sent-file.ts'
import { isNotThere } from '#ledger/s3-contents.ts'
import { type Attachments, objectOf, sha256Of } from './attachments.ts'

type Options = {
  readonly client: S3Client
  /** The private bucket `contents`. */
  readonly bucket: string
}

/** Needs PutObject on `attachments/*` to keep, GetObject there to look. */
export function s3Attachments({ client, bucket }: Options): Attachments {
  return {
    async put(form, bytes, contentType) {
      const sha256 = sha256Of(bytes)
      try {
        await client.send(
          new PutObjectCommand({
            Bucket: bucket,
            Key: keyOfAttachment(objectOf(form, sha256)),
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

    async typeOf(form, sha256) {
      const Key = keyOfAttachment(objectOf(form, sha256))
      try {
        return (await client.send(new HeadObjectCommand({ Bucket: bucket, Key }))).ContentType
      } catch (error) {
        if (error instanceof Error && isNotThere(error)) return undefined
        throw error
      }
    },
  }
}
