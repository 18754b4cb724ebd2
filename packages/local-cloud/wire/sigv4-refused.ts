import { AwsError } from './aws-error.ts'

type Answer = readonly [code: string, status: number]

/** What S3 answers, and what the JSON services (DynamoDB, Step Functions) answer, to the same fault. */
const ANSWERS = {
  unsigned: [
    ['AccessDenied', 403],
    ['MissingAuthenticationTokenException', 400],
  ],
  'two signatures': [
    ['InvalidArgument', 400],
    ['IncompleteSignatureException', 400],
  ],
  'malformed header': [
    ['AuthorizationHeaderMalformed', 400],
    ['IncompleteSignatureException', 400],
  ],
  'malformed query': [
    ['AuthorizationQueryParametersError', 400],
    ['IncompleteSignatureException', 400],
  ],
  'malformed request': [
    ['InvalidURI', 400],
    ['IncompleteSignatureException', 400],
  ],
  'no payload digest': [
    ['InvalidRequest', 400],
    ['IncompleteSignatureException', 400],
  ],
  'wrong payload digest': [
    ['XAmzContentSHA256Mismatch', 400],
    ['InvalidSignatureException', 400],
  ],
  'header not signed': [
    ['AccessDenied', 403],
    ['InvalidSignatureException', 400],
  ],
  skewed: [
    ['RequestTimeTooSkewed', 403],
    ['InvalidSignatureException', 400],
  ],
  expired: [
    ['AccessDenied', 403],
    ['InvalidSignatureException', 400],
  ],
  'unknown key': [
    ['InvalidAccessKeyId', 403],
    ['UnrecognizedClientException', 400],
  ],
  mismatch: [
    ['SignatureDoesNotMatch', 403],
    ['InvalidSignatureException', 400],
  ],
} as const satisfies Record<string, readonly [s3: Answer, json: Answer]>

/** A request whose signature is missing, incomplete or wrong; `name` and `status` are those of the service asked. */
export class SignatureRefused extends AwsError {
  readonly status: number

  constructor(service: string, fault: keyof typeof ANSWERS, message: string) {
    const [code, status] = ANSWERS[fault][service === 's3' ? 0 : 1]
    super(code, message)
    this.status = status
  }
}
