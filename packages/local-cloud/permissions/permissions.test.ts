import { expect, test } from 'vitest'
import { placeOf } from '#local-cloud/assembly/resource-attributes.ts'
import { Template } from '#local-cloud/assembly/template.ts'
import { permissions } from './permissions.ts'

const allow = { Effect: 'Allow', Action: ['s3:Get*', 'dynamodb:Query'], Resource: 'arn:aws:s3:::files/evidence/*' }
const holding = (...statements: object[]) => {
  const resources = {
    R: { Type: 'AWS::IAM::Role', Properties: { RoleName: 'role' } },
    P: { Type: 'AWS::IAM::Policy', Properties: { Roles: [{ Ref: 'R' }], PolicyDocument: { Statement: statements } } },
    F: { Type: 'AWS::Lambda::Function', Properties: { FunctionName: 'api', Role: { 'Fn::GetAtt': ['R', 'Arn'] } } },
  }
  const place = placeOf('eu-west-1', '1')
  return permissions(
    new Template([{ name: 's', place, resources, outputs: {}, parameters: {}, assets: new Map() }], ''),
  )
}

test('a statement allows what its patterns cover, and is remembered', () => {
  const { permit, usedStatements } = holding(allow)
  permit('api', 's3:GetObject', 'arn:aws:s3:::files/evidence/a/b')
  expect(usedStatements()).toMatchObject([{ who: 'api', role: 'role', used: ['s3:GetObject'] }])
})

test.each([
  ['s3:PutObject', 'arn:aws:s3:::files/evidence/a'],
  ['s3:GetObject', 'arn:aws:s3:::files/elsewhere/a'],
  ['s3:GetObject', 'xarn:aws:s3:::files/evidence/a'],
])('%s on %s is refused in the words of AWS', (action, resource) => {
  const { permit, usedStatements } = holding(allow)
  expect(() => permit('api', action, resource)).toThrow(
    `User: arn:aws:sts::1:assumed-role/role/api is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`,
  )
  expect(usedStatements()).toEqual([])
})

test('a deny wins over any allow', () => {
  const { permit } = holding(allow, { Effect: 'Deny', Action: '*', Resource: '*' })
  expect(() => permit('api', 's3:GetObject', 'arn:aws:s3:::files/evidence/a')).toThrow('with an explicit deny')
})

test('a condition that is known is judged, one that is not stops the boot', () => {
  const { permit } = holding({ ...allow, Resource: '*', Condition: { Bool: { 'aws:SecureTransport': 'true' } } })
  permit('api', 's3:GetObject', 'anything')
  const where = { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } }
  expect(() => holding({ ...allow, Condition: where })).toThrow(
    'the condition IpAddress on aws:SourceIp, which the local cloud cannot judge',
  )
})

test('NotAction stops the boot instead of being passed over', () => {
  expect(() => holding({ Effect: 'Allow', NotAction: 's3:*', Resource: '*' })).toThrow(/cannot read AWS::IAM::Policy P/)
})

const keys = (...named: string[]) => ({ 'dynamodb:LeadingKeys': named })
const ofNotices = {
  'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': 'notice/*' },
  Null: { 'dynamodb:LeadingKeys': 'false' },
}

test.each([
  [['notice/2018-2/1'], true],
  [['case/2018-2/dazhuang'], false],
  [['notice/2018-2/1', 'case/2018-2/dazhuang'], false],
  // "For all values" alone would hold of a scan.
  [[], false],
])('who is held to keys of notices and names %j is let in: %s', (named, lets) => {
  const { permit } = holding({ Effect: 'Allow', Action: 'dynamodb:Query', Resource: '*', Condition: ofNotices })
  const ask = () => permit('api', 'dynamodb:Query', 'arn:aws:dynamodb:eu-west-1:1:table/ledger', keys(...named))
  if (lets) ask()
  else expect(ask).toThrow('because no identity-based policy allows the dynamodb:Query action')
})
