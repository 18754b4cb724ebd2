import { type Answer, type Call, missing } from './s3-call.ts'
import { readCondition, writeCondition } from './s3-conditions.ts'
import { checksumHeaders } from './s3-digests.ts'
import { S3Error } from './s3-error.ts'

/** The names by which a signed GET may replace a stored header, as `response-<name>`. */
export const REPLACEABLE: readonly string[] = [
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'content-type',
  'expires',
]

/** GetObject and HeadObject; both need s3:GetObject. */
export async function getObject(call: Call): Promise<Answer> {
  const { request, headers, bucket, key, allow } = call
  allow('s3:GetObject', 'key')
  const found = await bucket.open(key)
  if (!found) throw missing(call)
  const { object, bytes } = found
  let streaming = false
  try {
    readCondition(headers, object)
    const range = rangeOf(headers.get('range'), object.size)
    const { start, end } = range ?? { start: 0, end: object.size - 1 }
    const enabled = headers.get('x-amz-checksum-mode')?.toUpperCase() === 'ENABLED' && !range
    const answer: Answer = {
      status: range ? 206 : 200,
      headers: {
        ...object.headers,
        ...replacedHeaders(call.query),
        ...(enabled ? checksumHeaders(object.checksums) : {}),
        ...(range && { 'content-range': `bytes ${start}-${end}/${object.size}` }),
        'accept-ranges': 'bytes',
        'content-length': String(end - start + 1),
        etag: object.etag,
        'last-modified': new Date(object.lastModified).toUTCString(),
      },
    }
    if (request.method === 'HEAD' || object.size === 0) return answer
    streaming = true
    return { ...answer, body: bytes.createReadStream({ start, end }) }
  } finally {
    // A stream made from the handle closes it itself.
    if (!streaming) await bytes.close()
  }
}

export async function deleteObject({ headers, bucketName, key, allow, write }: Call): Promise<Answer> {
  allow('s3:DeleteObject', 'key')
  const condition = headers.has('if-match') ? writeCondition(headers) : () => {}
  await write(bucketName, key, (present) => {
    condition(present)
    return undefined
  })
  return { status: 204, headers: {} }
}

/** One range of bytes; several at once are answered with the whole object, as S3 does. */
function rangeOf(header: string | undefined, size: number): { start: number; end: number } | undefined {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? []
  if (first === undefined || last === undefined || first + last === '') return undefined
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (start > end) throw new S3Error('InvalidRange', `The object has ${size} bytes; ${header} is outside of it.`)
  return { start, end }
}

function replacedHeaders(query: ReadonlyMap<string, string>): Record<string, string> {
  const replaced: Record<string, string> = {}
  for (const name of REPLACEABLE) {
    const value = query.get(`response-${name}`)
    if (value === undefined) continue
    if (!/^[\t\u0020-\u007e\u00a0-\u00ff]*$/.test(value))
      throw new S3Error(
        'InvalidArgument',
        `response-${name} cannot be sent as a header: ${value}. Write a file name in Chinese as filename*=UTF-8''…, percent-encoded.`,
      )
    replaced[name] = value
  }
  return replaced
}
