import { expect, it } from 'vitest'
import { noteOn } from '#evidence/kinds.ts'
import { ACTORS } from '#typed/reserved-ids.ts'
import { sha } from '../../../test/given/cases.ts'
import type { Book } from './fixtures/book.ts'
import { clerkOf, countyBook, MINUTES, OFFICER, on } from './fixtures/county.ts'
import { type Damage, expectFound } from './fixtures/forged.ts'
import { by } from './fixtures/second-notice.ts'

const FILE = `evidence/dunji/${sha('8')}`
const COPIES = `copies/${sha('8')}`
const verifier = (command = 'verify 1') => ({ ...by(ACTORS.verifier), command })
const size = 9
const pdf = 'application/pdf'
const promise = (book: Book, name = '附件.pdf', stream = FILE) =>
  book.write(stream, by(clerkOf('dunji'), on('2018-06-08')), { type: 'promised', name, size, contentType: pdf })
const kept = (book: Book, more: object = {}) =>
  book.write(FILE, verifier(), { type: 'kept', size, contentType: pdf, ...more })

it.each<Damage>([
  [
    'a file of another size than was promised',
    (book) => {
      promise(book)
      kept(book, { size: 900 })
    },
    `${FILE}#2 events[0].type`,
    '文件与上传前登记的大小',
  ],
  [
    'a file of a kind that is not kept',
    (book) => {
      promise(book)
      kept(book, { contentType: 'application/x-msdownload' })
    },
    `${FILE}#2 events[0].type`,
    '文件的类型不是本系统保存的',
  ],
  [
    'a file of another kind than its name says, without a note',
    (book) => {
      promise(book)
      kept(book, { contentType: 'image/png' })
    },
    `${FILE}#2 events[0].type`,
    '与文件名不同而没有写明',
  ],
  [
    'a file with a note that is none',
    (book) => {
      promise(book)
      kept(book, { note: '已核验。' })
    },
    `${FILE}#2 events[0].type`,
    '与文件名不同而没有写明',
  ],
  [
    'a file that was kept as another kind than had waited for the scanner',
    (book) => {
      promise(book)
      book.write(FILE, verifier(), { type: 'held', size, contentType: pdf })
      book.write(FILE, verifier('verify 2'), { type: 'kept', size, contentType: 'image/png' })
    },
    `${FILE}#3 events[0].type`,
    '核验的类型不同',
  ],
  [
    'a file that waits and was promised smaller',
    (book) => {
      promise(book)
      book.write(FILE, verifier(), { type: 'held', size: 10, contentType: pdf })
    },
    `${FILE}#2 events[0].type`,
    '文件与上传前登记的大小',
  ],
  [
    'a file verified by a click',
    (book) => {
      promise(book)
      book.write(FILE, by(ACTORS.verifier), { type: 'kept', size, contentType: pdf })
    },
    `${FILE}#2 events[0].type`,
    '文件只由系统核验',
  ],
  [
    'a file under no digest',
    (book) => promise(book, '附件.pdf', 'evidence/dunji/8888'),
    'evidence/dunji/8888#1 stream',
    '所在的记录流没有这样命名的',
  ],
  [
    'a copy where nobody has the file',
    (book) => book.write(COPIES, verifier('copy dunji'), { type: 'copied', owner: 'dunji' }),
    `${COPIES}#1 events[0].type`,
    '这份文件',
  ],
  [
    'a copy of bytes that have no digest',
    (book) => book.write('copies/8888', verifier('copy dunji'), { type: 'copied', owner: 'dunji' }),
    'copies/8888#1 stream',
    '所在的记录流没有这样命名的',
  ],
  [
    'a login of no digest',
    (book) => book.write('login/x', by(OFFICER), { type: 'linked', person: OFFICER, after: 0 }),
    'login/x#1 stream',
    '所在的记录流没有这样命名的',
  ],
  [
    'a catalogue of an id that none has',
    (book) =>
      book.write('catalogue/标准', by(OFFICER), { type: 'published', number: 1, title: '标准', digest: sha('7') }),
    'catalogue/标准#1 stream',
    '所在的记录流没有这样命名的',
  ],
  [
    'a list of what is due of no day',
    (book) => book.write('retention/june', by(ACTORS.eraser), { type: 'erasing' }),
    'retention/june#1 stream',
    '所在的记录流没有这样命名的',
  ],
])('finds %s', (...damage) => expectFound(damage))

it('takes a file as it was promised, and one whose name says something else', () => {
  const book = countyBook()
  promise(book, '附件.docx')
  book.write(COPIES, verifier('copy dunji'), { type: 'copied', owner: 'dunji' })
  const note = noteOn('附件.docx', pdf)
  book.write(FILE, verifier(), { type: 'held', size, contentType: pdf, note })
  book.write(FILE, verifier('verify 2'), { type: 'kept', size, contentType: pdf, note })
  book.write(`copies/${MINUTES}`, verifier('copy office.executiveMinutes'), {
    ...{ type: 'copied', owner: 'office.executiveMinutes' },
  })
  expect(book.wrong()).toEqual([])
})
