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
 * News of a case: every wait of it looks again, and where nobody waited, its execution is started while it is open.
 * What its batch has amended or ended it takes here too: it may have been opened, or opened again, after the batch's own
 * news had been followed.
 */
export const followCase =
  (deps: Deps) =>
  async (stream: string): Promise<void> => {
    const found = await readStream(deps.ledger, caseKind, stream)
    const open = isOpen(found.state)
    // An execution that was woken runs. One that is about to wait sees the news itself; one that is not there is started.
    const woken = await wakeCase(deps)(stream)
    if (woken === 0 && open) await keepRunning(deps)(stream, found.state)
    // Only now, when it counts as begun: what the batch says from here on is brought to it.
    const acts = open ? await actsOfBatch(deps.ledger, batchStream(found.state.batch)) : []
    const state = await takeActs(deps.ledger, stream, found, acts)
    await conferTitle(deps.ledger, state)
  }
