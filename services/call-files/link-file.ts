import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { OF_CALLS } from '#batch/files-of-call.ts'
import { mustBeAsSent } from '#evidence/body.ts'
import { evidenceStream } from '#evidence/evidence.ts'
import { savedAs } from '#evidence/file-name.ts'
import { s3Body } from '#evidence/s3-body.ts'
import { readAs } from '#evidence/upload-headers.ts'

type File = { readonly sha256: string; readonly name: string; readonly contentType: string }
/** An address that gives a file of a call for some minutes. @throws FileAltered when the bytes are not those that were sent */
export type Link = (file: File) => Promise<string>

const SECONDS = 5 * 60

/** Needs GetObject on `evidence/office.call/*`, and signs for nothing else. */
export const linkFile =
  ({ client, bucket }: { readonly client: S3Client; readonly bucket: string }): Link =>
  async ({ sha256, name, contentType }) => {
    const at = { Bucket: bucket, Key: evidenceStream(OF_CALLS, sha256) }
    mustBeAsSent(await s3Body(client, at), sha256, name)
    const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(savedAs(name)).replace(/['()*]/g, '_')}`
    return getSignedUrl(client, new GetObjectCommand({ ...at, ...readAs(contentType, disposition) }), {
      expiresIn: SECONDS,
    })
  }
