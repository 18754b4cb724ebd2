import { Validations } from 'aws-cdk-lib'
import type { IConstruct } from 'constructs'

export type Acknowledged = {
  readonly id: string
  /** Where in the county's stacks, `<part>/<construct>/…`. */
  readonly where: RegExp
  readonly reason: string
}

const keysIn = (bucket: string, keys: string): string =>
  `AwsSolutions-IAM5[Resource::<county>-storage:ExportsOutputFnGetAtt${bucket}/${keys}]`
const FUNCTION = /^\w+\/[\w-]+\/function\/Resource$/
const POLICY = /\/role\/DefaultPolicy\/Resource$/

/** Findings of cdk-nag and of CDK's own rules that stand as they are. A test fails on one that nothing answers to any more. */
export const acknowledged: readonly Acknowledged[] = [
  {
    id: 'AwsSolutions-S1',
    where: /^storage\/(evidence|contents|site|roots|failures)\/Resource$/,
    reason:
      'No person holds a credential of S3. Every address to a file is signed by a function that logs person and file; an access log would only show the role of that function, and keep the addresses of citizens besides.',
  },
  {
    id: keysIn('failuresAA6B3872Arn879AB097', 'aws/lambda/*'),
    where: POLICY,
    reason: 'Lambda names what it gives up by the id of the mapping, the shard and the instant.',
  },
  {
    id: keysIn('contents8E584439ArnAD02E180', '*'),
    where:
      /^(api\/(assessment-api|batch-api|catalogue-api|consultation-api|corrections-api|dossier-api|evidence-api|intake-api|notice-api|notice-public|results-api|publish-pages|titles-api)|procedure\/verify-records)\/role/,
    reason: 'Contents are named by their digest, and the bucket refuses to replace any.',
  },
  {
    id: keysIn('contents8E584439ArnAD02E180', 'attachments/*'),
    where: /^api\/notice-public\/role/,
    reason: 'Attachments are named by their digest.',
  },
  {
    id: keysIn('evidenceD01CB220Arn258846ED', 'evidence/*'),
    where: /^(api\/(evidence-api|verify-upload)|procedure\/(verify-records|erase-due))\/role/,
    reason: 'Files are named by unit and digest; which unit somebody may touch is decided per request, not per role.',
  },
  {
    id: keysIn('evidenceD01CB220Arn258846ED', 'evidence/office/*'),
    where: /^api\/notice-api\/role/,
    reason: "The office's scans are named by their digest; an older version did not say what for.",
  },
  {
    id: keysIn('evidenceD01CB220Arn258846ED', 'evidence/office.call/*'),
    where: /^api\/call-files\/role/,
    reason: 'Files of calls are named by their digest, and public.',
  },
  {
    id: keysIn('evidenceD01CB220Arn258846ED', 'evidence/office.objection/*'),
    where: /^api\/notice-api\/role/,
    reason: 'Scans of objections are named by their digest.',
  },
  {
    id: keysIn('site87CC46B4Arn993364A2', 'public/*'),
    where: /^(api\/publish-pages|site\/serve-site)\/role/,
    reason: 'Pages come and go with the notices; nothing else lies there.',
  },
  {
    id: keysIn('roots170B13ACArn183115D1', 'roots/*'),
    where: /^procedure\/(seal-heads|verify-records)\/role/,
    reason: 'Roots are named by their day, and the bucket refuses to replace or delete any.',
  },
  {
    id: 'AwsSolutions-IAM5[Resource::*]',
    where: /^procedure\/machine-role\//,
    reason:
      'Delivery of logs is set up by the role of the machine itself, with actions that AWS authorizes on no narrower resource.',
  },
  {
    id: 'AwsSolutions-APIG4',
    where: /^(api\/(notice-public|call-files)-\w+|site\/(start|any))\/Resource$/,
    reason: 'Public by law: whoever objects needs no account, and pages are read by anyone. A test names these routes.',
  },
  {
    id: 'AwsSolutions-SF2',
    where: /^procedure\/machine-[\w-]+\/Resource$/,
    reason:
      'The ledger is the trace: each commit names the command behind it, each log line the request. Tracing would need a right on every resource in 17 roles.',
  },
  {
    id: 'Serverless-StepFunctionStateMachineXray',
    where: /^procedure\/machine-[\w-]+\/Resource$/,
    reason: 'As AwsSolutions-SF2.',
  },
  { id: 'Serverless-LambdaTracing', where: FUNCTION, reason: 'As AwsSolutions-SF2.' },
  {
    id: 'Serverless-LambdaDLQ',
    where: FUNCTION,
    reason:
      'Functions that are called by events have the failures bucket as destination, which also keeps the error; the others are called by somebody who waits for the answer, or by a stream with that destination.',
  },
  {
    id: 'Serverless-EventBusDLQ',
    where: /^(procedure|api)\/[\w-]+\/rule\/Resource$/,
    reason:
      'EventBridge only hands the event to Lambda, and tries that for a day; a queue would catch what comes while the function does not exist. The hourly functions then find it.',
  },
  {
    id: 'Serverless-SNSRedrivePolicy',
    where: /^storage\/alarms\//,
    reason: 'The only subscriber is a mailbox, which has no redelivery; the alarm itself stays in CloudWatch.',
  },
]

/** Marks every acknowledged finding on the very construct it is about; answers those that were about none. */
export function acknowledge(app: IConstruct, county: string): readonly Acknowledged[] {
  const places = app.node
    .findAll()
    .map((construct) => ({ construct, path: construct.node.path.replace(`${county}-`, '') }))
  return acknowledged.filter(({ id, where, reason }) => {
    const meant = places.filter(({ path }) => where.test(path))
    for (const { construct } of meant)
      Validations.of(construct).acknowledge({ id: id.replace('<county>', county), reason })
    return meant.length === 0
  })
}
