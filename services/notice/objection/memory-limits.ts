import { type Limits, limitKey } from './limits.ts'

/** For tests, under the same contract as the real one. */
export function memoryLimits(): Limits {
  const counts = new Map<string, number>()
  return {
    async take({ what, address, most, received }) {
      const key = limitKey(what, address, received)
      const count = counts.get(key) ?? 0
      if (count >= most) return false
      counts.set(key, count + 1)
      return true
    },
  }
}
