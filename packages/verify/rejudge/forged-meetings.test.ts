import { expect, it } from 'vitest'
import { seenAs } from '#ledger/seen.ts'
import { sha } from '../../../test/given/cases.ts'
import type { Book } from './fixtures/book.ts'
import {
  caseOf,
  countyBook,
  decided,
  HEAD_OF_OFFICE,
  line,
  MEETING,
  meeting,
  OFFICER,
  on,
  SECOND,
  SECRETARY,
} from './fixtures/county.ts'
import { type Damage, expectFound } from './fixtures/forged.ts'

const LATE = on('2018-06-09')
const by = (person: string, at = LATE) => ({ by: person, at })
const DECISION = 'decision/2018-2/1'
const document = {
  batch: '2018-2',
  step: 'executiveMeeting',
  trial: false,
  title: '决定',
  number: '1号',
  date: '2018-06-02',
}

const CHANGGOU = caseOf('changgou')
const said = { outcome: 'deferred', reason: '登记时选错了结论。', inMinutes: '第二项：暂缓。' }

/** changgou is refused by a meeting, and the secretary drafts that it was deferred. @returns what names the draft */
function drafted(book: Book, more: object = {}, others: Readonly<Record<string, string>> = {}): string {
  const met = book.write(
    MEETING,
    by(SECRETARY, on('2018-06-02')),
    meeting('2号', '2018-06-01', { changgou: 'refused', ...others }),
  )
  const { act, ...hand } = line(met)
  book.write(CHANGGOU, hand, decided('executiveMeeting', 4, 'refused', 'refused', { act }))
  const correction = { type: 'correctionDrafted', step: 'executiveMeeting', corrects: 4, ...said, ...more }
  const [event] = book.write(CHANGGOU, by(SECRETARY, on('2018-06-04')), correction).events
  return seenAs(event as { type: string }, CHANGGOU)
}
/** The office's head signs it, and the case takes it. */
function signed(book: Book, change: object = {}, person = HEAD_OF_OFFICE, taken: object = {}) {
  const corrected = { type: 'lineCorrected', number: 2, case: 'changgou', ...said, draftedBy: SECRETARY, ...change }
  const commit = book.write(MEETING, by(person, on('2018-06-05')), corrected)
  const { act, ...hand } = line(commit)
  book.write(CHANGGOU, hand, {
    ...{ type: 'corrected', step: 'executiveMeeting', corrects: 4, visit: 5, to: 'executiveMeeting', ...said },
    ...{ draftedBy: SECRETARY, act, ...taken },
  })
}

it('finds nothing in a line that was corrected as it was drafted, and decided by the next meeting', () => {
  const book = countyBook()
  signed(book, { drafted: drafted(book) })
  expect(book.wrong('2018-06-11T00:00:00.000Z')).toEqual([])
  const met = book.write(MEETING, by(SECRETARY), meeting('3号', '2018-06-08', { changgou: 'named' }))
  const { act, ...hand } = line(met)
  book.write(CHANGGOU, hand, decided('executiveMeeting', 6, 'named', 'named', { act }))
  expect(book.wrong('2018-06-09T06:00:00.000Z')).toEqual([])
})

it.each<Damage>([
  [
    'a corrected line that nobody drafted',
    (book) => signed(book, { number: 1, case: 'dazhuang', drafted: sha('1') }),
    `${MEETING}#2 events[0].type`,
    'dazhuang当时没有这样拟订的、可以签发的更正',
  ],
  [
    'a line corrected otherwise than it was drafted',
    (book) => signed(book, { drafted: drafted(book), outcome: 'named' }),
    `${MEETING}#3 events[0].type`,
    '没有这样拟订的',
  ],
  [
    'a corrected line with other minutes than were drafted',
    (book) => signed(book, { drafted: drafted(book), inMinutes: '第九项。' }),
    `${MEETING}#3 events[0].type`,
    '没有这样拟订的',
  ],
  [
    'a line corrected by whoever drafted it',
    (book) => signed(book, { drafted: drafted(book) }, SECRETARY),
    `${MEETING}#3 events[0].type`,
    '没有“签发更正”的岗位',
  ],
  [
    'a line of a meeting that did not decide it',
    (book) => signed(book, { drafted: drafted(book), number: 1 }),
    `${MEETING}#3 events[0].type`,
    '没有这次会议决定',
  ],
  [
    'a line corrected above the quota',
    (book) => signed(book, { drafted: drafted(book, { outcome: 'named' }, { xiaoliang: 'named' }), outcome: 'named' }),
    `${MEETING}#3 events[0].type`,
    '名额',
  ],
  [
    'a line corrected once the next meeting had decided',
    (book) => {
      const seen = drafted(book, { outcome: 'named' })
      const met = book.write(
        MEETING,
        by(SECRETARY, on('2018-06-04')),
        meeting('3号', '2018-06-04', { xiaoliang: 'named' }),
      )
      book.write(CHANGGOU, by(OFFICER, on('2018-06-04')), { type: 'withdrawalEntered', reason: '人员调整。' })
      signed(book, { drafted: seen, number: met.number })
    },
    `${MEETING}#4 events[0].type`,
    '没有这样拟订的',
  ],
  [
    'a case that takes a corrected line otherwise than the meetings have it',
    (book) => signed(book, { drafted: drafted(book) }, HEAD_OF_OFFICE, { outcome: 'refused', to: 'refused' }),
    `${CHANGGOU}#11 events[0].outcome`,
    '与当时应写的不同',
  ],
  [
    'a corrected line in its case alone',
    (book) => {
      drafted(book)
      book.write(CHANGGOU, by(HEAD_OF_OFFICE, on('2018-06-05')), {
        ...{ type: 'corrected', step: 'executiveMeeting', corrects: 4, visit: 5, to: 'executiveMeeting', ...said },
        draftedBy: SECRETARY,
      })
    },
    `${CHANGGOU}#11 events[0].type`,
    '在当时',
  ],
  [
    'a correction of a meeting’s line drafted by an officer of the office',
    (book) => {
      const met = book.write(
        MEETING,
        by(SECRETARY, on('2018-06-02')),
        meeting('2号', '2018-06-01', { changgou: 'refused' }),
      )
      const { act, ...hand } = line(met)
      book.write(CHANGGOU, hand, decided('executiveMeeting', 4, 'refused', 'refused', { act }))
      const correction = { type: 'correctionDrafted', step: 'executiveMeeting', corrects: 4, ...said }
      book.write(CHANGGOU, by(OFFICER, on('2018-06-04')), correction)
    },
    `${CHANGGOU}#10 events[0].type`,
    '没有“拟更正”的岗位',
  ],

  [
    'a meeting recorded by whoever is not its secretary',
    (book) => book.write(MEETING, by(OFFICER), meeting('2号', '2018-06-08', { changgou: 'named' })),
    `${MEETING}#2 events[0].type`,
    '没有“登记会议决定”的岗位',
  ],
  [
    'a meeting over a case that is elsewhere',
    (book) => book.write(MEETING, by(SECRETARY), meeting('2号', '2018-06-08', { xiaoliang: 'named' })),
    `${MEETING}#2 events[0].type`,
    'xiaoliang当时不在这一环节',
  ],
  [
    'a meeting of before its case came there',
    (book) => book.write(MEETING, by(SECRETARY), meeting('2号', '2018-05-01', { changgou: 'named' })),
    `${MEETING}#2 events[0].type`,
    'changgou在所写的日期（2018-05-01）还不在这一环节',
  ],
  [
    'a meeting of the future',
    (book) => book.write(MEETING, by(SECRETARY), meeting('2号', '2018-06-20', { changgou: 'named' })),
    `${MEETING}#2 events[0].type`,
    '会议日期晚于登记之日',
  ],
  [
    'a vote of a body that does not vote',
    (book) => {
      const how = { kind: 'vote', inFavour: 5, against: 0, abstained: 0 }
      book.write(MEETING, by(SECRETARY), { ...meeting('2号', '2018-06-08', { changgou: 'named' }), how })
    },
    `${MEETING}#2 events[0].type`,
    '该会议不实行表决',
  ],
  [
    'a meeting entered by a number that was used',
    (book) => book.write(MEETING, by(SECRETARY), meeting('1号', '2018-06-08', { changgou: 'named' })),
    `${MEETING}#2 events[0].type`,
    '的决定已经登记过',
  ],
  [
    'a meeting whose minutes nobody has kept',
    (book) => {
      const without = { ...meeting('2号', '2018-06-08', { changgou: 'named' }), minutes: sha('4') }
      book.write(MEETING, by(SECRETARY), without)
    },
    `${MEETING}#2 events[0].minutes`,
    '所用的文件当时没有按这一用途保存',
  ],
  [
    'a line set aside that its case could take',
    (book) => {
      book.write(MEETING, by(SECRETARY), meeting('2号', '2018-06-08', { changgou: 'named' }))
      const aside = { type: 'setAside', case: 'changgou', number: 2, reason: '本件已退出。' }
      book.write(MEETING, { ...by('procedure'), command: 'set aside changgou 2' }, aside)
    },
    `${MEETING}#3 events[0].type`,
    'changgou当时可以按这一行办理',
  ],
  [
    'a line set aside by a person',
    (book) => {
      const aside = { type: 'setAside', case: 'dazhuang', number: 1, reason: '本件已退出。' }
      book.write(MEETING, by(SECRETARY), aside)
    },
    `${MEETING}#2 events[0].type`,
    '只由系统按程序搁置',
  ],
  [
    'a document issued without approval',
    (book) => {
      const published = {
        type: 'published',
        preparedBy: OFFICER,
        ...document,
        lines: [{ case: 'changgou', outcome: 'named' }],
      }
      book.write(DECISION, by(HEAD_OF_OFFICE), published)
    },
    `${DECISION}#1 events[0].type`,
    '没有待签发的决定',
  ],
  [
    'a document of a procedure that has none',
    (book) => {
      const prepared = { type: 'prepared', ...document, lines: [{ case: 'changgou', outcome: 'named' }] }
      book.write(DECISION, by(OFFICER), prepared)
    },
    `${DECISION}#1 events[0].type`,
    '没有作决定的这一环节',
  ],
  [
    'a document under a number that was used',
    (book) => {
      const prepared = { type: 'prepared', ...document, lines: [{ case: 'changgou', outcome: 'named' }] }
      book.write(DECISION, by(OFFICER, on('2018-06-08')), prepared)
      book.write('decision/2018-2/2', by(OFFICER), { ...prepared, number: '1 号' })
    },
    'decision/2018-2/2#1 events[0].type',
    '已经用于decision/2018-2/1',
  ],
  [
    'a document of a far day',
    (book) => {
      const prepared = { type: 'prepared', ...document, lines: [{ case: 'changgou', outcome: 'named' }] }
      book.write(DECISION, by(OFFICER), { ...prepared, date: '2028-06-02' })
    },
    `${DECISION}#1 events[0].type`,
    '不能这样办理',
  ],
  [
    'a panel of a case that is not at an inquiry',
    (book) => book.write('panel/2018-2/changgou/4', by(SECOND), { type: 'methodEnded', method: 'hearing' }),
    'panel/2018-2/changgou/4#1 events[0].type',
    'changgou当时不在考核环节',
  ],
])('finds %s', (...damage) => expectFound(damage))
