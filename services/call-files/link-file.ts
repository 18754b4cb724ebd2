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

type Deps = { readonly client: S3Client; readonly bucket: string; readonly now: () => Date }

/**
 * Needs GetObject on `evidence/office.call/*`, and signs for nothing else. Anybody asks, as often as they like, and a
 * file may have 200 MB: one that was as it was sent is not read again for as long as an address of it holds.
 */
export function linkFile({ client, bucket, now }: Deps): Link {
  /** By digest: when its bytes were last compared, in milliseconds. */
  const compared = new Map<string, number>()
  return async ({ sha256, name, contentType }) => {
    const at = { Bucket: bucket, Key: evidenceStream(OF_CALLS, sha256) }
    const asked = now().getTime()
    if (asked - (compared.get(sha256) ?? Number.NEGATIVE_INFINITY) >= SECONDS * 1000) {
      mustBeAsSent(await s3Body(client, at), sha256, name)
      compared.set(sha256, asked)
    }
    const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(savedAs(name)).replace(/['()*]/g, '_')}`
    return getSignedUrl(client, new GetObjectCommand({ ...at, ...readAs(contentType, disposition) }), {
      expiresIn: SECONDS,
    })
  }
}
