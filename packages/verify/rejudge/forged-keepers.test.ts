import { expect, it } from 'vitest'
import { after } from '#calendar/instant.ts'
import { loginStream } from '#roster/login.ts'
import { sha } from '../../../test/given/cases.ts'
import { lookElsewhere } from './elsewhere.ts'
import type { Book } from './fixtures/book.ts'
import {
  ADMINISTRATOR,
  appointed,
  clerkOf,
  countyBook,
  HEAD_OF_OFFICE,
  OFFICER,
  on,
  registeredUnit,
  SECOND,
  SECURITY,
} from './fixtures/county.ts'
import { type Damage, expectFound } from './fixtures/forged.ts'
import { announced, approved, entered, newKeeper } from './fixtures/new-keeper.ts'
import { rejudge } from './rejudge.ts'

const AT = on('2018-06-09')
const FOUNDED = on('2018-04-01')
const FIRST = 'first-administrator'
const [CLERK, OTHER] = [clerkOf('dunji'), clerkOf('caogou')]
const later = (ms: number, at = AT) => after(at, ms)
const MINUTE = 60_000
const NOT_ANNOUNCED = '名册管理员的变动没有先写入keepers/roster'

/** Each approves the other, as far apart as is said. */
function ring(book: Book, apart: number): void {
  const [one, other] = [
    { at: AT, approves: SECOND },
    { at: later(apart), approves: OFFICER },
  ]
  entered(book, OFFICER, one)
  entered(book, SECOND, other)
  announced(book, OFFICER, one)
  announced(book, SECOND, other)
  approved(book, OFFICER, one)
  approved(book, SECOND, other)
}
/** The only administrator of security keeps the roster until then. */
const ends = (book: Book) => newKeeper(book, SECURITY, { at: on('2018-06-05'), approves: OTHER, to: '2018-06-05' })
/** Another one, who leaves again before it. */
function vacant(book: Book): void {
  newKeeper(book, OTHER, { at: on('2018-06-04'), to: '2018-06-06' })
  ends(book)
}
const head = { type: 'appointmentProposed', as: 'administrator', proposal: 1, held: appointed('officeHead').held }
const asHead = { type: 'appointed', proposedBy: ADMINISTRATOR, held: head.held }
const named = { id: 'login/x', digest: sha('2') }
const enterHead = (book: Book) => book.write(`person/${OFFICER}`, { by: ADMINISTRATOR, at: later(-MINUTE) }, head)
function foundsAgain(book: Book, by: string, at: string, person: string, appointment: string): void {
  const number = book.commits('keepers/roster').length
  const lines = [{ person, held: appointed(appointment).held }]
  const changing = { type: 'changing', founding: true, lines }
  book.write('keepers/roster', { by, at, command: `keepers ${number} for another-founding` }, changing)
  book.write(`person/${person}`, { by, at, command: 'another-founding' }, appointed(appointment))
}

it.each<Damage>([
  ...[0, 1, MINUTE, 14 * MINUTE].map(
    (apart): Damage => [
      `two who make one another keepers of the roster ${apart} ms apart`,
      (book) => ring(book, apart),
      `person/${OFFICER}#3 events[0].type`,
      '由安全管理员批准',
    ],
  ),
  [
    'what two announce who make one another keepers',
    (book) => ring(book, 0),
    'keepers/roster#2 events[0].type',
    `${SECOND}当时不是名册的管理员`,
  ],
  [
    'two who make one another keepers the other way round in that chain',
    (book) => {
      const [one, other] = [
        { at: AT, approves: SECOND },
        { at: AT, approves: OFFICER },
      ]
      entered(book, OFFICER, one)
      entered(book, SECOND, other)
      announced(book, SECOND, other)
      announced(book, OFFICER, one)
      approved(book, OFFICER, one)
      approved(book, SECOND, other)
    },
    `person/${SECOND}#3 events[0].type`,
    '由安全管理员批准',
  ],
  [
    'two administrators who enter one another, though a rightful one approves',
    (book) => {
      const [one, other] = [
        { at: AT, as: 'administrator', enters: SECOND, enteredAt: AT },
        { at: AT, as: 'administrator', enters: OFFICER, enteredAt: AT },
      ]
      for (const [person, made] of [
        [OFFICER, one],
        [SECOND, other],
      ] as const)
        newKeeper(book, person, made)
    },
    `person/${OFFICER}#3 events[0].type`,
    `${SECOND}登记时不是名册的管理员`,
  ],
  [
    'a keeper whom nothing announced',
    (book) => {
      entered(book, SECOND, { at: AT })
      approved(book, SECOND, { at: AT })
    },
    `person/${SECOND}#3 events[0].type`,
    NOT_ANNOUNCED,
  ],
  [
    'a keeper announced for other days',
    (book) => {
      entered(book, SECOND, { at: AT })
      announced(book, SECOND, { at: AT, to: '2018-12-31' })
      approved(book, SECOND, { at: AT })
    },
    `person/${SECOND}#3 events[0].type`,
    NOT_ANNOUNCED,
  ],
  [
    'a keeper whom an announcement long before it announced',
    (book) => {
      entered(book, SECOND, { at: AT })
      announced(book, SECOND, { at: AT })
      const hand = { by: SECURITY, at: later(14 * MINUTE), command: `click-${AT}-${SECOND}` }
      const event = { type: 'appointed', proposedBy: ADMINISTRATOR, held: appointed('securityAdministrator').held }
      book.write(`person/${SECOND}`, hand, event)
    },
    `person/${SECOND}#3 events[0].type`,
    NOT_ANNOUNCED,
  ],
  [
    'an approval by whoever was made a keeper minutes later',
    (book) => {
      newKeeper(book, SECOND, { at: later(5 * MINUTE) })
      enterHead(book)
      book.write(`person/${OFFICER}`, { by: SECOND, at: AT }, asHead)
    },
    `person/${OFFICER}#3 events[0].type`,
    '由安全管理员批准',
  ],
  [
    'an approval that says of itself minutes more than its commit',
    (book) => {
      newKeeper(book, SECOND, { at: later(5 * MINUTE) })
      enterHead(book)
      book.write(`person/${OFFICER}`, { by: SECOND, at: AT }, { ...asHead, at: later(6 * MINUTE) })
    },
    `person/${OFFICER}#3 events[0].at`,
    '不是同一时候',
  ],
  ...[CLERK, FIRST, 'nobody-at-all'].map(
    (by): Damage => [
      `a second founding ten minutes after the first one, by ${by}`,
      (book) => foundsAgain(book, by, later(10 * MINUTE, FOUNDED), CLERK, 'securityAdministrator'),
      'keepers/roster#2 events[0].type',
      '当时名册已有管理员，不是首次登记',
    ],
  ),
  [
    'a post that a second founding gives in the minute after the first one',
    (book) => foundsAgain(book, FIRST, later(1, FOUNDED), CLERK, 'officeHead'),
    `person/${CLERK}#2 events[0].type`,
    '也不是首次登记名册',
  ],
  [
    'a post that the founding’s command gives ten minutes after it',
    (book) =>
      book.write(
        `person/${CLERK}`,
        { by: FIRST, at: later(10 * MINUTE, FOUNDED), command: 'founding' },
        appointed('officeHead'),
      ),
    `person/${CLERK}#2 events[0].type`,
    '也不是首次登记名册',
  ],
  [
    'a unit registered ten minutes after the founding by a unit’s clerk',
    (book) =>
      book.write('unit/ghost', { by: CLERK, at: later(10 * MINUTE, FOUNDED) }, registeredUnit('ghost', '鬼镇人民政府')),
    'unit/ghost#1 events[0].type',
    '当时不是名册的管理员',
  ],
  ...[CLERK, 'nobody-at-all'].map(
    (by): Damage => [
      `an approval by ${by} while the county has no administrator of security`,
      (book) => {
        vacant(book)
        enterHead(book)
        book.write(`person/${OFFICER}`, { by, at: AT }, asHead)
      },
      `person/${OFFICER}#3 events[0].type`,
      '由安全管理员批准',
    ],
  ),
  [
    'a keeper approved by whoever has a login while one part is vacant',
    (book) => {
      vacant(book)
      hasLogin(book, CLERK)
      newKeeper(book, SECOND, { at: AT, approves: CLERK })
    },
    `person/${SECOND}#3 events[0].type`,
    '由安全管理员批准',
  ],
])('finds %s', (...damage) => expectFound(damage))

const LOGIN = loginStream('https://login.example', 'admin')
function hasLogin(book: Book, person: string): void {
  const stream = `person/${person}`
  const proposed = { type: 'loginProposed', as: 'administrator', proposal: 1, login: LOGIN, named }
  book.write(stream, { by: ADMINISTRATOR, at: on('2018-05-01') }, proposed)
  const hand = { by: SECURITY, at: on('2018-05-02') }
  book.write(LOGIN, hand, { type: 'linked', person, after: 0, proposal: 1 })
  book.write(stream, hand, { type: 'identified', proposedBy: ADMINISTRATOR, login: LOGIN, named })
}

it.each<[string, (book: Book) => unknown]>([
  ['a new keeper', (book) => newKeeper(book, SECOND, { at: AT })],
  [
    'a new keeper who approves another one and a head of office in the same millisecond',
    (book) => {
      newKeeper(book, SECOND, { at: AT, enteredAt: AT })
      newKeeper(book, HEAD_OF_OFFICE, { at: AT, enteredAt: AT, as: 'administrator', approves: SECOND })
      book.write(`person/${OFFICER}`, { by: HEAD_OF_OFFICE, at: AT }, head)
      book.write(`person/${OFFICER}`, { by: SECOND, at: AT }, { ...asHead, proposedBy: HEAD_OF_OFFICE })
    },
  ],
  [
    'a new keeper whose click came before their own post, and was decided after it',
    (book) => {
      enterHead(book)
      newKeeper(book, SECOND, { at: later(1_500) })
      book.write(`person/${OFFICER}`, { by: SECOND, at: later(3_000) }, { ...asHead, at: AT })
    },
  ],
  [
    'a keeper announced twice, of which the first was cut off',
    (book) => {
      entered(book, SECOND, { at: AT })
      announced(book, SECOND, { at: later(-MINUTE * 20) })
      announced(book, SECOND, { at: AT })
      approved(book, SECOND, { at: AT })
    },
  ],
  ['a keeper whose post ends, ended by the one who follows', vacant],
  [
    'whoever stands in for an administrator of security approves',
    (book) => {
      vacant(book)
      enterHead(book)
      book.write(`person/${OFFICER}`, { by: FIRST, at: AT }, asHead)
      newKeeper(book, SECOND, { at: AT, approves: FIRST })
    },
  ],
  [
    'a founding that was cut off after some of its people, and came again by the same click',
    (book) => {
      const [one] = book.commits('keepers/roster')
      const { lines } = (one?.events[0] ?? {}) as { lines?: unknown }
      book.streams.delete('keepers/roster')
      const changing = { type: 'changing', founding: true, lines }
      book.write(
        'keepers/roster',
        { by: FIRST, at: later(-61_000, FOUNDED), command: 'keepers 0 for founding' },
        changing,
      )
      const early = { by: FIRST, at: later(-20_000, FOUNDED), command: 'founding' }
      book.write('person/p-early', early, { type: 'registered', personal: named }, appointed('officeOfficer'))
      book.write('keepers/roster', { by: FIRST, at: FOUNDED, command: 'keepers 1 for founding' }, changing)
    },
  ],
  [
    'a founding that was cut off behind its slow announcement, and came again by the same click a good minute later',
    (book) => {
      const [one] = book.commits('keepers/roster')
      const { lines } = (one?.events[0] ?? {}) as { lines?: unknown }
      book.streams.delete('keepers/roster')
      const changing = { type: 'changing', founding: true, lines }
      const slow = { by: FIRST, at: later(-58_000, FOUNDED), command: 'keepers 0 for founding' }
      book.write('keepers/roster', slow, { ...changing, at: later(-61_000, FOUNDED) })
      book.write('keepers/roster', { by: FIRST, at: FOUNDED, command: 'keepers 1 for founding' }, changing)
    },
  ],
  [
    'a founding that was cut off before its first keeper, and came again',
    (book) => {
      const said = book.commits('keepers/roster')
      book.streams.delete('keepers/roster')
      const [one] = said
      const {
        type: _type,
        v: _v,
        at: _at,
        by: _by,
        ...rest
      } = { ...(one?.events[0] as object) } as Record<string, unknown>
      const early = later(-5 * MINUTE, FOUNDED)
      const changing = { type: 'changing', ...rest }
      book.write('keepers/roster', { by: FIRST, at: early, command: 'keepers 0 for cut-off' }, changing)
      book.write('keepers/roster', { by: FIRST, at: FOUNDED, command: 'keepers 1 for founding' }, changing)
    },
  ],
])('takes %s', (_what, doing) => {
  const book = countyBook()
  doing(book)
  expect(book.wrong()).toEqual([])
})

it.each([
  [LOGIN, []],
  [loginStream('https://login.example', 'another'), ['由安全管理员批准']],
])('lets only whoever has the login of the county’s file stand in', (standIn, said) => {
  const book = countyBook()
  hasLogin(book, CLERK)
  vacant(book)
  enterHead(book)
  const stream = `person/${OFFICER}`
  book.write(stream, { by: CLERK, at: AT }, asHead)
  const elsewhere = lookElsewhere(book.streams, () => false, book.catalogues, standIn)
  const found = rejudge(stream, book.commits(stream), elsewhere).map(({ sentence }) => /（(.*)）/.exec(sentence)?.[1])
  expect(found).toEqual(said)
})
