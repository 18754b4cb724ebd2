// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the syntax of Fn::Sub
import { expect, test } from 'vitest'
import { z } from 'zod/mini'
import type { Stack } from './assembly.ts'
import { placeOf } from './resource-attributes.ts'
import { Template } from './template.ts'

const stack = (name: string, more: Partial<Stack>): Stack => ({
  name,
  place: placeOf('cn-north-1', '123456789012'),
  resources: {},
  outputs: {},
  parameters: {},
  assets: new Map(),
  ...more,
})
const storage = stack('storage', {
  resources: {
    T: { Type: 'AWS::DynamoDB::GlobalTable', Properties: {} },
    B: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'files' } },
    M: { Type: 'AWS::StepFunctions::StateMachine', Properties: { StateMachineName: 'm' } },
    C: { Type: 'AWS::CloudFront::Distribution', Properties: {} },
    A: { Type: 'AWS::ApiGatewayV2::Api', Properties: {} },
  },
  outputs: {
    O: { Value: { 'Fn::GetAtt': ['T', 'StreamArn'] }, Export: { Name: { 'Fn::Sub': '${AWS::StackName}:T' } } },
  },
  parameters: { P: { Default: 'given' } },
})
const template = new Template([storage, stack('use', {})], 'http://local')
const resolve = (value: unknown, of = storage) => template.resolve(of, value)

test.each([
  [{ Ref: 'T' }, 'storage-T'],
  [{ Ref: 'M' }, 'arn:aws-cn:states:cn-north-1:123456789012:stateMachine:m'],
  [{ Ref: 'P' }, 'given'],
  [{ Ref: 'AWS::Partition' }, 'aws-cn'],
  [{ 'Fn::GetAtt': ['T', 'Arn'] }, 'arn:aws-cn:dynamodb:cn-north-1:123456789012:table/storage-T'],
  [{ 'Fn::GetAtt': 'B.RegionalDomainName' }, 'files.s3.cn-north-1.amazonaws.com.cn'],
  [{ 'Fn::GetAtt': ['A', 'ApiEndpoint'] }, 'http://local'],
  [{ 'Fn::Join': ['/', ['a', { Ref: 'B' }, 3]] }, 'a/files/3'],
  [
    { 'Fn::Sub': '${B}-${!kept}-${T.Arn}' },
    'files-${kept}-arn:aws-cn:dynamodb:cn-north-1:123456789012:table/storage-T',
  ],
  [{ 'Fn::Sub': ['${own}', { own: { Ref: 'B' } }] }, 'files'],
  [{ 'Fn::Select': [1, { 'Fn::Split': ['/', 'a/b'] }] }, 'b'],
  [{ list: [1, { Ref: 'AWS::NoValue' }], gone: { Ref: 'AWS::NoValue' } }, { list: [1] }],
])('%j is %j', (value, expected) => expect(resolve(value)).toEqual(expected))

test('one stack imports what another exports', () => {
  const imported = template.resolve(stack('use', {}), { 'Fn::ImportValue': 'storage:T' })
  expect(imported).toBe('arn:aws-cn:dynamodb:cn-north-1:123456789012:table/storage-T/stream/local')
})

test.each([
  [{ 'Fn::Cidr': [] }, 'does not know Fn::Cidr (in storage)'],
  [{ 'Fn::If': ['a', 'b', 'c'] }, 'does not know Fn::If'],
  [{ 'Fn::GetAtt': ['C', 'DomainName'] }, 'the attribute DomainName of AWS::CloudFront::Distribution'],
  [{ Ref: 'Nobody' }, 'storage refers to Nobody'],
  [{ 'Fn::ImportValue': 'nothing' }, 'exports nothing'],
])('%j is an error that names it', (value, sentence) => expect(() => resolve(value)).toThrow(sentence))

test('a resource that does not fit is named with its stack', () => {
  expect(() => template.all('AWS::S3::Bucket', z.object({ BucketName: z.number() }))).toThrow(
    'AWS::S3::Bucket B of storage',
  )
})
