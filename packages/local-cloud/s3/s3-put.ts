import type { Readable } from 'node:stream'
import { type Received, receive } from './s3-body.ts'
import type { Answer, Call } from './s3-call.ts'
import { writeCondition } from './s3-conditions.ts'
import { checksumHeaders } from './s3-digests.ts'
import { checkKey } from './s3-store.ts'
import { tagsOfHeader } from './s3-tags.ts'

const KEPT = ['cache-control', 'content-disposition', 'content-language', 'content-type', 'expires']

/** PutObject: nothing of it is seen before every promise about the bytes has been checked. */
export async function putObject(call: Call): Promise<Answer> {
  const { request, headers, key, allow } = call
  allow('s3:PutObject', 'key')
  if (headers.has('if-match')) allow('s3:GetObject', 'key')
  if (headers.has('x-amz-tagging')) allow('s3:PutObjectTagging', 'key')
  checkKey(key)
  const { etag, checksums } = await storeBody(request, call)
  return { status: 200, headers: { etag, ...checksumHeaders(checksums) } }
}

/** Takes a body in as the object of a key, under the conditions and with the promises of the headers. */
export async function storeBody(
  body: Readable,
  { headers, payload, bucket, bucketName, key, write, now }: Omit<Call, 'request' | 'query' | 'allow'>,
): Promise<Received> {
  const tags = tagsOfHeader(headers.get('x-amz-tagging') ?? '')
  const condition = writeCondition(headers)
  const { file, path } = bucket.incoming()
  try {
    const received = await receive(body, path, headers, payload)
    await write(bucketName, key, (present) => {
      condition(present)
      const lastModified = now().toISOString()
      return { ...received, key, file, tags, announced: false, headers: keptHeaders(headers), lastModified }
    })
    return received
  } catch (error) {
    if (bucket.get(key)?.file !== file) await bucket.discard(file)
    throw error
  }
}

function keptHeaders(headers: ReadonlyMap<string, string>): Record<string, string> {
  const kept = [...headers].filter(([name]) => KEPT.includes(name) || name.startsWith('x-amz-meta-'))
  const encoding = (headers.get('content-encoding') ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part && part !== 'aws-chunked')
  return {
    'content-type': 'binary/octet-stream',
    ...Object.fromEntries(kept),
    ...(encoding.length > 0 && { 'content-encoding': encoding.join(',') }),
  }
}
