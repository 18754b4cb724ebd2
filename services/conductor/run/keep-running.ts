import type { Case } from '#case/case.ts'
import { keyOf } from '#procedure/procedures.ts'
import type { Waits } from '../wait/waits.ts'
import { executionName, type Machine } from './machine.ts'

/**
 * Sees to it that an execution follows the case, on the machine of the case's own version, and answers whether there
 * was none. Start, restart and crash are one path: a name whose execution is over makes way for the next generation.
 */
export const keepRunning =
  ({ waits, machine }: { waits: Waits; machine: Machine }) =>
  async (stream: string, { procedure }: Pick<Case, 'procedure'>): Promise<boolean> => {
    const version = keyOf(procedure)
    let known = await waits.generation(stream)
    let generation = known ?? 1
    let repaired = known === undefined
    while ((await machine.start(version, executionName(stream, generation), stream)) === 'over') {
      repaired = true
      generation = known = await waits.advance(stream, known)
    }
    // Written after the start: a crash in between starts the same name again, which changes nothing.
    if (known === undefined) await waits.advance(stream, undefined)
    return repaired
  }
