import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CalendarDay, calendarFile } from './calendar-file.ts'

const day: CalendarDay = {
  ...{ uid: 'application-1@shifan', sequence: 0, changedAt: '2018-04-13T01:02:03.456Z', on: '2018-12-31' },
  ...{ title: '创建申请截止', about: '24时截止', cancelled: false },
}
const linesOf = (file: string) => file.split('\r\n').slice(0, -1)
const unfolded = (file: string) => linesOf(file.replaceAll('\r\n ', ''))

describe('a calendar file', () => {
  it('has each day as a whole day of its own date, that ends with the next', () => {
    expect(linesOf(calendarFile('期限', [day]))).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Shifan//Shifan//ZH-CN',
      'CALSCALE:GREGORIAN',
      'X-WR-CALNAME:期限',
      'BEGIN:VEVENT',
      'UID:application-1@shifan',
      'DTSTAMP:20180413T010203Z',
      'LAST-MODIFIED:20180413T010203Z',
      'SEQUENCE:0',
      'DTSTART;VALUE=DATE:20181231',
      'DTEND;VALUE=DATE:20190101',
      'SUMMARY:创建申请截止',
      'DESCRIPTION:24时截止',
      'STATUS:CONFIRMED',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
    ])
    expect(calendarFile('期限', [{ ...day, cancelled: true }])).toContain('\r\nSTATUS:CANCELLED\r\n')
  })

  it('escapes what the format has for itself, and nothing else', () => {
    const about = 'a,b;c\\d\n第二行，“全角”；不变：'
    expect(unfolded(calendarFile('期限', [{ ...day, about }]))).toContain(
      'DESCRIPTION:a\\,b\\;c\\\\d\\n第二行，“全角”；不变：',
    )
  })

  it('folds lines at 75 octets, within no character, so that they read as they were', () => {
    const octets = (line: string) => Buffer.byteLength(line)
    const text = fc.string({ unit: fc.constantFrom('县', '𠮷', 'é', 'a', ' ', '，'), maxLength: 200, size: 'max' })
    fc.assert(
      fc.property(text, text, (title, about) => {
        const file = calendarFile(title, [{ ...day, title, about }])
        expect(linesOf(file).filter((line) => octets(line) > 75)).toEqual([])
        expect(Buffer.from(file).toString('utf8')).toBe(file)
        expect(unfolded(file)).toEqual(
          expect.arrayContaining([`X-WR-CALNAME:${title}`, `SUMMARY:${title}`, `DESCRIPTION:${about}`]),
        )
      }),
    )
    const long = linesOf(calendarFile('期', [{ ...day, title: '县'.repeat(40) }]))
    const at = long.findIndex((line) => line.startsWith('SUMMARY'))
    // 8 octets of the name and 22 characters of 3; then a space and 18.
    expect(long.slice(at, at + 2)).toEqual([`SUMMARY:${'县'.repeat(22)}`, ` ${'县'.repeat(18)}`])
  })
})
