import type { Machine } from '../run/machine.ts'
import type { Wait, Waits } from './waits.ts'

type Deps = { waits: Waits; machine: Machine }

/** Ends one wait and forgets it, in this order: a crash in between leaves a row whose token nobody waits for. */
export const wakeUp =
  ({ waits, machine }: Deps) =>
  async (wait: Wait): Promise<void> => {
    await machine.answer(wait.token)
    await waits.forget(wait)
  }

/** Makes every wait of a case look at the ledger again; answers how many there were. */
export const wakeCase =
  (deps: Deps) =>
  async (stream: string): Promise<number> => {
    const open = await deps.waits.of(stream)
    for (const wait of open) await wakeUp(deps)(wait)
    return open.length
  }
