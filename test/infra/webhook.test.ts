/** What a county's own address for reminders brings with it, and that nothing of it is there where none is named. */
import { expect, it } from 'vitest'
import { functionsOf, templatesOf } from './templates.ts'

const webhook = { url: 'https://xiaoxi.sixian.example/shifan', secret: 'sixian-reminders' }
const plain = templatesOf('sixian')
const sixian = templatesOf('sixian', { webhook })
const { statements, named, ofType, idOf } = sixian
const of = (who: string) => statements().filter((one) => one.who === who)
const table = (name: string) => `${named('AWS::DynamoDB::GlobalTable', name)}.Arn`
const heldTo = (...keys: string[]) => ({
  'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': keys },
  Null: { 'dynamodb:LeadingKeys': ['false'] },
})

it('is one function more, and none where the county names no address', () => {
  const names = (county: typeof sixian) => functionsOf(county).map(({ name }) => name)
  expect(names(sixian).filter((name) => !names(plain).includes(name))).toEqual(['send-reminders'])
  expect(
    plain
      .statements()
      .flatMap(({ actions }) => actions)
      .filter((one) => one.startsWith('secretsmanager')),
  ).toEqual([])
})

it('may read one secret, numbers of the staff, and its own streams, and append to these alone', () => {
  const on = (arn: string) =>
    of('send-reminders')
      .filter((one) => one.on.includes(arn))
      .map(({ actions, more }) => [actions, more.Condition])
  expect(on(table('persons'))).toEqual([[['dynamodb:GetItem'], heldTo('staff/*')]])
  expect(on(table('ledger'))).toEqual([[['dynamodb:PartiQLInsert', 'dynamodb:Query'], heldTo('reminded/*')]])
  const secrets = statements().filter(({ actions }) => actions.some((one) => one.startsWith('secretsmanager:')))
  expect(secrets.map(({ who, actions }) => [who, actions])).toEqual([
    ['send-reminders', ['secretsmanager:GetSecretValue']],
  ])
  expect(secrets[0]!.on).toEqual([expect.stringMatching(/^arn:.*:secretsmanager:.*:secret:sixian-reminders-\?{6}$/)])
})

it('knows the name of the secret, and no template has more of it', () => {
  const fn = functionsOf(sixian).find(({ name }) => name === 'send-reminders')!
  expect(fn.Properties.Environment.Variables).toMatchObject({ WEBHOOK: webhook.url, SECRET: webhook.secret })
  expect(ofType('AWS::SecretsManager::Secret')).toEqual([])
})

it('is called for reminders alone, tries nine times, and gives up to where an alarm watches', () => {
  const fn = functionsOf(sixian).find(({ name }) => name === 'send-reminders')!
  const [mapping] = ofType('AWS::Lambda::EventSourceMapping').filter(
    ({ Properties }) => Properties.FunctionName === idOf(fn),
  )
  expect(mapping!.Properties).toMatchObject({ MaximumRetryAttempts: 8, BisectBatchOnFunctionError: true })
  expect(mapping!.Properties.FilterCriteria.Filters).toEqual([
    { Pattern: JSON.stringify({ dynamodb: { Keys: { stream: { S: [{ prefix: 'reminded/' }] } } } }) },
  ])
  expect(mapping!.Properties.DestinationConfig.OnFailure.Destination).toContain(named('AWS::S3::Bucket', 'failures'))
})
