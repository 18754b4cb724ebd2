/**
 * Dates and instants as the county says them, by the clock of Asia/Shanghai wherever the PC stands. The only place that
 * writes an instant for people: a browser's own formats take the zone that the PC is set to.
 */
import { addDays, dateOf } from './deadline.ts'

const OFFSET_MS = 8 * 3_600_000

/** '2018-05-15' → 2018年5月15日 */
export const saidDay = (date: string): string => {
  const [year = '', month = '', day = ''] = date.split('-')
  return `${year}年${Number(month)}月${Number(day)}日`
}

const WEEKDAYS = '日一二三四五六'
/** '2018-06-15' → 五 */
export const weekdayOf = (date: string): string => WEEKDAYS[new Date(Date.parse(`${date}T00:00:00Z`)).getUTCDay()] ?? ''

/** '2018-06-15' → 2018年6月15日（周五） */
export const saidDayInWeek = (date: string): string => `${saidDay(date)}（周${weekdayOf(date)}）`

/** An instant → 2018年5月15日14时30分, with seconds where it has some. */
export function said(instant: string): string {
  const [hour = '', minute = '', second = ''] = clockOf(instant)
  return `${saidDay(dateOf(instant))}${Number(hour)}时${minute}分${second === '00' ? '' : `${second}秒`}`
}

/** The first late instant → the day that is over at 24:00 (2018年5月15日24时), or the instant at which a trial ends it. */
export const saidEnd = (lateFrom: string): string =>
  clockOf(lateFrom).join('') === '000000' ? `${saidDay(addDays(dateOf(lateFrom), -1))}24时` : said(lateFrom)

/** An instant → 14:30 */
export const shownClock = (instant: string): string => clockOf(instant).slice(0, 2).join(':')

/** An instant → 2018-05-15 14:30, in lists and lines where it stands below others. */
export const shownMinute = (instant: string): string => `${dateOf(instant)} ${shownClock(instant)}`

type Dated = { readonly at: string; readonly on?: string | undefined }
/** An entry with the day that it states of itself; the instant of the entry stands beside it where that is another day. */
export const shownEntry = ({ at, on }: Dated): string =>
  on === undefined || on === dateOf(at) ? shownMinute(at) : `${on}（${shownMinute(at)}登记）`
/** The same in a sentence. */
export const saidEntry = ({ at, on }: Dated): string =>
  on === undefined || on === dateOf(at) ? said(at) : `${saidDay(on)}（${said(at)}登记）`

/** An instant → 2018-05-15 14:30:05 */
export const shownSecond = (instant: string): string => `${dateOf(instant)} ${clockOf(instant).join(':')}`

/** An instant → 2018年5月15日 14:30 */
export const saidMinute = (instant: string): string => `${saidDay(dateOf(instant))} ${shownClock(instant)}`

/** An instant → 5月15日 */
export const saidShortDay = (instant: string): string => saidDay(dateOf(instant)).replace(/^\d+年/, '')

/** An instant → 5月15日 14:30 */
export const saidShortMinute = (instant: string): string => `${saidShortDay(instant)} ${shownClock(instant)}`

const clockOf = (instant: string): readonly string[] =>
  new Date(Date.parse(instant) + OFFSET_MS).toISOString().slice(11, 19).split(':')
