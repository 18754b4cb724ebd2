import { batchStream } from '#batch/batch.ts'
import { caseKind, isOpen } from '#case/case.ts'
import { type Ledger, readStream } from '#ledger/ledger.ts'
import { keepRunning } from '../run/keep-running.ts'
import type { Machine } from '../run/machine.ts'
import type { Waits } from '../wait/waits.ts'
import { wakeCase } from '../wait/wake-case.ts'
import { conferTitle } from './confer-title.ts'
import { actsOfBatch, takeActs } from './follow-batch.ts'

type Deps = { ledger: Ledger; waits: Waits; machine: Machine }

/**
 * News of a case: its execution runs while it is open, and every wait of it looks again. What its batch has amended or
 * ended it takes here too: it may have been opened, or opened again, after the batch's own news had been followed.
 */
export const followCase =
  (deps: Deps) =>
  async (stream: string): Promise<void> => {
    const found = (await readStream(deps.ledger, caseKind, stream)).state
    const acts = isOpen(found) ? await actsOfBatch(deps.ledger, batchStream(found.batch)) : []
    const state = await takeActs(deps.ledger, stream, found, acts)
    if (isOpen(state)) await keepRunning(deps)(stream, state)
    await wakeCase(deps)(stream)
    await conferTitle(deps.ledger, state)
  }
