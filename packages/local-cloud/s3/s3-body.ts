import { createWriteStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { awsChunks } from './s3-chunks.ts'
import { Digests, refuseUnknownChecksums } from './s3-digests.ts'
import { S3Error } from './s3-error.ts'

/** The largest file the product takes; S3 itself would take 5 GB in one PUT. */
export const LARGEST: number = 200 * 1024 * 1024

export type Received = { size: number; etag: string; checksums: Record<string, string> }

/**
 * Streams a body to a file and compares it with every digest that the request promises.
 * @param payload what the signature says of the body: a hex SHA-256, `UNSIGNED-PAYLOAD` or `STREAMING-UNSIGNED-PAYLOAD-TRAILER`
 * @throws S3Error when it is too large, cut short, or not the bytes promised; the file is then the caller's to remove
 */
export async function receive(
  body: Readable,
  file: string,
  headers: ReadonlyMap<string, string>,
  payload: string,
): Promise<Received> {
  const chunked = isChunked(payload)
  const promised = promisedSize(headers, chunked)
  refuseUnknownChecksums(headers)

  const digests = new Digests()
  const trailer = new Map<string, string>()
  // A destroyed request could not be answered any more.
  const source: AsyncIterable<Buffer> = body.iterator({ destroyOnReturn: false })
  await pipeline(
    chunked ? awsChunks(source, trailer) : source,
    async function* (source: AsyncIterable<Buffer>) {
      for await (const bytes of source) {
        digests.update(bytes)
        if (digests.size > promised)
          throw new S3Error('IncompleteBody', `More than the promised ${promised} bytes came.`)
        yield bytes
      }
    },
    createWriteStream(file),
  )
  if (digests.size !== promised)
    throw new S3Error('IncompleteBody', `${promised} bytes were promised, ${digests.size} came.`)

  const announced = headers.get('x-amz-trailer')?.toLowerCase()
  if (announced !== undefined && !trailer.has(announced))
    throw new S3Error('InvalidRequest', `x-amz-trailer announces ${announced}, which did not come.`)
  return { size: digests.size, ...digests.compare(new Map([...headers, ...trailer]), payload) }
}

function isChunked(payload: string): boolean {
  if (!payload.startsWith('STREAMING-')) return false
  if (payload === 'STREAMING-UNSIGNED-PAYLOAD-TRAILER') return true
  throw new S3Error(
    'NotImplemented',
    `${payload} is not known here; sign the body's SHA-256, or nothing of the body and a trailer.`,
  )
}

function promisedSize(headers: ReadonlyMap<string, string>, chunked: boolean): number {
  const name = chunked ? 'x-amz-decoded-content-length' : 'content-length'
  const size = headers.get(name)
  if (size === undefined || !/^\d+$/.test(size)) throw new S3Error('MissingContentLength', `Header ${name} is missing.`)
  if (Number(size) > LARGEST)
    throw new S3Error('EntityTooLarge', `The file has ${size} bytes; at most ${LARGEST} are taken in one object.`)
  return Number(size)
}
