/** Engines that answer like S3: our front in this process, and what S3_ENDPOINT points at: `name=address`. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CreateBucketCommand, PutBucketCorsCommand, S3Client, type S3ClientConfig } from '@aws-sdk/client-s3'
import { TOLD_HEADERS } from '#evidence/upload-headers.ts'
import { corsRulesOf } from '#local-cloud/s3/s3-cors.ts'
import { s3Front } from '#local-cloud/s3/s3-front.ts'
import { listen } from '#local-cloud/wire/listen.ts'

export const ORIGIN = 'https://shifan.example'
export const REGION = 'ap-southeast-1'
/** As the template of the evidence bucket has it. */
const CORS = {
  AllowedOrigins: [ORIGIN],
  AllowedMethods: ['PUT', 'GET'],
  AllowedHeaders: [...TOLD_HEADERS, 'content-length'],
}

export type S3Engine = {
  readonly bucket: string
  /** A client that may do everything with the bucket. */
  connect(config?: S3ClientConfig): S3Client
  close(): Promise<void>
}

async function openFront(): Promise<S3Engine> {
  const data = await mkdtemp(join(tmpdir(), 'shifan-s3-'))
  const front = await s3Front({
    data,
    buckets: ['evidence'],
    credentials: (key) => (key === 'key' ? { secret: 'secret', caller: 'test' } : undefined),
    permit: () => {},
    arnOf: (bucket) => `arn:aws:s3:::${bucket}`,
    cors: { evidence: corsRulesOf({ CorsRules: [CORS] }) },
    region: REGION,
    now: () => new Date(),
    objectCreated: () => {},
  })
  const endpoint = await listen(front.server, 0)
  return {
    bucket: 'evidence',
    connect: (config) => clientOf(endpoint, { accessKeyId: 'key', secretAccessKey: 'secret' }, config),
    close: async () => {
      await front.close()
      await rm(data, { recursive: true })
    },
  }
}

/** A server whose owner signs as `test`. */
async function openEndpoint(endpoint: string): Promise<S3Engine> {
  const owner = { accessKeyId: 'test', secretAccessKey: 'test' }
  const bucket = `evidence-${Math.random().toString(36).slice(2, 10)}`
  const client = clientOf(endpoint, owner)
  await client.send(
    new CreateBucketCommand({ Bucket: bucket, CreateBucketConfiguration: { LocationConstraint: REGION } }),
  )
  await client.send(new PutBucketCorsCommand({ Bucket: bucket, CORSConfiguration: { CORSRules: [CORS] } }))
  return { bucket, connect: (config) => clientOf(endpoint, owner, config), close: async () => client.destroy() }
}

const clientOf = (
  endpoint: string,
  credentials: { accessKeyId: string; secretAccessKey: string },
  config: S3ClientConfig = {},
): S3Client =>
  new S3Client({
    endpoint,
    region: REGION,
    credentials,
    forcePathStyle: true,
    maxAttempts: 1,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    ...config,
  })

const [, name = '', address = ''] = /^([\w-]+)=(.+)$/.exec(process.env.S3_ENDPOINT ?? '') ?? []

/** The engines of this run, by name. */
export const s3Engines: readonly (readonly [string, () => Promise<S3Engine>])[] = [
  ['our front', openFront],
  ...(name ? [[name, () => openEndpoint(address)] as const] : []),
]
