/** What a scorer notes of single indicators, and the record that takes it in: as it is written, and as no hand may write it. */
import { expect, it } from 'vitest'
import { firstLateInstant } from '#calendar/deadline.ts'
import type { Catalogue, Item } from '#catalogue/catalogue.ts'
import { officeOn } from '#evidence/file-owner.ts'
import { seenAs } from '#ledger/seen.ts'
import { variantOf } from '#procedure/procedures.ts'
import { sha } from '../../../test/given/cases.ts'
import { WHOLE } from '../../../test/given/cases-2018.ts'
import type { Book } from './fixtures/book.ts'
import {
  appointed,
  called,
  clerkOf,
  countyBook,
  decided,
  HEAD_OF_OFFICE,
  keepFile,
  OFFICER,
  on,
  opened,
  terms,
} from './fixtures/county.ts'

const [BATCH, UNIT, SCORER, OTHER] = ['2018-3', 'dunji', 'p-scorer', 'p-scorer2']
const [CASE, PANEL, PHOTO] = [`case/${BATCH}/${UNIT}`, `panel/${BATCH}/${UNIT}/7`, sha('8')]
const sheetOf = (person: string, method = 'documents') => `sheet/${BATCH}/${UNIT}/7/${method}/${person}`
const SHEET = sheetOf(SCORER)
const by = (person: string, day = '2018-06-05') => ({ by: person, at: on(day) })
const noted = (item = 's-1', more: object = {}) => ({
  type: 'noted',
  item,
  text: '经核对，与自评相符。',
  files: [],
  ...more,
})
const recorded = (more: object = {}) => ({
  ...{ type: 'recorded', step: 'assessment', method: 'documents', on: '2018-06-05', findings: '材料齐全。', files: [] },
  ...{ people: [SCORER], ...more },
})
const ended = { type: 'methodEnded', method: 'documents' }

const indicator = (id: string): Item => ({ id, title: '领导机制健全', kind: 'mechanism', evidence: '文件' })
const standard: Catalogue = {
  ...{ id: 'standard', title: '示范单位标准', place: '泗县', document: { title: '示范单位标准' } },
  ...{ numbering: 'throughout', organs: [] },
  parts: [{ id: 'p1', number: '一', title: '领导', items: ['s-1', 's-2'].map(indicator) }],
}
/** A unit that is being assessed, by two scorers. */
const assessed = countyBook()
{
  assessed.catalogues.set(sha('9'), standard)
  const days = { application: '2018-05-15', implementation: '2018-05-31', declaration: '2018-06-10' }
  const chosen = { catalogue: 'standard', version: 1, digest: sha('9'), title: standard.title }
  const lastDays = Object.fromEntries(Object.entries(days).map(([step, lastDay]) => [step, { lastDay }]))
  const call = { ...called, terms: { ...terms, procedure: variantOf(WHOLE), dates: lastDays, standard: chosen } }
  const [prepared] = assessed.write(`batch/${BATCH}`, by(OFFICER, '2018-04-12'), call).events
  const opening = { type: 'callOpened', prepared: seenAs(prepared as { type: string }, `batch/${BATCH}`) }
  assessed.write(`batch/${BATCH}`, by(HEAD_OF_OFFICE, '2018-04-13'), opening)
  for (const scorer of [SCORER, OTHER]) {
    const registered = { type: 'registered', personal: { id: `staff/${scorer}`, digest: sha('d') } }
    assessed.write(`person/${scorer}`, by('first-administrator', '2018-04-01'), registered, appointed('scorer'))
  }
  const dates = Object.fromEntries(Object.entries(days).map(([step, day]) => [step, firstLateInstant(day)]))
  assessed.write(
    CASE,
    by(clerkOf(UNIT), '2018-06-01'),
    { ...opened(UNIT), batch: BATCH, procedure: variantOf(WHOLE), dates },
    decided('application', 1, 'submitted', 'review'),
    decided('review', 2, 'accepted', 'selection'),
    decided('selection', 3, 'cultivated', 'implementation'),
    decided('implementation', 4, 'ended', 'declaration'),
    decided('declaration', 5, 'declared', 'acceptance', { covers: sha('2'), manifest: sha('1') }),
    decided('acceptance', 6, 'accepted', 'assessment'),
  )
  keepFile(assessed, PHOTO, '2018-06-02', officeOn(UNIT), SCORER)
}
const wrongAfter = (write: (book: Book) => unknown) => {
  const book = assessed.copy()
  write(book)
  return book.wrong('2018-06-11T00:00:00.000Z').filter(([at]) => at.startsWith('sheet/') || at.startsWith('panel/'))
}
/** The record that takes in a sheet as it stands. */
const takingIn = (book: Book, items: number, more: object = {}) => {
  const last = book.commits(SHEET).at(-1)
  return recorded({ sheet: { number: last?.number ?? 0, hash: last?.hash ?? '', items }, ...more })
}

it('is found right as its deciders write it', () => {
  const found = wrongAfter((book) => {
    book.write(SHEET, by(SCORER, '2018-06-03'), noted('s-1', { files: [`${PHOTO} 照片.jpg`] }))
    book.write(SHEET, by(SCORER, '2018-06-04'), noted('s-2'))
    book.write(sheetOf(OTHER), by(OTHER, '2018-06-04'), noted('s-2', { text: '有一处不符。' }))
    book.write(PANEL, by(SCORER), takingIn(book, 2, { files: [`${PHOTO} 照片.jpg`], people: [SCORER, OFFICER] }))
    book.write(SHEET, by(SCORER, '2018-06-06'), noted('s-2', { text: undefined }))
    book.write(PANEL, by(SCORER, '2018-06-07'), takingIn(book, 1, { files: [`${PHOTO} 照片.jpg`], on: '2018-06-07' }))
    book.write(PANEL, by(OTHER, '2018-06-08'), ended)
  })
  expect(found).toEqual([])
})

const found = (unit: string, reference: string) => ({
  ...{ type: 'resultEntered', organ: 'office', unit, kind: 'annual', on: '2018-05-30', reference, grade: 'good' },
})
const inBook = (book: Book, unit: string, day = '2018-06-01') =>
  book.write('results/2018', by(OFFICER, day), found(unit, `泗考〔2018〕${day.slice(-1)}号`))
const cites = (cited: string) => noted('s-1', { results: [cited] })

it('takes results of the unit that stood then, also once they were withdrawn', () => {
  const wrong = wrongAfter((book) => {
    inBook(book, UNIT)
    book.write(SHEET, by(SCORER), cites('2018/1/1'))
    const withdrawn = { type: 'resultWithdrawn', organ: 'office', n: 1, reason: sha('5') }
    book.write('results/2018', by(OFFICER, '2018-06-06'), withdrawn)
    book.write(SHEET, by(SCORER, '2018-06-07'), noted('s-1', { results: ['2018/1/1'], text: '改判。' }))
  })
  expect(wrong).toEqual([])
})

const AT_SHEET = `${SHEET}#1 events[0].type`
it.each<[string, (book: Book) => unknown, string, string]>([
  ['a note in another’s sheet', (book) => book.write(SHEET, by(OTHER), noted()), AT_SHEET, `这是${SCORER}的记录`],
  [
    'a result of another unit',
    (book) => {
      inBook(book, 'caogou')
      book.write(SHEET, by(SCORER), cites('2018/1/1'))
    },
    AT_SHEET,
    '没有涉及本单位的',
  ],
  [
    'a result that was entered later',
    (book) => {
      book.write(SHEET, by(SCORER), cites('2018/1/1'))
      inBook(book, UNIT, '2018-06-09')
    },
    AT_SHEET,
    '没有涉及本单位的',
  ],
  [
    'a version of a result that never was',
    (book) => {
      inBook(book, UNIT)
      book.write(SHEET, by(SCORER), cites('2018/1/2'))
    },
    AT_SHEET,
    '刚刚已被更正',
  ],
  [
    'a note by the office',
    (book) => book.write(sheetOf(OFFICER), by(OFFICER), noted()),
    `${sheetOf(OFFICER)}#1 events[0].type`,
    '没有“记录指标的考核情况”的岗位',
  ],
  [
    'a note of what the standard does not have',
    (book) => book.write(SHEET, by(SCORER), noted('s-7')),
    AT_SHEET,
    '标准中没有编号为“s-7”的指标',
  ],
  [
    'a note before the unit came to be assessed',
    (book) => book.write(SHEET, by(SCORER, '2018-05-30'), noted()),
    AT_SHEET,
    '不在这一次考核',
  ],
  [
    'a note by a method that had ended',
    (book) => {
      book.write(PANEL, by(SCORER, '2018-06-03'), recorded({ on: '2018-06-03' }))
      book.write(PANEL, by(SCORER, '2018-06-03'), ended)
      book.write(SHEET, by(SCORER), noted())
    },
    AT_SHEET,
    '已经结束',
  ],
  [
    'a note with a file that nobody has kept',
    (book) => book.write(SHEET, by(SCORER), noted('s-1', { files: [`${sha('7')} 照片.jpg`] })),
    `${SHEET}#1 events[0].files[0]`,
    '没有按这一用途保存',
  ],
])('finds %s', (_what, write, place, sentence) => {
  const found = wrongAfter(write)
  expect(found.map(([at]) => at)).toContain(place)
  expect(found.find(([at]) => at === place)?.[1]).toContain(sentence)
})

const TAKEN = '所列入的指标情况不是本人当时记录的'
it.each<[string, (book: Book) => { type: string }, string]>([
  ['with nothing of what they had noted', () => recorded(), TAKEN],
  ['with a sheet as it stood before', (book) => recorded({ sheet: shortOf(book) }), TAKEN],
  ['with more indicators than were noted', (book) => takingIn(book, 3), TAKEN],
  ['without the sheet’s files', (book) => takingIn(book, 2, { files: [] }), TAKEN],
  ['with a sheet of another hash', () => recorded({ sheet: { number: 2, hash: sha('4'), items: 2 } }), TAKEN],
  [
    'with somebody of the unit among the people',
    (book) => takingIn(book, 2, { people: [clerkOf(UNIT)], files: [`${PHOTO} 照片.jpg`] }),
    '不在法制办和考核人员名单中',
  ],
])('finds a record %s', (_what, record, sentence) => {
  const found = wrongAfter((book) => {
    book.write(SHEET, by(SCORER, '2018-06-03'), noted('s-1', { files: [`${PHOTO} 照片.jpg`] }))
    book.write(SHEET, by(SCORER, '2018-06-04'), noted('s-2'))
    book.write(PANEL, by(SCORER), record(book))
  })
  expect(found).toEqual([[`${PANEL}#1 events[0].type`, expect.stringContaining(sentence)]])
})
const shortOf = (book: Book) => {
  const [first] = book.commits(SHEET)
  return { number: 1, hash: first?.hash ?? '', items: 1 }
}
