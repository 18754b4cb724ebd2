/** A past batch made of the pattern: other names, other files, the same decisions, sealed into chains of their own. */
import { digestOf } from '#ledger/chain.ts'
import { type Commit, Head } from '#ledger/ledger.ts'
import type { Row } from '#rows/row.ts'
import { rowOf } from '#rows/row-of.ts'
import { ownIds, type Pattern, type Text } from './pattern.ts'
import { inLot, LOTS, type Rename, renaming } from './rename.ts'

export type Copy = {
  readonly commits: readonly Commit[]
  /** What `project-rows` would have made of them. */
  readonly rows: readonly Row[]
  readonly texts: readonly Text[]
}

const DIGEST = /^[0-9a-f]{64}$/

/** @param at which of the past batches, from 0 */
export function copyBatch(pattern: Pattern, at: number): Copy {
  const named = renaming(at, ownIds(pattern))
  const digests = new Map<string, string>()
  const texts = pattern.texts.map(({ bucket, object, text }) => {
    const other = named(text)
    const key = DIGEST.test(object.key) ? digestOf(JSON.parse(other)) : named(object.key)
    digests.set(object.key, key)
    return { bucket, object: { ...object, key }, text: other }
  })
  const rename: Rename = (text) => named(text.replace(/[0-9a-f]{64}/g, (digest) => digests.get(digest) ?? digest))
  return { ...copied(pattern.streams, rename), texts }
}

/** The units of all lots: they are there however many batches there were. */
export const lotsOfUnits = ({ units }: Pattern): Copy => {
  const lots = Array.from({ length: LOTS }, (_, lot) => copied(units, inLot(lot)))
  return { commits: lots.flatMap(({ commits }) => commits), rows: lots.flatMap(({ rows }) => rows), texts: [] }
}

function copied(streams: Pattern['streams'], rename: Rename): Pick<Copy, 'commits' | 'rows'> {
  const made = [...streams].map(([stream, commits]) => sealed(rename(stream), commits, rename))
  return { commits: made.flat(), rows: made.flatMap((commits) => rowOf(commits[0]?.stream ?? '', commits) ?? []) }
}

function sealed(stream: string, commits: readonly Commit[], rename: Rename): Commit[] {
  const made: Commit[] = []
  for (const { events, command, by, at } of commits) {
    const other = JSON.parse(rename(JSON.stringify(events))) as unknown[]
    made.push(new Head(stream, made).next(other, command, by, new Date(at)))
  }
  return made
}
