import { caseKind, isOpen } from '#case/case.ts'
import { type Ledger, readStream } from '#ledger/ledger.ts'
import type { Waits } from '../wait/waits.ts'
import { keepRunning } from './keep-running.ts'
import type { Machine } from './machine.ts'

export type Ended = { status: string; case: string; livedMs: number }
type Deps = { ledger: Ledger; waits: Waits; machine: Machine }

/** A definition or function that fails at once would otherwise start and fail some times a second, without end. */
const TOO_SHORT_MS = 60_000

/**
 * An execution has ended: while its case is open, it starts again. One that failed within a minute is left to the
 * hourly `reconcile`. Answers whether it started one.
 */
export const restartExecution =
  (deps: Deps) =>
  async ({ status, case: stream, livedMs }: Ended): Promise<boolean> => {
    if (status === 'FAILED' && livedMs < TOO_SHORT_MS) return false
    const { state } = await readStream(deps.ledger, caseKind, stream)
    return isOpen(state) && keepRunning(deps)(stream, state)
  }
