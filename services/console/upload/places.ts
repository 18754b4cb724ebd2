/** The order of the files of one field: the order in which they were chosen, until somebody moves one. */
import { digestOfUse } from '#evidence/cited-file.ts'

/** A use of a kept file, or the number of an upload that is under way and holds its place. */
export type Place = string | number

export const usesAmong = (places: readonly Place[]): string[] => places.filter((one) => typeof one === 'string')

/** The places as they stand: what the form has goes before what was here, and what is under way keeps its place. */
export function arranged(places: readonly Place[], value: readonly string[], going: readonly number[]): Place[] {
  const still = places.filter((one) => typeof one === 'string' || going.includes(one))
  const order = usesAmong(still).join('\n') === value.join('\n') ? still : [...value, ...still.filter(isUnderWay)]
  return [...order, ...going.filter((key) => !order.includes(key))]
}
const isUnderWay = (one: Place): one is number => typeof one === 'number'

/** Of which choice each file's name is, by the digest of its bytes: choices are numbered as they are made. */
export type Chosen = ReadonlyMap<string, number>

/**
 * An upload has ended well: its use takes its place. Of the same bytes there is one, at the first of their places and
 * under the name that was chosen last, whichever upload ends first.
 * @returns `same`: the uses of the same bytes in the order of choosing
 */
export function arrived(
  places: readonly Place[],
  { choice, used }: { readonly choice: number; readonly used: string },
  chosen: Chosen,
): { places: Place[]; chosen: Chosen; same?: { earlier: string; later: string } } {
  const digest = digestOfUse(used)
  const before = usesAmong(places).find((one) => digestOfUse(one) === digest)
  if (before === undefined)
    return {
      places: places.includes(choice) ? places.map((one) => (one === choice ? used : one)) : [...places, used],
      chosen: new Map(chosen).set(digest, choice),
    }
  const known = chosen.get(digest) ?? 0
  const [earlier, later] = known > choice ? [used, before] : [before, used]
  const first = places.findIndex((one) => one === before || one === choice)
  return {
    places: places.flatMap((one, at) => (at === first ? [later] : one === before || one === choice ? [] : [one])),
    chosen: new Map(chosen).set(digest, Math.max(known, choice)),
    same: { earlier, later },
  }
}

/** One taken from where it is and put at another place; beyond the ends it stays at the end. */
export function moved(places: readonly Place[], from: number, to: number): Place[] {
  const one = places[from]
  if (one === undefined) return [...places]
  const left = places.filter((_, at) => at !== from)
  const at = Math.max(0, Math.min(to, left.length))
  return [...left.slice(0, at), one, ...left.slice(at)]
}

/** What was found of a file as it came, until the file is taken away. */
export type ToldOfFile = { readonly sha256: string; readonly sentence: string }
/** The same is not told twice. */
export const alsoTold = (told: readonly ToldOfFile[], one: ToldOfFile): readonly ToldOfFile[] =>
  told.some(({ sentence }) => sentence === one.sentence) ? told : [...told, one]
export const stillTold = (told: readonly ToldOfFile[], value: readonly string[]): ToldOfFile[] =>
  told.filter(({ sha256 }) => value.some((used) => digestOfUse(used) === sha256))
