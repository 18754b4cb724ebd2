/** `npm start`: the county on this machine, with a batch in the middle of its year, until Ctrl-C. */
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { County } from '#county/county.ts'
import { PortTaken } from '#local-cloud/listen.ts'
import type { LocalCloud } from '#local-cloud/local-cloud.ts'
import { accountsOf, importDemonstrationRoster, oneAccountPerRole } from '../laptop/accounts.ts'
import { bootLaptop, every, readCounty, root } from '../laptop/laptop.ts'
import { peopleOf } from '../laptop/people.ts'
import { prepare } from '../laptop/prepare.ts'
import { play } from '../rehearsal/play-year.ts'
import { BATCH } from '../rehearsal/second-batch.ts'
import { Sentence } from '../sentence.ts'
import { BEGINNING, demonstration, TODAY } from './demonstration.ts'

/** @returns the exit code, after Ctrl-C */
export async function start(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { port: { type: 'string', default: '4510' }, data: { type: 'string' } },
  })
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 1 || port > 65_534)
    throw new Sentence(`端口应为1到65534之间的整数，收到的是“${values.port}”。`)
  const data = resolve(values.data ?? join(root, 'data', 'sixian'))
  const county = readCounty('sixian')
  const ended = Promise.withResolvers<void>()
  process.once('SIGINT', () => ended.resolve())
  process.once('SIGTERM', () => ended.resolve())

  const assembly = await prepare(county, (line) => console.error(line))
  const boot = (data: string, flowing: boolean) =>
    bootLaptop({
      county,
      assembly,
      data,
      port,
      beginning: Date.parse(BEGINNING),
      flowing,
      accounts: accountsOf(county),
      hooks: { skipSchedule: every(24) },
    }).catch((error: unknown) => {
      throw error instanceof PortTaken ? new Sentence(error.message) : error
    })
  if (!existsSync(join(data, 'instant'))) {
    if (existsSync(data) && readdirSync(data).length > 0)
      throw new Sentence(`文件夹${data}里有别的内容，没有动它；请用--data指定一个空的或不存在的文件夹。`)
    console.error('正在办理演示批次到今天……')
    // Whole or not at all: a start that was broken off begins anew.
    const preparing = `${data}.preparing`
    rmSync(preparing, { recursive: true, force: true })
    const cloud = await boot(preparing, false)
    await demonstrate(cloud)
    await cloud.close()
    renameSync(preparing, data)
  }
  const cloud = await boot(data, true)
  console.log(welcome(county, cloud.addresses.origin, data))
  await ended.promise
  console.error('\n正在结束……')
  await cloud.close()
  console.error('已结束，数据已保存。')
  return 0

  async function demonstrate({ addresses: { origin }, advanceTo, settle }: LocalCloud) {
    const as = peopleOf(county, () => origin)
    await importDemonstrationRoster(county, as)
    const stage = { origin, batch: BATCH, as, settle, sent: new Map() }
    await play(demonstration, { stage, advanceTo: (instant) => advanceTo(Date.parse(instant)) })
    await advanceTo(Date.parse(TODAY))
  }
}

const welcome = (county: County, origin: string, data: string): string => `
示范已启动。

  办理系统  ${origin}/console/
  公开页面  ${origin}/public/index.html

演示账号（登录页上点名字即可，不需要密码）：
${oneAccountPerRole(county)
  .map(({ id, name, role, unit }) => `  ${role}  ${unit ?? ''}${name}（${id}）`)
  .join('\n')}

数据在 ${data}
要从头开始：按 Ctrl-C 结束，删除这个文件夹，再运行 npm start。
`
