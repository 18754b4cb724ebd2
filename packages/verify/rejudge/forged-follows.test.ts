import { expect, it } from 'vitest'
import { firstLateInstant } from '#calendar/deadline.ts'
import { ACTORS } from '#typed/reserved-ids.ts'
import { sha } from '../../../test/given/cases.ts'
import type { Book } from './fixtures/book.ts'
import {
  CALL,
  caseOf,
  clerkOf,
  countyBook,
  decided,
  HEAD_OF_OFFICE,
  line,
  MEETING,
  meeting,
  NOTICE,
  OBJECTED,
  OBJECTION,
  OFFICER,
  objectionReceived,
  on,
  SECRETARY,
  saved,
} from './fixtures/county.ts'
import { type Damage, expectFound } from './fixtures/forged.ts'
import { by, FIRST_DAY, june, NEXT, publish } from './fixtures/second-notice.ts'

const [AT_MEETING, AT_NOTICE, FILLING] = [caseOf('changgou'), caseOf('xiaoliang'), caseOf('dunji')]
const NUMBER = '2018-2-2-BBBBBBB2'
const NOT_FOLLOWED = '不是由所依据的办理带来的'
const named = (act: object) => decided('executiveMeeting', 4, 'named', 'named', { act })
const AMENDED = {
  ...{ type: 'amendmentPrepared', reason: '汛期。' },
  dates: { application: { from: { lastDay: '2018-05-15' }, to: { lastDay: '2018-05-31' } } },
}
const met = (book: Book) =>
  line(book.write(MEETING, by(SECRETARY), meeting('2号', '2018-06-08', { changgou: 'named' })))
const enters = (book: Book, more: object = {}, hand = by(OFFICER, june('03'))) => {
  publish(book)
  return book.write(NEXT, hand, { ...objectionReceived(NUMBER, 'xiaoliang', FIRST_DAY), ...more })
}

it.each<Damage>([
  [
    'a line that somebody took by a click',
    (book) => {
      const { act, by: person, at } = met(book)
      book.write(AT_MEETING, { by: person, at }, named(act))
    },
    `${AT_MEETING}#9 events[0].type`,
    NOT_FOLLOWED,
  ],
  [
    'a line taken under another act’s name',
    (book) => {
      const { act, ...hand } = met(book)
      book.write(AT_MEETING, { ...hand, command: `line ${MEETING}#1` }, named(act))
    },
    `${AT_MEETING}#9 events[0].type`,
    NOT_FOLLOWED,
  ],
  [
    'a line written by somebody else than decided it',
    (book) => {
      const { act, ...hand } = met(book)
      book.write(AT_MEETING, { ...hand, by: HEAD_OF_OFFICE }, named(act))
    },
    `${AT_MEETING}#9 events[0].type`,
    '不是哪一种办理写得出的',
  ],
  [
    'a case listed by somebody else than issued the notice',
    (book) => {
      const { act, ...hand } = line(publish(book))
      const listed = { type: 'listed', act, lateFrom: firstLateInstant('2018-06-08') }
      book.write(AT_NOTICE, { ...hand, by: OFFICER }, listed)
    },
    `${AT_NOTICE}#7 events[0].type`,
    '不是哪一种办理写得出的',
  ],
  [
    'a case listed by a click',
    (book) => {
      const { act, by: person, at } = line(publish(book))
      const listed = { type: 'listed', act, lateFrom: firstLateInstant('2018-06-08') }
      book.write(AT_NOTICE, { by: person, at }, listed)
    },
    `${AT_NOTICE}#7 events[0].type`,
    NOT_FOLLOWED,
  ],
  [
    'a case ended by time under a click',
    (book) =>
      book.write(FILLING, by(ACTORS.time, on('2018-05-16')), decided('application', 1, 'lapsed', 'notSubmitted')),
    `${FILLING}#3 events[0].type`,
    NOT_FOLLOWED,
  ],
  [
    'a title conferred by a click',
    (book) => {
      const { act, ...hand } = met(book)
      book.write(AT_MEETING, hand, named(act))
      const title = { type: 'conferred', unit: 'changgou', batch: '2018-2', on: '2018-06-08', act }
      book.write('title/changgou/2018-2', { by: hand.by, at: hand.at }, title)
    },
    'title/changgou/2018-2#1 events[0].type',
    NOT_FOLLOWED,
  ],
  [
    'an objection opened by a click',
    (book) => {
      const came = enters(book)
      const received = { type: 'received', notice: NEXT, about: 'xiaoliang', answerBy: '2018-06-18' }
      book.write(`objection/${NUMBER}`, { by: came.by, at: came.at }, received)
    },
    `objection/${NUMBER}#1 events[0].type`,
    NOT_FOLLOWED,
  ],
  [
    'a finding told to the notice by a click',
    (book) => {
      const commits = book.commits(NOTICE)
      book.streams.set(NOTICE, commits.slice(0, 3))
      const settled = { type: 'objectionSettled', objection: OBJECTED, result: 'notUpheld' }
      book.write(NOTICE, by(HEAD_OF_OFFICE, on('2018-05-07')), settled)
    },
    `${NOTICE}#4 events[0].type`,
    NOT_FOLLOWED,
  ],
  [
    'a line set aside by a click',
    (book) => {
      const aside = { type: 'setAside', case: 'dazhuang', number: 1, reason: '本件已退出。' }
      book.write(MEETING, by(ACTORS.procedure), aside)
    },
    `${MEETING}#2 events[0].type`,
    NOT_FOLLOWED,
  ],
  [
    'an objection under a number that no receipt has',
    (book) => enters(book, { objection: 'yi-2' }),
    `${NEXT}#3 events[0].type`,
    '不是这一期公示的异议编号',
  ],
  [
    'an objection under another notice’s number',
    (book) => enters(book, { objection: '2018-2-1-BBBBBBB2' }),
    `${NEXT}#3 events[0].type`,
    '不是这一期公示的异议编号',
  ],
  [
    'an objection without a code to look it up',
    (book) => enters(book, { code: 'AAAABBBB' }),
    `${NEXT}#3 events[0].type`,
    '没有查询码',
  ],
  [
    'an objection of no click of its own',
    (book) => enters(book, {}, { ...by(OFFICER, june('03')), ...{ command: 'click-1' } }),
    `${NEXT}#3 events[0].type`,
    '不是由一次提交登记的',
  ],
  [
    'an objection from the page that an officer entered',
    (book) => enters(book, { channel: 'page', on: '2018-06-03' }),
    `${NEXT}#3 events[0].type`,
    '网页异议只由群众提交',
  ],
  [
    'a letter that the public entered',
    (book) => enters(book, {}, by(ACTORS.public, june('03'))),
    `${NEXT}#3 events[0].type`,
    '网页异议只由群众提交',
  ],
  [
    'an objection from the page of another day',
    (book) => enters(book, { channel: 'page', on: '2018-06-02' }, by(ACTORS.public, june('03'))),
    `${NEXT}#3 events[0].type`,
    '不是这一途径可以有的',
  ],
  [
    'a visit before the notice was there',
    (book) => enters(book, { channel: 'visit', on: '2018-06-01' }),
    `${NEXT}#3 events[0].type`,
    '不是这一途径可以有的',
  ],
  [
    'a finding to assess again where nothing is assessed',
    (book) => {
      book.streams.set(OBJECTION, book.commits(OBJECTION).slice(0, 2))
      const found = { type: 'found', result: 'reassess', reason: '经查部分属实。', reply: '经查部分属实。' }
      book.write(OBJECTION, by(HEAD_OF_OFFICE, on('2018-05-07')), found)
    },
    `${OBJECTION}#3 events[0].type`,
    '没有重新考核这一结果',
  ],
  [
    'an act of somebody’s that is dated back under the name of no act',
    (book) => book.write(FILLING, { ...by(clerkOf('dunji')), command: 'line x' }, { ...saved, at: on('2018-05-01') }),
    `${FILLING}#3 events[0].at`,
    '所写的时间与提交的时间不是同一时候',
  ],
  [
    'an act of somebody’s under the name of one that it does not follow',
    (book) => book.write(FILLING, { ...by(clerkOf('dunji')), command: `line ${CALL}#2` }, saved),
    `${FILLING}#3 command`,
    '既不是一次点击的，也不是这种自动办理的',
  ],
  [
    'an amendment that is prepared as if it followed',
    (book) => book.write(CALL, { ...by(OFFICER), command: 'line x' }, AMENDED),
    `${CALL}#3 command`,
    '既不是一次点击的，也不是这种自动办理的',
  ],
  [
    'an act whose click has no shape of one',
    (book) => book.write(CALL, { ...by(OFFICER), command: '1' }, AMENDED),
    `${CALL}#3 command`,
    '既不是一次点击的，也不是这种自动办理的',
  ],
])('finds %s', (...damage) => expectFound(damage))

it('takes what follows from each act', () => {
  const book = countyBook()
  const { act, ...hand } = met(book)
  book.write(AT_MEETING, hand, named(act))
  const came = enters(
    book,
    {
      ...{ channel: 'page', on: '2018-06-03', anonymous: false },
      objector: { id: 'objector/1', digest: sha('2') },
    },
    by(ACTORS.public, june('03')),
  )
  const received = { type: 'received', notice: NEXT, about: 'xiaoliang', answerBy: '2018-06-18' }
  const opening = { by: came.by, at: came.at, command: `receive ${NEXT}#${came.number}` }
  book.write(`objection/${NUMBER}`, opening, received)
  const lapsed = { by: ACTORS.time, at: on('2018-05-16'), command: 'lapse application 1' }
  book.write(FILLING, lapsed, decided('application', 1, 'lapsed', 'notSubmitted'))
  expect(book.wrong()).toEqual([])
})
