/** Names of persons and units: how they are written, when two are the same, which of them somebody looks for, their order. */
import { unified } from './ideographs.ts'
import { tidyLine } from './line.ts'
import { mayBeOne } from './readings.ts'

const BLANK_INSIDE =
  /(?<=[\p{Script=Han}（）〔〕《》·])[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]? (?=[\p{Script=Han}（）〔〕《》·])/gu

/**
 * A name as it is kept: characters in the one way, letters and digits half-width, brackets of a Chinese name
 * full-width, one kind of dot (买买提·艾力), no blanks between characters (何　英), no breaks, nothing unseen.
 */
export function tidyName(text: string): string {
  const line = withDots(tidyLine(text)).replace(/[０-９Ａ-Ｚａ-ｚ]/g, (one) => one.normalize('NFKC'))
  const set = /[\p{Script=Han}]/u.test(line) ? line.replace(/\s*\(\s*/g, '（').replace(/\s*\)/g, '）') : line
  return set.replace(BLANK_INSIDE, (one) => one.replace(' ', ''))
}

/** One kind of dot within a name, whatever was typed for it, with no blank beside it. */
export const withDots = (text: string): string =>
  text.replace(/(?<=[\p{Script=Han}]) *[•‧∙・･·⋅] *(?=[\p{Script=Han}])/gu, '·')

/** The name of one person. What may be two persons keeps its blank, and so is none: whyNoPerson says so. */
export function tidyPerson(text: string): string {
  const words = withDots(tidyLine(text)).split(' ')
  const han = words.filter((word) => /[\p{Script=Han}]/u.test(word))
  const isSure = han.length < words.length ? han.length === 0 : mayBeOne(words)
  return isSure ? tidyName(text) : words.join(' ')
}

const OF_UNIT = /[局府镇乡县市区村院校会委办所站队社厂司部厅处科]$/
/** The name of a unit, or of one or several persons: 泗县 财政局 is one unit, 王伟 李四 stay two. */
export function tidyParty(text: string): string {
  const kept = tidyPerson(text)
  const arePersons = kept.split(' ').every((word) => /^[\p{Script=Han}]{2,4}$/u.test(word)) && !OF_UNIT.test(kept)
  return arePersons ? kept : tidyName(text)
}

/** Full-width and half-width, capital and small, the kind of bracket, quote, dash or dot, blanks, what is unseen: none makes another name. */
export const nameKey = (text: string): string =>
  unified(text)
    .normalize('NFKC')
    .replace(/[\p{Default_Ignorable_Code_Point}\u2800\p{Cc}\s]/gu, '')
    .replace(/[〔〖【[｛{]/g, '(')
    .replace(/[〕〗】\]｝}]/g, ')')
    .replace(/[•‧∙・⋅]|(?<=[\p{Script=Han}])[.](?=[\p{Script=Han}])/gu, '·')
    .replace(/[“”〝〞「」『』‘’']/g, '"')
    .replace(/[-\u2010-\u2015\u2212\u2500]+/g, '-')
    .toLowerCase()
export const isSameName = (one: string, other: string): boolean => nameKey(one) === nameKey(other)
/** Each name once, as it was written first. */
export function eachOnce(names: readonly string[]): string[] {
  const found = new Map<string, string>()
  for (const name of names) if (!found.has(nameKey(name))) found.set(nameKey(name), name)
  return [...found.values()]
}

/** Nobody needs the dot of a name to find it, nor to have typed more than that. */
const keyToFind = (text: string): string =>
  nameKey(text).replace(/(?<=[\p{Script=Han}])[·.](?=[\p{Script=Han}]|$)/gu, '')

/** Whether every word that somebody looks for stands in one of the lines of the text, in whatever way it was typed. */
export function isFound(text: string, wanted: string): boolean {
  const within = text.split('\n').map(keyToFind).join('\n')
  return wanted.split(/\s+/).every((word) => within.includes(keyToFind(word)))
}

const chinese = new Intl.Collator('zh-Hans-CN')
/** The order of names in a list without another one. */
export const byName = (one: { readonly name: string }, other: { readonly name: string }): number =>
  compareNames(one.name, other.name)
/** A list in that order. */
export const inNameOrder = <N extends { readonly name: string }>(list: readonly N[]): N[] => [...list].sort(byName)
export const compareNames = (one: string, other: string): number => chinese.compare(one, other)
