import { type Attachments, type Link, sha256Of } from './attachments.ts'

/** For tests, under the same contract as the real one. */
export function memoryAttachments(): Attachments {
  const kept = new Map<string, string>()
  return {
    async put(bytes, contentType) {
      const sha256 = sha256Of(bytes)
      // What is there already stays as it is.
      if (!kept.has(sha256)) kept.set(sha256, contentType)
      return sha256
    },
    typeOf: async (sha256) => kept.get(sha256),
  }
}

export const memoryLink: Link = async ({ from, sha256 }) => `memory:${from}/${sha256}`
