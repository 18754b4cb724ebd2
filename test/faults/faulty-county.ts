/** A county in a process that may die at any write: it is started again, and whoever asked asks once more. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import type { Commit } from '#ledger/ledger.ts'
import { database } from '#local-cloud/database.ts'
import { importDemonstrationRoster } from '../../packages/cli/laptop/accounts.ts'
import { readCounty, root } from '../../packages/cli/laptop/laptop.ts'
import { peopleOf } from '../../packages/cli/laptop/people.ts'
import { prepare } from '../../packages/cli/laptop/prepare.ts'
import type { Stage } from '../../packages/cli/rehearsal/stage.ts'
import type { Act } from '../../packages/cli/rehearsal/year.ts'

export type Faults = {
  seed?: string /** Which part of all writes is killed, before and after. */
  share?: number
  delay?: Record<string, number>
  shuffle?: boolean
}
export const county = readCounty('sixian')

export class FaultyCounty {
  readonly data = mkdtempSync(join(tmpdir(), 'shifan-faults-'))
  readonly stage: Stage
  readonly origin: string
  boots = 0
  readonly #plan: object
  #child: ChildProcess | undefined

  private constructor(
    port: number,
    assembly: string,
    batch: string,
    beginning: string,
    { seed = '', share = 0, ...faults }: Faults,
  ) {
    this.#plan = { data: this.data, assembly, port, beginning, seed, share, ...faults }
    this.origin = `http://127.0.0.1:${port}`
    this.stage = {
      origin: this.origin,
      batch,
      as: peopleOf(county, () => this.origin),
      settle: () => this.control('settle'),
      sent: new Map(),
    }
  }

  static async open(batch: string, beginning: string, faults: Faults = {}): Promise<FaultyCounty> {
    const opened = new FaultyCounty(await freePort(), await prepare(county, () => {}), batch, beginning, faults)
    await opened.again(async () => importDemonstrationRoster(county, opened.stage.as))
    return opened
  }

  /** How often the process was killed. */
  get kills(): number {
    const file = join(this.data, 'kills')
    return existsSync(file) ? readFileSync(file, 'utf8').split('\n').length - 1 : 0
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
      await this.#start()
      const child = this.#child!
      try {
        return await act()
      } catch (error) {
        // A request that found no process: SIGKILL is seen a moment later.
        await Promise.race([
          child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined,
          new Promise((later) => setTimeout(later, 2_000)),
        ])
        if (child.signalCode !== 'SIGKILL') throw error
      }
    }
  }

  async #start(): Promise<void> {
    while (!this.#child || this.#child.exitCode !== null || this.#child.signalCode !== null) {
      this.boots++
      const child = spawn(process.execPath, [`${root}test/faults/laptop-child.ts`, JSON.stringify(this.#plan)], {
        stdio: ['ignore', 'pipe', 'inherit'],
        cwd: root,
      })
      this.#child = child
      const up = once(createInterface(child.stdout!), 'line')
      // The boot itself delivers what was not delivered before, so it may be killed too.
      await Promise.race([up, once(child, 'exit')])
      if (child.exitCode !== null) throw new Error(`the county did not start: ${child.exitCode}`)
    }
  }

  async stop(): Promise<void> {
    if (!this.#child) return
    this.#child.kill('SIGKILL')
    if (this.#child.signalCode === null) await once(this.#child, 'exit')
  }

  /** Stops it and reads what is then on the disk: every stream's commits, in order. */
  async ledger(): Promise<Map<string, Commit[]>> {
    await this.stop()
    const { ask, close } = database(join(this.data, 'tables'))
    const { TableNames } = await ask('ListTables', {})
    const table = (TableNames as string[]).find((name) => name.includes('ledger'))!
    const commits: Commit[] = []
    let from: unknown
    do {
      const page = await ask('Scan', { TableName: table, ...(from ? { ExclusiveStartKey: from } : {}) })
      commits.push(...(page.Items as Parameters<typeof unmarshall>[0][]).map((item) => unmarshall(item) as Commit))
      from = page.LastEvaluatedKey
    } while (from)
    await close()
    const streams = Map.groupBy(commits, ({ stream }) => stream)
    return new Map([...streams].map(([stream, all]) => [stream, all.sort((a, b) => a.number - b.number)]))
  }
}

async function freePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 20_000)
    const free = await Promise.all(
      [port, port + 1].map(
        (one) =>
          new Promise<boolean>((done) => {
            const server = createServer()
              .once('error', () => done(false))
              .listen(one, '127.0.0.1', () => server.close(() => done(true)))
          }),
      ),
    )
    if (free.every(Boolean)) return port
  }
}
