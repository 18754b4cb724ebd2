/** A file's bytes against the digest by which everything names them. */
import { createHash } from 'node:crypto'
import { Altered } from '#ledger/altered.ts'

/** `sha256` in hex, over the bytes as they lie there now; `size` in bytes. */
export type Body = { readonly sha256: string; readonly size: number }

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

/** What lies under a file's name is not what was sent. */
export class FileAltered extends Altered {
  override name = 'FileAltered'
}

/** @param body undefined where there is none @param name how people call it @throws FileAltered */
export function mustBeAsSent(body: Body | undefined, sha256: string, name: string): void {
  const file = `文件“${name}”（${sha256.slice(0, 12)}…）`
  if (!body) throw new FileAltered(`${file}的正文不见了；请从备份恢复，或请上传人重新上传原件。`)
  if (body.sha256 !== sha256)
    throw new FileAltered(`${file}的正文与上传时不同，不能打开；请从备份恢复，并与上传人手中的原件核对。`)
}
