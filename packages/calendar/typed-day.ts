/** Dates as Chinese officials type them. What counts is always an ISO day; this says which, before it counts. */
import { chineseNumber } from '#typed/count.ts'
import { isBlank } from '#typed/unseen.ts'
import { weekdayOf } from './said.ts'

/** Years in which anything of ours happens; beyond 9999 a date is written otherwise, and compares wrongly. */
export const isNearDay = (day: string): boolean => day >= '1900' && day < '2200'

/** What is wrong with a day that somebody sent, with what was received; one that is empty is asked for. For schemas, as their `error`. */
export const notADay =
  (label: string, example: string) =>
  ({ input }: { readonly input?: unknown }): string => {
    if (input === undefined || input === null || (typeof input === 'string' && isBlank(input))) return `请填写${label}`
    const received = typeof input === 'string' ? `，收到“${[...input].slice(0, MOST_SHOWN).join('')}”` : ''
    return `${label}应为日期，如${example}${received}`
  }
const MOST_SHOWN = 30
/** Far longer than any date with its weekday, in whatever signs. */
const MOST_TYPED = 100

export type TypedDay = { readonly day: string } | { readonly wrong: string }

const EXAMPLE = '请写成2018-6-15、2018年6月15日或20180615'
const MARK = '[-./年月]'
const NUMERALS = '零〇○一二三四五六七八九壹贰叁肆伍陆柒捌玖'
/** What keyboards and eyes take for a zero: Latin, Cyrillic and Greek letters, and the larger ring. */
const AS_ZERO = '[oOоОοΟ◯零〇○]+'
const ZEROS_IN_NUMERALS = new RegExp(`(?<=[${NUMERALS}])0+|0+(?=[${NUMERALS}])`, 'g')
const READ_AS_ZERO = new RegExp(`(?<=[\\d${NUMERALS}十拾年月./-] *)${AS_ZERO}|${AS_ZERO}(?=[\\d${NUMERALS}])`, 'g')
/** 2018-6-1 9, 2018-1 1-5, 2018 6 1 9: which of them belong together nobody knows; in 6月１　５日 the marks say it. */
const TWO_NUMBERS = /[-./月]\s*\d{1,2}\s+\d{1,2}\s*(?:[-./]|$)|^\d{4}(?:\s+\d{1,2}){3}$/
const PATTERNS = [
  new RegExp(`^(\\d{4})\\s*${MARK}\\s*(\\d{1,2})\\s*${MARK}\\s*(\\d{1,2})\\s*[日号]?$`),
  /^(\d{4})\s+(\d{1,2})\s+(\d{1,2})$/,
  /^(\d{4})(\d\d)(\d\d)$/,
]

/** @returns undefined for an empty field; never a day that the calendar does not have */
export function typedDay(text: string): TypedDay | undefined {
  if (isBlank(text)) return undefined
  const typed = text.trim()
  const asked = `“${typed.length > MOST_SHOWN ? `${[...typed].slice(0, MOST_SHOWN).join('')}……` : typed}”`
  if (typed.length > MOST_TYPED) return { wrong: whyNot('', asked) }
  const { weekday, rest } = withoutWeekday(inDigits(typed))
  // As it is written first: blanks that are left out may run two numbers into one.
  const match = [rest, ...(TWO_NUMBERS.test(rest) ? [] : [rest.replaceAll(/\s/g, '')])].flatMap((one) =>
    PATTERNS.flatMap((p) => p.exec(one) ?? []).slice(0, 4),
  )
  const [, year = '', month = '', date = ''] = match
  if (!year) return { wrong: whyNot(rest.replaceAll(/\s/g, ''), asked) }
  if (Number(month) < 1 || Number(month) > 12)
    return { wrong: `${asked}的月份不对，一年没有${Number(month)}月，请改正` }
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const there = new Date(Date.UTC(Number(year), Number(month) - 1, Number(date)))
  if (Number(date) < 1 || there.getUTCDate() !== Number(date))
    return { wrong: `${asked}不是日期，${Number(year)}年${Number(month)}月没有${Number(date)}日，请改正` }
  if (!isNearDay(day)) return { wrong: `${asked}的年份不对，请改正` }
  if (weekday !== undefined && weekday !== weekdayOf(day))
    return { wrong: `${asked}的星期不对，这一天是星期${weekdayOf(day)}，请核对` }
  return { day }
}

/** Half-width digits and marks, whatever it was typed with. */
const inDigits = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\p{Default_Ignorable_Code_Point}]/gu, '')
    .replace('元月', '1月')
    .replace(READ_AS_ZERO, (letters) => '0'.repeat(letters.length))
    // 二0一八: a key of digits is nearer than its character.
    .replace(ZEROS_IN_NUMERALS, (zeros) => '〇'.repeat(zeros.length))
    .replace(/(?<![星期周])[零〇○一二三四五六七八九十廿卅壹贰叁肆伍陆柒捌玖拾]+/g, (numeral) =>
      String(chineseNumber(numeral) ?? numeral),
    )
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/(?<=[日号\d])[。，；,;.]+$/, '')
    .replace(/[。·]/g, '.')
    .replace(/[\\、]/g, '/')
    .trim()
    // What a worksheet adds to a date.
    .replace(/\s+0{1,2}:00(:00)?$/, '')

function withoutWeekday(text: string): { readonly weekday?: string; readonly rest: string } {
  const match = /\s*[(]?(星期[^)]|周[^)])[)]?$/.exec(text)
  if (!match) return { rest: text }
  return { weekday: (match[1] ?? '').slice(-1).replace('天', '日'), rest: text.slice(0, match.index) }
}

function whyNot(typed: string, asked: string): string {
  if (/^\d{2}[-./年]\d{1,2}[-./月]\d{1,2}[日]?$/.test(typed)) return `${asked}的年份要写四位，如2018-6-15`
  if (/^\d{1,2}[-./月]\d{1,2}[日号]?$/.test(typed)) return `${asked}没有写明年份，${EXAMPLE}`
  if (/^\d{4}[-./年]\d{1,2}[月]?$/.test(typed)) return `${asked}没有写明日，${EXAMPLE}`
  return `无法识别${asked}，${EXAMPLE}`
}
