/** A unit that a bracket behind a name says. */
import { nameKey, tidyName } from '../names.ts'
import { isUnitNote, maySayWhyAway, UNIT_NOTE } from '../person.ts'
import { COLON_IN_NOTE } from '../pieces.ts'
import { groupOf } from './labels.ts'
import { namesOf } from './names-of.ts'

/** 大庄镇人民政府, and as it is called for short: 大庄镇, 大庄镇政府. */
export const namesOfUnit = (name: string): readonly string[] => {
  const short = name.replace(/人民政府$/u, '')
  return short === name ? [name] : [name, short, `${short}政府`]
}

/** 单位：石龙湖, whose colon is read as none of a label's. */
export const STATED = new RegExp(`^${UNIT_NOTE.slice(0, -1)}[${UNIT_NOTE.slice(-1)}${COLON_IN_NOTE}]`, 'u')
/** @param units keys of names of the county's */
export const isUnitOf = (note: string, units: ReadonlySet<string>): boolean => {
  const stated = note.replace(STATED, '')
  if (groupOf(stated) !== undefined) return false
  return stated === note
    ? isUnitNote(note) || units.has(nameKey(note))
    : units.has(nameKey(stated)) || ([...stated].length > 1 && !maySayWhyAway(stated))
}

/** 大庄镇政府 张伟: one of the county's unit before. Of two names behind it nobody knows whose unit it is, nor of one beside which it stands. */
export function unitBefore(
  text: string,
  units: ReadonlySet<string>,
): { readonly unit: string; readonly name: string } | undefined {
  const [unit = '', ...words] = text.trim().split(/\s+/).map(tidyName)
  const name = words.join(' ')
  if (!units.has(nameKey(unit))) return undefined
  return namesOf(name, false).found.length === 1 ? { unit, name } : undefined
}

/** （县财政局）马玉兰 （县审计局）张三: a line in which each name has its unit before it. */
const BEFORE_NAME = '[（(]([^()（）\\n]{2,30})[)）]([\\p{Script=Han}]{2,4})(?=[\\s、，,;；。]|$)'
const ALL_BEFORE = new RegExp(
  `^([^\\n:：()（）]{0,12}[:：])?[^\\S\\n]*(?:${BEFORE_NAME}[^\\S\\n、，,;；。]*[、，,;；。]?[^\\S\\n]*)+$`,
  'u',
)
/** The text with such units behind their names. @param units keys of names of the county's */
export const withUnitsBehind = (text: string, units: ReadonlySet<string>): string =>
  text
    .split('\n')
    .map((line) => {
      const found = [...line.matchAll(new RegExp(BEFORE_NAME, 'gu'))]
      return ALL_BEFORE.test(line) && found.every(([, unit = '']) => isUnitOf(tidyName(unit), units))
        ? line.replace(new RegExp(BEFORE_NAME, 'gu'), '$2（$1）')
        : line
    })
    .join('\n')
