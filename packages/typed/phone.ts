/** A telephone number: however somebody writes it, it is kept in one way. */
import { tidyNumber } from './line.ts'

/** Areas without their zero: 10, 20 to 29, and three digits for all others. */
const AREA = '10|2\\d|[3-9]\\d\\d'
const LOCAL = '[2-9]\\d{6,7}'

/**
 * `13900001111`, `0557-7021234`, `7021234`, each with `-801` for an extension. Taken for it: brackets, dots or strokes
 * around the area, the country's code, a mobile number in groups, 转801 or 分机801. What is no number stays as it is.
 */
export function tidyPhone(typed: string): string {
  const text = tidyNumber(typed)
  const [, number = text, extension] = EXTENDED.exec(text) ?? []
  const local = number
    .replace(/[()[\]._·/~]+/g, '-')
    .replace(/-+/g, '-')
    .replace(/^-|-$/g, '')
    .replace(/^(?:\+|00)86-?|^86(?=-)-|^86(?=1[3-9]\d{9}$)/, '')
  const digits = local.replaceAll('-', '')
  if (/^0?1[3-9]\d{9}$/.test(digits) && /^[\d-]+$/.test(local))
    return withExtension(digits.replace(/^0/, ''), extension)
  // 400 and 800 are called from everywhere, by these ten digits alone.
  if (/^[48]00-?\d{3}-?\d{4}$/.test(local)) return `${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6)}`
  // From abroad the area has no zero.
  const dialled = local === number ? local : local.replace(new RegExp(`^(?=(?:${AREA})-?${LOCAL}(?:-|$))`), '0')
  const [, area, own, last] = SET.exec(dialled) ?? []
  if (!own) return text
  const whole = own.replaceAll('-', '')
  if (whole.length < 7 || whole.length > 8) return text
  return withExtension(area ? `${area}-${whole}` : whole, extension ?? last)
}
const withExtension = (number: string, extension: string | undefined): string =>
  extension ? `${number}-${extension}` : number

/** Behind 转 or in a bracket at the end. */
const EXTENDED = /^(.*\d\)?)[-,(]*(?:ext\.?|转|轉|分机|分机号|内线|x|#)[:]?-?(\d{1,6})\)?$/i
/** Its area, itself in one or two groups, and what is behind a hyphen as its extension. */
const SET = /^(?:(010|02\d|0[3-9]\d\d)-?)?([2-9]\d{2,3}-\d{4}|[2-9]\d{6,7})(?:-(\d{1,6}))?$/

/** A number to compare it by: the hyphen behind the area is none of it, the one before an extension is. */
export const dialled = (text: string): string => tidyPhone(text).replace(/^(0\d{2,3})-(?=\d{7,8}(?!\d))/, '$1')
