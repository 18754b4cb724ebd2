/**
 * The laptop as a process that kills itself: SIGKILL before and after writes drawn by a seed, each once. Which were
 * killed already is on disk, so that after a restart the story goes on past them.
 */
import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Write } from '#local-cloud/hooks.ts'
import { accountsOf } from '../../packages/cli/laptop/accounts.ts'
import { bootLaptop, every, readCounty } from '../../packages/cli/laptop/laptop.ts'

type Plan = {
  data: string
  assembly: string
  port: number
  beginning: string
  seed: string
  share: number
  delay?: Record<string, number>
  shuffle?: boolean
}
const plan: Plan = JSON.parse(process.argv[2]!)
const { data, assembly, port, beginning, seed, share, delay = {} } = plan

const file = join(data, 'kills')
const killed = new Set(existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [])
const drawn = (what: string) => createHash('sha256').update(`${seed} ${what}`).digest().readUInt32BE() / 2 ** 32 < share

/** The same write at the same virtual instant is the same write, also after a restart. */
const dieOnce =
  (when: string) =>
  ({ kind, name, operation, key }: Write) => {
    const what = `${when} ${kind} ${name} ${operation} ${JSON.stringify(key)} ${cloud?.now() ?? 0}`
    if (share === 0 || killed.has(what) || !drawn(what)) return
    appendFileSync(file, `${what}\n`)
    process.kill(process.pid, 'SIGKILL')
  }

let state = Number.parseInt(createHash('sha256').update(seed).digest('hex').slice(0, 8), 16)
/** Lehmer's generator: the same order for the same seed. */
const random = () => {
  state = (state * 48_271) % 0x7fffffff
  return state / 0x7fffffff
}

const county = readCounty('sixian')
const cloud: Awaited<ReturnType<typeof bootLaptop>> | undefined = await bootLaptop({
  county,
  assembly,
  data,
  port,
  beginning: Date.parse(beginning),
  flowing: false,
  accounts: accountsOf(county),
  hooks: {
    seed: 'the same in every run',
    skipSchedule: every(7 * 24),
    beforeWrite: dieOnce('before'),
    afterWrite: dieOnce('after'),
    delayMs: (name) => Object.entries(delay).find(([part]) => name.includes(part))?.[1] ?? 0,
    ...(plan.shuffle && { shuffle: random }),
  },
})
console.log(JSON.stringify(cloud.addresses))
process.on('SIGTERM', async () => {
  await cloud?.close()
  process.exit(0)
})
