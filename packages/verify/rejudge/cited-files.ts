/** Whether files that something rests on were there by then, sound, and kept by somebody. */
import { digestOfUse } from '#evidence/cited-file.ts'
import { evidenceStream } from '#evidence/evidence.ts'
import { fileOwner } from '#evidence/file-owner.ts'
import type { Commit } from '#ledger/ledger.ts'
import { type Leaf, leavesOf, pathOf } from '../differences.ts'
import type { Finding } from '../finding.ts'
import { type Elsewhere, Untold } from './elsewhere.ts'
import { oddCommit } from './judging.ts'

/** Fields that hold files, one or several. */
const CITING: ReadonlySet<string> = new Set(['attachments', 'scan', 'evidence', 'paper', 'minutes', 'proof', 'files'])

/** @param commits of one stream, as they were written */
export function wrongCitations(stream: string, commits: readonly Commit[], elsewhere: Elsewhere): Finding[] {
  return commits.flatMap(({ number, at, events }) =>
    leavesOf({ events }).flatMap((leaf) => {
      const { value } = leaf
      if (typeof value !== 'string' || !isCiting(leaf) || wasKept(elsewhere, value, at)) return []
      const field = pathOf(leaf.keys)
      return [oddCommit(stream, number, { field, how: `的${field}所用的文件当时没有保存，或者不能使用` })]
    }),
  )
}

const isCiting = ({ keys }: Leaf): boolean => keys.some((key) => typeof key === 'string' && CITING.has(key))

function wasKept(elsewhere: Elsewhere, used: string, at: string): boolean {
  const digest = digestOfUse(used)
  try {
    return elsewhere.ownersOf(digest).some((owner) => {
      const states = elsewhere.evidence.at(evidenceStream(owner, digest), at)
      return fileOwner(owner) !== undefined && states.some(({ status }) => status === 'kept')
    })
  } catch (error) {
    if (error instanceof Untold) return true
    throw error
  }
}
