/** Bytes of a file that lies somewhere: read by parts, so that 200 MB are never held. */

import type { Budget } from './budget.ts'

/** Bytes from `from` up to, not including, `to`; fewer where the file ends. */
export type Reader = (from: number, to: number) => Promise<Uint8Array>
/** The same bytes, asked for without care how often: `size` in bytes; `budget` is that of the upload they lie in. */
export type Bytes = {
  readonly size: number
  readonly at: (from: number, to: number) => Promise<Buffer>
  readonly budget: Budget
}

/** Most files are no larger, and are read by one request. */
const BLOCK = 4 * 1024 * 1024
const HELD = 3

/** Reads whole blocks, of which the last few are remembered. */
export function byBlocks(read: Reader, size: number, budget: Budget): Bytes {
  const held = new Map<number, Promise<Buffer>>()
  const block = (n: number): Promise<Buffer> => {
    const known = held.get(n)
    if (known) return known
    const asked = read(n * BLOCK, Math.min(size, (n + 1) * BLOCK)).then((bytes) =>
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    )
    held.set(n, asked)
    const [oldest] = held.keys()
    if (held.size > HELD && oldest !== undefined) held.delete(oldest)
    return asked
  }
  return {
    size,
    budget,
    async at(from, to) {
      const [start, end] = [Math.max(0, from), Math.min(size, to)]
      if (end <= start) return Buffer.alloc(0)
      const parts: Buffer[] = []
      for (let n = Math.floor(start / BLOCK); n * BLOCK < end; n++)
        parts.push((await block(n)).subarray(Math.max(0, start - n * BLOCK), end - n * BLOCK))
      const [only] = parts
      return parts.length === 1 && only ? only : Buffer.concat(parts)
    },
  }
}

export const inMemory = (bytes: Buffer, budget: Budget): Bytes => ({
  size: bytes.length,
  budget,
  at: async (from, to) => bytes.subarray(Math.max(0, from), to),
})

/** Longer than anything that is looked for. */
const OVERLAP = 64

/** All of a file, part after part, each beginning with the end of the one before. */
export async function* parts(bytes: Bytes): AsyncGenerator<Buffer> {
  for (let from = 0; from < bytes.size; from += BLOCK) yield bytes.at(from - OVERLAP, from + BLOCK)
}

export const startsWith = (bytes: Uint8Array, magic: readonly number[], at = 0): boolean =>
  magic.every((byte, i) => bytes[at + i] === byte)
