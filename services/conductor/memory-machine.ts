import type { Machine } from './machine.ts'

/** A state machine for tests that only keeps names and tokens, under the same contract as the real one. */
export type MemoryMachine = Machine & {
  /** Executions that run, by name. */
  readonly running: Map<string, string>
  /** Tokens somebody waits with. */
  readonly waiting: Set<string>
  end(name: string): void
}

export function memoryMachine(): MemoryMachine {
  const running = new Map<string, string>()
  const over = new Set<string>()
  const waiting = new Set<string>()
  return {
    running,
    waiting,
    async start(name, stream) {
      if (over.has(name) || (running.has(name) && running.get(name) !== stream)) return 'over'
      running.set(name, stream)
      return 'running'
    },
    async answer(token) {
      waiting.delete(token)
    },
    end(name) {
      if (running.delete(name)) over.add(name)
    },
  }
}
