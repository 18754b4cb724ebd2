/** The county that everything is counted in: its roster once, then a copy of it for each number of past batches. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LocalCloud } from '#local-cloud/local-cloud.ts'
import type { Hooks } from '#local-cloud/time/hooks.ts'
import { synthesize } from '../../infra/synth.ts'
import { accountsOf, importDemonstrationRoster } from '../../packages/cli/laptop/accounts.ts'
import { bootLaptop, readCounty } from '../../packages/cli/laptop/laptop.ts'
import { peopleOf } from '../../packages/cli/laptop/people.ts'
import type { Stage } from '../../packages/cli/rehearsal/stage.ts'
import { freePort } from '../faults/rostered.ts'
import { account, enterScanner } from '../scan/scanning-county.ts'
import { BEGINNING, PATTERN, pastBatch } from './past-batch.ts'
import { type Pattern, readPattern } from './pattern.ts'
import { seedPast } from './seed.ts'
import { addBare, followOneByOne } from './with-bare.ts'

export type Running = {
  readonly cloud: LocalCloud
  /** Nothing runs any more. Public pages come last: what they cost depends on how far the cases have followed by then. */
  readonly settle: () => Promise<void>
  readonly stage: Stage
  readonly advanceTo: (instant: string) => Promise<void>
}
const county = readCounty('sixian')
const PAGES = 'publish-pages'

export class Counties {
  readonly #folder: string
  readonly #port: number
  #pattern: Pattern | undefined

  private constructor(folder: string, port: number) {
    this.#folder = folder
    this.#port = port
  }

  /** Synthesizes the county with bare work beside it, imports its roster, and plays the batch that all past ones are copied from. */
  static async prepare(told: (line: string) => void): Promise<Counties> {
    const made = new Counties(mkdtempSync(join(tmpdir(), 'shifan-costs-')), await freePort())
    process.once('exit', () => rmSync(made.#folder, { recursive: true, force: true }))
    told('正在合成县的模板和函数……')
    await synthesize(county, made.#in('assembly'), { console: 'placeholder' })
    followOneByOne(made.#in('assembly'))
    await addBare(made.#in('assembly'), county)
    told('正在导入名册，并办完一个批次作为往年批次的样本……')
    const { cloud, stage, settle } = await made.#boot('roster')
    await importDemonstrationRoster(county, stage.as)
    await enterScanner(stage.as)
    await settle()
    await cloud.close()
    const pattern = await made.#copied('roster', 'pattern')
    for (const [at, act] of pastBatch) {
      await pattern.advanceTo(at)
      await act(pattern.stage)
    }
    await pattern.settle()
    await pattern.cloud.close()
    made.#pattern = await readPattern(made.#in('roster'), made.#in('pattern'))
    return made
  }

  /** The county with so many batches that are over. */
  async withPast(batches: number, hooks: Hooks): Promise<Running> {
    const name = `past-${batches}`
    cpSync(this.#in('roster'), this.#in(name), { recursive: true })
    if (this.#pattern) await seedPast(this.#in(name), this.#pattern, batches)
    return this.#boot(name, hooks)
  }

  #in(name: string): string {
    return join(this.#folder, name)
  }

  #copied(from: string, to: string): Promise<Running> {
    cpSync(this.#in(from), this.#in(to), { recursive: true })
    return this.#boot(to)
  }

  async #boot(name: string, hooks: Hooks = { skipSchedule: () => true }): Promise<Running> {
    const cloud = await bootLaptop({
      county,
      assembly: this.#in('assembly'),
      data: this.#in(name),
      port: this.#port,
      beginning: Date.parse(BEGINNING),
      flowing: false,
      accounts: [...accountsOf(county), account],
      hooks,
    })
    const { origin } = cloud.addresses
    const pages = (on: boolean) => cloud.switchConsumer(PAGES, on)
    if (pages(false) !== 1) throw new Error(`no single function that follows a table is named ${PAGES}`)
    const settle = async () => {
      await cloud.settle()
      pages(true)
      await cloud.settle()
      pages(false)
    }
    const stage = {
      origin,
      batch: PATTERN,
      as: peopleOf(county, () => origin),
      settle,
      sent: new Map(),
    }
    return { cloud, stage, settle, advanceTo: (instant) => cloud.advanceTo(Date.parse(instant)) }
  }
}
