/** What stands where an organ is asked for, and is none: a name, a title, whoever leads, what is said of it. */
import { NEXT } from '../rare-surnames.ts'
import { DOUBLE, OFTEN } from '../surnames.ts'
import { endsAsUnit } from './unit-names.ts'

/** 纪要, 常务, 文件: these begin what is said of a document. */
const SURNAMES = (OFTEN + NEXT).replace(/[纪常文单成向方史石安关]/g, '')
const HAN = '[\\p{Script=Han}]'
const NAME = new RegExp(`^(?:[${SURNAMES}]|${[...DOUBLE].join('|')})${HAN}{1,2}$`, 'u')
/** Whether it looks like one person's name, and is no unit's. */
export const isPersonal = (word: string): boolean => NAME.test(word) && !isOrgan(word)

/** Whoever leads, as a form has it, and of no organ in particular; 我局, 本办. */
const ANY =
  /^(?:(?:上级|本级|各级|党政|有关|相关|主要|分管|主管|批准|发文|审批|单位|县委|县政府|[省市县乡镇本该])*(?:机关|部门|单位)|(?:批准|发文)?机关(?:名称)?|我.*|[本该].)$/u
/** A meeting decides as well: 办公会, 常务会议, 全委会. */
const MEETING = /(?:[公务题委组席全大]会|会议)$/u
/** 领导小组, 党中央. */
const BODY = /[组团署关央]$/u
/** What is said of an organ and begins no name of one. */
const SAID = /^(?:已|同意?(?=上?会)|经(?=县|市|省|领导)|由(?=县|市|省|领导))/u
const isOrgan = (key: string): boolean => (endsAsUnit(key) || MEETING.test(key) || BODY.test(key)) && !SAID.test(key)
/** 王伟处, 何英办; 高新办 and 林改办 are offices. */
const SOMEBODYS = new RegExp(`^[${OFTEN.replace(/[高林]/g, '')}]${HAN}{1,2}[处办]$`, 'u')

/** @param key its letters and digits alone, without what a bracket at its end says: 县政府（第38次常务会议） */
export const isNoOrgan = (text: string, key: string): boolean =>
  // 某县人民政府; 买买提·艾力.
  /[某·]/.test(text) || ANY.test(key) || SOMEBODYS.test(key) || !isOrgan(key)
