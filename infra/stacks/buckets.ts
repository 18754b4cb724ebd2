import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { Key } from 'aws-cdk-lib/aws-kms'
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  CfnBucket,
  HttpMethods,
  ObjectLockRetention,
} from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import { TOLD_HEADERS } from '#evidence/upload-headers.ts'
import { WHOLE_BUCKET } from './watch.ts'

const house = (key: Key | undefined) =>
  ({
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    // One key of a bucket for many objects: KMS is asked, and paid, once a while instead of for each.
    ...(key
      ? { encryption: BucketEncryption.KMS, encryptionKey: key, bucketKeyEnabled: true }
      : { encryption: BucketEncryption.S3_MANAGED }),
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    removalPolicy: RemovalPolicy.RETAIN,
  }) satisfies BucketProps

/**
 * Uploads of the units, named by their digest. No versions: nothing is ever overwritten, and a file that has to go
 * (it showed somebody's identity number) has to be gone.
 */
export function evidenceBucket(
  scope: Construct,
  key: Key | undefined,
  { siteOrigin, eraser }: { readonly siteOrigin: string; readonly eraser: string },
): Bucket {
  const bucket = new Bucket(scope, 'evidence', {
    ...house(key),
    cors: [
      {
        allowedOrigins: [siteOrigin],
        allowedMethods: [HttpMethods.PUT, HttpMethods.GET],
        // What the upload's address is signed over; a header missing here fails in the browser only.
        allowedHeaders: [...TOLD_HEADERS, 'content-length'],
        exposedHeaders: ['etag', 'x-amz-checksum-sha256'],
        maxAge: 3600,
      },
    ],
  })
  // By hand: CDK's own switch brings a custom resource along.
  if (bucket.node.defaultChild instanceof CfnBucket)
    bucket.node.defaultChild.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } }
  for (const key of REFUSED) refuse(bucket, key)
  return neverDeleted(writtenOnce(bucket), eraser)
}

/**
 * What no upload may ask for, whoever signed it: other readers, another class or key, another address in the object's
 * place, bytes from elsewhere. Nothing goes by tags, and nobody sets any.
 */
const REFUSED = [
  ...['acl', 'grant-full-control', 'grant-read', 'grant-read-acp', 'grant-write-acp'].map((one) => `s3:x-amz-${one}`),
  ...['copy-source', 'storage-class', 'website-redirect-location'].map((one) => `s3:x-amz-${one}`),
  's3:x-amz-server-side-encryption-customer-algorithm',
  's3:RequestObjectTagKeys',
]
const refuse = (bucket: Bucket, key: string) =>
  bucket.addToResourcePolicy(
    new PolicyStatement({
      effect: Effect.DENY,
      principals: [new AnyPrincipal()],
      actions: ['s3:PutObject'],
      resources: [bucket.arnForObjects('*')],
      conditions: { Null: { [key]: 'false' } },
    }),
  )

/** Long texts, named by their digest. */
export const contentsBucket = (scope: Construct, key: Key | undefined): Bucket =>
  neverDeleted(writtenOnce(new Bucket(scope, 'contents', house(key))))

/** Public pages; read through `serve-site` only. Versions show what the public could read when. */
export const siteBucket = (scope: Construct, key: Key | undefined): Bucket =>
  new Bucket(scope, 'site', { ...house(key), versioned: true })

/** Ten years: the shorter of the two terms for which the office's files are kept, and longer than any title runs. */
const ROOTS_KEPT = Duration.days(3653)

/**
 * The daily roots of the ledger. In compliance mode nobody can change or shorten what is there, not whoever owns the
 * account; so the term is one that nobody will regret. Holds names of streams and digests, nothing that says more.
 */
export function rootsBucket(scope: Construct, key: Key | undefined): Bucket {
  const bucket = new Bucket(scope, 'roots', {
    ...house(key),
    versioned: true,
    objectLockEnabled: true,
    objectLockDefaultRetention: ObjectLockRetention.compliance(ROOTS_KEPT),
  })
  bucket.addToResourcePolicy(
    new PolicyStatement({
      sid: 'NobodyHidesARoot',
      effect: Effect.DENY,
      principals: [new AnyPrincipal()],
      // A locked version cannot go, but a marker could lie on top of it.
      actions: ['s3:DeleteObject'],
      resources: [bucket.arnForObjects('*')],
    }),
  )
  return writtenOnce(bucket)
}

/** What consumers gave up on. Holds keys, never contents. */
export const failuresBucket = (scope: Construct, key: Key | undefined): Bucket =>
  new Bucket(scope, 'failures', {
    ...house(key),
    // An alarm hears of what arrives.
    metrics: [{ id: WHOLE_BUCKET }],
    lifecycleRules: [{ id: 'old', expiration: Duration.days(400) }],
  })

/** S3 refuses every write that does not say `If-None-Match`, so that no role and no signed address can replace an object. */
function writtenOnce(bucket: Bucket): Bucket {
  bucket.addToResourcePolicy(
    new PolicyStatement({
      sid: 'WrittenOnce',
      effect: Effect.DENY,
      principals: [new AnyPrincipal()],
      actions: ['s3:PutObject'],
      resources: [bucket.arnForObjects('*')],
      conditions: { Null: { 's3:if-none-match': 'true' } },
    }),
  )
  return bucket
}

/**
 * The functions have no such right anyway; this also holds for whoever administers the account.
 * @param but the ARN of the one role that may
 */
function neverDeleted(bucket: Bucket, but?: string): Bucket {
  const deny = (
    sid: string,
    actions: readonly string[],
    conditions?: Readonly<Record<string, Readonly<Record<string, string>>>>,
  ) =>
    bucket.addToResourcePolicy(
      new PolicyStatement({
        ...{ sid, effect: Effect.DENY, principals: [new AnyPrincipal()] },
        actions: actions.map((action) => `s3:${action}`),
        resources: [bucket.arnForObjects('*')],
        ...(conditions && { conditions }),
      }),
    )
  deny('NobodyDeletes', ['DeleteObject'], but === undefined ? undefined : { ArnNotEquals: { 'aws:PrincipalArn': but } })
  deny('NobodyDeletesVersionsOrTags', ['DeleteObjectVersion', 'PutObjectTagging', 'DeleteObjectTagging'])
  return bucket
}
