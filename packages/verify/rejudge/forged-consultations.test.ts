import { expect, it } from 'vitest'
import { sha } from '../../../test/given/cases.ts'
import type { Book } from './fixtures/book.ts'
import { clerkOf, countyBook, HEAD_OF_OFFICE, keepFile, OFFICER, on, SECRETARY } from './fixtures/county.ts'
import { type Damage, expectFound } from './fixtures/forged.ts'

const STREAM = 'consultation/2018-2'
const SCAN = sha('8')
const WHY = sha('6')
const by = (person: string, day = '2018-06-05') => ({ by: person, at: on(day) })
const sent = {
  ...{ type: 'sent', reference: '泗法函〔2018〕3号', on: '2018-06-01', lastDay: '2018-06-15' },
  organs: [
    { id: 'police', title: '公安局' },
    { id: 'audit', title: '审计局' },
  ],
  units: ['changgou', 'caogou'],
}
const replied = { type: 'replied', n: 1, organ: 'police', on: '2018-06-04', scan: `${SCAN} 复函.pdf`, found: [] }
const chased = { type: 'chased', n: 1, organ: 'audit', on: '2018-06-05', how: 'phone' }
const keep = (book: Book, owner = 'office.consultation') => keepFile(book, SCAN, '2018-06-02', owner, OFFICER)
function send(book: Book, more: object = {}, person = OFFICER) {
  keep(book)
  book.write(STREAM, by(person, '2018-06-02'), { ...sent, ...more })
}

it('finds nothing in what could be entered so', () => {
  const book = countyBook()
  send(book)
  book.write(STREAM, by(HEAD_OF_OFFICE), replied)
  book.write(STREAM, by(OFFICER), { ...replied, reference: '泗公函〔2018〕12号', reason: WHY })
  book.write(STREAM, by(OFFICER), chased)
  book.write(STREAM, by(HEAD_OF_OFFICE), { type: 'replyWithdrawn', n: 1, organ: 'police', reason: WHY })
  book.write(STREAM, by(OFFICER), { type: 'letterWithdrawn', n: 1, reason: WHY })
  expect(book.wrong('2018-06-11T00:00:00.000Z')).toEqual([])
})

it.each<Damage>([
  [
    'a letter that a secretary sent',
    (book) => send(book, {}, SECRETARY),
    `${STREAM}#1 events[0].type`,
    '没有“登记函询”的岗位',
  ],
  [
    'a letter of a day to come',
    (book) => send(book, { on: '2018-06-03' }),
    `${STREAM}#1 events[0].type`,
    '有内容需要修改',
  ],
  [
    'a letter about a unit that has been named already',
    (book) => send(book, { units: ['dazhuang'] }),
    `${STREAM}#1 events[0].type`,
    'dazhuang当时没有在办的申报件',
  ],
  [
    'a letter about a unit that fills in its form, before it began',
    (book) => send(book, { units: ['huangwei'] }),
    `${STREAM}#1 events[0].type`,
    'huangwei当时没有在办的申报件',
  ],
  [
    'a letter with a field that none has',
    (book) => send(book, { secret: true }),
    `${STREAM}#1 events[0].secret`,
    '不是这种事件所有的',
  ],
  [
    'a reply of an organ that was not asked',
    (book) => {
      send(book)
      book.write(STREAM, by(OFFICER), { ...replied, organ: 'court' })
    },
    `${STREAM}#2 events[0].type`,
    '没有发给该机关',
  ],
  [
    'a reply from before the letter',
    (book) => {
      send(book)
      book.write(STREAM, by(OFFICER), { ...replied, on: '2018-05-31' })
    },
    `${STREAM}#2 events[0].type`,
    '有内容需要修改',
  ],
  [
    'a reply about another unit',
    (book) => {
      send(book)
      book.write(STREAM, by(OFFICER), { ...replied, found: ['dunji'], content: sha('7') })
    },
    `${STREAM}#2 events[0].type`,
    '有内容需要修改',
  ],
  [
    'a reply that a unit entered',
    (book) => {
      send(book)
      book.write(STREAM, by(clerkOf('caogou')), replied)
    },
    `${STREAM}#2 events[0].type`,
    '没有“登记复函”的岗位',
  ],
  [
    'a reply whose scan lies among minutes',
    (book) => {
      keep(book, 'office.minutes')
      book.write(STREAM, by(OFFICER, '2018-06-02'), sent)
      book.write(STREAM, by(OFFICER), replied)
    },
    `${STREAM}#2 events[0].scan`,
    '没有按这一用途保存',
  ],
  [
    'a correction of what nobody had entered',
    (book) => {
      send(book)
      book.write(STREAM, by(OFFICER), { ...replied, reason: WHY })
    },
    `${STREAM}#2 events[0].type`,
    '还没有登记',
  ],
  [
    'an organ chased that had replied',
    (book) => {
      send(book)
      book.write(STREAM, by(OFFICER), { ...replied, organ: 'audit' })
      book.write(STREAM, by(OFFICER), chased)
    },
    `${STREAM}#3 events[0].type`,
    '已经复函',
  ],
  [
    'a reply withdrawn that nobody had entered',
    (book) => {
      send(book)
      book.write(STREAM, by(OFFICER), { type: 'replyWithdrawn', n: 1, organ: 'police', reason: WHY })
    },
    `${STREAM}#2 events[0].type`,
    '还没有登记',
  ],
  [
    'a reply that a secretary withdrew',
    (book) => {
      send(book)
      book.write(STREAM, by(OFFICER), replied)
      book.write(STREAM, by(SECRETARY), { type: 'replyWithdrawn', n: 1, organ: 'police', reason: WHY })
    },
    `${STREAM}#3 events[0].type`,
    '没有“撤销复函”的岗位',
  ],
  [
    'a letter withdrawn whose reply stands',
    (book) => {
      send(book)
      book.write(STREAM, by(OFFICER), replied)
      book.write(STREAM, by(OFFICER), { type: 'letterWithdrawn', n: 1, reason: WHY })
    },
    `${STREAM}#3 events[0].type`,
    '已经复函，不能撤销',
  ],
  [
    'a letter that a secretary withdrew',
    (book) => {
      send(book)
      book.write(STREAM, by(SECRETARY), { type: 'letterWithdrawn', n: 1, reason: WHY })
    },
    `${STREAM}#2 events[0].type`,
    '没有“撤销函询”的岗位',
  ],
  [
    'a letter withdrawn for reasons in clear',
    (book) => {
      send(book)
      book.write(STREAM, by(OFFICER), { type: 'letterWithdrawn', n: 1, reason: '没有发出。' })
    },
    `${STREAM}#2 events….reason`,
    '无法识别',
  ],
  [
    'letters of a batch that nobody called',
    (book) => book.write('consultation/2018-9', by(OFFICER), sent),
    'consultation/2018-9#1 events[0].type',
    '当时没有批次',
  ],
  [
    'letters under a name that no stream has',
    (book) => book.write('consultation/2018-2/1', by(OFFICER), sent),
    'consultation/2018-2/1#1 stream',
    '没有这样命名的',
  ],
])('finds %s', (...damage) => expectFound(damage))
