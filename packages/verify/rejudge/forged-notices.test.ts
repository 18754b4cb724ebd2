import { expect, it } from 'vitest'
import {
  closed,
  countyBook,
  HEAD_OF_OFFICE,
  NOTICE,
  noticed,
  OBJECTION,
  OFFICER,
  objectionReceived,
  on,
  published,
  SECOND,
} from './fixtures/county.ts'
import { type Damage, expectFound } from './fixtures/forged.ts'
import { by, FIRST_DAY, june, LAST_DAY, NEXT, prepare, publish } from './fixtures/second-notice.ts'

const [OTHER, NEXT_ONE] = ['2018-2-1-BBBBBBB2', '2018-2-2-BBBBBBB2']
it.each<Damage>([
  [
    'a notice published that nobody approved',
    (book) => {
      prepare(book)
      book.write(NEXT, by(OFFICER, june('02')), published(['xiaoliang'], FIRST_DAY, LAST_DAY))
    },
    `${NEXT}#2 events[0].type`,
    '是您拟制的，不能由您自己签发',
  ],
  [
    'a notice published that nobody prepared',
    (book) => book.write(NEXT, by(HEAD_OF_OFFICE, june('02')), published(['xiaoliang'], FIRST_DAY, LAST_DAY)),
    `${NEXT}#1 events[0].type`,
    '没有待签发的公示',
  ],
  [
    'a notice published with more units than were prepared',
    (book) => {
      prepare(book)
      book.write(NEXT, by(HEAD_OF_OFFICE, june('02')), published(['xiaoliang', 'caogou'], FIRST_DAY, LAST_DAY))
    },
    `${NEXT}#2 events[0].cases[1]`,
    '与当时应写的不同',
  ],
  [
    'a notice of a case that does not stand there',
    (book) => prepare(book, ['caogou']),
    `${NEXT}#1 events[0].type`,
    'caogou当时不在这一环节',
  ],
  [
    'a notice of a shorter period than the call’s',
    (book) => {
      const short = noticed(['xiaoliang'], FIRST_DAY, '2018-06-04')
      book.write(NEXT, by(OFFICER, june('02')), short)
    },
    `${NEXT}#1 events[0].period.lastDay`,
    '与当时应写的不同',
  ],
  [
    'a notice that begins before it was prepared, without a proof',
    (book) => book.write(NEXT, by(OFFICER, june('04')), noticed(['xiaoliang'], FIRST_DAY, LAST_DAY)),
    `${NEXT}#1 events[0].type`,
    '所填的发布日期是2018年6月2日',
  ],
  [
    'a notice whose number leaves a gap',
    (book) => book.write('notice/2018-2/7', by(OFFICER, june('02')), noticed(['xiaoliang'], FIRST_DAY, LAST_DAY)),
    'notice/2018-2/7#1 events[0].type',
    '前一期还没有',
  ],
  [
    'two notices of one case',
    (book) => {
      publish(book)
      book.write('notice/2018-2/3', by(OFFICER, june('03')), noticed(['xiaoliang'], '2018-06-03', '2018-06-09'))
    },
    'notice/2018-2/3#1 events[0].type',
    'xiaoliang已列入另一期公示',
  ],
  [
    'two notices of one case in one minute',
    (book) => {
      prepare(book)
      const hand = { by: SECOND, at: '2018-06-02T02:00:30.000Z' }
      book.write('notice/2018-2/3', hand, noticed(['xiaoliang'], FIRST_DAY, LAST_DAY))
    },
    'notice/2018-2/3#1 events[0].type',
    'xiaoliang已列入另一期公示',
  ],
  [
    'a notice minutes before the one whose number comes before it',
    (book) => {
      const early = { by: OFFICER, at: '2018-06-02T01:50:00.000Z' }
      book.write('notice/2018-2/3', early, noticed(['xiaoliang'], FIRST_DAY, LAST_DAY))
      prepare(book, ['changgou'])
    },
    'notice/2018-2/3#1 events[0].type',
    '前一期还没有',
  ],
  [
    'a notice closed before its period',
    (book) => {
      publish(book)
      book.write(NEXT, by(OFFICER, june('06')), closed('xiaoliang'))
    },
    `${NEXT}#3 events[0].type`,
    '现在还不能结束公示',
  ],
  [
    'a notice closed without looking everywhere',
    (book) => {
      publish(book)
      book.write(NEXT, by(OFFICER), { ...closed('xiaoliang'), checked: ['page'] })
    },
    `${NEXT}#3 events[0].type`,
    '要逐一核对',
  ],
  [
    'a notice closed with a line that an objection keeps back',
    (book) => {
      publish(book)
      book.write(NEXT, by(OFFICER, june('03')), objectionReceived(NEXT_ONE, 'xiaoliang', '2018-06-03'))
      book.write(NEXT, by(OFFICER), closed('xiaoliang'))
    },
    `${NEXT}#4 events[0].lines[0]`,
    '与当时应写的不同',
  ],
  [
    'a line of a notice that was settled otherwise',
    (book) => {
      publish(book)
      const lines = [{ case: 'xiaoliang', outcome: 'upheld' }]
      book.write(NEXT, by(OFFICER), { ...closed(), lines })
    },
    `${NEXT}#3 events[0].lines[0].outcome`,
    '与当时应写的不同',
  ],
  [
    'an objection after the period',
    (book) => book.write(NOTICE, by(OFFICER), objectionReceived(OTHER, 'dazhuang', '2018-05-20')),
    `${NOTICE}#6 events[0].type`,
    '不是期内异议',
  ],
  [
    'an objection settled that nobody decided',
    (book) => {
      publish(book)
      book.write(NEXT, by(OFFICER, june('03')), objectionReceived(NEXT_ONE, 'xiaoliang', '2018-06-03'))
      const settled = { type: 'objectionSettled', objection: NEXT_ONE, result: 'notAdmitted' }
      book.write(NEXT, { ...by(HEAD_OF_OFFICE, june('04')), command: `settle ${NEXT_ONE}` }, settled)
    },
    `${NEXT}#4 events[0].type`,
    '自己的记录没有这样的结果',
  ],
  [
    'an objection that something else than a notice received',
    (book) => {
      const received = { type: 'received', notice: 'case/2018-2/dunji', about: 'dazhuang', answerBy: '2018-05-18' }
      book.write(`objection/${OTHER}`, { ...by(OFFICER), command: 'receive' }, received)
    },
    `objection/${OTHER}#1 events[0].type`,
    '“case/2018-2/dunji”不是“notice”一类的记录流',
  ],
  [
    'an objection that no notice received',
    (book) => {
      const received = { type: 'received', notice: NOTICE, about: 'dazhuang', answerBy: '2018-05-18' }
      book.write(`objection/${OTHER}`, { ...by(OFFICER), command: 'receive' }, received)
    },
    `objection/${OTHER}#1 events[0].type`,
    '没有收到这件异议',
  ],
  [
    'an objection found twice',
    (book) => {
      const found = { type: 'found', result: 'upheld', reason: '经查属实。', reply: '经查属实。' }
      book.write(OBJECTION, by(HEAD_OF_OFFICE), found)
    },
    `${OBJECTION}#4 events[0].type`,
    '这件异议已由其他人员',
  ],
  [
    'an objection admitted by whoever entered it',
    (book) => {
      const [received] = book.commits(OBJECTION)
      book.streams.set(OBJECTION, [received!])
      book.write(OBJECTION, by(OFFICER, on('2018-05-04')), { type: 'admitted' })
    },
    `${OBJECTION}#2 events[0].type`,
    '这件异议由您录入',
  ],
])('finds %s', (...damage) => expectFound(damage))

it('takes a case into the next notice in the very instant in which the one before it came back', () => {
  const book = countyBook()
  prepare(book)
  book.write(NEXT, by(HEAD_OF_OFFICE, june('02')), { type: 'preparationReturned', reason: '请核对单位名称。' })
  book.write('notice/2018-2/3', by(SECOND, june('02')), noticed(['xiaoliang'], FIRST_DAY, LAST_DAY))
  expect(book.wrong()).toEqual([])
})
