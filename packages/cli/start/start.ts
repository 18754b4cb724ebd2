/** `npm start`: the county on this machine, with a batch in the middle of its year, until Ctrl-C. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { inOfficeHours } from '#calendar/office-hours.ts'
import { Sentence } from '#typed/sentence.ts'
import { oneAccountPerRole } from '../laptop/accounts.ts'
import { root } from '../laptop/laptop.ts'
import { peopleOf } from '../laptop/people.ts'
import { understood } from '../understood.ts'
import { mustBeWhole } from '../verify/must-be-whole.ts'
import { boot, county } from './boot.ts'
import { mustBeItsPort } from './its-port.ts'
import { WITH_WORK, whoHasWork } from './with-work.ts'

const USAGE = '用法：npm start -- [--port 端口，默认4510] [--data 数据文件夹]'

/** @returns the exit code, after Ctrl-C */
export async function start(args: string[]): Promise<number> {
  const { values } = understood(args, USAGE, {
    options: { port: { type: 'string', default: '4510' }, data: { type: 'string' } },
  })
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 1 || port > 65_534)
    throw new Sentence(`端口应为1到65534之间的整数，收到的是“${values.port}”。`)
  const data = resolve(values.data ?? join(root, 'data', 'sixian'))
  mustBeItsPort(data, port)
  if (existsSync(join(data, 'instant'))) await mustBeWhole(data, (sentence) => console.error(sentence))
  const ended = Promise.withResolvers<void>()
  process.once('SIGINT', () => ended.resolve())
  process.once('SIGTERM', () => ended.resolve())

  if (!(await getReady(data, port, ended.promise))) return 1
  const cloud = await boot({ data, port, flowing: true })
  // Its days pass while nobody looks, and whoever comes back would act in the night.
  await cloud.advanceTo(Date.parse(inOfficeHours(new Date(cloud.now()).toISOString())))
  const { origin } = cloud.addresses
  // Everybody who is listed is asked: whoever finds something to do stands first.
  const listed = oneAccountPerRole(county, WITH_WORK).map(({ id }) => id)
  const working = await whoHasWork(
    [...new Set([...WITH_WORK, ...listed])],
    peopleOf(county, () => origin),
  )
  console.log(welcome(origin, data, working))
  await ended.promise
  console.error('\n正在结束……')
  await cloud.close()
  console.error('已结束，数据已保存。')
  return 0
}

/** False when it did not come to its end, of which it has said why, or somebody has ended it. */
async function getReady(data: string, port: number, ended: Promise<void>): Promise<boolean> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'get-ready.ts'), data, String(port)], {
    stdio: ['pipe', 'inherit', 'inherit'],
  })
  void ended.then(() => child.kill())
  const [code] = await once(child, 'exit')
  return code === 0
}

const welcome = (origin: string, data: string, working: readonly string[]): string => `
示范已启动。

  办理系统  ${origin}/console/
  公开页面  ${origin}/public/index.html

演示账号（登录页上点名字即可，不需要密码${working.length > 0 ? `；前${working.length}个有事项待办` : ''}）：
${oneAccountPerRole(county, working)
  .map(({ id, name, role, unit }) => `  ${role}  ${unit ?? ''}${name}（${id}）`)
  .join('\n')}

数据在 ${data}
要从头开始：按 Ctrl-C 结束，删除这个文件夹，再运行 npm start。
`
