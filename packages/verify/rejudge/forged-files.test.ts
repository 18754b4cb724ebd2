import { expect, it } from 'vitest'
import { noteOn } from '#evidence/kinds.ts'
import { ACTORS } from '#typed/reserved-ids.ts'
import { sha } from '../../../test/given/cases.ts'
import type { Book } from './fixtures/book.ts'
import { ADMINISTRATOR, appointed, clerkOf, countyBook, MINUTES, OFFICER, on, SECURITY } from './fixtures/county.ts'
import { type Damage, expectFound } from './fixtures/forged.ts'
import { by } from './fixtures/second-notice.ts'

const FILE = `evidence/dunji/${sha('8')}`
const [OTHER, THIRD] = [`evidence/caogou/${sha('8')}`, `evidence/changgou/${sha('8')}`]
const COPIES = `copies/${sha('8')}`
const verifier = (command = 'verify 1') => ({ ...by(ACTORS.verifier), command })
const size = 9
const pdf = 'application/pdf'
const promise = (book: Book, name = '附件.pdf', stream = FILE) =>
  book.write(stream, by(clerkOf(stream.split('/')[1] ?? ''), on('2018-06-08')), {
    type: 'promised',
    name,
    size,
    contentType: pdf,
  })
const kept = (book: Book, more: object = {}) =>
  book.write(FILE, verifier(), { type: 'kept', size, contentType: pdf, ...more })

const held = { type: 'held', size, contentType: pdf }
const reason = '“附件.pdf”查出病毒，不能使用；请先给电脑查杀病毒，再用原软件重新制作这份文件后上传。'
const BAD = { type: 'scanned', clean: false, reason }
const SCANNER = 'p-scanner'
const scanner = (book: Book) => {
  const [stream, post] = [`person/${SCANNER}`, appointed('malwareScanner').held]
  const enters = by(ADMINISTRATOR, on('2018-06-07'))
  const proposed = { type: 'appointmentProposed', as: 'administrator', proposal: 1, held: post }
  book.write(stream, enters, { type: 'registered', personal: { id: 'staff/查毒', digest: sha('1') } }, proposed)
  const approved = { type: 'appointed', proposedBy: ADMINISTRATOR, held: post }
  book.write(stream, by(SECURITY, on('2018-06-07')), approved)
}

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
    'a file that waits for the scanner and is said to be clean by the verifier',
    (book) => {
      promise(book)
      book.write(FILE, verifier(), held)
      book.write(FILE, verifier('verify 2'), { type: 'scanned', clean: true }, { ...held, type: 'kept' })
    },
    `${FILE}#3 events[0].type`,
    '是否有病毒只由查毒人员登记',
  ],
  [
    'a kept file that is said to be bad by the verifier',
    (book) => {
      promise(book)
      kept(book)
      book.write(FILE, verifier('verify 2'), BAD)
    },
    `${FILE}#3 events[0].type`,
    '是否有病毒只由查毒人员登记',
  ],
  [
    'a file that is held as bad though nobody said so of the same bytes',
    (book) => {
      promise(book)
      book.write(COPIES, verifier('copy dunji'), { type: 'copied', owner: 'dunji' })
      book.write(FILE, verifier(), held, BAD)
    },
    `${FILE}#2 events[0].type`,
    '是否有病毒只由查毒人员登记',
  ],
  [
    'a verdict by the verifier',
    (book) => {
      promise(book)
      book.write(COPIES, verifier('copy dunji'), { type: 'copied', owner: 'dunji' })
      book.write(COPIES, verifier('copy dunji again'), { type: 'judged', clean: false })
    },
    `${COPIES}#2 events[0].type`,
    '是否有病毒只由查毒人员登记',
  ],
  [
    'a verdict on bytes that lie nowhere',
    (book) => {
      scanner(book)
      book.write(COPIES, by(SCANNER), { type: 'judged', clean: false })
    },
    `${COPIES}#1 events[0].type`,
    '没有登记过这些内容在哪里',
  ],
  [
    'a verdict that is spread though nobody gave it',
    (book) => {
      scanner(book)
      promise(book)
      kept(book)
      book.write(FILE, { ...by(SCANNER), command: `spread ${COPIES}#1` }, BAD)
    },
    `${FILE}#3 events[0].type`,
    '对同一内容没有登记过这样的查毒结果',
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

it('takes what the scanner says of one file, of its copies, and of the same bytes when they come again', () => {
  const book = countyBook()
  scanner(book)
  promise(book)
  book.write(COPIES, verifier('copy dunji'), { type: 'copied', owner: 'dunji' })
  book.write(FILE, verifier(), held)
  promise(book, '附件.pdf', OTHER)
  book.write(COPIES, verifier('copy caogou'), { type: 'copied', owner: 'caogou' })
  book.write(OTHER, verifier(), held)
  const judged = book.write(COPIES, by(SCANNER), { type: 'judged', clean: false })
  book.write(FILE, by(SCANNER), BAD)
  promise(book, '附件.pdf', THIRD)
  book.write(COPIES, verifier('copy changgou'), { type: 'copied', owner: 'changgou' })
  book.write(THIRD, verifier(), held, BAD)
  // Cut off, and asked again.
  book.write(OTHER, { ...by(SCANNER), command: `spread ${COPIES}#${judged.number + 1}` }, BAD)
  expect(book.wrong()).toEqual([])
})
