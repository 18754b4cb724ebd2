/** By which digest the daily roots are sealed: a county's 密评 may ask for a national one beside SHA-256. */
import { createHash, getHashes } from 'node:crypto'
import { z } from 'zod/mini'

/** `sha256+sm3` seals each root twice; SHA-256 stays, so that whoever verifies without SM3 still can. */
export const rootDigest = z._default(z.enum(['sha256', 'sha256+sm3']), 'sha256')
export type RootDigest = z.infer<typeof rootDigest>

/**
 * SM3 (GB/T 32905) in hex.
 * @throws Error in a sentence where this Node was built without it
 */
export function sm3(text: string, known: readonly string[] = getHashes()): string {
  if (!known.includes('sm3'))
    throw new Error(
      `本机的Node ${process.version}（OpenSSL ${process.versions.openssl}）没有国密SM3，不能封存或核对带SM3的每日摘要；请换用带有SM3的Node，或由密评机构确认后把县文件的rootDigest改回sha256。`,
    )
  return createHash('sm3').update(text).digest('hex')
}
