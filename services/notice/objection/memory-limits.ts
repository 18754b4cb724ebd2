import { type Limits, limitKey } from './limits.ts'

/** For tests, under the same contract as the real one. */
export function memoryLimits(): Limits {
  const counts = new Map<string, number>()
  return {
    async take(asked) {
      const key = limitKey('memory', asked)
      const count = (counts.get(key) ?? 0) + (asked.count ?? 1)
      if (count > asked.most) return false
      counts.set(key, count)
      return true
    },
    async giveBack(asked) {
      const key = limitKey('memory', asked)
      counts.set(key, Math.max(0, (counts.get(key) ?? 0) - (asked.count ?? 1)))
    },
  }
}
