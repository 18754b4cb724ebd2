/**
 * What a county that was ended in order left in its folder: the size and digest of each file of its own, so that whoever
 * comes next sees what was cut, emptied or taken away since. The database under the tables takes a log that is gone, or
 * shorter, for one that a power cut broke off. After a kill there is no such list, and nothing is said.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod/mini'

const NAME = 'left'
const file = z.strictObject({ size: z.int(), sha256: z.string() })
const list = z.record(z.string(), file)
type List = z.infer<typeof list>

/** What lies in buckets is named by digests of its own; what is in logs nobody reads again. */
const APART = new Set(['buckets', 'log', 'tables/LOG', 'tables/LOG.old', 'tables/LOCK', NAME])

/** To be called when nothing writes there any more. */
export function noteWhatIsLeft(folder: string): void {
  writeFileSync(join(folder, `${NAME}.new`), JSON.stringify(lyingIn(folder)))
  renameSync(join(folder, `${NAME}.new`), join(folder, NAME))
}

/** To be called before anything is opened: from then on it says nothing any more. */
export const forgetWhatWasLeft = (folder: string): void => rmSync(join(folder, NAME), { force: true })

export type Changed = { readonly file: string; readonly was: number; readonly is: number | undefined }

/**
 * Files that are not as they were left, with their sizes in bytes; none where the county was not ended in order.
 * Undefined when the list itself cannot be read.
 */
export function changedSinceLeft(folder: string): readonly Changed[] | undefined {
  if (!existsSync(join(folder, NAME))) return []
  const left = listOf(readFileSync(join(folder, NAME), 'utf8'))
  if (!left) return undefined
  const now = lyingIn(folder)
  return Object.entries(left).flatMap(([name, { size, sha256 }]) =>
    now[name]?.sha256 === sha256 ? [] : [{ file: name, was: size, is: now[name]?.size }],
  )
}

function listOf(text: string): List | undefined {
  try {
    return list.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

function lyingIn(folder: string, below = ''): List {
  const found: List = {}
  for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
    const name = below === '' ? entry.name : `${below}/${entry.name}`
    if (APART.has(name) || name.endsWith('.new')) continue
    if (entry.isDirectory()) Object.assign(found, lyingIn(folder, name))
    else if (entry.isFile()) found[name] = digestOf(join(folder, name))
  }
  return found
}

const digestOf = (path: string): z.infer<typeof file> => ({
  size: statSync(path).size,
  sha256: createHash('sha256').update(readFileSync(path)).digest('hex'),
})
