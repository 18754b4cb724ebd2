/** A unit's spread of its self-assessment, in a batch by the whole procedure whose unit works: as it is written, and as no hand may write it. */
import { expect, it } from 'vitest'
import { firstLateInstant } from '#calendar/deadline.ts'
import type { Catalogue, Item } from '#catalogue/catalogue.ts'
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
  headOf,
  OFFICER,
  on,
  opened,
  terms,
} from './fixtures/county.ts'

const [BATCH, SPREAD] = ['2018-3', 'spread/2018-3/dazhuang']
const ANSWER = 'dossier/2018-3/dazhuang/s-1'
const SECOND = 'p-dazhuang-second'
const by = (person: string, day = '2018-06-05') => ({ by: person, at: on(day) })
const given = (more: object = {}) => ({
  type: 'given',
  items: ['s-1', 's-2'],
  person: SECOND,
  organ: '法制科',
  ...more,
})
const taken = { type: 'taken', items: ['s-1'] }
const back = (more: object = {}) => ({ type: 'givenBack', items: ['s-2'], reason: '此项由规划股掌握。', ...more })

const indicator = (id: string): Item => ({ id, title: '领导机制健全', kind: 'mechanism', evidence: '文件' })
const whole = countyBook()
{
  const dates = {
    application: { lastDay: '2018-05-15' },
    implementation: { lastDay: '2018-10-31' },
    declaration: { lastDay: '2018-11-15' },
  }
  const standard: Catalogue = {
    ...{ id: 'standard', title: '示范单位标准', place: '泗县', document: { title: '示范单位标准' } },
    ...{ numbering: 'throughout', organs: [] },
    parts: [{ id: 'p1', number: '一', title: '领导', items: ['s-1', 's-2'].map(indicator) }],
  }
  whole.catalogues.set(sha('9'), standard)
  const chosen = { catalogue: 'standard', version: 1, digest: sha('9'), title: standard.title }
  const call = { ...called, terms: { ...terms, procedure: variantOf(WHOLE), dates, standard: chosen } }
  const [prepared] = whole.write(`batch/${BATCH}`, by(OFFICER, '2018-04-12'), call).events
  const opening = { type: 'callOpened', prepared: seenAs(prepared as { type: string }, `batch/${BATCH}`) }
  whole.write(`batch/${BATCH}`, by(HEAD_OF_OFFICE, '2018-04-13'), opening)
  whole.write(
    `case/${BATCH}/dazhuang`,
    by(clerkOf('dazhuang'), '2018-04-16'),
    {
      ...opened('dazhuang'),
      batch: BATCH,
      procedure: variantOf(WHOLE),
      dates: {
        application: firstLateInstant('2018-05-15'),
        implementation: firstLateInstant('2018-10-31'),
        declaration: firstLateInstant('2018-11-15'),
      },
    },
    decided('application', 1, 'submitted', 'review'),
    decided('review', 2, 'accepted', 'selection'),
    decided('selection', 3, 'cultivated', 'implementation'),
  )
  const registered = { type: 'registered', personal: { id: `staff/${SECOND}`, digest: 'd'.repeat(64) } }
  whole.write(
    `person/${SECOND}`,
    by('first-administrator', '2018-04-01'),
    registered,
    appointed('unitClerk', 'dazhuang'),
  )
}
const CLERK = clerkOf('dazhuang')
/** Handed in and sent back: with the self-assessment, of which the return names one indicator, until the end of 5 June. */
function sentBack(book: Book): void {
  const stream = `case/${BATCH}/dazhuang`
  book.write(stream, by('time', '2018-06-02'), decided('implementation', 4, 'ended', 'declaration'))
  const covers = sha('2')
  const declaration = { type: 'saved', form: 'creation-declaration', content: sha('0'), missing: [], attachments: [] }
  const selfAssessment = { manifest: sha('1'), reached: 2, notReached: 0, notApplicable: 0 }
  book.write(
    stream,
    by(CLERK, '2018-06-03'),
    { ...declaration, answers: {}, says: sha('0'), selfAssessment, digest: covers },
    decided('declaration', 5, 'declared', 'acceptance', { covers, manifest: sha('1') }),
  )
  const back = { reopens: ['selfAssessment'], indicators: ['s-1'], lateFrom: firstLateInstant('2018-06-05') }
  const returned = decided('acceptance', 6, 'returned', 'declaration', { reason: '请补正。', ...back })
  book.write(stream, by(HEAD_OF_OFFICE, '2018-06-04'), returned)
}
const [IN_TIME, LATE] = ['2018-06-05T15:59:57.000Z', '2018-06-05T16:10:00.000Z']
const answers = (book: Book, at: string) =>
  book.write(ANSWER, { by: CLERK, at }, { type: 'answered', result: 'reached', text: '已经落实。', files: [] })
const extend = (book: Book, at: string) => {
  const extended = { type: 'extended', batch: BATCH, unit: 'dazhuang', step: 'declaration', reason: '因汛情顺延。' }
  const lateFrom = firstLateInstant('2018-06-12')
  book.write(`case/${BATCH}/dazhuang`, { by: HEAD_OF_OFFICE, at }, { ...extended, lateFrom })
}
/** What is found in the spread itself, and in an indicator. */
const wrongAfter = (write: (book: Book) => unknown) => {
  const book = whole.copy()
  write(book)
  return book
    .wrong('2018-06-11T00:00:00.000Z')
    .filter(([place]) => place.startsWith(SPREAD) || place.startsWith(ANSWER))
}

it('is found right as its deciders write it', () => {
  const found = wrongAfter((book) => {
    book.write(SPREAD, by(clerkOf('dazhuang')), given({ due: '2018-09-30' }))
    book.write(SPREAD, by(clerkOf('dazhuang'), '2018-06-06'), taken)
    book.write(SPREAD, by(SECOND, '2018-06-07'), back())
    book.write(SPREAD, by(SECOND, '2018-06-08'), given({ items: ['s-2'], person: clerkOf('dazhuang') }))
  })
  expect(found).toEqual([])
})

it('is found right until the end of what was sent back, and of what was extended meanwhile', () => {
  const found = wrongAfter((book) => {
    sentBack(book)
    book.write(SPREAD, { by: CLERK, at: IN_TIME }, given({ items: ['s-1'] }))
    answers(book, IN_TIME)
    extend(book, '2018-06-06T02:00:00.000Z')
    book.write(SPREAD, by(CLERK, '2018-06-07'), taken)
    book.write(ANSWER, by(CLERK, '2018-06-07'), {
      type: 'answered',
      result: 'notReached',
      text: '尚未落实。',
      files: [],
    })
  })
  expect(found).toEqual([])
})

const first = (book: Book) => book.write(SPREAD, by(clerkOf('dazhuang')), given())
it.each<[what: string, write: (book: Book) => unknown, place: string, sentence: string]>([
  [
    'given by somebody of another unit',
    (book) => book.write(SPREAD, by(clerkOf('changgou')), given()),
    '#1 events[0].type',
    '没有“自评分工”的岗位',
  ],
  [
    'given by the unit’s head',
    (book) => book.write(SPREAD, by(headOf('dazhuang')), given()),
    '#1 events[0].type',
    '没有“自评分工”的岗位',
  ],
  [
    'given to an officer',
    (book) => book.write(SPREAD, by(clerkOf('dazhuang')), given({ person: OFFICER })),
    '#1 events[0].type',
    '当时不填写dazhuang的自评',
  ],
  [
    'given by a day that was past',
    (book) => book.write(SPREAD, by(clerkOf('dazhuang')), given({ due: '2018-06-04' })),
    '#1 events[0].type',
    '分工没有保存',
  ],
  [
    'given twice alike',
    (book) => {
      first(book)
      first(book)
    },
    '#2 events[0].type',
    '没有可办的',
  ],
  [
    'taken from nobody',
    (book) => book.write(SPREAD, by(clerkOf('dazhuang')), taken),
    '#1 events[0].type',
    '没有可办的',
  ],
  [
    'given back by whoever does not have it',
    (book) => {
      first(book)
      book.write(SPREAD, by(clerkOf('dazhuang'), '2018-06-06'), back())
    },
    '#2 events[0].type',
    '没有分给您',
  ],
  [
    'an indicator that the standard does not have',
    (book) => book.write(SPREAD, by(clerkOf('dazhuang')), given({ items: ['s-1', 'ghost'] })),
    '#1 events[0].type',
    '标准中没有编号为“ghost”的指标',
  ],
  [
    'given after the end of what was sent back',
    (book) => {
      sentBack(book)
      book.write(SPREAD, { by: CLERK, at: LATE }, given({ items: ['s-1'] }))
    },
    '#1 events[0].type',
    '自评不能再修改',
  ],
  [
    'taken a day after it',
    (book) => {
      book.write(SPREAD, by(CLERK, '2018-06-01'), given())
      sentBack(book)
      book.write(SPREAD, by(CLERK, '2018-06-07'), taken)
    },
    '#2 events[0].type',
    '自评不能再修改',
  ],
  [
    'taken of what a return leaves as it is',
    (book) => {
      book.write(SPREAD, by(CLERK, '2018-06-01'), given())
      sentBack(book)
      book.write(SPREAD, by(CLERK, '2018-06-05'), { ...taken, items: ['s-2'] })
    },
    '#2 events[0].type',
    '指标“s-2”没有退回',
  ],
  [
    'given back of what a return leaves as it is',
    (book) => {
      book.write(SPREAD, by(CLERK, '2018-06-01'), given())
      sentBack(book)
      book.write(SPREAD, by(SECOND), back())
    },
    '#2 events[0].type',
    '指标“s-2”没有退回',
  ],
  [
    'one item named twice',
    (book) => book.write(SPREAD, by(clerkOf('dazhuang')), given({ items: ['s-1', 's-1'] })),
    '#1 events[0].items',
    '与当时应写的不同',
  ],
])('%s is found', (_what, write, place, sentence) => {
  const [[at, said] = ['', '']] = wrongAfter(write)
  expect(at).toContain(`${SPREAD}${place}`)
  expect(said).toContain(sentence)
})

it.each([LATE, '2018-06-10T02:00:00.000Z'])('an answer after the end of what was sent back is found, at %s', (at) => {
  const found = wrongAfter((book) => {
    sentBack(book)
    answers(book, at)
  })
  expect(found.map(([place]) => place)).toEqual([`${ANSWER}#1 events[0].type`])
  expect(found[0]?.[1]).toContain('自评不能再修改')
})

it('is found where the unit does not work, and in a batch by a procedure without a self-assessment', () => {
  for (const stream of ['spread/2018-3/changgou', 'spread/2018-2/dunji']) {
    const book = whole.copy()
    book.write(stream, by(clerkOf(stream.split('/')[2] ?? '')), given({ person: clerkOf(stream.split('/')[2] ?? '') }))
    expect(book.wrong('2018-06-11T00:00:00.000Z').map(([place]) => place)).toContain(`${stream}#1 events[0].type`)
  }
})
