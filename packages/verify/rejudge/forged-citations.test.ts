import { expect, it } from 'vitest'
import { sha } from '../../../test/given/cases.ts'
import type { Book } from './fixtures/book.ts'
import {
  called,
  caseOf,
  clerkOf,
  countyBook,
  HEAD_OF_OFFICE,
  headOf,
  keepFile,
  MEETING,
  MINUTES,
  meeting,
  NOTICE,
  noticed,
  OFFICER,
  on,
  resaved,
  SECRETARY,
  signed,
  terms,
} from './fixtures/county.ts'
import { type Damage, expectFound } from './fixtures/forged.ts'
import { by, FIRST_DAY, june, LAST_DAY, NEXT } from './fixtures/second-notice.ts'

const FILE = sha('8')
const early = on('2018-04-21')
const FILLING = caseOf('dunji')
const NOT_SO = '没有按这一用途保存'
const keep = (book: Book, owner: string, person: string, day = '2018-04-20') => keepFile(book, FILE, day, owner, person)

it.each<Damage>([
  [
    'minutes that came with an objection',
    (book) => {
      keep(book, 'office.objection', OFFICER, '2018-06-01')
      book.write(MEETING, by(SECRETARY), { ...meeting('2号', '2018-06-08', { changgou: 'named' }), minutes: FILE })
    },
    `${MEETING}#2 events[0].minutes`,
    NOT_SO,
  ],
  [
    'minutes that are a unit’s material',
    (book) => {
      keep(book, 'dunji', clerkOf('dunji'))
      book.write(MEETING, by(SECRETARY), { ...meeting('2号', '2018-06-08', { changgou: 'named' }), minutes: FILE })
    },
    `${MEETING}#2 events[0].minutes`,
    NOT_SO,
  ],
  [
    'a form with another unit’s material',
    (book) => {
      keep(book, 'caogou', clerkOf('caogou'))
      book.write(FILLING, { by: clerkOf('dunji'), at: early }, resaved({ attachments: [FILE] }))
    },
    `${FILLING}#3 events[0].attachments[0]`,
    NOT_SO,
  ],
  [
    'a form with minutes of the office',
    (book) => {
      keep(book, 'office.minutes', OFFICER)
      book.write(FILLING, { by: clerkOf('dunji'), at: early }, resaved({ attachments: [FILE] }))
    },
    `${FILLING}#3 events[0].attachments[0]`,
    NOT_SO,
  ],
  [
    'a sign-off on another unit’s page',
    (book) => {
      keep(book, 'caogou', clerkOf('caogou'))
      const page = { ...signed('unitHead', '2018-04-20'), mode: 'paper', scan: `${FILE} 盖章页.pdf` }
      book.write(FILLING, { by: headOf('dunji'), at: early }, page)
    },
    `${FILLING}#3 events[0].scan`,
    NOT_SO,
  ],
  [
    'a veto on a paper about another unit',
    (book) => {
      keep(book, 'office.case.caogou', OFFICER)
      const veto = { type: 'vetoRaised', item: 'yi-3', source: '县纪委通报。', evidence: FILE }
      book.write(FILLING, { by: OFFICER, at: early }, veto)
    },
    `${FILLING}#3 events[0].evidence`,
    NOT_SO,
  ],
  [
    'a withdrawal on another unit’s paper',
    (book) => {
      keep(book, 'caogou', clerkOf('caogou'))
      const leaving = { type: 'withdrawalEntered', reason: '人员变动。', scan: FILE }
      book.write(FILLING, { by: clerkOf('dunji'), at: early }, leaving)
    },
    `${FILLING}#3 events[0].scan`,
    NOT_SO,
  ],
  [
    'a notice whose proof is minutes',
    (book) => {
      const { publication, ...rest } = noticed(['xiaoliang'], FIRST_DAY, LAST_DAY)
      const proof = `${MINUTES} 截图.pdf`
      book.write(NEXT, by(OFFICER, june('02')), { ...rest, publication: { ...publication, proof } })
    },
    `${NEXT}#1 events[0].publication.proof`,
    NOT_SO,
  ],
  [
    'a proof recorded that is a unit’s material',
    (book) => {
      keep(book, 'dazhuang', clerkOf('dazhuang'))
      book.write(NOTICE, by(OFFICER, on('2018-05-11')), { type: 'proofRecorded', when: 'end', proof: FILE })
    },
    `${NOTICE}#6 events[0].proof`,
    NOT_SO,
  ],
  [
    'a call approved on a paper of the executive meeting’s own',
    (book) => {
      const approval = { ...terms.approval, scan: `${MINUTES} 批准文件.pdf` }
      book.write('batch/2018-3', by(OFFICER), { ...called, terms: { ...terms, approval } })
    },
    'batch/2018-3#1 events[0].terms.approval.scan',
    NOT_SO,
  ],
  [
    'a call that comes with what was kept for a meeting',
    (book) => {
      const files = [`${MINUTES} 附件1.pdf`]
      book.write('batch/2018-3', by(OFFICER), { ...called, terms: { ...terms, files } })
    },
    'batch/2018-3#1 events[0].terms.files[0]',
    NOT_SO,
  ],
  [
    'a bulletin with a letter of an objector',
    (book) => {
      keep(book, 'office.objection', OFFICER, '2018-06-01')
      const bulletin = { type: 'bulletinIssued', title: '第1期', text: '各单位进展顺利。', files: [`${FILE} 附件.pdf`] }
      book.write('bulletins/2018-2', by(OFFICER), bulletin)
    },
    'bulletins/2018-2#1 events[0].files[0]',
    NOT_SO,
  ],
  [
    'a self-assessment with another unit’s material',
    (book) => {
      keep(book, 'caogou', clerkOf('caogou'))
      const answered = { type: 'answered', result: 'reached', text: '已经达到。', files: [`${FILE} 台账.pdf`] }
      book.write('dossier/2018-2/dunji/yi-1', by(clerkOf('dunji')), answered)
    },
    'dossier/2018-2/dunji/yi-1#1 events[0].files[0]',
    NOT_SO,
  ],
  [
    'a report with another unit’s material',
    (book) => {
      keep(book, 'caogou', clerkOf('caogou'))
      const report = { type: 'reported', step: 'work', period: '2018-06', text: '进展顺利。', late: false }
      book.write('duty/2018-2/dunji/work', by(clerkOf('dunji')), { ...report, files: [`${FILE} 台账.pdf`] })
    },
    'duty/2018-2/dunji/work#1 events[0].files[0]',
    NOT_SO,
  ],
  [
    'a visit whose record is the unit’s own material',
    (book) => {
      keep(book, 'dunji', clerkOf('dunji'))
      const visit = { step: 'work', on: '2018-06-08', place: '大厅', visitors: [OFFICER], text: '查阅台账。' }
      const visited = { type: 'visited', ...visit, files: [`${FILE} 记录.pdf`], findings: [] }
      book.write('inspection/2018-2/dunji', by(OFFICER), visited)
    },
    'inspection/2018-2/dunji#1 events[0].files[0]',
    NOT_SO,
  ],
  [
    'an inquiry’s record that is about another unit',
    (book) => {
      keep(book, 'office.case.caogou', OFFICER)
      const record = { type: 'recorded', method: 'hearing', on: '2018-06-08', text: '听取汇报。' }
      book.write('panel/2018-2/changgou/4', by(OFFICER), { ...record, files: [`${FILE} 记录.pdf`] })
    },
    'panel/2018-2/changgou/4#1 events[0].files[0]',
    NOT_SO,
  ],
])('finds %s', (...damage) => expectFound(damage))

it('takes what each asks for', () => {
  const book = countyBook()
  keep(book, 'dunji', clerkOf('dunji'))
  book.write(FILLING, { by: clerkOf('dunji'), at: early }, resaved({ attachments: [FILE] }))
  keepFile(book, sha('3'), '2018-04-20', 'office.case.dunji', OFFICER)
  const veto = { type: 'vetoRaised', item: 'yi-3', source: '县纪委通报。', evidence: `${sha('3')} 通报.pdf` }
  book.write(FILLING, { by: OFFICER, at: on('2018-04-22') }, veto)
  keepFile(book, sha('2'), '2018-06-01', 'office.minutes', HEAD_OF_OFFICE)
  const approval = { ...terms.approval, scan: `${sha('2')} 批准文件.pdf` }
  keepFile(book, sha('4'), '2018-06-01', 'office.call', OFFICER)
  const files = [`${sha('4')} 附件1 标准.pdf`]
  book.write('batch/2018-3', by(OFFICER), { ...called, terms: { ...terms, approval, files } })
  book.write(MEETING, by(SECRETARY), { ...meeting('2号', '2018-06-08', { changgou: 'named' }), minutes: sha('2') })
  expect(book.wrong().filter(([, sentence]) => sentence.includes(NOT_SO))).toEqual([])
})
