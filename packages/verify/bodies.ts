import type { Body } from '#evidence/body.ts'

/** What lies beside the ledger and is named by its digest, as whoever verifies may see it. */
export interface Bodies {
  /** The kept text, as it lies there; undefined where there is none. */
  text(sha256: string): Promise<string | undefined>
  /** What a file has for digest and size now. */
  file(key: string): Promise<Body | undefined>
  /** The same of a file that came with an objection on the public page, by its name among the attachments. */
  attachment(object: string): Promise<Body | undefined>
}
