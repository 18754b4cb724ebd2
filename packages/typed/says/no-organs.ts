/** What stands where an organ is asked for, and is somebody: a name, a title, whoever leads. */
import { hasTitle, isTitle } from '../no-persons.ts'
import { NEXT } from '../rare-surnames.ts'
import { DOUBLE, OFTEN } from '../surnames.ts'

/** 纪要, 常务, 文件: these begin what is said of a document. */
const SURNAMES = (OFTEN + NEXT).replace(/[纪常文单成向方史石安关]/g, '')
const HAN = '[\\p{Script=Han}]'
const NAME = new RegExp(`^(?:[${SURNAMES}]|${[...DOUBLE].join('|')})${HAN}{1,2}$`, 'u')
/** What ends a unit's name. */
const UNIT = /[局府镇乡县市省区村院校会议委办所站队社厂司部厅处科组室州团关署]$/u
/** Whether it looks like one person's name, and is no unit's. */
export const isPersonal = (word: string): boolean => NAME.test(word) && !UNIT.test(word)

/** Whoever leads, as a form has it, and of no organ in particular. */
const ANY =
  /^(?:(?:上级|本级|各级|党政|有关|相关|主要|分管|主管|批准|发文|审批|单位|县委|县政府|[省市县乡镇本该])*(?:领导(?:同志)?|负责人|负责同志|机关|部门|单位)|(?:批准|发文)?机关(?:名称)?|(?:上级|本级|批准|本县))$/u

/** @param key its letters and digits alone */
export const isNoOrgan = (text: string, key: string): boolean =>
  // 某县人民政府; 买买提·艾力.
  /[某·]/.test(text) ||
  ANY.test(key) ||
  isPersonal(key) ||
  (!UNIT.test(key) && (isTitle(key) || hasTitle(key) || /^.副?[省市县区乡镇局]长$|长(?:签字|同意|批准)$/u.test(key)))
