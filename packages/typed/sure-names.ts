/** Which words of minutes are surely somebody's name: by what they are, since what else they may be has no end. */
import { areParts } from './dotted.ts'
import { ALONE, ENDS_NO_NAME, GIVEN, IN_WORDS } from './given-names.ts'
import { isBySurname, isCalled } from './no-persons.ts'
import { NAME_NOTE, withoutUnit, withStatedUnit } from './person.ts'
import { NEXT, OTHERS } from './rare-surnames.ts'
import { SINGLE } from './single-names.ts'
import { DOUBLE, OFTEN } from './surnames.ts'
import { WORDS } from './words.ts'

const SURNAMES: ReadonlySet<string> = new Set(OFTEN + NEXT + OTHERS)
const FOREIGN_TO_DOTS: ReadonlySet<string> = new Set(
  [...OFTEN, ...NEXT].filter((one) => !'马苏白夏古杜洪江安'.includes(one)),
)
const HAN = '[\\p{Script=Han}][\\uFE00-\\uFE0F\\u{E0100}-\\u{E01EF}]?'
const CHINESE = new RegExp(`^(?:${HAN}){2,4}$`, 'u')
/** 买买提·艾力: of several dots it is not sure whether they divide persons. */
const DOTTED = new RegExp(`^(?:${HAN}){1,8}·(?:${HAN}){1,8}$`, 'u')
/** John Smith, Anne-Marie O’Neil, Ludwig van Beethoven; one word alone is a name from three letters (PPT is none). */
const LATIN =
  /^(?:[\p{Lu}][\p{L}\p{M}.'’-]*(?: (?:de|da|van|von|bin|al|la|[\p{Lu}][\p{L}\p{M}.'’-]*))+|[\p{Lu}][\p{Ll}\p{M}]{2,})$/u

/** What is said of a person in one character behind the name; in a given name it is rare, save in those of ENDS. */
const SAYING =
  '代等外到来签未没不缺病假休离替补转调已也都是的了过着们者因请说讲去走退迟共或并与及某氏姓兼任除另皆在死时岗班男女'
/** What minutes write of somebody in one character; the names of minorities have some of them. */
const ABSENT =
  '旷差训列主记出无否忙婚丧值副事产驻学援借挂辞免探反弃席晚住养护孕备陪又俱照考延赞公年避换歇返回会培下开托听视抽'
/** What ends the name of an office. */
const OF_OFFICE = '局部办委股科室处院所站镇乡村区县市馆校队组厂厅司店署'
const ENDS =
  /(?:[万世千百年时当古后金永]代|[春福东喜运金新永旺发宝贵庆祥生远凤雁归再自从]来|[亚胜若超如似雅赛思]男|登科|^江村|新村|^达来|尔班|自在|永在|及时)$/
/** 李鹤年, 王云开: in these it is no leave and says nothing of a meeting. */
const OF_YEARS = /(?:[鹤延百丰大松永瑞华斯思昌长寿万祖龟嘉康彭有锦亿安庆福熙忆念桂流]年|[云新]开)$/
/** Words that begin as a surname does. */
const NO_NAMES = new RegExp(
  [
    // A word before a name: 代何英.
    `^[代和连][${OFTEN}${NEXT}].$|[一二两三四五六七八九十][人名位]$|〇〇|参加|离席`,
    // Of a place, and whose kin somebody is.
    '^.[州路]人$|^.(?:[大二三小老]?[叔伯婶嫂姨舅姑]|妈妈|奶奶|爷爷|老[大二三四五六七八九])$',
    '^(?:全[体部员县市勤到齐在数]|成员|单位|时间|方案|党[委组校办政支总群]|干[部警]|水[利务]|宣传|常[务委]|纪[委检要律]|管[委理]|申[请报]|代[理表签会参]|计[划生]|应[到参出急]|安[排监置委徽]|司法|商务|江[苏西]|黄山|公安|卫[生健计]|农[业村林委]|金[融额]|项目|简报|强调|查[看阅]|和[平谐]会|许可|车辆|燃|广[电播]|文[化旅件广]|交[通警]|高新区)',
    '^周[一二三四五六日末]$|^(?:林业|农[经水科牧开行信]|党[建史]|[史方]志|高新|国安|水文|海洋|石化|谢[谢意绝]|多谢|明白|祝[好安贺福]|贺[信词]|敬礼|郑重|严禁|幸好|甘愿|安[好保]|成功|支书|司仪|管家|齐全|全满|和谐|关于|于是|于会|明[天日]|何[时人故以地]|余[下者略]|那[些么]|易地|连同|万一|马上|路线|管理|安全|石油|包括|包含|项目|燃气|平均|时任|曾任)$',
  ].join('|'),
  'u',
)

/** Said of what may be no name, or several, however it looks. */
const unsure = (name: string): string =>
  `“${name}”不能确定是不是一个人的姓名；请只写姓名，各人之间用顿号分开；确是一个人姓名的，请写作“${name}（${NAME_NOTE}）”`

/** @param name as it is kept, of which nothing else is wrong */
export const whyUnsure = (name: string): string | undefined => (isSure(name) ? undefined : unsure(name))

function isSure(name: string): boolean {
  if (LATIN.test(name) || SINGLE.has(name)) return true
  if (DOTTED.test(name)) return areParts(name) && name.split('·').every((part) => !saysMore(part) && !runsOn(part))
  if (!CHINESE.test(name)) return false
  const plain = [...name.replace(/[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/gu, '')]
  // 李副县长, as minutes write it.
  if (isBySurname(name)) return SURNAMES.has(plain[0] ?? '')
  const surname = DOUBLE.has(plain.slice(0, 2).join('')) && plain.length > 2 ? 2 : 1
  const given = plain.length - surname
  if (given < 1 || given > 2 || (surname === 1 && !SURNAMES.has(plain[0] ?? ''))) return false
  return (
    isGiven(plain.slice(surname), surname === 1 && beginsWords(plain[0] ?? '')) &&
    (surname === 2 || given === 2 || GIVEN.has(plain[1] ?? '') || ALONE.has(plain[1] ?? '')) &&
    !WORDS.has(plain.join('')) &&
    !NO_NAMES.test(plain.join('')) &&
    !isCalled(plain.join('')) &&
    !(
      given === 2 &&
      (saysMore(plain.join('')) || (!OF_YEARS.test(plain.join('')) && endsIn(plain.join(''), ABSENT)))
    ) &&
    !(given === 1 && isShort(plain.at(-1) ?? ''))
  )
}
const beginsWords = (surname: string): boolean => !(OFTEN + NEXT).includes(surname) || IN_WORDS.has(surname)
/** @param isAsked the surname begins words as well, so that only what given names are made of is one */
const isGiven = (given: readonly string[], isAsked: boolean): boolean =>
  !ENDS_NO_NAME.has(given.at(-1) ?? '') && (!isAsked || given.every((one) => GIVEN.has(one)))
/**
 * Whether a word may stand beside names with nothing but a blank between them: 王刚 顾问, 史志 王刚. A short one that
 * begins as a word does is asked there, and beside a single other one whatever has no very frequent surname.
 */
function isSureInRun(name: string, count: number): boolean {
  const [first = '', ...rest] = name.replace(/[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/gu, '')
  if (rest.length !== 1 || name.includes('·')) return true
  const isOften = OFTEN.includes(first)
  return isGiven(rest, true) && (isOften || (count > 2 && !beginsWords(first)))
}
/** @param count how many words stand there with nothing but blanks between them */
export const whyUnsureInRun = (name: string, count: number): string | undefined =>
  whyUnsure(name) ?? (isSureInRun(name, count) ? undefined : unsure(name))
/** 吐尔逊许建国: with these characters no part of a name in another language goes on. */
const runsOn = (part: string): boolean => {
  const all = [...part]
  return all.length > 3 && [2, 3].some((n) => FOREIGN_TO_DOTS.has(all.at(-n) ?? ''))
}
const endsIn = (text: string, some: string): boolean => some.includes([...text].at(-1) ?? '-')
const saysMore = (text: string): boolean => !ENDS.test(text) && endsIn(text, SAYING + OF_OFFICE)
/** Behind a surname alone there is little that is no given name. */
const isShort = (given: string): boolean =>
  '某氏姓等和与及总未没不缺假病签请共们的了都也人办部委站驻援借挂辞免探弃'.includes(given)

/** A name as a list of names reads it again: one that is not sure by itself with the note that it is one. */
export const asTyped = (kept: string): string => {
  const name = withStatedUnit(kept)
  return whyUnsure(withoutUnit(name)) ? `${name}（${NAME_NOTE}）` : name
}
