/** Whole numbers as people type them: １５, 十五, 15天. */
import type { CountUnit } from './count-units.ts'
import { isBlank } from './unseen.ts'

export type { CountUnit } from './count-units.ts'

const DIGITS = '零一二三四五六七八九'
/** The other ways of writing the same digit: of sums, of years, of counting. */
const OTHERS: ReadonlyMap<string, string> = new Map(
  [...'〇○两壹贰叁肆伍陆柒捌玖拾佰仟'].map((one, i) => [one, [...'零零二一二三四五六七八九十百千'][i] ?? one]),
)
const PLACES: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
])
const UNITS: Readonly<Record<CountUnit, { readonly said: string; readonly measures: readonly string[] }>> = {
  days: { said: '自然日的天数', measures: ['个自然日', '自然日', '天', '日'] },
  votes: { said: '票数', measures: ['票', '人', '名', '位', '个'] },
  ranks: { said: '名次', measures: ['名'] },
  places: { said: '单位的个数', measures: ['个单位', '家单位', '户单位', '单位', '个', '家', '名', '户'] },
}
/** What may stand before the place of one in an order: 第3名, 并列第3名. */
const PLACE = /^并列第|^并列|^第/u
/** What may stand behind a number without changing it. The longer ones first. */
const MEASURES = [
  '个工作日',
  '个自然日',
  '个单位',
  '家单位',
  '户单位',
  '单位',
  '工作日',
  '自然日',
  ...'天日个票人名位件家项户',
]

/**
 * A number in Chinese numerals: digit by digit (二〇一八), or with their places (一百二十，up to 9999); undefined when it is
 * none, or may be two: 五六 is five or six, 二百五 is 250 to whoever says it and 205 by its characters.
 */
export function chineseNumber(text: string): number | undefined {
  const numerals = [...text.replaceAll('廿', '二十').replaceAll('卅', '三十')].map((one) => OTHERS.get(one) ?? one)
  if (numerals.length === 0) return undefined
  if (numerals.every((one) => DIGITS.includes(one))) {
    const isSure = numerals.length !== 2 || numerals.includes('零')
    return isSure ? Number(numerals.map((one) => DIGITS.indexOf(one)).join('')) : undefined
  }
  let [sum, digit, last]: [number, number | undefined, number] = [0, undefined, 10_000]
  for (const [at, one] of numerals.entries()) {
    const place = PLACES.get(one)
    if (place === undefined) {
      if (!DIGITS.includes(one) || (digit !== undefined && digit !== 0)) return undefined
      if (at === numerals.length - 1 && digit !== 0 && last > 10) return undefined
      digit = DIGITS.indexOf(one)
    } else {
      // Places fall (一百二十, not 十百), and only ten may stand without its digit.
      if (place >= last || digit === 0 || (digit === undefined && place !== 10)) return undefined
      sum += (digit ?? 1) * place
      ;[digit, last] = [undefined, place]
    }
  }
  return sum + (digit ?? 0)
}

export type TypedCount = { readonly count: number } | { readonly wrong: string }

const tidy = (text: string): string => text.normalize('NFKC').replace(/[\s\p{Default_Ignorable_Code_Point}]/gu, '')
/** What stands behind the number: 个工作日; empty where nothing does. */
export const measureOf = (text: string): string => MEASURES.find((one) => tidy(text).endsWith(one)) ?? ''

/**
 * @param unit what the field counts, where a number of something else would be another number
 * @returns undefined for an empty field
 */
export function typedCount(text: string, unit?: CountUnit): TypedCount | undefined {
  if (isBlank(text)) return undefined
  // 3 5 is two numbers, or one with a blank in it.
  if (/\d\s+\d/u.test(text.normalize('NFKC')))
    return { wrong: `“${text.trim()}”中间有空格，不能确定是哪个数；请连着写，如15` }
  const typed = tidy(text)
  const measure = measureOf(text)
  const whole = typed.slice(0, typed.length - measure.length)
  const bare = unit === 'ranks' ? whole.replace(PLACE, '') : whole
  const count = inDigits(bare) ?? inTenThousands(bare) ?? chineseNumber(bare)
  const asked = `“${text.trim()}”`
  if (count !== undefined) {
    if (measure === '' || unit === undefined || UNITS[unit].measures.includes(measure)) return { count }
    return { wrong: `${asked}的单位不对，这里填${UNITS[unit].said}，请核对后只填数字` }
  }
  if (/^[-−]\d+$/.test(bare)) return { wrong: `${asked}小于0，请改正` }
  if (/^\d+\.\d+$/.test(bare)) return { wrong: `${asked}不是整数，请改正` }
  if (/^[零〇○一二三四五六七八九十百千两廿卅]+$/.test(bare))
    return { wrong: `${asked}可能有几种读法，请用数字填写，如15` }
  return { wrong: `无法识别${asked}，请填写整数，如15` }
}

function inDigits(bare: string): number | undefined {
  // As worksheets have a whole number: 7.0.
  const whole = bare.replace(/(?<=\d)\.0+$/, '')
  const digits = /^\d{1,3}(,\d{3})+$/.test(whole) ? whole.replaceAll(',', '') : whole
  return /^\d{1,9}$/.test(digits) ? Number(digits) : undefined
}
/** 1万, 1.5万, 十二万. */
function inTenThousands(bare: string): number | undefined {
  const [, thousands = ''] = /^(.+)[万萬]$/.exec(bare) ?? []
  const count = /^\d{1,4}(\.\d{1,4})?$/.test(thousands)
    ? Number(thousands) * 10_000
    : (chineseNumber(thousands) ?? NaN) * 10_000
  return Number.isInteger(count) ? count : undefined
}
