/** What stands between two marks of a list, as names of persons. */

import { isOfSounds } from '../dotted.ts'
import { tidyName } from '../names.ts'
import { whyNoPerson } from '../person.ts'
import { readingsOf } from '../readings.ts'
import { whyUnsure, whyUnsureInRun } from '../sure-names.ts'
import { isBlank } from '../unseen.ts'

const MOST_LETTERS = 30
/** 蒋国庆和买买提·艾力: what stands before the dot of one person has no such word behind a whole name. */
const OF_TWO = /^[\p{Script=Han}]{2,4}[和与及][^·]*·/u
/** 蔡明亮·主志: a whole name of three, which is written for no sound, beside a dot that may part two persons. */
const isWhole = (part: string): boolean => [...part].length === 3 && !isOfSounds(part) && whyUnsure(part) === undefined
const mayBeTwo = (name: string): boolean => OF_TWO.test(name) || (name.includes('·') && name.split('·').some(isWhole))

/** Names between two marks: blanks part them, but for those within a name. What may be read in two ways is asked. */
export function namesOf(text: string, isNoted: boolean): { readonly found: readonly string[]; readonly why?: string } {
  if (isBlank(text)) return { found: [] }
  const words = text.split(/\s+/).map(tidyName).filter(Boolean)
  const latin = words.filter((word) => /^[\p{Script=Latin}.'’-]+$/u.test(word))
  const readings = latin.length === 0 ? readingsOf(words) : latin.length === words.length ? inLatin(words) : []
  const [found, other] = readings
  if (!found || other) return { found: [], why: severalWays(words, readings) }
  // Nothing but blanks between them, so that each is of the kind of the others.
  const whyAsked = (name: string) =>
    mayBeTwo(name) ? severalWays([name], []) : found.length > 1 ? whyUnsureInRun(name, found.length) : whyUnsure(name)
  const why = found
    .map((name, at) => whyNotOne(name) ?? (isNoted && at === found.length - 1 ? undefined : whyAsked(name)))
    .find((sentence) => sentence !== undefined)
  return why ? { found: [], why } : { found }
}
/** First and last name, and one between them; more words may be two persons. */
const inLatin = (words: readonly string[]): readonly (readonly string[])[] =>
  words.length < 4 ? [[words.join(' ')]] : []

function severalWays(words: readonly string[], readings: readonly (readonly string[])[]): string {
  // One word that is no name says so itself.
  const alone = words.length === 1 ? whyNotOne(words[0] ?? '') : undefined
  const ways = readings.map((names) => `“${names.join('、')}”`).join('还是')
  return alone ?? `“${words.join(' ')}”无法判断是几个人${ways && `（${ways}）`}，请用顿号分开各人`
}

export const whyNotOne = (name: string): string | undefined =>
  [...name].length > MOST_LETTERS ? `“${name}”超过${MOST_LETTERS}字，请用顿号分开各人` : whyNoPerson(name)
