/** The name of one person: what cannot be one, as a sentence. */

import { isSameName } from './names.ts'
import {
  areMany,
  hasTitle,
  isCutShort,
  isOffice,
  isSaid,
  isSeveral,
  isStandIn,
  isTitle,
  withStatus,
} from './no-persons.ts'
import { isCellError } from './says/cell-error.ts'
import { isPlaceholder, whyNoWord } from './says/no-names.ts'
import { isUnitName } from './unit/unit-shape.ts'

/** A character alone, with the mark of its drawing. */
export const isAlone = (word: string): boolean => /^[\p{Script=Han}][\uFE00-\uFE0F\u{E0100}-\u{E01EF}]?$/u.test(word)

/** Of other scripts a name may have more: J. Smith, Anne-Marie O’Neil. */
const MARKS = /[^\p{L}\p{M}\p{Script=Han}·\p{Default_Ignorable_Code_Point}]/u
const MARKS_IN_LATIN = /[^\p{L}\p{M}· .'’-]/u

/** How somebody says that a word is a name: 阿依古丽（姓名）. It is no part of the name. */
export const NAME_NOTE = '姓名'
const NOTED = new RegExp(`(?:（${NAME_NOTE}）)+$`, 'u')
export const isNoted = (name: string): boolean => NOTED.test(name)
export const withoutNote = (name: string): string => name.replace(NOTED, '')

/** How two persons of one name are told apart: 张伟（财政局）. It is kept with the name. */
const OF_UNIT = /（([^（）]{2,30})）$/u
/** How somebody says that what stands there is a unit although its name is not known: 张伟（单位：石龙湖）. */
export const UNIT_NOTE = '单位：'
/** Whether what stands in a bracket behind a name is a unit, and not why somebody is missing: 宋志远（住院）. */
export const isUnitNote = (note: string): boolean => isUnitName(note, 'beside')
/** Why somebody is missing that ends as a unit does: 下村镇 and 驻村办 are some. */
const AWAY = /^(?:已|正?在|因[公病事]|请假)?(?:下[乡村]|[驻包]村|[住出入转]院)$/u
/** What names of units end in; whatever else is said to be one is a reason, a title or a word for none. */
const UNIT =
  /^[\p{Script=Han}A-Za-z\d（）·]*[\p{Script=Han}](?:[局办委处所站队院校组室科股司厅部馆社行镇乡村区厂园店矿港湖库团]|[林农牧渔茶马盐种艺]场|街道|公司|中心|集团|[学协商工]会|联合会|委员会|基金会|研究会|促进会|[常居村]委会|小学|中学|大学|学院|政府)$/u
/** Where somebody has gone, or is for a while, before the name of it. */
const GOES = /^(?:出差|跟班|开庭|出庭|下派|蹲点|请假|抽调|挂职|借调|借用|挂点|派往|选派|调往|住|驻(?!村))|.[去赴]./u
const OF_A_TOWN = /(?:[镇乡区]|街道|中学)$/u
/** 回县财政局, 在县委: where they have gone; 回龙镇 and 到滘镇 are towns. */
const hasGone = (unit: string): boolean =>
  /^[在去回赴到往]/u.test(unit) && (/[省市县]/u.test(unit) || !(OF_A_TOWN.test(unit) || isUnitName(unit, 'unit')))
/** @param unit what is said to be one */
export const maySayWhyAway = (unit: string): boolean =>
  !UNIT.test(unit) || GOES.test(unit) || hasGone(unit) || AWAY.test(unit)
/** A unit whose name is not known, said to be one. */
const isStated = (note: string): boolean => note.startsWith(UNIT_NOTE) && !maySayWhyAway(note.slice(UNIT_NOTE.length))
export const withoutUnit = (name: string): string => {
  const [bracket, note] = OF_UNIT.exec(name) ?? []
  return bracket && note && (isUnitNote(note) || isStated(note)) ? name.slice(0, -bracket.length) : name
}
/** Whether two names may be one person's: of two units they are two persons, and beside one without a unit nobody knows. */
export const mayBeSame = (one: string, other: string): boolean => {
  const [name, another] = [one.replace(OF_UNIT, ''), other.replace(OF_UNIT, '')]
  return isSameName(one, other) || ((name === one || another === other) && isSameName(name, another))
}

/** The name as it is kept: with the unit, and without what said that it is one. */
export const withPlainUnit = (name: string): string => name.replace(`（${UNIT_NOTE}`, '（')
/** The name as it is sent, or typed again: a unit whose name is not known is said to be one. */
export const withStatedUnit = (name: string): string => {
  const [, note] = OF_UNIT.exec(name) ?? []
  return note === undefined || note === NAME_NOTE || note.startsWith(UNIT_NOTE) || isUnitNote(note)
    ? name
    : name.replace(OF_UNIT, `（${UNIT_NOTE}$1）`)
}

/** @param name as it is kept: by tidyPerson */
export function whyNoPerson(name: string): string | undefined {
  const no = (said: string) => `“${name}”${said}`
  const [, note] = OF_UNIT.exec(name) ?? []
  if (note?.startsWith(UNIT_NOTE) && !isStated(note))
    return no('括号里写的不是单位；没有到会的请填在缺席人员中，并去掉括号')
  if (isPlaceholder(name) && !isCellError(name)) return no('不是姓名，请填写姓名；没有的留空')
  if (!/[\p{L}?？\uFFFD□■▢▯〓◻◼=＝#\p{Co}]/u.test(name)) return no('中没有文字，不是姓名；请填写姓名')
  const why = whyNoWord(name)
  if (why) return why
  if (isSaid(name)) return no('不只是姓名；请只写姓名，是否到会另行写明')
  if (/[:：]/.test(name)) return no('不是姓名；请去掉冒号和它前面的字')
  if (isSeveral(name)) return no('不像一个人的姓名；几个人的，请分开填写')
  if (isCutShort(name)) return no('没有写全，“等”是谁请逐一写明')
  if (/[()（）〔〕[\]【】]/.test(name)) return no('带有括号，不能判断括号里是什么；请只写姓名')
  if (isTitle(name)) return no('是职务，不是姓名；请只写姓名')
  if (hasTitle(name)) return no('中有职务或称呼；请只写姓名')
  if (isOffice(name)) return no('是单位，不是姓名；请只写姓名')
  if (isStandIn(name)) return no('像是由人代签；请只写本人姓名')
  if (areMany(name)) return no('不是一个人的姓名；请逐一填写姓名，没有的留空')
  if (isAlone(name)) return no('只有一个字，请写全姓名')
  if (/\d/.test(name)) return no('不是姓名，请改正')
  const isHan = /[\p{Script=Han}]/u.test(name)
  if (!isHan && !/[\p{L}]['’\p{M}]*[\p{L}]/u.test(name)) return no('没有写全，请写全姓名')
  if (isHan && name.includes(' '))
    return no('不像一个人的姓名；几个人的，请分开填写；一个人的，请去掉空格，或用“·”连接')
  const [mark] = (isHan ? MARKS : MARKS_IN_LATIN).exec(name) ?? []
  if (!mark) return undefined
  return no(`中有“${mark}”，不是姓名里的字；几个人的，请分开填写；少数民族姓名请用“·”连接`)
}

/** Why a name is not registered: what says of somebody that they have left is none, unless it is said to be one. @param name with the note or without */
export function whyNotRegistered(name: string): string | undefined {
  const why = whyNoPerson(withoutNote(name))
  if (why) return why
  const [own, said] = (isNoted(name) ? undefined : withStatus(name)) ?? []
  return own && said
    ? `“${name}”像是在姓名“${own}”后面写了“${said}”；请只写姓名，已不在岗的请在岗位上写结束日期；确是一个人姓名的，请写作“${name}（${NAME_NOTE}）”`
    : undefined
}
