import { expect, it } from 'vitest'
import { functionsOf, templatesOf } from './templates.ts'

const own = templatesOf('sixian', { ownKey: true })
const plain = templatesOf('sixian')
const { ofType, named } = own
const key = named('AWS::KMS::Key', 'key')
const byKey = (value: unknown) => JSON.stringify(value).includes(`${key}.Arn`) || value === key

it('is one key that turns over and stays, and none where the county’s file does not ask for it', () => {
  expect(ofType('AWS::KMS::Key')).toMatchObject([{ DeletionPolicy: 'Retain', Properties: { EnableKeyRotation: true } }])
  expect(plain.ofType('AWS::KMS::Key')).toEqual([])
  expect(plain.statements().flatMap(({ actions }) => actions.filter((one) => one.startsWith('kms:')))).toEqual([])
})

it('encrypts every table, bucket and log, and the topic', () => {
  const tables = ofType('AWS::DynamoDB::GlobalTable')
  expect(tables.length).toBe(4)
  for (const { id, Properties } of tables) {
    expect([id, Properties.SSESpecification]).toEqual([id, { SSEEnabled: true, SSEType: 'KMS' }])
    for (const { SSESpecification } of Properties.Replicas) expect(byKey(SSESpecification.KMSMasterKeyId)).toBe(true)
  }
  for (const { id, Properties } of ofType('AWS::S3::Bucket')) {
    const [rule] = Properties.BucketEncryption.ServerSideEncryptionConfiguration
    expect([id, rule.ServerSideEncryptionByDefault.SSEAlgorithm, rule.BucketKeyEnabled]).toEqual([id, 'aws:kms', true])
    expect(byKey(rule.ServerSideEncryptionByDefault.KMSMasterKeyID)).toBe(true)
  }
  const logs = ofType('AWS::Logs::LogGroup')
  expect(logs.length).toBeGreaterThan(functionsOf(own).length)
  expect(logs.filter(({ Properties }) => !byKey(Properties.KmsKeyId)).map(({ id }) => id)).toEqual([])
  expect(ofType('AWS::SNS::Topic').map(({ Properties }) => byKey(Properties.KmsMasterKeyId))).toEqual([true])
})

it('is used by a role through the service that it may ask anyway, and in no other way', () => {
  const using = own.statements().filter(({ actions }) => actions.some((one) => one.startsWith('kms:')))
  expect(using.length).toBeGreaterThan(20)
  for (const { actions, on, more } of using) {
    expect(actions.filter((one) => !['kms:Decrypt', 'kms:GenerateDataKey'].includes(one))).toEqual([])
    expect(on).toEqual([`${key}.Arn`])
    expect(Object.keys(more.Condition)).toEqual(['StringEquals'])
  }
  const asks = (service: string, prefix: string, all: ReturnType<typeof own.statements>) =>
    new Set(
      all.flatMap(({ who, actions, more }) =>
        actions.some((one) => one.startsWith(prefix)) &&
        (prefix !== 'kms:' || JSON.stringify(more.Condition).includes(`"${service}.`))
          ? [who]
          : [],
      ),
    )
  for (const service of ['dynamodb', 's3'])
    expect([...asks(service, 'kms:', using)].sort()).toEqual([...asks(service, `${service}:`, own.statements())].sort())
})

it('gives no role more than it has without a key', () => {
  const others = (all: ReturnType<typeof templatesOf>) =>
    all
      .statements()
      .filter(({ actions }) => !actions.some((one) => one.startsWith('kms:')))
      .map(({ who, actions, on }) => `${who} ${actions} ${on}`)
  expect(others(own)).toEqual(others(plain))
})

it('is open to services for this account’s logs and alarms alone', () => {
  const [{ Properties }] = ofType('AWS::KMS::Key') as any
  const services = Properties.KeyPolicy.Statement.filter(({ Principal }: any) => Principal.Service)
  expect(services.map(({ Sid, Principal }: any) => [Sid, Principal.Service])).toEqual([
    ['LogsOfThisAccount', expect.stringMatching(/^logs\.cn-north-1\./)],
    ['AlarmsOfThisAccount', 'cloudwatch.amazonaws.com'],
  ])
  for (const { Condition } of services) expect(JSON.stringify(Condition)).toContain('AccountId')
})

it('the digest of roots is the county’s choice, and the function’s that seals them', () => {
  const told = (all: ReturnType<typeof templatesOf>) =>
    functionsOf(all).flatMap(({ name, Properties }) => {
      const by = Properties.Environment.Variables.ROOT_DIGEST
      return by ? [[name, by]] : []
    })
  expect(told(plain)).toEqual([['seal-heads', 'sha256']])
  expect(told(templatesOf('sixian', { rootDigest: 'sha256+sm3' }))).toEqual([['seal-heads', 'sha256+sm3']])
})
