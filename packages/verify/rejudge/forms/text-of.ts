import type { Bodies } from '../../bodies.ts'
import { isText } from '../../verify-named.ts'

/** The value of a kept text; undefined where it is gone or altered, which is told where it is compared with its digest. */
export async function textOf({ text }: Pick<Bodies, 'text'>, sha256: string): Promise<unknown> {
  const kept = await text(sha256)
  return kept !== undefined && isText(sha256, kept) ? JSON.parse(kept) : undefined
}
