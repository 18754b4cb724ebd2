/** A list that is ranked: as it is recorded and its cases take it, and as no hand may write it. */
import { expect, it } from 'vitest'
import { firstLateInstant } from '#calendar/deadline.ts'
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
  line,
  MEETING,
  meeting,
  OFFICER,
  on,
  opened,
  SECRETARY,
  terms,
} from './fixtures/county.ts'

const [BATCH, LEADER, LIST] = ['2018-3', 'p-leader', sha('8')]
const UNITS = ['dunji', 'caogou', 'xiaoliang'] as const
const [TEAM, caseOf] = [`resolution/${BATCH}/candidacy`, (unit: string) => `case/${BATCH}/${unit}`]
const by = (person: string, day = '2018-06-05') => ({ by: person, at: on(day) })

/** Three units that wait for the team's list. */
const before = countyBook()
{
  const days = { application: '2018-05-15', implementation: '2018-05-31', declaration: '2018-06-10' }
  const lastDays = Object.fromEntries(Object.entries(days).map(([step, lastDay]) => [step, { lastDay }]))
  const call = { ...called, terms: { ...terms, procedure: variantOf(WHOLE), dates: lastDays } }
  const [prepared] = before.write(`batch/${BATCH}`, by(OFFICER, '2018-04-12'), call).events
  const opening = { type: 'callOpened', prepared: seenAs(prepared as { type: string }, `batch/${BATCH}`) }
  before.write(`batch/${BATCH}`, by(HEAD_OF_OFFICE, '2018-04-13'), opening)
  const registered = { type: 'registered', personal: { id: `staff/${LEADER}`, digest: sha('d') } }
  before.write(`person/${LEADER}`, by('first-administrator', '2018-04-01'), registered, appointed('assessmentLeader'))
  const dates = Object.fromEntries(Object.entries(days).map(([step, day]) => [step, firstLateInstant(day)]))
  for (const unit of UNITS)
    before.write(
      caseOf(unit),
      by(clerkOf(unit), '2018-06-01'),
      { ...opened(unit), batch: BATCH, procedure: variantOf(WHOLE), dates },
      decided('application', 1, 'submitted', 'review'),
      decided('review', 2, 'accepted', 'selection'),
      decided('selection', 3, 'cultivated', 'implementation'),
      decided('implementation', 4, 'ended', 'declaration'),
      decided('declaration', 5, 'declared', 'acceptance', { covers: sha('2'), manifest: sha('1') }),
      decided('acceptance', 6, 'accepted', 'assessment'),
      decided('assessment', 7, 'recommended', 'candidacy'),
    )
  keepFile(before, LIST, '2018-06-02', 'office.assessmentMinutes', LEADER)
}
type Place = { readonly rank?: number; readonly outcome?: string; readonly reason?: string }
const signed = (...places: readonly Place[]) => ({
  ...{ type: 'resolved', batch: BATCH, step: 'candidacy', trial: false, meeting: '考核组会议', number: '1号' },
  ...{ date: '2018-06-05', minutes: LIST, attendance: sha('5'), how: { kind: 'discussion' } },
  lines: places.map((place, at) => ({ case: UNITS[at], outcome: 'candidate', ...place })),
})
const last = { outcome: 'notCandidate', reason: '名次在前2名以外。' }
/** dunji takes its line. */
function taken(book: Book, change: object = {}): void {
  const list = book.write(TEAM, by(LEADER), signed({ rank: 1 }, { rank: 1 }, { rank: 3, ...last }))
  const { act, ...hand } = line(list)
  book.write(caseOf('dunji'), hand, decided('candidacy', 8, 'candidate', 'notice', { act, rank: 1, ...change }))
}
const wrongAfter = (write: (book: Book) => unknown) => {
  const book = before.copy()
  write(book)
  const found = book.wrong('2018-06-11T00:00:00.000Z')
  // What was handed in by these cases is not what this is about.
  return found.filter(([at]) => at.startsWith('resolution/') || at.startsWith(`${caseOf('dunji')}#2`))
}

it('is found right as it was recorded, and as its case has taken it', () => {
  expect(wrongAfter((book) => taken(book))).toEqual([])
})

const AT = `${TEAM}#1 events[0].type`
it.each<[string, (book: Book) => unknown, string, string]>([
  [
    'a list without a rank',
    (book) => book.write(TEAM, by(LEADER), signed({ rank: 1 }, {}, { rank: 3, ...last })),
    AT,
    '请填写名次',
  ],
  [
    'a list that leaves a place out',
    (book) => book.write(TEAM, by(LEADER), signed({ rank: 1 }, { rank: 3 }, { rank: 3, ...last })),
    AT,
    '第1名之后应为第2名',
  ],
  [
    'a place that is there twice, and the next one not left out',
    (book) => book.write(TEAM, by(LEADER), signed({ rank: 1 }, { rank: 1 }, { rank: 2, ...last })),
    AT,
    '第1名有2个单位',
  ],
  [
    'a unit passed over without a reason',
    (book) =>
      book.write(TEAM, by(LEADER), signed({ rank: 2 }, { rank: 1, outcome: 'notCandidate' }, { rank: 3, ...last })),
    AT,
    '请写明该单位没有列入的理由',
  ],
  [
    'a rank by a meeting that ranks nobody',
    (book) => {
      const { lines, ...met } = meeting('2号', '2018-06-08', { changgou: 'named' })
      book.write(MEETING, by(SECRETARY, '2018-06-09'), { ...met, lines: lines.map((one) => ({ ...one, rank: 1 })) })
    },
    `${MEETING}#2 events[0].type`,
    '该环节不排名次',
  ],
  [
    'a case that takes another place than its list has',
    (book) => taken(book, { rank: 2 }),
    `${caseOf('dunji')}#2 events[0].rank`,
    '与当时应写的不同',
  ],
])('finds %s', (_what, write, place, sentence) => {
  const found = wrongAfter(write)
  expect(found.map(([at]) => at)).toContain(place)
  expect(found.find(([at]) => at === place)?.[1]).toContain(sentence)
})
