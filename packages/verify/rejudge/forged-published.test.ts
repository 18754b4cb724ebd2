import { expect, it } from 'vitest'
import type { Catalogue, Item } from '#catalogue/catalogue.ts'
import { variantOf } from '#procedure/procedures.ts'
import { sha } from '../../../test/given/cases.ts'
import { WHOLE } from '../../../test/given/cases-2018.ts'
import type { Book } from './fixtures/book.ts'
import {
  called,
  clerkOf,
  countyBook,
  decided,
  HEAD_OF_OFFICE,
  OFFICER,
  on,
  opened,
  seenLast,
  terms,
} from './fixtures/county.ts'
import { type Damage, expectFound } from './fixtures/forged.ts'
import { by } from './fixtures/second-notice.ts'

const NEXT = 'batch/2018-3'
const item = (id: string, kind: Item['kind'] = 'mechanism'): Item => ({
  id,
  title: '领导机制健全',
  kind,
  evidence: '文件',
})
const STANDARD: Catalogue = {
  ...{ id: 'standard', title: '示范单位标准', place: '泗县', document: { title: '示范单位标准' } },
  ...{ numbering: 'throughout', organs: [] },
  parts: [{ id: 'p1', number: '一', title: '领导', items: [item('s-1'), item('s-9', 'veto')] }],
}
const calls = (book: Book, more: object) =>
  book.write(NEXT, by(OFFICER, on('2018-04-12')), { ...called, terms: { ...terms, ...more } })
const choice = { catalogue: 'county-vetoes', version: 1, digest: sha('7') }
const publish = (book: Book, more: object = {}) => {
  book.catalogues.set(sha('9'), STANDARD)
  const published = { type: 'published', number: 1, title: STANDARD.title, digest: sha('9'), ...more }
  book.write('catalogue/standard', by(HEAD_OF_OFFICE, on('2018-04-03')), published)
}
const VERSION = { catalogue: 'standard', version: 1, digest: sha('9') }
const CHOSEN = { ...VERSION, title: STANDARD.title }
const designated = (unit: string, name = `${unit}镇人民政府`) => ({
  designated: [{ unit, name, kind: 'town', reason: '工作突出。' }],
})

it.each<Damage>([
  [
    'a call by a standard that was never published',
    (book) => calls(book, { standard: CHOSEN }),
    `${NEXT}#1 events[0].type`,
    '没有发布过标识为“standard”的标准',
  ],
  [
    'a call that names its standard otherwise than it was published',
    (book) => {
      publish(book)
      calls(book, { standard: { ...CHOSEN, title: '先进单位标准' } })
    },
    `${NEXT}#1 events[0].type`,
    '所选标准的名称与已发布的“示范单位标准”不同',
  ],
  ...(
    [
      ['that its standard does not have', [{ id: 'ghost', place: '一', title: '领导机制健全' }]],
      ['under another title', [{ id: 's-1', place: '一', title: '经费落实' }]],
      ['that is a veto', [{ id: 's-9', place: '一', title: '领导机制健全' }]],
      ['twice', [1, 2].map(() => ({ id: 's-1', place: '一', title: '领导机制健全' }))],
    ] as const
  ).map(
    ([what, gates]): Damage => [
      `a call with a gate ${what}`,
      (book) => {
        callsWithGates(book, gates)
      },
      `${NEXT}#1 events[0].type`,
      '先决指标与“示范单位标准”的不同',
    ],
  ),
  [
    'a call by a version that was never published',
    (book) => calls(book, { vetoes: { ...terms.vetoes, version: 2 } }),
    `${NEXT}#1 events[0].type`,
    '没有第2版',
  ],
  [
    'a call by a version of another digest',
    (book) => calls(book, { vetoes: { ...terms.vetoes, digest: sha('6') } }),
    `${NEXT}#1 events[0].type`,
    '摘要与已发布的不符',
  ],
  [
    'a call of basic conditions that were never published',
    (book) => calls(book, { conditions: { ...choice, catalogue: 'conditions', items: terms.vetoes.items } }),
    `${NEXT}#1 events[0].type`,
    '没有发布过标识为“conditions”的',
  ],
  [
    'a call with a veto that its list does not have',
    (book) => {
      publish(book)
      calls(book, { vetoes: { ...VERSION, items: [{ id: 's-1', title: '领导机制健全' }] } })
    },
    `${NEXT}#1 events[0].type`,
    '所列的项目与“示范单位标准”的不同',
  ],
  [
    'a call for a unit that the roster does not have',
    (book) => calls(book, designated('ghost')),
    `${NEXT}#1 events[0].type`,
    '名册里当时没有这样一个',
  ],
  [
    'a call for a unit that it is for anyway',
    (book) => calls(book, designated('dunji')),
    `${NEXT}#1 events[0].type`,
    '名册里当时没有这样一个',
  ],
  [
    'an answer to an indicator that the standard does not have',
    (book) => answers(book, 's-7'),
    'dossier/2018-3/dunji/s-7#1 events[0].type',
    '标准中没有编号为“s-7”的指标',
  ],
  [
    'an answer to a veto',
    (book) => answers(book, 's-9'),
    'dossier/2018-3/dunji/s-9#1 events[0].type',
    '标准中没有编号为“s-9”的指标',
  ],
  [
    'an answer where no standard was chosen',
    (book) => answers(book, 's-1', null),
    'dossier/2018-3/dunji/s-1#1 events[0].type',
    '没有选定标准',
  ],
  ...[
    ['no catalogue', { id: 'standard', title: STANDARD.title }, '处错误'],
    ['another catalogue’s', { ...STANDARD, id: 'other' }, '标识为“other”的'],
    ['called otherwise', { ...STANDARD, title: '先进单位标准' }, '的“先进单位标准”'],
    ['one with two indicators of one id', { ...STANDARD, parts: [...STANDARD.parts, ...STANDARD.parts] }, '处错误'],
    ['nothing that can be read', undefined, '处错误'],
  ].map(
    ([what, text, sentence]): Damage => [
      `a standard published whose text is ${what}`,
      (book) => {
        publish(book)
        book.catalogues.set(sha('9'), text)
      },
      'catalogue/standard#1 events[0].type',
      String(sentence),
    ],
  ),
  [
    'a first version with a map from the one before',
    (book) => publish(book, { map: sha('4') }),
    'catalogue/standard#1 events[0].type',
    '第1版没有前一版',
  ],
])('finds %s', (...damage) => expectFound(damage))

/** A call by the whole procedure, which has its units assessed. */
function callsWithGates(book: Book, gates: readonly object[]): void {
  publish(book)
  const scoring = { way: 'gateThenDeduct', gates, takenOff: 3, combined: 'mean', atLeast: 80 }
  const dates = {
    application: { lastDay: '2018-05-15' },
    implementation: { lastDay: '2018-10-31' },
    declaration: { lastDay: '2018-11-15' },
  }
  const signOffs = { ...terms.signOffs, 'creation-declaration': { unitHead: 'online' } }
  calls(book, { standard: CHOSEN, scoring, procedure: variantOf(WHOLE), dates, signOffs })
}

/** Somebody answers in a batch that stands at its work, however it came there. */
function answers(book: Book, indicator: string, standard: object | null = CHOSEN): void {
  publish(book)
  const of = { ...terms, procedure: variantOf(WHOLE), ...(standard && { standard }) }
  book.write(NEXT, by(OFFICER, on('2018-06-01')), { ...called, terms: of })
  const opening = { type: 'callOpened', prepared: seenLast(book, NEXT) }
  book.write(NEXT, by(HEAD_OF_OFFICE, on('2018-06-02')), opening)
  const clerk = clerkOf('dunji')
  const stands = { ...opened('dunji'), batch: '2018-3', procedure: variantOf(WHOLE) }
  book.write('case/2018-3/dunji', by(clerk, on('2018-06-03')), stands)
  const came = decided(WHOLE.start, 1, 'submitted', 'implementation', {})
  book.write('case/2018-3/dunji', by(clerk, on('2018-06-04')), came)
  const answer = { type: 'answered', result: 'reached', text: '已经达到。', files: [] }
  book.write(`dossier/2018-3/dunji/${indicator}`, by(clerk), answer)
}

it('takes a call by what was published, and an answer to what it asks', () => {
  const book = countyBook()
  answers(book, 's-1')
  const places = book.wrong().map(([place]) => place)
  expect(places.filter((place) => place.startsWith('dossier/'))).toEqual([])
  const other = countyBook()
  publish(other)
  calls(other, { vetoes: { ...VERSION, items: [{ id: 's-9', title: '领导机制健全' }] } })
  expect(other.wrong()).toEqual([])
  const gated = countyBook()
  callsWithGates(gated, [{ id: 's-1', place: '一', title: '领导机制健全' }])
  expect(gated.wrong()).toEqual([])
})
