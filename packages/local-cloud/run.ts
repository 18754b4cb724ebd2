import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { z } from 'zod/mini'
import { PortTaken } from '#local-cloud/wire/listen.ts'
import { bootLocalCloud } from './boot.ts'
import type { BootOptions, LocalCloud } from './local-cloud.ts'

const Account = z.object({ id: z.string(), name: z.string(), role: z.string(), unit: z.optional(z.string()) })
const Login = z.object({ accounts: z.array(Account), redirectPaths: z.array(z.string()) })

/** What a command line says of a boot. `--replace FROM=TO` may name the main address as `{origin}`; `--login FILE` lists the accounts of the local issuer. */
export function bootOptions(args: readonly string[]): BootOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      assembly: { type: 'string' },
      stacks: { type: 'string' },
      data: { type: 'string' },
      port: { type: 'string', default: '0' },
      beginning: { type: 'string' },
      flowing: { type: 'boolean', default: false },
      login: { type: 'string' },
      replace: { type: 'string', multiple: true, default: [] },
    },
  })
  const { assembly, stacks, data, port, beginning, flowing, replace, login } = values
  if (!assembly || !data) throw new Error('请写明 --assembly（cdk synth 的输出文件夹）和 --data（数据文件夹）')
  const start = beginning === undefined ? Date.now() : Date.parse(beginning)
  if (Number.isNaN(start))
    throw new Error(`无法识别的 --beginning ${beginning}，请按 2026-03-01T00:00:00+08:00 的样子写`)
  const pairs = replace.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)] as const)
  return {
    assembly,
    ...(stacks ? { stacks: stacks.split(',') } : {}),
    data,
    port: Number(port),
    beginning: start,
    flowing,
    ...(login ? { login: Login.parse(JSON.parse(readFileSync(login, 'utf8'))) } : {}),
    replace: (origin) => Object.fromEntries(pairs.map(([from, to]) => [from, to.replaceAll('{origin}', origin)])),
  }
}

/** Boots, prints its addresses as one line of JSON, and ends cleanly when told to. Exit code 1 and a sentence when it cannot begin. */
export async function runLocalCloud(options: BootOptions): Promise<LocalCloud | undefined> {
  try {
    const cloud = await bootLocalCloud(options)
    let ending = false
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.on(signal, async () => {
        if (ending) process.exit(1)
        ending = true
        await cloud.close()
        process.exit(0)
      })
    console.log(JSON.stringify({ ...cloud.addresses, pid: process.pid, bootMs: Math.round(performance.now()) }))
    return cloud
  } catch (error) {
    console.error(error instanceof PortTaken ? error.message : error)
    process.exitCode = 1
    return undefined
  }
}
