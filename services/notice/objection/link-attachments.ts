import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { mustBeAsSent } from '#evidence/body.ts'
import { evidenceStream, OFFICE } from '#evidence/evidence.ts'
import { savedAs } from '#evidence/file-name.ts'
import { s3Body } from '#evidence/s3-body.ts'
import { keyOfAttachment } from '#evidence/sent-file.ts'
import { readAs } from '#evidence/upload-headers.ts'
import type { Link, Sized } from './attachments.ts'

const SECONDS = 5 * 60

type Options = {
  readonly client: S3Client
  /** The private bucket `contents`. */
  readonly contents: string
  /** The bucket of evidence, where the office's scans lie. */
  readonly evidence: string
}

/** How many bytes a file has that came with the public form; the same right. */
export const sizeOfAttachment =
  ({ client, contents }: Omit<Options, 'evidence'>): Sized =>
  async ({ sha256, object = sha256 }) =>
    (await s3Body(client, { Bucket: contents, Key: keyOfAttachment(object) }))?.size ?? 0

/**
 * Needs GetObject on `attachments/*` of the one bucket and on `evidence/office.objection/*`, and for older ones on
 * `evidence/office/*`, of the other. Linking throws FileAltered when the bytes are not those that were sent.
 */
export const linkAttachments =
  ({ client, contents, evidence }: Options): Link =>
  async ({ from, owner = OFFICE, sha256, object = sha256, name, contentType }) => {
    const at =
      from === 'evidence'
        ? { Bucket: evidence, Key: evidenceStream(owner, sha256) }
        : { Bucket: contents, Key: keyOfAttachment(object) }
    mustBeAsSent(await s3Body(client, at), sha256, name)
    // Always as a download: what strangers send is not opened in the browser.
    const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(savedAs(name)).replace(/['()*]/g, '_')}`
    const command = new GetObjectCommand({ ...at, ...readAs(contentType, disposition) })
    return getSignedUrl(client, command, { expiresIn: SECONDS })
  }
