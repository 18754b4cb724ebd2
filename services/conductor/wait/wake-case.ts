import type { Machine } from '../run/machine.ts'
import type { Wait, Waits } from './waits.ts'

type Deps = { waits: Waits; machine: Machine }

/**
 * Ends one wait and forgets it, in this order: a crash in between leaves a row whose token nobody waits for. Answers
 * whether the machine waited with it.
 */
export const wakeUp =
  ({ waits, machine }: Deps) =>
  async (wait: Wait): Promise<boolean> => {
    const waited = await machine.answer(wait.token)
    await waits.forget(wait)
    return waited
  }

/** Makes every wait of a case look at the ledger again; answers how many there were, of an execution that runs. */
export const wakeCase =
  (deps: Deps) =>
  async (stream: string): Promise<number> => {
    const open = await deps.waits.of(stream)
    let woken = 0
    for (const wait of open) if (await wakeUp(deps)(wait)) woken++
    return woken
  }
