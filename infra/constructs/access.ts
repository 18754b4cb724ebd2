/**
 * Access and address in one gesture: what a function may do with a thing, and the variable that tells it where it is.
 * Rights are the least that the code behind each name was seen to need; the laptop refuses whatever is missing.
 */
import { ArnFormat, type Stack } from 'aws-cdk-lib'
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import type { Bucket } from 'aws-cdk-lib/aws-s3'
import type { County } from '#county/county.ts'
import { officeFor } from '#evidence/file-owner.ts'
import { OWNERS } from '#typed/reserved-ids.ts'

export type Right = {
  readonly actions: readonly string[]
  readonly resources: readonly string[]
  /** As IAM writes it: operator → key → values. */
  readonly conditions?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>
}
export type Access = {
  readonly variables: Readonly<Record<string, string>>
  readonly rights: readonly Right[]
}

const table = (name: string, to: TableV2, ...actions: string[]): Access => ({
  variables: { [name]: to.tableName },
  rights: [
    { actions: actions.map((action) => `dynamodb:${action}`), resources: [to.tableArn] },
    ...throughService('dynamodb', to, to.encryptionKey, ['Decrypt', 'GenerateDataKey']),
  ],
})
/** What a county's own key is asked for by a service on behalf of a role; nothing where there is no such key. */
const throughService = (
  service: 'dynamodb' | 's3',
  { stack: { region, urlSuffix } }: { readonly stack: Stack },
  key: IKey | undefined,
  actions: readonly string[],
): readonly Right[] =>
  key
    ? [
        {
          actions: actions.map((action) => `kms:${action}`),
          resources: [key.keyArn],
          conditions: { StringEquals: { 'kms:ViaService': [`${service}.${region}.${urlSuffix}`] } },
        },
      ]
    : []
const held = ({ variables, rights }: Access, beginnings: readonly string[]): Access => ({
  variables,
  // A key of KMS has no partition key.
  rights: rights.map((right) => (right.conditions ? right : { ...right, conditions: heldTo(beginnings) })),
})
const bucket = (name: string, to: Bucket, keys: string, ...actions: string[]): Access => ({
  variables: { [name]: to.bucketName },
  rights: [
    { actions: actions.map((action) => `s3:${action}`), resources: [to.arnForObjects(keys)] },
    // What is written has to be read again when its parts are put together.
    ...throughService('s3', to, to.encryptionKey, [
      'Decrypt',
      ...(actions.includes('PutObject') ? ['GenerateDataKey'] : []),
    ]),
  ],
})
/** Without it S3 answers 403, not 404, for what is not there. */
const seesAbsence = (to: Bucket): Access => ({
  variables: {},
  rights: [{ actions: ['s3:ListBucket'], resources: [to.bucketArn] }],
})
const both = (...all: readonly Access[]): Access => ({
  variables: Object.assign({}, ...all.map(({ variables }) => variables)),
  rights: all.flatMap(({ rights }) => rights),
})

/**
 * Only items whose partition key begins so. "For all values" holds of a request that names no key as well, which is why
 * there has to be one.
 */
const heldTo = (beginnings: readonly string[]): NonNullable<Right['conditions']> => ({
  'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': beginnings.map((one) => `${one}*`) },
  Null: { 'dynamodb:LeadingKeys': ['false'] },
})
const ofKinds = (kinds: readonly string[]): readonly string[] => kinds.map((kind) => `${kind}/`)

// The ledger. An insert by PartiQL fails on an existing key and can change nothing; a put would replace.
export const readsLedger = (ledger: TableV2): Access => table('LEDGER', ledger, 'Query')
/** Reads all, and appends to streams of these kinds alone. */
export const appendsTo = (ledger: TableV2, ...kinds: readonly [string, ...string[]]): Access =>
  both(readsLedger(ledger), appendsStreams(ledger, ...kinds))
/** Of streams of these kinds alone. */
export const readsStreams = (ledger: TableV2, ...kinds: readonly string[]): Access =>
  held(table('LEDGER', ledger, 'Query'), ofKinds(kinds))
export const appendsStreams = (ledger: TableV2, ...kinds: readonly string[]): Access =>
  held(table('LEDGER', ledger, 'PartiQLInsert'), ofKinds(kinds))
export const namesStreamsOf = (ledger: TableV2): Access => table('LEDGER', ledger, 'Scan')

// Rows of the lists.
export const readsRow = (views: TableV2): Access => table('VIEWS', views, 'GetItem')
export const readsManyRows = (views: TableV2): Access => table('VIEWS', views, 'BatchGetItem')
export const readsLists = (views: TableV2): Access => ({
  variables: { VIEWS: views.tableName },
  rights: [
    { actions: ['dynamodb:Query'], resources: [`${views.tableArn}/index/lists`] },
    ...throughService('dynamodb', views, views.encryptionKey, ['Decrypt']),
  ],
})
export const writesRows = (views: TableV2): Access => table('VIEWS', views, 'PutItem')
/** How often an address has asked lies beside the rows, under keys that no row has. */
export const countsRequests = (views: TableV2): Access => held(table('VIEWS', views, 'UpdateItem'), ['limit/'])
export const comparesRows = (views: TableV2): Access => table('VIEWS', views, 'Scan')

// Personal data. Who remembers cannot change a row; who names people reads no more than names.
export const remembersPersons = (persons: TableV2): Access => table('PERSONS', persons, 'PartiQLInsert', 'GetItem')
/** Of one kind alone: the ids of rows that are kept once begin with it. */
export const remembersPersonsOf = (persons: TableV2, kind: string): Access =>
  held(table('PERSONS', persons, 'PartiQLInsert', 'GetItem'), ofKinds([kind]))
export const readsPersons = (persons: TableV2): Access => table('PERSONS', persons, 'GetItem')
/** What no other function may: looks which rows there are, blocks them, and puts in their place that they were erased. */
export const erasesPersons = (persons: TableV2): Access =>
  table('PERSONS', persons, 'Scan', 'BatchGetItem', 'UpdateItem', 'PutItem')
export const namesPersons = (persons: TableV2): Access => table('PERSONS', persons, 'BatchGetItem')

/** Of one kind alone, as above. */
export const readsPersonsOf = (persons: TableV2, kind: string): Access =>
  held(table('PERSONS', persons, 'GetItem'), ofKinds([kind]))

/** One secret, by its name; AWS puts a hyphen and six characters behind it. */
export const readsSecret = (stack: Stack, name: string): Access => ({
  variables: { SECRET: name },
  rights: [
    {
      actions: ['secretsmanager:GetSecretValue'],
      resources: [
        stack.formatArn({
          ...{ service: 'secretsmanager', resource: 'secret', resourceName: `${name}-??????` },
          arnFormat: ArnFormat.COLON_RESOURCE_NAME,
        }),
      ],
    },
  ],
})

// What the machine waits for.
export const storesWaits = (waits: TableV2): Access => table('WAITS', waits, 'PutItem', 'DeleteItem')
export const numbersExecutions = (waits: TableV2): Access => table('WAITS', waits, 'GetItem', 'PutItem')
export const endsWaits = (waits: TableV2): Access => table('WAITS', waits, 'Query', 'DeleteItem')

// Long texts, named by their digest.
export const keepsContents = (contents: Bucket): Access => bucket('CONTENTS', contents, '*', 'PutObject')
export const readsContents = (contents: Bucket): Access => bucket('CONTENTS', contents, '*', 'GetObject')
/**
 * Files that came with an objection; they lie among the contents. Who may not list the bucket has to know a file's name
 * to ask for it, and it is made of two digests that only its sender can make.
 */
export const looksForAttachments = (contents: Bucket): Access =>
  bucket('CONTENTS', contents, 'attachments/*', 'GetObject')

// Evidence. A signed URL is worth what the role that signed it may do.
export const signsUploads = (evidence: Bucket): Access => bucket('EVIDENCE', evidence, 'evidence/*', 'PutObject')
export const signsDownloads = (evidence: Bucket): Access => bucket('EVIDENCE', evidence, 'evidence/*', 'GetObject')
/** Files of calls, which everybody gets, and nothing else that anybody keeps. */
export const signsCallFiles = (evidence: Bucket): Access =>
  bucket('EVIDENCE', evidence, `evidence/${officeFor('call')}/*`, 'GetObject')
export const signsOfficeScans = (evidence: Bucket): Access =>
  // Older versions kept scans without saying what for.
  both(
    ...[officeFor('objection'), OWNERS.office].map((owner) =>
      bucket('EVIDENCE', evidence, `evidence/${owner}/*`, 'GetObject'),
    ),
  )
export const judgesUploads = (evidence: Bucket): Access =>
  both(bucket('EVIDENCE', evidence, 'evidence/*', 'GetObject'), seesAbsence(evidence))
/** What no other function may, and the bucket's own policy refuses everybody else. */
export const removesRejected = (evidence: Bucket): Access =>
  both(bucket('EVIDENCE', evidence, 'evidence/*', 'DeleteObject'), seesAbsence(evidence))

// Public pages. Who publishes looks first, so as to replace only the page it has seen.
export const publishesPages = (site: Bucket): Access =>
  both(bucket('SITE', site, 'public/*', 'GetObject', 'PutObject'), seesAbsence(site))
export const servesPages = (site: Bucket): Access =>
  both(bucket('SITE', site, 'public/*', 'GetObject'), seesAbsence(site))

// The daily root: who seals looks at the last one, and adds today's.
export const sealsRoots = (roots: Bucket): Access =>
  both(bucket('ROOTS', roots, 'roots/*', 'GetObject', 'PutObject'), seesAbsence(roots))

export const readsRoots = (roots: Bucket): Access =>
  both(bucket('ROOTS', roots, 'roots/*', 'GetObject'), seesAbsence(roots))

// Who compares what lies there with its name has to see what is gone, too.
export const verifiesContents = (contents: Bucket): Access =>
  both(bucket('CONTENTS', contents, '*', 'GetObject'), seesAbsence(contents))
export const verifiesEvidence = (evidence: Bucket): Access =>
  both(bucket('EVIDENCE', evidence, 'evidence/*', 'GetObject'), seesAbsence(evidence))

/** Machines by the version that each runs, `name@version`, and the ARN that follows from its fixed name. */
export type Machines = Readonly<Record<string, string>>
// By that name, since their own functions would otherwise make a circle with them.
const states =
  (action: string) =>
  (machines: Machines): Access => ({
    variables: { MACHINES: JSON.stringify(machines) },
    rights: [{ actions: [`states:${action}`], resources: Object.values(machines) }],
  })
export const startsExecutions: (machines: Machines) => Access = states('StartExecution')
export const answersTokens: (machines: Machines) => Access = states('SendTaskSuccess')

/** Whether uploads wait for the county's malware scanner. */
export const knowsOfScans = ({ malwareScan }: Pick<County, 'malwareScan'>): Access =>
  knows({ SCAN: malwareScan ? 'demanded' : 'none' })

/** A plain fact of the county that a function is told. */
export const knows = (variables: Readonly<Record<string, string>>): Access => ({ variables, rights: [] })

/** What Lambda itself does with a function's role when it gives an event or a record up. */
export const leavesFailures = (failures: Bucket): readonly Right[] => [
  { actions: ['s3:PutObject'], resources: [failures.arnForObjects('aws/lambda/*')] },
  { actions: ['s3:ListBucket'], resources: [failures.bucketArn] },
  ...throughService('s3', failures, failures.encryptionKey, ['GenerateDataKey']),
]
/** What Lambda itself does with a consumer's role. */
export const readsStreamOf = (table: TableV2): readonly Right[] =>
  table.tableStreamArn
    ? [
        {
          actions: ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'].map((one) => `dynamodb:${one}`),
          resources: [table.tableStreamArn],
        },
        ...throughService('dynamodb', table, table.encryptionKey, ['Decrypt']),
      ]
    : []
