import { canonicalJson, digestOf } from './chain.ts'
import { ContentMissing, type Contents, parseContent } from './contents.ts'

/** For tests, under the same contract as the real one. */
export function memoryContents(): Contents {
  const kept = new Map<string, string>()
  return {
    async put(value) {
      const sha256 = digestOf(value)
      kept.set(sha256, canonicalJson(value))
      return sha256
    },
    async get(sha256) {
      const text = kept.get(sha256)
      if (text === undefined) throw new ContentMissing(sha256)
      return parseContent(sha256, text)
    },
    async find(sha256) {
      const text = kept.get(sha256)
      return text === undefined ? undefined : parseContent(sha256, text)
    },
  }
}
