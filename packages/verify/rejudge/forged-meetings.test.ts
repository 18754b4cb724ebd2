import { it } from 'vitest'
import { sha } from '../../../test/given/cases.ts'
import { HEAD_OF_OFFICE, MEETING, meeting, OFFICER, on, SECOND, SECRETARY } from './fixtures/county.ts'
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

it.each<Damage>([
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
