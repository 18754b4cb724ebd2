import { timingSafeEqual } from 'node:crypto'
import { type Claim, headersOf, type SignedRequest, signatureFor, type Target, targetOf } from './sigv4-canonical.ts'
import { claimInHeader, claimInQuery } from './sigv4-claim.ts'
import { SignatureRefused } from './sigv4-refused.ts'

/** AWS tolerates clocks that are this far apart. */
const SKEW = 15 * 60_000

export type Signing = {
  readonly secretOf: (accessKey: string) => string | undefined
  readonly region: string
  /** As in the credential's scope: `s3`, `dynamodb`, `states`. */
  readonly service: string
  /** Real time: signers use the real clock. */
  readonly now: () => Date
}

export type Signed = {
  readonly accessKey: string
  /** The body's SHA-256 in hex, `UNSIGNED-PAYLOAD` or `STREAMING-…`, as the signer claims; S3 still has to compare the bytes. */
  readonly payload: string
  readonly presigned: boolean
}

/**
 * Checks an AWS Signature Version 4, in the header or (presigned) in the query.
 * @param request an `IncomingMessage` or its parts, untouched
 * @param bodySha256 hex digest of the body for services that read it first; a differing claim is refused
 * @throws SignatureRefused with the code and status that AWS answers
 */
export function verifySignature(
  request: SignedRequest,
  { secretOf, region, service, now }: Signing,
  bodySha256?: string,
): Signed {
  const refuse = (fault: ConstructorParameters<typeof SignatureRefused>[1], message: string) => {
    throw new SignatureRefused(service, fault, message)
  }
  const headers = headersOf(request.rawHeaders)
  const target = parse(request, service)
  const inQuery = target.query.some(([name]) => /^X-Amz-(Algorithm|Credential|Signature)$/.test(name))
  if (inQuery && headers.has('authorization'))
    refuse('two signatures', 'Sign in the header or in the query, not in both.')
  if (!inQuery && !headers.has('authorization')) refuse('unsigned', 'The request is not signed.')

  const claim = inQuery ? claimInQuery(service, target.query) : claimInHeader(service, headers, bodySha256)
  checkScope(claim, region, service)
  checkTime(claim, service, now().getTime())
  checkSignedHeaders(claim, service, headers)

  const secret = secretOf(claim.accessKey)
  if (secret === undefined)
    throw new SignatureRefused(service, 'unknown key', `There is no access key ${claim.accessKey}.`)
  const expected = signatureFor(claim, secret, request.method ?? 'GET', target, headers)
  if (!equal(expected, claim.signature))
    refuse(
      'mismatch',
      'The signature does not match; method, path, query, a signed header or the secret differs from what was signed.',
    )
  return { accessKey: claim.accessKey, payload: claim.payload, presigned: inQuery }
}

function parse(request: SignedRequest, service: string): Target {
  try {
    return targetOf(request.url ?? '/')
  } catch {
    throw new SignatureRefused(service, 'malformed request', `The address ${request.url} cannot be decoded.`)
  }
}

function checkScope({ scope: [, region, service], presigned }: Claim, wantedRegion: string, wantedService: string) {
  const fault = presigned ? 'malformed query' : 'malformed header'
  if (region !== wantedRegion)
    throw new SignatureRefused(
      wantedService,
      fault,
      `The credential is for region ${region}; expected ${wantedRegion}.`,
    )
  if (service !== wantedService)
    throw new SignatureRefused(
      wantedService,
      fault,
      `The credential is for service ${service}; expected ${wantedService}.`,
    )
}

function checkTime(claim: Claim & { expiresSeconds?: number }, service: string, now: number) {
  const signed = Date.parse(claim.date.replace(/^(....)(..)(..)T(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6Z'))
  const refuse = (fault: 'malformed header' | 'malformed query' | 'expired' | 'skewed', message: string) => {
    throw new SignatureRefused(service, fault, message)
  }
  if (Number.isNaN(signed))
    refuse(claim.presigned ? 'malformed query' : 'malformed header', `${claim.date} is not an instant.`)
  if (claim.expiresSeconds === undefined) {
    if (Math.abs(now - signed) > SKEW)
      refuse('skewed', `Signed at ${claim.date}, more than 15 minutes from the server's time.`)
    return
  }
  if (signed > now + SKEW) refuse('expired', `Request is not valid before ${claim.date}.`)
  if (now > signed + claim.expiresSeconds * 1000)
    refuse('expired', `Request has expired: signed at ${claim.date} for ${claim.expiresSeconds} seconds.`)
}

function checkSignedHeaders({ signedHeaders }: Claim, service: string, headers: ReadonlyMap<string, string>) {
  const needed = [...headers.keys()].filter((name) => name === 'host' || name.startsWith('x-amz-'))
  const missing = ['host', ...needed].filter((name) => !signedHeaders.includes(name))
  if (missing.length > 0)
    throw new SignatureRefused(
      service,
      'header not signed',
      `There were headers present in the request which were not signed: ${[...new Set(missing)].join(', ')}.`,
    )
}

function equal(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
