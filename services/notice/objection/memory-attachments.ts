import { type Attachments, type Link, sha256Of } from './attachments.ts'

/** For tests, under the same contract as the real one. */
export function memoryAttachments(): Attachments {
  const kept = new Map<string, Uint8Array>()
  return {
    async put(bytes) {
      const sha256 = sha256Of(bytes)
      kept.set(sha256, bytes)
      return sha256
    },
    has: async (sha256) => kept.has(sha256),
  }
}

export const memoryLink: Link = async ({ from, sha256 }) => `memory:${from}/${sha256}`
