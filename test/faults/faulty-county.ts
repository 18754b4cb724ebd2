/** A county in a process that may die at any write: it is started again, and whoever asked asks once more. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { root } from '../../packages/cli/laptop/laptop.ts'
import { peopleOf } from '../../packages/cli/laptop/people.ts'
import type { Stage } from '../../packages/cli/rehearsal/stage.ts'
import { type Act, BEGINNING } from '../../packages/cli/rehearsal/year.ts'
import { copyOf, county, type Rostered } from './rostered.ts'

export type Faults = {
  /** Writes at which the process dies, each once: `before` or `after`, and all or a part of how `points` names it. */
  kills?: readonly string[]
  /** Milliseconds after which a boot dies, by its number; 0 is the first. */
  bootKills?: Readonly<Record<number, number>>
  /** Milliseconds by which calls of a function are held back, by the end of its name. */
  delay?: Readonly<Record<string, number>>
  /** Seed of the order in which consumers receive records. */
  shuffle?: string
}
export type Plan = Required<Omit<Faults, 'shuffle'>> & {
  shuffle?: string
  data: string
  assembly: string
  port: number
  beginning: string
}

export class FaultyCounty {
  readonly data: string
  readonly stage: Stage
  readonly origin: string
  readonly #planFile: string
  #child: ChildProcess | undefined

  constructor(rostered: Rostered, batch: string, faults: Faults = {}) {
    const { port, assembly } = rostered
    this.data = copyOf(rostered)
    this.#planFile = join(this.data, 'plan.json')
    const plan: Plan = {
      kills: [],
      bootKills: {},
      delay: {},
      ...faults,
      data: this.data,
      assembly,
      port,
      beginning: BEGINNING,
    }
    writeFileSync(this.#planFile, JSON.stringify(plan))
    this.origin = `http://127.0.0.1:${port}`
    this.stage = {
      origin: this.origin,
      batch,
      as: peopleOf(county, () => this.origin),
      settle: () => this.control('settle'),
      sent: new Map(),
    }
  }

  #lines(file: string): string[] {
    const path = join(this.data, file)
    return existsSync(path) ? readFileSync(path, 'utf8').trimEnd().split('\n') : []
  }
  /** Where the process was killed. */
  get kills(): readonly string[] {
    return this.#lines('kills')
  }
  /** Before every write, and after every one that succeeded: where the process may die. */
  get points(): readonly string[] {
    return [...new Set(this.#lines('points'))]
  }
  get boots(): number {
    return this.#lines('boots').length
  }

  async play(acts: readonly Act[]): Promise<void> {
    for (const { at, act } of acts) {
      await this.advanceTo(at)
      await this.again(() => act(this.stage))
    }
    await this.again(() => this.stage.settle())
  }

  advanceTo = (to: string): Promise<void> => this.again(() => this.control('advance', { to }))

  async control(action: string, body: object = {}): Promise<void> {
    const response = await fetch(`${this.origin}/_local/${action}`, { method: 'POST', body: JSON.stringify(body) })
    if (!response.ok) throw new Error(`${action}: ${await response.text()}`)
  }

  /** Does it, and as long as the process dies under it, starts the process and does it again. */
  async again<T>(act: () => Promise<T>): Promise<T> {
    for (;;) {
      const done = await this.once(act)
      if (done) return done.value
    }
  }

  /** Does it once; nothing when the process died under it, and then it stays down. */
  async once<T>(act: () => Promise<T>): Promise<{ value: T } | undefined> {
    const child = await this.#start()
    try {
      return { value: await act() }
    } catch (error) {
      // A request that found no process: its end is seen a moment later.
      await Promise.race([ended(child), new Promise((later) => setTimeout(later, 2_000))])
      if (child.signalCode !== 'SIGKILL') throw error
      return undefined
    }
  }

  async #start(): Promise<ChildProcess> {
    while (!this.#child || isDown(this.#child)) {
      const child = spawn(process.execPath, [`${root}test/faults/laptop-child.ts`, this.#planFile], {
        stdio: ['pipe', 'pipe', 'inherit'],
        cwd: root,
      })
      this.#child = child
      const up = once(createInterface(child.stdout!), 'line')
      // The boot itself delivers what was not delivered before, so it may be killed too.
      await Promise.race([up, ended(child)])
      if (child.exitCode !== null) throw new Error(`the county did not start: ${child.exitCode}`)
    }
    return this.#child
  }

  /** As a power cut would: what is on disk is what there is. */
  async stop(): Promise<void> {
    if (!this.#child) return
    this.#child.kill('SIGKILL')
    await ended(this.#child)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop()
    rmSync(this.data, { recursive: true, force: true })
  }
}

const isDown = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null
const ended = async (child: ChildProcess) => void (isDown(child) || (await once(child, 'exit')))
