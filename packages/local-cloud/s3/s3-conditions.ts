import { S3Error } from './s3-error.ts'
import type { StoredObject } from './s3-store.ts'

/** To be asked while nobody else can write the key. */
export function writeCondition(headers: ReadonlyMap<string, string>): (present: StoredObject | undefined) => void {
  const noneMatch = headers.get('if-none-match')
  const match = headers.get('if-match')
  if (noneMatch !== undefined && noneMatch !== '*')
    throw new S3Error('NotImplemented', `A write knows only If-None-Match: *, received ${noneMatch}.`)
  return (present) => {
    if (noneMatch && present)
      throw new S3Error('PreconditionFailed', 'If-None-Match: there is an object of this key already.')
    if (match === undefined) return
    if (!present) throw new S3Error('NoSuchKey', 'If-Match: there is no object of this key.')
    if (!matchesEtag(match, present.etag))
      throw new S3Error('PreconditionFailed', `If-Match: the object is ${present.etag}, not ${match}.`)
  }
}

const matchesEtag = (condition: string, etag: string): boolean =>
  condition.split(',').some((one) => ['*', etag, etag.slice(1, -1)].includes(one.trim()))

export function readCondition(headers: ReadonlyMap<string, string>, { etag }: StoredObject) {
  const [match, noneMatch] = [headers.get('if-match'), headers.get('if-none-match')]
  if (match !== undefined && !matchesEtag(match, etag))
    throw new S3Error('PreconditionFailed', `If-Match: the object is ${etag}, not ${match}.`)
  if (noneMatch !== undefined && matchesEtag(noneMatch, etag))
    throw new S3Error('NotModified', 'The object is the same.')
}
