/** A county in this process, into whose stream, machine and functions a test may put its hand. */
import { rmSync } from 'node:fs'
import type { Execution } from '#local-cloud/machine/machine-messages.ts'
import type { Hooks, Write } from '#local-cloud/time/hooks.ts'
import { accountsOf } from '../../packages/cli/laptop/accounts.ts'
import { bootLaptop, weeklySealedDaily } from '../../packages/cli/laptop/laptop.ts'
import { peopleOf } from '../../packages/cli/laptop/people.ts'
import { BATCH } from '../../packages/cli/rehearsal/second-batch.ts'
import { readCase, type Stage } from '../../packages/cli/rehearsal/stage.ts'
import { type Act, BEGINNING } from '../../packages/cli/rehearsal/year.ts'
import { hashes, type Ledger, ledgerOf, reconciled } from './on-disk.ts'
import { copyOf, county, type Rostered, SALT } from './rostered.ts'

/** `sixian-storage-ledger28D1CA40` is the ledger. */
const tableOf = (name: string) =>
  name
    .split('-')
    .at(-1)
    ?.replace(/[0-9A-F]{8}$/, '')
type Key = Record<string, { S?: string; N?: string }>
export const caseStream = (unit: string): string => `case/${BATCH}/${unit}`

export async function runCounty(rostered: Rostered, hooks: Hooks = {}) {
  const data = copyOf(rostered)
  /** Tables' writes as they succeeded: table, operation, key. */
  const written: string[] = []
  const waits = new Set<string>()
  const seen = ({ kind, name, operation, key }: Write) => {
    if (kind !== 'table') return
    const { stream, number, case: of, step } = key as Key
    const ids = [stream?.S, number?.N, of?.S, step?.S].filter((id) => id !== undefined).join(' ')
    written.push(`${tableOf(name)} ${operation} ${ids}`)
    if (!step || step.S === '#execution') return
    if (operation === 'PutItem') waits.add(ids)
    if (operation === 'DeleteItem') waits.delete(ids)
  }
  const cloud = await bootLaptop({
    county,
    assembly: rostered.assembly,
    data,
    port: rostered.port,
    beginning: Date.parse(BEGINNING),
    flowing: false,
    accounts: accountsOf(county),
    hooks: { seed: SALT, skipSchedule: weeklySealedDaily, ...hooks, afterWrite: seen },
  })
  const { origin } = cloud.addresses
  const as = peopleOf(county, () => origin)
  const stage: Stage = { origin, batch: BATCH, as, settle: () => cloud.settle(), sent: new Map() }
  let down: Promise<void> | undefined
  const close = () => (down ??= cloud.close())
  return {
    cloud,
    stage,
    written,
    /** Where the machine waits for news of the case. */
    waitsAt: (unit: string): string[] =>
      [...waits].filter((wait) => wait.startsWith(`${caseStream(unit)} `)).map((wait) => wait.split(' ')[1] ?? ''),
    stepOf: async (unit: string): Promise<string> => (await readCase(stage, 'officer-1', unit)).step,
    executionsOf: async (unit: string): Promise<Execution[]> =>
      (await cloud.executions()).filter(({ input }) => JSON.parse(input).case === caseStream(unit)),
    async play(...acts: readonly Act[]): Promise<void> {
      for (const { at, act } of acts) {
        await cloud.advanceTo(Date.parse(at))
        await act(stage)
      }
      await cloud.settle()
    },
    advanceTo: (at: string): Promise<void> => cloud.advanceTo(Date.parse(at)),
    /** Ends it and reads what it left. */
    async end(): Promise<{ ledger: Ledger; reconciled: ReturnType<typeof reconciled> }> {
      await close()
      return { ledger: await ledgerOf(data), reconciled: reconciled(data) }
    },
    async [Symbol.asyncDispose](): Promise<void> {
      await close()
      rmSync(data, { recursive: true, force: true })
    },
  }
}
export type Running = Awaited<ReturnType<typeof runCounty>>

/** What cases went through, and when: commands included, since a repeat under another name would be a second decision. */
export const storiesOf = (ledger: Ledger): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(hashes(ledger)).filter(([stream]) => /^(case|notice|resolution|title|objection)\//.test(stream)),
  )
