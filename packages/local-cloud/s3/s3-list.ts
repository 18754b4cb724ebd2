import type { Answer, Call } from './s3-call.ts'
import { DECLARATION, element, S3Error } from './s3-error.ts'

/** ListObjectsV2: by prefix, grouped by a delimiter, at most 1000 at once. */
export async function listObjects({ bucket, bucketName, query, allow }: Call): Promise<Answer> {
  allow('s3:ListBucket', 'bucket')
  const prefix = query.get('prefix') ?? ''
  const delimiter = query.get('delimiter') ?? ''
  const most = maxKeys(query.get('max-keys'))
  const token = query.get('continuation-token')
  const after = token === undefined ? (query.get('start-after') ?? '') : Buffer.from(token, 'base64url').toString()
  const shown = query.get('encoding-type') === 'url' ? encodeKey : (text: string) => text

  const contents: string[] = []
  const groups = new Set<string>()
  let last = ''
  let truncated = false
  for (const object of bucket.all()) {
    const { key } = object
    if (!key.startsWith(prefix) || !isAfter(key, after)) continue
    const cut = delimiter ? key.indexOf(delimiter, prefix.length) : -1
    const group = cut < 0 ? undefined : key.slice(0, cut + delimiter.length)
    if (group !== undefined && (groups.has(group) || (token !== undefined && after.startsWith(group)))) {
      last = key
      continue
    }
    if (contents.length + groups.size >= most) {
      truncated = most > 0
      break
    }
    last = key
    if (group === undefined) contents.push(entry(shown(key), object))
    else groups.add(group)
  }
  const body = [
    element('Name', bucketName),
    element('Prefix', shown(prefix)),
    delimiter && element('Delimiter', shown(delimiter)),
    element('MaxKeys', most),
    element('KeyCount', contents.length + groups.size),
    element('IsTruncated', String(truncated)),
    token !== undefined && element('ContinuationToken', token),
    truncated && element('NextContinuationToken', Buffer.from(last).toString('base64url')),
    query.has('encoding-type') && element('EncodingType', 'url'),
    ...contents,
    ...[...groups].map((group) => `<CommonPrefixes>${element('Prefix', shown(group))}</CommonPrefixes>`),
  ]
  return {
    status: 200,
    headers: { 'content-type': 'application/xml' },
    body: `${DECLARATION}<ListBucketResult>${body.filter(Boolean).join('')}</ListBucketResult>`,
  }
}

const entry = (key: string, object: { size: number; etag: string; lastModified: string }) =>
  `<Contents>${element('Key', key)}${element('LastModified', object.lastModified)}${element('ETag', object.etag)}${element('Size', object.size)}<StorageClass>STANDARD</StorageClass></Contents>`

/** In the order of UTF-8 bytes, which JavaScript's own comparison of strings is not. */
const isAfter = (key: string, mark: string) => Buffer.compare(Buffer.from(key), Buffer.from(mark)) > 0

const encodeKey = (text: string) => encodeURIComponent(text).replaceAll('%2F', '/')

function maxKeys(given: string | undefined): number {
  if (given === undefined) return 1000
  if (!/^\d{1,9}$/.test(given)) throw new S3Error('InvalidArgument', `max-keys must be a number, received ${given}.`)
  return Math.min(Number(given), 1000)
}
