import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { LONG_AGO } from '#calendar/instant.ts'
import { BROWSERS_HEADERS, readAs, TOLD_HEADERS, UPLOAD_HEADERS } from '#evidence/upload-headers.ts'
import { disposition, type Signing } from './objects.ts'

const UPLOAD_SECONDS = 15 * 60
const DOWNLOAD_SECONDS = 5 * 60

/**
 * Needs PutObject and GetObject on `evidence/*`: an address is worth what the role that signed it may do.
 * @param client made with `requestChecksumCalculation: 'WHEN_REQUIRED'`; otherwise the SDK signs the checksum of an empty body
 */
export function s3Signing({ client, bucket }: { readonly client: S3Client; readonly bucket: string }): Signing {
  const at = (key: string) => ({ Bucket: bucket, Key: key })
  return {
    async signPut(key, { sha256, size, contentType }) {
      const checksum = Buffer.from(sha256, 'hex').toString('base64')
      const command = new PutObjectCommand({
        ...at(key),
        ChecksumSHA256: checksum,
        ContentLength: size,
        ContentType: contentType,
        CacheControl: UPLOAD_HEADERS['cache-control'],
        ContentDisposition: UPLOAD_HEADERS['content-disposition'],
        ContentEncoding: UPLOAD_HEADERS['content-encoding'],
        ContentLanguage: UPLOAD_HEADERS['content-language'],
        Expires: LONG_AGO,
        IfNoneMatch: '*',
      })
      const url = await getSignedUrl(client, command, {
        expiresIn: UPLOAD_SECONDS,
        // In the query string S3 ignores the checksum; and only a signed header binds.
        unhoistableHeaders: new Set(['x-amz-checksum-sha256']),
        signableHeaders: new Set([...BROWSERS_HEADERS, ...TOLD_HEADERS]),
      })
      return {
        url,
        headers: {
          ...UPLOAD_HEADERS,
          'content-type': contentType,
          'if-none-match': '*',
          'x-amz-checksum-sha256': checksum,
        },
      }
    },

    signGet: (key, shown) =>
      getSignedUrl(
        client,
        new GetObjectCommand({
          ...at(key),
          ...readAs(shown.contentType, disposition(shown)),
        }),
        { expiresIn: DOWNLOAD_SECONDS },
      ),
  }
}
