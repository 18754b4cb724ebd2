/** Whole numbers as people type them: １５, 十五, 15天. */
import { isBlank } from './line.ts'

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
/** What may stand behind a number without changing it. */
const MEASURES = ['个工作日', '工作日', '自然日', ...'天日个票人名件家项']

/** A number in Chinese numerals: digit by digit (二〇一八), or with their places (一百二十，up to 9999); undefined when it is none. */
export function chineseNumber(text: string): number | undefined {
  const numerals = [...text].map((one) => OTHERS.get(one) ?? one)
  if (numerals.length === 0) return undefined
  if (numerals.every((one) => DIGITS.includes(one))) return Number(numerals.map((one) => DIGITS.indexOf(one)).join(''))
  let [sum, digit, last]: [number, number | undefined, number] = [0, undefined, 10_000]
  for (const one of numerals) {
    const place = PLACES.get(one)
    if (place === undefined) {
      if (!DIGITS.includes(one) || (digit !== undefined && digit !== 0)) return undefined
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

/** @returns undefined for an empty field */
export function typedCount(text: string): TypedCount | undefined {
  if (isBlank(text)) return undefined
  const typed = text.normalize('NFKC').replace(/[\s\p{Default_Ignorable_Code_Point}]/gu, '')
  const measure = MEASURES.find((one) => typed.endsWith(one)) ?? ''
  const bare = typed.slice(0, typed.length - measure.length)
  const digits = /^\d{1,3}(,\d{3})+$/.test(bare) ? bare.replaceAll(',', '') : bare
  const count = /^\d{1,9}$/.test(digits) ? Number(digits) : chineseNumber(bare)
  if (count !== undefined) return { count }
  if (/^[-−]\d+$/.test(bare)) return { wrong: `“${text.trim()}”小于0，请改正` }
  if (/^\d+\.\d+$/.test(bare)) return { wrong: `“${text.trim()}”不是整数，请改正` }
  return { wrong: `无法识别“${text.trim()}”，请填写整数，如15` }
}
