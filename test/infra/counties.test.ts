import { App } from 'aws-cdk-lib'
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag'
import { describe, expect, it } from 'vitest'
import { acknowledge, acknowledged } from '../../infra/acknowledged.ts'
import { countyNames, readCounty } from '../../infra/read-county.ts'
import { stacksWithoutCode } from '../../infra/synth.ts'
import { templatesOf } from './templates.ts'

it('two counties at least, one in each partition', () => {
  expect(new Set(countyNames().map((name) => readCounty(name).partition))).toEqual(new Set(['aws', 'aws-cn']))
  expect(() => readCounty('nowhere')).toThrow(/there is no counties\/nowhere\.json; there are .*sixian/)
})

describe.each(countyNames())('%s', (name) => {
  const { templates, resources, county } = templatesOf(name)

  it('is four stacks without a circle', () => {
    expect([...templates.keys()]).toEqual(['storage', 'procedure', 'api', 'site'].map((part) => `${name}-${part}`))
  })

  it('names no other partition than its own', () => {
    const arns = [...JSON.stringify([...templates.values()]).matchAll(/\barn:(aws[\w-]*):/g)].map(
      ([, partition]) => partition,
    )
    expect(new Set(arns)).toEqual(new Set([county.partition]))
  })

  it('needs no custom resource, no user pool, no content network', () => {
    expect(resources.filter(({ Type }) => /^Custom::|CustomResource|Cognito|CloudFront/.test(Type))).toEqual([])
  })
})

it('the functions and routes are the same in every county', () => {
  const [first, ...others] = countyNames().map((name) =>
    templatesOf(name).resources.map(({ Type, id }) => `${Type} ${id}`),
  )
  // A permission's id is made of its stack's name.
  const comparable = (ids: string[] = []) =>
    ids.filter((one) => !one.startsWith('AWS::Lambda::Permission') && !one.includes('exampl')).sort()
  for (const other of others) expect(comparable(other)).toEqual(comparable(first))
})

describe('findings', () => {
  const found = countyNames().flatMap((name) => {
    const app = App.of(stacksWithoutCode(readCounty(name)).storage)
    if (!App.isApp(app)) throw new Error('the stacks are in no app')
    // What one stack asks of another has a name only afterwards.
    app.synth()
    return [new AwsSolutionsChecks(app), new ServerlessChecks(app)].flatMap((pack) =>
      pack.validateScope(app).violations.flatMap(({ ruleName, violatingResources }) =>
        violatingResources.map(({ constructPath }: any) => ({
          id: ruleName.replace(`${name}-`, '<county>-'),
          path: String(constructPath).replace(`${name}-`, ''),
        })),
      ),
    )
  })
  const answers = (one: (typeof acknowledged)[number], { id, path }: { id: string; path: string }) =>
    one.id === id && one.where.test(path)

  it('are all acknowledged', () => {
    expect(found.length).toBeGreaterThan(20)
    expect(found.filter((finding) => !acknowledged.some((one) => answers(one, finding)))).toEqual([])
  })

  it('are all that is acknowledged, each with a reason', () => {
    expect(acknowledged.filter((one) => !found.some((finding) => answers(one, finding)))).toEqual([])
    expect(acknowledged.filter(({ reason }) => reason.length < 15)).toEqual([])
  })

  it('an acknowledgement of nothing is told', () => {
    expect(acknowledge(new App(), 'sixian')).toEqual(acknowledged)
  })
})
