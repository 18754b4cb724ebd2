import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
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
  }
}
