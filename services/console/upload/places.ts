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

/**
 * An upload has ended well: its use takes its place.
 * @returns `before`: the use of the same bytes that was there; it keeps its place and takes the new name
 */
export function arrived(places: readonly Place[], key: Place, used: string): { places: Place[]; before?: string } {
  const before = usesAmong(places).find((one) => digestOfUse(one) === digestOfUse(used))
  if (before === undefined) {
    return places.includes(key)
      ? { places: places.map((one) => (one === key ? used : one)) }
      : { places: [...places, used] }
  }
  return { places: places.filter((one) => one !== key).map((one) => (one === before ? used : one)), before }
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
