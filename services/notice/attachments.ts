/** Files that come with objections: private objects, named by their content. */
import { createHash } from 'node:crypto'
import type { Attached } from './objection-content.ts'

export interface Attachments {
  /** Keeps bytes; answers their SHA-256 in hex. Keeping them again changes nothing. */
  put(bytes: Uint8Array, contentType: string): Promise<string>
  has(sha256: string): Promise<boolean>
}
/** An address that gives a file, of an objection or of the office's evidence, for 5 minutes under its name. */
export type Link = (file: Attached) => Promise<string>

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
export const keyOfAttachment = (sha256: string): string => `attachments/${sha256}`

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
