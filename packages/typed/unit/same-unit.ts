/** Whether two names may be one unit's in other words: 大庄镇, 泗县大庄镇人民政府; 县人社局, 县人力资源和社会保障局. */
import { nameKey } from '../names.ts'
import { isNamedPlace, isProvince } from './places.ts'
import { organOf } from './usual-names.ts'

/** What is compared of a name: computed once for each, for all pairs of a county are looked at. */
export type Likeness = {
  readonly key: string
  /** 泗县; empty where no place is named. */
  readonly place: string
  /** 县, 市, 旗; empty where none stands before it. */
  readonly level: string
  /** Which of the organs that have several names: 编办. */
  readonly organ?: number | undefined
  readonly towards: Inner
  /** What stands behind an office, which it belongs to: 县公安局 / 交警大队. */
  readonly inner?: Inner | undefined
}
type Inner = { readonly subject: string; readonly end: string }

/** One way of writing each ending. */
const SHORTER: readonly (readonly [RegExp, string])[] = [
  [/管理委员会|管委会/g, '管委'],
  [/委员会/g, '委'],
  [/办公室/g, '办'],
  [/联合会/g, '联'],
  [/协会/g, '协'],
  [/(?<=供销)合作社(?:联合社)?/g, '社'],
  [/人民(?=政府|法院|检察院)/g, ''],
  [/街道办(?:事处)?/g, '街道'],
  [/(?<=[镇乡]|街道|苏木)政府$/g, ''],
  [/(?<=[区园])管委$/g, ''],
  [/(?:经济|经济技术|经)开发?区$/g, '开发区'],
  [/(?<=.)服务中心$/g, '中心'],
  [/[与及、]/g, '和'],
]
const shortened = (text: string): string => SHORTER.reduce((one, [long, short]) => one.replace(long, short), text)
/** What stands before the county's name and says no other unit. */
const BEFORE = /^(?:中共|中国(?=人民银行)|国家税务总局|国家金融监督管理总局)/
/** 城市管理, 开发区, 依法治县: no place, though they end as one does. */
const NO_PLACE =
  /(?:^|[县区旗])(?:城|门|上|集|超|都|夜|房|股)市$|(?:开发|集中|合作|功能|试验|示范|保护|度假|园|景|社|小|牧|灌|库|片|辖|库|军|战|防)区$|^(?:.*[县旗市])?(?:[老主新]|中心)?城区$|^山区$|(?<!自)治[县市区]$/
const LEVEL =
  /^(?:省|市(?!场|监[局管]|政(?:设施|工程|园林|公用|管理|局|处|所|中心))|区(?![域划])|县(?!域|城区)|[旗盟州])/
const PLACE =
  /^.{1,12}?(?:省|自治区|自治州|自治县|自治旗|市(?!场|监[局管]|政(?:设施|工程|园林))|[县盟]|旗(?!县)|州(?![市县区])|区(?![域划]))/u

/** 徐州市铜山县公安局: the last place, and what comes behind it. */
function placed(text: string): { readonly place: string; readonly level: string; readonly rest: string } {
  let [place, level, rest] = ['', '', text.replace(BEFORE, '')]
  const province = [2, 3].find((n) => isProvince(rest.slice(0, n)) && rest.length > n + 1)
  if (province) rest = rest.slice(province).replace(/^省/, '')
  for (;;) {
    const [bare] = LEVEL.exec(rest) ?? []
    if (bare && rest.length > 1) {
      ;[place, level, rest] = ['', bare, rest.slice(1)]
      continue
    }
    const [named] = PLACE.exec(rest) ?? []
    const isPlace =
      named !== undefined &&
      named.length < rest.length &&
      !NO_PLACE.test(named) &&
      !/[局委办厅处所站]|街道/u.test(named) &&
      // 镇平县, 金乡县, 闵行区 are places; 银行泗县 is none.
      (named.length < 4 || named === '东昌府区' || !/[府镇乡村司行]/u.test(named)) &&
      isNamedPlace(named)
    if (!named || !isPlace) return { place, level, rest: rest.replace(BEFORE, '') }
    ;[place, level, rest] = [named, named.slice(-1), rest.slice(named.length)]
  }
}

/** 宿州市生态环境局泗县分局 is 宿州市泗县生态环境分局, 共青团泗县委员会 the 团委 of 泗县. */
const turned = (text: string): string =>
  text
    .replace(/^(.+市)(.+)局(.{1,12}[县区旗市])分局$/u, '$1$3$2分局')
    .replace(/^(.+市)(住房公积金管理中心)(.{1,12}[县区旗市])(?:管理部|分中心)$/u, '$1$3$2')
    .replace(/^(?:中国共产主义青年团|中国共青团|共青团|团)(.{0,12}[县区旗市州])委$/u, '$1团委')

const END = /(?:分局|分中心|中心|大队|中队|支队|开发区|管委|街道|苏木|党委|[局厅委办部处所站联协社会镇乡村队院校])$/u
const partsOf = (text: string): Inner => {
  const [end = ''] = END.exec(text) ?? []
  return { subject: text.slice(0, text.length - end.length), end }
}

/** 县应急管理局（地震局）: another sign at the same door. Which part of it is no other name: （执法大队）. */
const SIGN = /\(([^()]*)\)$/u
const isPart = (note: string): boolean => /[队所站股科室部]$|分局$|片区$/u.test(note)

/** @param name as it is kept */
export function likenessOf(name: string): Likeness {
  const key = nameKey(name)
  const [bracket = '', note = ''] = SIGN.exec(key) ?? []
  const bare = isPart(note) ? key : key.slice(0, key.length - bracket.length)
  const { place, level, rest } = placed(turned(shortened(bare)))
  const [, office, inner] = /^(.*(?:局|委|政府))(.+)$/u.exec(rest) ?? []
  const of = { key, place, level, organ: organOf(rest) }
  return office && inner
    ? { ...of, towards: partsOf(office), inner: partsOf(inner) }
    : { ...of, towards: partsOf(rest) }
}

/** What an office's name may be without: 城市管理 is 城管 by its last word, 退役军人事务 is 退役军人. */
const USUAL = /(?:管理|监督|监管|事务|服务|工作|保障|行政|执法|综合|开发|运输|资源|信息化|化|合作|出版)+$/u
/** Of these a short name is made of the first letters of words. */
const SHORTENED = /^(?:分局|中心|大队|支队|[局委办部处所站联协社])$/u

/** 残疾人联合会 is 残联. */
const JOINED = /[联协社]$/u

/** Whether every letter of the short one stands in the long one, in that order; from the first to the last word that says something. */
function isShortOf(short: string, joint: string, end: string): boolean {
  const long = joint.replaceAll('和', '')
  if (short === '' || short[0] !== long[0]) return false
  // 林业局 has become 林业和草原局.
  if (short === long || joint.startsWith(`${short}和`)) return true
  if (short.length >= long.length) return false
  const told = long.replace(USUAL, '') || long
  let at = long.length
  for (const one of [...short].reverse()) {
    const found = at === 0 ? -1 : long.lastIndexOf(one, at - 1)
    if (found < 0) return false
    if (at === long.length && found < told.length - 2 && !JOINED.test(end)) return false
    at = found
  }
  return true
}
const withoutAnd = ({ subject }: Inner): string => subject.replaceAll('和', '')
function isSamePart(one: Inner, other: Inner): boolean {
  if (one.end !== other.end) return false
  if (one.subject === other.subject) return true
  if (one.subject[0] !== other.subject[0]) return false
  return (
    SHORTENED.test(one.end) &&
    (isShortOf(withoutAnd(one), other.subject, one.end) || isShortOf(withoutAnd(other), one.subject, one.end))
  )
}
/** 泗县 and 县 may be one place, and so may either be and none; 县 and 市 are two. */
const mayBeSamePlace = (one: Likeness, other: Likeness): boolean =>
  (one.level === '' || other.level === '' || one.level === other.level) &&
  (one.place === '' || other.place === '' || one.place === other.place)

/** Whether somebody should be asked if both are one unit. */
export function mayBeSameUnit(one: Likeness, other: Likeness): boolean {
  if (one.key === other.key) return true
  if (!mayBeSamePlace(one, other)) return false
  if (one.organ !== undefined && one.organ === other.organ) return true
  const [a, b] = one.inner || !other.inner ? [one, other] : [other, one]
  if (a.inner && b.inner) return isSamePart(a.towards, b.towards) && isSamePart(a.inner, b.inner)
  // 柳新派出所 is the one of 县公安局.
  if (a.inner) return b.towards.subject !== '' && isSamePart(a.inner, b.towards)
  return isSamePart(inPlace(a, b), inPlace(b, a))
}
/** 定远经济开发区 is the one of 定远县. */
function inPlace({ level, towards }: Likeness, { place }: Likeness): Inner {
  const own = place.slice(0, -1)
  const isThere = level === '' && own.length > 1 && towards.subject.startsWith(own)
  return isThere ? partsOf(shortened(`${towards.subject}${towards.end}`.slice(own.length))) : towards
}
