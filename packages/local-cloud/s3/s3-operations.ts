import type { Answer, Call, Operation } from './s3-call.ts'
import { S3Error } from './s3-error.ts'
import { deleteObject, getObject, REPLACEABLE } from './s3-get.ts'
import { listObjects } from './s3-list.ts'
import { putObject } from './s3-put.ts'
import { getTags, putTags } from './s3-tags.ts'

const CHECKSUMS = ['x-amz-checksum-', 'x-amz-sdk-checksum-algorithm']
const READ: Operation = { name: 'GetObject', act: getObject, query: REPLACEABLE.map((name) => `response-${name}`) }

const OPERATIONS: Record<string, Operation> = {
  'PUT object': {
    name: 'PutObject',
    act: putObject,
    query: [],
    headers: [...CHECKSUMS, 'x-amz-meta-', 'x-amz-tagging', 'x-amz-trailer', 'x-amz-decoded-content-length'],
  },
  'GET object': READ,
  'HEAD object': { ...READ, name: 'HeadObject' },
  'DELETE object': { name: 'DeleteObject', act: deleteObject, query: [] },
  'PUT object tagging': { name: 'PutObjectTagging', act: putTags, query: ['tagging'], headers: CHECKSUMS },
  'GET object tagging': { name: 'GetObjectTagging', act: getTags, query: ['tagging'] },
  'HEAD bucket': { name: 'HeadBucket', act: headBucket, query: [] },
  'GET bucket list-type': {
    name: 'ListObjectsV2',
    act: listObjects,
    query: [
      'list-type',
      'prefix',
      'delimiter',
      'max-keys',
      'continuation-token',
      'start-after',
      'encoding-type',
      'fetch-owner',
    ],
  },
}

/** @throws S3Error NotImplemented for what the product does not need of S3 */
export function operationOf(method: string, key: string, query: ReadonlyMap<string, string>): Operation {
  const part = ['tagging', 'list-type'].find((name) => query.has(name))
  const name = [method, key ? 'object' : 'bucket', part].filter(Boolean).join(' ')
  const operation = OPERATIONS[name]
  if (!operation)
    throw new S3Error(
      'NotImplemented',
      `The local S3 does not know ${name}; it knows ${Object.keys(OPERATIONS).join(', ')}.`,
    )
  return operation
}

async function headBucket({ allow }: Call): Promise<Answer> {
  allow('s3:ListBucket', 'bucket')
  return { status: 200, headers: {} }
}
