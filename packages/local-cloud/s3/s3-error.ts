import { AwsError } from '#local-cloud/wire/aws-error.ts'

/** Code → status, as in Amazon's table of S3 errors; only those that this front gives. */
const STATUS = {
  AccessDenied: 403,
  AccessForbidden: 403,
  BadDigest: 400,
  EntityTooLarge: 400,
  IncompleteBody: 400,
  InternalError: 500,
  InvalidArgument: 400,
  InvalidDigest: 400,
  InvalidRange: 416,
  InvalidRequest: 400,
  InvalidTag: 400,
  InvalidURI: 400,
  KeyTooLongError: 400,
  MalformedXML: 400,
  MethodNotAllowed: 405,
  MissingContentLength: 411,
  NoSuchBucket: 404,
  NoSuchKey: 404,
  NotImplemented: 501,
  NotModified: 304,
  PreconditionFailed: 412,
  XAmzContentSHA256Mismatch: 400,
} as const

export class S3Error extends AwsError {
  readonly status: number

  constructor(code: keyof typeof STATUS, message: string) {
    super(code, message)
    this.status = STATUS[code]
  }
}

export const errorXml = (code: string, message: string, resource: string, requestId: string): string =>
  `${DECLARATION}<Error>${element('Code', code)}${element('Message', message)}${element('Resource', resource)}${element('RequestId', requestId)}</Error>`

export const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'

/** Text that XML 1.0 cannot hold becomes U+FFFD, so that an answer can always be parsed. */
export const element = (name: string, text: string | number): string => `<${name}>${escaped(String(text))}</${name}>`

const ENTITIES = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ['\r', '&#13;'],
])

const escaped = (text: string) =>
  text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replace(/[&<>"\r]/g, (c) => ENTITIES.get(c) ?? c)
