/** Days in a file that calendars take in: RFC 5545, for programs that are not ours. */
import { addDays } from './deadline.ts'

export type CalendarDay = {
  /** The same in every version of the file; unique among all calendars. */
  readonly uid: string
  /** How often the day was changed since it was first given out. */
  readonly sequence: number
  /** The instant of the last change. */
  readonly changedAt: string
  /** A date of Asia/Shanghai, whole. */
  readonly on: string
  readonly title: string
  readonly about: string
  readonly cancelled: boolean
}

/** With the line ends that the RFC asks for, and no line beyond 75 octets. */
export const calendarFile = (name: string, days: readonly CalendarDay[]): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Shifan//Shifan//ZH-CN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escaped(name)}`,
    ...days.flatMap(dayOf),
    'END:VCALENDAR',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('')

/** It says no time and no zone, and so is that day wherever a calendar stands; nobody counts as busy for it. */
const dayOf = ({ uid, sequence, changedAt, on, title, about, cancelled }: CalendarDay): readonly string[] => [
  'BEGIN:VEVENT',
  `UID:${escaped(uid)}`,
  `DTSTAMP:${stamp(changedAt)}`,
  `LAST-MODIFIED:${stamp(changedAt)}`,
  `SEQUENCE:${sequence}`,
  `DTSTART;VALUE=DATE:${digits(on)}`,
  `DTEND;VALUE=DATE:${digits(addDays(on, 1))}`,
  `SUMMARY:${escaped(title)}`,
  `DESCRIPTION:${escaped(about)}`,
  `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
  'TRANSP:TRANSPARENT',
  'END:VEVENT',
]

const digits = (text: string): string => text.replaceAll(/[-:]/g, '')
const stamp = (instant: string): string => `${digits(instant).slice(0, 15)}Z`
const escaped = (text: string): string => text.replaceAll(/[\\;,]/g, '\\$&').replaceAll(/\r?\n/g, '\\n')

const MOST = 75
/** A line that goes on begins with a space, which counts; no character is cut. */
function folded(line: string): string {
  let [out, octets] = ['', 0]
  for (const letter of line) {
    const size = octetsOf(letter)
    if (octets + size > MOST) {
      out += '\r\n '
      octets = 1
    }
    out += letter
    octets += size
  }
  return out
}
const octetsOf = (letter: string): number => {
  const code = letter.codePointAt(0) ?? 0
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}
