import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb'
import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifySignature } from './sigv4.ts'
import type { SignedRequest } from './sigv4-canonical.ts'
import { SignatureRefused } from './sigv4-refused.ts'

// The worked examples of Amazon's S3 API reference: key, secret, instant and signatures are theirs.
const KEY = 'AKIAIOSFODNN7EXAMPLE'
const EMPTY = createHash('sha256').digest('hex')
const signing = {
  secretOf: (key: string) => (key === KEY ? 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' : undefined),
  region: 'us-east-1',
  service: 's3',
  now: () => new Date('2013-05-24T00:05:00Z'),
}
const inHeader = {
  host: 'examplebucket.s3.amazonaws.com',
  range: 'bytes=0-9',
  'x-amz-content-sha256': EMPTY,
  'x-amz-date': '20130524T000000Z',
  authorization: `AWS4-HMAC-SHA256 Credential=${KEY}/20130524/us-east-1/s3/aws4_request,SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41`,
}
const inQuery = {
  'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
  'X-Amz-Credential': `${KEY}/20130524/us-east-1/s3/aws4_request`,
  'X-Amz-Date': '20130524T000000Z',
  'X-Amz-Expires': '86400',
  'X-Amz-SignedHeaders': 'host',
  'X-Amz-Signature': 'aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404',
}
const get = (headers: Record<string, string>, query: Record<string, string> = {}): SignedRequest => ({
  method: 'GET',
  url: `/test.txt?${new URLSearchParams(query)}`,
  rawHeaders: Object.entries(headers).flat(),
})
const host = { host: 'examplebucket.s3.amazonaws.com' }
const refusal = (act: () => unknown) => {
  try {
    act()
  } catch (error) {
    if (error instanceof SignatureRefused) return `${error.status} ${error.name}`
    throw error
  }
  return 'accepted'
}
const without = (record: Record<string, string>, name: string) =>
  Object.fromEntries(Object.entries(record).filter(([key]) => key !== name))

describe('in the header', () => {
  test("Amazon's example is accepted", () => {
    expect(verifySignature(get(inHeader), signing)).toEqual({ accessKey: KEY, payload: EMPTY, presigned: false })
  })

  test.each<[string, Record<string, string>, string]>([
    ['no signature', host, '403 AccessDenied'],
    ['another range than signed', { ...inHeader, range: 'bytes=0-99' }, '403 SignatureDoesNotMatch'],
    ['a signed header left out', without(inHeader, 'range'), '403 SignatureDoesNotMatch'],
    ['an unsigned x-amz-*', { ...inHeader, 'x-amz-acl': 'public-read' }, '403 AccessDenied'],
    ['no date', without(inHeader, 'x-amz-date'), '400 AuthorizationHeaderMalformed'],
    ['a date that is none', { ...inHeader, 'x-amz-date': '20130524T999999Z' }, '400 AuthorizationHeaderMalformed'],
    ['no digest of the body', without(inHeader, 'x-amz-content-sha256'), '400 InvalidRequest'],
    ['another algorithm', { ...inHeader, authorization: 'Basic eDp5' }, '400 AuthorizationHeaderMalformed'],
    ...['Credential', 'SignedHeaders', 'Signature'].map((part): [string, Record<string, string>, string] => [
      `no ${part}`,
      { ...inHeader, authorization: inHeader.authorization.replace(`${part}=`, 'Nothing=') },
      '400 AuthorizationHeaderMalformed',
    ]),
    [
      'another region',
      { ...inHeader, authorization: inHeader.authorization.replace('us-east-1', 'cn-north-1') },
      '400 AuthorizationHeaderMalformed',
    ],
    [
      'another service',
      { ...inHeader, authorization: inHeader.authorization.replace('/s3/', '/dynamodb/') },
      '400 AuthorizationHeaderMalformed',
    ],
    [
      'an unknown key',
      { ...inHeader, authorization: inHeader.authorization.replace(KEY, 'AKIANOBODY') },
      '403 InvalidAccessKeyId',
    ],
    [
      'host not signed',
      { ...inHeader, authorization: inHeader.authorization.replace('host;', '') },
      '403 AccessDenied',
    ],
  ])('%s is refused', (_, headers, expected) => {
    expect(refusal(() => verifySignature(get(headers), signing))).toBe(expected)
  })

  test.each([
    ['2013-05-24T00:15:00Z', 'accepted'],
    ['2013-05-24T00:15:01Z', '403 RequestTimeTooSkewed'],
    ['2013-05-23T23:44:59Z', '403 RequestTimeTooSkewed'],
  ])('at %s the request of midnight is %s', (instant, expected) => {
    expect(refusal(() => verifySignature(get(inHeader), { ...signing, now: () => new Date(instant) }))).toBe(expected)
  })
})

describe('in the query', () => {
  test("Amazon's example is accepted", () => {
    expect(verifySignature(get(host, inQuery), signing)).toEqual({
      accessKey: KEY,
      payload: 'UNSIGNED-PAYLOAD',
      presigned: true,
    })
  })

  test.each(Object.keys(inQuery))('without %s it is refused with a code, not a crash', (name) => {
    expect(refusal(() => verifySignature(get(host, without(inQuery, name)), signing))).toBe(
      '400 AuthorizationQueryParametersError',
    )
  })

  test.each([
    ['2013-05-25T00:00:00Z', 'accepted'],
    ['2013-05-25T00:00:01Z', '403 AccessDenied'],
    ['2013-05-23T23:44:59Z', '403 AccessDenied'],
  ])('at %s a URL of one day from midnight is %s', (instant, expected) => {
    expect(refusal(() => verifySignature(get(host, inQuery), { ...signing, now: () => new Date(instant) }))).toBe(
      expected,
    )
  })

  test.each<[string, Record<string, string>, string]>([
    ['eight days', { 'X-Amz-Expires': '691200' }, '400 AuthorizationQueryParametersError'],
    ['a longer life', { 'X-Amz-Expires': '86401' }, '403 SignatureDoesNotMatch'],
    ['one more parameter', { 'response-content-type': 'text/html' }, '403 SignatureDoesNotMatch'],
    ['another signature', { 'X-Amz-Signature': 'a'.repeat(64) }, '403 SignatureDoesNotMatch'],
    ['a short signature', { 'X-Amz-Signature': 'a' }, '403 SignatureDoesNotMatch'],
  ])('%s is refused', (_, change, expected) => {
    expect(refusal(() => verifySignature(get(host, { ...inQuery, ...change }), signing))).toBe(expected)
  })

  test('an unsigned x-amz-* header, a second signature, and a parameter given twice are refused', () => {
    const twice = get(host, inQuery)
    expect(refusal(() => verifySignature(get({ ...host, 'x-amz-acl': 'public-read' }, inQuery), signing))).toBe(
      '403 AccessDenied',
    )
    expect(refusal(() => verifySignature(get(inHeader, inQuery), signing))).toBe('400 InvalidArgument')
    expect(refusal(() => verifySignature({ ...twice, url: `${twice.url}&X-Amz-Date=20130524T000000Z` }, signing))).toBe(
      '400 AuthorizationQueryParametersError',
    )
  })
})

test('nothing that a stranger sends is ever anything but accepted or refused', () => {
  const piece = fc.constantFrom(
    '',
    '/',
    '?',
    '&',
    '=',
    '%',
    '%E6',
    'X-Amz-Credential',
    'X-Amz-Signature=',
    '20130524',
    ';',
    ',',
  )
  const text = fc.array(fc.oneof(piece, fc.string({ maxLength: 5 })), { maxLength: 12 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, text, text, (path, authorization, date) => {
      const rawHeaders = ['host', 'x', 'authorization', `AWS4-HMAC-SHA256 ${authorization}`, 'x-amz-date', date]
      const outcomes = [rawHeaders, ['host', 'x']].map((rawHeaders) =>
        refusal(() => verifySignature({ method: 'GET', url: `/${path}`, rawHeaders }, signing)),
      )
      for (const outcome of outcomes) expect(outcome).toMatch(/^4\d\d \w+$/)
    }),
  )
})

describe('the JSON services, asked by the SDK', () => {
  let seen: string[] = []
  let service = 'dynamodb'
  const server = createServer(async (request, response) => {
    const body = await buffer(request)
    const digest = createHash('sha256').update(body).digest('hex')
    const options = {
      secretOf: (key: string) => (key === 'intake' ? 'secret' : undefined),
      region: 'cn-north-1',
      service,
      now: () => new Date(),
    }
    seen.push(refusal(() => verifySignature(request, options, digest)))
    response.end('{}')
  })
  let endpoint = ''
  beforeAll(async () => {
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => server.close())
  const read = new GetItemCommand({ TableName: 'ledger', Key: { S: { S: '申报/2018' } } })
  const ask = async (config: { region?: string; secretAccessKey?: string; accessKeyId?: string }) => {
    seen = []
    const { region = 'cn-north-1', accessKeyId = 'intake', secretAccessKey = 'secret' } = config
    const client = new DynamoDBClient({
      endpoint,
      region,
      credentials: { accessKeyId, secretAccessKey },
      maxAttempts: 1,
    })
    await client.send(read)
    return seen
  }

  test('a right key is accepted, with DynamoDB and with Step Functions', async () => {
    service = 'dynamodb'
    expect(await ask({})).toEqual(['accepted'])
    service = 'states'
    seen = []
    const machine = new SFNClient({
      endpoint,
      region: 'cn-north-1',
      credentials: { accessKeyId: 'intake', secretAccessKey: 'secret' },
    })
    await machine.send(new StartExecutionCommand({ stateMachineArn: 'arn:aws-cn:states:cn-north-1:1:stateMachine:m' }))
    expect(seen).toEqual(['accepted'])
    service = 'dynamodb'
  })

  test('wrong secret, key and region are refused in the words of DynamoDB', async () => {
    expect(await ask({ secretAccessKey: 'guessed' })).toEqual(['400 InvalidSignatureException'])
    expect(await ask({ accessKeyId: 'nobody' })).toEqual(['400 UnrecognizedClientException'])
    expect(await ask({ region: 'us-east-1' })).toEqual(['400 IncompleteSignatureException'])
    seen = []
    await fetch(endpoint, { method: 'POST', body: '{}' })
    expect(seen).toEqual(['400 MissingAuthenticationTokenException'])
  })
})
