import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { S3Error } from './s3-error.ts'

const KNOWN = ['x-amz-checksum-sha256', 'x-amz-checksum-crc32'] as const
const PLAIN = new Set(['x-amz-checksum-mode', 'x-amz-checksum-type'])

/** Every digest of one body that a request may promise, computed while it streams by. */
export class Digests {
  size = 0
  readonly #md5 = createHash('md5')
  readonly #sha256 = createHash('sha256')
  #crc32 = 0

  update(bytes: Buffer): void {
    this.size += bytes.length
    this.#md5.update(bytes)
    this.#sha256.update(bytes)
    this.#crc32 = crc32(bytes, this.#crc32)
  }

  /**
   * Ends the computing and compares.
   * @param headers the request's, trailers included
   * @param payload what the signature says of the body
   * @returns the ETag, and the checksums that were promised, which S3 keeps
   * @throws S3Error where a promise does not hold
   */
  compare(headers: ReadonlyMap<string, string>, payload: string): { etag: string; checksums: Record<string, string> } {
    const sha256 = this.#sha256.digest()
    const md5 = this.#md5.digest()
    const crc = Buffer.alloc(4)
    crc.writeUInt32BE(this.#crc32)
    const actual = {
      'x-amz-checksum-sha256': sha256.toString('base64'),
      'x-amz-checksum-crc32': crc.toString('base64'),
    }
    if (/^[0-9a-f]{64}$/i.test(payload) && payload !== sha256.toString('hex'))
      throw new S3Error('XAmzContentSHA256Mismatch', 'The body is not the one whose SHA-256 was signed.')
    const promisedMd5 = headers.get('content-md5')
    if (promisedMd5 !== undefined && promisedMd5 !== md5.toString('base64'))
      throw new S3Error('BadDigest', `Content-MD5 promised ${promisedMd5}; the body has ${md5.toString('base64')}.`)
    const checksums: Record<string, string> = {}
    for (const name of KNOWN) {
      const promised = headers.get(name)
      if (promised === undefined) continue
      if (promised !== actual[name])
        throw new S3Error('BadDigest', `${name} promised ${promised}; the body has ${actual[name]}.`)
      checksums[name] = promised
    }
    return { etag: `"${md5.toString('hex')}"`, checksums }
  }
}

/** A checksum this front cannot compute is refused rather than believed. */
export function refuseUnknownChecksums(headers: ReadonlyMap<string, string>): void {
  const promised = [...headers.keys(), (headers.get('x-amz-trailer') ?? '').toLowerCase()]
  const unknown = promised.filter(
    (name) => name.startsWith('x-amz-checksum-') && !PLAIN.has(name) && !KNOWN.some((known) => known === name),
  )
  if (unknown.length > 0)
    throw new S3Error('NotImplemented', `${unknown.join(', ')} cannot be checked here; send ${KNOWN.join(' or ')}.`)
}

export const checksumHeaders = (checksums: Record<string, string>): Record<string, string> =>
  Object.keys(checksums).length > 0 ? { ...checksums, 'x-amz-checksum-type': 'FULL_OBJECT' } : {}
