import { createHash } from 'node:crypto'

/** Beyond that a search takes seconds. */
const LONGEST = 16 * 1024

/**
 * The text that had this SHA-256 (in hex) before a single bit of it was flipped; undefined when more is different, or
 * when the text has more than 16 KB.
 */
export function flippedBack(text: string, sha256: string): string | undefined {
  const bytes = Buffer.from(text, 'utf8')
  if (bytes.length > LONGEST) return undefined
  const wanted = Buffer.from(sha256, 'hex')
  const before = createHash('sha256')
  for (const [at, byte] of bytes.entries()) {
    const rest = bytes.subarray(at + 1)
    for (let bit = 0; bit < 8; bit++) {
      const flipped = Buffer.of(byte ^ (1 << bit))
      if (before.copy().update(flipped).update(rest).digest().equals(wanted))
        return Buffer.concat([bytes.subarray(0, at), flipped, rest]).toString('utf8')
    }
    before.update(bytes.subarray(at, at + 1))
  }
  return undefined
}
