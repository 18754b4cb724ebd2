/** What commits name that lies elsewhere: long texts, personal data, files. */
import type { Commit } from '#ledger/ledger.ts'
import { type Leaf, leavesOf, pathOf } from './differences.ts'

export type Named = { readonly commit: number; readonly field: string }
export type NamedText = Named & { readonly sha256: string }

/** Fields that name a text by its digest, by the kind of stream. */
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  case: ['content', 'manifest'],
  notice: ['content'],
  objection: ['content'],
  consultation: ['content', 'reason'],
  resolution: ['attendance'],
  title: ['attendance', 'content', 'reason'],
  results: ['content', 'reason'],
  catalogue: ['digest', 'map'],
}
const DIGEST = /^[0-9a-f]{64}$/
/** A use of a file begins with its digest. */
const USE = /^([0-9a-f]{64})(?: |$)/

const leavesIn = ({ events }: Commit): Leaf[] => leavesOf({ events })
const lastKey = ({ keys }: Leaf) => keys.at(-1)

export function textsNamedBy(stream: string, commits: readonly Commit[]): NamedText[] {
  const fields = TEXTS[stream.split('/')[0] ?? ''] ?? []
  return commits.flatMap((commit) =>
    leavesIn(commit).flatMap((leaf) =>
      typeof leaf.value === 'string' && DIGEST.test(leaf.value) && fields.some((one) => one === lastKey(leaf))
        ? [{ commit: commit.number, field: pathOf(leaf.keys), sha256: leaf.value }]
        : [],
    ),
  )
}

/** Digests of files that events name, whatever they are called there. */
export function filesNamedBy(commits: readonly Commit[]): string[] {
  const named = commits.flatMap((commit) =>
    leavesIn(commit).flatMap(({ value }) => (typeof value === 'string' ? (USE.exec(value)?.[1] ?? []) : [])),
  )
  return [...new Set(named)]
}
