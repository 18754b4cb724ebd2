import { expect, test } from 'vitest'
import { placeOf } from '#local-cloud/assembly/resource-attributes.ts'
import { Template } from '#local-cloud/assembly/template.ts'
import { bucketPolicies } from './bucket-policies.ts'

const denying = (Condition: object, Action = 's3:PutObject') => {
  const statement = { Effect: 'Deny', Action, Resource: 'arn:aws:s3:::files/*', Condition }
  const P = { Type: 'AWS::S3::BucketPolicy', Properties: { PolicyDocument: { Statement: [statement] } } }
  const lambda = (name: string) => ({
    ...{ Type: 'AWS::Lambda::Function' },
    Properties: { FunctionName: name, Role: `arn:aws:iam::1:role/${name}` },
  })
  const resources = { P, A: lambda('api'), E: lambda('eraser') }
  const place = placeOf('eu-west-1', '1')
  return bucketPolicies(
    new Template([{ name: 's', place, resources, outputs: {}, parameters: {}, assets: new Map() }], ''),
  )
}
const put = (denied: ReturnType<typeof denying>, ...headers: string[]) =>
  denied('api', 's3:PutObject', 'arn:aws:s3:::files/a', { headers: new Set(headers) })

test('a header that has to come is asked for', () => {
  const denied = denying({ Null: { 's3:if-none-match': 'true' } })
  put(denied, 'if-none-match')
  expect(() => put(denied, 'x-amz-acl')).toThrow('with an explicit deny in a resource-based policy')
})

test.each([
  ['s3:x-amz-website-redirect-location', 'x-amz-website-redirect-location'],
  ['s3:RequestObjectTagKeys', 'x-amz-tagging'],
])('%s refuses whoever sends that header, and nobody else', (key, header) => {
  const denied = denying({ Null: { [key]: 'false' } })
  put(denied, 'if-none-match')
  expect(() => put(denied, 'if-none-match', header)).toThrow('with an explicit deny')
  denied('api', 's3:PutObjectTagging', 'arn:aws:s3:::files/a', { headers: new Set([header]) })
})

test('what is denied to everybody but a role lets that role alone', () => {
  const but = { ArnNotEquals: { 'aws:PrincipalArn': 'arn:aws:iam::1:role/eraser' } }
  const denied = denying(but, 's3:DeleteObject')
  const remove = (who: string) => denied(who, 's3:DeleteObject', 'arn:aws:s3:::files/a', { headers: new Set() })
  remove('eraser')
  for (const who of ['api', 'somebody']) expect(() => remove(who)).toThrow('with an explicit deny')
  const nobody = denying({}, 's3:DeleteObject')
  expect(() => nobody('eraser', 's3:DeleteObject', 'arn:aws:s3:::files/a', { headers: new Set() })).toThrow('explicit')
})

test('what speaks of TLS never speaks here; what it cannot judge stops the boot', () => {
  put(denying({ Bool: { 'aws:SecureTransport': 'false' } }))
  expect(() => denying({ StringNotEquals: { 's3:x-amz-acl': 'private' } })).toThrow(
    'the condition StringNotEquals s3:x-amz-acl, which the local cloud cannot judge',
  )
})
