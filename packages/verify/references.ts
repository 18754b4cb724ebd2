/** What commits name that lies elsewhere: long texts, personal data, files. */
import type { Commit } from '#ledger/ledger.ts'
import { isObject, type Leaf, leavesOf, pathOf } from './differences.ts'

export type Named = { readonly commit: number; readonly field: string }
export type NamedText = Named & { readonly sha256: string }
export type NamedPerson = Named & { readonly id: string; readonly digest: string }

/** Fields that name a text by its digest, by the kind of stream. */
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  case: ['content', 'manifest'],
  notice: ['content'],
  objection: ['content'],
  resolution: ['attendance'],
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

export const personsNamedBy = (commits: readonly Commit[]): NamedPerson[] =>
  commits.flatMap(({ number, events }) =>
    referencesIn(events, ['events']).map(({ keys, id, digest }) => ({
      commit: number,
      field: pathOf(keys),
      id,
      digest,
    })),
  )

type Found = { readonly keys: readonly (string | number)[]; readonly id: string; readonly digest: string }
/** `{ id, digest }` stands for personal data wherever it is. */
function referencesIn(value: unknown, keys: readonly (string | number)[]): Found[] {
  if (Array.isArray(value)) return value.flatMap((one, i) => referencesIn(one, [...keys, i]))
  if (!isObject(value)) return []
  const { id, digest } = value
  if (typeof id === 'string' && typeof digest === 'string' && Object.keys(value).length === 2)
    return [{ keys, id, digest }]
  return Object.entries(value).flatMap(([key, one]) => referencesIn(one, [...keys, key]))
}
