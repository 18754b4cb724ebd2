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
  OFFICER,
  on,
  SECOND,
  SECURITY,
} from './fixtures/county.ts'
import { type Damage, expectFound } from './fixtures/forged.ts'

const LATE = on('2018-06-09')
const by = (person: string, at = LATE) => ({ by: person, at })
const PERSON = `person/${SECOND}`
const { held } = appointed('officeHead')
const proposed = (as = 'administrator', proposal = 1) => ({ type: 'appointmentProposed', as, proposal, held })
const approved = (proposedBy = ADMINISTRATOR) => ({ type: 'appointed', proposedBy, held })
const ghost = { type: 'registered', personal: { id: 'staff/x', digest: sha('2') } }
const RETENTION = 'retention/2018-06-09'
const due = {
  ...{ id: 'x-联系人', digest: sha('9'), kind: 'contact', stream: caseOf('dazhuang') },
  ...{ because: 'over', due: '2018-06-01' },
}
const found = { type: 'found', lines: [due], total: 1, coming: [], blocked: 0 }
it.each<Damage>([
  [
    'an appointment that nobody proposed',
    (book) => book.write(PERSON, by(SECURITY), approved()),
    `${PERSON}#2 events[0].type`,
    '没有人登记过这个岗位',
  ],
  [
    'an appointment that nobody approved',
    (book) => book.write(PERSON, by(ADMINISTRATOR), appointed('officeHead')),
    `${PERSON}#2 events[0].type`,
    '没有另一名管理员批准',
  ],
  [
    'an appointment approved by whoever entered it',
    (book) => {
      book.write(PERSON, by(SECURITY, on('2018-06-08')), proposed('securityAdministrator'))
      book.write(PERSON, by(SECURITY), approved(SECURITY))
    },
    `${PERSON}#3 events[0].type`,
    '本人登记的，由另一名管理员批准',
  ],
  [
    'an appointment approved by nobody who keeps the roster',
    (book) => {
      book.write(PERSON, by(ADMINISTRATOR, on('2018-06-08')), proposed())
      book.write(PERSON, by(OFFICER), approved())
    },
    `${PERSON}#3 events[0].type`,
    '由安全管理员批准',
  ],
  [
    'an appointment of oneself that another entered',
    (book) => {
      const own = `person/${SECURITY}`
      book.write(own, by(ADMINISTRATOR, on('2018-06-08')), proposed())
      book.write(own, by(SECURITY), approved())
    },
    `person/${SECURITY}#3 events[0].type`,
    '不能批准本人的岗位和账号',
  ],
  [
    'an appointment of other days than were entered',
    (book) => {
      book.write(PERSON, by(ADMINISTRATOR, on('2018-06-08')), proposed())
      book.write(PERSON, by(SECURITY), { ...approved(), held: { ...held, to: '2099-01-01' } })
    },
    `${PERSON}#3 events[0].held.to`,
    '与当时应写的不同',
  ],
  [
    'an appointment that ends before it begins',
    (book) => book.write(PERSON, by(ADMINISTRATOR), { ...proposed(), held: { ...held, to: '2017-01-01' } }),
    `${PERSON}#2 events[0].type`,
    '早于起始日期',
  ],
  [
    'an appointment that began again what it had',
    (book) => book.write(PERSON, by(ADMINISTRATOR), { ...proposed(), held: appointed('officeOfficer').held }),
    `${PERSON}#2 events[0].type`,
    '没有可办的',
  ],
  [
    'two technical posts of one person',
    (book) => {
      const { held: auditor } = appointed('auditor')
      book.write(`person/${ADMINISTRATOR}`, by(SECURITY), { ...proposed('securityAdministrator'), held: auditor })
    },
    `person/${ADMINISTRATOR}#2 events[0].type`,
    '不能由一人兼任',
  ],
  [
    'an appointment in a unit that is not there',
    (book) => book.write(PERSON, by(ADMINISTRATOR), { ...proposed(), held: appointed('unitClerk', 'ghost').held }),
    `${PERSON}#2 events[0].type`,
    '名册里当时没有编号为“ghost”的单位',
  ],
  [
    'an appointment entered as somebody that one is not',
    (book) => book.write(PERSON, by(ADMINISTRATOR), proposed('securityAdministrator')),
    `${PERSON}#2 events[0].type`,
    '没有所写的管理员岗位',
  ],
  [
    'a proposal out of turn',
    (book) => book.write(PERSON, by(ADMINISTRATOR), proposed('administrator', 5)),
    `${PERSON}#2 events[0].proposal`,
    '与当时应写的不同',
  ],
  [
    'a person registered by nobody who may',
    (book) => book.write('person/p-外人', by(OFFICER), ghost),
    'person/p-外人#1 events[0].type',
    '当时不是名册的管理员',
  ],
  ...['__proto__', 'ｐ１', 'P-1', 'p_1', 'p', 'p-外人', 'x'.repeat(41)].map(
    (id): Damage => [
      `somebody called ${id}`,
      (book) => book.write(`person/${id}`, by(ADMINISTRATOR), ghost),
      `person/${id}#1 events[0].type`,
      `“${id}”不是人员编号的写法`,
    ],
  ),
  [
    'a founding of a county that has its administrators',
    (book) => {
      const hand = { ...by('first-administrator'), command: 'again' }
      const lines = [{ person: 'p-外人', held: appointed('administrator').held }]
      const announced = { type: 'changing', founding: true, lines }
      book.write('keepers/roster', { ...hand, command: 'keepers 1 for again' }, announced)
      book.write('person/p-外人', hand, ghost, appointed('administrator'))
    },
    'keepers/roster#2 events[0].type',
    '当时名册已有管理员，不是首次登记',
  ],
  [
    'somebody who was registered in such a founding',
    (book) => book.write('person/p-外人', { ...by('first-administrator'), command: 'founding' }, ghost),
    'person/p-外人#1 events[0].type',
    'first-administrator当时不是名册的管理员',
  ],
  [
    'a post that the founding’s command gives long after it',
    (book) => book.write(PERSON, LONG_AFTER, appointed('officeHead')),
    `${PERSON}#2 events[0].type`,
    '也不是首次登记名册',
  ],
  [
    'a login that the founding’s command links long after it',
    (book) => book.write(`login/${sha('4')}`, LONG_AFTER, { type: 'linked', person: HEAD_OF_OFFICE, after: 0 }),
    `login/${sha('4')}#1 events[0].type`,
    '也不是首次登记名册',
  ],
  [
    'a login that the founding’s command gives long after it',
    (book) => {
      const login = `login/${sha('4')}`
      book.write(login, LONG_AFTER, { type: 'linked', person: HEAD_OF_OFFICE, after: 0 })
      book.write(`person/${HEAD_OF_OFFICE}`, LONG_AFTER, { type: 'identified', login })
    },
    `person/${HEAD_OF_OFFICE}#2 events[0].type`,
    '也不是首次登记名册',
  ],
  [
    'somebody who keeps the roster by the founding, which named another one',
    (book) => book.write(PERSON, { ...LONG_AFTER, at: on('2018-04-01') }, appointed('securityAdministrator')),
    `${PERSON}#2 events[0].type`,
    '也不是首次登记名册',
  ],
  [
    'an erasing of less than was approved',
    (book) => {
      due3(book)
      book.write(RETENTION, by(HEAD_OF_OFFICE), { type: 'approved', preparedBy: OFFICER, ids: ['x-联系人'] })
      const eraser = by('erase-due')
      book.write(RETENTION, { ...eraser, command: `begin ${RETENTION} ${LATE}` }, { type: 'erasing' })
      book.write(RETENTION, { ...eraser, command: `erase ${RETENTION}` }, { type: 'erased', ids: [], left: [] })
    },
    `${RETENTION}#5 events[0].type`,
    '不是已批准的那些',
  ],
  [
    'a login that nobody approved',
    (book) => book.write(`login/${sha('4')}`, by(ADMINISTRATOR), { type: 'linked', person: SECOND, after: 0 }),
    `login/${sha('4')}#1 events[0].type`,
    '没有另一名管理员批准',
  ],
  [
    'a login given to somebody without a link',
    (book) => {
      const login = `login/${sha('4')}`
      book.write(PERSON, by(SECURITY), { type: 'identified', proposedBy: ADMINISTRATOR, login })
    },
    `${PERSON}#2 events[0].type`,
    '没有归到这个人',
  ],
  [
    'news noted by nobody who is told',
    (book) => book.write(PERSON, by(OFFICER), { type: 'noted' }),
    `${PERSON}#2 events[0].type`,
    '岗位',
  ],
  [
    'a unit registered by nobody who may',
    (book) => book.write('unit/ghost', by(OFFICER), unit('ghost')),
    'unit/ghost#1 events[0].type',
    '当时不是名册的管理员',
  ],
  [
    'a unit whose id no roster takes',
    (book) => book.write('unit/Ghost_1', by(ADMINISTRATOR), unit('Ghost_1')),
    'unit/Ghost_1#1 events[0].type',
    '不是单位编号的写法',
  ],
  [
    'a unit below one that is below it',
    (book) => {
      book.write('unit/ghost', by(ADMINISTRATOR, on('2018-06-07')), { ...unit('ghost'), parent: 'dunji' })
      book.write('unit/ghost-2', by(ADMINISTRATOR, on('2018-06-08')), { ...unit('ghost-2'), parent: 'ghost' })
      book.write('unit/dunji', by(ADMINISTRATOR), { ...unit('dunji'), parent: 'ghost-2' })
    },
    'unit/dunji#2 events[0].type',
    '又回到本单位',
  ],
  [
    'a unit under another one’s name',
    (book) => book.write('unit/ghost', by(ADMINISTRATOR), unit('dunji')),
    'unit/ghost#1 events[0].unit',
    '与当时应写的不同',
  ],
])('finds %s', (...damage) => expectFound(damage))

const LONG_AFTER = { ...by('first-administrator'), command: 'founding' }
const unit = (id: string) => ({ type: 'registered', unit: id, name: '鬼镇人民政府', kind: 'town', inScope: true })
const edition = (number: number) => ({ type: 'published', number, title: '一票否决情形', digest: sha('7') })
const bulletin = { type: 'bulletinIssued', title: '第1期', text: '各单位进展顺利。', files: [] }
function due3(book: Book): void {
  book.write(RETENTION, { ...by('erase-due'), command: 'find 2018-06-09' }, found)
  book.write(RETENTION, by(OFFICER), { type: 'prepared', ids: ['x-联系人'] })
}

it('takes what was so decided', () => {
  const book = countyBook()
  book.write(PERSON, by(ADMINISTRATOR, on('2018-06-07')), proposed())
  book.write(PERSON, by(SECURITY, on('2018-06-08')), approved())
  book.write(PERSON, by(HEAD_OF_OFFICE), { type: 'noted' })
  const login = `login/${sha('4')}`
  const named = { id: 'login/x', digest: sha('2') }
  book.write(PERSON, by(ADMINISTRATOR, on('2018-06-08')), {
    type: 'loginProposed',
    as: 'administrator',
    proposal: 2,
    login,
    named,
  })
  book.write(login, by(SECURITY), { type: 'linked', person: SECOND, after: 0, proposal: 2 })
  book.write(PERSON, by(SECURITY), { type: 'identified', proposedBy: ADMINISTRATOR, login, named })
  book.write('unit/ghost', by(ADMINISTRATOR), unit('ghost'))
  book.write('catalogue/vetoes', by(HEAD_OF_OFFICE), edition(1))
  book.write('bulletins/2018-2', by(OFFICER, on('2018-06-08')), bulletin)
  book.write('received/2018-2/dunji', by(clerkOf('dunji')), { type: 'bulletinRead', n: 1 })
  due3(book)
  book.write(RETENTION, by(HEAD_OF_OFFICE), { type: 'approved', preparedBy: OFFICER, ids: ['x-联系人'] })
  const eraser = by('erase-due')
  book.write(RETENTION, { ...eraser, command: `begin ${RETENTION} ${LATE}` }, { type: 'erasing' })
  book.write(RETENTION, { ...eraser, command: `erase ${RETENTION}` }, { type: 'erased', ids: ['x-联系人'], left: [] })
  expect(book.wrong().filter(([place]) => !place.endsWith(' at'))).toEqual([])
})
