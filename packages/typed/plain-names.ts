/**
 * What a program may send as the name of somebody at a meeting without a note. The console reads minutes by lists of
 * words and rare surnames, which are too long for a function; here whatever is less plain has the note that it is a name.
 */
import { isBySurname } from './no-persons.ts'
import { isNoted, NAME_NOTE } from './person.ts'
import { DOUBLE, OFTEN } from './surnames.ts'

const HAN = '[\\p{Script=Han}][\\uFE00-\\uFE0F\\u{E0100}-\\u{E01EF}]?'
const CHINESE = new RegExp(`^(?:[${OFTEN}]|${[...DOUBLE].join('|')})(?:${HAN}){1,2}$`, 'u')
/** 买买提·艾力; John Smith. */
const OTHERS = new RegExp(`^(?:${HAN}){1,8}(?:·(?:${HAN}){1,8})+$|^[\\p{Lu}][\\p{L}\\p{M} .'’-]*$`, 'u')

const isPlain = (name: string): boolean => CHINESE.test(name) || OTHERS.test(name) || isBySurname(name)
/** @param name as it is kept, of which nothing else is wrong */
export const whyNotNoted = (name: string): string | undefined =>
  isPlain(name) || isNoted(name)
    ? undefined
    : `“${name}”不能确定是不是一个人的姓名；确是一个人姓名的，请写作“${withNote(name)}”`
/** As it is sent. */
export const withNote = (name: string): string => (isPlain(name) ? name : `${name}（${NAME_NOTE}）`)
