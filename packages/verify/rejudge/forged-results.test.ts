import { expect, it } from 'vitest'
import { sha } from '../../../test/given/cases.ts'
import type { Book } from './fixtures/book.ts'
import { clerkOf, countyBook, HEAD_OF_OFFICE, headOf, keepFile, OFFICER, on, SECRETARY } from './fixtures/county.ts'
import { type Damage, expectFound } from './fixtures/forged.ts'

const STREAM = 'results/2018'
const SCAN = `${sha('8')} 判决书.pdf`
const WHY = sha('6')
const by = (person: string, day = '2018-06-05') => ({ by: person, at: on(day) })
const lost = {
  ...{ type: 'resultEntered', organ: 'office', unit: 'caogou', kind: 'lostSuit', on: '2018-05-20' },
  ...{ reference: '（2018）皖1324行初3号', content: sha('7'), scan: SCAN },
}
const reviewed = {
  ...{ type: 'resultEntered', organ: 'dunji', unit: 'caogou', kind: 'caseFiles', on: '2018-05-30' },
  ...{ reference: '泗案〔2018〕4号', score: 86 },
}
const keep = (book: Book, owner = 'office.results') => keepFile(book, sha('8'), '2018-06-02', owner, OFFICER)
function enter(book: Book, more: object = {}, person = OFFICER) {
  keep(book)
  book.write(STREAM, by(person), { ...lost, ...more })
}

it('finds nothing in what could be entered so', () => {
  const book = countyBook()
  enter(book)
  book.write(STREAM, by(clerkOf('dunji')), reviewed)
  const { type: _type, unit: _unit, kind: _kind, ...facts } = reviewed
  book.write(STREAM, by(clerkOf('dunji')), { ...facts, type: 'resultCorrected', n: 2, grade: 'qualified', reason: WHY })
  const forThem = { ...lost, organ: 'xiaoliang', byOffice: true, unit: 'dunji' }
  book.write(STREAM, by(HEAD_OF_OFFICE), forThem)
  book.write(STREAM, by(OFFICER), { type: 'resultWithdrawn', organ: 'office', n: 1, reason: WHY })
  const annual = { ...reviewed, kind: 'annual', reference: '泗考〔2018〕1号', on: '2018-02-20', grade: 'good' }
  const { score: _score, ...graded } = annual
  book.write('results/2017', by(OFFICER), { ...graded, organ: 'office' })
  expect(book.wrong('2018-06-11T00:00:00.000Z')).toEqual([])
})

it.each<Damage>([
  [
    'what a secretary entered',
    (book) => enter(book, {}, SECRETARY),
    `${STREAM}#1 events[0].type`,
    '没有以office的名义“登记外部结果”的岗位',
  ],
  [
    'what somebody of the unit entered about it',
    (book) => book.write(STREAM, by(clerkOf('dunji')), { ...reviewed, unit: 'dunji' }),
    `${STREAM}#1 events[0].type`,
    '没有以dunji的名义',
  ],
  [
    'what another unit entered in the name of the owner',
    (book) => book.write(STREAM, by(clerkOf('dazhuang')), reviewed),
    `${STREAM}#1 events[0].type`,
    '没有以dunji的名义',
  ],
  [
    'what the head of a unit entered, who reads only',
    (book) => book.write(STREAM, by(headOf('dunji')), reviewed),
    `${STREAM}#1 events[0].type`,
    '没有以dunji的名义',
  ],
  [
    'what the office entered for another without saying so',
    (book) => book.write(STREAM, by(OFFICER), reviewed),
    `${STREAM}#1 events[0].type`,
    '没有以dunji的名义',
  ],
  [
    'what the office entered for another without its paper',
    (book) => book.write(STREAM, by(OFFICER), { ...reviewed, byOffice: true }),
    `${STREAM}#1 events[0].type`,
    '有内容需要修改',
  ],
  [
    'a result of a day to come',
    (book) => enter(book, { on: '2018-06-06' }),
    `${STREAM}#1 events[0].type`,
    '有内容需要修改',
  ],
  [
    'a result of another year',
    (book) => enter(book, { on: '2017-12-31' }),
    `${STREAM}#1 events[0].type`,
    '有内容需要修改',
  ],
  [
    'the same number twice',
    (book) => {
      enter(book)
      book.write(STREAM, by(HEAD_OF_OFFICE), lost)
    },
    `${STREAM}#2 events[0].type`,
    '有内容需要修改',
  ],
  [
    'a result of a unit that the roster has not',
    (book) => enter(book, { unit: 'nowhere' }),
    `${STREAM}#1 events[0].type`,
    '名册中当时没有nowhere',
  ],
  [
    'a result that an organ owns that the roster has not',
    (book) => enter(book, { organ: 'nowhere', byOffice: true }),
    `${STREAM}#1 events[0].type`,
    '名册中当时没有nowhere',
  ],
  [
    'a scan that lies among minutes',
    (book) => {
      keep(book, 'office.minutes')
      book.write(STREAM, by(OFFICER), lost)
    },
    `${STREAM}#1 events[0].scan`,
    '没有按这一用途保存',
  ],
  [
    'a scan of the office in what a unit entered',
    (book) => {
      keep(book)
      book.write(STREAM, by(clerkOf('dunji')), { ...reviewed, scan: SCAN })
    },
    `${STREAM}#1 events[0].scan`,
    '没有按这一用途保存',
  ],
  [
    'a correction of what nobody has entered',
    (book) =>
      book.write(STREAM, by(OFFICER), {
        ...{ type: 'resultCorrected', organ: 'office', n: 1, on: '2018-05-20', reference: '1号', reason: WHY },
      }),
    `${STREAM}#1 events[0].type`,
    '没有这条外部结果',
  ],
  [
    'what somebody of the unit withdrew',
    (book) => {
      enter(book)
      book.write(STREAM, by(clerkOf('caogou')), { type: 'resultWithdrawn', organ: 'caogou', n: 1, reason: WHY })
    },
    `${STREAM}#2 events[0].type`,
    '没有以caogou的名义',
  ],
  [
    'what was withdrawn for reasons in clear',
    (book) => {
      enter(book)
      book.write(STREAM, by(OFFICER), { type: 'resultWithdrawn', organ: 'office', n: 1, reason: '登记错了。' })
    },
    `${STREAM}#2 events….reason`,
    '无法识别',
  ],
  [
    'what was withdrawn twice',
    (book) => {
      enter(book)
      for (const person of [OFFICER, HEAD_OF_OFFICE])
        book.write(STREAM, by(person), { type: 'resultWithdrawn', organ: 'office', n: 1, reason: WHY })
    },
    `${STREAM}#3 events[0].type`,
    '已经撤销',
  ],
  [
    'results of a year before there are any',
    (book) => {
      keep(book)
      book.write('results/1999', by(OFFICER), { ...lost, on: '1999-05-20' })
    },
    'results/1999#1 events[0].type',
    '没有1999年的外部结果簿',
  ],
  [
    'results under a name that no stream has',
    (book) => book.write('results/all', by(OFFICER), lost),
    'results/all#1 stream',
    '没有这样命名的',
  ],
])('finds %s', (...damage) => expectFound(damage))
