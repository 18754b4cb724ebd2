/**
 * The laptop as a process that kills itself: SIGKILL before or after the writes its plan names, each once. Which were
 * killed already is on disk, so that after a restart the story goes on past them.
 */
import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Write } from '#local-cloud/time/hooks.ts'
import { accountsOf } from '../../packages/cli/laptop/accounts.ts'
import { bootLaptop, weeklySealedDaily } from '../../packages/cli/laptop/laptop.ts'
import type { Plan } from './faulty-county.ts'
import { county, SALT } from './rostered.ts'

const [planFile = ''] = process.argv.slice(2)
const { data, assembly, port, beginning, kills, bootKills, delay, shuffle }: Plan = JSON.parse(
  readFileSync(planFile, 'utf8'),
)

const linesOf = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : [])
const file = join(data, 'kills')
const killed = new Set(linesOf(file))
const die = (what: string) => {
  appendFileSync(file, `${what}\n`)
  process.kill(process.pid, 'SIGKILL')
}
/** The clock's file is there from its first move on. */
const instantNow = () => linesOf(join(data, 'instant'))[0] ?? Date.parse(beginning)

/** A counter's digest is keyed with the hour's secret, which no seed makes: it would have another name in every year. */
const named = (key: Write['key']) => JSON.stringify(key).replace(/limit\/[0-9a-f]{64}/, 'limit/counter')

/** The same write at the same virtual instant is the same write, also after a restart. */
const dieOnce =
  (when: 'before' | 'after') =>
  ({ kind, name, operation, key }: Write) => {
    const what = `${when} ${kind} ${name} ${operation} ${named(key)} ${instantNow()}`
    appendFileSync(join(data, 'points'), `${what}\n`)
    const wanted = kills.find(
      (kill) => kill.startsWith(when) && !killed.has(kill) && what.includes(kill.slice(when.length + 1)),
    )
    if (wanted !== undefined) die(wanted)
  }

// Whoever started it is gone, so nobody will stop it.
process.stdin.resume().on('end', () => process.exit(0))

const boot = linesOf(join(data, 'boots')).length
appendFileSync(join(data, 'boots'), `${boot}\n`)
const dies = bootKills[boot]
if (dies !== undefined) setTimeout(() => die(`boot ${boot} after ${dies} ms`), dies)

let state = Number.parseInt(createHash('sha256').update(`${shuffle}`).digest('hex').slice(0, 8), 16)
/** Lehmer's generator: the same order for the same seed. */
const random = () => {
  state = (state * 48_271) % 0x7fffffff
  return state / 0x7fffffff
}

const cloud = await bootLaptop({
  county,
  assembly,
  data,
  port,
  beginning: Date.parse(beginning),
  flowing: false,
  accounts: accountsOf(county),
  hooks: {
    seed: SALT,
    skipSchedule: weeklySealedDaily,
    beforeWrite: dieOnce('before'),
    afterWrite: dieOnce('after'),
    delayMs: (name) => Object.entries(delay).find(([part]) => name.endsWith(part))?.[1] ?? 0,
    ...(shuffle !== undefined && { shuffle: random }),
  },
})
console.log(JSON.stringify(cloud.addresses))
