import { caseKind, isOpen } from '#case/case.ts'
import { type Ledger, readStream } from '#ledger/ledger.ts'
import { conferTitle } from './confer-title.ts'
import { keepRunning } from './keep-running.ts'
import type { Machine } from './machine.ts'
import type { Waits } from './waits.ts'
import { wakeCase } from './wake-case.ts'

type Deps = { ledger: Ledger; waits: Waits; machine: Machine }

/** News of a case: its execution runs while it is open, and every wait of it looks again. */
export const followCase =
  (deps: Deps) =>
  async (stream: string): Promise<void> => {
    const { state } = await readStream(deps.ledger, caseKind, stream)
    if (isOpen(state)) await keepRunning(deps)(stream, state)
    await wakeCase(deps)(stream)
    await conferTitle(deps.ledger, state)
  }
