import { createHash } from 'node:crypto'

/**
 * The digest of what an objection says, whatever its blanks, punctuation, width of letters and capitals: what one person
 * sends fifty times, or fifty people copy from another, comes to the same. A text without a letter is itself.
 */
export function alikeOf(summary: string): string {
  const plain = summary.normalize('NFKC').toLowerCase()
  const letters = plain.replace(/[^\p{L}\p{N}]/gu, '')
  return createHash('sha256')
    .update(`alike|${letters || plain}`)
    .digest('hex')
}
