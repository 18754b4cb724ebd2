/** `shifan deploy`: a county's four stacks, from its file to its address. */
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod/mini'
import type { County } from '#county/county.ts'
import { Sentence } from '#typed/sentence.ts'
import { countyNames, readCounty } from '../../../infra/read-county.ts'
import { synthesize } from '../../../infra/synth.ts'
import { buildConsole } from '../laptop/build-console.ts'
import { root } from '../laptop/laptop.ts'
import { onlyOne, understood } from '../understood.ts'
import { checkCounty, checkIssuer } from './check-county.ts'
import { type Cdk, runCdk } from './run-cdk.ts'

const USAGE = '用法：npm run shifan -- deploy 县名 [--bootstrap] [--yes]'

/** @returns the exit code */
export async function deployCommand(args: string[]): Promise<number> {
  const { name, bootstrap, yes } = readArguments(args)
  const county = readCounty(name)
  checkCounty(county)
  await checkIssuer(county)
  console.error('正在构建工作台、生成并检查模板……')
  await buildConsole()
  const assembly = join(root, 'cdk.out', name)
  await synthesize(county, assembly, { validate: true })
  const cdk = { assembly, env: { AWS_REGION: county.region } }
  if (bootstrap) await bootstrapAccount(cdk)
  const address = await deployStacks(cdk, yes ? 'never' : 'broadening')
  console.log(deployed(county, address))
  return 0
}

/** What the CDK needs of an account once: a bucket for code, and roles. */
export const bootstrapAccount = (cdk: Cdk): Promise<void> => runCdk(['bootstrap'], cdk)

const Outputs = z.record(z.string(), z.record(z.string(), z.string()))

/**
 * Deploys every stack of the assembly; answers the address at which AWS serves the county.
 * @param approval when to ask whether rights may be widened
 */
export async function deployStacks(cdk: Cdk, approval: 'broadening' | 'never'): Promise<string> {
  mkdirSync(join(root, 'build'), { recursive: true })
  const outputs = join(root, 'build/outputs.json')
  await runCdk(
    ['deploy', '--all', '--require-approval', approval, '--progress', 'events', '--outputs-file', outputs],
    cdk,
  )
  const stacks = existsSync(outputs) ? Outputs.parse(JSON.parse(readFileSync(outputs, 'utf8'))) : {}
  const address = Object.values(stacks).flatMap((stack) => stack.address ?? [])[0]
  if (!address) throw new Error(`no stack of ${cdk.assembly} has the output address; see infra/stacks/api-stack.ts`)
  return address
}

function readArguments(args: string[]): { name: string; bootstrap: boolean; yes: boolean } {
  const { values, positionals } = understood(args, USAGE, {
    options: { bootstrap: { type: 'boolean', default: false }, yes: { type: 'boolean', default: false } },
    allowPositionals: true,
  })
  const name = onlyOne(positionals, USAGE)
  const known = countyNames()
  if (!known.includes(name)) throw new Sentence(`没有counties/${name}.json，现有${known.join('、')}。\n${USAGE}`)
  return { name, ...values }
}

const deployed = ({ siteOrigin, alarmEmail, administratorLogin }: County, address: string): string => `
四个栈都已部署。

  云上的地址    ${address}
  县文件的地址  ${siteOrigin}${new URL(siteOrigin).origin === address ? '' : '\n  两者不同：请把域名指到云上的地址（README.zh-CN.md“部署一个县”第六步），或把县文件的siteOrigin改为云上的地址后再部署一次。'}

接下来：
  1. ${alarmEmail}会收到一封订阅确认邮件，点其中的链接，告警才会寄来。
  2. 用账号${administratorLogin}登录，导入名册：npm run shifan -- roster 名册.csv --api ${siteOrigin} --token-file 令牌文件
     名册中要有系统管理员和安全管理员各一人（另设审计管理员），这份名册导入后，这个账号不再代行管理员；以后的岗位和账号由一人登记、另一人批准
  3. 验收：npm run accept -- --api ${siteOrigin} --tokens 令牌文件.json
`
