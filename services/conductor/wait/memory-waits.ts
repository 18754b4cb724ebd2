import type { Wait, Waits } from './waits.ts'

/** Waits for tests, under the same contract as the real ones. */
export function memoryWaits(): Waits {
  const kept = new Map<string, Wait>()
  const generations = new Map<string, number>()
  const unfinished = new Set<string>()
  const key = ({ case: stream, step }: Wait) => JSON.stringify([stream, step])
  return {
    async store(wait) {
      kept.set(key(wait), wait)
    },
    async of(stream) {
      return [...kept.values()].filter((wait) => wait.case === stream)
    },
    async forget(wait) {
      if (kept.get(key(wait))?.token === wait.token) kept.delete(key(wait))
    },
    async generation(stream) {
      return generations.get(stream)
    },
    async advance(stream, from) {
      unfinished.add(stream)
      if (generations.get(stream) === from) generations.set(stream, (from ?? 0) + 1)
      return generations.get(stream) ?? 1
    },
    async unfinished() {
      return [...unfinished].sort()
    },
    async finish(stream) {
      unfinished.delete(stream)
    },
  }
}
