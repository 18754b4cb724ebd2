import { expect, it } from 'vitest'
import { sha } from '../../../test/given/cases.ts'
import type { Book } from './fixtures/book.ts'
import {
  ADMINISTRATOR,
  appointed,
  countyBook,
  HEAD_OF_OFFICE,
  OFFICER,
  on,
  SECOND,
  SECURITY,
} from './fixtures/county.ts'
import { type Damage, expectFound } from './fixtures/forged.ts'

const by = (person: string, day = '2018-06-09') => ({ by: person, at: on(day) })
const [LOGIN, OTHER] = [`login/${sha('4')}`, `login/${sha('3')}`]
const named = { id: 'login/x', digest: sha('2') }

/** Enters a login for somebody, as an administrator does. */
const enter = (book: Book, person: string, proposal: number, more: object = {}, day = '2018-06-07') =>
  book.write(`person/${person}`, by(ADMINISTRATOR, day), {
    ...{ type: 'loginProposed', as: 'administrator', proposal, login: LOGIN, named },
    ...more,
  })
const link = (book: Book, person: string, proposal: number, hand = by(SECURITY), login = LOGIN) =>
  book.write(login, hand, { type: 'linked', person, after: 0, proposal })
const become = (book: Book, person: string, hand = by(SECURITY)) =>
  book.write(`person/${person}`, hand, { type: 'identified', proposedBy: ADMINISTRATOR, login: LOGIN, named })
/** The officer has it since June. */
function had(book: Book): void {
  enter(book, OFFICER, 1, {}, '2018-06-01')
  link(book, OFFICER, 1, by(SECURITY, '2018-06-02'))
  become(book, OFFICER, by(SECURITY, '2018-06-02'))
}

it.each<Damage>([
  [
    // Which its judge cannot read as a login's: of what rests on it something must be said all the same.
    'somebody made a head by a commit that names another stream as their login',
    (book) => {
      const named = { type: 'identified', login: 'unit/dunji', named: { id: 'login/x', digest: sha('2') } }
      book.write(`person/${OFFICER}`, by(OFFICER), named, appointed('officeHead'))
    },
    `person/${OFFICER}#2 events[0].type`,
    '“unit/dunji”不是“login”一类的记录流',
  ],
  [
    'a login entered of a stream that no login has',
    (book) => enter(book, SECOND, 1, { login: 'login/x' }),
    `person/${SECOND}#2 events[0].type`,
    '“login/x”不是账号的记录流',
  ],
  [
    'a login given by what was entered of an appointment',
    (book) => {
      const { held } = appointed('officeHead')
      const proposed = { type: 'appointmentProposed', as: 'administrator', proposal: 1, held }
      book.write(`person/${SECOND}`, by(ADMINISTRATOR, '2018-06-07'), proposed)
      link(book, SECOND, 1)
    },
    `${LOGIN}#1 events[0].type`,
    '登记的不是这个账号',
  ],
  [
    'a login given by what was entered of another login',
    (book) => {
      enter(book, SECOND, 1, { login: OTHER })
      link(book, SECOND, 1)
    },
    `${LOGIN}#1 events[0].type`,
    '登记的不是这个账号',
  ],
  [
    'a login given by what was taken back',
    (book) => {
      enter(book, SECOND, 1)
      book.write(`person/${SECOND}`, by(ADMINISTRATOR, '2018-06-08'), { type: 'takenBack', proposal: 1 })
      link(book, SECOND, 1)
    },
    `${LOGIN}#1 events[0].type`,
    '已经办理，或者又登记了新的内容',
  ],
  [
    'a login given by whoever entered it',
    (book) => {
      const own = { as: 'securityAdministrator' }
      book.write(`person/${SECOND}`, by(SECURITY, '2018-06-07'), {
        ...{ type: 'loginProposed', proposal: 1, login: LOGIN, named },
        ...own,
      })
      link(book, SECOND, 1)
    },
    `${LOGIN}#1 events[0].type`,
    '本人登记的，由另一名管理员批准',
  ],
  [
    'a login given to oneself',
    (book) => {
      enter(book, SECURITY, 1)
      link(book, SECURITY, 1)
    },
    `${LOGIN}#1 events[0].type`,
    '不能批准本人的岗位和账号',
  ],
  [
    'a login given by nobody who keeps the roster',
    (book) => {
      enter(book, SECOND, 1)
      link(book, SECOND, 1, by(HEAD_OF_OFFICE))
    },
    `${LOGIN}#1 events[0].type`,
    '由安全管理员批准',
  ],
  [
    'a login taken from whoever has it, without a word of them',
    (book) => {
      had(book)
      enter(book, SECOND, 1)
      link(book, SECOND, 1)
    },
    `${LOGIN}#2 events[0].type`,
    `这个账号当时是${OFFICER}的`,
  ],
  [
    'a login taken from another one than was entered',
    (book) => {
      had(book)
      enter(book, SECOND, 1, { loginFrom: HEAD_OF_OFFICE })
      link(book, SECOND, 1)
    },
    `${LOGIN}#2 events[0].type`,
    `这个账号当时是${OFFICER}的`,
  ],
  [
    'a login entered as somebody’s who never had it',
    (book) => enter(book, SECOND, 1, { loginFrom: HEAD_OF_OFFICE }),
    `person/${SECOND}#2 events[0].loginFrom`,
    '与当时应写的不同',
  ],
  [
    'a login entered as somebody’s who has lost it since',
    (book) => {
      had(book)
      enter(book, SECOND, 1, { loginFrom: OFFICER }, '2018-06-03')
      link(book, SECOND, 1, by(SECURITY, '2018-06-04'))
      become(book, SECOND, by(SECURITY, '2018-06-04'))
      enter(book, HEAD_OF_OFFICE, 1, { loginFrom: OFFICER })
    },
    `person/${HEAD_OF_OFFICE}#2 events[0].type`,
    `这个账号现在是${SECOND}的`,
  ],
  [
    'a login entered that is another one’s, without a word of them',
    (book) => {
      had(book)
      enter(book, SECOND, 1)
    },
    `person/${SECOND}#2 events[0].type`,
    `这个账号现在是${OFFICER}的`,
  ],
  [
    'a login taken while nobody had approved it, as in a founding',
    (book) => {
      had(book)
      book.write(LOGIN, by(ADMINISTRATOR), { type: 'linked', person: SECOND, after: 0 })
    },
    `${LOGIN}#2 events[0].type`,
    '没有另一名管理员批准',
  ],
  [
    'a login linked as by somebody of other logins than they had',
    (book) => {
      enter(book, SECOND, 1)
      book.write(LOGIN, by(SECURITY), { type: 'linked', person: SECOND, after: 3, proposal: 1 })
    },
    `${LOGIN}#1 events[0].after`,
    '与当时应写的不同',
  ],
  [
    'a login given back by a link that another one followed',
    (book) => {
      had(book)
      enter(book, SECOND, 1, { loginFrom: OFFICER }, '2018-06-03')
      link(book, SECOND, 1, by(SECURITY, '2018-06-04'))
      become(book, SECOND, by(SECURITY, '2018-06-04'))
      enter(book, OFFICER, 2, { loginFrom: SECOND })
      become(book, OFFICER)
    },
    `person/${OFFICER}#5 events[0].type`,
    '没有归到这个人',
  ],
])('finds %s', (...damage) => expectFound(damage))

it('takes a login that was moved as it is, and given back', () => {
  const book = countyBook()
  had(book)
  enter(book, SECOND, 1, { loginFrom: OFFICER })
  link(book, SECOND, 1)
  become(book, SECOND)
  enter(book, OFFICER, 2, { loginFrom: SECOND }, '2018-06-10')
  book.write(LOGIN, by(SECURITY, '2018-06-11'), { type: 'linked', person: OFFICER, after: 1, proposal: 2 })
  become(book, OFFICER, by(SECURITY, '2018-06-11'))
  expect(book.wrong()).toEqual([])
})
it('takes a login that whoever had it no longer uses', () => {
  const book = countyBook()
  had(book)
  enter(book, OFFICER, 2, { login: OTHER }, '2018-06-03')
  book.write(OTHER, by(SECURITY, '2018-06-04'), { type: 'linked', person: OFFICER, after: 1, proposal: 2 })
  book.write(`person/${OFFICER}`, by(SECURITY, '2018-06-04'), {
    ...{ type: 'identified', proposedBy: ADMINISTRATOR, login: OTHER, named },
  })
  enter(book, SECOND, 1)
  link(book, SECOND, 1)
  become(book, SECOND)
  expect(book.wrong()).toEqual([])
})
it('takes a link whose own commit never came, and the next one after it', () => {
  const book = countyBook()
  enter(book, SECOND, 1, {}, '2018-06-01')
  link(book, SECOND, 1, by(SECURITY, '2018-06-02'))
  book.write(`person/${SECOND}`, by(ADMINISTRATOR, '2018-06-03'), { type: 'takenBack', proposal: 1 })
  enter(book, OFFICER, 1)
  link(book, OFFICER, 1)
  become(book, OFFICER)
  expect(book.wrong()).toEqual([])
})
