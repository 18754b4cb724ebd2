/** How a copy of the pattern batch is called, and what in it is its own: its units of ten, its files, its objections. */
import { createHash } from 'node:crypto'
import { NAMED, PATTERN } from './past-batch.ts'

/** Five batches a year, back from 2017. */
export const pastName = (at: number): string => `${2017 - Math.floor(at / 5)}-${(at % 5) + 1}`

/** Ten lots of units take turns in being named: with all others a county of some seventy units. */
export const LOTS = 10

/** The same text as another batch has it. */
export type Rename = (text: string) => string

const UNITS = new RegExp(`(?<![\\w-])(${NAMED.join('|')})(?![\\w-])`, 'g')
/** Digests, and ids that somebody has drawn. */
const ID = /[\w-]{20,}/g

/** Units of the pattern that are named, as the units of a lot. */
export const inLot =
  (lot: number): Rename =>
  (text) =>
    text.replace(UNITS, `$1-${lot}`)

/** @param own ids of the pattern's files and objections, which are others in every batch */
export function renaming(at: number, own: ReadonlySet<string>): Rename {
  const batch = pastName(at)
  const lot = inLot(at % LOTS)
  const other = (id: string): string =>
    own.has(id) ? createHash('sha256').update(`${batch} ${id}`).digest('hex').slice(0, id.length) : id
  return (text) => lot(text.replaceAll(PATTERN, batch)).replace(ID, other)
}
