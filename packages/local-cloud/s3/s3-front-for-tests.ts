import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3'
import { corsRulesOf } from './s3-cors.ts'
import { type FrontOptions, type S3Front, s3Front } from './s3-front.ts'
import type { Created } from './s3-writes.ts'

export const ORIGIN = 'http://localhost:4510'

/** What a role may do, by caller; `arn` begins the resources it may do it on. */
const ROLES: Record<string, readonly { action: string; arn: string }[]> = {
  clerk: ['PutObject', 'GetObject', 'DeleteObject', 'PutObjectTagging', 'GetObjectTagging', 'ListBucket'].map(
    (name) => ({
      action: `s3:${name}`,
      arn: 'arn:aws:s3:::',
    }),
  ),
  /** As the public form: keeps attachments and knows them by name, and cannot list. */
  sender: ['PutObject', 'GetObject'].map((name) => ({
    action: `s3:${name}`,
    arn: 'arn:aws:s3:::contents/attachments/',
  })),
  uploader: [{ action: 's3:PutObject', arn: 'arn:aws:s3:::evidence/evidence/' }],
  reader: [{ action: 's3:GetObject', arn: 'arn:aws:s3:::evidence/' }],
}

export type TestFront = {
  front: S3Front
  endpoint: string
  data: string
  created: Created[]
  /** A client that signs as this caller. */
  client: (caller: string, config?: S3ClientConfig) => S3Client
}

export async function testFront(options: Partial<FrontOptions> = {}): Promise<TestFront> {
  const data = options.data ?? (await mkdtemp(join(tmpdir(), 's3-front-')))
  const created: Created[] = []
  const front = await s3Front({
    data,
    buckets: ['evidence', 'site'],
    credentials: (accessKey) =>
      ROLES[accessKey] ? { secret: `secret of ${accessKey}`, caller: accessKey } : undefined,
    permit: (caller, action, resource) => {
      if (ROLES[caller]?.some((allowed) => allowed.action === action && resource.startsWith(allowed.arn))) return
      const refusal = new Error(`User: ${caller} is not authorized to perform: ${action} on resource: ${resource}`)
      refusal.name = 'AccessDeniedException'
      throw refusal
    },
    arnOf: (bucket) => `arn:aws:s3:::${bucket}`,
    cors: {
      evidence: corsRulesOf({
        CorsRules: [
          {
            AllowedOrigins: [ORIGIN],
            AllowedMethods: ['PUT', 'GET'],
            AllowedHeaders: ['content-type', 'if-none-match', 'x-amz-checksum-sha256'],
            ExposedHeaders: ['ETag'],
            MaxAge: 600,
          },
        ],
      }),
    },
    region: 'cn-north-1',
    now: () => new Date(),
    objectCreated: (event) => created.push(event),
    ...options,
  })
  await new Promise<void>((ready) => front.server.listen(0, '127.0.0.1', ready))
  const address = front.server.address()
  const endpoint = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  const client = (caller: string, config: S3ClientConfig = {}) =>
    new S3Client({
      endpoint,
      region: 'cn-north-1',
      credentials: { accessKeyId: caller, secretAccessKey: `secret of ${caller}` },
      maxAttempts: 1,
      ...config,
    })
  return { front, endpoint, data, created, client }
}
