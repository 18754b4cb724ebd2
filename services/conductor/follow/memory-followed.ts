import type { Followed } from './followed.ts'

/** For tests, under the same contract as the real one. */
export function memoryFollowed(): Followed {
  const marks = new Map<string, number>()
  return {
    async upTo(stream) {
      return marks.get(stream) ?? 0
    },
    async reached(stream, number) {
      marks.set(stream, Math.max(number, marks.get(stream) ?? 0))
    },
  }
}
