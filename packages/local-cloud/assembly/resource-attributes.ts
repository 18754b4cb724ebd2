/** Where a stack lives: what CloudFormation's pseudo parameters answer. */
export type Place = { partition: string; region: string; account: string; urlSuffix: string }

export function placeOf(region: string, account: string): Place {
  const china = region.startsWith('cn-')
  const partition = china ? 'aws-cn' : region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws'
  return { partition, region, account, urlSuffix: china ? 'amazonaws.com.cn' : 'amazonaws.com' }
}

type Kind = {
  /** The property that names the resource, where the template gives a name. */
  named?: string
  arn?: (name: string, place: Place) => string
  /** What `Ref` answers; a name unless it says `arn`. */
  ref?: 'arn'
  more?: Record<string, (name: string, place: Place) => string>
}

const regional = (service: string, resource: (name: string) => string) => (name: string, place: Place) =>
  `arn:${place.partition}:${service}:${place.region}:${place.account}:${resource(name)}`
const table: Kind = {
  named: 'TableName',
  arn: regional('dynamodb', (name) => `table/${name}`),
  more: {
    StreamArn: (name, place) => regional('dynamodb', (table) => `table/${table}/stream/local`)(name, place),
    TableId: (name) => name,
  },
}

/** How names, ARNs and attributes follow from what a template declares. A type or attribute that is missing here is an error, not a guess. */
const kinds: Record<string, Kind> = {
  'AWS::DynamoDB::GlobalTable': table,
  'AWS::DynamoDB::Table': table,
  'AWS::Lambda::Function': { named: 'FunctionName', arn: regional('lambda', (name) => `function:${name}`) },
  'AWS::StepFunctions::StateMachine': {
    named: 'StateMachineName',
    ref: 'arn',
    arn: regional('states', (name) => `stateMachine:${name}`),
    more: { Name: (name) => name },
  },
  'AWS::IAM::Role': {
    named: 'RoleName',
    arn: (name, { partition, account }) => `arn:${partition}:iam::${account}:role/${name}`,
    more: { RoleId: (name) => name },
  },
  'AWS::S3::Bucket': {
    named: 'BucketName',
    arn: (name, { partition }) => `arn:${partition}:s3:::${name}`,
    more: {
      DomainName: (name, { urlSuffix }) => `${name}.s3.${urlSuffix}`,
      RegionalDomainName: (name, { region, urlSuffix }) => `${name}.s3.${region}.${urlSuffix}`,
    },
  },
  'AWS::Events::Rule': { named: 'Name', arn: regional('events', (name) => `rule/${name}`) },
  'AWS::Logs::LogGroup': { named: 'LogGroupName', arn: regional('logs', (name) => `log-group:${name}:*`) },
  'AWS::SQS::Queue': {
    named: 'QueueName',
    arn: regional('sqs', (name) => name),
    more: { QueueName: (name) => name },
  },
  'AWS::SNS::Topic': {
    named: 'TopicName',
    ref: 'arn',
    arn: regional('sns', (name) => name),
    more: { TopicArn: regional('sns', (name) => name), TopicName: (name) => name },
  },
  'AWS::KMS::Key': { arn: regional('kms', (name) => `key/${name}`), more: { KeyId: (name) => name } },
  'AWS::ApiGatewayV2::Api': { more: { ApiId: (name) => name } },
  'AWS::CloudWatch::Alarm': { named: 'AlarmName', arn: regional('cloudwatch', (name) => `alarm:${name}`) },
}

/** The property of a type that gives the name, undefined where nothing does. */
export const namingProperty = (type: string): string | undefined => kinds[type]?.named

/** Bucket names are lower case and at most 63 characters; other names only have to be unique. */
export function derivedName(type: string, stack: string, id: string): string {
  if (type !== 'AWS::S3::Bucket') return `${stack}-${id}`
  return `${stack.slice(0, 31)}-${id.slice(-31)}`.toLowerCase().replace(/[^a-z0-9-]/g, '-')
}

export const refOf = (type: string, name: string, place: Place): string =>
  kinds[type]?.ref === 'arn' ? attributeOf(type, name, 'Arn', place) : name

/** @throws Error naming the type and the attribute when it is not known here */
export function attributeOf(type: string, name: string, attribute: string, place: Place): string {
  const kind = kinds[type]
  const answer = attribute === 'Arn' ? kind?.arn : kind?.more?.[attribute]
  if (!answer) throw new Error(`the local cloud does not know the attribute ${attribute} of ${type} (asked of ${name})`)
  return answer(name, place)
}
