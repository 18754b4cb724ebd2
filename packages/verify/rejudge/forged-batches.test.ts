import { expect, it } from 'vitest'
import { firstLateInstant } from '#calendar/deadline.ts'
import { sha } from '../../../test/given/cases.ts'
import {
  CALL,
  called,
  caseOf,
  countyBook,
  DATES,
  decided,
  HEAD_OF_OFFICE,
  line,
  OFFICER,
  on,
  SECOND,
  seenLast,
  terms,
} from './fixtures/county.ts'
import { type Damage, expectFound } from './fixtures/forged.ts'
import { by, june, publish } from './fixtures/second-notice.ts'

const cancelling = { type: 'cancellingPrepared', reason: '因机构改革，不再开展。' }
const batchCancelled = (more: object = {}) => ({
  ...{ type: 'batchCancelled', preparedBy: OFFICER, preparedAt: june('02'), reason: '因机构改革，不再开展。' },
  ...more,
})
const extra = `batch/2018-3`
it.each<Damage>([
  [
    // The first of them is of another release's procedure, of which nobody can tell here.
    'a call opened by whoever prepared it, behind another one in the same commit',
    (book) => {
      const alien = { ...terms, procedure: { ...terms.procedure, name: 'elsewhere' } }
      const opening = { type: 'callOpened', prepared: sha('4') }
      book.write(extra, by(OFFICER), { ...called, terms: alien }, called, opening)
    },
    `${extra}#1 events[0].type`,
    '一次只办理一项',
  ],
  [
    'a batch cancelled that nobody prepared',
    (book) => book.write(CALL, by(HEAD_OF_OFFICE), batchCancelled()),
    `${CALL}#3 events[0].type`,
    '没有待签发的取消决定',
  ],
  [
    'a batch cancelled by whoever prepared it',
    (book) => {
      book.write(CALL, by(HEAD_OF_OFFICE, june('02')), cancelling)
      book.write(CALL, by(HEAD_OF_OFFICE), batchCancelled({ preparedBy: HEAD_OF_OFFICE }))
    },
    `${CALL}#4 events[0].type`,
    '是您拟制的，不能由您自己签发',
  ],
  [
    'a batch cancelled with another reason than was prepared',
    (book) => {
      book.write(CALL, by(OFFICER, june('02')), cancelling)
      book.write(CALL, by(HEAD_OF_OFFICE), batchCancelled({ reason: '另一个理由。' }))
    },
    `${CALL}#4 events[0].reason`,
    '与当时应写的不同',
  ],
  [
    'a batch cancelled by whoever may not',
    (book) => {
      book.write(CALL, by(OFFICER, june('02')), cancelling)
      book.write(CALL, by(SECOND), batchCancelled())
    },
    `${CALL}#4 events[0].type`,
    '没有“签发取消决定”的岗位',
  ],
  [
    'a batch opened that nobody prepared',
    (book) => book.write(extra, by(HEAD_OF_OFFICE), { type: 'callOpened', prepared: sha('c') }),
    `${extra}#1 events[0].type`,
    '没有待签发的创建通知',
  ],
  [
    'a batch prepared and opened by one person',
    (book) => {
      book.write(extra, by(OFFICER, on('2018-04-10')), called)
      book.write(extra, by(OFFICER, on('2018-04-11')), { type: 'callOpened', prepared: seenLast(book, extra) })
    },
    `${extra}#2 events[0].type`,
    '没有“签发创建通知”的岗位',
  ],
  [
    'a batch opened on another preparation than stands there',
    (book) => {
      book.write(extra, by(OFFICER, on('2018-04-10')), called)
      book.write(extra, by(HEAD_OF_OFFICE, on('2018-04-11')), { type: 'callOpened', prepared: sha('c') })
    },
    `${extra}#2 events[0].type`,
    '您看到的创建通知稿之后又修改过',
  ],
  [
    'a batch opened twice',
    (book) => book.write(CALL, by(HEAD_OF_OFFICE), { type: 'callOpened', prepared: sha('c') }),
    `${CALL}#3 events[0].type`,
    '本批次通知已发布',
  ],
  [
    'a call prepared by nobody of the office',
    (book) => book.write(extra, by('p-外人', on('2018-04-10')), called),
    `${extra}#1 events[0].type`,
    '没有“拟制创建通知”的岗位',
  ],
  [
    'a call without an approval’s number',
    (book) => {
      const approval = { ...terms.approval, reference: ' ' }
      book.write(extra, by(OFFICER, on('2018-04-10')), { ...called, terms: { ...terms, approval } })
    },
    `${extra}#1 events[0].type`,
    '没有党委、政府的批准文号',
  ],
  [
    'a batch of a number that none has',
    (book) => book.write('batch/ghost', by(OFFICER, on('2018-04-10')), called),
    'batch/ghost#1 events[0].type',
    '批次编号应为',
  ],
  [
    'dates amended that nobody prepared',
    (book) => book.write(CALL, by(HEAD_OF_OFFICE, on('2018-04-20')), amended('2018-05-25')),
    `${CALL}#3 events[0].type`,
    '没有待签发的变更通知',
  ],
  [
    'dates amended that had passed',
    (book) => {
      const { preparedBy: _by, preparedAt: _at, ...prepared } = amended('2018-07-25')
      book.write(CALL, by(OFFICER), { ...prepared, type: 'amendmentPrepared' })
    },
    `${CALL}#3 events[0].type`,
    '变更通知有1处需要修改',
  ],
  [
    'an amendment to noon, which is for a trial',
    (book) => {
      const dates = { application: { from: { lastDay: '2018-05-15' }, to: { lateFrom: '2018-05-25T04:00:00.000Z' } } }
      book.write(CALL, by(OFFICER, on('2018-04-19')), { type: 'amendmentPrepared', reason: '汛期值守。', dates })
    },
    `${CALL}#3 events[0].type`,
    '变更通知有1处需要修改',
  ],
])('finds %s', (...damage) => expectFound(damage))

function amended(lastDay: string) {
  const dates = { application: { from: { lastDay: '2018-05-15' }, to: { lastDay } } }
  return { type: 'amended', preparedBy: OFFICER, preparedAt: on('2018-04-19'), dates, reason: '汛期顺延。' }
}

it('takes what was so decided', () => {
  const book = countyBook()
  const { preparedBy: _by, preparedAt: _at, ...change } = amended('2018-05-25')
  book.write(CALL, by(OFFICER, on('2018-04-19')), { ...change, type: 'amendmentPrepared' })
  const moved = book.write(CALL, by(HEAD_OF_OFFICE, on('2018-04-20')), amended('2018-05-25'))
  const { act, ...hand } = line(moved)
  const dates = { application: firstLateInstant('2018-05-25') }
  book.write(caseOf('dunji'), hand, { type: 'rescheduled', act, dates })
  expect(dates).not.toEqual(DATES)
  publish(book)
  book.write(CALL, by(OFFICER, june('02')), cancelling)
  const over = book.write(CALL, by(HEAD_OF_OFFICE), batchCancelled())
  const end = { ...line(over), reason: '因机构改革，不再开展。' }
  for (const [unit, step, visit] of [
    ['caogou', 'review', 2],
    ['changgou', 'executiveMeeting', 4],
  ] as const) {
    const { by: person, at, command, ...more } = end
    book.write(caseOf(unit), { by: person, at, command }, decided(step, visit, 'cancelled', 'cancelled', more))
  }
  expect(book.wrong()).toEqual([])
})

it('tells of a batch by a procedure of another release who acted, and calls none of it unreadable', () => {
  const book = countyBook()
  const alien = { ...terms, procedure: { ...terms.procedure, name: 'elsewhere' } }
  book.write(extra, by(OFFICER, on('2018-06-01')), { ...called, terms: alien })
  book.write(extra, by(HEAD_OF_OFFICE, on('2018-06-02')), { type: 'callOpened', prepared: seenLast(book, extra) })
  const dates = { application: { from: { lastDay: '2018-05-15' }, to: { lastDay: '2018-07-15' } } }
  const prepared = { type: 'amendmentPrepared', dates, reason: '因汛情顺延。', number: '泗政办〔2018〕40号' }
  book.write(extra, by(OFFICER, on('2018-06-03')), prepared)
  expect(book.wrong().filter(([place]) => place.startsWith(`${extra}#3`))).toEqual([])
  book.write(extra, by(SECOND, on('2018-06-04')), batchCancelled())
  expect(book.wrong().map(([place]) => place)).toContain(`${extra}#4 events[0].type`)
})
