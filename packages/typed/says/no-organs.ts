/** What stands where an organ is asked for, and is none: a name, a title, whoever leads, what is said of it. */
import { NEXT } from '../rare-surnames.ts'
import { DOUBLE, OFTEN } from '../surnames.ts'
import { isUnitName } from '../unit/unit-shape.ts'

/** 纪要, 常务, 文件: these begin what is said of a document. */
const SURNAMES = (OFTEN + NEXT).replace(/[纪常文单成向方史石安关]/g, '')
const HAN = '[\\p{Script=Han}]'
const NAME = new RegExp(`^(?:[${SURNAMES}]|${[...DOUBLE].join('|')})${HAN}{1,2}$`, 'u')
/** Whether it looks like one person's name, and is no unit's. */
export const isPersonal = (word: string): boolean => NAME.test(word) && !isOrgan(word)

/**
 * What decides, by the shape of its name: 县政府, 泗县人民政府, 县政府常务会议（第38次）. Nobody's name and nothing that is said
 * of an organ has it.
 */
const isOrgan = (key: string): boolean => isUnitName(key, 'organ')
/** @param name as names are kept */
export const isNoOrgan = (name: string): boolean => !isOrgan(name.replace(/[\s。.；;！!]+$/gu, ''))
