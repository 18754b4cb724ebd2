import { expect, it } from 'vitest'
import { sha } from '../../../test/given/cases.ts'
import type { Book } from './fixtures/book.ts'
import {
  ADMINISTRATOR,
  appointed,
  caseOf,
  clerkOf,
  countyBook,
  HEAD_OF_OFFICE,
  keepFile,
  MINUTES,
  OBJECTED,
  OFFICER,
  on,
  resaved,
  SECOND,
  SECRETARY,
  SECURITY,
} from './fixtures/county.ts'
import { type Damage, expectFound } from './fixtures/forged.ts'
import { by } from './fixtures/second-notice.ts'

const FILE = sha('8')
const OF_OBJECTIONS = 'office.objection'
const streamOf = (person: string) => `opened/2018-06-09/${person}`
const opens = (book: Book, person: string, file: object, day = '2018-06-09') =>
  book.write(`opened/${day}/${person}`, by(person, on(day)), { type: 'opened', ...file })
const keep = (book: Book, owner: string, person: string, day = '2018-06-01') => keepFile(book, FILE, day, owner, person)

it.each<Damage>([
  [
    'an opening of a file that nobody has sent',
    (book) => opens(book, OFFICER, { owner: 'dunji', sha256: FILE }),
    `${streamOf(OFFICER)}#1 events[0].type`,
    '这份材料当时没有保存',
  ],
  [
    'an opening of a file before it was verified',
    (book) => {
      const file = { name: '附件.pdf', size: 9, contentType: 'application/pdf' }
      book.write(`evidence/dunji/${FILE}`, by(clerkOf('dunji')), { type: 'promised', ...file })
      opens(book, clerkOf('dunji'), { owner: 'dunji', sha256: FILE })
    },
    `${streamOf(clerkOf('dunji'))}#1 events[0].type`,
    '这份材料当时没有保存',
  ],
  [
    'an opening of a file of nobody’s',
    (book) => opens(book, OFFICER, { owner: 'office.nothing', sha256: FILE }),
    `${streamOf(OFFICER)}#1 events[0].type`,
    '没有“office.nothing”这样的材料归属',
  ],
  [
    'an opening of nothing',
    (book) => opens(book, OFFICER, { owner: 'dunji' }),
    `${streamOf(OFFICER)}#1 events[0].type`,
    '这份材料当时没有保存',
  ],
  [
    'an opening of another unit’s material',
    (book) => {
      keep(book, 'dunji', clerkOf('dunji'))
      opens(book, clerkOf('caogou'), { owner: 'dunji', sha256: FILE })
    },
    `${streamOf(clerkOf('caogou'))}#1 events[0].type`,
    '不能查看这份案卷材料',
  ],
  [
    'an opening by nobody of the roster',
    (book) => {
      keep(book, 'dunji', clerkOf('dunji'))
      opens(book, 'p-外人', { owner: 'dunji', sha256: FILE })
    },
    `${streamOf('p-外人')}#1 events[0].type`,
    '不能查看这份案卷材料',
  ],
  [
    'an opening of material that was laid before no meeting',
    (book) => {
      keep(book, 'dunji', clerkOf('dunji'))
      opens(book, SECRETARY, { owner: 'dunji', sha256: FILE })
    },
    `${streamOf(SECRETARY)}#1 events[0].type`,
    '不能查看这份案卷材料',
  ],
  [
    'an opening of minutes that are another body’s',
    (book) => {
      keep(book, 'office.groupMinutes', OFFICER)
      opens(book, SECRETARY, { owner: 'office.groupMinutes', sha256: FILE })
    },
    `${streamOf(SECRETARY)}#1 events[0].type`,
    '不能查看这份会议材料',
  ],
  [
    'an opening of an objector’s letter by itself',
    (book) => {
      keep(book, OF_OBJECTIONS, OFFICER)
      opens(book, HEAD_OF_OFFICE, { owner: OF_OBJECTIONS, sha256: FILE })
    },
    `${streamOf(HEAD_OF_OFFICE)}#1 events[0].type`,
    '不能查看这份异议材料',
  ],
  [
    'an opening of what came with a bulletin that was not issued',
    (book) => {
      keep(book, 'office.bulletin', OFFICER)
      opens(book, clerkOf('dunji'), { owner: 'office.bulletin', sha256: FILE })
    },
    `${streamOf(clerkOf('dunji'))}#1 events[0].type`,
    '不能查看这份情况交流附件',
  ],
  [
    'an opening after the post had ended',
    (book) => {
      keep(book, 'dunji', clerkOf('dunji'))
      const held = { ...appointed('unitClerk', 'dunji').held, to: '2018-06-07' }
      const clerk = clerkOf('caogou')
      const proposed = { type: 'appointmentProposed', as: 'administrator', proposal: 1, held }
      book.write(`person/${clerk}`, by(ADMINISTRATOR, on('2018-06-05')), proposed)
      book.write(`person/${clerk}`, by(SECURITY, on('2018-06-06')), {
        type: 'appointed',
        proposedBy: ADMINISTRATOR,
        held,
      })
      opens(book, clerk, { owner: 'dunji', sha256: FILE })
    },
    `${streamOf(clerkOf('caogou'))}#1 events[0].type`,
    '不能查看这份案卷材料',
  ],
  [
    'an opening of an objection that nobody made',
    (book) => opens(book, OFFICER, { owner: OF_OBJECTIONS, objection: 'yi-9' }),
    `${streamOf(OFFICER)}#1 events[0].type`,
    '当时没有异议“yi-9”',
  ],
  [
    'an opening of an objection by the unit that it is about',
    (book) => opens(book, clerkOf('changgou'), { owner: OF_OBJECTIONS, objection: OBJECTED }),
    `${streamOf(clerkOf('changgou'))}#1 events[0].type`,
    '没有“查看异议内容”的岗位',
  ],
  [
    'an opening of an objection among a unit’s material',
    (book) => opens(book, OFFICER, { owner: 'changgou', objection: OBJECTED }),
    `${streamOf(OFFICER)}#1 events[0].type`,
    `当时没有异议“${OBJECTED}”`,
  ],
  [
    'an opening of a contact of a case that is not there',
    (book) => opens(book, OFFICER, { owner: 'ghost', case: '2018-2/ghost' }),
    `${streamOf(OFFICER)}#1 events[0].type`,
    '当时没有“2018-2/ghost”的联系人',
  ],
  [
    'an opening of a contact under another unit',
    (book) => opens(withContact(book), OFFICER, { owner: 'caogou', case: '2018-2/dunji' }),
    `${streamOf(OFFICER)}#1 events[0].type`,
    '当时没有“2018-2/dunji”的联系人',
  ],
  [
    'an opening of a contact by a unit',
    (book) => opens(withContact(book), clerkOf('caogou'), { owner: 'dunji', case: '2018-2/dunji' }),
    `${streamOf(clerkOf('caogou'))}#1 events[0].type`,
    '没有“查看联系人”的岗位',
  ],
])('finds %s', (...damage) => expectFound(damage))

function withContact(book: Book): Book {
  const personal = { id: 'contact/dunji', digest: sha('2') }
  const hand = { by: clerkOf('dunji'), at: on('2018-04-21') }
  book.write(caseOf('dunji'), hand, resaved({ personal }))
  return book
}

it('takes what each may open', () => {
  const book = withContact(countyBook())
  keep(book, 'dunji', clerkOf('dunji'))
  keepFile(book, sha('3'), '2018-06-01', OF_OBJECTIONS, OFFICER)
  keepFile(book, sha('2'), '2018-06-01', 'office.bulletin', SECOND)
  const bulletin = { type: 'bulletinIssued', title: '第1期', text: '各单位进展顺利。', files: [`${sha('2')} 附件.pdf`] }
  book.write('bulletins/2018-2', by(OFFICER, on('2018-06-08')), bulletin)
  opens(book, clerkOf('dunji'), { owner: 'dunji', sha256: FILE })
  opens(book, OFFICER, { owner: 'dunji', sha256: FILE }, '2018-06-10')
  opens(book, OFFICER, { owner: OF_OBJECTIONS, sha256: sha('3') })
  opens(book, HEAD_OF_OFFICE, { owner: OF_OBJECTIONS, objection: OBJECTED, sha256: sha('3') })
  opens(book, SECOND, { owner: OF_OBJECTIONS, objection: OBJECTED })
  opens(book, SECOND, { owner: 'dunji', case: '2018-2/dunji' }, '2018-06-10')
  opens(book, clerkOf('caogou'), { owner: 'office.bulletin', sha256: sha('2') })
  opens(book, SECRETARY, { owner: 'office.executiveMinutes', sha256: MINUTES })
  expect(book.wrong()).toEqual([])
})

it('takes that whoever meets opens what was laid before the meeting', () => {
  const book = countyBook()
  keepFile(book, FILE, '2018-04-16', 'changgou', clerkOf('changgou'))
  // The form that was handed in names it.
  const commits = book.commits(caseOf('changgou'))
  const before = JSON.stringify(commits[1]?.events[0])
  expect(before).toContain('"attachments":[]')
  book.streams.set(caseOf('changgou'), [])
  for (const { by: who, at, command, events } of commits)
    for (const event of events) {
      const { type, ...more } = event as { type: string }
      const files = type === 'saved' && { attachments: [FILE] }
      book.write(caseOf('changgou'), { by: who, at, command }, { type, ...more, ...files })
    }
  opens(book, SECRETARY, { owner: 'changgou', sha256: FILE })
  expect(book.wrong()).toEqual([])
})
