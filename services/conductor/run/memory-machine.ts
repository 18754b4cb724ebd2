import type { Machine } from './machine.ts'

/** A machine for tests that only keeps names and tokens, under the same contract as the real one. */
export type MemoryMachine = Machine & {
  /** Cases whose executions run, by name. */
  readonly running: Map<string, string>
  /** The version on whose machine each name was started last. */
  readonly versions: Map<string, string>
  /** Tokens somebody waits with. */
  readonly waiting: Set<string>
  end(name: string): void
}

export function memoryMachine(): MemoryMachine {
  const running = new Map<string, string>()
  const versions = new Map<string, string>()
  const over = new Set<string>()
  const waiting = new Set<string>()
  return {
    running,
    versions,
    waiting,
    async start(version, name, stream) {
      if (over.has(name) || (running.has(name) && running.get(name) !== stream)) return 'over'
      running.set(name, stream)
      versions.set(name, version)
      return 'running'
    },
    async answer(token) {
      return waiting.delete(token)
    },
    end(name) {
      if (running.delete(name)) over.add(name)
    },
  }
}
