import { expect, it } from 'vitest'
import { after } from '#calendar/instant.ts'
import type { Entered } from '#calendar/period.ts'
import { periodOf } from '#steps/notice/period-of-notice.ts'
import type { Book } from './fixtures/book.ts'
import {
  accepted,
  called,
  clerkOf,
  countyBook,
  HEAD_OF_OFFICE,
  headOf,
  legalOf,
  noticed,
  OFFICER,
  on,
  opened,
  published,
  SECOND,
  saved,
  seenLast,
  signed,
  submitted,
  terms,
} from './fixtures/county.ts'

const [BATCH, UNIT] = ['2018-9', 'dunji']
const NOTICE = `notice/${BATCH}/1`
const FIRST_DAY = '2018-06-04'
const AT = on(FIRST_DAY)
const MINUTE = 60_000
const rule = { notice: { days: 5, convention: 'D' as const } }
const days = (month: string, first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, i) => `2018-${month}-${String(first + i).padStart(2, '0')}`)
const HOLIDAYS = {
  year: 2018,
  source: '国务院办公厅关于2018年部分节假日安排的通知',
  off: [
    ...['2018-01-01', ...days('02', 15, 21), ...days('04', 5, 7), ...days('04', 29, 30), '2018-05-01'],
    // Invented: it falls into the period.
    ...['2018-06-06', ...days('06', 16, 18), ...days('09', 22, 24), ...days('10', 1, 7)],
  ],
  work: [],
}

/** A batch whose notices run for working days, with a case that waits for one. */
function batch(): Book {
  const book = countyBook()
  const call = `batch/${BATCH}`
  book.write(call, { by: OFFICER, at: on('2018-04-10') }, { ...called, terms: { ...terms, ...rule } })
  const opening = { type: 'callOpened', prepared: seenLast(book, call) }
  book.write(call, { by: HEAD_OF_OFFICE, at: on('2018-04-11') }, opening)
  const stream = `case/${BATCH}/${UNIT}`
  const [clerk, day] = [clerkOf(UNIT), '2018-04-18']
  book.write(stream, { by: clerk, at: on('2018-04-16') }, { ...opened(UNIT), batch: BATCH })
  book.write(stream, { by: clerk, at: on('2018-04-17') }, saved)
  book.write(stream, { by: legalOf(UNIT), at: on(day) }, signed('legalOffice', day))
  book.write(stream, { by: headOf(UNIT), at: on(day) }, signed('unitHead', day))
  book.write(stream, { by: clerk, at: on('2018-04-20') }, submitted)
  book.write(stream, { by: SECOND, at: on('2018-04-25') }, accepted)
  return book
}
const period = (entered: Entered) => ({ batch: BATCH, period: periodOf(rule, FIRST_DAY, { entered }) })
const enters = (book: Book, ms: number) =>
  book.write('holidays/2018', { by: HEAD_OF_OFFICE, at: after(AT, ms) }, { type: 'entered', ...HOLIDAYS })
const prepares = (book: Book, entered: Entered = []) =>
  book.write(NOTICE, { by: OFFICER, at: AT }, { ...noticed([UNIT], FIRST_DAY, FIRST_DAY), ...period(entered) })
const approves = (book: Book, ms: number, entered: Entered = []) =>
  book.write(
    NOTICE,
    { by: HEAD_OF_OFFICE, at: after(AT, ms) },
    { ...published([UNIT], FIRST_DAY, FIRST_DAY), ...period(entered) },
  )

it.each<[string, (book: Book) => unknown]>([
  [
    'a notice of which the holidays were entered minutes after it was prepared',
    (book) => {
      prepares(book)
      enters(book, 5 * MINUTE)
    },
  ],
  [
    'a notice of which the holidays were entered minutes after it was approved',
    (book) => {
      prepares(book)
      approves(book, 60 * MINUTE)
      enters(book, 65 * MINUTE)
    },
  ],
  [
    'a notice counted with holidays that were entered minutes before it',
    (book) => {
      enters(book, -5 * MINUTE)
      prepares(book, [HOLIDAYS])
      approves(book, MINUTE, [HOLIDAYS])
    },
  ],
])('takes %s', (_what, doing) => {
  const book = batch()
  doing(book)
  expect(book.wrong()).toEqual([])
})

it.each<[string, (book: Book) => unknown, place: string, sentence: string]>([
  [
    'a notice counted without holidays that were entered an hour before',
    (book) => {
      enters(book, -60 * MINUTE)
      prepares(book)
    },
    `${NOTICE}#1 events[0].period.holidays[0]`,
    '与当时应写的不同',
  ],
  [
    'a notice approved as it was counted before its holidays were entered',
    (book) => {
      prepares(book)
      enters(book, 30 * MINUTE)
      approves(book, 60 * MINUTE)
    },
    `${NOTICE}#2 events[0].type`,
    '在当时不能这样办理',
  ],
])('finds %s', (_what, doing, place, sentence) => {
  const book = batch()
  doing(book)
  const found = book.wrong()
  expect(found.map(([at]) => at)).toEqual([place])
  expect(found[0]?.[1]).toContain(sentence)
})
