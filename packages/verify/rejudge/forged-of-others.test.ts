/** A box of somebody else's, and a date of a unit that the batch does not know. */
import { expect, it } from 'vitest'
import { firstLateInstant } from '#calendar/deadline.ts'
import type { Book } from './fixtures/book.ts'
import {
  ADMINISTRATOR,
  BATCH,
  caseOf,
  countyBook,
  FORM,
  HEAD_OF_OFFICE,
  headOf,
  legalOf,
  on,
  registeredUnit,
  signed,
} from './fixtures/county.ts'
import { type Damage, expectFound } from './fixtures/forged.ts'

const UNIT = 'dunji'
const FILLING = caseOf(UNIT)
const declines = (book: Book, by: string, signOff: string, day = '2018-05-05') =>
  book.write(FILLING, { by, at: on(day) }, { type: 'signingDeclined', form: FORM, signOff, reason: '请补充理由。' })
const signs = (book: Book) =>
  book.write(FILLING, { by: legalOf(UNIT), at: on('2018-05-04') }, signed('legalOffice', '2018-05-04'))
const extend = (book: Book, unit: string) => {
  const lateFrom = firstLateInstant('2018-07-15')
  const extended = { type: 'extended', batch: BATCH, unit, step: 'application', lateFrom, reason: '因汛情顺延。' }
  book.write(caseOf(unit), { by: HEAD_OF_OFFICE, at: on('2018-05-10') }, extended)
}
const register = (book: Book, unit: string, inScope: boolean) =>
  book.write(
    `unit/${unit}`,
    { by: ADMINISTRATOR, at: on('2018-04-20') },
    { ...registeredUnit(unit, '县文化局'), kind: 'department', inScope },
  )

const NOT_THEIRS = '当时没有签署这一栏的岗位'
it.each<Damage>([
  [
    'the head’s box declined by the legal officer',
    (book) => {
      signs(book)
      declines(book, legalOf(UNIT), 'unitHead')
    },
    `${FILLING}#4 events[0].type`,
    NOT_THEIRS,
  ],
  [
    'the legal officer’s box declined by the head',
    (book) => declines(book, headOf(UNIT), 'legalOffice'),
    `${FILLING}#3 events[0].type`,
    NOT_THEIRS,
  ],
  [
    'a box declined that the form does not have',
    (book) => declines(book, headOf(UNIT), 'ghost'),
    `${FILLING}#3 events[0].type`,
    NOT_THEIRS,
  ],
  [
    'a date extended of a unit that is not in the roster',
    (book) => extend(book, 'ghost'),
    `${caseOf('ghost')}#1 events[0].type`,
    '不在',
  ],
  [
    'a date extended of a unit out of scope',
    (book) => {
      register(book, 'culture', false)
      extend(book, 'culture')
    },
    `${caseOf('culture')}#1 events[0].type`,
    '不在',
  ],
])('finds %s', (...damage) => expectFound(damage))

it.each<[string, (book: Book) => unknown]>([
  ['the legal officer’s own box declined', (book) => declines(book, legalOf(UNIT), 'legalOffice')],
  [
    'the head’s own box declined after the legal officer’s was signed',
    (book) => {
      signs(book)
      declines(book, headOf(UNIT), 'unitHead')
    },
  ],
  ['a date extended of a unit at work', (book) => extend(book, UNIT)],
  [
    'a date extended of a unit that has not begun',
    (book) => {
      register(book, 'culture', true)
      extend(book, 'culture')
    },
  ],
])('takes %s', (_what, doing) => {
  const book = countyBook()
  doing(book)
  expect(book.wrong('2018-06-11T00:00:00.000Z')).toEqual([])
})
