/** What a department's clerk wrote and opened is right only if it was theirs at that instant. */
import { expect, it } from 'vitest'
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

const [BATCH, UNIT, DEPT] = ['2018-3', 'dazhuang', 'p-dazhuang-dept']
const OTHER = 'p-dazhuang-other'
const [SPREAD, FILE, THEIRS] = [`spread/${BATCH}/${UNIT}`, sha('8'), sha('3')]
const by = (person: string, day: string) => ({ by: person, at: on(day) })

const county = countyBook()
{
  const standard = { catalogue: 'standard', version: 1, digest: sha('9'), title: '示范单位标准' }
  const call = { ...called, terms: { ...terms, procedure: variantOf(WHOLE), standard } }
  const [prepared] = county.write(`batch/${BATCH}`, by(OFFICER, '2018-04-12'), call).events
  const opening = { type: 'callOpened', prepared: seenAs(prepared as { type: string }, `batch/${BATCH}`) }
  county.write(`batch/${BATCH}`, by(HEAD_OF_OFFICE, '2018-04-13'), opening)
  county.write(
    `case/${BATCH}/${UNIT}`,
    by(clerkOf(UNIT), '2018-04-16'),
    { ...opened(UNIT), batch: BATCH, procedure: variantOf(WHOLE) },
    decided('application', 1, 'submitted', 'review'),
    decided('review', 2, 'accepted', 'selection'),
    decided('selection', 3, 'cultivated', 'implementation'),
  )
  for (const person of [DEPT, OTHER]) {
    const registered = { type: 'registered', personal: { id: `staff/${person}`, digest: 'd'.repeat(64) } }
    const held = appointed('departmentClerk', UNIT)
    county.write(`person/${person}`, by('first-administrator', '2018-04-01'), registered, held)
  }
  keepFile(county, FILE, '2018-06-01', UNIT, clerkOf(UNIT))
  keepFile(county, THEIRS, '2018-06-01', UNIT, OTHER)
}
/** Both have had either of the two indicators within minutes of ten o'clock. */
function swapped(book: Book): void {
  const clerk = clerkOf(UNIT)
  for (const [time, item, person] of [
    ['01:55', 's-1', DEPT],
    ['01:56', 's-2', OTHER],
    ['02:05', 's-1', OTHER],
    ['02:06', 's-2', DEPT],
  ] as const)
    book.write(SPREAD, { by: clerk, at: `2018-06-06T${time}:00.000Z` }, { type: 'given', items: [item], person })
}
const given = (book: Book, day: string, items: readonly string[], person = DEPT) =>
  book.write(SPREAD, by(clerkOf(UNIT), day), { type: 'given', items, person })
const writes = (book: Book, day: string, item = 's-1', who = DEPT, files: readonly string[] = []) =>
  book.write(`dossier/${BATCH}/${UNIT}/${item}`, by(who, day), {
    type: 'answered',
    ...{ result: 'reached', text: `已于${day}落实。`, files },
  })
const opens = (book: Book, day: string) =>
  book.write(`opened/${day}/${DEPT}`, by(DEPT, day), { type: 'opened', owner: UNIT, sha256: FILE })
const wrongAfter = (write: (book: Book) => unknown) => {
  const book = county.copy()
  write(book)
  return book.wrong('2018-06-12T00:00:00.000Z').filter(([place]) => /^(spread|dossier|opened)\//.test(place))
}

it('is found right while they have it, and stays right when they have it no more', () => {
  const found = wrongAfter((book) => {
    given(book, '2018-06-05', ['s-1', 's-2'])
    writes(book, '2018-06-06')
    writes(book, '2018-06-07', 's-2', clerkOf(UNIT), [FILE])
    writes(book, '2018-06-08', 's-2', DEPT, [FILE])
    opens(book, '2018-06-08')
    const back = { type: 'givenBack', items: ['s-1'], reason: '此项由规划股掌握。' }
    book.write(SPREAD, by(DEPT, '2018-06-09'), back)
    book.write(SPREAD, by(clerkOf(UNIT), '2018-06-10'), { type: 'taken', items: ['s-2'] })
  })
  expect(found).toEqual([])
})

it('is found right of two who take over from one another in one instant, each with what they have sent or found there', () => {
  const found = wrongAfter((book) => {
    swapped(book)
    writes(book, '2018-06-06', 's-1', OTHER, [THEIRS])
    writes(book, '2018-06-06', 's-2', DEPT, [THEIRS])
    writes(book, '2018-06-06', 's-1', clerkOf(UNIT), [THEIRS, FILE])
    writes(book, '2018-06-06', 's-2', OTHER, [THEIRS, FILE])
    opens(book, '2018-06-06')
  })
  expect(found).toEqual([])
})

it.each<[what: string, write: (book: Book) => unknown, place: string, sentence: string]>([
  ...[0, 120_000].map((apart): [string, (book: Book) => unknown, string, string] => [
    `the same cited by two of them ${apart} ms apart, each of whom would excuse the other`,
    (book) => {
      swapped(book)
      writes(book, '2018-06-06', 's-1', DEPT, [FILE])
      const at = new Date(Date.parse(on('2018-06-06')) + apart).toISOString()
      const answer = { type: 'answered', result: 'reached', text: '已经落实。', files: [FILE] }
      book.write(`dossier/${BATCH}/${UNIT}/s-2`, { by: OTHER, at }, answer)
    },
    `dossier/${BATCH}/${UNIT}/s-1#1 events[0].type`,
    `${DEPT}引用了不是自己上传`,
  ]),
  [
    'an opening of a file that only such two cite',
    (book) => {
      opens(book, '2018-06-07')
      swapped(book)
      writes(book, '2018-06-06', 's-1', DEPT, [FILE])
      writes(book, '2018-06-06', 's-2', OTHER, [FILE])
    },
    `opened/2018-06-07/${DEPT}#1 events[0].type`,
    '不能查看这份案卷材料',
  ],
  [
    'an answer to what they were never given',
    (book) => {
      given(book, '2018-06-05', ['s-2'])
      writes(book, '2018-06-06')
    },
    `dossier/${BATCH}/${UNIT}/s-1#1 events[0].type`,
    `s-1当时没有分给${DEPT}`,
  ],
  [
    'an answer before it was given to them',
    (book) => {
      writes(book, '2018-06-05')
      given(book, '2018-06-06', ['s-1'])
    },
    `dossier/${BATCH}/${UNIT}/s-1#1 events[0].type`,
    `s-1当时没有分给${DEPT}`,
  ],
  [
    'an answer after somebody else was given it',
    (book) => {
      given(book, '2018-06-05', ['s-1'])
      given(book, '2018-06-06', ['s-1'], clerkOf(UNIT))
      writes(book, '2018-06-07')
    },
    `dossier/${BATCH}/${UNIT}/s-1#1 events[0].type`,
    `s-1当时没有分给${DEPT}`,
  ],
  [
    'a spread by them',
    (book) => book.write(SPREAD, by(DEPT, '2018-06-05'), { type: 'given', items: ['s-1'], person: DEPT }),
    `${SPREAD}#1 events[0].type`,
    '没有“自评分工”的岗位',
  ],
  [
    'a file of the unit that they have not sent, cited where they write',
    (book) => {
      given(book, '2018-06-05', ['s-1'])
      writes(book, '2018-06-06', 's-1', DEPT, [FILE])
    },
    `dossier/${BATCH}/${UNIT}/s-1#1 events[0].type`,
    '引用了不是自己上传、也没有用在分给自己的指标中的材料',
  ],
  [
    'the same cited at two of their indicators a minute apart, each of which would excuse the other',
    (book) => {
      given(book, '2018-06-05', ['s-1', 's-2'])
      const later = new Date(Date.parse(on('2018-06-06')) + 60_000).toISOString()
      for (const [item, at] of [
        ['s-1', on('2018-06-06')],
        ['s-2', later],
      ] as const)
        book.write(
          `dossier/${BATCH}/${UNIT}/${item}`,
          { by: DEPT, at },
          { type: 'answered', result: 'reached', text: '已经落实。', files: [FILE] },
        )
    },
    `dossier/${BATCH}/${UNIT}/s-1#1 events[0].type`,
    '引用了不是自己上传、也没有用在分给自己的指标中的材料',
  ],
  [
    'an opening of a file that another indicator cites',
    (book) => {
      given(book, '2018-06-05', ['s-2'])
      writes(book, '2018-06-06', 's-1', clerkOf(UNIT), [FILE])
      opens(book, '2018-06-07')
    },
    `opened/2018-06-07/${DEPT}#1 events[0].type`,
    '不能查看这份案卷材料',
  ],
  [
    'an opening before their indicator cited it',
    (book) => {
      given(book, '2018-06-05', ['s-1'])
      opens(book, '2018-06-06')
      writes(book, '2018-06-07', 's-1', clerkOf(UNIT), [FILE])
    },
    `opened/2018-06-06/${DEPT}#1 events[0].type`,
    '不能查看这份案卷材料',
  ],
])('%s is found', (_what, write, place, sentence) => {
  const [[at, said] = ['', '']] = wrongAfter(write)
  expect(at).toContain(place)
  expect(said).toContain(sentence)
})
