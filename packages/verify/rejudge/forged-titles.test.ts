/** A title that was conferred, warned, proposed to be revoked or revoked otherwise than it could be is found. */
import { expect, it } from 'vitest'
import { sha } from '../../../test/given/cases.ts'
import type { Book } from './fixtures/book.ts'
import {
  caseOf,
  clerkOf,
  countyBook,
  decided,
  HEAD_OF_OFFICE,
  line,
  MEETING,
  MINUTES,
  meeting,
  OFFICER,
  on,
  SECOND,
  SECRETARY,
} from './fixtures/county.ts'

const T = 'title/dazhuang/2018-2'
const LATE = on('2018-06-09')
const by = (person: string, at = LATE) => ({ by: person, at })
const warn = { kind: 'warn', on: '2018-06-08', text: '执法案卷评查不合格。' }
const propose = {
  ...{ kind: 'propose', on: '2018-06-08', ground: 'requirement', heard: '2018-06-07' },
  ...{ said: '承认。', text: '进展不力。' },
}
const revoke = { kind: 'revoke', on: '2018-06-09', number: '1号', text: '取消。' }
const prep = (measure: object) => ({ type: 'measurePrepared', measure })
const take = (measure: object, preparedBy = OFFICER) => ({ type: 'measureTaken', preparedBy, measure })
const met = (revokes: boolean, more = {}) => ({
  ...{ type: 'meetingRecorded', meeting: '县政府常务会议', number: '2号', date: '2018-06-09', minutes: MINUTES },
  ...{ attendance: sha('5'), how: { kind: 'discussion' }, revokes, ...(!revokes && { reason: '轻微。' }), ...more },
})
const foundIn = (damage: (book: Book) => void): string[] => {
  const book = countyBook()
  damage(book)
  return book.wrong('2018-06-11T00:00:00.000Z').map(([at]) => at)
}
type Forged = readonly [name: string, damage: (book: Book) => void, commit: string]
it.each<Forged>([
  ['warn by clerk', (b) => b.write(T, by(clerkOf('dazhuang')), prep(warn)), `${T}#2`],
  ['warn by head', (b) => b.write(T, by(HEAD_OF_OFFICE), prep(warn)), `${T}#2`],
  ['warn before naming', (b) => b.write(T, by(OFFICER), prep({ ...warn, on: '2018-05-01' })), `${T}#2`],
  ['warn of future', (b) => b.write(T, by(OFFICER), prep({ ...warn, on: '2018-06-10' })), `${T}#2`],
  ['warn naming a phone', (b) => b.write(T, by(OFFICER), prep({ ...warn, text: '请联系13955571234。' })), `${T}#2`],
  ['taken without preparing', (b) => b.write(T, by(HEAD_OF_OFFICE), take(warn)), `${T}#2`],
  [
    'taken by author',
    (b) => {
      b.write(T, by(OFFICER), prep(warn))
      b.write(T, by(OFFICER), take(warn))
    },
    `${T}#3`,
  ],
  [
    'taken by a second officer',
    (b) => {
      b.write(T, by(OFFICER), prep(warn))
      b.write(T, by(SECOND), take(warn))
    },
    `${T}#3`,
  ],
  [
    'taken other than prepared',
    (b) => {
      b.write(T, by(OFFICER), prep(warn))
      b.write(T, by(HEAD_OF_OFFICE), take({ ...warn, text: '别的事由。' }))
    },
    `${T}#3`,
  ],
  [
    'taken, claims other preparer',
    (b) => {
      b.write(T, by(OFFICER), prep(warn))
      b.write(T, by(HEAD_OF_OFFICE), take(warn, SECOND))
    },
    `${T}#3`,
  ],
  [
    'revoked without meeting',
    (b) => {
      b.write(T, by(OFFICER), prep(propose))
      b.write(T, by(HEAD_OF_OFFICE), take(propose))
      b.write(T, by(OFFICER), prep(revoke))
    },
    `${T}#4`,
  ],
  ['revoked without anything', (b) => b.write(T, by(OFFICER), prep(revoke)), `${T}#2`],
  [
    'revoked after kept',
    (b) => {
      b.write(T, by(OFFICER), prep(propose))
      b.write(T, by(HEAD_OF_OFFICE), take(propose))
      b.write(T, by(SECRETARY), met(false))
      b.write(T, by(OFFICER), prep(revoke))
    },
    `${T}#5`,
  ],
  [
    'meeting by officer',
    (b) => {
      b.write(T, by(OFFICER), prep(propose))
      b.write(T, by(HEAD_OF_OFFICE), take(propose))
      b.write(T, by(OFFICER), met(true))
    },
    `${T}#4`,
  ],
  ['meeting w/o proposal', (b) => b.write(T, by(SECRETARY), met(true)), `${T}#2`],
  [
    'meeting votes',
    (b) => {
      b.write(T, by(OFFICER), prep(propose))
      b.write(T, by(HEAD_OF_OFFICE), take(propose))
      b.write(T, by(SECRETARY), met(true, { how: { kind: 'vote', inFavour: 1, against: 0, abstained: 0 } }))
    },
    `${T}#4`,
  ],
  [
    'meeting minutes unkept',
    (b) => {
      b.write(T, by(OFFICER), prep(propose))
      b.write(T, by(HEAD_OF_OFFICE), take(propose))
      b.write(T, by(SECRETARY), met(true, { minutes: `${sha('4')} 纪要.pdf` }))
    },
    `${T}#4`,
  ],
  ['propose scan unkept', (b) => b.write(T, by(OFFICER), prep({ ...propose, scan: `${sha('4')} 记录.pdf` })), `${T}#2`],
  ['propose veto situation none', (b) => b.write(T, by(OFFICER), prep({ ...propose, ground: 'veto' })), `${T}#2`],
  ['heard after', (b) => b.write(T, by(OFFICER), prep({ ...propose, heard: '2018-06-09' })), `${T}#2`],
  [
    'recheck by secretary',
    (b) => b.write(T, by(SECRETARY), { type: 'rechecked', year: 2018, on: '2018-06-08', text: '好。' }),
    `${T}#2`,
  ],
  [
    'recheck of 2017',
    (b) => b.write(T, by(OFFICER), { type: 'rechecked', year: 2017, on: '2018-06-08', text: '好。' }),
    `${T}#2`,
  ],
  ['plaque w/o revocation', (b) => b.write(T, by(OFFICER), { type: 'plaqueReturned', on: '2018-06-08' }), `${T}#2`],
  [
    'conferred twice',
    (b) => {
      const [c] = b.commits(T)
      b.write(
        T,
        { by: c!.by, at: LATE },
        { type: 'conferred', unit: 'dazhuang', batch: '2018-2', on: '2018-05-31', act: { stream: MEETING, number: 1 } },
      )
    },
    `${T}#2`,
  ],
  [
    'enter of own batch',
    (b) =>
      b.write(
        'title/changgou/2018-2',
        by(OFFICER),
        prep({ kind: 'enter', on: '2018-06-01', text: '决定', number: '1号', scan: `${MINUTES} a.pdf` }),
      ),
    'title/changgou/2018-2#1',
  ],
  [
    'enter of strange batch',
    (b) =>
      b.write(
        'title/changgou/first',
        by(OFFICER),
        prep({ kind: 'enter', on: '2018-06-01', text: '决定', number: '1号', scan: `${MINUTES} a.pdf` }),
      ),
    'title/changgou/first#1',
  ],
  [
    'enter of strange unit',
    (b) =>
      b.write(
        'title/nobody/2016-1',
        by(OFFICER),
        prep({ kind: 'enter', on: '2016-06-01', text: '决定', number: '1号', scan: `${MINUTES} a.pdf` }),
      ),
    'title/nobody/2016-1#1',
  ],
  [
    'certificate of another place',
    (b) => {
      const m = b.write(MEETING, by(SECRETARY), meeting('2号', '2018-06-08', { changgou: 'named' }))
      const { act, ...hand } = line(m)
      b.write(caseOf('changgou'), hand, decided('executiveMeeting', 4, 'named', 'named', { act }))
      b.write(
        'title/changgou/2018-2',
        { ...hand, command: `confer ${act.stream}#${act.number}` },
        { type: 'conferred', unit: 'changgou', batch: '2018-2', on: '2018-06-08', act, certificate: '2018-2-2-07' },
      )
    },
    'title/changgou/2018-2#1',
  ],
  [
    'returned by author',
    (b) => {
      b.write(T, by(OFFICER), prep(warn))
      b.write(T, by(OFFICER), { type: 'preparationReturned', reason: '改。' })
    },
    `${T}#3`,
  ],
  [
    'taken at head on a day before preparing',
    (b) => {
      b.write(T, by(OFFICER), prep(warn))
      b.write(T, by(HEAD_OF_OFFICE, on('2018-06-07')), take(warn))
    },
    `${T}#3`,
  ],
])('%s', (_, damage, commit) => {
  expect(foundIn(damage).some((at) => at.startsWith(commit))).toBe(true)
})

it('what could be done is quiet, up to a revocation and its plaque', () => {
  expect(
    foundIn((book) => {
      book.write(T, by(OFFICER), prep(propose))
      book.write(T, by(HEAD_OF_OFFICE), take(propose))
      book.write(T, by(SECRETARY), met(false))
      book.write(T, by(SECRETARY), met(true))
      book.write(T, by(OFFICER), prep(revoke))
      book.write(T, by(HEAD_OF_OFFICE), take(revoke))
      book.write(T, by(OFFICER), { type: 'plaqueReturned', on: '2018-06-09' })
    }).filter((at) => at.startsWith('title')),
  ).toEqual([])
})
