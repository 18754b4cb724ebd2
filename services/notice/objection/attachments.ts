/** Files that come with objections: private objects, named by their content. */
import { createHash } from 'node:crypto'
import type { Attached } from './objection-content.ts'

export interface Attachments {
  /** Keeps bytes; answers their SHA-256 in hex. Keeping them again changes nothing. */
  put(bytes: Uint8Array, contentType: string): Promise<string>
  /** The content type that kept bytes were kept as; undefined where there are none. */
  typeOf(sha256: string): Promise<string | undefined>
}
/** An address that gives a file, of an objection or of the office's evidence, for 5 minutes under its name. */
export type Link = (file: Attached) => Promise<string>

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
export const keyOfAttachment = (sha256: string): string => `attachments/${sha256}`
