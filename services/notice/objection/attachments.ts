/**
 * Files that come with objections: private objects, named by their content and by the form that sent them. By content
 * alone whoever has a document could ask whether somebody had attached it.
 */
import { createHash } from 'node:crypto'
import type { Attached } from './objection-content.ts'

export interface Attachments {
  /** Keeps bytes; answers their SHA-256 in hex. Keeping them again for the same form changes nothing. `form`: its click id. */
  put(form: string, bytes: Uint8Array, contentType: string): Promise<string>
  /** The content type that bytes were kept as which this form has sent; undefined where it has sent none. */
  typeOf(form: string, sha256: string): Promise<string | undefined>
}
/** An address that gives a file, of an objection or of the office's evidence, for 5 minutes under its name. */
export type Link = (file: Attached) => Promise<string>
/** How many bytes a file of an objection has. */
export type Sized = (file: Attached) => Promise<number>

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
/** The form's click id stays unknown: whoever has it gets the receipt. The name ends in what the bytes are to be, for whoever verifies them. */
export const objectOf = (form: string, sha256: string): string =>
  `${createHash('sha256').update(`attachment|${form}`).digest('hex')}/${sha256}`
