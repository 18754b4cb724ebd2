import { parseRoot, type Roots, rootOf } from './root.ts'

/** For tests, under the same contract as the real one. */
export function memoryRoots(): Roots {
  const kept = new Map<string, string>()
  const inOrder = () => [...kept].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => parseRoot(text))
  return {
    async *all() {
      yield* inOrder()
    },
    dates: async () => [...kept.keys()].toSorted(),
    on: async (date) => rootOf(kept.get(date) ?? ''),
    newest: async () => inOrder().at(-1),
    async keep(root) {
      if (kept.has(root.date)) return false
      kept.set(root.date, JSON.stringify(root))
      return true
    },
  }
}
