import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { App } from 'aws-cdk-lib'
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag'
import { describe, expect, it } from 'vitest'
import { county, countyOnLaptop } from '#county/county.ts'
import { parseObjectionLimits, USUAL_LIMITS } from '#county/objection-limits.ts'
import { parseHandled } from '#county/organs.ts'
import { keyOf, procedures } from '#procedure/procedures.ts'
import { readValue, WrongFile } from '#procedure/wrong-file.ts'
import { acknowledge, acknowledged } from '../../infra/acknowledged.ts'
import { countyNames, readCounty } from '../../infra/read-county.ts'
import { stacksWithoutCode } from '../../infra/synth.ts'
import { templatesOf } from './templates.ts'

it('two counties at least, one in each partition', () => {
  expect(new Set(countyNames().map((name) => readCounty(name).partition))).toEqual(new Set(['aws', 'aws-cn']))
  expect(() => readCounty('nowhere')).toThrow('没有counties/nowhere.json，现有fenghuang、sixian。')
})

describe.each(countyNames())('%s', (name) => {
  const { templates, resources, county: own } = templatesOf(name)

  it('is four stacks without a circle', () => {
    expect([...templates.keys()]).toEqual(['storage', 'procedure', 'api', 'site'].map((part) => `${name}-${part}`))
  })

  it('says on its notices where the office is reached, and nothing of a real one', () => {
    expect(own.organs).toMatchObject({
      officePhone: expect.stringMatching(/^0\d{2,3}-0{7}$/),
      officeAddress: expect.stringContaining('不是真实地址'),
      officeEmail: expect.stringMatching(/\.example$/),
    })
  })

  it('names no other partition than its own', () => {
    const arns = [...JSON.stringify([...templates.values()]).matchAll(/\barn:(aws[\w-]*):/g)].map(
      ([, partition]) => partition,
    )
    expect(new Set(arns)).toEqual(new Set([own.partition]))
  })

  it('tells its functions the versions that it runs, and its organs with the team that assesses', () => {
    const intake = resources.find(({ Properties }) => Properties?.FunctionName === `${name}-intake-api`)!
    const {
      procedures,
      assessmentTeam,
      county: named,
      training,
    } = parseHandled(intake.Properties.Environment.Variables.COUNTY)
    expect(procedures).toEqual(own.procedures)
    expect(assessmentTeam).toBe('考核组')
    expect(named).toBe(own.organs.county)
    expect(training).toBe(own.training)
  })

  it('tells the public form how much it takes in an hour', () => {
    const form = resources.find(({ Properties }) => Properties?.FunctionName === `${name}-notice-public`)!
    expect(parseObjectionLimits(form.Properties.Environment.Variables.COUNTY)).toEqual(own.objections)
  })

  it('needs no custom resource, no user pool, no content network', () => {
    expect(resources.filter(({ Type }) => /^Custom::|CustomResource|Cognito|CloudFront/.test(Type))).toEqual([])
  })
})

it.each([
  [
    'a region of another country',
    { partition: 'aws', region: 'ap-southeast-1' },
    'region收到“ap-southeast-1”，不在中国境内：真实数据只能放在cn-north-1或cn-northwest-1；只作培训的，加上一行"training": true，每个页面都会注明',
  ],
  ['training that is not said', { training: false }, 'training收到false，只能是true'],
  ['no procedure', { procedures: [] }, 'procedures收到[]，不能少于1项'],
  [
    'one that is not listed',
    { procedures: ['creation-short@1', 'creation-short@7'] },
    `procedures.1收到“creation-short@7”，没有这一版程序，现有${procedures.map(keyOf).join('、')}`,
  ],
  [
    'room for one sender only',
    { objections: { perAddress: 40 } },
    'objections.perAddress收到40，不能超过perNotice（没有写的为60）的一半，否则一个地址就能占满整期公示的份额',
  ],
  ['no room', { objections: { perAddress: 0 } }, 'objections.perAddress收到0，不能少于1'],
  [
    'a version twice',
    { procedures: ['creation-short@1', 'creation-short@1'] },
    'procedures收到["creation-short@1","creation-short@1"]，同一版程序写了两次',
  ],
])('a county with %s is refused', (_, wrong, sentence) => {
  const known = readCounty('sixian')
  expect(readValue(county, known, 'counties/sixian.json')).toEqual(known)
  expect(() => readValue(county, { ...known, ...wrong }, 'counties/sixian.json')).toThrow(
    new WrongFile(`counties/sixian.json的${sentence}；请改正。`),
  )
})

it.each(['cn-', 'cn-evil-1', 'cn-north-1/../us', 'cn-north-1 ', 'CN-NORTH-1', 'cn-north-12', 'us-east-1'])(
  'real data do not go to “%s”',
  (region) => {
    const { training: _none, ...known } = readCounty('sixian')
    expect(() => readValue(county, { ...known, region }, 'counties/sixian.json')).toThrow(WrongFile)
  },
)
it.each(['cn-north-1', 'cn-northwest-1'])('real data go to %s', (region) => {
  const known = { ...readCounty('sixian'), region }
  expect(readValue(county, known, 'counties/sixian.json')).toEqual(known)
})
it('messages go to this machine where a laptop reads the file, and not where it is deployed', () => {
  const known = { ...readCounty('sixian'), webhook: { url: 'http://127.0.0.1:8080/', secret: 'sixian-reminders' } }
  expect(readValue(countyOnLaptop, known, 'counties/sixian.json')).toEqual(known)
  expect(() => readValue(county, known, 'counties/sixian.json')).toThrow('只能在一台电脑上试用')
})
it('what is no name of a region is refused for training as well', () => {
  for (const region of ['cn-', 'cn-north-1/../us', 'us east 1', ''])
    expect(() => readValue(county, { ...readCounty('fenghuang'), region }, 'counties/fenghuang.json')).toThrow(
      WrongFile,
    )
})

it('a county abroad is for training, as its pages are told', () => {
  const { region, training } = readCounty('fenghuang')
  expect([region.startsWith('cn-'), training]).toEqual([false, true])
  expect(readCounty('sixian').training).toBeUndefined()
})

it('a county’s own limits of the public form stand beside the usual ones', () => {
  const known = readCounty('sixian')
  expect(known.objections).toEqual(USUAL_LIMITS)
  const own = readValue(county, { ...known, objections: { perNotice: 200 } }, 'counties/sixian.json')
  expect(own.objections).toEqual({ ...USUAL_LIMITS, perNotice: 200 })
  expect(parseObjectionLimits('{}')).toEqual(USUAL_LIMITS)
})

describe('a file that names a key twice', () => {
  const text = JSON.stringify(readCounty('sixian'))
  const within = (files: Record<string, string>): string => {
    const at = mkdtempSync(join(tmpdir(), 'counties-'))
    for (const [path, content] of Object.entries({ 'counties/some.json': text, ...files })) {
      mkdirSync(dirname(join(at, path)), { recursive: true })
      writeFileSync(join(at, path), content)
    }
    return at
  }

  it('is refused, be it the county’s, a variant’s or a form’s', () => {
    expect(readCounty('some', within({ 'packages/procedure/forms/f.json': '{}' })).name).toBe('sixian')
    for (const [path, content] of [
      ['counties/some.json', text.replace('{', '{"name":"sixian",')],
      ['packages/procedure/variants/v.1.json', '{"name":"v","name":"w"}'],
      ['packages/procedure/forms/f.json', '{"name":"f","name":"g"}'],
    ] as const)
      expect(() => readCounty('some', within({ [path]: content }))).toThrow(
        new WrongFile(`${path}的name写了两次；同一处的名称只能写一次，请删去或改名。`),
      )
  })
})

it('the functions and routes are the same in every county', () => {
  const [first, ...others] = countyNames().map((name) =>
    templatesOf(name).resources.map(({ Type, id }) => `${Type} ${id}`),
  )
  // A permission's id is made of its stack's name; the machines are those of the county's own list.
  const comparable = (ids: string[] = []) =>
    ids
      .filter((one) => !/^AWS::Lambda::Permission|exampl|^AWS::StepFunctions::StateMachine|machinelogs/.test(one))
      .sort()
  for (const other of others) expect(comparable(other)).toEqual(comparable(first))
})

describe('findings', () => {
  // With AWS's keys, and with its own.
  const each = countyNames().flatMap((name) => [false, true].map((ownKey) => ({ ...readCounty(name), ownKey })))
  const found = each.flatMap((county) => {
    const { name } = county
    const app = App.of(stacksWithoutCode(county).storage)
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
