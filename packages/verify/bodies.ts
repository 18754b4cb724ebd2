/** What lies beside the ledger and is named by its digest, as whoever verifies may see it. */
import { createHash } from 'node:crypto'

export type Body = { readonly sha256: string; readonly size: number }
export interface Bodies {
  /** The kept text, as it lies there; undefined where there is none. */
  text(sha256: string): Promise<string | undefined>
  /** What a file has for digest and size now. */
  file(key: string): Promise<Body | undefined>
}

/** Reads bytes as they come: a file may have 200 MB. */
export async function bodyOf(bytes: AsyncIterable<Uint8Array>): Promise<Body> {
  const hash = createHash('sha256')
  let size = 0
  for await (const some of bytes) {
    hash.update(some)
    size += some.length
  }
  return { sha256: hash.digest('hex'), size }
}
