import type { IncomingMessage } from 'node:http'
import type { Readable } from 'node:stream'
import type { Target } from '#local-cloud/wire/sigv4-canonical.ts'
import { S3Error } from './s3-error.ts'
import type { BucketOnDisk, StoredObject } from './s3-store.ts'

/** One signed request for one existing bucket. */
export type Call = {
  readonly request: IncomingMessage
  readonly headers: ReadonlyMap<string, string>
  readonly query: ReadonlyMap<string, string>
  readonly bucketName: string
  readonly bucket: BucketOnDisk
  /** Empty for calls to the bucket itself. */
  readonly key: string
  /** What the signature says of the body. */
  readonly payload: string
  /** @throws S3Error AccessDenied unless the signer's role allows the action on this key, or on the bucket */
  readonly allow: (action: string, on: 'key' | 'bucket') => void
  readonly write: Write
  readonly now: () => Date
}

export type Answer = { status: number; headers: Record<string, string>; body?: string | Readable }

/** Changes one key, with whatever has to happen before and after each write. */
export type Write = (
  bucketName: string,
  key: string,
  decide: (present: StoredObject | undefined) => StoredObject | undefined,
) => Promise<StoredObject | undefined>

export type Operation = {
  name: string
  act: (call: Call) => Promise<Answer>
  query: readonly string[]
  headers?: readonly string[]
}

/** Parameters and headers that sign, or that S3 ignores. */
const SIGNING =
  /^(X-Amz-(Algorithm|Credential|Date|Expires|SignedHeaders|Signature|Security-Token|Content-Sha256)|x-id)$/
const COMMON = /^x-amz-(date|content-sha256|security-token|user-agent|expected-bucket-owner|checksum-mode)$/

/** @throws S3Error for anything that S3 might heed and this front would not: silence here would be a surprise on AWS */
export function refuseUnknown(
  operation: Operation,
  query: Target['query'],
  headers: ReadonlyMap<string, string>,
): void {
  for (const [name] of query) {
    if (SIGNING.test(name) || COMMON.test(name) || operation.query.includes(name)) continue
    if (/^x-amz-(sdk-)?checksum-/.test(name))
      throw new S3Error(
        'InvalidArgument',
        `${name} stands in the query, where S3 does not heed it. Sign it as a header: unhoistableHeaders for the presigner, requestChecksumCalculation WHEN_REQUIRED for its client.`,
      )
    throw new S3Error('NotImplemented', `The parameter ${name} is not known to the local S3.`)
  }
  for (const name of headers.keys())
    if (name.startsWith('x-amz-') && !COMMON.test(name) && !operation.headers?.some((known) => name.startsWith(known)))
      throw new S3Error('NotImplemented', `The header ${name} is not known to the local S3.`)
}

/** S3 tells only those who may list the bucket that a key is not there. */
export function missing({ allow, key }: Call): S3Error {
  allow('s3:ListBucket', 'bucket')
  return new S3Error('NoSuchKey', `There is no object ${key}.`)
}
