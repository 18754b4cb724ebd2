import { expect, it } from 'vitest'
import { TOLD_HEADERS } from '#evidence/upload-headers.ts'
import { functionsOf, templatesOf } from './templates.ts'

const sixian = templatesOf('sixian')
const { ofType, idOf, named } = sixian
const tables = ofType('AWS::DynamoDB::GlobalTable')
const buckets = ofType('AWS::S3::Bucket')

it('tables are retained, protected, and can be taken back to any second', () => {
  expect(tables).toHaveLength(4)
  for (const table of tables) {
    expect(table).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' })
    for (const replica of table.Properties.Replicas)
      expect(replica).toMatchObject({
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      })
  }
})

it('a stream tells keys only, and has two readers at most, who give up into the bucket of failures', () => {
  const failures = `${named('AWS::S3::Bucket', 'failures')}.Arn`
  const readers = ofType('AWS::Lambda::EventSourceMapping').map(({ Properties }) => Properties)
  const byStream = Object.groupBy(readers, ({ EventSourceArn }) => EventSourceArn)
  expect(Object.values(byStream).map((all) => all?.length)).toEqual([2, 1])
  for (const { Properties } of tables.filter(({ Properties }) => Properties.StreamSpecification))
    expect(Properties.StreamSpecification).toEqual({ StreamViewType: 'KEYS_ONLY' })
  for (const reader of readers)
    expect(reader).toMatchObject({
      StartingPosition: 'TRIM_HORIZON',
      BisectBatchOnFunctionError: true,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      MaximumRetryAttempts: 8,
      MaximumRecordAgeInSeconds: 43_200,
      DestinationConfig: { OnFailure: { Destination: failures } },
    })
})

it('buckets are private, encrypted, retained, and spoken to by TLS only', () => {
  expect(buckets).toHaveLength(5)
  for (const bucket of buckets) {
    expect(bucket.DeletionPolicy).toBe('Retain')
    expect(new Set(Object.values(bucket.Properties.PublicAccessBlockConfiguration))).toEqual(new Set([true]))
    expect(bucket.Properties.BucketEncryption).toBeDefined()
    expect(denies(idOf(bucket), 's3:*')).toContainEqual({ Bool: { 'aws:SecureTransport': 'false' } })
  }
})

it('evidence, contents and roots are written once: no write without If-None-Match', () => {
  const once = buckets.filter((bucket) =>
    denies(idOf(bucket), 's3:PutObject').some((one) => one.Null?.['s3:if-none-match'] === 'true'),
  )
  expect(once.map(({ id }) => id.replace(/[0-9A-F]{8}$/, '')).sort()).toEqual(['contents', 'evidence', 'roots'])
})

it('a root is locked for ten years, and no marker can hide it', () => {
  const [roots] = buckets.filter((bucket) => idOf(bucket) === named('AWS::S3::Bucket', 'roots'))
  expect(roots!.Properties).toMatchObject({
    ObjectLockEnabled: true,
    ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 3653 } } },
    VersioningConfiguration: { Status: 'Enabled' },
  })
  expect(denies(idOf(roots!), 's3:DeleteObject')).toEqual([undefined])
})

it('the roots are taken once a day, under a date that is the same in the county, and the records are verified', () => {
  const rules = ofType('AWS::Events::Rule').filter(({ Properties }) =>
    Properties.ScheduleExpression?.startsWith('cron'),
  )
  const names = ['seal-heads', 'verify-records', 'erase-due', 'remind-due']
  const daily = functionsOf(sixian).filter(({ name }) => names.includes(name))
  expect(daily).toHaveLength(4)
  expect(rules.map(({ Properties }) => [Properties.ScheduleExpression, Properties.Targets[0].Arn])).toEqual(
    daily.map((fn) => ['cron(0 0 * * ? *)', `${idOf(fn)}.Arn`]),
  )
})

it('a browser of the county may put and get evidence, with the headers that the address is signed over', () => {
  const [evidence] = buckets.filter((bucket) => idOf(bucket) === named('AWS::S3::Bucket', 'evidence'))
  expect(evidence!.Properties.CorsConfiguration.CorsRules).toMatchObject([
    {
      AllowedOrigins: ['https://shifan.sixian.example'],
      AllowedMethods: ['PUT', 'GET'],
      AllowedHeaders: [...TOLD_HEADERS, 'content-length'],
    },
  ])
})

it('no upload of evidence asks for other readers, another class or key, another address, tags, or bytes from elsewhere', () => {
  const [evidence] = buckets.filter((bucket) => idOf(bucket) === named('AWS::S3::Bucket', 'evidence'))
  const refused = denies(idOf(evidence!), 's3:PutObject').flatMap(({ Null }) =>
    Object.entries(Null).flatMap(([key, is]) => (is === 'false' ? [key.replace(/^s3:(x-amz-)?/, '')] : [])),
  )
  expect(refused).toEqual([
    'acl',
    'grant-full-control',
    'grant-read',
    'grant-read-acp',
    'grant-write-acp',
    'copy-source',
    'storage-class',
    'website-redirect-location',
    'server-side-encryption-customer-algorithm',
    'RequestObjectTagKeys',
  ])
})

it('an upload is announced', () => {
  const [evidence] = buckets.filter((bucket) => idOf(bucket) === named('AWS::S3::Bucket', 'evidence'))
  expect(evidence!.Properties.NotificationConfiguration).toEqual({
    EventBridgeConfiguration: { EventBridgeEnabled: true },
  })
  const rules = ofType('AWS::Events::Rule').filter(({ Properties }) =>
    Properties.EventPattern?.source?.includes('aws.s3'),
  )
  const verify = functionsOf(sixian).find(({ name }) => name === 'verify-upload')!
  expect(rules.map(({ Properties }) => Properties.Targets[0].Arn)).toEqual([`${idOf(verify)}.Arn`])
  expect(rules[0]!.Properties.EventPattern.detail.bucket.name).toEqual([idOf(evidence!)])
})

it('evidence and contents never expire, and are deleted by nobody but the function that erases, which may evidence', () => {
  const [evidence, contents] = ['evidence', 'contents'].map((name) => named('AWS::S3::Bucket', name)) as [
    string,
    string,
  ]
  for (const bucket of buckets.filter((one) => [evidence, contents].includes(idOf(one)))) {
    expect(bucket.Properties.LifecycleConfiguration).toBeUndefined()
    // By a version a file that was deleted for good would stay.
    expect(bucket.Properties.VersioningConfiguration).toBeUndefined()
    for (const action of ['DeleteObjectVersion', 'PutObjectTagging', 'DeleteObjectTagging'])
      expect(denies(idOf(bucket), `s3:${action}`)).toEqual([undefined])
  }
  expect(denies(contents, 's3:DeleteObject')).toEqual([undefined])
  const [but] = denies(evidence, 's3:DeleteObject')
  const eraser = functionsOf(sixian).find(({ name }) => name === 'erase-due')!
  const role = ofType('AWS::IAM::Role').find((one) => eraser.Properties.Role === `${idOf(one)}.Arn`)!
  expect(role.Properties.RoleName).toBe('sixian-erase-due')
  expect(but).toEqual({
    ArnNotEquals: { 'aws:PrincipalArn': expect.stringMatching(/^arn:aws-cn:iam::.*:role\/sixian-erase-due$/) },
  })
})

it('counts of requests expire by themselves', () => {
  const views = tables.find((one) => idOf(one) === named('AWS::DynamoDB::GlobalTable', 'views'))!
  expect(views.Properties.TimeToLiveSpecification).toEqual({ AttributeName: 'expires', Enabled: true })
})

function denies(bucket: string, action: string): any[] {
  return ofType('AWS::S3::BucketPolicy')
    .filter(({ Properties }) => Properties.Bucket === bucket)
    .flatMap(({ Properties }) => Properties.PolicyDocument.Statement)
    .filter(({ Effect, Action }: any) => Effect === 'Deny' && [Action].flat().includes(action))
    .map(({ Condition }: any) => Condition)
}
