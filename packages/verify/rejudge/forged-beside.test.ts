import { it } from 'vitest'
import { firstLateInstant } from '#calendar/deadline.ts'
import { ACTORS } from '#typed/reserved-ids.ts'
import { sha } from '../../../test/given/cases.ts'
import { HOLIDAYS_2019 } from '../../../test/given/holidays.ts'
import type { Book } from './fixtures/book.ts'
import { caseOf, clerkOf, HEAD_OF_OFFICE, OFFICER, on, SECOND, SECRETARY } from './fixtures/county.ts'
import { type Damage, expectFound } from './fixtures/forged.ts'

const LATE = on('2018-06-09')
const by = (person: string, at = LATE) => ({ by: person, at })
const DOSSIER = 'dossier/2018-2/dunji/yi-1'
const RETENTION = 'retention/2018-06-09'
const remindedOf = (lastDay: string, days?: number) => ({
  type: 'dueReminded',
  lines: [
    {
      kind: 'form',
      step: 'application',
      title: '“创建申请”',
      lateFrom: firstLateInstant(lastDay),
      ...(days && { days }),
    },
  ],
})
const due = {
  ...{ id: 'x-联系人', digest: sha('9'), kind: 'contact', stream: caseOf('dazhuang') },
  ...{ because: 'over', due: '2018-06-01' },
}
const found = { type: 'found', lines: [due], total: 1, coming: [], blocked: 0 }
const file = { name: '附件.pdf', size: 9, contentType: 'application/pdf' }

it.each<Damage>([
  [
    'a catalogue of a version out of turn',
    (book) => book.write('catalogue/vetoes', by(HEAD_OF_OFFICE), edition(2)),
    'catalogue/vetoes#1 events[0].type',
    '下一版应为第1版',
  ],
  [
    'a catalogue published by an officer',
    (book) => book.write('catalogue/vetoes', by(OFFICER), edition(1)),
    'catalogue/vetoes#1 events[0].type',
    '没有“发布标准和方案”的岗位',
  ],
  [
    'holidays of another year than their stream',
    (book) => book.write('holidays/2018', by(HEAD_OF_OFFICE), holidays(2019)),
    'holidays/2018#1 events[0].type',
    '所写的年份不是这一年',
  ],
  [
    'holidays entered by an officer',
    (book) => book.write('holidays/2019', by(OFFICER), holidays(2019)),
    'holidays/2019#1 events[0].type',
    '没有“录入节假日安排”的岗位',
  ],
  [
    'a report on work that has not begun',
    (book) => {
      const report = { type: 'reported', step: 'work', period: '2018-06', text: '进展顺利。', files: [], late: false }
      book.write('duty/2018-2/dunji/work', by(clerkOf('dunji')), report)
    },
    'duty/2018-2/dunji/work#1 events[0].type',
    'dunji当时不在这一环节',
  ],
  [
    'a visit to a unit that does not work',
    (book) => {
      const visit = { step: 'work', on: '2018-06-08', place: '大厅', visitors: [OFFICER], text: '查阅台账。' }
      book.write('inspection/2018-2/dunji', by(OFFICER), { type: 'visited', ...visit, files: [], findings: [] })
    },
    'inspection/2018-2/dunji#1 events[0].type',
    '没有可以监督检查的申报件',
  ],
  [
    'a bulletin by a unit',
    (book) => book.write('bulletins/2018-2', by(clerkOf('dunji')), bulletin),
    'bulletins/2018-2#1 events[0].type',
    '没有“发出情况交流”的岗位',
  ],
  [
    'a bulletin read before it was issued',
    (book) => book.write('received/2018-2/dunji', by(clerkOf('dunji')), { type: 'bulletinRead', n: 1 }),
    'received/2018-2/dunji#1 events[0].type',
    '没有第1期情况交流',
  ],
  [
    'a bulletin read for another unit',
    (book) => {
      book.write('bulletins/2018-2', by(OFFICER, on('2018-06-08')), bulletin)
      book.write('received/2018-2/dunji', by(clerkOf('caogou')), { type: 'bulletinRead', n: 1 })
    },
    'received/2018-2/dunji#1 events[0].type',
    '当时不在dunji任职',
  ],
  [
    'a bulletin read by a unit that has no part in the batch',
    (book) => {
      book.streams.delete(caseOf('dunji'))
      book.write('bulletins/2018-2', by(OFFICER, on('2018-06-08')), bulletin)
      book.write('received/2018-2/dunji', by(clerkOf('dunji')), { type: 'bulletinRead', n: 1 })
    },
    'received/2018-2/dunji#1 events[0].type',
    'dunji当时没有参加这个批次',
  ],
  [
    'a reminder by itself that an officer wrote',
    (book) => book.write('reminded/2018-2/dunji', by(OFFICER), remindedOf('2018-06-30', 3)),
    'reminded/2018-2/dunji#1 events[0].type',
    '只由到期提醒自动写入',
  ],
  [
    'a reminder of what is late before it is',
    (book) => book.write('reminded/2018-2/dunji', by(ACTORS.reminder), remindedOf('2018-06-30')),
    'reminded/2018-2/dunji#1 events[0].type',
    '当时还没有逾期',
  ],
  [
    'a reminder of the same a second time',
    (book) => {
      book.write('reminded/2018-2/dunji', by(ACTORS.reminder, on('2018-06-08')), remindedOf('2018-06-30', 3))
      book.write('reminded/2018-2/dunji', by(ACTORS.reminder), remindedOf('2018-06-30', 3))
    },
    'reminded/2018-2/dunji#2 events[0].type',
    '在当时没有可办的',
  ],
  [
    'a message of a reminder that was never given',
    (book) =>
      book.write('reminded/2018-2/dunji', by(ACTORS.reminder), { type: 'reminderSent', n: 1, ids: ['dunji-1-head'] }),
    'reminded/2018-2/dunji#1 events[0].type',
    '在当时没有可办的',
  ],
  [
    'a reminder of nobody’s',
    (book) =>
      book.write('reminders/2018-2', by(SECRETARY), { type: 'unitsReminded', units: ['dunji'], text: '请尽快提交。' }),
    'reminders/2018-2#1 events[0].type',
    '没有“提醒单位”的岗位',
  ],
  [
    'a self-assessment written where there is none',
    (book) =>
      book.write(DOSSIER, by(clerkOf('dunji')), { type: 'answered', result: 'reached', text: '已经达到。', files: [] }),
    `${DOSSIER}#1 events[0].type`,
    '没有“填写自评”的岗位',
  ],
  [
    'a file that somebody says was verified',
    (book) => {
      const stream = `evidence/dunji/${sha('8')}`
      book.write(stream, by(clerkOf('dunji'), on('2018-06-08')), { type: 'promised', ...file })
      const { name: _, ...kept } = file
      book.write(stream, by(clerkOf('dunji')), { type: 'kept', ...kept })
    },
    `evidence/dunji/${sha('8')}#2 events[0].type`,
    '文件只由系统核验',
  ],
  [
    'a file of a unit’s sent by another one',
    (book) => book.write(`evidence/dunji/${sha('8')}`, by(clerkOf('caogou')), { type: 'promised', ...file }),
    `evidence/dunji/${sha('8')}#1 events[0].type`,
    '没有“上传材料”的岗位',
  ],
  [
    'an opening under another person’s name',
    (book) =>
      book.write(`opened/2018-06-09/${OFFICER}`, by(SECOND), { type: 'opened', owner: 'dunji', sha256: sha('8') }),
    `opened/2018-06-09/${OFFICER}#1 events[0].type`,
    '不在当日本人的记录流中',
  ],
  [
    'a list of what is due that a person wrote',
    (book) => book.write(RETENTION, by(OFFICER), found),
    `${RETENTION}#1 events[0].type`,
    '只由系统列出和执行',
  ],
  [
    'a list of what is due under a click',
    (book) => book.write(RETENTION, by('erase-due'), found),
    `${RETENTION}#1 events[0].type`,
    '不是由所依据的办理带来的',
  ],
  [
    'a list of what is still needed',
    (book) => {
      const needed = { ...due, stream: caseOf('dunji') }
      book.write(RETENTION, { ...by('erase-due'), command: 'find 2018-06-09' }, { ...found, lines: [needed] })
    },
    `${RETENTION}#1 events[0].type`,
    '当时不是这样',
  ],
  [
    'a list of more than it counts',
    (book) => book.write(RETENTION, { ...by('erase-due'), command: 'find 2018-06-09' }, { ...found, total: 0 }),
    `${RETENTION}#1 events[0].type`,
    '清单的件数与所列的不同',
  ],
  [
    'a list of what is not due yet',
    (book) => {
      const later = { ...due, due: '2018-07-01' }
      book.write(RETENTION, { ...by('erase-due'), command: 'find 2018-06-09' }, { ...found, lines: [later] })
    },
    `${RETENTION}#1 events[0].type`,
    '还没有到期',
  ],
  [
    'a list of what is in use, as it is',
    (book) => {
      const inUse = { ...due, stream: caseOf('dunji'), because: 'inUse' }
      book.write(RETENTION, { ...by('erase-due'), command: 'find 2018-06-09' }, { ...found, lines: [inUse] })
    },
    `${RETENTION}#1 events[0].type`,
    '当时不是这样',
  ],
  [
    'a list that calls somebody unnamed whom a record names',
    (book) => {
      const { digest: _, ...unnamed } = { ...due, because: 'unnamed' }
      book.write(RETENTION, { ...by('erase-due'), command: 'find 2018-06-09' }, { ...found, lines: [unnamed] })
    },
    `${RETENTION}#1 events[0].type`,
    '当时有记录用到',
  ],
  [
    'a list of a signer as a contact’s',
    (book) => {
      const signer = { ...due, kind: 'signer' }
      book.write(RETENTION, { ...by('erase-due'), command: 'find 2018-06-09' }, { ...found, lines: [signer] })
    },
    `${RETENTION}#1 events[0].type`,
    '当时不是这样',
  ],
  [
    'an erasure approved by an officer',
    (book) => {
      due3(book)
      book.write(RETENTION, by(SECOND), { type: 'approved', preparedBy: OFFICER, ids: ['x-联系人'] })
    },
    `${RETENTION}#3 events[0].type`,
    '没有“批准清除个人信息”的岗位',
  ],
  [
    'an erasure of what was not proposed',
    (book) => {
      due3(book)
      book.write(RETENTION, by(HEAD_OF_OFFICE), { type: 'approved', preparedBy: OFFICER, ids: ['x-2'] })
    },
    `${RETENTION}#3 events[0].ids[0]`,
    '与当时应写的不同',
  ],
])('finds %s', (...damage) => expectFound(damage))

const edition = (number: number) => ({ type: 'published', number, title: '一票否决情形', digest: sha('7') })
const holidays = (year: number) => ({ type: 'entered', ...HOLIDAYS_2019, year })
const bulletin = { type: 'bulletinIssued', title: '第1期', text: '各单位进展顺利。', files: [] }
function due3(book: Book): void {
  book.write(RETENTION, { ...by('erase-due'), command: 'find 2018-06-09' }, found)
  book.write(RETENTION, by(OFFICER), { type: 'prepared', ids: ['x-联系人'] })
}
