import { RemovalPolicy, Stack, Tags } from 'aws-cdk-lib'
import { type Attribute, AttributeType, StreamViewType, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import { AnyPrincipal, Effect, PolicyDocument, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { Key } from 'aws-cdk-lib/aws-kms'
import type { Bucket } from 'aws-cdk-lib/aws-s3'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import type { Construct } from 'constructs'
import type { County } from '#county/county.ts'
import { contentsBucket, evidenceBucket, failuresBucket, rootsBucket, siteBucket } from './buckets.ts'
import { countyKey } from './county-key.ts'
import { watchStorage } from './watch.ts'

const text = (name: string): Attribute => ({ name, type: AttributeType.STRING })
const retained = {
  removalPolicy: RemovalPolicy.RETAIN,
  deletionProtection: true,
  pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
}

/** The role of the one function that erases. */
export const eraserName = ({ name }: Pick<County, 'name'>): string => `${name}-erase-due`

/** What outlives every deployment: tables, buckets, and whom to tell when something is wrong. */
export class StorageStack extends Stack {
  readonly ledger: TableV2
  readonly views: TableV2
  readonly persons: TableV2
  readonly waits: TableV2
  readonly evidence: Bucket
  readonly contents: Bucket
  readonly site: Bucket
  readonly roots: Bucket
  readonly failures: Bucket
  readonly alarms: Topic
  /** Undefined: AWS's own keys. */
  readonly key: Key | undefined

  constructor(scope: Construct, county: County) {
    super(scope, `${county.name}-storage`, { env: { region: county.region }, terminationProtection: true })
    Tags.of(this).add('county', county.name)

    this.key = county.ownKey ? countyKey(this) : undefined
    const kept = { ...retained, ...(this.key && { encryption: TableEncryptionV2.customerManagedKey(this.key) }) }
    this.ledger = new TableV2(this, 'ledger', {
      ...kept,
      partitionKey: text('stream'),
      sortKey: { name: 'number', type: AttributeType.NUMBER },
      dynamoStream: StreamViewType.KEYS_ONLY,
      resourcePolicy: new PolicyDocument({ statements: [nobodyChangesACommit()] }),
    })
    this.views = new TableV2(this, 'views', {
      ...kept,
      partitionKey: text('stream'),
      globalSecondaryIndexes: [{ indexName: 'lists', partitionKey: text('list'), sortKey: text('order') }],
      dynamoStream: StreamViewType.KEYS_ONLY,
      timeToLiveAttribute: 'expires',
    })
    this.persons = new TableV2(this, 'persons', { ...kept, partitionKey: text('id') })
    this.waits = new TableV2(this, 'waits', { ...kept, partitionKey: text('case'), sortKey: text('step') })

    this.evidence = evidenceBucket(this, this.key, {
      siteOrigin: county.siteOrigin,
      // By its name: the role itself is in a stack that knows this one.
      eraser: this.formatArn({ service: 'iam', region: '', resource: 'role', resourceName: eraserName(county) }),
    })
    this.contents = contentsBucket(this, this.key)
    this.site = siteBucket(this, this.key)
    this.roots = rootsBucket(this, this.key)
    this.failures = failuresBucket(this, this.key)

    this.alarms = new Topic(this, 'alarms', {
      enforceSSL: true,
      ...(this.key && { masterKey: this.key }),
      displayName: `${county.organs.county}示范创建系统告警`,
    })
    // The policy that refuses plain http replaces the one that let alarms publish.
    this.alarms.addToResourcePolicy(
      new PolicyStatement({
        sid: 'AlarmsOfThisAccount',
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.alarms.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
      }),
    )
    this.alarms.addSubscription(new EmailSubscription(county.alarmEmail))
    watchStorage(this, {
      county: county.name,
      topic: this.alarms,
      tables: [this.ledger, this.views, this.persons, this.waits],
      listed: { table: this.views, index: 'lists' },
      failures: this.failures,
    })
  }
}

/** The functions have no such right anyway; this also holds for whoever administers the account. */
const nobodyChangesACommit = () =>
  new PolicyStatement({
    sid: 'NobodyChangesACommit',
    effect: Effect.DENY,
    principals: [new AnyPrincipal()],
    actions: ['BatchWriteItem', 'DeleteItem', 'PartiQLDelete', 'PartiQLUpdate', 'PutItem', 'UpdateItem'].map(
      (action) => `dynamodb:${action}`,
    ),
    resources: ['*'],
  })
