import { expect, it } from 'vitest'
import { firstLateInstant } from '#calendar/deadline.ts'
import { messageId } from '#reminders/message.ts'
import { ACTORS } from '#typed/reserved-ids.ts'
import type { Book } from './fixtures/book.ts'
import { clerkOf, countyBook, headOf, legalOf, OFFICER, on } from './fixtures/county.ts'
import { type Damage, expectFound } from './fixtures/forged.ts'
import { by } from './fixtures/second-notice.ts'

const [STREAM, OFFICE] = ['reminded/2018-2/dunji', 'reminders/2018-2']
const LAST_DAY = '2018-05-15'
const form = (more: object = {}, lastDay = LAST_DAY) => ({
  ...{ kind: 'form', step: 'application', title: '“创建申请”', lateFrom: firstLateInstant(lastDay), days: 7 },
  ...more,
})
const reminds = (book: Book, line: object = form(), day = '2018-05-08', stream = STREAM) =>
  book.write(
    stream,
    { by: ACTORS.reminder, at: on(day), command: `remind ${day}` },
    { type: 'dueReminded', lines: [line] },
  )
const sends = (book: Book, id: string) =>
  book.write(
    STREAM,
    { by: ACTORS.reminder, at: on('2018-05-08'), command: `sent 1 ${id}` },
    { type: 'reminderSent', n: 1, ids: [id] },
  )
const asks = (book: Book, unit: string, day = '2018-05-08') =>
  book.write(OFFICE, by(OFFICER, on(day)), { type: 'unitsReminded', units: [unit], text: '请尽快提交。' })

it.each<Damage>([
  [
    'a reminder of a date that is not the form’s',
    (book) => reminds(book, form({}, '2018-05-14')),
    `${STREAM}#1 events[0].type`,
    'dunji当时没有应办的“创建申请”',
  ],
  [
    'a reminder of a form of another step',
    (book) => reminds(book, form({ step: 'review' })),
    `${STREAM}#1 events[0].type`,
    'dunji当时没有应办的“创建申请”',
  ],
  [
    'a reminder of a form under another name',
    (book) => reminds(book, form({ title: '“补充材料”' })),
    `${STREAM}#1 events[0].type`,
    'dunji当时没有应办的“补充材料”',
  ],
  [
    'a reminder of a report to whoever does not work',
    (book) => reminds(book, form({ kind: 'report', period: '2018-06' })),
    `${STREAM}#1 events[0].type`,
    'dunji当时没有应办的',
  ],
  [
    'a reminder of a finding that nobody has made',
    (book) => {
      const { step: _, ...finding } = form({ kind: 'finding', n: 1, item: 1 }) as { step?: string }
      reminds(book, finding)
    },
    `${STREAM}#1 events[0].type`,
    'dunji当时没有应办的',
  ],
  [
    'a reminder of what was handed in',
    (book) => reminds(book, form(), '2018-05-08', 'reminded/2018-2/caogou'),
    'reminded/2018-2/caogou#1 events[0].type',
    'caogou当时没有应办的',
  ],
  [
    'a reminder long before its day',
    (book) => reminds(book, form(), '2018-04-20'),
    `${STREAM}#1 events[0].type`,
    '还没有到提醒的日子',
  ],
  [
    'a reminder of what was late and over',
    (book) => {
      const { days: _, ...late } = form()
      reminds(book, late, '2018-05-16')
    },
    `${STREAM}#1 events[0].type`,
    'dunji当时没有应办的',
  ],
  [
    'a reminder on a Sunday',
    (book) => reminds(book, form({ days: 2 }), '2018-05-13'),
    `${STREAM}#1 events[0].type`,
    '2018-05-13不是工作日',
  ],
  [
    'a reminder under a click',
    (book) => book.write(STREAM, by(ACTORS.reminder, on('2018-05-08')), { type: 'dueReminded', lines: [form()] }),
    `${STREAM}#1 events[0].type`,
    '不是由所依据的办理带来的',
  ],
  [
    'a message to somebody of another unit',
    (book) => {
      reminds(book)
      sends(book, messageId(STREAM, 1, 1, clerkOf('caogou')))
    },
    `${STREAM}#2 events[0].type`,
    '不是发给该单位人员的',
  ],
  [
    'a message to whoever is not reminded',
    (book) => {
      reminds(book)
      sends(book, messageId(STREAM, 1, 1, legalOf('dunji')))
    },
    `${STREAM}#2 events[0].type`,
    '不是发给该单位人员的',
  ],
  [
    'a message of a line that was not said',
    (book) => {
      reminds(book)
      sends(book, messageId(STREAM, 1, 2, clerkOf('dunji')))
    },
    `${STREAM}#2 events[0].type`,
    '不是发给该单位人员的',
  ],
  [
    'a reminder of the office to whoever has handed in',
    (book) => asks(book, 'caogou'),
    `${OFFICE}#1 events[0].type`,
    'caogou当时没有应办的表格或报告',
  ],
  [
    'a reminder of the office to nobody of the roster',
    (book) => asks(book, 'ghost'),
    `${OFFICE}#1 events[0].type`,
    'ghost当时没有应办的表格或报告',
  ],
  [
    'a reminder of the office when it was too late',
    (book) => asks(book, 'dunji', '2018-05-20'),
    `${OFFICE}#1 events[0].type`,
    'dunji当时没有应办的表格或报告',
  ],
])('finds %s', (...damage) => expectFound(damage))

it('takes what was due and near, and messages to its clerk and head', () => {
  const book = countyBook()
  reminds(book)
  for (const person of [clerkOf('dunji'), headOf('dunji')]) sends(book, messageId(STREAM, 1, 1, person))
  asks(book, 'dunji', '2018-05-09')
  expect(book.wrong()).toEqual([])
})
