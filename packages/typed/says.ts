/** Whether a text says anything: a mark, a placeholder, what a worksheet shows for an error, and talk that only fills the field do not. */
import { isCellError, nameKey } from './names.ts'

/** Officials set an opinion wide, 同　意: blanks between ideographs part nothing. */
const setClose = (text: string): string => text.replace(/(?<=[\p{Script=Han}])\s+(?=[\p{Script=Han}])/gu, '')
/** Its letters and digits, in one width. */
const keyOf = (text: string): string => nameKey(text).replace(/[^\p{L}\p{N}]/gu, '')

/** What stands where nothing is to be said. `无` is an answer only where a question asks for what there may not be. */
const NONE = ['无', '没有', '暂无', '无内容', '没有内容', '没写', '不适用']
const FILLERS = [
  ...NONE,
  ...['同上', '同前', '同左', '如上', '如前', '如题', '上同', '见上', '略', '从略', '省略', '空', '空白', '缺', '暂缺'],
  ...['待定', '未定', '待补', '待填', '待补充', '待完善', '待编号', '待批', '未填', '不填', '不详', '未知', '不知道'],
  ...['某某', '某', '标题', '文号', '编号', '名称', '内容', '理由', '原因', '占位', '测试', '试填', '以下空白'],
]
const KEYS_IN_A_ROW = ['asdf', 'asdfg', 'asdfgh', 'asd', 'qwer', 'qwert', 'qwerty', 'qwe', 'zxcv', 'zxc', 'abc', 'abcd']
const LATIN = [
  'null',
  'none',
  'nan',
  'na',
  'nil',
  'undefined',
  'tbd',
  'tba',
  'ditto',
  'test',
  'testing',
  'x',
  'xx',
  'xxx',
]
const PLACEHOLDERS: ReadonlySet<string> = new Set([...FILLERS, ...KEYS_IN_A_ROW, ...LATIN])
const ANSWERS: ReadonlySet<string> = new Set(NONE)
/** 无无无略, 同上同上. */
const ONLY = '无|没有|暂无|略|从略|同上|同前|如上|如题|待定|待补充?|不详|空白'
const ONLY_FILLERS = new RegExp(`^(?:${ONLY})+$`, 'u')
/** 一二三四, 甲乙丙丁. */
const NUMERALS = /^[零〇○一二三四五六七八九十百千万亿两甲乙丙丁戊己庚辛壬癸\p{N}]+$/u
const SIGHS = /^[嗯啊哦呃额呵哈嘿哎唉喔噢呀吧呢吗嘛啦的了]+$/u
/** The same one to three syllables, or a run of keys, again and again. */
const AGAIN = /^([\p{L}\p{N}]{1,3}|[a-z]{4,6})\1+$/u
/** What input methods make of keys that were struck at random, from end to end: 阿斯顿公司 is somebody. */
const STRUCK =
  /^(?:阿斯[顿蒂达]|阿[萨斯]德|[啊阿]?实打实)(?:阿斯[顿蒂达]|阿[萨斯]德|[啊阿]?实打实|发?斯蒂芬|撒[旦地]|送到|[啊阿发芬撒打])*$/u
/** What a program would have put words in place of: {{reason}}, ${x}, <%= x %>. No such text was ever finished. */
const TEMPLATE = /\{\{[^{}]*\}\}|[$#]\{[^{}]*\}|<%[^%]*%>|\{%[^%]*%\}/u

const ABOUT = '理由|原因|意见|情况|内容|说明|依据'
/** As forms have it beside the blank. */
const HERE = '(?:在)?(?:此处?|这里|本栏|此栏|下方|框内)'
const WHAT = `${ABOUT}|文字|文本|数据|名称|标题|文号|编号`
const PROMPTS = [
  `(?:请|点击|单击|双击)*(?:${HERE})?(?:手动)?(?:填写|填入|输入|键入|录入|填)(?:具体|相关|您的|你的|审核|审批|办理|文字|详细)*(?:${WHAT})?`,
  `(?:请)?(?:${HERE})(?:写明?|说明|注明)(?:具体|相关|您的|你的)*(?:${WHAT})?`,
  `(?:示例|样例|默认|占位)(?:${WHAT})*`,
]
const TALK = [
  ...PROMPTS,
  // What was to be struck out or chosen, and was not.
  '(?:同意|通过)(?:或者?)?(?:不同意|不通过|不予通过)',
  `(?:具体)?(?:${ABOUT})(?:如下|见下)`,
  `(?:没有|没|无|暂无|不需要|不用)(?:什么|任何|具体|特别|其他)*(?:的)?(?:理由|原因|内容|依据|可说|好说的)`,
  `(?:${ABOUT})*(?:同|如|见)(?:上|前|题|左|标题)(?:面|文)?(?:所述|所写|一样)?`,
  `(?:${ABOUT})*(?:以上|综上|如上|如前)(?:所述)?`,
  `(?:(?:${ABOUT})*(?:${ONLY}))+|(?:${ABOUT})+`,
  '(?:这是|这里|仅供|只是|用于|仅|做|作)*(?:测试|试填|试一下|试一试|试试|试验|随便(?:写|填)|乱写|瞎写|占位)(?:一下|看看|数据|内容|文字|文本|用|写|填|的|而已|测试|\\d)*',
]
const whole = (patterns: readonly string[]): RegExp => new RegExp(`^(?:${patterns.join('|')})$`, 'u')
const [IS_PROMPT, IS_TALK] = [whole(PROMPTS), whole(TALK)]

const isEmptyTalk = (key: string): boolean =>
  [ONLY_FILLERS, NUMERALS, SIGHS, AGAIN, STRUCK, IS_TALK].some((one) => one.test(key))

/** Whether it stands for a text and is none, whatever marks are around it. */
export const isFiller = (text: string): boolean => {
  const key = keyOf(text)
  return PLACEHOLDERS.has(key) || ONLY_FILLERS.test(key) || /^x{2,}$|^[某]{2,}$/u.test(key)
}
/** Whether it says that there is none: 无. */
export const isNone = (text: string): boolean => ANSWERS.has(keyOf(text))

const HAS_TWO = /([\p{L}])(?!\1)[\p{L}]/u
const HAS_HAN = /[\p{Script=Han}]/u
/** Words in Latin of a text that has no others; the marks of an order, 1ª, are no letters. */
const onlyLatin = (text: string): readonly string[] | undefined => {
  const all = text.replace(/[ªº]/g, '').normalize('NFKC').toLowerCase()
  return /(?![\p{Script=Latin}])[\p{L}]/u.test(all) ? undefined : (all.match(/[\p{L}\p{N}]+/gu) ?? [])
}
/** Keys in a row are no words, and nothing is none either. */
const isOnlyKeys = (text: string): boolean => onlyLatin(text)?.every((word) => PLACEHOLDERS.has(word)) ?? false

/** What says nothing wherever something is to be explained, or agreed to. */
const isEmpty = (text: string): boolean =>
  isCellError(text) || isFiller(text) || isOnlyKeys(text) || TEMPLATE.test(text) || isEmptyTalk(keyOf(text))
const saysIn = (text: string): boolean => HAS_TWO.test(setClose(text)) && !isEmpty(text)
/** In Latin letters alone it may be somebody's account, and is no official's opinion: those are written in Chinese by law. */
const isForeign = (text: string): boolean => onlyLatin(text) !== undefined

/** Whether it may say why: four letters or digits at least, of which two different letters stand side by side as a word. */
export const isSentence = (text: string): boolean =>
  (text.match(/[\p{L}\p{N}]/gu) ?? []).length >= 4 && !isForeign(text) && saysIn(text)

/** As officials sign with one ideograph: 阅, 准; 知, 收, 退, 发 and 存 as well. */
const ONE_AS_SIGNED = /^[^\p{L}\p{N}]*[阅准可行好是妥核悉批办转否知收退发存][^\p{L}\p{N}]*$/u
/** Whether it is an opinion: two different letters side by side, or one ideograph as officials sign. */
export const hasWords = (text: string): boolean => ONE_AS_SIGNED.test(text) || (!isForeign(text) && saysIn(text))
/** Whether somebody tells anything, in whatever language. */
export const isAccount = (text: string): boolean => ONE_AS_SIGNED.test(text) || saysIn(text)

/** What is wrong with a text that is to be the name, the number or the account of something. */
export type Unsaid = 'formula' | 'lost' | 'filler' | 'letters' | 'template'
/**
 * @param of `number`: digits say something; `facts`: that there is none is an answer
 * @param isLine of one line, in which no box is drawn to be ticked, and no question asked
 */
export function whatIsUnsaid(text: string, of: 'text' | 'number' | 'facts', isLine: boolean): Unsaid | undefined {
  if (isCellError(text) || (isLine && /^\s*[=＝]/.test(text))) return 'formula'
  if (/[\uFFFD]/.test(text)) return 'lost'
  if (TEMPLATE.test(text)) return 'template'
  const hasLetters = (of === 'number' ? /[\p{L}\p{N}]/u : /[\p{L}]/u).test(text)
  // A worksheet has a half-width mark for what it lost; in an address of the web it parts what is asked.
  if (isLine && hasLetters && isLost(text)) return 'lost'
  if (!hasLetters) return 'letters'
  return (isFiller(text) || IS_PROMPT.test(keyOf(text))) && !(of === 'facts' && isNone(text)) ? 'filler' : undefined
}
const isLost = (text: string): boolean =>
  /[□■▢▯〓◻◼]|(?<=[\p{Script=Han}])\?|\?(?=[\p{Script=Han}])|[?？]{2}/u.test(text) ||
  (/[?？]/.test(text) && HAS_HAN.test(text) && (text.match(/[\p{L}]/gu) ?? []).length < 3)
