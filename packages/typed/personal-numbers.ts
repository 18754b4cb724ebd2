/**
 * Numbers by which somebody is known or reached, in any text: set in groups, with a country's code or another number
 * beside them, in digits of any script. Each run of digits is looked at alone, and then with those that follow it.
 */
import { SIGNS_OF_LISTS } from './says/list-marks.ts'
import { OFTEN } from './surnames.ts'

/** Marks over a character, what has no width, control characters that are no blank: they part no number. */
const UNSEEN = /[\p{M}\p{Default_Ignorable_Code_Point}\p{Cf}\u2800]|(?!\s)[\p{Cc}]/gu
const HAN: ReadonlyMap<string, string> = new Map(
  [...'零〇○一二三四五六七八九幺壹贰貳叁參肆伍陆陸柒捌玖洞勾拐'].map((one, i) => [
    one,
    '0001234567891122334566789097'[i] ?? one,
  ]),
)
/** The digits of a script stand in tens, each after the one before it. */
function inAscii(digit: string): string {
  let from = digit.codePointAt(0) ?? 0
  const last = from
  while (last - from < 9 && /^[\p{Nd}]$/u.test(String.fromCodePoint(from - 1))) from--
  return String(last - from)
}
/** Digits in rings, ❶ ➀ ➊ ⓵, each after the one before it: by themselves they have no value. */
const RINGED = /[\u2776-\u277E\u2780-\u2788\u278A-\u2792\u24F5-\u24FD]/g
const plain = (text: string): string =>
  text
    .replace(RINGED, (one) => String(((one.charCodeAt(0) - (one < '❶' ? 9461 : 10102)) % 10) + 1))
    .replaceAll('⓿', '0')
    .normalize('NFKC')
    .replace(/<\/?[a-z][^<>]{0,20}>/gi, ' ')
    .replace(UNSEEN, '')
    .replace(/(?![0-9])[\p{Nd}]/gu, inAscii)
    // As a check digit is written by whoever has no letters.
    .replace(/(?<=\d\s*)[×ХхΧχ](?!\s*[A-Za-z\d])/gu, 'X')

/** What sets one number in groups. Other marks divide a list, in which a number looks as numbers are dictated. */
const SETS = /^[\s\p{Pd}\p{Pc}\p{Ps}\p{Pe}\p{Pi}\p{Pf}\u2212\u2500\u30FC.·•‧∙・。~∼*='"]{1,4}$|^\s{5,12}$/u
const DIVIDES = /^\s*[^\p{L}\p{N}\s%‰°=$€£¥]{1,2}\s*$/u

/** Runs of digits side by side. `isSet`: as groups of one number; `whole`: and nothing more is set in groups with them. */
type Runs = {
  readonly runs: readonly string[]
  readonly joined: string
  readonly isSet: boolean
  readonly whole: boolean
  readonly text: string
  /** Where in the text they are. */
  readonly from: number
  readonly to: number
}
const MOST = 24
/** The last mark of an identity number may stand apart from it; 残疾证 has it with two digits more, and B1 where it was given anew. */
const TOKEN =
  /\d{17}[Xx](?:\d{2})?(?![A-Za-z\d])|\d{17}[Xx]\d{2}(?=[Bb]\d(?![A-Za-z\d]))|\d+|(?<=\d[^\p{L}\p{N}]{0,4})[Xx](?![A-Za-z\d])/gu

/** Each run alone, and with those behind it. What is yielded holds until the next one is asked for. */
function* runsIn(text: string): Generator<Runs> {
  const all = [...text.matchAll(TOKEN)].map(({ 0: digits, index: from }) => ({
    digits,
    from,
    to: from + digits.length,
  }))
  const gaps = all.map(({ from }, at) => {
    const gap = text.slice(all[at - 1]?.to ?? 0, from)
    return at === 0 ? '' : gap === '' || SETS.test(gap) ? 'sets' : DIVIDES.test(gap) ? 'divides' : ''
  })
  for (const [first, { digits, from, to }] of all.entries()) {
    const runs = [digits]
    let [joined, isSet, end, last] = [digits, true, to, first]
    for (;;) {
      const whole = isSet && gaps[first] !== 'sets' && gaps[last + 1] !== 'sets'
      yield { runs, joined, isSet, whole, text, from, to: end }
      const next = all[++last]
      if (!next || !gaps[last] || joined.length + next.digits.length > MOST) break
      isSet &&= gaps[last] === 'sets'
      runs.push(next.digits)
      joined += next.digits
      end = next.to
    }
  }
}

const around = ({ text, from, to }: Pick<Runs, 'text' | 'from' | 'to'>) => ({
  before: text.slice(Math.max(0, from - 8), from),
  after: text.slice(to, to + 16),
})

/** With a country's code, or the zero that was dialled before it; several may stand without anything between. */
const MOBILE = /^(?:(?:00)?86|0)?(?:1[3-9]\d{9})+$/
const CODE = /^(?:(?:00)?86|0)(?=1[3-9])/
/** As mobile numbers are said; the others also as years and counts are. */
const SAID = /^(3-4-4|3-8|1(-1){10})$/
const SAID_SELDOM = /^(7-4|3-3-5|4-3-4|4-4-3)$/
const COUNTED =
  /^[（(]?(?!元[旦月宵]|人[反打投举称民]|家[属里中长庭住]|户[主籍]|项目|次日|名[叫为]|页面|字号|分别|年前|[年月][底初]|日[打前常]|天天|票据|所有|吨位)[万亿元人件个户家项条次名亩页字份分年月日天票所吨]/
const YEARS = /^(19|20)\d\d-(19|20)\d\d-/
/** 1562、1430、987; 16.6 20 46.8 83.4. Half a number of somebody begins with a nought sooner or later, a count never does. */
const COUNTS = /^[1-9]\d*(?:[\s、，,/—]+[1-9]\d*)+$/
const ROW = /^\D*[1-9][\d.]*(?:[\s、]+[1-9][\d.]*){2,}\s*$/
const OF_A_TELEPHONE = /(?:手机|电话|联系|微信|号码?|拨打|致电|同号)\D{0,8}$|\+$/u
const WITH_DECIMALS = /(?<![\d.])\d+\.\d{1,2}(?![\d.])/
/** Whether they are cells of a table: two more lines have counts side by side, and nobody's number. */
const isRow = ({ text, from, to }: Pick<Runs, 'text' | 'from' | 'to'>): boolean =>
  !text.slice(from, to).includes('\n') &&
  text.split('\n').filter((line) => line !== text && ROW.test(line) && !holdsIn(line, isMobile)).length > 1
/**
 * 证号13018080123, 编号：13018080123: of a paper, which nothing parts from its number but a colon, a bracket or a word.
 * What a hotline or a file keeps it may number by who rang.
 */
const OF_A_PAPER =
  /(?:证[书件]?[编字]?号码?|票[据证]?号码?|发票代码|(?<![备档])案号|文号|(?<!(?:[诉访线电话机户]|举报|会员|工单|[备档]案)[\p{Script=Han}]?)编号)(?:为|是|分别为)?[:： （(]{0,2}(?:(\d{11})[、，,和及/ ]{1,2}(?:\d{11}[、，,和及/ ]{1,2}){0,3})?$/u
/** 未写案号（13018080123）: what has no number is followed by somebody else's. */
const HAS_NONE = /(?:[没未漏][有写填编]|丢失|缺|空白|不清)[\p{Script=Han}]{0,6}$/u
/** Numbers of papers begin with their province and city, of which these begin as mobile numbers do: 河北, 山西, 内蒙古. */
const OF_A_PROVINCE = /^(?:13(?:0[1-9]|1[01])|14(?:0\d|1[01])|15(?:0\d|2[259]))/
const [MONTH, DAY] = ['(?:0[1-9]|1[0-2])', '(?:0[1-9]|[12]\\d|3[01])']
/** Several may stand without anything between. */
const IDENTITY = new RegExp(`^(?:[1-8]\\d{5}(?:18|19|20)\\d\\d${MONTH}${DAY}\\d{3}[\\dXx])+(?:\\d{2})?$`)
/** Of fifteen digits, which many numbers have: a word before it says what it is. */
const OLD_IDENTITY = new RegExp(`^[1-8]\\d{7}${MONTH}${DAY}\\d{3}$`)
const OF_A_PERSON = /身份(?:证|号码)(?:[^\d。\uFF1B\n]|(?<!\d)\d{1,2}[、.)]){0,12}$/u
/** 王伟（342224700101001）, 举报人王伟（…; 许可证（ is no name. */
const OF_A_NAME = new RegExp(
  `(?<=^|[^\\p{Script=Han}]|[人民员])[${OFTEN}][\\p{Script=Han}]{1,2}(?<![证号照额码单书案款])[（(]$`,
  'u',
)
/** The twenty digits of an invoice. */
const OF_AN_INVOICE = /票[^\d。\n]{0,6}$/u

/** Of several beside one another each begins as the first does: one that does not is a telephone. */
function isOfPaper(number: string, { text, from }: Pick<Runs, 'text' | 'from'>): boolean {
  const before = text.slice(Math.max(0, from - 60), from)
  const found = OF_A_PAPER.exec(before)
  return (
    found !== null &&
    !HAS_NONE.test(before.slice(0, found.index)) &&
    OF_A_PROVINCE.test(number) &&
    (found[1] === undefined || found[1].slice(0, 4) === number.slice(0, 4))
  )
}

/** 192.168.138.55. */
const isAddressOfMachine = ({ text, from, to }: Pick<Runs, 'text' | 'from' | 'to'>): boolean =>
  /^(?:[12]?\d?\d(?:\.|$)){4}$/.test(text.slice(from, to))

function isMobile({ runs, joined, isSet, whole, ...place }: Runs): boolean {
  if (joined.length < 11 || !MOBILE.test(joined)) return false
  if (isAddressOfMachine(place)) return false
  const { before, after } = around(place)
  // 罚款15600000000元: a sum so great is a round one.
  if (runs.length === 1)
    return (
      !/(?:挂号|邮件|快递)\D{0,6}[A-Z]{2}$/u.test(before) &&
      (!isOfPaper(joined, place) || /^[（(](?:手机|电话|联系)/u.test(after)) &&
      !(joined.endsWith('0000') && /^元(?![旦月宵先女同])/u.test(after))
    )
  const [first = '', ...rest] = runs
  const bare = first.replace(CODE, '')
  const groups = [...(bare ? [bare] : []), ...rest]
  const lengths = groups.map((one) => one.length).join('-')
  // 1.3413240139, the first of a list.
  if (lengths === '1-10' && place.text[place.from + 1] === '.') return false
  // 400-188-1234 beside 0557-7021234.
  if (/[48]00[^\p{L}\p{N}]{0,3}$/u.test(before) && /^[^\p{L}\p{N}]{0,3}\d{7,8}(?!\d)/u.test(after)) return false
  const between = place.text.slice(place.from, place.to)
  if (WITH_DECIMALS.test(between)) return false
  const mayBeCounts = COUNTS.test(between) && !OF_A_TELEPHONE.test(before)
  if (mayBeCounts && isRow(place)) return false
  // 手机139 557 12345, whatever is behind it.
  if (/手机\D{0,3}$/u.test(before)) return true
  const isCount = COUNTED.test(after.trimStart())
  if (isCount && mayBeCounts && /分别\D{0,4}$/u.test(before)) return false
  // 150 1600 1700 家: round numbers side by side, and what they count.
  if (isCount && groups.length === 3 && groups.every((one) => one.endsWith('0')) && !/[-.]/.test(between)) return false
  if (SAID.test(lengths)) return isSet || !isCount
  if (isCount || YEARS.test(groups.join('-'))) return false
  return lengths === '7-4' || (!mayBeCounts && (SAID_SELDOM.test(lengths) || whole))
}
/** 信访编号341324201806150138, 施工许可证编号, 工单号: of the place and day where it was written down, in years in which nobody who is named was born; of systems that count two digits more as well. */
const OF_A_CASE =
  /(?:(?<!证件?|证书|身份|[人员民童生籍种户保])(?:编[号码]|受理号|登记号|单号|流水号)|许可证编?号)[为是：: ]{0,2}\d{6}20[12]/u
/** By its day of birth: eighteen digits without one are a unit's code, and 110100202、110100203 two numbers of papers. */
const isIdentity = ({ joined, runs: [one, other, ...more], isSet, text, from }: Runs): boolean =>
  (IDENTITY.test(joined) &&
    !([18, 20].includes(joined.length) && OF_A_CASE.test(text.slice(Math.max(0, from - 9), from) + joined)) &&
    !(joined.length === 20 && OF_AN_INVOICE.test(text.slice(0, from))) &&
    (isSet || more.length > 0 || one?.length !== other?.length)) ||
  (isSet &&
    OLD_IDENTITY.test(joined) &&
    [OF_A_PERSON, OF_A_NAME].some((one) => one.test(text.slice(Math.max(0, from - 30), from))))

/** With its area in whatever way it is set apart. */
const LANDLINE = /^(?:0|(?:00)?860?)[1-9]\d{1,2}[2-9]\d{6,7}$/
const AREA = /^(?:0[1-9]\d{1,2}|(?:00)?86\d*)$/
const isLandline = ({ runs, joined, isSet }: Runs): boolean =>
  LANDLINE.test(joined) &&
  isSet &&
  (runs.length === 1 || runs.every(({ length }) => length === 1) || AREA.test(runs[0] ?? ''))
/** Within the county people write the seven digits alone. */
const isLocal = ({ runs, joined, isSet, ...place }: Runs): boolean =>
  /^[2-9]\d{6}$/.test(joined) &&
  isSet &&
  (runs.length === 1 || runs[0]?.length === 3) &&
  !/[\dA-Za-z]$|\d-$/.test(around(place).before) &&
  !/^[\dA-Za-z]/.test(around(place).after)
const MAIL = /[\w.+-]\s?@\s*[\w-]+(\s*\.\s*[\w-]+)+/

/**
 * The numbers of a list, in rings, in brackets, on keys, raised or lowered: ①13955571234 is one digit longer where they
 * are read as digits, and so is what stands beside something unseen, or １13955571234.
 */
const SIGN = `(?:[0-9]\\uFE0F?\\u20E3|[²³¹⁰-⁹₀-₉${SIGNS_OF_LISTS}])`
const SIGNS = new RegExp(SIGN, 'gu')
/** 发票代码：①3400181130: beside digits of another kind it is no digit. */
const BESIDE_DIGITS = new RegExp(`(?<=[\\p{Nd}])${SIGN}|${SIGN}(?=\\s{0,2}[\\p{Nd}](?!\\uFE0F?\\u20E3))`, 'gu')
const WIDTH = /(?<=[０-９])(?=[0-9])|(?<=[0-9])(?=[０-９])/gu
/** No digit, no mark that sets a number in groups, and nothing that is counted. */
const APART = '序'
const withoutSigns = (text: string): string => text.replace(BESIDE_DIGITS, APART)
/** ¹³⁸55571234: several side by side are no number of a list. */
const LONE_SIGN = new RegExp(`(?<!${SIGN}\\s?)${SIGN}(?!\\s?${SIGN})`, 'gu')
const withoutLoneSigns = (text: string): string => text.replace(LONE_SIGN, APART)
const withoutListNumbers = (text: string): string =>
  text.replace(SIGNS, APART).replace(UNSEEN, APART).replace(WIDTH, APART)

const DATE = `(?:18|19|20)\\d\\d${MONTH}${DAY}`
const ONE_IDENTITY = `[1-8]\\d{5}${DATE}\\d{3}[\\dXx]`
/** What begins as a day and an hour do is the number of a paper: 181220153000… */
const ONE_MOBILE = `1[3-9](?!${MONTH}${DAY})\\d{9}`
const ONE_LANDLINE = '0[1-9]\\d{1,2}-?[2-9]\\d{6,7}'
/** Not the code of a unit, nor a year. */
const ONE_LOCAL = '(?!(?:5[1-3]|9[1-3])[1-8]\\d{5}|(?:19|20)\\d\\d)[2-9]\\d{6}'
const OTHER = `${ONE_LANDLINE}|${ONE_LOCAL}|${DATE}|[0-8]\\d{5}`
const ANY = `1[3-9]\\d{9}|${OTHER}`
/** 执业证号13413200510345678: a lawyer's, by the province, the year of the first licence, its kind and who has it. */
const [LAWYER, ONE_LICENCE] = ['(?:执业|律师)[^\\d。\\uFF1B\\n]{0,10}', '1[1-6]\\d{3}(?:19|20)\\d{10}(?!\\d)']
/** Numbers of two kinds with nothing between. */
const GLUED = new RegExp(
  [
    `(?<!\\d)(?!(?<=${LAWYER})${ONE_LICENCE})(?:${ONE_IDENTITY}(?:${ANY})|(?:${ANY})${ONE_IDENTITY}|${ONE_MOBILE}(?:${OTHER})|(?:${DATE}(?!1[3-9][0-5]\\d[0-5]\\d)|${ONE_LOCAL})${ONE_MOBILE}|${ONE_LANDLINE}1[3-9]\\d{9})(?!\\d)`,
    '邮政?[编码]码?[^\\d。\\uFF1B\\n]{0,4}\\d{6}1[3-9]\\d{9}(?!\\d)',
  ].join('|'),
  'u',
)

const inHan = (text: string): string => text.replace(/[零〇○一-龥]/g, (one) => HAN.get(one) ?? one)
/** Letters that look like digits, also those of Greek and Cyrillic, within what has the length of a number. */
const withAlike = (text: string): string =>
  text.replace(/(?<![\p{Script=Latin}\d])[\dlIoOОоΟο]{11}(?:[\dlIoOОоΟοXx]{7})?(?![\p{Script=Latin}\d])/gu, (one) =>
    (one.match(/\d/g) ?? []).length >= (one.length === 11 ? 7 : 12)
      ? one.replace(/[lI]/g, '1').replace(/[oOОоΟο]/g, '0')
      : one,
  )
/** The text as its digits may be meant. */
const readingsOf = (text: string): ReadonlySet<string> =>
  new Set(
    [plain(withoutSigns(text)), plain(withoutListNumbers(text)), plain(withoutLoneSigns(text))].flatMap((one) => [
      one,
      inHan(one),
      withAlike(inHan(one)),
      withAlike(one),
    ]),
  )

function holdsIn(text: string, is: (runs: Runs) => boolean): boolean {
  for (const runs of runsIn(text)) if (is(runs)) return true
  return false
}
function holds(text: string, is: (runs: Runs) => boolean): boolean {
  for (const one of readingsOf(text)) {
    if (GLUED.test(one) || holdsIn(one, is)) return true
  }
  return false
}

/** Whether a mobile or an identity number stands in it. An office's landline is nobody's. */
export const namesSomebody = (text: string): boolean => holds(text, (runs) => isMobile(runs) || isIdentity(runs))
/** Whether somebody can be reached or known by what stands there: also by a landline, which may be at home, or by e-mail. */
export const reachesSomebody = (text: string): boolean =>
  MAIL.test(plain(text)) || holds(text, (runs) => [isMobile, isIdentity, isLandline, isLocal].some((is) => is(runs)))
