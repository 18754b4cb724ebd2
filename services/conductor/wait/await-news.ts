import type { Ledger } from '#ledger/ledger.ts'
import type { Machine } from '../run/machine.ts'
import type { Wait, Waits } from './waits.ts'
import { wakeUp } from './wake-case.ts'

type Deps = { ledger: Pick<Ledger, 'read'>; waits: Waits; machine: Machine }

/** Stores the token, THEN reads the ledger: whoever decided in between found no token to answer. */
export const awaitNews =
  (deps: Deps) =>
  async (wait: Wait): Promise<void> => {
    await deps.waits.store(wait)
    const { commits } = await deps.ledger.read(wait.case)
    if (commits.length > wait.seen) await wakeUp(deps)(wait)
  }
